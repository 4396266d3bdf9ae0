"""The rows of a table column by column: names, texts and times, each read once for all cells that are alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, repeat

from replay.files.cleaning import clean_text
from replay.files.missing import is_missing
from replay.files.source import Known
from replay.files.table.laid import Splits
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.settling import TEAM
from replay.files.table.meanings.sexes import sexes_beside
from replay.files.table.meanings.timed import Nothing, Read, Value, in_rows
from replay.files.table.results import Results
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import read_sex
from replay.files.table.values.people import FAMILY_FIRST, Person, families_first, joined, read_person
from replay.files.table.wording.words import Meaning
from replay.race.bulk import made
from replay.race.legs import Leg, legs_of
from replay.race.limits import fewest_seconds
from replay.race.names import fold
from replay.race.race import Evidence, Split, Time
from replay.race.shortnames import family_name
from replay.race.statuses import StatusNote, read_status
from replay.race.times import format_time

_BETWEEN = re.compile(r"\s*[;,/|\n]\s*|\s*\b\d\)\s*|\s*\b\d\.\s+|\s+[-–—]\s+")
"""What stands between the names of a team in one cell: `Ada, Bea`, `1) Ada 2) Bea`."""
TEXTS = (
    Meaning.NATION,
    Meaning.BIB,
    Meaning.LANE,
    Meaning.CLUB,
    Meaning.SEX,
    Meaning.CATEGORY,
    Meaning.STATUS,
    Meaning.PLACE,
    Meaning.NOTE,
    Meaning.MARKS,
    Meaning.ROLE,
    Meaning.SHORT,
    Meaning.REACTION,
    Meaning.LAP_COUNT,
    Meaning.ESTIMATED,
)
"""What is read of a row beside its name and times."""
_SAID = {Meaning.STATUS, Meaning.LANE, Meaning.NOTE, Meaning.MARKS, Meaning.ROLE, Meaning.SHORT, Meaning.REACTION}


@dataclass(slots=True)
class Rows:
    """The rows of a sheet, about to become entries."""

    sheet: Sheet
    results: Results
    splits: Splits
    known: Known
    people: list[Person] = field(default_factory=list)
    texts: dict[Meaning, list[str]] = field(default_factory=dict)
    """What else stands in each row, cleaned, empty where nothing is known."""
    members: list[Column] = field(default_factory=list)
    """The columns of a team's runners."""
    flag: str = ""
    """The heading of the column of statuses."""
    told: list[int] = field(default_factory=list)
    """Which of the points have a status in some of their cells."""
    fewest: list[float] = field(default_factory=list)
    """Seconds that a human needs from each point to the next, at the least, the finish among them."""
    quickest: float = 0.0
    """The same for the whole race."""
    gaps_tell: bool = False
    """Whether some cells of the column of gaps say who did not finish."""
    times: dict[int, Time] = field(default_factory=dict)
    """The times that were made, by the identity of their values: cells that are alike, at whatever point, share one.

    These values live as long as the results and the splits that they are of."""
    plain: bool = False
    """Whether nothing is said of a runner beside name, bib, nation, club, sex, category, place and times."""

    @classmethod
    def of(cls, sheet: Sheet, results: Results, splits: Splits, known: Known) -> "Rows":
        """The rows of a sheet that is understood."""
        made = cls(sheet, results, splits, known, _people(sheet))
        made.texts = {
            meaning: _cleaned(sheet.cells(meaning), meaning) for meaning in TEXTS if sheet.one(meaning) is not None
        }
        if (sex := sheet.one(Meaning.SEX)) is not None and (told := sexes_beside(set(sex.cells), sex.title)):
            made.texts[Meaning.SEX] = [told.get(fold(cell), "") for cell in sex.cells]
        column = sheet.one(Meaning.STATUS)
        made.members = sheet.all(Meaning.MEMBER)
        made.flag = column.title if column is not None else ""
        made.told = [index for index in range(len(splits.values)) if StatusNote in set(map(type, splits.kinds(index)))]
        gaps = sheet.one(Meaning.GAP)
        made.gaps_tell = gaps is not None and any(read_status(text) for text in gaps.sample)
        if made.gaps_tell:
            made.texts[Meaning.GAP] = _cleaned(sheet.cells(Meaning.GAP), Meaning.GAP)
        made.plain = not (made.texts.keys() & _SAID or made.members or made.told or made.gaps_tell)
        legs, far = sheet.about.legs, sheet.far
        made.fewest = [fewest_seconds(b - a, standing=a == 0) for a, b in pairwise([0.0, *splits.points, far])]
        made.quickest = legs * fewest_seconds(far / legs, standing=True)
        return made

    def text(self, meaning: Meaning, row: int) -> str:
        """What stands in a row; empty where there is no such column or nothing is known."""
        column = self.texts.get(meaning)
        return column[row] if column is not None else ""

    def legs(self, row: int) -> tuple[Leg, ...]:
        """Who of a relay's team runs, by a column for each, or one cell with all of them."""
        members = self.members
        if not members:
            return ()
        cells = [clean_text(column.cells[row]) for column in members]
        if len(members) == 1:
            cells = [part for part in map(clean_text, _BETWEEN.split(cells[0])) if part]
        names = ["" if is_missing(cell) else cell for cell in cells]
        starts = [_begins(column.title) for column in members] if len(members) > 1 else []
        begins = starts if any(starts) else [0.0, *self.sheet.about.leg_ends]
        if len(begins) > 1:  # legs that nobody ran are at the end
            ran = max((at for at, name in enumerate(names) if name), default=-1) + 1
            return tuple(Leg(name, start or 0.0) for name, start in zip(names[:ran], begins, strict=False))
        return legs_of(names, self.sheet.far, max(self.sheet.about.legs, len(names))) if any(names) else ()

    def time(self, value: Value) -> Time:
        """A time with how it is known."""
        evidence = Evidence.ESTIMATED if value.estimated else self.known.evidence
        return Time(value.seconds, evidence, format_time(value.seconds, value.digits), self.known.source)

    def _times(self, values: Sequence[Read]) -> list[int]:
        """Make the times in a column that no other has, and tell the identities of its values, each once."""
        every = dict(zip(map(id, values), values, strict=True))
        found = [key for key, value in every.items() if isinstance(value, Value)]
        some = {key: value for key in found if key not in self.times and isinstance(value := every[key], Value)}
        own, guessed = self.known.evidence, Evidence.ESTIMATED
        columns = {
            "seconds": (value.seconds for value in some.values()),
            "evidence": (guessed if value.estimated else own for value in some.values()),
            "text": (format_time(value.seconds, value.digits) for value in some.values()),
            "source": repeat(self.known.source),
            "doubtful": repeat(False),
        }
        self.times.update(zip(some, made(Time, columns, len(some)), strict=True))
        return found

    def finishes(self) -> list[Time | None]:
        """The result in each row; those that are no time are told."""
        values = self.results.values
        self._times(values)
        for row in _wrong(values):
            early = values[row] is Nothing.EARLY
            self._report_wrong(row, "result", "result", self.results.cell(row), early=early)
        return list(map(self.times.get, map(id, values)))

    def split_columns(self) -> list[list[Split | None]]:
        """For each point the split of each row; equal cells share one, which makes 50,000 rows quick."""
        found: list[list[Split | None]] = []
        splits = self.splits
        for index, (metres, column, values) in enumerate(
            zip(splits.points, splits.columns, splits.values, strict=True)
        ):
            kinds = splits.kinds(index)
            keys = self._times(kinds)
            times = map(self.times.__getitem__, keys)
            columns = {"distance": repeat(metres), "time": times, "margin": repeat(None), "line": repeat(None)}
            shared = dict(zip(keys, made(Split, columns, len(keys)), strict=True))
            of_kinds = map(shared.get, map(id, kinds))
            found.append(list(of_kinds) if column.which is None else in_rows(list(of_kinds), column.which))
            for row in _wrong(values) if _wrong(kinds) else ():
                self._report_wrong(row, column.title, f"split at {metres:g} m", column.cells[row])
        return found

    def _report_wrong(self, row: int, title: str, what: str, cell: str, *, early: bool = False) -> None:
        why = "before the start" if early else "no time"
        message = f"{self.people[row].name}'s {what} is {why}: {clean_text(cell)[:40]!r}"
        self.sheet.findings.error(f"cells of {title!r} that are {why}", self.sheet.lines[row], message)


_WRONG = frozenset({id(Nothing.WRONG), id(Nothing.EARLY)})


def _wrong(values: Sequence[Read]) -> list[int]:
    """The rows in which something stands that is no time, or none since the start."""
    if _WRONG.isdisjoint(map(id, values)):
        return []
    return [row for row, value in enumerate(values) if id(value) in _WRONG]


def _begins(title: str) -> float | None:
    """Metres at which a leg begins, where the heading says so: `runner 2 (4000 m)`."""
    match = re.search(r"\((\d+(?:\.\d+)?) m\)$", title)
    return float(match[1]) if match is not None else None


def _cleaned(cells: Sequence[str], meaning: Meaning) -> list[str]:
    if (digits := "".join(cells)).isascii() and digits.isdecimal():  # as bibs mostly are
        return list(cells)
    known: dict[str, str] = {}
    for text in dict.fromkeys(cells):
        clean = clean_text(text)
        if meaning in (Meaning.CLUB, Meaning.BIB) and (whole := _WHOLE.fullmatch(clean)) is not None:
            clean = whole[1]
        told = meaning is Meaning.STATUS and read_status(clean) is not None  # `unknown` is one
        known[text] = "" if is_missing(clean) and not told else read_sex(clean) if meaning is Meaning.SEX else clean
    return [known[text] for text in cells]


_WHOLE = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
"""A club, or a bib, in brackets."""


def _is_cut(team: str) -> bool:
    """Whether a team would be called by its last word, as a runner is, though a board has room for all of them."""
    return len(team) <= _TEAM and family_name(team) != team


_TEAM = 20
"""Letters of a name that there is room for."""


def _people(sheet: Sheet) -> list[Person]:
    """Everybody's name."""
    name, given, family = (sheet.one(meaning) for meaning in (Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY))
    if name is None and given is not None and family is not None:
        return [joined(first, last) for first, last in zip(given.cells, family.cells, strict=True)]
    column = name or family or given
    if column is None:
        return [Person("")] * len(sheet.lines)
    if column.why == TEAM or sheet.all(Meaning.MEMBER):  # `LG Nord` is not called Nord
        teams = (Person(clean_text(text)) if "," in text else read_person(text) for text in column.cells)
        return [team._replace(short=team.name if _is_cut(team.name) else "") for team in teams]
    first = not sheet.about.plain and families_first(column.sample)
    title = fold(column.title)
    title = title if title in FAMILY_FIRST and not first else ""
    people = {text: read_person(text, family_first=first, title=title) for text in dict.fromkeys(column.cells)}
    turned = sum(1 for text, person in people.items() if person.name and text.strip()[0] != person.name[0])
    if turned:
        sheet.findings.repaired.add("names turned round, the given one first", "", turned)
    return [people[text] for text in column.cells]
