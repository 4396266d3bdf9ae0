"""Lap files of one runner, as watches and their sites export them: a row for each lap, and no name anywhere.

Garmin Connect, Strava and their kin write a lap or kilometre a row, with its time and often its distance. Such a table
becomes one row: the runner, the time at the end of each lap, and the time of all.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from replay.files.missing import is_missing, read_place
from replay.files.table.kinds.amounts import metres_in
from replay.files.table.kinds.named_beside import name_alone
from replay.files.table.meanings.column import Column, columns_of
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import is_clock
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import FINISH, Heading, Point, plain_title, read_heading
from replay.files.table.wording.words import Meaning, phrases
from replay.race.names import fold
from replay.race.race import MILE
from replay.race.times import format_time

NOBODY = "nobody is named"
"""What is told of a table of one runner's laps that does not say whose they are."""
_LABELS = frozenset(
    phrases(
        """lap, laps, lapindex, lapnumber, split, splits, interval, intervals, step, km, kms, kilometer, kilometre,
    mile, miles, mi, no,
    runde, runden, tour, tours, vuelta, vueltas, giro, giri, volta, voltas, okrazenie, ronde, varv, kierros,
    kolo, circuit, circuits, abschnitt, etappe, parcial, parziale"""
    )
)
_OF_ONE = {"km": 1000.0, "kms": 1000.0, "kilometer": 1000.0, "kilometre": 1000.0}
_OF_ONE |= dict.fromkeys(("mile", "miles", "mi"), MILE)
"""Metres of a lap where the heading says what is counted."""
_TIMES = {Meaning.RESULT, Meaning.NET, Meaning.SPLIT_TIME, Meaning.SPLIT, Meaning.LAPS}
_FAR = ("distance", "dist", "strecke", "distanz", "distancia", "distanza", "dystans", "afstand", "distans", "matka")


class _Laps(NamedTuple):
    """What the laps took."""

    label: Column
    times: Column
    rows: list[int]
    """Those that are laps, and no total."""
    seconds: list[float]
    """Of each lap."""
    digits: int
    part: float = 0.0
    """Of a lap that the last row has; 0 where all are whole."""


def take_alone(sheet: Sheet) -> bool:
    """Whether a table without names has the laps of one runner; it is then a row, with a column for each lap."""
    laps = _laps(sheet.columns)
    if laps is None:
        return False
    ends = list(accumulate(laps.seconds))
    metres = _in_unit(sheet, _ends(sheet.columns, laps))
    texts = [format_time(round(end, 3), laps.digits) for end in ends]
    name = sheet.source.stem
    whose = NOBODY if not sheet.runner else "who it is stands beside the table"
    said = f"each row is a lap of one runner, with its time in {laps.times.title!r}; {whose}"
    sheet.findings.assume(said, "")
    if len(laps.rows) < len(sheet.lines):
        sheet.findings.left_out.add("lines that are no lap", "", len(sheet.lines) - len(laps.rows))
    if metres and sheet.choices.distance is None:
        sheet.about.metres, sheet.about.metres_from = metres[-1], f"the column {laps.label.title!r}"
    points = [Point(at) for at in metres] or [Point(number=at, lap=True) for at in range(1, len(ends) + 1)]
    titles = [f"{laps.label.title} {number}" for number in range(1, len(ends) + 1)]
    made = columns_of(["name", *titles[:-1], "finish"], [[name, *texts]])
    for column, point in zip(made[1:-1], points, strict=False):
        column.heading, column.why = Heading(Meaning.SPLIT, point), "laps added up"
    made[0].heading, made[0].why = Heading(Meaning.NAME), "the file's name"
    made[-1].heading, made[-1].why = Heading(Meaning.RESULT, FINISH), "all laps added up"
    sheet.columns, sheet.lines = made, sheet.lines[:1]
    name_alone(sheet)
    return True


def head_laps(sheet: Sheet) -> bool:
    """Whether a table without headings has laps, `Lap 1  1:04.2  1:04.2`; its columns then have headings.

    Of two columns of times those are the laps' of which the others are the sums.
    """
    if len(sheet.columns) < _FEWEST:
        return False
    first, *others = sheet.columns
    found = [_LAP.fullmatch(cell.strip()) for cell in first.cells]
    if len(found) < _FEWEST or not all(found):
        return False
    timed = [column for column in others if column.share(is_clock) == 1.0]
    if not timed:
        return False
    first.cells = [match[1] for match in found if match is not None]
    first.title, first.sample = "Lap", list(first.cells)
    for column in others:
        column.heading = None
    laps = next((column for column in timed if any(_are_sums(_plain(one), _plain(column)) for one in timed)), timed[0])
    laps.title = "Time"
    return True


_LAP = re.compile(
    r"(?:lap|split|runde|tour|vuelta|giro|volta|ronde|varv|kierros|kolo|#)\s*(\d{1,3})\.?:?", re.IGNORECASE
)


def _are_sums(ends: Sequence[float], laps: Sequence[float]) -> bool:
    """Whether times are those so far of these laps, the first or the last of which is above."""
    ways = ((ends, laps), (ends[::-1], laps[::-1]))
    return any(all(abs(at - end) < 1 for end, at in zip(one, accumulate(two), strict=False)) for one, two in ways)


def _plain(column: Column) -> list[float]:
    cells = (read_cell(cell.strip()) for cell in column.cells)
    return [PLAIN.seconds(cell) or 0.0 for cell in cells if cell is not None]


def _laps(columns: Sequence[Column]) -> _Laps | None:
    label = next((column for column in columns if _counts_laps(column)), None)
    if label is None and any(fold(column.title).startswith(_FAR) for column in columns):  # beside how far each was
        label = next((column for column in columns if fold(column.title) == "index" and _counts(column)), None)
    timed = [column for column in columns if column is not label and _has_times(column)]
    if label is None or not timed:
        return None
    times = max(timed, key=worth)
    rows = [
        row for row, cell in enumerate(label.cells) if read_place(cell.strip()) and not is_missing(times.cells[row])
    ]
    part = _last_part(label, rows)
    rows += [len(label.cells) - 1] * bool(part)
    if rows and (read_place(label.cells[rows[0]].strip()) or 0) > 1:
        rows.reverse()  # a stopwatch shows the last lap first
    cells = [read_cell(times.cells[row].strip()) for row in rows]
    read = [PLAIN.seconds(cell) if cell is not None else None for cell in cells]
    seconds = [one for one in read if one is not None]
    if len(rows) < _FEWEST or len(seconds) < len(rows) or min(seconds) < 0:
        return None
    if _rises(seconds):
        seconds = [late - early for early, late in pairwise([0.0, *seconds])]
    return _Laps(label, times, rows, seconds, max(cell.digits for cell in cells if cell is not None), part)


def _last_part(label: Column, rows: Sequence[int]) -> float:
    """What a watch counts of the last lap, in its last row: 0.2 of a mile behind 26 of them; 0 where it counts none."""
    last = label.cells[-1].strip() if label.cells else ""
    whole = rows and rows[-1] == len(label.cells) - _FEWEST
    return float(last.replace(",", ".")) if whole and _PART.fullmatch(last) is not None else 0.0


_PART = re.compile(r"0?[.,]\d{1,3}")


_FEWEST = 2


def _has_times(column: Column) -> bool:
    """Whether its cells are times: clocks, or seconds under a heading that says so, as `65.1` for a lap of a track."""
    said = any(heading.meaning in _TIMES - {Meaning.SPLIT} for heading in read_heading(column.title) or ())
    return column.share(read_cell if said else is_clock) > 0.6


def _counts_laps(column: Column) -> bool:
    return bool(set(fold(plain_title(column.title)).split()) & _LABELS) and _counts(column)


def _counts(column: Column) -> bool:
    """Whether the cells count from 1, upwards or downwards."""
    counted = [place for cell in column.sample if (place := read_place(cell)) is not None]
    upwards = list(range(1, len(counted) + 1))
    return len(counted) >= _FEWEST and counted in (upwards, upwards[::-1])


def worth(column: Column) -> tuple[bool, ...]:
    """Of several columns with times that of the laps: rather than the time so far, in motion, or a pace."""
    said = read_heading(column.title)
    words = fold(plain_title(column.title)).split()
    return (
        bool(said) and any(heading.meaning in _TIMES for heading in said),
        not {"cumulative", "total", "elapsed", "moving", "avg", "best"} & set(words),
        "moving" not in words,
        "time" in words,
    )


def _rises(seconds: Sequence[float]) -> bool:
    """Whether the times are those since the start."""
    return len(seconds) > _FEWEST and all(a < b for a, b in pairwise(seconds)) and seconds[-1] > 2 * seconds[0]


def _ends(columns: Sequence[Column], laps: _Laps) -> list[float]:
    """Metres at the end of each lap; none where nobody says how long one is."""
    for column in columns:
        title = _GLUED_UNIT.sub(r"\1 \2", fold(plain_title(column.title)))
        if column in (laps.label, laps.times) or not set(title.split()) & set(_FAR):
            continue
        far = metres_in([column.cells[row] for row in laps.rows], title)
        known = [metres for metres in far if metres]
        if len(known) == len(laps.rows):
            if max(known) > _FASTEST * sum(laps.seconds):  # of no unit it was taken for kilometres: they are metres
                known = [metres / 1000.0 for metres in known]
            return [round(at, 3) for at in (known if _rises(known) else accumulate(known))]
    counted = fold(plain_title(laps.label.title)).split()
    one = next((_OF_ONE[word] for word in counted if word in _OF_ONE), None) or _by_paces(columns, laps)
    ends = [one * number for number in range(1, len(laps.rows) + 1)] if one is not None else []
    return [*ends[:-1], round(ends[-1] - (one or 0.0) * (1 - laps.part), 3)] if ends and laps.part else ends


_FASTEST = 12.5
"""Metres a second that nobody has run (12.42 of Usain Bolt at 60 to 80 m of his 100 m in 9.58)."""
_GLUED_UNIT = re.compile(rf"\b({'|'.join(_FAR)})(km|mi|m)\b")
"""As a watch writes it: `Distanciakm`."""


def _in_unit(sheet: Sheet, metres: list[float]) -> list[float]:
    """The ends of the laps, in miles where the distance that the user says is of so many: a watch names no unit."""
    far = sheet.choices.distance
    if not far or not metres or abs(far / metres[-1] / (MILE / 1000.0) - 1) > _ABOUT:
        return metres
    sheet.findings.assume("the laps are counted in miles, by the race's distance", "")
    return [round(at * MILE / 1000.0, 3) for at in metres]


_PACE = re.compile(r"(.+?)\s*/\s*(km|mi|mile)\b\.?", re.IGNORECASE)


def _by_paces(columns: Sequence[Column], laps: _Laps) -> float | None:
    """Metres of a lap, by a column of paces: `5'01''/km` beside 5:01 is a kilometre."""
    count = len(laps.rows) - bool(laps.part)
    for column in columns:
        found = [_PACE.fullmatch(column.cells[row].strip()) for row in laps.rows[:count]]
        far = [
            seconds / pace * _OF_ONE[match[2].lower()]
            for match, seconds in zip(found, laps.seconds[:count], strict=True)
            if match is not None and (cell := read_cell(match[1])) is not None and (pace := PLAIN.seconds(cell))
        ]
        whole = [unit for unit in (1000.0, MILE) if all(abs(metres / unit - 1) < _ABOUT for metres in far)]
        if whole and len(far) == count:
            return whole[0]
    return None


_ABOUT = 0.02
