"""Hy-Tek Meet Manager's reports as text or HTML: the results of a meet, event by event.

An event is a line with its name, a line of headings between two lines of `=`, and a line for each runner, in columns
that the headings stand over: words begin where their heading does, times end where theirs does. Times on the way stand
below a runner, the time of the lap behind each in brackets; results are rounded up to a hundredth, so laps do not add
up to them. Field events are passed over.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from replay.files.cleaning import clean_text
from replay.files.missing import is_missing
from replay.files.results.captioned import caption
from replay.files.results.hytek_above import day_above, either_way, place_above
from replay.files.results.hytek_person import NUMBER, number_before, without_age
from replay.files.results.laps import at_lap_ends
from replay.files.results.listed import (
    Mark,
    Part,
    Row,
    distance_missing,
    entries_of,
    part_of,
    seconds_of,
    warnings,
    with_parts,
)
from replay.files.results.page_lines import shown
from replay.files.results.relayed import has_teams, is_team, members_in, with_legs
from replay.files.source import Choices, Reading, Source, need_few_lines
from replay.files.table.kinds.sports import pool_of
from replay.files.table.layouts.teams import team_lines
from replay.files.understood import Clock, Column, Counting, Tallies, Understood
from replay.race.events import event_in, event_metres, is_cross_country
from replay.race.problems import Problem, UnreadableRace
from replay.race.race import Course, Evidence, Race, Role, Status, Surface
from replay.race.statuses import read_status
from replay.race.times import as_clock
from replay.race.venue import Venue

_FORM = "Hy-Tek results"
_RULE = re.compile(r"\s*[=]{15,}\s*")
_HEADINGS = re.compile(
    rf"\s*(?:Pl(?:ace)?\s+)?(?:(?:{NUMBER})\s+)?(?:Name|Athlete)\s+(?:(?:Year|Yr|Age|Gr|Grade)\s+)?(?:School|Team|Affiliation)\b.*\b(?:Finals|Prelims|Time)\b.*"
)
"""The line of headings, where it was copied without the lines of `=` around it."""
_EVENT = re.compile(r"\s*(?:Event\s+\d+\s+)?((?:Men|Women|Boys|Girls|Mixed)\b.{3,90}?)\s*(?:\(.*\))?\s*", re.IGNORECASE)
_ROUND = re.compile(
    r"\s*(Finals?|Preliminaries|Prelims|Semi-?Finals?|Quarter-?Finals?|Heats)\s*(?:\.{3,}.*)?", re.IGNORECASE
)
_RUNNER = re.compile(r"\s*(\d{1,4}|--+|-)\s+(\S.*)")
_MARK = re.compile(
    r"(?<![\w.:])[xXJ]?((?:\d{1,3}:)?\d{1,3}[:.]\d{1,2}(?:\.\d{1,3})?)[hHaAqQ#*@!$&%^]*(?![\w.:])|(?<![\w-])[A-Z]{2,4}\b"
)
_ON_THE_WAY = re.compile(r"[\s\d:.,()]+")


@dataclass(slots=True)
class _Event:
    """One round of an event, as far as it has been read."""

    name: str
    distance: float
    headings: str
    rows: list[Row] = field(default_factory=list)
    times: list[list[str]] = field(default_factory=list)
    """For each row the times on the way."""
    members: list[list[str]] = field(default_factory=list)
    """For each row, of a relay, those who ran."""


def is_hytek(source: Source) -> bool:
    """Whether a file is such a report: by the program's name, or an event above a line of `=`."""
    if re.search(r"hy-?tek|meet manager", source.start, re.IGNORECASE):
        return "===" in source.start
    lines = source.start.splitlines()
    return has_teams(lines) or any(
        _EVENT.fullmatch(line) and (_RULE.fullmatch(after) or _HEADINGS.fullmatch(after))
        for line, after in pairwise(filter(str.strip, lines))
    )


def read(source: Source, choices: Choices) -> Reading:
    """One event of a meet; see `replay.files.formats.Format.read`."""
    path = str(source.path)
    need_few_lines(source, "report")
    lines = shown(source.data)
    events = _whole([event for event in list(_events(lines)) if event.rows])  # they fill as reading goes on
    if not events:
        hint = "field events are not replayed"
        raise UnreadableRace([Problem(path, None, "this report has no results of a race", hint)])
    parts = [Part(event.name, len(event.rows)) for event in events]
    chosen, said = part_of(parts, choices, "events", path)
    event = events[chosen]
    distance = choices.distance or event.distance
    if not distance:
        error, understood = distance_missing(path, event.name, _FORM, len(event.rows))
        return Reading(None, error.problems, understood)
    return with_parts(_reading(source, choices, event, lines, distance), parts, said)


def _whole(events: Sequence[_Event]) -> list[_Event]:
    """The rounds without those that stand heat by heat where the same runners stand below in the order of all."""
    runners = [frozenset(row.name for row in event.rows) for event in events]
    return [
        event
        for at, event in enumerate(events)
        if runners[at] not in runners[at + 1 :] or sum(row.place == 1 for row in event.rows) <= 1
    ]


def _reading(source: Source, choices: Choices, event: _Event, lines: Sequence[str], distance: float) -> Reading:
    """The race of an event over so many metres."""
    above, tallies = _above(lines), Tallies()
    days = (*above, event.name)
    surface = Surface.ROAD if any(map(is_cross_country, days)) else Surface.OUTDOOR
    course = choices.course or pool_of([event.name], [distance]) or Course(surface)
    teams = team_lines([caption(line) for line in lines])
    if teams:
        tallies.add("lines of a table of teams", f"line {teams[0] + 1}", len(teams))
    rows = [
        with_legs(_with_marks(row, times, distance, course, tallies), members, distance, event.name)
        for row, times, members in zip(event.rows, event.times, event.members, strict=True)
    ]
    split = any(row.marks for row in rows)
    race = Race(
        id=source.stem,
        title=event.name,
        distance=distance,
        entries=entries_of(rows, distance, tallies),
        meeting=next(iter(above), ""),
        date=next(filter(None, (day_above(text, choices.date_order) for text in days)), None),
        venue=Venue(city=place_above(above)),
        course=course,
        evidence=Evidence.MEASURED,
        path=str(source.path),
    )
    either = "" if choices.date_order is not None else next(filter(None, map(either_way, days)), "")
    understood = Understood(
        format=_FORM,
        title=race.title,
        event=event.name,
        distance=distance,
        distance_from="--distance" if choices.distance else "the event's name",
        runners=len(rows),
        counting=Counting.CUMULATIVE if split else None,
        clock=Clock.GUN,
        columns=_columns(event.headings),
        assumed=tuple(filter(None, [_AT_LAPS if split else "", either])),
        left_out=tallies.all(),
    )
    return Reading(race, warnings(str(source.path), tallies), understood)


_AT_LAPS = "the times on the way are at the ends of the laps"


def _above(lines: Sequence[str]) -> list[str]:
    """What is centred above all events and neither the program's nor the page's: the meeting first."""
    above: list[str] = []
    for line in [line for line in lines[:_ABOVE] if line.strip()][:12]:
        text = clean_text(line)
        if (event := _EVENT.fullmatch(line)) or _RULE.fullmatch(line):
            beside = _APART.split(event[1])[1:] if event is not None else []
            above += [part for text in beside for part in re.split(r",\s+(?!\d{4})", clean_text(text))]
            break
        if (
            text
            and not re.search(r"hy-?tek|page \d|licensed|^results|site license", text, re.IGNORECASE)
            and not _PRINTED.search(text)
        ):
            above.append(text)
    return above


_PRINTED = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?: -)? \d{1,2}:\d{2} ?[AP]M$", re.IGNORECASE)
"""When a report was printed, behind who may use the program."""
_ABOVE = 60
_APART = re.compile(r"\s{3,}")
"""What stands between an event and its meeting in one line."""


def _columns(headings: str) -> tuple[Column, ...]:
    """What the columns were taken for, by the headings of the event that was read."""
    apart = r"\s{2,}" if "  " in headings.strip() else r"\s+"
    return tuple(Column(title, _meaning(title)) for title in re.split(apart, headings.strip()) if title)


def _meaning(title: str) -> str:
    for words, meaning in _MEANINGS.items():
        if re.fullmatch(words, title) is not None:
            return meaning
    return ""


_MEANINGS = {
    "Pl|Place": "place",
    NUMBER: "bib",
    "Name|Athlete": "name",
    "School|Team|Affiliation|(?:Year|Yr) School|Age Team": "club",
    "Finals Time|Finals|Prelims|Time|Time Points": "result",
}


def _events(lines: Sequence[str]) -> Iterator[_Event]:
    name, event = "", None
    for number, line in enumerate(lines, 1):
        heading = _heading(lines, number)
        if heading and name and (event is None or event.headings != heading):
            event = _begun(name, heading)
            if event is not None:
                yield event
        elif _RULE.fullmatch(line):
            continue
        elif (found := _EVENT.fullmatch(line)) is not None and not _RUNNER.fullmatch(line):
            name, event = clean_text(_APART.split(found[1])[0]), None
        elif event is None:
            event = _headless(name, lines, number)
            yield from filter(None, [event])
        elif (found := _ROUND.fullmatch(line)) is not None:
            if event.rows:
                event = replace(event, rows=[], times=[], members=[])
                event.name = f"{name}, {found[1].lower()}"
                yield event
            else:
                event.name = f"{name}, {found[1].lower()}"
        else:
            _take(event, number, line)


def _headless(name: str, lines: Sequence[str], number: int) -> _Event | None:
    """A relay whose headings were not copied, with its first team; None for any other line."""
    line, rest = lines[number - 1], range(number, len(lines))
    if not line.strip() or not is_team(line, next((lines[at] for at in rest if lines[at].strip()), "")):
        return None
    event = _begun(name, "") if name else _Event("Relay", 0.0, "")
    if event is not None:
        _take(event, number, line)
    return event


def _heading(lines: Sequence[str], number: int) -> str:
    """The headings that a line begins: below a line of `=`, or in itself; empty where it begins none."""
    line, below = lines[number - 1], lines[number : number + 2]
    if _RULE.fullmatch(line):
        return below[0] if len(below) == 2 and _RULE.fullmatch(below[1]) else ""
    return line if _HEADINGS.fullmatch(line) else ""


def _begun(name: str, heading: str) -> _Event | None:
    """An event whose headings have been met; None for one that is no race."""
    plain = re.sub(
        r"^(?:Men|Women|Boys|Girls|Mixed)\b|\b(?:Invitational|Open|Varsity|JV|Championship|Section \d+)\b", "", name
    )
    plain = clean_text(plain)
    try:
        return _Event(name, event_metres(plain), heading)
    except ValueError:
        event = event_in(plain) if _FIELD.search(plain) is None else None  # a shot of `4k` is no race
    return _Event(name, event_metres(event), heading) if event is not None else None


_FIELD = re.compile(r"\b(?:put|shot|throw|discus|javelin|hammer|weight|jump|vault|athlon)", re.IGNORECASE)


def _take(event: _Event, number: int, line: str) -> None:
    """A line below an event's headings: a runner, or times on the way of the one above."""
    runner = _RUNNER.fullmatch(line)
    if runner is not None and not (_ON_THE_WAY.fullmatch(line) and event.rows):
        row = _runner(event.headings, number, line, runner)
        if row is not None:
            event.rows.append(row)
            event.times.append([])
            event.members.append([])
    elif event.rows and (members := members_in(line)):
        event.members[-1] += members
    elif event.rows and line.strip() and _ON_THE_WAY.fullmatch(line):
        outside = re.sub(r"\([^)]*\)", " ", line)
        event.times[-1] += outside.split()


def _runner(headings: str, number: int, line: str, runner: re.Match[str]) -> Row | None:
    """A runner's line, by the columns that the headings stand over."""
    name_at, year_at, team_at = (
        _column(headings, word) for word in ("Name|Athlete", "Year|Yr|Age|Gr|Grade", "School|Team|Affiliation")
    )
    end = max(
        (found.end() for found in re.finditer(r"Finals Time|Finals|Prelims|Time", headings)), default=len(headings)
    )
    text_from = team_at if team_at is not None else runner.start(2)
    marks = [found for found in _MARK.finditer(line) if found.start() > text_from]
    if not marks:
        return None
    mark = min(marks, key=lambda found: abs(found.end() - end))
    if mark[1] is None:
        noted = read_status(line[mark.start() :].strip()) or read_status(mark[0])  # with its reason in brackets
    else:
        noted = read_status(runner[1]) if runner[1].isalpha() else None
    seconds = seconds_of(mark[1]) if mark[1] is not None else None
    if seconds is None and noted is None and not is_missing(mark[0]):
        return None
    first = min(found.start() for found in marks)
    bib, begins = number_before(headings, line[runner.start(2) :])
    begins += runner.start(2)
    unset = _UNSET.fullmatch(line[runner.start(2) : first].strip()) if "  " not in headings.strip() else None
    if unset is not None:
        name, team = unset[1], unset[2]
    else:
        team = clean_text(line[_word_at(line, team_at) : first]) if team_at is not None else ""
        named = name_at is not None or not headings
        name = line[begins : _word_at(line, year_at or team_at or first)] if named else team
    name, sex = without_age(name)
    name = clean_text(name)
    if "," in name:
        family, _, given = name.partition(",")
        name = f"{given.strip()} {family.strip()}".strip()
    return Row(
        name=name.lstrip("#") or team or f"row {number}",
        line=number,
        bib=bib,
        sex=sex,
        club=team,
        note=(_HEAT.sub("", noted.note) if "H#" in headings else noted.note) if noted is not None else "",
        role=Role.GUEST if mark[0][:1] in "xX" and seconds is not None else None,
        status=noted.status if noted is not None else Status.FINISHED if seconds is not None else Status.UNKNOWN,
        place=int(runner[1]) or None if runner[1].isdecimal() else None,
        seconds=seconds,
        text=as_clock(mark[1], seconds) if seconds is not None else "",
    )


_UNSET = re.compile(r"(\D+?) (?:RS[- ]?)?(?:FR|SO|JR|SR|Fr|So|Jr|Sr|[5-9]|1[0-2])\.?(?:-\d)? (\D.*)")
"""Name, year and team where single blanks part what stands in columns elsewhere: the year lies between the two."""


_HEAT = re.compile(r"\s*\d{1,2}(?:\s{2,}|$)")
"""The number of the heat, which stands between what became of somebody and why."""


def _word_at(line: str, at: int) -> int:
    """Where the word begins in which a column would: a line that was typed or pasted is a little off its headings."""
    while 0 < at < len(line) and not line[at - 1].isspace() and not line[at].isspace():
        at -= 1
    return at


def _column(headings: str, words: str) -> int | None:
    found = re.search(rf"\b(?:{words})\b", headings)
    return found.start() if found is not None else None


def _with_marks(row: Row, times: Sequence[str], distance: float, course: Course, tallies: Tallies) -> Row:
    if not times:
        return row
    marks = _labelled(times, distance) or at_lap_ends(times, row.seconds, distance, course)
    if marks is None:
        tallies.add("runners' times on the way, which do not fit the laps", row.name)
    return replace(row, marks=marks or ())


def _labelled(times: Sequence[str], distance: float) -> tuple[Mark, ...]:
    """Times that stand behind their distances, as FlashResults has them: `300: 44.1  700: 1:44.5`."""
    pairs = [(far[:-1], text) for far, text in pairwise(times) if far[-1] == ":" and far[:-1].isdigit()]
    read = [(float(far), seconds_of(text), text) for far, text in pairs]
    return tuple(
        Mark(metres, seconds, as_clock(text, seconds))
        for metres, seconds, text in read
        if seconds is not None and 0 < metres < distance
    )
