"""Lists in which single blanks part the cells, as they are copied out of a PDF, below a line of headings.

    Pos Bib Name Sex Cat Club Gun Chip
    1 101 SMITH John M SEN Oak AC 33:12 33:10

What each heading means says what its cells look like, and so where they begin and end; where a name and a club stand
side by side nothing does, and names are taken for two words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from replay.files.cleaning import clean_text
from replay.files.results.layout import Laid
from replay.files.table.wording.headings import Told, read_heading
from replay.files.table.wording.likeliest import means
from replay.files.table.wording.words import Meaning
from replay.race.nations import is_nation_code, nation_code

_TIME = (
    r"(?:\d{1,3}[:.'h])?\d{1,2}[:.,'h]\d{2}(?:[.,]\d{1,3}|:\d{2}(?:[.,]\d{1,3})?)?[A-Za-z*]{0,2}|DN[FS]|D[SN]?Q|[-–]+"
)
_MARKED = rf"(?:{_TIME})(?: +(?:[Qq]R?|=?[A-Z]{{2,3}}))*"
"""A time at the end of a line, where marks may stand behind it."""
_SPLIT = rf"{_TIME}|\d{{1,3}}[.,]\d{{1,3}}"
_TIMES = frozenset((_TIME, _MARKED, _SPLIT))
_WORDS = r"(?!\d+[:.]\d)\S+(?: (?!\d+[:.]\d)\S+)*?"
_NAMED = r"[^\s\d][^\d]*?"
_SHAPES = {
    Meaning.PLACE: r"=?\d{1,6}[.=)]?|DN[FS]|D[SN]?Q|[-–]+",
    Meaning.BIB: r"[A-Z]?\d{1,6}[A-Z]?",
    Meaning.LANE: r"\d{1,2}",
    Meaning.SEX: r"[MFWHKDmf]|[Mm]ale|[Ff]emale|[Mm]en|[Ww]omen",
    Meaning.NATION: r"[A-Z]{2,3}",
    Meaning.CATEGORY: r"(?!(?:I[LFK]|[ABFOS]K|TF|[AR]C|[ST]V|SC) )"  # a club ends so
    r"[A-Z]{1,4}(?:[-/ ]?\d{1,2}[A-Z]?|[-/][A-Z])?(?:[-–]\d{1,2}|\+)?|\d{1,2}[-–]\d{1,2}|\d{2}\+"
    r"|[MFWHK][ -](?:Sen(?:ior)?|Jun(?:ior)?|Mas(?:ters?)?|Vet(?:eran)?|Open|Elite|U\d\d)",
    Meaning.NAME: _NAMED,
    Meaning.FAMILY: r"\S+",
    Meaning.GIVEN: r"\S+",
    Meaning.CLUB: _WORDS,
    Meaning.RESULT: _TIME,
    Meaning.NET: _TIME,
    Meaning.GUN: _TIME,
    Meaning.SPLIT: _SPLIT,
    Meaning.GAP: rf"\+?(?:{_TIME}|\d+[.,]?\d*)",
}
_TWO_WORDS = r"[^\W\d]\S*\s+(?:(?:v[ao]n|de[nr]?|la|le|d[aiou]s?|del|bin|al|ter|af|av)\s+)*[^\W\d]\S*"
_FREE = {_WORDS, _NAMED}
_TWO = "names are taken for two words, and what stands behind them for the {}"
_ANYTHING = r"\S+(?:)"
"""One word, of which nothing is known."""
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
    **dict.fromkeys(
        ("city", "town", "hometown", "ort", "wohnort", "ville", "ciudad", "città", "citta", "miasto"), _WORDS
    ),
    "state": r"[A-Z]{2}",
}
"""Headings of what is not read, whose cells must be known all the same."""
_LONGEST = 3
"""Words of a heading."""
_FEWEST = 2
"""Runners of a list."""
_MOSTLY = 0.6
_WIDEST = 300


_Headings = Sequence[tuple[str, str]]
"""Headings, each with what its cells look like."""
_Cells = Sequence[str | None]


def typed(lines: Sequence[str]) -> Laid | None:
    """The rows of such a list; None where there is none.

    Args:
        lines: Of a text, without tabs.
    """
    short = [line[:_WIDEST].strip() for line in lines]
    for at, line in enumerate(short[:-_FEWEST][:_HEADS]):
        best, found = _best(line, short, at)
        if not found and _is_placed(short[at + 1 : at + 1 + _SOME]):
            best, found = _best(f"{_PLACE} {line}", short, at)  # nothing heads the places
        below = [number for number in range(at + 1, max(found, default=at) + 1) if short[number]]
        if best is not None and len(found) >= _FEWEST and len(found) >= _MOSTLY * len(below):
            found |= _stopped(best, short, range(at + 1, len(short)), found)
            rows = [[clean_text(cell or "") for cell in found[number]] for number in sorted(found)]
            rows = _nations_apart([title for title, _ in best], rows)
            numbers = [at + 1, *(number + 1 for number in sorted(found))]
            behind = next((other for (_, one), (other, _) in pairwise(best) if one == _TWO_WORDS), "")
            said = _TWO.format(_behind(behind)) if behind else ""
            return Laid([[title for title, _ in best], *rows], numbers, said)
    return None


def _nations_apart(titles: Sequence[str], rows: list[list[str]]) -> list[list[str]]:
    """The rows with nations out of names that end in them, `Ada Alfa New Zealand`, where a heading is theirs."""
    name = next((at for at, title in enumerate(titles) if _is_name(title)), len(titles))
    if name + 1 >= len(titles) or not means(titles[name + 1], {Meaning.NATION}):
        return rows
    made = []
    for row in rows:
        words = row[name].split() if not row[name + 1] else []
        counts = (count for count in range(min(_LONGEST, len(words) - 1), 0, -1))
        count = next((count for count in counts if is_nation_code(nation_code(" ".join(words[-count:])))), 0)
        parted = [" ".join(words[:-count]), " ".join(words[-count:])] if count else row[name : name + 2]
        made.append([*row[:name], *parted, *row[name + 2 :]])
    return made


def _best(line: str, lines: Sequence[str], at: int) -> tuple[_Headings | None, dict[int, _Cells]]:
    """The headings in a line as they fit the lines below best, and the cells of these."""
    readings = list(islice(_headings(line), _MOST_READINGS))
    best = max(readings, key=lambda one: (len(_rows(one, lines, at, _SOME)), *_told(one)), default=None)
    return best, _rows(best, lines, at) if best is not None else {}


def _is_placed(lines: Sequence[str]) -> bool:
    """Whether lines begin with places: the first is 1, and the others count on."""
    numbers = [int(match[0]) for line in lines if (match := re.match(r"\d{1,4}(?=[.)]? )", line)) is not None]
    return numbers[:_FEWEST] == [1, 2]


_PLACE = "Place"


def _told(headings: _Headings) -> tuple[int, int]:
    """How well headings are parted: none is a number whose unit went to its neighbour, and else there are many."""
    return -sum(title.isdigit() for title, _ in headings), len(headings)


_HEADS = 40
_SOME = 20
"""Lines by which one reading of the headings is told from another."""
_MOST_READINGS = 40


def _rows(headings: _Headings, lines: Sequence[str], at: int, most: int | None = None) -> dict[int, _Cells]:
    """The cells of the lines below the headings that look as these say, by their index; of the first so many.

    A line has all cells, or lacks one of those that may be blank, or several.
    """
    shapes = _shapes(headings)
    below = range(at + 1, len(lines) if most is None else min(len(lines), at + 1 + most))
    found: dict[int, _Cells] = {}
    for number in below:
        if number - at - len(found) > _MISSES + len(found):
            break  # the list has ended, or is none
        match = next((match for shape in shapes if (match := shape.fullmatch(lines[number])) is not None), None)
        if match is not None:
            found[number] = match.groups()
    return found


def _stopped(
    headings: _Headings, lines: Sequence[str], below: range, others: Mapping[int, _Cells]
) -> dict[int, _Cells]:
    """The cells of lines that begin with why somebody has no result, and end with as many splits as he has."""
    shapes = [shape for _, shape in headings]
    first = next((at for at, shape in enumerate(shapes) if shape in _TIMES), 0)
    splits = [at for at in range(first, len(shapes)) if shapes[at] == _SPLIT]
    if shapes[0] != _SHAPES[Meaning.PLACE] or any(shape not in _TIMES for shape in shapes[first:]):
        return {}
    lacking = {at: rf"(?:\s+({shapes[at]}))?" for at in range(1, first) if _may_lack(headings[at][0])}
    form = re.compile(rf"{_form(shapes[:first], lacking)}((?:\s+(?:{_SPLIT}))*)")
    found: dict[int, _Cells] = {}
    for number in below:
        match = form.fullmatch(lines[number]) if number not in others and _OUT.match(lines[number]) else None
        if match is None or len(times := (match[first + 1] or "").split()) > len(splits):
            continue
        cells: list[str | None] = [*match.groups()[:first], *[""] * (len(shapes) - first)]
        for at, time in zip(splits, times, strict=False):
            cells[at] = time
        found[number] = cells
    return found


_OUT = re.compile(r"(?:DN[FS]|D[SN]?Q)\b")


_MISSES = 50
"""Lines more than runners' that are looked at: each may take long to be none."""


def _headings(line: str) -> Iterator[list[tuple[str, str]]]:
    """Each way to part a line into headings that are known: `Km 5 Km 10` is of two."""
    words = line.split()
    if "  " in line or not _FEWEST < len(words) <= _MOST_WORDS:
        return
    for found in _parted(words, {}):
        beside = any({one, two} <= _FREE for (_, one), (_, two) in pairwise(found))
        yield [(title, _TWO_WORDS if beside and _is_name(title) else shape) for title, shape in found]


_MOST_WORDS = 40


def _parted(words: Sequence[str], known: dict[str, str]) -> Iterator[list[tuple[str, str]]]:
    if not words:
        yield []
    for count in range(min(_LONGEST, len(words)), 0, -1):
        title = " ".join(words[:count])
        if title not in known:
            known[title] = _looks(title) if _may_be_one(words[:count]) else ""
        if known[title]:
            for rest in _parted(words[count:], known):
                yield [(title, known[title]), *rest]


def _may_be_one(words: Sequence[str]) -> bool:
    """Whether words may be one heading: no second distance stands in it, and beside `100m` no heading of people."""
    if len(_UNITS.findall(" ".join(words))) >= _FEWEST:
        return False
    far = [word for word in words if _FAR.fullmatch(word) is not None]
    beside = [heading.meaning for word in words if word not in far for heading in read_heading(word)[:1]]
    return not far or (len(far) == 1 and _OF_PEOPLE.isdisjoint(beside))


_FAR = re.compile(r"(?i)\d[\d.,]*(?:km|mi|m|k)")
_OF_PEOPLE = frozenset(
    (Meaning.NAME, Meaning.FAMILY, Meaning.GIVEN, Meaning.NATION, Meaning.CLUB, Meaning.BIB, Meaning.SEX)
)
_UNITS = re.compile(r"(?i)\b(?:km|mi|miles?|m|k)\b")


def _looks(title: str) -> str:
    """What the cells under a heading look like; empty for one that is not known."""
    if shape := _OTHER.get(title.casefold().rstrip(".")):
        return shape
    heading = next(iter(read_heading(title)), None)
    if heading is None or not heading.sure:
        return ""
    if heading.told is Told.OTHER or heading.meaning in (
        Meaning.IGNORED,
        Meaning.LAP_COUNT,
        Meaning.LAPS,
        Meaning.STATUS,
    ):
        return _ANYTHING
    return _SHAPES.get(heading.meaning, "")


def _behind(title: str) -> str:
    """What a column behind the names has."""
    club = means(title, {Meaning.CLUB})
    return str(Meaning.CLUB) if club else repr(title)


def _is_name(title: str) -> bool:
    return means(title, {Meaning.NAME})


def _shapes(headings: _Headings) -> list[re.Pattern[str]]:
    """What a runner's line may look like, the fullest first; none without a time or a name, or if nothing parts two."""
    shapes = [shape for _, shape in headings]
    if shapes[-1] == _TIME:
        shapes[-1] = _MARKED
    if not {_TIME, _MARKED} & set(shapes) or not {_NAMED, _TWO_WORDS, r"\S+"} & set(shapes):
        return []
    if any({one, two} <= _FREE for one, two in pairwise(shapes)):
        return []
    lacking = [number for number, (title, _) in enumerate(headings) if number and _may_lack(title)]
    lacking.sort(key=lambda number: shapes[number] != _WORDS)  # a club is what lacks most often
    forms = [_form(shapes, {}), *(_form(shapes, {number: "()"}) for number in lacking)]
    forms.append(_form(shapes, {number: rf"(?:\s+({shapes[number]}))?" for number in lacking}))
    return [re.compile(form) for form in forms]


def _may_lack(title: str) -> bool:
    return means(title, _MAY_LACK)


def _form(shapes: Sequence[str], other: Mapping[int, str]) -> str:
    """A line's pattern, some of its columns in another form."""
    return "".join(
        other.get(number) or (rf"({shape})" if number == 0 else rf"\s+({shape})") for number, shape in enumerate(shapes)
    )
