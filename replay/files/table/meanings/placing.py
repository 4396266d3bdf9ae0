"""Which columns are places: of the whole field, of a part of it, at the points, or without a heading."""

import re
from collections.abc import Sequence
from itertools import pairwise

from replay.files.missing import read_place
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.nations import is_untitled
from replay.files.table.values.cells import is_number
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import Heading, read_heading
from replay.files.table.wording.point_words import OVERALL
from replay.files.table.wording.words import Meaning, phrases
from replay.race.names import fold

PLACES = "its cells are places"
OF_SOME = "its places are those within a part of the field"
"""Why a column of times is none."""
FEWEST = 3
"""Runners whose places can be told from times."""
ROWS = 200
"""Of a table, by which it is decided what its columns mean beside one another."""


def counts(column: Column) -> bool:
    """Whether a column counts its rows: 1, 2, 3 …, as places do; a few may be out of order or the same."""
    places = [place for cell in column.sample if (place := read_place(cell)) is not None]
    if not places or len(places) < 0.5 * len(column.sample):
        return False
    rising = sum(1 for one, two in pairwise(places) if one <= two)
    return min(places) <= 3 and rising >= 0.7 * (len(places) - 1)


def settle_ranks(columns: Sequence[Column]) -> None:
    """Beside points with places, points with small whole numbers have places too: those of a part of the field."""
    ranked = sum(1 for column in columns if column.why == PLACES)
    low = [column for column in columns if column.meaning is Meaning.SPLIT and _are_low(column)]
    if ranked and 3 * ranked >= len(low):
        for column in low:
            column.heading, column.why = None, PLACES


def settle_places(columns: Sequence[Column]) -> None:
    """Of several places one is taken that counts, in which hardly any is twice: `Place Total`, not `Place (M/W)`."""
    worn = [column for column in columns if column.meaning is Meaning.BIB]
    chips = [
        column for column in worn if column.why != "--column" and not _CHIPS.isdisjoint(fold(column.title).split())
    ]
    bibs = len(worn) > len(chips)
    for column in columns:
        if column.meaning is Meaning.PLACE and column.why != "--column" and _are_points(column, columns):
            other = [] if bibs else _bib_in(column)  # `№` beside a place
            column.heading, bibs = other[0] if other else None, bibs or bool(other)
            column.why = column.why if other else "its numbers are no places"
            for chip in chips if other else ():
                chip.heading, chip.why = None, "they are chips"
    bibs = bibs or bool(worn)
    places = [column for column in columns if column.meaning is Meaning.PLACE]
    if len(places) < 2 or any(column.why == "--column" for column in places):
        return
    best = max(places, key=_placing)
    for column in (one for one in places if one is not best):
        other = _bib_in(column)
        other = other if column.title != best.title else []  # `Pos` behind each split
        if other and not bibs and column.sample and not _is_within_class(column):
            column.heading, bibs = other[0], True
        else:
            column.heading, column.why = None, f"the place is in {best.title!r}"


_CHIPS = frozenset(phrases("chip, chips, чип, чипа, transponder, sicard, si, emit, card"))


def _bib_in(column: Column) -> list[Heading]:
    """What the heading of a column says of bibs; empty where it says nothing of them."""
    return [heading for heading in read_heading(column.title) if heading.meaning is Meaning.BIB]


def _placing(column: Column) -> tuple[bool, bool, bool, bool]:
    words = set(fold(column.title).split())
    return words.isdisjoint(_OF_SOME), _is_single(column), counts(column), bool(words & OVERALL)


_OF_SOME = frozenset(phrases("gen, gender, sex, cat, category, class, ag, age, div, division, kat, ak, mw, cl, clas"))
"""What stands beside a place that is one among some."""


def _are_points(column: Column, columns: Sequence[Column]) -> bool:
    """Whether numbers are no places but points or the like: far from 1 all of them, and not those of the times."""
    places = [read_place(cell) for cell in column.cells[:ROWS]]
    known = [place for place in places if place is not None]
    if len(known) < FEWEST or min(known) <= len(column.cells) + FEWEST or all(a <= b for a, b in pairwise(known)):
        return False
    for other in columns:
        if other.meaning in _RESULTS:
            times = [plain_seconds(cell) for cell in other.cells[:ROWS]]
            pairs = [(one, two) for one, two in zip(times, places, strict=True) if one and two is not None]
            steps = list(pairwise(place for _, place in sorted(pairs)))
            if steps and sum(a <= b for a, b in steps) >= _AGREE * len(steps):
                return False
    return True


_RESULTS = (Meaning.RESULT, Meaning.NET, Meaning.GUN)
_AGREE = 0.7


def _is_within_class(column: Column) -> bool:
    """Whether places may be those within a class: some have the same, or they count and are not more than the rows."""
    highest = max(read_place(cell) or 0 for cell in column.sample)
    return len(set(column.sample)) < len(column.sample) or (counts(column) and highest <= len(column.cells))


def _is_single(column: Column) -> bool:
    """Whether hardly anything stands in it twice."""
    return len(set(column.sample)) > _SINGLE * len(column.sample)


_SINGLE = 0.8


def _are_low(column: Column) -> bool:
    """Whether all numbers are whole ones, such as places are of whom a table leaves two in three out."""
    most = FEWEST * len(column.cells) + 10
    places = [place for cell in column.sample if is_number(cell) and (place := read_place(cell)) is not None]
    return 0 < len(places) == len(column.sample) and max(places) <= most


def place_by_cells(columns: Sequence[Column], results: Column | None) -> None:
    """Where no heading names the place: a column without one that counts, in which some numbers are written as places.

    Plain numbers may be those of the rows, as programs write them, unless the results rise with them.
    """
    for column in columns:
        told = results is not None and _rise_together(column, results)
        told = told or any(not cell.isdigit() and read_place(cell) is not None for cell in column.sample)
        told = told and not is_of_some(column)
        if column.heading is None and is_untitled(column) and told and counts(column):
            column.heading, column.why = Heading(Meaning.PLACE), "by its cells"
            return


def is_of_some(column: Column) -> bool:
    """Whether the cells are places among so many, `3/16`, where these are not the same of all: of everybody's class."""
    among = {cell.split("/")[1].strip() for cell in column.sample if _AMONG.fullmatch(cell.strip())}
    return len(among) > 1 and column.share(lambda text: _AMONG.fullmatch(text.strip())) > _NEARLY_ALL


_AMONG = re.compile(r"\d{1,5}\s*/\s*\d{1,5}")
_NEARLY_ALL = 0.9


def _rise_together(column: Column, results: Column) -> bool:
    """Whether a column has 1, 2, 3 … and the results grow from row to row."""
    numbered = [cell.strip() for cell in column.cells[:ROWS]]
    if len(numbered) < 2 or numbered != [str(number) for number in range(1, len(numbered) + 1)]:
        return False
    times = [plain_seconds(cell) for cell in results.cells[:ROWS]]
    return all(one is not None and two is not None and one <= two for one, two in pairwise(times))
