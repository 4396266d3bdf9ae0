"""What a table says of the race as a whole: how far it was, and what it was called, where and when.

It may stand in lines above the heading (`# event: 1500m`, `Lochness marathon,23/09/2018,42k,UK`), in a column that says
the same of everybody, or in the file's name.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from replay.files.said import start_words
from replay.files.source import Choices, Source
from replay.files.table.captions import event_above, is_part, meeting_above, tells, unnumbered, venue_above
from replay.files.table.days import DATE_KEYS, day_of
from replay.files.table.findings import Findings
from replay.files.table.layouts.noted import START_KEYS
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.columns import most_common
from replay.files.table.values.months import begins_with_day
from replay.files.table.wording.spoken import is_sentence
from replay.files.table.wording.words import WORDS, Meaning, phrases
from replay.race.course import course_in
from replay.race.events import (
    FARTHEST,
    RaceForDistance,
    event_in,
    event_metres,
    events_in,
    is_for_distance,
    is_road_event,
    read_amount,
    relay_legs,
)
from replay.race.medleys import medley_ends
from replay.race.names import fold
from replay.race.race import MILE, Course


@dataclass(slots=True)
class About:
    """What is known of the race beside its runners."""

    title: str
    event: str = ""
    meeting: str = ""
    date: datetime.date | None = None
    venue: str = ""
    runner: str = ""
    """Whose race it was, where only one runner's is told."""
    otherwise: str = ""
    """The title, where what stands beside `name:` is no race but that runner."""
    start: str = ""
    """When the gun went, as written."""
    metres: float | None = None
    metres_from: str = ""
    """Who says so."""
    duration: float | None = None
    """Seconds of a race for distance."""
    course: Course | None = None
    """What it was run on, where it says so."""
    backyard: bool = False
    """Whether it is one with a lap each hour, until one is left."""
    road: bool = False
    """Whether its name says that it was on the road."""
    plain: bool = False
    """Whether it is in our own plain form, by its first lines: names then stand as they are."""
    handicap: bool = False
    """Whether each was started so late that all came in together; the first over the line has won."""
    legs: int = 1
    """How many of a team run one after another."""
    leg_ends: tuple[float, ...] = ()
    """Metres at the end of each leg, where they are not all of one length."""


_DISTANCE_KEYS = frozenset({"distance m", *phrases(WORDS[Meaning.DISTANCE])})
_EVENT_KEYS = frozenset(phrases(WORDS[Meaning.EVENT]))
_TITLE_KEYS = frozenset(
    phrases("title, bezeichnung, titel, titre, titulo, titolo, nazwa, name, naam, navn, namn, nimi, nazev")
)
_RUNNER_KEYS = frozenset(phrases(f"{WORDS[Meaning.NAME]}, athlete, runner, laufer, coureur, atleta, zawodnik"))
MEETING_KEYS = frozenset(
    phrases("""competition, comp, meeting, meet, veranstaltung, manifestation, zawody, wedstrijd, stevne, tavling,
    soutez, wettkampf, kilpailu, kisa, konkurrence, zavod, verseny, competicion, competizione, competicao, evenement""")
)
_VENUE_KEYS = frozenset(
    phrases("venue, location, place, city, town, ort, lieu, lugar, luogo, local, miejsce, plaats, sted, where")
)
_TRACK_KEYS = frozenset(phrases("track, setting, surface, course"))

SAID = (
    _DISTANCE_KEYS
    | _EVENT_KEYS
    | _TITLE_KEYS
    | MEETING_KEYS
    | DATE_KEYS
    | _VENUE_KEYS
    | _TRACK_KEYS
    | START_KEYS
    | {"distance", "duration"}
)
"""What is said of a race as a whole, beside its runners."""


def says_of_race(words: str) -> bool:
    """Whether a key in plain words says something of the race as a whole."""
    return words in SAID or _is_distance_key(words)


def _is_distance_key(words: str) -> bool:
    """Whether a key says how far it was, also with what it counts in: `distancia km`, `distance in metres`."""
    first, _, last = words.rpartition(" ")
    return words in _DISTANCE_KEYS or (last in _UNITS and first.removesuffix(" in") in _DISTANCE_KEYS)


def about(source: Source, comments: Mapping[str, str], above: Sequence[Sequence[str]], choices: Choices) -> About:
    """What the lines above the heading say, but for the distance.

    Args:
        source: The file; its stem is the title where nothing else is.
        comments: The lines `key: value`.
        above: The other lines, cell by cell.
        choices: How a day in digits is written.
    """
    said = {_key(key): value for key, value in comments.items() if value}
    titles = (cell for row in above if row[0] for cell in row)
    lines = [cell for cell in titles if len(cell) > 3 and _may_be_title(cell)]
    title_line = next((line for line in lines if not is_part(line)), next(iter(lines), "")).rstrip(" :")
    events = [cell for row in above for cell in row if _is_event_line(cell)]
    event_line = events[0] if len(events) == 1 else ""
    named_events = [value for key, value in said.items() if key in _EVENT_KEYS]
    # `Night of the 10,000m PBs` is what `10000m` was run at, and `Final` is no event.
    event = min(named_events, key=lambda text: (event_in(text) is None, len(text)), default="")
    course = next((text for key, text in said.items() if key == "course" and course_in(text) is None), "")
    meeting = _first(said, MEETING_KEYS)
    found = About(
        title=_first(said, _TITLE_KEYS)
        or _first(said, _EVENT_KEYS)
        or title_line
        or _short(event_line)
        or course
        or meeting
        or source.words,
        event=event,
        meeting=meeting or next((name for name in named_events[1:] if name != event), ""),
        venue=_first(said, _VENUE_KEYS) or venue_above(above),
        runner=_first(said, _RUNNER_KEYS),
        otherwise=event or title_line or _short(event_line) or source.words,
        start=_start(choices) or _first(said, START_KEYS),
        plain=not _OURS.isdisjoint(comments),
    )
    if not found.runner and found.title == title_line and any(_BIBS.search(cell) for row in above for cell in row):
        found.runner, found.otherwise = title_line, source.words  # one runner's page, if it is one
    if not event and not found.plain:
        found.event = event_above(above, found.title)
        found.meeting = found.meeting or meeting_above(above, found.title)
    named = (found.title, found.event, *(cell for row in above for cell in row), source.stem)
    found.leg_ends = next(filter(None, map(medley_ends, named)), ())
    found.course = course_in(_first(said, _TRACK_KEYS))
    whole = [", ".join(filter(None, row)) for row in above if len(row) > 1]  # `April 12, 2025` has a comma
    lines = [*(cell for row in above for cell in row), *whole, found.title]
    found.date = day_of(said, found.start, lines, choices.date_order)
    return found


def _start(choices: Choices) -> str:
    """When the gun went, as the user says; empty where he does not."""
    if choices.start is None or choices.start.gun is None:
        return ""
    return start_words(choices.start)


def _may_be_title(text: str) -> bool:
    """Whether a line may be a title, as `37. Stadtlauf` is: it has a word, and is neither a day nor a distance.

    A letter begins with whom it is to.
    """
    if text.endswith(",") or text.startswith(",") or is_sentence(text) or tells(text):
        return False
    return not text[0].isdigit() or (not begins_with_day(text) and re.search(r"[^\W\d_]{4,}", text) is not None)


def _short(text: str) -> str:
    """An event line as a title; of a letter's sentence the event alone."""
    return re.sub(r"(?<=\d)(?=[a-z]{2})", " ", event_in(text) or "") if is_sentence(text) else text


def _is_event_line(text: str) -> bool:
    """Whether a line is an event with whose it was: `5000m Men`."""
    return len(text.split()) > 1 and not begins_with_day(text) and event_in(text) is not None


_BIBS = re.compile(r"\b(?:bib|start ?(?:nummer|nr|no)|dossard|dorsal|pettorale|rugnummer)\b\W{0,4}\d", re.IGNORECASE)
_OURS = frozenset({"distance_m", "duration"})


def _key(text: str) -> str:
    return fold(text.replace("_", " "))


def _first(said: Mapping[str, str], keys: frozenset[str]) -> str:
    return next((value for key, value in said.items() if key in keys), "")


Said = tuple[str, str]
"""A text that may name a distance, and where it stands."""


def find_distance(
    found: About,
    comments: Mapping[str, str],
    texts: Sequence[Said],
    choices: Choices,
    likely: Callable[[float], float],
    findings: Findings,
) -> None:
    """Find how far the race was: as the user says, as the file says, or as its title, columns or name let one guess.

    Args:
        found: Where it is set.
        comments: The lines `key: value` above the heading, which win over everything but the user.
        texts: Other texts that may name it, the best first.
        choices: What the user says.
        likely: How well the columns and the times fit a distance, 0 to 1; asked of guesses only.
        findings: Where it is told what was wrong.

    Raises:
        RaceForDistance: The race was won by who ran farthest.
    """
    if choices.distance is not None:
        _set(found, choices.distance, "--distance", choices.event or found.event)
        _tell_other(comments, choices.distance, findings)
        return
    # How far it was says more than what it was called.
    for key, text in sorted(comments.items(), key=lambda one: not _is_distance_key(_key(one[0]))):
        metres = said_by(key, text, findings)
        if metres is not None:
            _set(found, metres, f"`{key}: {text}`", text)
            return
    if found.metres is None and found.leg_ends and likely(found.leg_ends[-1]):
        _set(found, found.leg_ends[-1], "the legs of its relay", "")
        return
    beside = " | ".join(text for text, _ in texts)
    for text, where in _likeliest_first(texts, likely):
        if is_for_distance(text):
            event_metres(text)  # says what is wrong with it
        events = list(dict.fromkeys(_events(text, where, beside)))
        worth = {event: likely(event_metres(event)) for event in events}
        best = max(events, key=lambda event: worth[event], default="")
        if worth.get(best) or (best and where == _ITS_COLUMN):  # its times may be of day
            _set(found, event_metres(best), f"{where} {text!r}", best)
            return
    _take_bare(found, texts, likely, findings)


def _take_bare(found: About, texts: Sequence[Said], likely: Callable[[float], float], findings: Findings) -> None:
    """A distance without its unit, where the times are surely of it: `Boys 3200`."""
    for name, where in ((text, where) for text, where in texts if where in _NAMES):
        for bare in _TRACK_NUMBER.findall(name):
            if likely(float(bare)) >= _SURELY:
                _set(found, float(bare), f"{where} {name!r}", f"{bare} m")
                findings.assume(f"the race is {bare} m, as {where.rstrip(':')} says", "--distance")
                return


def _likeliest_first(texts: Sequence[Said], likely: Callable[[float], float]) -> Sequence[Said]:
    """The texts; of several lines above that name other distances, the one in which the times are likeliest first.

    A line that names one of them is more its own than that of a festival, `Half marathon and 10 km`.
    """
    lines = [(text, list(dict.fromkeys(_events(text, where)))) for text, where in texts if where == _TITLE_LINE]
    far = {event: event_metres(event) for _, events in lines for event in events}
    if len(set(far.values())) < _SEVERAL or any(is_for_distance(text) for text, _ in texts):
        return texts
    worth = {text: (max(likely(far[event]) for event in events), -len(events)) for text, events in lines if events}
    best = max(worth, key=lambda text: worth[text])
    at = next(at for at, (_, where) in enumerate(texts) if where == _TITLE_LINE)
    return [*texts[:at], (best, _TITLE_LINE), *texts[at:]]


_SEVERAL = 2


def _events(text: str, where: str, beside: str = "") -> Iterator[str]:
    """What a text may say of the event, beside other texts."""
    yield from events_in(text, beside)
    if re.fullmatch(r"[1-9]\d{0,5}(?:\.0+)?", text) and "column" in where:
        yield text.partition(".")[0]
    elif where == _TITLE_LINE and (bare := _BARE.match(text)) is not None:
        yield bare[1]


_TITLE_LINE = "the title line:"
FILE_NAME = "the file's name"
_NAMES = ("the title:", "the title line:", FILE_NAME)
"""Where a distance may stand without its unit."""
_ITS_COLUMN = "the column"
"""That of the results."""
_TRACK_NUMBER = re.compile(r"(?<![\d.,x])(?:60|100|200|300|400|800|1000|1500|1600|3000|3200|5000|10000)(?![\d.,])")
"""A distance without its unit in a file's name, where the times are of it: `mens-800-final`."""
_SURELY = 0.6


def _tell_other(comments: Mapping[str, str], metres: float, findings: Findings) -> None:
    """Tell that the file says another distance than the user, who has the last word."""
    for key, text in comments.items():
        try:
            other = said_by(key, text, findings)
        except RaceForDistance:
            other = 0.0
        if other is not None and abs(other / metres - 1) > SAME_DISTANCE:
            findings.assume(f"the race is {metres:g} m as --distance says, and not as the line `{key}: {text}`", "")


_BARE = re.compile(r"(800|1000|1500|1600|2000|3000|3200|5000|10000)(?=\s+[A-Za-z]{1,3}\d{0,2}\b|\s*$)")
"""A distance without its unit, as lists of the best are headed: `5000 SW`, `1500 U20`."""

SAME_DISTANCE = 0.01
"""The share by which distances may differ that are one: a mile of 1609 m."""


def _set(found: About, metres: float, said: str, event: str) -> None:
    found.metres, found.metres_from = metres, said
    found.road = any(map(is_road_event, (event, *events_in(event))))  # `Riverside 10K`
    found.legs = relay_legs(event)


def said_by(key: str, text: str, findings: Findings) -> float | None:
    """Metres that a line above the heading says the race was."""
    words = _key(key)
    if _is_distance_key(words) and text:
        metres = _metres(words, text)
        if metres is None:
            findings.error("distances that cannot be read", None, f"{key} is no number of metres: {text!r}")
        return metres
    if words in _EVENT_KEYS and text:
        if is_for_distance(text):
            event_metres(text)  # says what is wrong with it
        event = event_in(text) or text
        try:
            return event_metres(event)
        except RaceForDistance:
            raise
        except ValueError:
            return None
    return None


def _metres(key: str, text: str) -> float | None:
    if re.fullmatch(r"[\d.,' ]+", text.strip()):
        words = set(key.split())
        unit = 1000.0 if words & _KILOMETRES else MILE if words & _MILES else 1.0
        try:
            metres = read_amount(text.strip(), whole=unit == 1.0) * unit
        except ValueError:
            return None
    else:
        try:
            metres = event_metres(event_in(text) or text)  # `8,6 km, 600 Hm`
        except RaceForDistance:
            raise
        except ValueError:
            return None
    short = 1 < metres < _SHORTEST and re.fullmatch(r"\d{1,2}(?:[.,]\d+)?", text.strip())
    if short or (metres < 500 and "m" not in key.split() and re.fullmatch(r"\d{2,3}[.,]\d?[1-9]", text.strip())):
        metres *= 1000.0  # `distance="21.1"` counts kilometres; 220 yards are said in `m`
    return metres if 1 <= metres <= FARTHEST else None


_SHORTEST = 45.0
"""Metres of the shortest race that is run, nearly."""


def _with_unit(column: Column) -> str:
    """What a column says of everybody, with the unit that stands in its heading: `5,200` under `km`."""
    text = most_common(column)
    unit = next((word for word in fold(column.title.replace("_", " ")).split() if word in _UNITS), "")
    return f"{text} {unit}" if unit and re.fullmatch(r"[\d.,' ]+", text) else text


_KILOMETRES = frozenset({"km", "kms", "kilometer", "kilometers", "kilometres"})
_MILES = frozenset({"mi", "miles"})
_UNITS = _KILOMETRES | _MILES | {"m", "metres", "meter", "meters"}


def texts_of(source: Source, columns: Sequence[Column], above: Sequence[Sequence[str]]) -> Iterator[Said]:
    """Texts that may name the distance, the best first: columns, lines above the heading, the file's name."""
    for meaning in (Meaning.DISTANCE, Meaning.EVENT, Meaning.CATEGORY):
        for column in columns:
            if column.meaning is meaning and len(set(column.sample)) == 1:
                yield _with_unit(column), f"the column {column.title!r}:"
    for row in above:
        for cell in row:
            yield cell, _TITLE_LINE
    for column in columns:
        if column.meaning in (Meaning.RESULT, Meaning.NET) and any(map(str.isdigit, column.title)):
            yield column.title, _ITS_COLUMN
    if re.fullmatch(r"(?!6|10)\d{1,3}[dD]|0\d+[hH]", source.stem) is None:  # `21d` is a number
        yield unnumbered(source.stem), FILE_NAME
