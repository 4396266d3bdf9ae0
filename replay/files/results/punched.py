"""Orienteering's CSV files: OE's and SPORTident's lists with punches, and SplitsBrowser's classes with legs.

OE writes its headings in the language it runs in, so columns go by their place. The first control stands in column 44,
46 or 60 (counted from 0), which tells the variant; from there on a code and a time follow each other, in rows of any
length. Times count from the start (`1:50`, `84:46`, `1:02:31`), `-----` is a control without a punch, and a status
stands in the column of places (`mp`, `n/c`), behind the name (`Funnell mp`), or as OE's number for it.

SplitsBrowser's own file has a line with a class and its number of controls, and below it a line for each runner: given
and family name, club, time of the start, and the time of each leg; `00:00` is none. Source: splitsbrowser.org.uk.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from replay.files.cleaning import clean_text
from replay.files.missing import is_missing, read_place
from replay.files.results.controls import FINISH, START, Punch
from replay.files.results.listed import MOST_PARTS, Part, Row, clock, part_of, seconds_of, with_parts
from replay.files.results.orienteering import ClassResult, Meeting, Run, Starter, reading_of
from replay.files.source import Choices, Reading, Source, need_few_lines
from replay.files.table.containers.sheets import text_of
from replay.files.table.values.people import joined
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.words import Meaning
from replay.race.events import read_amount
from replay.race.names import fold
from replay.race.problems import Problem, UnreadableRace
from replay.race.race import Role, Status
from replay.race.statuses import read_status

_FEWEST = 40
"""Signs that part the cells of OE's headings."""


class _Columns(NamedTuple):
    """Where things stand in a row; None for what it has not."""

    control: int
    family: int
    given: int | None
    start: int | None
    time: int | None
    classifier: int | None
    club: int | None
    nation: int | None
    category: int | None
    guest: int | None
    course: int | None
    kilometres: int | None
    place: int | None
    bib: int | None


_OE = {
    44: _Columns(44, 3, None, 7, 9, 10, 13, 14, 16, 6, 37, 38, 41, 0),
    46: _Columns(46, 3, 4, 9, 11, 12, 15, 16, 18, 8, 39, 40, 43, 0),
    60: _Columns(60, 5, 6, 11, 13, 14, 20, 21, 25, 10, 53, 54, 57, 1),
}
_FIRST = re.compile(
    r"(?:control|posten|poste|post|kontroll|kontrola|rasti)[ _]?1\"?([;,\t])\"?"
    r"(?:punch|stempel\w*|poin[cç]on|time|zeit|temps|tid)[ _]?1\b",
    re.IGNORECASE,
)
"""The headings of the first control and of the time there, where a list says where things stand in it."""
_OWN = {
    "classifier": ("classifier", "wertung", "status"),
    "guest": ("nc", "n c", "ak"),
    "kilometres": ("km",),
    "course": ("course", "bahn"),
    "category": ("short", "class", "class name", "klasse", "kategorie", "kurz", "category"),
}
"""Headings by what is OE's own in them, folded."""
_CLASSIFIERS = {
    "1": (Status.DNS, ""),
    "2": (Status.DNF, ""),
    "3": (Status.DNF, "missing punch"),
    "4": (Status.DQ, ""),
    "5": (Status.DNF, "over time"),
}
"""OE's numbers; 0 is well."""
_CODE = re.compile(r"\d{1,4}|[A-Z]\d{0,3}")
_CLASS = re.compile(r"\s*([^,;\d\s][^,;]{0,60}?)\s*[,;]\s*(\d{1,3})[\s,;]*")


def is_oe(source: Source) -> bool:
    """Whether a file is one of OE's lists: its many columns, and what stands where a row's first control does."""
    first, _, rest = source.start.lstrip().partition("\n")
    if first.count(";") >= _FEWEST and _variant(first, next(cells_of(rest), [])) is not None:
        return True
    return _headed(first) is not None


def is_splitsbrowser(source: Source) -> bool:
    """Whether a file begins with a class and a runner with as many legs as it has controls, and one more."""
    lines = source.start.lstrip().splitlines()[:2]
    found = _CLASS.fullmatch(lines[0]) if len(lines) > 1 else None
    return found is not None and _legs(_parted(lines[1]), int(found[2])) is not None


def read_oe(source: Source, choices: Choices) -> Reading:
    """One class of an OE list; see `replay.files.formats.Format.read`."""
    need_few_lines(source, "list")
    text = text_of(source, choices)
    first, _, rest = text.lstrip().partition("\n")
    headed = _FIRST.search(first[:_LONGEST])
    rows = list(cells_of(rest, headed[1] if headed is not None else ";"))
    at = _variant(first, rows[0] if rows else [])
    if at is None:
        raise UnreadableRace([Problem(str(source.path), 2, "this OE list names no runner")])
    by_class: dict[str, list[tuple[Starter, float | None]]] = {}
    for line, row in enumerate(rows, 2):
        own = _starter(at, row, line)
        if own is not None:
            name = _cell(row, at.category) or _cell(row, at.course) or "unnamed class"
            by_class.setdefault(name, []).append(own)
    classes = [
        ClassResult(name, max((far for _, far in own if far), default=None), tuple(starter for starter, _ in own))
        for name, own in by_class.items()
    ]
    return one_of(source, choices, classes, "OE list with punches")


def read_splitsbrowser(source: Source, choices: Choices) -> Reading:
    """One class of a SplitsBrowser file; see `replay.files.formats.Format.read`."""
    need_few_lines(source, "list")
    classes: list[ClassResult] = []
    controls = 0
    for line, text in enumerate(text_of(source, choices).splitlines(), 1):
        cells = _parted(text)
        if (found := _CLASS.fullmatch(text)) is not None:
            classes.append(ClassResult(clean_text(found[1]), None, ()))
            controls = int(found[2])
        elif classes and (legs := _legs(cells, controls)) is not None:
            classes[-1] = replace(classes[-1], starters=(*classes[-1].starters, _runner(cells, legs, line)))
    return one_of(source, choices, [own for own in classes if own.starters], "SplitsBrowser CSV")


def one_of(source: Source, choices: Choices, classes: Sequence[ClassResult], form: str) -> Reading:
    """The reading of the class that is meant.

    Raises:
        UnreadableRace: There is none, or there are too many.
    """
    path = str(source.path)
    if not classes or len(classes) > MOST_PARTS:
        said = (
            f"it has {len(classes):,} classes, and at most {MOST_PARTS:,} are read" if classes else "it has no runner"
        )
        raise UnreadableRace([Problem(path, None, said)])
    parts = [Part(found.name, len(found.starters)) for found in classes]
    chosen, said = part_of(parts, choices, "classes", path)
    return with_parts(reading_of(source, choices, Meeting(form), classes[chosen]), parts, said)


def cells_of(text: str, sign: str = ";") -> Iterator[list[str]]:
    """The rows of a text, with the blanks off that stand for empty cells."""
    for line in text.splitlines():
        yield [cell.strip() for cell in _parted(line, sign)]


def _parted(line: str, sign: str = ",") -> list[str]:
    """The cells of a line; a quote that is not closed parts nothing."""
    try:
        return next(csv.reader([line.replace("\0", "")], delimiter=sign), [])
    except csv.Error:
        return line.split(sign)


def _cell(row: Sequence[str], at: int | None) -> str:
    text = row[at] if at is not None and at < len(row) else ""
    return "" if is_missing(text) else text


def _variant(headings: str, row: Sequence[str]) -> _Columns | None:
    """By the headings' first, and by where the row's first code stands, behind its place and two times of day."""
    if re.match(r'"?O[ES]\d{4}"?;', headings):
        return _OE[60]
    for at, columns in _OE.items():
        told = [_cell(row, at - 2), _cell(row, at - 1), _cell(row, columns.start)]
        coded = _CODE.fullmatch(_cell(row, at)) is not None and _cell(row, at - 4).isdigit()
        if coded and any(seconds_of(text) for text in told if text.count(":")):
            return columns
    return _headed(headings)


def _headed(headings: str) -> _Columns | None:
    """The columns by what they are headed, where that of the first control is; None where it is not, or no name."""
    first = _FIRST.search(headings[:_LONGEST])
    if first is None:
        return None
    titles = [clean_text(title) for title in _parted(headings, first[1])]
    pairs = enumerate(pairwise(titles))
    control = next((at for at, (one, two) in pairs if _FIRST.fullmatch(f"{one}{first[1]}{two}")), None)
    if control is None:
        return None
    plain = list(map(fold, titles[:control]))
    own = {name: next((at for at, title in enumerate(plain) if title in words), None) for name, words in _OWN.items()}
    found: dict[Meaning, int] = {}
    for at, title in enumerate(titles[:control]):
        if at not in own.values() and (told := read_heading(title)) and plain[at] not in _ENDS:
            found.setdefault(told[0].meaning, at)
    family = found.get(Meaning.FAMILY, found.get(Meaning.NAME))
    if family is None:
        return None
    given, club = found.get(Meaning.GIVEN), found.get(Meaning.CLUB)
    called = next((at for at, title in enumerate(plain) if title in ("cl name", "clname")), None)
    if called is not None and own["category"] is not None:
        club = called  # `Cl.name` is the club's where another column has the class
    return _Columns(
        control=control,
        family=family,
        given=given,
        start=found.get(Meaning.START),
        time=found.get(Meaning.RESULT, found.get(Meaning.NET)),
        club=club,
        nation=found.get(Meaning.NATION),
        place=found.get(Meaning.PLACE),
        bib=found.get(Meaning.BIB),
        classifier=own["classifier"],
        guest=own["guest"],
        kilometres=own["kilometres"],
        course=own["course"],
        category=called if own["category"] is None and called != club else own["category"],
    )


_ENDS = ("finish", "ziel", "arrivee", "meta", "mal", "maali", "cil")
"""Headings of the time of day at which somebody came in."""
_LONGEST = 10_000
"""Characters of the line of headings that are looked at."""


def _starter(at: _Columns, row: Sequence[str], line: int) -> tuple[Starter, float | None] | None:
    """A runner, and metres of the course; None for a row without a name."""
    family = _cell(row, at.family)
    person = joined(_cell(row, at.given), family) if at.given is not None else joined("", family)
    if not person.name:
        return None
    punches = [Punch(START, 0.0)]
    missed = False
    for code, time in list(pairwise(row[at.control :]))[::2]:
        if not code:
            break
        seconds = seconds_of(time)
        missed = missed or seconds is None
        punches.append(Punch(code, seconds))
    finish = seconds_of(_cell(row, at.time))
    placed = _cell(row, at.place)
    place = read_place(placed)
    status, note = _CLASSIFIERS.get(_cell(row, at.classifier), (None, ""))
    told = read_status(placed) or person.status
    if told is not None and status is None and told.status is not Status.UNKNOWN:
        status, note = told.status, told.note
    if status is None and place is None and missed:
        status, note = Status.DNF, "missing punch"
    guest = _cell(row, at.guest) not in ("", "0") or placed.lower() in ("n/c", "nc")
    own = Row(
        name=person.name,
        line=line,
        nation=_cell(row, at.nation),
        bib=_cell(row, at.bib),
        club=clean_text(_cell(row, at.club)),
        note=note,
        role=Role.GUEST if guest else None,
        status=status,
        place=place,
        seconds=finish,
        text=clock(finish) if finish is not None else "",
    )
    length = kilometres(_cell(row, at.kilometres))
    run = Run((*punches, Punch(FINISH, finish)), length, start=seconds_of(_cell(row, at.start)))
    return Starter(own, (run,)), length


def kilometres(text: str) -> float | None:
    """Metres of a course whose kilometres are given; None for what is none."""
    try:
        metres = read_amount(text, whole=False) * 1000 if text else 0.0
    except ValueError:
        return None
    return metres if 50 <= metres <= 1_000_000 else None


_NAMED = 4
"""Cells of a SplitsBrowser line before its legs: given and family name, club, start."""


def _legs(cells: Sequence[str], controls: int) -> list[float | None] | None:
    """Seconds of each leg, None for one that is not known; no list for a line that is no runner."""
    told = [cell.strip() for cell in cells[_NAMED:] if cell.strip()]
    if len(told) != controls + 1 or ":" not in cells[_NAMED - 1]:
        return None
    return [seconds_of(cell) for cell in told]


def _runner(cells: Sequence[str], legs: Sequence[float | None], line: int) -> Starter:
    total: float | None = 0.0
    punches = [Punch(START, 0.0)]
    for number, leg in enumerate(legs, 1):
        total = total + leg if total is not None and leg is not None else None
        punches.append(Punch(FINISH if number == len(legs) else str(number), total))
    given, family, club, begin = (cell.strip() for cell in cells[:_NAMED])
    own = Row(
        name=joined(given, family).name or f"line {line}",
        line=line,
        club=clean_text(club),
        note="" if total is not None else "missing punch",
        status=Status.FINISHED if total is not None else Status.DNF,
        seconds=total,
        text=clock(total) if total is not None else "",
    )
    return Starter(own, (Run(tuple(punches), None, start=_of_day(begin)),))


def _of_day(text: str) -> float | None:
    """Seconds since midnight of a start such as `10:31` or `10:31:20`."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})(?::(\d{2}))?", text)
    return int(match[1]) * 3600.0 + int(match[2]) * 60 + int(match[3] or 0) if match is not None else None
