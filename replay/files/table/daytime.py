"""Results that are times of day: told by that nobody takes so long, and refused where nothing says of the start."""

from collections.abc import Iterable, Sequence

from replay.files.table.meanings.column import Column
from replay.files.table.meanings.timed import Timed, Value
from replay.files.table.sheet import Sheet
from replay.files.table.values.notations import plain_seconds
from replay.files.table.values.times import DAY, Form, read_cell
from replay.race.events import event_metres, events_in, is_for_distance
from replay.race.limits import fewest_seconds
from replay.race.problems import UnreadableRace
from replay.race.race import Entry, Status
from replay.race.times import format_time

_SLOWEST = 16.0
"""The winner of a race takes less than so many times as long as a human has to."""
_AN_HOUR = 3600.0
_DATED = 3650 * DAY
"""Seconds since 1970 of any time of day with its day."""
_WITHIN = 0.5
"""The times of day in a race are within this share of the first: from 12:00 to 18:00."""
_ROWS = 60


def are_of_day(timed: Sequence[Timed], far: float) -> bool:
    """Whether all that some columns have are times of day, in none of which anybody runs the whole race."""
    return bool(timed) and all(_is_of_day(column, far) for column in timed)


def _is_of_day(column: Timed, far: float) -> bool:
    column.decide(far)
    rows = range(min(len(column.cells), _ROWS))
    read = [value.seconds for value in column.values_of(rows) if isinstance(value, Value)]
    slowest = _SLOWEST * fewest_seconds(far, standing=True)
    least = max(slowest, _AN_HOUR)
    return bool(read) and all(least < seconds < DAY or seconds > _DATED for seconds in read)


def without_start(sheet: Sheet, timed: Sequence[Timed]) -> UnreadableRace:
    """That columns have times of day, and nothing says when the race began."""
    cells = (cell.strip() for column in timed for cell in column.cells)
    text = next(cell for cell in cells if read_cell(cell) is not None)
    return _no_start(sheet, f"{text!r} in {timed[0].title!r} looks like a time of day")


def moment_of_day(columns: Sequence[Column]) -> str:
    """The first of results that may be times of day: hours of all, and the last not much later; empty for others."""
    cells = [(seconds, text) for column in columns for text in column.sample if (seconds := _hours(text)) is not None]
    first, last = min(cells, default=(0.0, "")), max(cells, default=(0.0, ""))
    early = first[0] >= _MORNING and last[0] < min(DAY, (1 + _WITHIN) * first[0])
    return first[1] if early and len(cells) >= _FEWEST else ""


def _hours(text: str) -> float | None:
    cell = read_cell(text)
    if cell is None or cell.form not in (Form.THREE, Form.CLOCK):
        return None
    return cell.numbers[0] if cell.form is Form.CLOCK else (plain_seconds(text) or 0.0)


_MORNING = 5 * _AN_HOUR
_FEWEST = 2


def refuse_named(sheet: Sheet, columns: Sequence[Column], texts: Iterable[str]) -> None:
    """Refuse results that are times of day, where nothing else can be of a distance that the file names.

    Raises:
        UnreadableRace: They are, and nothing says when the race began.
    """
    text = moment_of_day(columns)
    named = next((event for said in texts for event in events_in(said)), None) if text else None
    if named is not None and not is_for_distance(named):
        raise _no_start(sheet, f"nobody takes {text} for {event_metres(named):.10g} m: it looks like a time of day")


def judge_winner(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Tell of a race that nobody takes so long over, and refuse one whose results are the time of day.

    Raises:
        UnreadableRace: The results are times of day, and nothing says when the race began.
    """
    times = [entry.result for entry in entries if entry.result is not None and entry.status is Status.FINISHED]
    first = min((time.seconds for time in times), default=0.0)
    if first <= _SLOWEST * fewest_seconds(sheet.far, standing=True):
        return
    text, last = format_time(first, 0), max(time.seconds for time in times)
    if first > _AN_HOUR and last < min(DAY, (1 + _WITHIN) * first):
        raise _no_start(sheet, f"nobody takes {text} for {sheet.far:g} m: it looks like a time of day")
    sheet.findings.assume(f"the race is {sheet.far:g} m, for which {text} is slower than anybody walks", "--distance")


def _no_start(sheet: Sheet, said: str) -> UnreadableRace:
    message = f"{said}, and nothing says of the start"
    hint = "put a line such as `# start: 18:00:00` before the table, give --start 18:00, or say how far: --distance"
    return sheet.findings.fail(None, message, hint)
