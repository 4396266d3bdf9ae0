"""IOF XML, versions 3.0 and 2.0.3: result lists of orienteering, the classes of a meeting each a race.

A split is counted from the runner's own start; who started one by one is shown as if all had started together. A
control may be visited twice, its time may be missing although it was punched, and it may be marked as missing or as
additional; the order of the controls may differ between runners of a class. A relay's team is one entry, with the ends
of its legs among the splits. Source: IOF Data Standard 3.0 (IOF.xsd) and its examples; version 2.0.3 (IOFdata.dtd).
"""

import datetime
import re

from replay.files.cleaning import clean_text
from replay.files.results.controls import FINISH, START, Punch
from replay.files.results.listed import (
    MOST_PARTS,
    Part,
    Row,
    clock,
    decimals_of,
    part_of,
    seconds_of,
    with_parts,
)
from replay.files.results.orienteering import ClassResult, Meeting, Run, Starter, reading_of
from replay.files.source import Choices, Reading, Source
from replay.files.xmltree import Element, UnreadableXml, as_instant, as_number, read_xml
from replay.race.legs import Leg
from replay.race.problems import Problem, UnreadableRace
from replay.race.race import Role, Status

_STATUSES = {
    "ok": Status.FINISHED,
    "finished": Status.FINISHED,
    "missingpunch": Status.DNF,
    "mispunch": Status.DNF,
    "overtime": Status.DNF,
    "didnotfinish": Status.DNF,
    "sportingwithdrawal": Status.DNF,
    "disqualified": Status.DQ,
    "didnotstart": Status.DNS,
    "didnotenter": Status.DNS,
    "cancelled": Status.DNS,
    "notcompeting": Status.FINISHED,
    "active": Status.UNKNOWN,
    "inactive": Status.UNKNOWN,
    "moved": Status.UNKNOWN,
    "movedup": Status.UNKNOWN,
}
_DOCUMENTS = ("ResultList", "StartList", "EntryList", "CourseData", "ClassList", "EventList", "CompetitorList")
_SAID = {"missingpunch": "missing punch", "mispunch": "missing punch", "overtime": "over time"}
"""What is noted of those whose status alone does not tell."""


def read(source: Source, choices: Choices) -> Reading:
    """One class of a result list; see `replay.files.formats.Format.read`."""
    path = str(source.path)
    try:
        root = read_xml(source.data)
    except UnreadableXml as error:
        raise UnreadableRace([Problem(path, error.line, f"this is no IOF XML: {error}")]) from None
    if root.tag not in _DOCUMENTS:
        hint = "IOF XML, GPX, TCX and LENEX are read"
        raise UnreadableRace(
            [Problem(path, root.line, f"this XML begins with {root.tag[:40]!r}, and is not read", hint)]
        )
    if root.tag != "ResultList":
        hint = "export the result list with its splits"
        raise UnreadableRace([Problem(path, root.line, f"an IOF {root.tag[:40]!r} holds no results", hint)])
    every = root.every("ClassResult")
    if len(every) > MOST_PARTS:
        said = f"it has {len(every):,} classes, and at most {MOST_PARTS:,} are read"
        raise UnreadableRace([Problem(path, root.line, said)])
    classes = [(found, number) for found in every if _starters(found) for number in _races(found)]
    if not classes:
        raise UnreadableRace([Problem(path, root.line, "no class of this result list has a runner")])
    parts = [Part(_called(*found), _starters(found[0])) for found in classes]
    chosen, said = part_of(parts, choices, "classes", path)
    if choices.distance is None and _is_for_points(classes[chosen][0]):
        said = f"the class {parts[chosen].name!r} is won by points, and is no race"
        raise UnreadableRace([Problem(path, classes[chosen][0].line, said, "give --distance to see its times")])
    version = root.attributes.get("iofVersion") or ("2.0.3" if root.first("IOFVersion") is not None else "3.0")
    meeting = Meeting(f"IOF XML {version} result list", clean_text(root.value("Event", "Name")), _date(root))
    return with_parts(reading_of(source, choices, meeting, _class(*classes[chosen])), parts, said)


def _starters(element: Element) -> int:
    return sum(child.tag in ("PersonResult", "TeamResult") for child in element.children)


def _races(element: Element) -> list[str]:
    """The numbers of a class's races, where it has several, as in a meeting of some days; else nothing, once."""
    results = (result for person in element.every("PersonResult") for result in person.every("Result"))
    found = list(dict.fromkeys(result.attributes.get("raceNumber", "1") for result in results))
    return sorted(found) if 1 < len(found) <= _MOST_RACES else [""]


_MOST_RACES = 50
"""Races of a class."""


def _is_for_points(element: Element) -> bool:
    """Whether a class has no course of a length, and its runners have scores: they choose the controls themselves."""
    results = [result for person in element.every("PersonResult") for result in person.every("Result")]
    scored = sum(result.first("Score") is not None for result in results)
    return 2 * scored > len(results) and not any(_metres(one.first("Length")) for one in element.every("Course"))


def _called(element: Element, number: str) -> str:
    name = element.value("Class", "Name") or element.value("ClassShortName") or element.value("ClassId")
    called = clean_text(name) or "unnamed class"
    return f"{called}, race {clean_text(number)}" if number else called


def _is_of(element: Element, number: str) -> bool:
    return not number or element.attributes.get("raceNumber", "1") == number


def _class(element: Element, number: str) -> ClassResult:
    courses = [course for course in element.every("Course") if _is_of(course, number)]
    own = [_metres(course.first("Length") or course.first("CourseLength")) for course in courses]
    length = sum(filter(None, own)) or None
    starters = [_single(person, number) for person in element.every("PersonResult")]
    starters += [_team(team) for team in element.every("TeamResult")]
    if length is None:
        lengths = [sum(run.length or 0 for run in starter.runs) for starter in starters]
        length = max(lengths, default=0) or None
    return ClassResult(_called(element, number), length, tuple(starters))


def _single(person: Element, number: str) -> Starter:
    result = next((result for result in person.every("Result") if _is_of(result, number)), None)
    run = _run(result) if result is not None else None
    row = _row(person, result, _name(person) or _numbered(person) or "unnamed runner", run)
    return Starter(row, (run,) if run is not None else ())


def _name(person: Element) -> str:
    name = person.first("Person", "Name") or person.first("Person", "PersonName") or person.first("PersonName")
    if name is None:
        return ""
    return clean_text(f"{name.value('Given')} {name.value('Family')}")


def _numbered(person: Element) -> str:
    """What somebody is called of whom the file has no name but a number, by which another file has it: `No. 101`."""
    known = (person.value(*path) for path in (("PersonId",), ("Person", "PersonId"), ("Person", "Id")))
    number = next(filter(None, map(clean_text, known)), "")
    return f"No. {number}" if number else ""


def _row(holder: Element, result: Element | None, name: str, run: Run | None) -> Row:
    club = holder.first("Organisation") or holder.first("Club") or holder.first("Team")
    country = (club.first("Country") if club is not None else None) or holder.first("Person", "Nationality")
    word = _status_word(result)
    finish = run.punches[-1].seconds if run is not None else None
    place = (result.value("Position") or result.value("ResultPosition")) if result is not None else ""
    bib = (result.value("BibNumber") if result is not None else "") or holder.value("BibNumber")
    return Row(
        name=name,
        line=holder.line,
        nation=clean_text(_country(country)),
        bib=clean_text(bib),
        club=clean_text((club.value("Name") or club.value("ShortName")) if club is not None else ""),
        note=_SAID.get(word, ""),
        role=Role.GUEST if word == "notcompeting" else None,
        status=_STATUSES.get(word, None if finish is not None else Status.UNKNOWN),
        place=int(place) if place.isascii() and place.isdigit() and 0 < int(place[:9]) < 1_000_000 else None,
        seconds=finish,
        text=clock(finish, run.decimals) if finish is not None and run is not None else "",
    )


def _country(element: Element | None) -> str:
    if element is None:
        return ""
    nested = element.first("CountryId") or element.first("Country")
    code = element.attributes.get("code") or (nested.attributes.get("value", "") if nested is not None else "")
    return code or element.attributes.get("value", "")


def _status_word(result: Element | None) -> str:
    if result is None:
        return "inactive"
    old = result.first("CompetitorStatus")
    word = old.attributes.get("value", "") if old is not None else result.value("Status")
    return re.sub(r"[^a-z]", "", word.lower())


def _run(result: Element) -> Run:
    """A runner's controls in the order of the course; those that are missing or additional are none."""
    punches = [Punch(START, 0.0)]
    untimed = 0
    for split in result.every("SplitTime"):
        state = split.attributes.get("status", "").lower()
        if state == "additional":
            continue
        code = split.value("ControlCode") or (split.first("ControlCode") or split).attributes.get("code", "")
        seconds = _seconds(split.first("Time")) if state != "missing" else None
        untimed += seconds is None and state != "missing"
        punches.append(Punch(clean_text(code) or f"#{len(punches)}", seconds))
    finish = _seconds(result.first("Time")) or _between(result)
    # Version 3 counts in numbers, and some programs write all of them as 2001.0.
    decimals = decimals_of(result.value("Time")) if finish is not None and finish % 1 else 0
    punches.append(Punch(FINISH, finish))
    course = result.first("Course") or result
    length = _metres(course.first("Length") or course.first("CourseLength"))
    return Run(tuple(punches), length, decimals, _started(result), untimed)


def _between(result: Element) -> float | None:
    """Seconds from the start to the finish, both times of day, of a result that does not say how many."""
    start, finish = _started(result), _at(result, "FinishTime")
    seconds = finish - start if start is not None and finish is not None else 0.0
    return round(seconds, 3) if 0 < seconds < 1e6 else None


def _started(result: Element) -> float | None:
    """The time of the start: of day and date in version 3, of the day in version 2."""
    return _at(result, "StartTime")


def _at(result: Element, name: str) -> float | None:
    moment = as_instant(result.value(name))
    return moment.timestamp() if moment is not None else _seconds(result.first(name, "Clock"))


def _metres(element: Element | None) -> float | None:
    """A course's length; version 2 may count it in kilometres."""
    value = as_number(element.text.replace(",", ".")) if element is not None else None
    if element is None or value is None:
        return None
    metres = value * (1000.0 if element.attributes.get("unit", "").lower() == "km" else 1.0)
    return metres if 50 <= metres <= 1_000_000 else None


def _seconds(element: Element | None) -> float | None:
    """Seconds of version 3, `33:21` and `0:33:21` of version 2; None for none, and for 0."""
    text = element.text if element is not None else ""
    value = as_number(text)
    if value is None and ":" in text:
        value = seconds_of(text)
    return value if value is not None and 0 < value < 1e6 else None


def _date(root: Element) -> datetime.date | None:
    found = root.first("Event", "StartTime", "Date") or root.first("Event", "StartDate", "Date")
    text = found.text if found is not None else next((e.text for e in root.within("StartTime") if e.text), "")
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _team(team: Element) -> Starter:
    """A relay's team: the sum of its legs, as far as all of them are known."""
    members = sorted(team.every("TeamMemberResult"), key=_leg)
    results = [member.first("Result") for member in members]
    runs = tuple(_run(result) for result in results if result is not None)
    known = [run.punches[-1].seconds for run in runs]
    total = sum(filter(None, known)) if known and all(known) and len(runs) == len(members) else None
    words = [_status_word(result) for result in results]
    worst = next((word for word in words if _STATUSES.get(word) is not Status.FINISHED), words[0] if words else "")
    last = results[-1].first("OverallResult") if results and results[-1] is not None else None
    place = last.value("Position") if last is not None else ""
    row = Row(
        name=clean_text(team.value("Name")) or "unnamed team",
        line=team.line,
        bib=clean_text(team.value("BibNumber")),
        club=clean_text(team.value("Organisation", "Name")),
        legs=tuple(Leg(_name(member), 0.0) for member in members),
        status=_STATUSES.get(worst, None if total is not None else Status.UNKNOWN),
        place=int(place) if place.isascii() and place.isdigit() and 0 < int(place[:9]) < 1_000_000 else None,
        seconds=total,
        text=clock(total, max((run.decimals for run in runs), default=0)) if total is not None else "",
    )
    return Starter(row, runs)


def _leg(member: Element) -> float:
    return as_number(member.value("Result", "Leg") or member.value("Leg")) or 0.0
