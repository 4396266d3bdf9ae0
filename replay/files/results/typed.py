"""Lists in which single blanks part the cells, as they are copied out of a PDF, below a line of headings.

    Pos Bib Name Sex Cat Club Gun Chip
    1 101 SMITH John M SEN Oak AC 33:12 33:10

What each heading means says what its cells look like, and so where they begin and end: of two columns of words that
stand side by side nothing does, and such a list is none of these.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from replay.files.cleaning import clean_text
from replay.files.results.layout import Laid
from replay.files.table.headings import Heading, read_heading
from replay.files.table.words import Meaning

_TIME = (
    r"(?:\d{1,3}[:.'h])?\d{1,2}[:.,'h]\d{2}(?:[.,]\d{1,3}|:\d{2}(?:[.,]\d{1,3})?)?[A-Za-z*]{0,2}|DN[FS]|D[SN]?Q|[-–]+"
)
_WORDS = r"\S.*?"
_SHAPES = {
    Meaning.PLACE: r"=?\d{1,6}[.=)]?|DN[FS]|D[SN]?Q|[-–]+",
    Meaning.BIB: r"[A-Z]?\d{1,6}[A-Z]?",
    Meaning.LANE: r"\d{1,2}",
    Meaning.SEX: r"[MFWHKDmf]|[Mm]ale|[Ff]emale|[Mm]en|[Ww]omen",
    Meaning.NATION: r"[A-Z]{3}",
    Meaning.CATEGORY: r"[A-Z]{1,4}[-/ ]?\d{0,2}(?:[-–]\d{1,2}|\+)?|\d{1,2}[-–]\d{1,2}|\d{2}\+",
    Meaning.NAME: _WORDS,
    Meaning.FAMILY: r"\S+",
    Meaning.GIVEN: r"\S+",
    Meaning.CLUB: _WORDS,
    Meaning.RESULT: _TIME,
    Meaning.NET: _TIME,
    Meaning.GUN: _TIME,
    Meaning.SPLIT: _TIME,
    Meaning.GAP: rf"\+?(?:{_TIME}|\d+[.,]?\d*)",
}
_MAY_LACK = frozenset((Meaning.PLACE, Meaning.CLUB, Meaning.CATEGORY, Meaning.NATION, Meaning.BIB, Meaning.GAP))
_OTHER = {
    "year": r"(?:19|20)\d\d|\d\d",
    "yob": r"(?:19|20)\d\d|\d\d",
    "jg": r"(?:19|20)\d\d|\d\d",
    "jahrgang": r"(?:19|20)\d\d|\d\d",
    "born": r"(?:19|20)\d\d|\d\d",
    "yr": r"(?:FR|SO|JR|SR|Fr|So|Jr|Sr|[5-9]|1[0-2])\.?(?:-\d)?|\d{4}",
    "grade": r"[5-9]|1[0-2]",
    "gr": r"[5-9]|1[0-2]",
    "age": r"\d{1,2}",
    "heat": r"\d{1,2}",
    "pace": r"\d{1,2}:\d\d(?:/\w+)?",
    "points": r"\d{1,4}",
    "pts": r"\d{1,4}",
}
"""Headings of what is not read, whose cells must be known all the same."""
_LONGEST = 3
"""Words of a heading."""
_FEWEST = 2
"""Runners of a list."""
_MOSTLY = 0.6
_WIDEST = 300


def typed(lines: Sequence[str]) -> Laid | None:
    """The rows of such a list; None where there is none.

    Args:
        lines: Of a text, without tabs.
    """
    for at, line in enumerate(lines[:-_FEWEST]):
        headings = _headings(line)
        shape = _shape(headings) if headings else None
        if shape is None:
            continue
        found = {
            number: match
            for number in range(at + 1, len(lines))
            if (match := shape.fullmatch(lines[number][:_WIDEST].strip())) is not None
        }
        below = [number for number in range(at + 1, max(found, default=at) + 1) if lines[number].strip()]
        if len(found) >= _FEWEST and len(found) >= _MOSTLY * len(below):
            rows = [[clean_text(cell or "") for cell in found[number].groups()] for number in sorted(found)]
            return Laid([[title for title, _ in headings], *rows], [at + 1, *(number + 1 for number in sorted(found))])
    return None


def _headings(line: str) -> list[tuple[str, str]]:
    """The headings of a line, each with what its cells look like; none where a word of it is not known."""
    words = line.split()
    if "  " in line.strip() or not _FEWEST < len(words) <= len(_SHAPES) + _LONGEST or len(line) > _WIDEST:
        return []
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(words):
        for count in range(min(_LONGEST, len(words) - at), 0, -1):
            title = " ".join(words[at : at + count])
            if shape := _looks(title):
                found.append((title, shape))
                at += count
                break
        else:
            return []
    return found


def _looks(title: str) -> str:
    """What the cells under a heading look like; empty for one that is not known."""
    if shape := _OTHER.get(title.casefold().rstrip(".")):
        return shape
    heading = next(iter(read_heading(title)), Heading(Meaning.IGNORED))
    return _SHAPES.get(heading.meaning, "") if heading.sure else ""


def _shape(headings: Sequence[tuple[str, str]]) -> re.Pattern[str] | None:
    """What a runner's line looks like; None where two columns of words stand side by side, or no time or name is."""
    shapes = [shape for _, shape in headings]
    if _TIME not in shapes or not {_WORDS, r"\S+"} & set(shapes):
        return None
    if any(one == two == _WORDS for one, two in pairwise(shapes)):
        return None
    lacking = {_SHAPES[meaning] for meaning in _MAY_LACK}
    parts = []
    for number, (title, shape) in enumerate(headings):
        meaning = next((heading.meaning for heading in read_heading(title)[:1]), None)
        part = rf"({shape})" if number == 0 else rf"\s+({shape})"
        parts.append(f"(?:{part})?" if number and shape in lacking and meaning in _MAY_LACK else part)
    return re.compile("".join(parts))
