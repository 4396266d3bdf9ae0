"""Where the letters stand at the ends of lines: beside them, in the order of the lines, and nobody left out.

Who ends level with others is moved up or down as little as the order allows, as much up as down. Where that would carry
somebody too far from his line, or the rows are too few, letters stand side by side: two in a row, three, as many as
there is room for, the upper line's first. In a low chart a row is many metres: nobody leaves his there, and those of
one that has no room for three letters each have one.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

_STRAY, _LOW = 2, 12
"""Rows by which letters may stand off their line's end before they share rows, at most: one for so many there are."""
_NEAR = 1
"""Rows by which lines may end apart whose letters share one, at most: those of one row share it first."""
_MOST = 6
"""Letters of so many in a row, at most."""


class End(NamedTuple):
    """The end of a line."""

    entry: int
    row: int
    """In which it is, from the top."""
    x: int
    """The first cell behind it."""
    letters: int
    """Cells of the letters."""
    named: int = 0
    """Cells of letters and name, where the name may stand there, too."""
    before: int = 0
    """Cells of a mark before the letters."""
    down: float = 0.0
    """Orders those who end in one row; where that is the same, those that matter more come first."""

    def cells(self, way: "_Way", width: int) -> tuple[int, bool]:
        """Cells that are taken, and whether a name is among them."""
        if way.named and self.named and self.x + self.named <= width:
            return self.named, True
        return self.before + (1 if way.short else self.letters), False


class Placed(NamedTuple):
    """Letters, and perhaps a name, where they stand."""

    entry: int
    row: int
    x: int
    named: bool
    short: bool
    """Whether there is room for one letter only."""


class _Group(NamedTuple):
    """Those who share a row."""

    ends: tuple[End, ...]
    row: int
    """That they would have."""
    x: int
    cells: int


class _Way(NamedTuple):
    """How letters are put down."""

    most: int
    """In a row."""
    named: bool
    short: bool
    near: int = _NEAR
    """Rows by which lines may end apart whose letters share one."""


_WAYS = (
    _Way(1, named=True, short=False),
    *(_Way(most, named=True, short=False, near=near) for most in range(2, _MOST + 1) for near in range(_NEAR + 1)),
    *(_Way(most, named=False, short=False) for most in range(2, _MOST + 1)),
    *(_Way(most, named=False, short=True) for most in range(1, 4 * _MOST + 1)),
)


def placed(ends: Sequence[End], rows: int, width: int, level: int = 0) -> list[Placed]:
    """Everybody's place, in so many rows and cells; who matters least is left out where there is no other way.

    Args:
        ends: Those that matter more come first, and of those level with each other stand first.
        rows: That there are.
        width: Cells from the left of the first row, to which `x` counts, to its end.
        level: Rows by which nobody minds that letters stand off.
    """
    far = max(min(rows // _LOW, _STRAY), level)
    while ends:
        order = sorted(ends, key=lambda end: (end.row, end.down))
        beyond = any(end.before for end in ends)  # of whom it is told how far
        best: tuple[int, list[_Group], list[int], _Way] | None = None
        for way in _WAYS:
            if best is not None and (way.short or (beyond and not way.named)):
                break
            groups = _grouped(order, way, width)
            found = _rows(groups, rows)
            if found is None:
                continue
            stray = max(abs(row - end.row) for row, group in zip(found, groups, strict=True) for end in group.ends)
            if best is None or stray < best[0]:
                best = stray, groups, found, way
            if stray <= far:
                break
        if best is None or best[0] > far:
            there = _by_row(order, rows, width)
            if there:
                return there
        if best is not None:
            _, groups, found, way = best
            there = [one for group, row in zip(groups, found, strict=True) for one in _within(group, row, way)]
            return _named(there, {end.entry: end for end in ends}, width)
        ends = ends[:-1]
    return []


def _by_row(ends: Sequence[End], rows: int, width: int) -> list[Placed]:
    """Everybody in his own row, with one letter where it has no room for three of each; nobody if it has none for that.

    Args:
        ends: In their order.
        rows: That there are.
        width: Cells.
    """
    found: list[Placed] = []
    for row, those in groupby(ends, key=lambda end: end.row):
        mine = list(those)
        for short in (False, True):
            # Beyond the scale nobody stands without how far he is.
            cells = [end.named if end.before else 1 if short else end.letters for end in mine]
            x = min(max(end.x for end in mine), width - sum(cells) - len(cells) + 1)
            if x >= min(end.x for end in mine):
                break
        else:
            return []
        if not 0 <= row < rows:
            return []
        for end, wide in zip(mine, cells, strict=True):
            found.append(Placed(end.entry, row, x, named=end.before > 0, short=short and not end.before))
            x += wide + 1
    return found


def _grouped(ends: Sequence[End], way: _Way, width: int) -> list[_Group]:
    """Those who share rows, from the top; who has a name beside him is alone."""
    groups: list[_Group] = []
    for end in ends:
        cells, named = end.cells(way, width)
        alone = _Group((end,), end.row, max(min(end.x, width - cells), 0), cells)
        at = next((at for at in range(len(groups) - 1, -1, -1) if _overlap(groups[at], alone)), None)
        shared = _shared(groups[at], alone, way) if at is not None else None
        if at is None or shared is None or named or shared.x + shared.cells > width:
            groups.append(alone)
        else:
            groups[at] = shared
    return groups


def _shared(group: _Group, other: _Group, way: _Way) -> _Group | None:
    first = group.ends[0]
    named = way.named and bool(first.named) and group.cells == first.named
    if named or len(group.ends) >= way.most or other.row - first.row > way.near:
        return None
    ends = (*group.ends, *other.ends)
    return _Group(ends, ends[len(ends) // 2].row, max(group.x, other.x), group.cells + 1 + other.cells)


def _overlap(one: _Group, other: _Group) -> bool:
    """Whether two could not stand in one row with a cell between them."""
    return one.x <= other.x + other.cells and other.x <= one.x + one.cells


def _rows(groups: Sequence[_Group], rows: int) -> list[int] | None:
    """The row of each, those in each other's way in their order; None where there are too few.

    Halfway between all moved down only and all moved up only: both keep the order, and so does what is between.
    """
    down = _pushed(groups, [group.row for group in groups], rows, 1)
    up = _pushed(groups, [group.row for group in groups], rows, -1)
    return [(low + high) // 2 for low, high in zip(up, down, strict=True)] if down and up else None


def _pushed(groups: Sequence[_Group], wanted: Sequence[int], rows: int, way: int) -> list[int] | None:
    """Everybody moved one way, or where the end is reached as far back the other as it takes."""
    found = list(wanted)
    for again in (way, -way):
        order = range(len(groups)) if again > 0 else range(len(groups) - 1, -1, -1)
        done: list[int] = []
        for at in order:
            end = rows - 1 if again < 0 else 0
            near = [found[other] + again for other in done if _overlap(groups[at], groups[other])]
            found[at] = max([found[at], end, *near]) if again > 0 else min([found[at], end, *near])
            done.append(at)
    return found if all(0 <= row < rows for row in found) else None


def _named(found: Sequence[Placed], ends: Mapping[int, End], width: int) -> list[Placed]:
    """The names, too, of those beside whom there is room for them."""
    free = dict.fromkeys(range(max((one.row for one in found), default=0) + 1), width)
    named = []
    for one in sorted(found, key=lambda one: -one.x):
        end = ends[one.entry]
        room = bool(end.named) and one.x + end.named <= free[one.row] and not one.short
        named.append(one._replace(named=one.named or room))
        free[one.row] = one.x - 1
    return named


def _within(group: _Group, row: int, way: _Way) -> list[Placed]:
    """Those of a group, side by side."""
    first = group.ends[0]
    if len(group.ends) == 1:
        named = way.named and bool(first.named) and group.cells == first.named
        return [Placed(first.entry, row, group.x, named, way.short)]
    found, x = [], group.x
    for end in group.ends:
        found.append(Placed(end.entry, row, x, named=False, short=way.short))
        x += end.cells(way._replace(named=False), 0)[0] + 1
    return found
