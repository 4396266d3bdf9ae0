"""A board of a race that is still run: each runner's last point and the time there, which is no result."""

import math
import re
from collections.abc import Mapping, Sequence

from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import is_clock, read_count
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import Heading, Point, read_point
from replay.files.table.wording.likeliest import means
from replay.files.table.wording.words import Meaning, phrases
from replay.race.limits import is_possible
from replay.race.names import fold
from replay.race.race import MILE, Evidence, Time

_NOW = re.compile(
    r"\b(?:last|latest|current(?:ly)?|seen|reached|now|passed|progress|covered|zuletzt|letzter?|aktuell\w*|dernier"
    r"|ultim[oa]|siste|senaste|seneste|viimeisin|ostatni|posledni)\b"
)
_TIMES = (Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT_TIME)
_RUNNING = frozenset(
    phrases("running, live, in progress, ongoing, inprogress, started, underway, unofficial live, en cours, en curso")
)
_DIGITS = 6
"""A number of so many is none of laps."""
_TOTAL = re.compile(
    r"laps? ?total|total ?(?:nr |number )?(?:of )?laps?|race laps|laps? count|laps|runden|tours|vueltas"
)
_OF = re.compile(r"\s*(\d{1,3})\s*(?:/|of)\s*(\d{1,3})\s*")
_UNITS = {
    **dict.fromkeys(phrases("km, kms, kilometres, kilometers, kilometer"), 1000.0),
    **dict.fromkeys(phrases("mi, mile, miles"), MILE),
    **dict.fromkeys(phrases("m, metres, meters, distance, dist, distanz, distancia"), 1.0),
}
"""How a column of numbers says that they are of how far, with the metres of one; the first of them counts."""
_NEAR = 0.7
_AT = 1.0
"""Metres before the finish at which a point is the finish."""


def take_last_times(sheet: Sheet) -> None:
    """Take a column of when the runners were at their last points for their times, where the board has no others."""
    if any(column.sample for column in sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN)):
        return
    then = next((column for column in sheet.columns if _is_then(column)), None)
    where = any(_says_now(column.title) and column.share(read_point) > _NEAR for column in sheet.columns)
    if then is not None and where:
        then.heading = Heading(Meaning.RESULT)


def take_standing(sheet: Sheet, comments: Mapping[str, str]) -> None:
    """Take the times of who is still on the way for times at the points they have passed; they have no places yet.

    Args:
        sheet: The table, once it is known how far the race was.
        comments: What the file says beside its rows.
    """
    label, reached = _reached(sheet, comments)
    times = [column for column in sheet.columns if column is not label and _is_then(column)] + sheet.all(*_TIMES)
    if label is None or not times or not sheet.far:
        return
    short = [row for row, metres in enumerate(reached) if metres is not None and metres < sheet.far - _AT]
    if not short:
        return
    time = next((column for column in times if column.share(str.strip) > 0), times[0])
    metres_of = {row: reached[row] or 0.0 for row in short if time.cells[row].strip()}
    label.heading, label.why = None, "how far each runner has come"
    for metres in sorted({metres for metres in metres_of.values() if metres > 0}):
        cells = [time.cells[row] if metres_of.get(row) == metres else "" for row in range(len(sheet.lines))]
        sample = [cell for cell in cells if cell]
        index = max(column.index for column in sheet.columns) + 1
        made = Column(index, f"{metres:.10g} m", cells, Heading(Meaning.SPLIT, Point(metres)), sample=sample)
        made.why = f"{time.title!r} of who was there"
        sheet.columns.append(made)
    left = set(short)
    for column in (*times, *sheet.all(Meaning.PLACE, Meaning.GAP)):
        _without(column, left)
    many = f"{len(short)} runners are" if len(short) > 1 else "a runner is"
    said = f"{many} on the way: {time.title!r} is their time where {label.title!r} says"
    sheet.findings.assume(said, "--column")


def _is_then(column: Column) -> bool:
    """Whether a column says when the runners were at their last points: `lastSplitTime`."""
    return _says_now(column.title) and column.share(is_clock) > _NEAR


def _says_now(title: str) -> bool:
    """Whether a heading says that something is so now; `last 400 m` is a stretch."""
    words = _words(title)
    return _NOW.search(words) is not None and not any(map(str.isdigit, words))


def _words(title: str) -> str:
    return fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title).replace("_", " "))


def _without(column: Column, rows: set[int]) -> None:
    column.cells = ["" if row in rows else cell for row, cell in enumerate(column.cells)]
    column.sample = [cell.strip() for cell in column.cells if cell.strip()]
    if not column.sample:
        column.heading, column.why = None, "of who is still on the way"


def _reached(sheet: Sheet, comments: Mapping[str, str]) -> tuple[Column | None, Sequence[float | None]]:
    """The column that says how far everybody has come, and the metres of each row."""
    running = any(fold(text) in _RUNNING for text in comments.values())
    for column in sheet.columns:
        far = running and (column.meaning is Meaning.DISTANCE or means(column.title, {Meaning.DISTANCE}))
        if not (far or _says_now(column.title)) or column.meaning in _TIMES:
            continue
        found = [_metres(cell, _words(column.title), sheet.far) for cell in column.cells]
        known = [metres for metres in found if metres is not None]
        if len(known) >= _NEAR * max(len(column.sample), 1) and known and max(known) <= sheet.far + _AT:
            return column, found
    return _by_laps(sheet, comments, running=running)


def _metres(cell: str, words: str, far: float) -> float | None:
    text = cell.strip()
    if not text or ":" in text:
        return None
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        unit = next((unit for word, unit in _UNITS.items() if word in words.split()), None)
        return float(text) * unit if unit is not None else None  # as the seconds of the last lap are
    point = read_point(text)
    if point is None:
        return None
    if point.start or point.half:
        return far / 2 if point.half else 0.0
    return far if point.finish else point.metres if point.sure else None


def _by_laps(
    sheet: Sheet, comments: Mapping[str, str], *, running: bool
) -> tuple[Column | None, Sequence[float | None]]:
    """The same by the laps that each has run, where it is known how many there are, and nobody has run them all."""
    for column in sheet.columns:
        if column.sample and column.title and "lap" in fold(column.title) and all(map(_OF.fullmatch, column.sample)):
            pairs = [_OF.fullmatch(cell) for cell in column.cells]
            total = max(int(match[2]) for match in pairs if match is not None)
            return column, [sheet.far * int(match[1]) / total if match is not None else None for match in pairs]
    finished = _may_have_finished(sheet)
    counted = sheet.one(Meaning.LAP_COUNT) or (None if finished else _present_lap(sheet))
    if counted is None or sheet.about.duration is not None:
        return None, ()
    counts = list(map(read_count, counted.cells))
    most = max((count for count in counts if count is not None), default=0)
    total = _said_total(comments)
    lap = sheet.far / total if total else sheet.lap
    if lap and not total and (running or not finished or _DONE.search(_words(counted.title))):
        total = math.ceil(sheet.far / lap - _WHOLE)
    if not lap or not total or most > total or (most == total and not running):
        return None, ()
    return counted, [sheet.far - (total - count) * lap if count is not None else None for count in counts]


_WHOLE = 0.01
_DONE = re.compile(r"\b(?:done|completed?|run|so far)\b")
"""How the laps are headed that were run so far."""


def _present_lap(sheet: Sheet) -> Column | None:
    """A column that counts everybody's laps so far under a heading that may also be of a list of laps: `lap`."""
    told = (column for column in sheet.columns if _words(column.title) in ("lap", "laps", "current lap"))
    return next((column for column in told if column.share(str.isdigit) > _NEAR), None)


def _said_total(comments: Mapping[str, str]) -> int:
    """How many laps the race has, as the file says; 0 where it does not."""
    told = (text for key, text in comments.items() if _TOTAL.fullmatch(fold(key.replace("_", " "))))
    return next((int(text) for text in told if text.isdecimal() and len(text) < _DIGITS), 0)


def _may_have_finished(sheet: Sheet) -> bool:
    """Whether a human can have run the whole race in the shortest of its times."""
    cells = (read_cell(text) for column in sheet.all(*_TIMES) for text in column.sample)
    seconds = [found for cell in cells if cell is not None and (found := PLAIN.seconds(cell))]
    return not seconds or is_possible(Time(min(seconds), Evidence.MEASURED, ""), sheet.far)
