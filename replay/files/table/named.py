"""Cells with more than a name: `Ada Alfa (LG Nord)` under `Athlete (Club)`, a club in a line of its own, a flag."""

import re
from collections.abc import Sequence
from functools import partial

from replay.files.table.meanings.column import Column, columns_of
from replay.files.table.meanings.settling import TEAM
from replay.files.table.sheet import Sheet
from replay.files.table.wording.club_words import is_club
from replay.files.table.wording.headings import Heading, read_heading
from replay.files.table.wording.words import Meaning
from replay.race.names import fold
from replay.race.nations import in_flag, is_nation_code

_HEADING = re.compile(r"(.+?)\s*[(\[]\s*(.+?)\s*[)\]]")
_CELL = re.compile(r"(.+?)\s*[(\[]\s*(.+?)\s*[)\]]\s*", re.DOTALL)
_TWO_LINES = re.compile(r"(\S+ [^\n]+?)\s*\n\s*([^\n]+?)\s*")
"""A whole name, and a line below it: `Ada\nAlfa` is a name in two lines."""
_PARKRUNS = re.compile(r"(?<=\S)\s+\d+ parkruns?\b.*", re.IGNORECASE | re.DOTALL)
"""What parkrun's pages have below a name."""
_PACED = re.compile(
    r"(.+?)\s*[(\[]\s*(pm|pace|pace ?makers?|pacers?|pacing|rabbit|hare|hase|tempomacher(?:in)?|haas|haar|fartholder"
    r"|farthallare|farthållare|janis|jänis|zajac|zając|zajic|lievre|lièvre|liebre|lepre|lebre)\s*[)\]]",
    re.IGNORECASE,
)
"""How a pacemaker is told behind the name."""
_MOSTLY = 0.6
_BESIDE = (Meaning.CLUB, Meaning.NATION, Meaning.BIB, Meaning.CATEGORY, Meaning.SEX)
"""What may stand beside a name."""


def take_names_apart(sheet: Sheet) -> None:
    """Set what stands beside the names in their cells into columns of its own, where no other column has it."""
    for column in sheet.all(Meaning.NAME):
        _take_flags(sheet, column)
        _take_marks(sheet, column)
        _take_numbers(sheet, column)
        beside = _in_brackets(column)
        if beside is None and column.share(_AGE_BEHIND.fullmatch) >= _NEARLY_ALL and len(column.sample) > 1:
            column.rewrite(_without_age)
            sheet.findings.assume("the numbers behind the names are ages, which are not read", "")
        if column.share(_YEAR.fullmatch) >= _MOSTLY:
            _split(sheet, column, _YEAR, Meaning.CATEGORY)
        if beside is not None and column.share(_CELL.fullmatch) >= _MOSTLY:
            _split(sheet, column, _CELL, beside)
        elif column.share(_TWO_LINES.fullmatch) >= _MOSTLY:
            _split(sheet, column, _TWO_LINES, Meaning.CLUB)
        elif column.share(_has_nation) >= _NEARLY_ALL:
            _split(sheet, column, _NATION_BEHIND, Meaning.NATION)
        elif not sheet.all(Meaning.CLUB) and (form := _glued(column)) is not None:
            _split(sheet, column, form, Meaning.CLUB)


def _take_marks(sheet: Sheet, column: Column) -> None:
    """Leave out how many parkruns somebody has run, and have who sets the pace in a column of its own."""
    if column.share(_PARKRUNS.search) >= _MOSTLY:
        column.rewrite(partial(_PARKRUNS.sub, ""))
    if any(_PACED.fullmatch(cell) for cell in column.sample):
        _split(sheet, column, _PACED, Meaning.ROLE)
        made = sheet.all(Meaning.ROLE)[-1]
        made.rewrite(lambda cell: "pacemaker" if cell.strip() else "")


def _without_age(cell: str) -> str:
    match = _AGE_BEHIND.fullmatch(cell)
    return match[1] if match is not None else cell


_AGE_BEHIND = re.compile(r"\s*([^\W\d].*?[^\W\d]\.?)\s*(?:,\s*([5-9]|[1-9]\d)|[(\[]\s*([5-9]|[1-9]\d)\s*[)\]])\s*")
"""An age behind a name: `Ada Alfa, 31`, `Bo Beta (44)`."""
_YEAR = re.compile(r"(.+?)\s*[(\[]\s*(FR|SO|JR|SR|RFr|[1-4]Y|GR)\s*[)\]]\s*", re.IGNORECASE)
"""A year at school or college behind a name."""
_NUMBERED = re.compile(r"(?=\d+\s+(?:\d+\s+)?([^\W\d_].*))(\d{1,6})\s.*", re.DOTALL)
"""A bib before a name, and what else has a number there: `13 512269 Ada Alfa`."""
_BEHIND = (_CELL, re.compile(r"([^\W\d]\S* [^,]+?),\s*(.+)"), re.compile(r"([^\W\d]\S* .+?)\s+[-–—|/]\s+(.+)"))
"""How a club may stand behind a whole name: in brackets, behind a comma or a dash."""
_CLUBS = 0.4


def _glued(column: Column) -> re.Pattern[str] | None:
    """How clubs stand behind the names, where nearly all have one and enough of them are called as clubs are."""
    for form in _BEHIND:
        found = [match[2] for text in column.sample if (match := form.fullmatch(text)) is not None]
        if len(found) < _NEARLY_ALL * len(column.sample) or not found:
            continue
        if sum(map(is_club, found)) >= _CLUBS * len(found) or (form is _CELL and _are_places(found)):
            return form
    return None


def _are_places(found: Sequence[str]) -> bool:
    """Whether all that stands in brackets behind names may be towns, of which the clubs are: `(Gateshead)`."""
    return len(found) >= _FEWEST and all(_TOWN.fullmatch(text) for text in found) and len(set(found)) > 1


_FEWEST = 3
_TOWN = re.compile(r"[^\W\d_a-z][^\W\d_]{3,}(?:[ .'&/-]+[^\W\d_]+){0,4}")


_NATION_BEHIND = re.compile(r"(.*[^\W\d_].*?)[\s,]+([A-Z]{3})\s*")
_NEARLY_ALL = 0.9


def _has_nation(text: str) -> bool:
    """Whether a nation's letters stand behind a name, which has small letters or a comma: `ALFA, Ada KEN`."""
    match = _NATION_BEHIND.fullmatch(text)
    return match is not None and is_nation_code(match[2]) and (not match[1].isupper() or "," in match[1])


_AGE_AND_SEX = re.compile(r"(?:(?P<before>[MFWX])\s?-?\d{1,3}|\d{1,3}\s?-?(?P<after>[MFWX]))\+?", re.IGNORECASE)
_AGED = frozenset(("age", "alter", "edad", "eta", "idade", "wiek"))


def take_sexes_apart(sheet: Sheet) -> None:
    """`30F` under `Age/Sex` is somebody's sex, too, where no column has it."""
    if sheet.all(Meaning.SEX):
        return
    for column in sheet.columns:
        aged = not _AGED.isdisjoint(fold(column.title.replace("/", " ")).split())
        if aged and column.share(_AGE_AND_SEX.fullmatch) >= _MOSTLY:
            found = [_AGE_AND_SEX.fullmatch(cell.strip()) for cell in column.cells]
            cells = [(match["before"] or match["after"]) if match is not None else "" for match in found]
            _add_sexes(sheet, column, cells)
            return
    for column in sheet.all(Meaning.CATEGORY):
        if column.share(_SEX_FIRST.match) == 1.0:
            _add_sexes(sheet, column, [cell.strip()[:1] for cell in column.cells])
            return


_SEX_FIRST = re.compile("[男女남여]")
"""The sex with which a class begins, in scripts whose words are not parted: `男30-39歲`."""


def _add_sexes(sheet: Sheet, column: Column, cells: Sequence[str]) -> None:
    made = columns_of([column.title, "sex"], [["x", cell] for cell in cells])[1]
    made.index = max(one.index for one in sheet.columns) + 1
    made.heading, made.why = Heading(Meaning.SEX), f"it stands in {column.title!r}"
    sheet.columns.append(made)


def _in_brackets(column: Column) -> Meaning | None:
    """What a heading such as `Athlete (Club)` says of brackets."""
    match = _HEADING.fullmatch(column.title.strip())
    said = [heading.meaning for heading in read_heading(match[2])] if match is not None else []
    return next((meaning for meaning in said if meaning in _BESIDE), None)


def _split(sheet: Sheet, column: Column, form: re.Pattern[str], beside: Meaning) -> None:
    found = [form.fullmatch(cell.strip()) for cell in column.cells]
    names = [match[1] if match is not None else cell for match, cell in zip(found, column.cells, strict=True)]
    others = [match[2] if match is not None else "" for match in found]
    column.why = "" if column.why == TEAM else column.why
    _set(sheet, column, names, beside, others)


def _take_numbers(sheet: Sheet, column: Column) -> None:
    """Numbers before names are bibs, or places where they count the rows."""
    if column.share(_NUMBERED.fullmatch) >= _NEARLY_ALL:
        first = [text.split()[0] for text in column.sample]
        counted = first == [str(number) for number in range(1, len(first) + 1)]
        _split(sheet, column, _NUMBERED, Meaning.PLACE if counted else Meaning.BIB)


def _take_flags(sheet: Sheet, column: Column) -> None:
    """Flags beside names are nations."""
    if column.share(lambda text: in_flag(text)[0]):
        found = [in_flag(cell) for cell in column.cells]
        _set(sheet, column, [name for _, name in found], Meaning.NATION, [letters for letters, _ in found])


def _set(sheet: Sheet, column: Column, names: Sequence[str], beside: Meaning, others: Sequence[str]) -> None:
    """Put the names back, and the others into a column unless there is one of that meaning."""
    rows = [[name, other] for name, other in zip(names, others, strict=True)]
    made = columns_of([column.title, f"{beside} in {column.title}"], rows)
    column.cells, column.sample = made[0].cells, made[0].sample
    if sheet.all(beside) or len(made) == 1:
        return
    made[1].index = max(one.index for one in sheet.columns) + 1
    made[1].heading, made[1].why = Heading(beside), f"it stands beside the name in {column.title!r}"
    sheet.columns.append(made[1])
