"""LENEX 3: meets of swimming, their events each a race.

Splits are counted from the start and lie at full lengths of the pool; the finish is not among them. Everybody of an
event is in one race, whatever heat it was, and each of several heats is a race too, with its lanes. A relay's teams are
the entries. Dates of birth are not read. Source: the LENEX 3.0 technical documentation (swimrankings.net).
"""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from replay.files.cleaning import clean_text
from replay.files.results.listed import (
    Mark,
    Part,
    Row,
    clock,
    decimals_of,
    entries_of,
    part_of,
    seconds_of,
    warnings,
    with_parts,
)
from replay.files.source import Choices, Reading, Source
from replay.files.understood import Clock, Counting, Tallies, Understood
from replay.files.xmltree import Element, UnreadableXml, as_number, read_xml
from replay.race.legs import Leg, legs_of
from replay.race.problems import Problem, UnreadableRace
from replay.race.race import Course, Evidence, Race, Role, Status, Surface
from replay.race.reactions import reacted
from replay.race.track.pool import LONG_COURSE
from replay.race.units import YARD
from replay.race.venue import Venue

_STATUSES = {
    "DNS": Status.DNS,
    "WDR": Status.DNS,
    "SICK": Status.DNS,
    "DNF": Status.DNF,
    "DSQ": Status.DQ,
    "RJC": Status.DQ,
}
_NOTES = {"EXH": "exhibition", "RJC": "rejected"}
_GENDERS = {"M": "Men", "F": "Women", "X": "Mixed"}
_STROKES = {
    "FREE": "freestyle",
    "BACK": "backstroke",
    "BREAST": "breaststroke",
    "FLY": "butterfly",
    "MEDLEY": "medley",
}
_ROUNDS = {"PRE": "heats", "QUA": "quarter-finals", "SEM": "semi-finals", "FIN": "final", "TIM": "timed finals"}


@dataclass(frozen=True, slots=True)
class _Event:
    """An event of a meet."""

    name: str
    distance: float
    """Metres, of all legs of a relay together."""
    date: datetime.date | None
    ident: str
    lap: float
    """Metres of the pool."""
    unit: float = 1.0
    """Metres of what the distances are counted in: yards in pools of yards."""
    heat: str = ""
    """The ident of the heat that is meant; empty for all."""


def read(source: Source, choices: Choices) -> Reading:
    """One event of a meet; see `replay.files.formats.Format.read`."""
    path = str(source.path)
    root, swum = _counted(source)
    meet = next(root.within("MEET"), None)
    events = list(_events(meet)) if meet is not None else []
    if meet is None or not events:
        hint = "export the results of the meet; records and time standards have no races"
        raise UnreadableRace([Problem(path, root.line, "this LENEX holds no meet with events", hint)])
    parts = [(event, swum[event.ident, event.heat]) for event in [*events, *_heats(meet, events)]]
    parts = [(event, count) for event, count in parts if count]
    if not parts:
        raise UnreadableRace([Problem(path, meet.line, "no event of this meet has a result", "export its results")])
    named = [Part(event.name, count) for event, count in parts]
    chosen, said = part_of(named, choices, "events and heats", path)
    event = parts[chosen][0]
    meet = next(_tree(source, lambda _, result: (event.ident, event.heat) in _places(result)).within("MEET"))
    names = {ident: _name_of(one) for one in meet.within("ATHLETE") if (ident := one.attributes.get("athleteid"))}
    rows = [row for holder in _holders(meet) for row in _rows(holder, event, names)]
    return with_parts(_reading(source, choices, meet, event, rows), named, said)


def _counted(source: Source) -> tuple[Element, Counter[tuple[str, str]]]:
    """The meet without its results, and how many those of the first meet are for each event and heat.

    A meet has a hundred thousand results in a hundred events, of which one is read: those of all others are never kept.
    """
    swum: Counter[tuple[str, str]] = Counter()
    first: list[Element] = []

    def count(around: Sequence[Element], result: Mapping[str, str]) -> bool:
        if not first and around:
            first.extend(islice(around[0].within("MEET"), 1))
        if any(one is meet for meet in first for one in around):
            swum.update(_places(result))
        return False

    return _tree(source, count), swum


def _tree(source: Source, wanted: Callable[[Sequence[Element], Mapping[str, str]], bool]) -> Element:
    """The file with those of its results that are wanted."""
    try:
        return read_xml(source.data, {"RESULT": wanted})
    except UnreadableXml as error:
        raise UnreadableRace([Problem(str(source.path), error.line, f"this is no LENEX: {error}")]) from None


def _reading(source: Source, choices: Choices, meet: Element, event: _Event, rows: list[Row]) -> Reading:
    distance = choices.distance or event.distance
    tallies = Tallies()
    assumed = []
    lanes = [row.lane for row in rows if row.lane is not None]
    if len(set(lanes)) < len(lanes):
        rows = [replace(row, lane=None) for row in rows]
        assumed.append("all heats of the event are one race, in lanes of its own")
    title = clean_text(meet.attributes.get("name", ""))
    place = [clean_text(meet.attributes.get(key, "")) for key in ("city", "nation")]
    race = Race(
        id=source.stem,
        title=f"{title}: {event.name}" if title else event.name,
        distance=distance,
        entries=entries_of(rows, distance, tallies),
        event=event.name,
        date=event.date,
        venue=Venue(city=place[0], country=place[1]),
        course=choices.course or Course(Surface.POOL, event.lap),
        evidence=Evidence.MEASURED,
        path=str(source.path),
    )
    understood = Understood(
        format="LENEX",
        title=race.title,
        event=event.name,
        distance=distance,
        distance_from="--distance" if choices.distance else "the event in the file",
        runners=len(rows),
        counting=Counting.CUMULATIVE,
        clock=Clock.GUN,
        assumed=tuple(assumed),
        left_out=tallies.all(),
    )
    return Reading(race, warnings(str(source.path), tallies), understood)


_POOLS = {"LCM": 50.0, "SCM": 25.0, "SCY": 22.86, "SCM33": 100 / 3, "SCM20": 20.0, "SCM16": 50 / 3, "SCY36": 32.9184}
"""Metres of a length, by the meet's course."""


def _places(result: Mapping[str, str]) -> set[tuple[str, str]]:
    """What a result is of, by its attributes: an event, and a heat of it where that is known."""
    event, heat = result.get("eventid", ""), result.get("heatid", "")
    return {(event, ""), (event, heat)}


def _heats(meet: Element, events: Sequence[_Event]) -> Iterator[_Event]:
    """The heats of events that have several."""
    known = {event.ident: event for event in events}
    for element in meet.within("EVENT"):
        event, heats = known.get(element.attributes.get("eventid", "")), list(element.within("HEAT"))
        for number, heat in enumerate(heats, 1):
            ident = heat.attributes.get("heatid", "")
            if event is not None and len(heats) > 1 and ident:
                name = clean_text(heat.attributes.get("number", "")) or str(number)
                yield replace(event, name=f"{event.name}, heat {name}", heat=ident)


def _events(meet: Element) -> Iterator[_Event]:
    for session in meet.within("SESSION"):
        try:
            date = datetime.date.fromisoformat(session.attributes.get("date", "")[:10])
        except ValueError:
            date = None
        for event in session.within("EVENT"):
            style = event.first("SWIMSTYLE")
            far = as_number(style.attributes.get("distance", "")) if style is not None else None
            if style is None or far is None or not 10 <= far <= 100_000:
                continue
            legs = as_number(style.attributes.get("relaycount", "")) or 1.0
            legs = legs if 1 <= legs <= 100 else 1.0
            course = (session.attributes.get("course") or meet.attributes.get("course", "")).upper()
            ident, lap = event.attributes.get("eventid", ""), _POOLS.get(course, LONG_COURSE)
            unit, sign = (YARD, "yd") if course.startswith("SCY") else (1.0, "m")
            metres = round(far * legs * unit, 4)
            yield _Event(_name(event, style, f"{far:g} {sign}", legs), metres, date, ident, min(lap, metres), unit)


def _name(event: Element, style: Element, far: str, legs: float) -> str:
    """`12. Women 4 x 100 m freestyle, final`."""
    number = clean_text(event.attributes.get("number", ""))
    gender = _GENDERS.get(event.attributes.get("gender", ""), "")
    stroke = _STROKES.get(style.attributes.get("stroke", ""), clean_text(style.attributes.get("name", "")))
    far = f"{legs:g} x {far}" if legs > 1 else far
    turn = _ROUNDS.get(event.attributes.get("round", ""), "")
    words = " ".join(filter(None, [f"{number}." if number else "", gender, far, stroke]))
    return f"{words}, {turn}" if turn else words


def _holders(meet: Element) -> Iterator[tuple[Element, Element]]:
    """Every swimmer and every team, with their club."""
    for club in meet.within("CLUB"):
        for holder in club.within("ATHLETE", "RELAY"):
            yield club, holder


def _name_of(swimmer: Element) -> str:
    return clean_text(f"{swimmer.attributes.get('firstname', '')} {swimmer.attributes.get('lastname', '')}")


def _legs(result: Element, event: _Event, names: Mapping[str, str]) -> tuple[Leg, ...]:
    """Who swam for a team, in order: each position names an athlete of the meet, or has one in it."""
    positions = sorted(result.within("RELAYPOSITION"), key=lambda one: as_number(one.attributes.get("number", "")) or 0)
    inside = [next(one.within("ATHLETE"), None) for one in positions]
    swam = [
        _name_of(own) if own is not None else names.get(one.attributes.get("athleteid", ""), "")
        for one, own in zip(positions, inside, strict=True)
    ]
    return legs_of(swam, event.distance, len(swam)) if any(swam) else ()


def _rows(holder: tuple[Element, Element], event: _Event, names: Mapping[str, str]) -> Iterator[Row]:
    club, swimmer = holder
    for result in swimmer.within("RESULT"):
        if (event.ident, event.heat) in _places(result.attributes):
            row = _row(club, swimmer, result)
            row = replace(row, marks=tuple(mark._replace(metres=mark.metres * event.unit) for mark in row.marks))
            yield replace(row, legs=_legs(result, event, names)) if swimmer.tag == "RELAY" else row


def _row(club: Element, swimmer: Element, result: Element) -> Row:
    word = result.attributes.get("status", "").upper()
    seconds, text = _time(result.attributes.get("swimtime", ""))
    of = clean_text(club.attributes.get("name", "") or club.attributes.get("code", ""))
    if swimmer.tag == "RELAY":
        number = clean_text(swimmer.attributes.get("number", ""))
        name = clean_text(swimmer.attributes.get("name", "")) or " ".join(filter(None, [of, number]))
    else:
        name = _name_of(swimmer)
    lane = result.attributes.get("lane", "")
    noted = _NOTES.get(word) or (clean_text(result.attributes.get("comment", "")) if word in _STATUSES else "")
    return Row(
        name=name or "unnamed",
        line=result.line,
        nation=clean_text(swimmer.attributes.get("nation", "") or club.attributes.get("nation", "")),
        lane=int(lane) if re.fullmatch(r"[1-9]\d?", lane) else None,
        club=of,
        sex=clean_text(swimmer.attributes.get("gender", "")),
        note="; ".join(filter(None, [noted, _reaction(result)])),
        role=Role.GUEST if word == "EXH" else None,
        status=_STATUSES.get(word, None if seconds is not None else Status.UNKNOWN),
        seconds=seconds,
        text=text,
        marks=tuple(_marks(result)),
    )


def _reaction(result: Element) -> str:
    """What is noted of `reactiontime="+69"`, which is in hundredths and 0 for whom nobody knows."""
    hundredths = as_number(result.attributes.get("reactiontime", "").removeprefix("+"))
    return reacted(hundredths / 100) if hundredths else ""


def _marks(result: Element) -> Iterator[Mark]:
    for split in result.within("SPLIT"):
        metres = as_number(split.attributes.get("distance", ""))
        seconds, text = _time(split.attributes.get("swimtime", ""))
        if metres is not None and seconds is not None:
            yield Mark(metres, seconds, text)


def _time(text: str) -> tuple[float | None, str]:
    """Seconds and digits of `00:02:08.34`; none for `NT` and for zero."""
    seconds = seconds_of(text)
    return (None, "") if seconds is None else (seconds, clock(seconds, decimals_of(text)))
