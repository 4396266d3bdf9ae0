"""How the times of a column are read: as what the most of them are speeds that people run.

A column is read in one way. Where `2:03` would be 340 m/s as minutes and a good marathon as hours, all its `a:b` are
hours and minutes; where nothing is gained by another reading, the plain one holds.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from replay.files.table.values.times import DAY, Cell, Form, read_cell
from replay.race.limits import fewest_seconds


class Notation(NamedTuple):
    """One way to read times."""

    name: str
    """What the times are read as, for people; empty for the plain way."""
    seconds: Callable[[Cell], float | None]
    """Seconds of a cell; None where it is no time in this way."""
    digits: int | None = None
    """Digits behind the seconds' point, where they are not those of the cell."""
    forms: tuple[Form, ...] = (Form.PLAIN,)
    """Of which times it makes others than the plain way does; of all others it makes the same, or none."""


def _plain(cell: Cell) -> float | None:
    """`h:mm:ss`, `m:ss`, seconds, `d:hh:mm:ss`."""
    if cell.form is Form.CLOCK:
        return None
    if cell.form in (Form.PLAIN, Form.FIXED):
        return None if _is_run_together(cell) else cell.numbers[0]
    *before, last = cell.numbers
    if last >= 60 or (len(before) > 1 and max(before[1:]) >= 60):
        return None
    days, hours, minutes = (0.0, 0.0, *before)[-3:] if len(before) < 3 else before
    return days * DAY + hours * 3600 + minutes * 60 + last if days == 0 or hours < 24 else None


def _is_run_together(cell: Cell) -> bool:
    """Whether it is `010502`: nobody writes seconds with noughts before them."""
    return cell.form is Form.PLAIN and not cell.digits and len(cell.text) == _SIX and cell.text.startswith("0")


_SIX = 6


def _run_together(cell: Cell) -> float | None:
    if cell.form is not Form.PLAIN or cell.digits or len(cell.text) != _SIX:
        return None
    hours, minutes, seconds = (int(cell.text[at : at + 2]) for at in (0, 2, 4))
    return hours * 3600.0 + minutes * 60 + seconds if max(minutes, seconds) < 60 else None


def _hours_minutes(cell: Cell) -> float | None:
    if cell.form is not Form.TWO:
        return None if cell.form is Form.PLAIN else _plain(cell)
    hours, minutes = cell.numbers
    return hours * 3600 + minutes * 60 if minutes < 60 and not cell.digits else None


def _shifted(cell: Cell) -> float | None:
    if cell.form is not Form.THREE:
        return _plain(cell) if cell.form in (Form.TWO, Form.FIXED) else None
    minutes, seconds, nought = cell.numbers
    return minutes * 60 + seconds if nought == 0 and seconds < 60 else None


def _hundredths(cell: Cell) -> float | None:
    if cell.form in (Form.THREE, Form.DOTS):
        minutes, seconds, part = cell.numbers
        return minutes * 60 + seconds + part / 100 if seconds < 60 and not cell.digits else None
    if cell.form is Form.FOUR:
        hours, minutes, seconds, part = cell.numbers
        return hours * 3600 + minutes * 60 + seconds + part / 100 if max(minutes, seconds) < 60 else None
    return _plain(cell)


def _minute_point(cell: Cell) -> float | None:
    if cell.form is not Form.PLAIN:
        return _plain(cell)
    if cell.digits > 2:
        return None
    minutes = int(cell.numbers[0])
    seconds = round((cell.numbers[0] - minutes) * 100)
    return minutes * 60 + seconds if seconds < 60 else None


def _hour_point(cell: Cell) -> float | None:
    minutes = _minute_point(cell)
    return minutes * 60 if minutes is not None and cell.form is Form.PLAIN else None


def _times(factor: float) -> Callable[[Cell], float | None]:
    def seconds(cell: Cell) -> float | None:
        return cell.numbers[0] * factor if cell.form is Form.PLAIN else _plain(cell)

    return seconds


def _parts(scale: int) -> Callable[[Cell], float | None]:
    def seconds(cell: Cell) -> float | None:
        return cell.numbers[0] / scale if cell.form is Form.PLAIN and not cell.digits else None

    return seconds


PLAIN = Notation("", _plain, forms=())
HOURS = Notation("hours with decimals", _times(3600.0), 0)
MINUTES = Notation("minutes with decimals", _times(60.0), 0)
POINTED = Notation("minutes and seconds parted by a point (m.ss)", _minute_point, 0)
NOTATIONS = (
    PLAIN,
    Notation("hours and minutes (h:mm)", _hours_minutes, 0, (Form.TWO,)),
    Notation(
        "minutes and seconds that a spreadsheet took for hours and minutes (mm:ss:00)", _shifted, 0, (Form.THREE,)
    ),
    Notation("minutes, seconds and hundredths (m:ss:ff)", _hundredths, 2, (Form.THREE, Form.FOUR, Form.DOTS)),
    Notation("hours, minutes and seconds without a sign between them (hhmmss)", _run_together, 0),
    POINTED,
    Notation("hours and minutes parted by a point (h.mm)", _hour_point, 0),
    MINUTES,
    Notation("parts of a day, as a spreadsheet keeps times", _times(DAY), 0),
    Notation("hundredths of a second", _parts(100), 2),
    Notation("milliseconds", _parts(1000), 3),
    Notation("ten-thousandths of a second", _parts(10_000), 3),
    HOURS,
)
"""In the order in which they are preferred where they are as likely."""

_TWO_POINTS = 2
_BETTER = 0.25
"""By how much another reading must be likelier than the plain one."""


_HUMAN = 0.55
"""Another reading must make runners of them, and not wheelchairs."""


def likeness(seconds: float, metres: float) -> float:
    """How likely somebody runs so far in so many seconds: 1 for a race, less for a wheelchair, a walk or an ultra."""
    return _of_fewest(seconds, fewest_seconds(metres, standing=True)) if metres > 0 else 0.0


def _of_fewest(seconds: float, fewest: float) -> float:
    """How likely a time is by the fewest seconds that a human needs."""
    if seconds <= 0:
        return 0.0
    ratio = seconds / fewest
    for below, worth in ((0.5, 0.0), (1.0, 0.5), (3.2, 1.0), (6.5, 0.6), (16.0, 0.2)):
        if ratio < below:
            return worth
    return 0.0


def read_as(cells: Iterable[Cell], metres: float | None) -> tuple[Notation, float]:
    """How a column is read, and how likely its times are that way (0 to 1).

    Args:
        cells: Its times, or enough of them.
        metres: How far those were who have them; None where that is not known, and then the plain way holds.
    """
    known = list(cells)
    if not known:
        return PLAIN, 0.0
    if metres is None:
        return PLAIN, _share(known)
    plain = _worth(PLAIN, known, metres)
    if any(cell.text.count(".") == _TWO_POINTS for cell in known) and _worth(POINTED, known, metres) > plain:
        return POINTED, _worth(POINTED, known, metres)  # `16.21` beside `9.12.4`
    if plain + _BETTER >= 1.0:  # as nearly always: no other way is so much likelier
        return PLAIN, plain
    forms = {cell.form for cell in known}
    others = [notation for notation in NOTATIONS if not forms.isdisjoint(notation.forms)]
    ranked = [(plain, PLAIN), *((_worth(notation, known, metres), notation) for notation in others)]
    best = max(worth for worth, _ in ranked)
    if best <= plain + _BETTER or best < _HUMAN:
        return PLAIN, plain
    return next(notation for worth, notation in ranked if worth >= best - 1e-9), best


def _share(cells: Sequence[Cell]) -> float:
    return sum(1 for cell in cells if PLAIN.seconds(cell) is not None) / len(cells)


def _worth(notation: Notation, cells: Sequence[Cell], metres: float) -> float:
    if metres <= 0:
        return 0.0
    read, fewest = [notation.seconds(cell) for cell in cells], fewest_seconds(metres, standing=True)
    return sum(_of_fewest(seconds, fewest) for seconds in read if seconds is not None) / len(cells)


def plain_seconds(text: str) -> float | None:
    """Seconds of a cell, read as times mostly are: `a:b` is minutes and seconds. None for what is no time."""
    cell = read_cell(text.strip())
    return PLAIN.seconds(cell) if cell is not None else None
