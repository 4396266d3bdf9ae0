"""From what a list says of a runner to an entry, and from a file of several races to one of them.

Whatever cannot be true is left out and counted by its kind; a single wrong row never spoils the others.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import NamedTuple

from replay.files.cleaning import short
from replay.files.source import Choices, Reading
from replay.files.table.kinds.lastlap import LENGTH
from replay.files.understood import Question, Tallies, Understood
from replay.race.events import SHORTEST, as_off_road, event_in, event_metres, events_in, is_off_road, relay_legs
from replay.race.legs import Leg
from replay.race.limits import can_finish, is_possible, sound_splits
from replay.race.medleys import medley_ends
from replay.race.names import fold
from replay.race.nations import nation_code
from replay.race.problems import Problem, Severity, UnreadableRace, did_you_mean
from replay.race.race import Entry, Evidence, Role, Split, Status, Time
from replay.race.times import format_time, parse_time

_AT_FINISH = 0.5
"""Metres from the finish within which a split is the finish."""
MOST = 100_000
"""Runners of one file."""
MOST_PARTS = 5_000
"""Races of one file."""


class Mark(NamedTuple):
    """A time at a distance."""

    metres: float
    """From the start."""
    seconds: float
    """From the start."""
    text: str
    """Its digits."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a list says of one runner, or one team."""

    name: str
    line: int | None = None
    nation: str = ""
    bib: str = ""
    lane: int | None = None
    club: str = ""
    sex: str = ""
    note: str = ""
    role: Role | None = None
    status: Status | None = None
    """None where the list says nothing: who has a result finished."""
    place: int | None = None
    start: float | None = None
    """Seconds after the gun at which he started."""
    seconds: float | None = None
    """The result; None where there is none."""
    text: str = ""
    """Its digits."""
    legs: tuple[Leg, ...] = ()
    """Who of a team runs."""
    team: int = 1
    """How many run one after another, where nobody says who."""
    marks: tuple[Mark, ...] = ()
    """On the way, in any order."""


def clock(seconds: float, decimals: int = 0) -> str:
    """Seconds as the digits of a time; as many decimals as the list counts in."""
    return format_time(seconds, decimals)


def seconds_of(text: str) -> float | None:
    """Seconds of a time such as `2:01.35`; None for what is none, and for 0."""
    try:
        seconds = parse_time(text)
    except ValueError:
        return None
    return seconds if seconds > 0 else None


def decimals_of(text: str) -> int:
    """How many digits stand behind the point of a number, three at most."""
    return min(len(text.replace(",", ".").partition(".")[2]), 3)


_FAR = re.compile(
    r"(?<![\w.,#])\d(?:[\d' ]|[.,](?! ))*\s*(?:m|km|mi|miles?|milers?|yards?|yds?|y|k)?\b"
    r"|\bmile\b|\b(?:half )?marathon\b",
    re.IGNORECASE,
)


def distance_in(text: str) -> float | None:
    """The first distance in words, such as `800m` in `20:10 | 800m M, MJU20`; None without any.

    A number without a unit counts from 50 on: below it is a heat's or an age.
    """
    text = LENGTH.sub(" ", _A_LAP.sub("\n", re.sub(_DAY, " ", short(text))))
    off_road = is_off_road(text)
    if ends := medley_ends(text):
        return ends[-1]
    relay = next((event for event in events_in(text) if relay_legs(event) > 1), None)
    if relay is not None:
        return event_metres(relay)
    for match in _FAR.finditer(text):
        found = match[0].strip(" ,.'")
        if found.isdecimal() and (int(found) < 50 or 1900 <= int(found) < 2100 or _COUNTED.match(text, match.end())):
            continue
        if _PARTS_OF.fullmatch(found) is not None:  # a time of a sprint
            continue
        if found.isdecimal() and _ORDINAL.match(text, match.start()):  # `Oak 50. Run`
            continue
        counted = text[: match.start()].endswith("(") and text[match.end() :].startswith(")")
        if counted and found.isdecimal() and int(found) % _ROUND_METRES:  # `Men (317)`: so many ran
            continue
        with suppress(ValueError):
            if (metres := event_metres(as_off_road(found) if off_road else found)) >= SHORTEST:
                return metres
    event = event_in(text)  # in words: `5 kilometer road race`
    return event_metres(event) if event is not None else None


_A_LAP = re.compile(
    r"(?<![\w.,])\d[\d.,]* ?(?:km|mi|miles?|m) ?(?:/|per|pro|par|por|na) ?"
    r"(?:laps?|loops?|yards?|rounds?|runden?|tour|boucle|vuelta|volta|giro|varv|ronde|okrazenie|kierros|kolo)\b",
    re.IGNORECASE,
)
"""How long a lap is: `6.7 km/lap`."""
_ORDINAL = re.compile(r"\d{1,3}\. [^\W\d_]{3}")
_ROUND_METRES = 50
"""What the metres of a race that are written without a unit are multiples of."""
_COUNTED = re.compile(
    r"\s*(?:runners|finishers|athletes|participants|people|starters|entrants|competitors|women|men|teams|l[aä]ufer\w*"
    r"|teilnehmer\w*|finisher|coureurs|participantes|corredores|atleti|partecipanti|deelnemers|lopers|deltagare)\b",
    re.IGNORECASE,
)
"""What a number counts that is no distance: `412 runners`."""
_PARTS_OF = re.compile(r"\d+[.,]\d{1,2}")
_DAY = (
    r"\d{1,2}:\d\d\S*|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d\s*[,.:;]\s+(?=\d)"
)
"""Days and times of day, which are no distances."""


def entry_of(row: Row, distance: float, tallies: Tallies) -> Entry:
    """The entry of a row.

    Args:
        row: What the list says.
        distance: Metres of the race.
        tallies: Where what is left out is counted.
    """
    result = None
    if row.seconds is not None and row.seconds > 0:
        result = Time(row.seconds, Evidence.MEASURED, row.text)
    status = row.status or (Status.UNKNOWN if result is None else Status.FINISHED)
    if status in {Status.DNF, Status.DNS, Status.UNKNOWN}:
        result = None
    kept = _splits(row, result, distance, tallies)
    team = round(distance / row.legs[1].start) if len(row.legs) > 1 and row.legs[1].start else row.team
    if result is not None and not is_possible(replace(result, seconds=result.seconds / team), distance / team):
        if kept and not can_finish(kept[-1], result, distance):
            tallies.add("results that the splits before them rule out", f"{row.name}'s {row.text}")
            result, status = None, Status.UNKNOWN if status is Status.FINISHED else status
        else:
            tallies.add("results faster than any human, kept", f"{row.name}'s {row.text}")
    return Entry(
        name=row.name,
        nation=nation_code(row.nation),
        bib=row.bib,
        lane=row.lane,
        club=row.club,
        sex=row.sex,
        note=row.note,
        role=row.role,
        legs=row.legs,
        status=status,
        place=row.place if status is Status.FINISHED else None,
        result=result,
        splits=kept,
        start=row.start,
        line=row.line,
    )


def _splits(row: Row, result: Time | None, distance: float, tallies: Tallies) -> tuple[Split, ...]:
    """The splits on the way that can be true."""
    beyond = sum(1 for mark in row.marks if mark.metres > distance + _AT_FINISH)
    if beyond:
        tallies.add("splits beyond the finish", row.name, beyond)
    splits = tuple(
        Split(metres, Time(seconds, Evidence.MEASURED, text), line=row.line)
        for metres, seconds, text in sorted(set(row.marks))
        if 0 < metres < distance - _AT_FINISH and seconds > 0
    )
    kept, dropped = sound_splits(_once(splits, tallies, row.name), result, distance)
    for split, reason in dropped:
        said = f"{row.name}'s {split.time.text} at {split.distance:g} m, which {reason}"
        tallies.add("splits that cannot be true", said)
    return kept


def _once(splits: Sequence[Split], tallies: Tallies, name: str) -> list[Split]:
    """One split for each distance: the first of several."""
    kept: list[Split] = []
    for split in splits:
        if kept and kept[-1].distance == split.distance:
            tallies.add("second splits at one distance", f"{name} at {split.distance:g} m")
        else:
            kept.append(split)
    return kept


def entries_of(rows: Sequence[Row], distance: float, tallies: Tallies) -> tuple[Entry, ...]:
    """The entries of a list; at most `MOST`."""
    if len(rows) > MOST:
        tallies.add("runners", f"the {MOST + 1:,}th", len(rows) - MOST)
    return tuple(entry_of(row, distance, tallies) for row in rows[:MOST])


class Part(NamedTuple):
    """One of the races of a file."""

    name: str
    runners: int
    teams: bool = False
    """Whether these are teams, beside which their runners stand as a rule; half of them count then."""


def part_of(parts: Sequence[Part], choices: Choices, what: str, path: str) -> tuple[int, str]:
    """Which of a file's races is meant: the one the user names, by name or number, else the largest.

    Args:
        parts: The races, at least one.
        choices: What the user says.
        what: What a race is called in the format, in the plural: `classes`.
        path: The file, for messages.

    Returns:
        Its index, and what was decided, as a clause; empty where there was nothing to decide.

    Raises:
        UnreadableRace: The user names none of them.
    """
    if choices.part is not None:
        return _named(parts, choices.part, what, path), ""
    largest = max(range(len(parts)), key=lambda index: (parts[index].runners // (1 + parts[index].teams), -index))
    if len(parts) == 1:
        return largest, ""
    chosen = _final_of(parts, largest)
    others = [f"{part.name} ({part.runners})" for index, part in enumerate(parts) if index != chosen]
    more = f" and {len(others) - 8} more" if len(others) > 8 else ""
    why = "the largest" if chosen == largest else f"the final of the largest, {parts[largest].name!r}"
    told = f"of {len(parts)} {what} this is {parts[chosen].name!r}, {why}; `--part NAME` takes another"
    return chosen, f"{told}: {', '.join(others[:8])}{more}"


def _final_of(parts: Sequence[Part], index: int) -> int:
    """The final of the event of which a part has the heats; the part itself where there is none."""
    match = _ROUND.search(parts[index].name)
    if match is None:
        return index
    event = parts[index].name[: match.start()]
    finals = (
        at for at, part in enumerate(parts) if part.name.startswith(event) and _FINAL.fullmatch(part.name[len(event) :])
    )
    return next(finals, index)


_ROUND = re.compile(
    r"[\s,–-]*\b(?:prelim(?:inarie)?s?|heats?|qualifying|qualification|semi-?finals?|quarter-?finals?|round 1"
    r"|vorl[aä]uf\w*|zwischenl[aä]uf\w*|s[ée]ries|demi-finales?|batterie|semifinali?)\b.*",
    re.IGNORECASE,
)
_FINAL = re.compile(r"[\s,–-]*(?:grand )?(?:finals?|finale|endlauf|finał|final a)\s*", re.IGNORECASE)


def with_parts(reading: Reading, parts: Sequence[Part], said: str = "") -> Reading:
    """The reading of one race of a file, with the names of all and what was decided; see `part_of`."""
    names = tuple(part.name for part in parts) if len(parts) > 1 else ()
    assumed = (*filter(None, [said]), *reading.understood.assumed)
    return replace(reading, understood=replace(reading.understood, parts=names, assumed=assumed))


def _named(parts: Sequence[Part], name: str, what: str, path: str) -> int:
    wanted = fold(name)
    names = [fold(part.name) for part in parts]
    found = [index for index, known in enumerate(names) if known == wanted]
    if not found and name.isascii() and name.isdigit() and 1 <= int(name[:9]) <= len(parts):
        return int(name) - 1
    found = found or [index for index, known in enumerate(names) if wanted and f" {wanted} " in f" {known} "]
    if len(wanted) > 1:  # the beginning of a word
        found = found or [index for index, known in enumerate(names) if f" {wanted}" in f" {known}"]
    if len(found) == 1:
        return found[0]
    if found:
        named = ", ".join(repr(parts[index].name) for index in found[:8])
        raise UnreadableRace([Problem(path, None, f"{name!r} may be any of the {what} {named}", "give the whole name")])
    hint = did_you_mean(name, [part.name for part in parts])
    known = ", ".join(part.name for part in parts[:12])
    raise UnreadableRace([Problem(path, None, f"none of the {what} is called {name!r}", hint or f"they are {known}")])


def distance_missing(path: str, name: str, form: str, runners: int) -> tuple[UnreadableRace, Understood]:
    """What to say of a race of which nobody knows how long it is."""
    problem = Problem(path, None, f"the file does not say how far {name!r} was", "give --distance, such as 1500 or 5km")
    question = Question("distance", f"How far was {name!r}?", "--distance")
    return UnreadableRace([problem]), Understood(form, title=name, runners=runners, questions=(question,))


def warnings(path: str, tallies: Tallies) -> tuple[Problem, ...]:
    """The tallies as problems, one for each kind."""
    return tuple(Problem(path, None, f"left out: {tally}", severity=Severity.WARNING) for tally in tallies.all())
