"""When each runner was started: as the time of day, and since the gun or the first of them."""

import re
from collections.abc import Sequence
from functools import partial

from replay.files.middle import median
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.timed import Timed
from replay.files.table.sheet import Sheet
from replay.files.table.values.times import DAY, Cell, Form, read_cell
from replay.files.table.wording.headings import START, Point, Told
from replay.files.table.wording.words import Meaning
from replay.race.names import fold
from replay.race.times import format_time

Seconds = list[float | None]
"""One for each row."""

LATEST = 6 * 3600.0
"""Seconds after the gun by which everybody has started."""
_OF_DAY = 5 * 3600.0
"""A start column none of whose times is below this has times of day."""


def as_clocks(columns: Sequence[Column]) -> None:
    """Write starts that are counted, `300400` under `startOffsetMs`, as the clock then showed: `0:05:00.400`."""
    for column in columns:
        match = _COUNTED.fullmatch(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column.title).replace("_", " ").strip().lower())
        if match is not None and column.sample and all(map(_WHOLE.fullmatch, column.sample)):
            unit = 1000.0 if "m" in (match[1] or match[2]) else 1.0
            column.rewrite(partial(_shown, unit))


_COUNTED = re.compile(
    r"(?:start|wave)(?: (?:offset|delay|time|after gun))?[ (\[]+(ms|millis\w*|s|secs?|seconds)[)\]]?"
    r"|(?:offset|delay) (ms|millis\w*)"
)
_WHOLE = re.compile(r"\d{1,8}(?:\.\d{1,3})?")


def _shown(unit: float, text: str) -> str:
    if not text.strip():
        return text
    minutes, left = divmod(float(text) / unit, 60)
    return f"{minutes // 60:.0f}:{minutes % 60:02.0f}:{left:06.3f}"


def start_of_day(sheet: Sheet) -> Seconds:
    """The time of day at which each runner, or the race, was started; None where the list does not say."""
    count = len(sheet.lines)
    for column in _start_columns(sheet):
        found = [day_seconds(cell, column) for cell in column.cells]
        known = [at for at in found if at is not None]
        if known and min(known) >= _OF_DAY:
            return found
    text = sheet.about.start.split("(")[0].strip()
    if text:
        at = day_seconds(text, Timed("", [], START))
        at = at if at is not None else day_seconds(_clock_in(text), Timed("", [], START))
        at = at % DAY if at is not None and at > 2 * DAY and not _have_days(sheet) else at
        return [_on_day(sheet, at) if at is not None and at < DAY else at] * count
    times = [*sheet.all(Meaning.GUN), *sheet.all(Meaning.RESULT)]
    return [_by_arrivals(sheet, next((column for column in times if not _are_moments(column)), None))] * count


def _clock_in(text: str) -> str:
    """The one time of day in some words, `Saturday 1 June 2024 08:00`, or the words themselves."""
    found = [match for match in _CLOCK.finditer(text) if any(match.groups()[1:])]
    if len(found) != 1:
        return text
    hour, minutes, dotted, half = found[0].groups()
    return f"{hour}:{minutes or dotted or '00'}{half or ''}".replace(".", "")


_CLOCK = re.compile(
    r"(?<![\d.:/-])(\d{1,2})(?:[:h](\d{2})|\.(\d{2})(?=\s*(?:uhr|h)\b))?(?![\d/-]|\.\d)\s*([ap]\.?m\b\.?)?",
    re.IGNORECASE,
)


def _on_day(sheet: Sheet, start: float) -> float:
    """A start that is given as a time of day, as the moment that it was where the times stand with their day."""
    moments = [moment for column in _timed(sheet) for moment in _moments(column)]
    if not moments:
        return start
    first = min(moments)
    return first - (first - start) % DAY


def _timed(sheet: Sheet) -> list[Column]:
    return sheet.all(Meaning.SPLIT, Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT_TIME)


def _moments(column: Column) -> list[float]:
    """The times of a column's sample that stand with their day, since 1970."""
    cells = (read_cell(cell) for cell in column.sample)
    return [cell.numbers[0] for cell in cells if cell is not None and cell.form is Form.CLOCK and cell.numbers[0] > DAY]


def _are_moments(column: Column) -> bool:
    return bool(column.sample) and len(_moments(column)) == len(column.sample)


def _by_arrivals(sheet: Sheet, times: Column | None) -> float | None:
    """When the race began, by times of day at the finish that are all as much later than the times; else None."""
    for column in sheet.all(Meaning.SPLIT, Meaning.RESULT) if times is not None else ():
        if times is None or column.heading is None or column.heading.point is None or not column.heading.point.finish:
            continue
        if column is times:
            continue
        cells = zip(column.cells[:_ROWS], times.cells[:_ROWS], strict=True)
        read = [(day_seconds(at, Timed("", [], START)), day_seconds(text, Timed("", [], START))) for at, text in cells]
        apart = [at - taken for at, taken in read if at is not None and taken is not None]
        least = _AN_HOUR if column.meaning is Meaning.RESULT and not _are_moments(column) else 0.0
        if len(apart) >= _FEWEST and min(apart) > least and max(apart) - min(apart) <= _ROUNDED:
            began = format_time(apart[0] % DAY, 0)
            said = f"the race began at {began}, as {column.title!r} is later than {times.title!r}"
            if said not in "".join(sheet.findings.assumed):
                sheet.findings.assume(said, "--start")
            return apart[0]
    return None


_ROWS, _FEWEST = 60, 3
_AN_HOUR = 3600.0
"""By less than that results may all be apart that are no times of day."""
_ROUNDED = 1.0
"""Seconds by which times that are rounded differ."""


def _have_days(sheet: Sheet) -> bool:
    """Whether times stand with their day, as in `2025-07-26T13:05:10`, and not as `13:05`."""
    return any(map(_moments, _timed(sheet)))


def _start_columns(sheet: Sheet) -> list[Timed]:
    own = sorted(sheet.all(Meaning.START), key=_is_gun)  # beside when the gun went that of each runner counts
    return [*(Timed.of(column, START, sheet.choices.date_order) for column in own), *clocks_at(sheet, START)]


def clocks_at(sheet: Sheet, point: Point) -> list[Timed]:
    """Columns of times of day at the start or at the finish."""
    return [
        Timed.of(column, point, sheet.choices.date_order)
        for column in sheet.all(Meaning.SPLIT)
        if column.heading is not None
        and column.heading.told is Told.CLOCK
        and (there := column.heading.point) is not None
        and (there.start, there.finish) == (point.start, point.finish)
    ]


def _is_gun(column: Column) -> bool:
    """Whether a column of starts says when the gun went."""
    return not _GUN.isdisjoint(fold(column.title.replace("_", " ")).split())


_GUN = frozenset(("gun", "wave", "official", "brutto"))


def day_seconds(text: str, column: Timed) -> float | None:
    """Seconds of a time of day: since midnight, or since 1970 where it has its day."""
    return seconds_of_day(read_cell(text.strip(), column.order))


def seconds_of_day(cell: Cell | None) -> float | None:
    """Seconds of a time of day, since midnight or 1970; None for a cell that is none."""
    if cell is None:
        return None
    if cell.form in (Form.CLOCK, Form.FIXED):
        return cell.numbers[0]
    if cell.form in (Form.TWO, Form.THREE):
        hours, minutes, seconds = (*cell.numbers, 0.0)[:3]
        return hours * 3600 + minutes * 60 + seconds if hours < 48 and minutes < 60 and seconds < 60 else None
    return None


def after_gun(sheet: Sheet, of_day: Seconds) -> Seconds:
    """Starts since the gun, where a column says when it went, else since the first of them."""
    gun = next((column for column in sheet.all(Meaning.START) if _is_gun(column)), None)
    moments = (
        [] if gun is None else [day_seconds(cell, Timed.of(gun, START, sheet.choices.date_order)) for cell in gun.cells]
    )
    went = min((moment for moment in moments if moment is not None), default=None)
    known = [start for start in of_day if start is not None]
    if went is None or not known or not 0 <= min(known) - went <= LATEST:
        return after_first(of_day)
    return after_first([went, *of_day])[1:]


def after_first(starts: Seconds) -> Seconds:
    """Starts counted from the first; those far from the others are none."""
    known = sorted(start for start in starts if start is not None)
    if not known:
        return []
    middle = median(known)
    first = next(start for start in known if start >= middle - LATEST)
    since = {start: round(start - first, 3) for start in set(known) if 0 <= start - first <= LATEST}
    return [None if start is None else since.get(start) for start in starts]
