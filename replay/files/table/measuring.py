"""How far a table's race was, what it was run on, and how long its laps are."""

import re
from collections.abc import Iterable, Sequence
from typing import NoReturn

from replay.files.table.about import FILE_NAME, find_distance, texts_of
from replay.files.table.daytime import moment_of_day, refuse_named
from replay.files.table.kinds.sports import is_ridden, is_swum, pool_of
from replay.files.table.layouts.grid import Grid
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.settling import TEAM
from replay.files.table.sheet import Sheet
from replay.files.table.started import start_of_day
from replay.files.table.stretches import whole_way
from replay.files.table.suggestion import likely_distance
from replay.files.table.values.cells import read_lapped
from replay.files.table.values.notations import likeness, plain_seconds, read_as
from replay.files.table.values.times import Form, read_cell
from replay.files.table.wording.headings import Told
from replay.files.table.wording.words import Meaning
from replay.files.understood import Question
from replay.race.events import (
    FARTHEST,
    ROAD_FROM,
    RaceForDistance,
    event_in,
    event_metres,
    events_in,
    is_cross_country,
    is_for_distance,
    is_on_road,
    is_road_event,
    is_workout,
    relay_legs,
)
from replay.race.names import fold
from replay.race.race import Course, Surface

_LONGEST = 60
"""Of what an unknown key says, where it may name the event."""
_NEARLY = 1.0025
"""A point this much beyond a distance may still be its finish."""


def measure(sheet: Sheet, grid: Grid) -> None:
    """Find the race's distance, its course and its lap."""
    lap = lap_of(sheet.columns)
    title = sheet.about.title
    said = [(title, "the title:")] if title in grid.comments.values() else []
    texts = [*said, *texts_of(sheet.source, sheet.columns, grid.above)]
    texts += [(text, f"`{key}`:") for key, text in grid.comments.items() if len(text) <= _LONGEST]
    try:
        find_distance(
            sheet.about,
            grid.comments,
            texts,
            sheet.choices,
            lambda metres: _likeness(sheet, metres),
            sheet.findings,
        )
    except RaceForDistance as error:
        raise sheet.findings.fail(None, str(error), "give how far it was: --distance") from None
    _tell_by_name(sheet)
    by_key = re.match(r"`(?!(?:bana|banen|parcours|recorrido|percorso|trasa)`)[^`]*`: '(.*)'", sheet.about.metres_from)
    if by_key is not None and sheet.about.title in (sheet.source.words, sheet.about.meeting):
        sheet.about.title = _in_most_words(by_key[1], grid.comments.values())
    if sheet.about.metres is None:
        _by_columns(sheet, lap)
    if sheet.about.metres is None:
        _ask(sheet, grid, texts)
    if sheet.about.leg_ends and abs(sheet.about.leg_ends[-1] - sheet.far) > 1:
        sheet.about.leg_ends = ()  # of another race than the one that is meant
    if sheet.about.leg_ends:
        sheet.about.legs = len(sheet.about.leg_ends)
    elif sheet.about.legs == 1:
        sheet.about.legs = _legs(sheet)
    names = _said(sheet, grid)
    if any(map(is_workout, names)) and (sheet.about.legs > 1 or any(map(_is_repeated, names))):
        sheet.about.legs = 1
        rests = "it is a workout, whose repetitions are shown one behind the other, without the rests between them"
        sheet.findings.assume(rests, "")
    if sheet.about.legs > _LEGS and any(_is_of_one(text, sheet.far) for text in names):
        sheet.about.legs = 1
    told = pool_of(names, _metres(sheet)) or _indoors(names, sheet.far)
    road = (
        sheet.about.road
        or (sheet.choices.road and not _is_on_track(sheet, names))
        or any(_ROAD.search(fold(text)) or is_cross_country(text) for text in names)
    )
    road = road or (is_on_road(sheet.far, len(sheet.lines)) and not _anybody_is_lapped(sheet))
    sheet.course = (
        sheet.choices.course or sheet.about.course or told or Course(Surface.ROAD if road else Surface.OUTDOOR)
    )
    sheet.lap = lap or sheet.course.lap_metres


def _ask(sheet: Sheet, grid: Grid, texts: Iterable[tuple[str, str]]) -> NoReturn:
    """Ask how far the race was, with what is likeliest; or when it began, where all else speaks for times of day."""
    finals = sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN)
    refuse_named(sheet, finals, (text for text, _ in texts))
    suggestion, why = ("", "") if is_swum(_said(sheet, grid)) else likely_distance(sheet)
    sheet.findings.questions.append(Question("distance", "How far was the race?", "--distance", suggestion))
    moment = moment_of_day(finals)
    hint = (
        f"give --distance {suggestion or '1500'}"
        + (f", if that is right ({why})" if why else "")
        + (f", or --start, if {moment} is a time of day" if moment else "")
        + ", or begin the file with `# event: 1500m`"
    )
    raise sheet.findings.fail(None, "the file does not say how far the race was", hint)


def _tell_by_name(sheet: Sheet) -> None:
    by_name = sheet.about.metres_from.startswith(FILE_NAME)
    if by_name and not any(FILE_NAME in clause for clause in sheet.findings.assumed):
        sheet.findings.assume(f"the race is {sheet.far:.10g} m, as {FILE_NAME} says", "--distance")


def _in_most_words(event: str, texts: Iterable[str]) -> str:
    """An event as the text has it that says the most of it: `1500m Men` and not `M1500`."""
    same = [text for text in texts if len(text) <= _LONGEST and _named(text) == _named(event)]
    return max([event, *same], key=lambda text: len(text.split()))


def _named(text: str) -> float | None:
    try:
        return event_metres(event) if (event := event_in(text)) is not None else None
    except ValueError:
        return None


def need_no_journey(sheet: Sheet) -> None:
    """Refuse a race that is farther than any: of the laps of 10^20 m there is no end.

    Raises:
        UnreadableRace: It is.
    """
    if sheet.far > FARTHEST:
        message = f"the race is {sheet.far / 1000:,.0f} km by {sheet.about.metres_from}"
        raise sheet.findings.fail(None, f"{message}, and at most 1,000 km are read", "say how far it was: --distance")


_ROAD = re.compile(
    r"\b(?:(?:road|street) (?:race|mile|run|relay|champ\w*|\d+ ?k(?:m)?)|(?:mile|km|10k|5k|miles) road|on the road"
    r"|strassenlauf\w*|stadtlauf|citylauf|city ?run|volkslauf|silvesterlauf|sur route|corrida|foulees|su strada"
    r"|stracittadina|carrera popular|san silvestre|bieg uliczny|gatlopp|turkey trot|fun run)\b"
)
"""What a race on the road is called."""


def _is_on_track(sheet: Sheet, said: Sequence[str]) -> bool:
    """Whether a race that the user calls as those on the road are, `5km`, is on a track all the same.

    It has lanes, laps of one, or is called by its metres.
    """
    laps = sum(
        column.heading is not None and column.heading.point is not None and column.heading.point.lap
        for column in sheet.all(Meaning.SPLIT)
    )
    around = laps > 1 and abs(laps - sheet.far / _LAP) <= 1
    points = _metres(sheet)[1:]
    near = len(points) > 1 and max(points) / len(points) <= 2 * _LAP
    around = around or (near and sum(metres % _LAP == sheet.far % _LAP for metres in points) > len(points) / 2)
    called = [event for text in said for event in events_in(text) if not is_road_event(event)]
    metres = any(not is_for_distance(event) and abs(event_metres(event) - sheet.far) < 1 for event in called)
    return around or metres or bool(sheet.all(Meaning.LANE)) or any(_TRACK.search(fold(text)) for text in said)


_LAP = 400.0
_TRACK = re.compile(r"\b(?:track|heats?|stadium|stadion|stade|piste|pista|bahn|bana|bane|rata)\b")
"""What says that a race is on a track."""


def _indoors(said: Sequence[str], far: float) -> Course | None:
    """The short track of a race that is said to have been in a hall; None for any other, and for a sprint."""
    within = _LAP_INDOORS <= far <= _FARTHEST_INDOORS and any(_INDOORS.search(fold(text)) for text in said)
    return Course(Surface.INDOOR) if within else None


_INDOORS = re.compile(
    r"\b(?:indoors?|hallen\w*|en salle|pista cubierta|inomhus|innendors|indendors|halowe\w*|short track)\b"
)
_LAP_INDOORS, _FARTHEST_INDOORS = 200.0, 5000.0


def _is_of_one(text: str, far: float) -> bool:
    """Whether a text says how far all laps are together, besides how many there are: `3000 (15 x 200)`."""
    return f"{far:.0f}" in re.findall(r"(?<![\d.,])\d{3,6}(?![\d.,])", text.replace(",", ""))


_LEGS = 8
"""Of a relay; more are laps."""


def _is_repeated(text: str) -> bool:
    """Whether a text speaks of several stretches, `6 x 800m`."""
    return any(relay_legs(event) > 1 for event in events_in(text))


def _said(sheet: Sheet, grid: Grid) -> list[str]:
    """Everything that names the race."""
    events = [column.sample[0] for column in sheet.all(Meaning.EVENT) if len(set(column.sample)) == 1]
    above = (cell for row in grid.above for cell in row)
    heads = (column.title for column in sheet.all(Meaning.NAME))  # `Swimmer`
    return [sheet.about.title, sheet.about.event, *events, *grid.comments.values(), *above, *heads]


def _metres(sheet: Sheet) -> list[float]:
    """How far it was, and where the splits are."""
    points = (column.heading.point for column in sheet.all(Meaning.SPLIT) if column.heading is not None)
    return [sheet.far, *(point.metres for point in points if point is not None and point.metres is not None)]


_AS_RIDDEN = 0.5
_AS_RUN = 4
"""A length takes as long to swim as so many to run."""


def _anybody_is_lapped(sheet: Sheet) -> bool:
    """Whether a cell says that somebody was a lap behind, as on a track."""
    told = (column for column in sheet.all(*_LAPPED) if sheet.far < ROAD_FROM)
    return any(read_lapped(cell) for column in told for cell in set(column.cells) if not cell[:1].isdigit())


_LAPPED = (Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.STATUS, Meaning.PLACE, Meaning.GAP)


def _legs(sheet: Sheet) -> int:
    """How many of a team run one after another, where no event says so: as many as have a column, else four."""
    members = len(sheet.all(Meaning.MEMBER))
    team = any(column.why == TEAM for column in sheet.all(Meaning.NAME))
    return members if members > 1 else 4 if team or members == 1 else 1


def lap_of(columns: Sequence[Column]) -> float | None:
    """Metres of a lap, where a column says so: `loop 400 m`."""
    for column in columns:
        if column.heading is None and len(set(column.sample)) == 1:
            text = column.sample[0].lower()
            event = event_in(text)
            if event is not None and any(word in text for word in ("loop", "lap", "runde", "tour", "giro", "circuit")):
                return event_metres(event)
    return None


def _likeness(sheet: Sheet, metres: float) -> float:
    """How likely a distance is, 0 to 1: not at all where a point lies beyond it, else by the results."""
    points = [
        column.heading.point
        for column in sheet.all(Meaning.SPLIT)
        if column.heading is not None and column.heading.point is not None
    ]
    far = [point.metres for point in points if point.metres is not None and (point.sure or point.metres >= _METRES)]
    if max(far, default=0.0) > metres * _NEARLY + 1:
        return 0.0
    finals = sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN)
    if _are_of_day(sheet, finals, metres):
        return 1.0  # and say nothing of it
    cells = [cell for column in finals for text in column.sample[:100] if (cell := read_cell(text)) is not None]
    if cells and all(cell.form is Form.CLOCK for cell in cells):  # as a spreadsheet shows times
        return sum(likeness(cell.numbers[0], metres) for cell in cells) / len(cells)
    called = sheet.about.title, sheet.about.event
    as_run = _AS_RUN if is_swum(called) else _AS_RIDDEN if is_ridden(called) else 1.0
    return read_as(cells, metres * as_run)[1] if cells else 1.0


def _are_of_day(sheet: Sheet, finals: Sequence[Column], metres: float) -> bool:
    """Whether results may be times of day: starts are, and in what stands there nobody runs so far."""
    if all(start is None for start in start_of_day(sheet)):
        return False
    cells = [cell for column in finals for text in column.sample[:5] if (cell := read_cell(text)) is not None]
    return bool(cells) and not read_as(cells, metres)[1]


_METRES = 100.0
"""A point without its unit is at so many metres at least: kilometres and miles are less."""


def _by_columns(sheet: Sheet, lap: float | None) -> None:
    """The distance by the columns: so many laps of known length, or the last point where there is no result."""
    points = [
        column.heading.point
        for column in sheet.all(Meaning.SPLIT)
        if column.heading is not None and column.heading.point is not None and column.heading.told is not Told.CLOCK
    ]
    ends = [point.metres for point in points if point.finish and point.metres is not None]
    if ends:
        sheet.about.metres, sheet.about.metres_from = ends[0], "the column of the finish"
        return
    laps = [point for point in points if point.lap]
    if lap is not None and laps:
        sheet.about.metres, sheet.about.metres_from = lap * len(laps), f"{len(laps)} laps of {lap:g} m"
        return
    if whole := whole_way(sheet):
        sheet.about.metres, sheet.about.metres_from = whole
        return
    far = [point.metres for point in points if point.metres is not None and (point.sure or point.metres >= _METRES)]
    halves = any(point.half for point in points) and not _ends_twice_the_half(sheet)  # of what the file does not say
    if far and not halves and not sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN):
        sheet.about.metres, sheet.about.metres_from = max(far), "the last column, since no other has the result"
        sheet.findings.assume(f"the race is {max(far):g} m, as the last column says", "--distance")


def _ends_twice_the_half(sheet: Sheet) -> bool:
    """Whether the times of the last column are about twice those at half of the way."""
    split = [(column, column.heading.point) for column in sheet.all(Meaning.SPLIT) if column.heading is not None]
    half = next((column for column, point in split if point is not None and point.half), None)
    if half is None or half is split[-1][0]:
        return False
    pairs = zip(map(plain_seconds, half.sample), map(plain_seconds, split[-1][0].sample), strict=False)
    parts = [early / late for early, late in pairs if early and late]
    return bool(parts) and _HALF[0] < min(parts) <= max(parts) < _HALF[1]


_HALF = (0.42, 0.54)
"""The part of a time that half of the way takes."""
