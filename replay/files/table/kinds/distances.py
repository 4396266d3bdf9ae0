"""Tables of races for distance: the clock ends the race, and who came farthest has won it.

Such a race is told by its name (`24h`, `One hour`), by `# duration: 1:00:00`, by the user, or by a column of distances
in which the runners differ while no column has times. The distance is that at the end; laps of known length, and
columns headed by a time (`6h`) with how far everybody was by then, are points on the way.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from replay.files.missing import is_no_time, read_place
from replay.files.source import Known
from replay.files.table.about import FILE_NAME, texts_of
from replay.files.table.account import Made
from replay.files.table.entries import entries_of
from replay.files.table.kinds.amounts import amount, metres_in
from replay.files.table.kinds.backyard import (
    BACKYARD,
    LAP_OF_HOUR,
    is_backyard,
    lap_number,
    laps_of_hours,
    laps_run,
    whole_laps,
)
from replay.files.table.kinds.hours import hours_of, is_count
from replay.files.table.kinds.lastlap import LastLap, last_laps, length_in
from replay.files.table.laid import Splits
from replay.files.table.layouts.grid import Grid
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.timed import Nothing
from replay.files.table.measuring import lap_of
from replay.files.table.results import Results
from replay.files.table.sheet import Sheet
from replay.files.table.splits import place_splits
from replay.files.table.values.cells import is_clock, is_time
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import Point
from replay.files.table.wording.words import Meaning
from replay.files.understood import Question
from replay.race.events import event_seconds, is_for_distance, read_amount
from replay.race.names import fold
from replay.race.order import beyond
from replay.race.race import Course, Entry, Evidence, Split, Status, Surface, Time
from replay.race.statuses import read_status
from replay.race.times import format_time

_TIMED = (Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT, Meaning.LAPS)
_RECORDS = ((3600.0, 21_330.0), (6 * 3600.0, 98_000.0), (86_400.0, 320_000.0), (6 * 86_400.0, 1_040_000.0))
"""Seconds, and about the farthest that anybody has run in them: the hour, 6 h, 24 h and 6 days (IAU, GOMU)."""
_USUAL = tuple(3600.0 * hours for hours in (1, 6, 12, 24, 48, 144))
_SLOWEST = 0.6
"""Metres a second of the winner of the slowest such race."""


class _Found(NamedTuple):
    """How far everybody came."""

    metres: list[float | None]
    column: Column


def take_distances(sheet: Sheet, grid: Grid) -> bool:
    """Whether the clock ended it, which it did not where the user says how far it was; see `_take`."""
    return sheet.choices.distance is None and _take(sheet, grid)


def _take(sheet: Sheet, grid: Grid) -> bool:
    """Whether a table is of a race for distance; its duration and distance are then set.

    Raises:
        UnreadableRace: It is one, and does not say how far anybody came or how long it was.
    """
    _free_times(sheet)
    timed = any(column.meaning in _TIMED and column.sample for column in sheet.columns)
    said, plain, named = _duration(sheet, grid)
    lap = lap_of(sheet.columns) or next((_lap(text) for key, text in grid.comments.items() if fold(key) in _LAPS), None)
    above = (*grid.comments.values(), *(cell for row in grid.above for cell in row))
    backyard = any("backyard" in fold(text) for text in above)
    length = length_in(above) if lap is None and (said is not None or backyard) else None
    lap = _lap(length) if length is not None else lap
    texts = [*grid.comments.values(), *(text for text, _ in texts_of(sheet.source, sheet.columns, grid.above))]
    results = sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN)
    sheet.about.backyard = is_backyard(texts, sheet.source.stem, results, lasting=said is not None and not named)
    if sheet.about.backyard:
        lap = lap or BACKYARD
    found = _how_far(sheet, lap, said, only=said is not None and plain, titled=length is not None and said is not None)
    if found is None:
        if said is not None and (plain or not timed):
            message = "this is a race for distance, in which the clock ends the race, and no column says how far"
            raise sheet.findings.fail(sheet.line, message, 'say which does, such as --column "Km=distance"')
        return False
    found = _whole(sheet, found, lap)
    far = max(filter(None, found.metres), default=0.0)
    if sheet.about.backyard and lap:
        said, plain, named = math.ceil(far / lap - _SHORT_OF_A_LAP) * 3600.0, True, False
    if said is not None and not plain and not _plausible(far, said):
        said = None
    if said is None and timed:
        return False
    if said is None:
        raise _unknown(sheet, found.column, far)
    if not _plausible(far, said) and _plausible(far * 1000, said):  # `231.520 m`, as a German list has it
        found = _Found([None if metres is None else metres * 1000 for metres in found.metres], found.column)
        far *= 1000
    if not _plausible(far, said):
        message = f"nobody runs {far:g} m in {format_time(said, 0)}, or wins with it"
        raise sheet.findings.fail(sheet.line, message, "say how long it was, such as --distance 24h")
    sheet.about.duration = said
    _tell_named(sheet, named=named)
    sheet.course = sheet.choices.course or sheet.about.course or _course(said, lap)
    sheet.lap = lap
    sheet.about.metres, sheet.about.metres_from = beyond(sheet.course, far), f"the farthest of {found.column.title!r}"
    sheet.ran = found.metres
    return True


def _tell_named(sheet: Sheet, *, named: bool) -> None:
    """Tell that only the file's name says how long the race was."""
    if named and sheet.about.duration is not None:
        clause = f"it is a race of {format_time(sheet.about.duration, 0)}, as the file's name says"
        sheet.findings.assume(clause, "--distance")


def _course(seconds: float, lap: float | None) -> Course:
    """What a race of so many seconds was run on: a road, or a track, which has no lap of a kilometre."""
    if seconds > ON_TRACK or (lap is not None and lap > _LAP_OF_TRACK):
        return Course(Surface.ROAD)
    return Course(Surface.OUTDOOR, lap if lap != Course().lap_metres else None)


_LAP_OF_TRACK = 500.0


def _whole(sheet: Sheet, found: _Found, lap: float | None) -> _Found:
    """How far everybody came, in whole laps of a backyard race."""
    if not sheet.about.backyard or not lap:
        return found
    return _Found([whole_laps(metres, lap) for metres in found.metres], found.column)


def _free_times(sheet: Sheet) -> None:
    """`15 min` heads no point of the race, but a time at which everybody was somewhere."""
    for column in sheet.all(Meaning.SPLIT):
        said = hours_of(column) is not None and column.why != "--column" and not column.share(is_clock)
        if said or column.seconds is not None:
            column.heading = None


_LAPS = frozenset({"lap", "lap m", "loop", "runde", "rundenlange", "tour", "giro", "vuelta", "volta", "okrazenie"})


def _lap(text: str) -> float | None:
    """Metres of a lap, as a line above the heading says."""
    return metres_in([text], "m")[0]


_SHORT_OF_A_LAP = 0.05
"""Of a lap: what rounded kilometres may be more than whole ones."""
ON_TRACK = 6 * 3600.0
"""Seconds from which on such a race is taken to be on the road."""


def _plausible(far: float, seconds: float) -> bool:
    """Whether the winner of a race of so many seconds came so far."""
    most = next((metres / time for time, metres in reversed(_RECORDS) if seconds >= time), 6.0)
    return _SLOWEST * seconds <= far <= 1.05 * most * seconds


def _duration(sheet: Sheet, grid: Grid) -> tuple[float | None, bool, bool]:
    """Seconds that the race took, whether that is said plainly, not only in a title, and whether by the file's name."""
    if sheet.choices.duration is not None:
        return sheet.choices.duration, True, False
    for key, text in grid.comments.items():
        cell = read_cell(text) if fold(key) in _DURATION_KEYS else None
        seconds = PLAIN.seconds(cell) if cell is not None else event_seconds(text)
        if seconds:
            return seconds, True, False
    for text, where in texts_of(sheet.source, sheet.columns, grid.above):
        named = where == FILE_NAME
        words = re.split(r"[\s_,;|()-]+", text)
        pairs = (f"{one} {two}" for one, two in pairwise(words))
        for part in (text, *re.split(r"[_,;|()]|\s-\s", text), *pairs, *words):
            seconds = event_seconds(part.strip())
            if seconds is not None:
                return seconds, "column" in where, named
    return None, any(is_for_distance(text) for text in grid.comments.values()), False


_DURATION_KEYS = frozenset({"duration", "dauer", "duree", "duracion", "durata", "duracao", "czas trwania", "duur"})


def _how_far(sheet: Sheet, lap: float | None, seconds: float | None, *, only: bool, titled: bool) -> _Found | None:
    """How far everybody came, by a column of distances in which they differ, else by laps of known length.

    Args:
        sheet: The table.
        lap: Metres of a lap, where they are known.
        seconds: How long the race was, where that is said: a column that is headed so says how far they came.
        only: Whether it is a race for distance in any case; then they need not differ.
        titled: Whether its title says how long it was and how far a lap is.
    """
    for column in sheet.all(Meaning.DISTANCE):
        if only or len(set(column.sample)) > 1:
            return _Found(metres_in(column.cells, column.title), column)
    if seconds is not None and (last := next((one for one in sheet.columns if hours_of(one) == seconds), None)):
        return _Found(metres_in(last.cells, last.title), last)
    laps = sheet.one(Meaning.LAP_COUNT)
    if laps is None and lap is not None and sheet.about.backyard:
        return _Found(*ran) if (ran := laps_run(sheet, lap)) is not None else None
    if laps is None and only:
        return _by_points(sheet) or (_by_numbers(sheet, lap) if lap is not None else None)
    if laps is None and lap is not None and titled:
        return _by_numbers(sheet, lap)
    if laps is None or lap is None:
        return None
    counts = [read_amount(cell.strip(), whole=False) if is_count(cell) else None for cell in laps.cells]
    return _Found([None if count is None else count * lap for count in counts], laps)


def _by_numbers(sheet: Sheet, lap: float) -> _Found | None:
    """How far everybody came by the last of the numbered laps that has a time."""
    laps = [(number, column) for column in sheet.columns if (number := lap_number(column)) is not None]
    laps = [(number, column) for number, column in sorted(laps, key=lambda one: one[0]) if column.share(is_time) > 0]
    found: list[float | None] = [None] * len(sheet.lines)
    for number, column in laps:
        for row, cell in enumerate(column.cells):
            if read_cell(cell.strip()) is not None and not is_no_time(cell):
                found[row] = number * lap
    return _Found(found, laps[-1][1]) if len(laps) >= _FEWEST else None


def _by_points(sheet: Sheet) -> _Found | None:
    """How far everybody came by the last point at which there is a time: each lap is one, with its metres."""
    points = [
        (point.metres, column)
        for column in sheet.all(Meaning.SPLIT)
        if column.heading is not None and (point := column.heading.point) is not None and point.sure and point.metres
    ]
    points.sort(key=lambda one: one[0])
    if len(points) < _FEWEST:
        return None
    found: list[float | None] = [None] * len(sheet.lines)
    for metres, column in points:
        for row, cell in enumerate(column.cells):
            if read_cell(cell.strip()) is not None and not is_no_time(cell):
                found[row] = metres
    return _Found(found, points[-1][1])


_FEWEST = 2


def _unknown(sheet: Sheet, column: Column, far: float) -> Exception:
    """What to ask where nobody says how long the race was; a column for times that has none is told of first."""
    likely = next((seconds for seconds in _USUAL if _plausible(far, seconds)), None)
    suggestion = f"{likely / 3600:.0f}h" if likely is not None else ""
    question = Question("distance", "How long was the race?", "--distance", suggestion)
    sheet.findings.questions.append(question)
    blank = next((f"nobody has a time in {one.title!r}, and " for one in sheet.columns if one.meaning in _TIMED), "")
    message = (
        f"{blank}the runners differ by the distance in {column.title!r} and have no times: a race for distance, of "
        "which the file does not say how long it was"
    )
    hint = f"give --distance {suggestion or '24h'}, or begin the file with `# event: {suggestion or '24h'}`"
    return sheet.findings.fail(sheet.line, message, f'{hint}; if it is a time, --column "{column.title}=result"')


def made_of_distances(sheet: Sheet, known: Known) -> Made:
    """The entries of a race for distance.

    Raises:
        UnreadableRace: Nobody is named.
    """
    results = Results(values=[read_status(cell) or Nothing.MISSING for cell in sheet.cells(Meaning.DISTANCE)])
    sheet.results = [None] * len(sheet.lines)
    if len(set(sheet.lines)) < len(sheet.lines):  # of a page all of whose rows stand in one line
        sheet.lines = list(range(1, len(sheet.lines) + 1))
    hourly = list(laps_of_hours(sheet, known)) if sheet.about.backyard else []
    _lay_laps(sheet)
    last = last_laps(sheet.columns, sheet.about.duration or 0.0)
    splits = place_splits(sheet)
    for column in sheet.columns:
        if column.why.startswith(LAP_OF_HOUR):
            splits.meanings[column.index] = column.why
    metres: dict[int | None, float | None] = dict(zip(sheet.lines, sheet.ran, strict=True))
    by_line: dict[int | None, list[Split]] = {line: [] for line in sheet.lines}
    for line, split in _on_the_way(sheet, known, splits):
        by_line[line].append(split)
    for line, split in (*hourly, *(_last_splits(sheet, known, last) if last is not None else ())):
        by_line[line].append(split)
    if last is not None:
        splits.meanings[last.column.index] = "time at the end of the last lap"
    entries = entries_of(sheet, results, splits, known)
    made = tuple(_arrived(sheet, entry, metres[entry.line], by_line[entry.line]) for entry in entries)
    places: dict[int | None, int | None] = dict(
        zip(sheet.lines, map(read_place, sheet.cells(Meaning.PLACE)), strict=True)
    )
    made = tuple(
        entry if entry.place or entry.status is not Status.FINISHED else replace(entry, place=places.get(entry.line))
        for entry in made
    )
    if not any(entry.arrival is not None for entry in made):
        raise sheet.findings.fail(None, "no runner has a distance that can be true")
    return Made(made, results, splits)


def _lay_laps(sheet: Sheet) -> None:
    """Columns of numbered laps as points of the race, where the length of a lap is known; else they are left out."""
    for column in sheet.all(Meaning.SPLIT):
        point = column.heading.point if column.heading is not None else None
        if column.heading is None or point is None or point.metres is not None or point.number is None:
            continue
        if sheet.lap is None:
            column.heading, column.why = None, "nobody says how long a lap is"
            message = f"the column {column.title!r} is left out: nobody says how long a lap is"
            hint = "begin the file with `# lap: 400`"
            sheet.findings.error("laps of unknown length", sheet.line, message, hint)
        else:
            column.heading = replace(column.heading, point=Point(sheet.lap * point.number))


def _on_the_way(sheet: Sheet, known: Known, splits: Splits) -> Iterator[tuple[int, Split]]:
    """How far everybody was at times that columns are headed by, and when at the end of each lap."""
    for column in sheet.columns:
        seconds = hours_of(column)
        if seconds is None or column.heading is not None or seconds >= (sheet.about.duration or 0.0):
            continue
        splits.meanings[column.index] = f"metres after {format_time(seconds, 0)}"
        time = Time(seconds, known.evidence, format_time(seconds, 0), known.source)
        there = metres_in(column.cells, column.title)
        unit = 1.0 if max(filter(None, there), default=0.0) <= sheet.far else 0.001  # `800` was taken for kilometres
        for line, metres in zip(sheet.lines, there, strict=True):
            if metres:
                yield line, Split(round(metres * unit, 3), time)


def _last_splits(sheet: Sheet, known: Known, last: LastLap) -> Iterator[tuple[int, Split]]:
    """When everybody ended the last lap, and how far that is: all whole laps, or as far as they came."""
    laps = sheet.one(Meaning.LAP_COUNT)
    counts = [amount(cell.strip(), whole=False) if is_count(cell) else None for cell in laps.cells] if laps else []
    lap = sheet.lap
    if lap is None and laps is not None:
        each = [ran / count for ran, count in zip(sheet.ran, counts, strict=True) if ran and count]
        lap = each[0] if each and max(each) - min(each) < _AT else None
    rows = zip(sheet.lines, last.seconds, last.texts, sheet.ran, counts or [None] * len(sheet.lines), strict=True)
    for line, seconds, text, ran, count in rows:
        if seconds and ran and lap is not None:
            metres = lap * (int(count) if count else int(ran / lap + _SHORT_OF_A_LAP))
            yield line, Split(ran if abs(metres - ran) < _AT else round(metres, 3), Time(seconds, known.evidence, text))


_AT = 0.5
"""Metres within which a point on the way is as far as somebody came."""


def _at_the_end(sheet: Sheet, metres: float, evidence: Evidence) -> Time:
    """When somebody had come as far as he did: when the clock ended it, or the hour of his last lap."""
    if sheet.about.backyard and sheet.lap:
        return Time(metres / sheet.lap * 3600.0, Evidence.ESTIMATED)
    duration = sheet.about.duration or 0.0
    return Time(duration, evidence, format_time(duration, 0))


def _arrived(sheet: Sheet, entry: Entry, metres: float | None, on_the_way: Sequence[Split]) -> Entry:
    """An entry with how far it came when the clock ended the race."""
    if metres is None:
        return replace(entry, splits=_onward([*entry.splits, *on_the_way], math.inf))
    if entry.status is Status.DNS:
        message = f"{entry.name} has a distance and did not start"
        sheet.findings.error("distances of those who did not start", entry.line, message, "take one of the two out")
        return entry
    if entry.status is Status.DNF:
        sheet.findings.repaired.add("who stopped early placed by how far they came", f"line {entry.line}")
    evidence = Evidence.MEASURED if entry.result is None else entry.result.evidence
    status = Status.DQ if entry.status is Status.DQ else Status.FINISHED
    on_the_way = [*entry.splits, *on_the_way]
    there = next((split for split in on_the_way if abs(split.distance - metres) < _AT), None)
    end = there or Split(metres, _at_the_end(sheet, metres, evidence))
    return replace(entry, status=status, arrival=end, splits=_onward(on_the_way, metres))


def _onward(splits: Sequence[Split], metres: float) -> tuple[Split, ...]:
    """Points on the way to so many metres, each farther than the one before."""
    kept: list[Split] = []
    for split in sorted(splits, key=lambda split: split.time.seconds):
        if (kept[-1].distance if kept else 0.0) < split.distance < metres:
            kept.append(split)
    return tuple(kept)
