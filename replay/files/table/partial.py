"""Columns of places: whether they are those of the whole field, or those within its heats, sexes or ages."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import groupby, pairwise

from replay.files.missing import read_place
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.placing import OF_SOME
from replay.files.table.sheet import Sheet
from replay.files.table.wording.headings import Heading
from replay.files.table.wording.words import Meaning
from replay.race.statuses import is_out


def leave_out_partial_places(sheet: Sheet, results: Sequence[float | None]) -> None:
    """Places that several have in other times are those within heats, sexes or ages, and none of the race."""
    column = sheet.one(Meaning.PLACE)
    if column is None or column.why == "--column":
        return
    times: dict[int, set[float]] = {}
    counts: Counter[int] = Counter()
    for cell, seconds in zip(column.cells, results, strict=True):
        place = read_place(cell.strip())
        if place is not None:
            counts[place] += 1
            if seconds is not None:
                times.setdefault(place, set()).add(seconds)
    if (by := _group_of(sheet, column.cells, counts, times)) is not None:
        _leave_out(sheet, column, f"its places are those within each {by!r}")
        clause = f"{column.title!r} has the places within each {by!r}, and the order of all is that of their times"
        sheet.findings.assume(clause, f'--column "{column.title}=place"')
        return
    # In a list heat by heat a place comes again and again.
    together = len(list(groupby(place for cell in column.cells if (place := read_place(cell.strip())) is not None)))
    if _is_of_all(counts) or (together * _MOSTLY <= len(counts) and _is_in_order(times)):
        return
    shared = sum(len(seconds) > 1 for seconds in times.values())
    if shared > 1 and shared > _OFTEN * len(times):
        _leave_out(sheet, column, OF_SOME)
        clause = f"{column.title!r} has the places within a part of the field, which are left out"
        sheet.findings.assume(clause, f'--column "{column.title}=place"')


def _leave_out(sheet: Sheet, column: Column, why: str) -> None:
    """Take a column for no places; who did not finish may stand in it all the same."""
    says_out = any(map(is_out, column.sample)) and not sheet.all(Meaning.STATUS)
    column.heading, column.why = Heading(Meaning.STATUS) if says_out else None, why
    if says_out:
        column.cells = ["" if read_place(cell.strip()) is not None else cell for cell in column.cells]


def _group_of(
    sheet: Sheet, cells: Sequence[str], counts: Mapping[int, int], times: Mapping[int, Collection[float]]
) -> str | None:
    """The column of sexes or categories in each of which the places begin anew: 1, 2, 3 … and nobody's twice."""
    apart = [place for place, seconds in times.items() if max(seconds) > _TOGETHER * min(seconds)]
    if not apart or _is_of_all(counts):
        return None
    for column in sheet.all(Meaning.CATEGORY, Meaning.SEX):
        groups: dict[str, list[int]] = {}
        for cell, group in zip(cells, column.cells, strict=True):
            if (place := read_place(cell.strip())) is not None:
                groups.setdefault(group.strip(), []).append(place)
        whole = all(sorted(places) == list(range(1, len(places) + 1)) for places in groups.values())
        if whole and len(groups) > 1 and "" not in groups:
            return column.title
    return None


_TOGETHER = 1.01
"""Times of one place: of who came in together."""


def _is_of_all(counts: Mapping[int, int]) -> bool:
    """Whether places are those of one field, in which who comes behind three second ones is fifth: 1, 2, 2, 2, 5."""
    steps = list(pairwise(sorted(counts)))
    return sum(two == one + counts[one] for one, two in steps) >= _MOSTLY * max(len(steps), 1)


def _is_in_order(times: Mapping[int, Collection[float]]) -> bool:
    """Whether nobody has a time better than somebody before him: those who share a place came nearly together."""
    steps = list(pairwise(sorted(times)))
    return sum(max(times[one]) <= min(times[two]) for one, two in steps) >= _MOSTLY * max(len(steps), 1)


_MOSTLY = 0.8
_OFTEN = 0.25
