"""Which cells of a row changed: what has to be written where its last picture is on the screen already."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from replay.cells.ink import Ink, Row

SKIP = 4
"""Bytes of a short step of the cursor: so much of what is there already is rather written again."""

JOIN = 8
"""Changed cells nearer than this on a row are one span: a cursor jump costs about as many bytes."""

Span = tuple[int, int]
"""The first cell, and the one after the last."""


class Patch(NamedTuple):
    """Characters of one ink to be written, one cell each."""

    y: int
    x: int
    text: str
    ink: Ink


def patches(old: Row, new: Row, x: int = 0, y: int = 0) -> Iterator[Patch]:
    """What makes a row that begins at a cell look like another: the cells that look otherwise.

    Both rows have as many cells, and each character takes one. A blank shows no letter colour and a full block no
    background, so that these do not count.
    """
    for at, before, ink, after, other in _pieces(old, new, x):
        same = ink == other
        alike = "" if same else _alike(ink, other)
        if len(after) == 1:
            if before != after or after != alike:
                yield Patch(y, at, after, other)
            continue
        for start, end in _apart(before, after, alike, same):
            yield Patch(y, at + start, after[start:end], other)


def _pieces(old: Row, new: Row, x: int) -> Iterator[tuple[int, str, Ink, str, Ink]]:
    """Where rows differ: the cell, and what is in it and after it in each row, of as many cells and of one ink."""
    i = j = 0
    one = two = ""  # what is left of the runs that are being compared
    ink = other = Ink()
    while True:
        if not one and not two:
            while i < len(old) and j < len(new) and (run := old[i]) == new[j]:  # as most are
                x += len(run[0])
                i, j = i + 1, j + 1
        if not one:
            if i == len(old):
                return
            (one, ink), i = old[i], i + 1
        if not two:
            if j == len(new):
                return
            (two, other), j = new[j], j + 1
        count = min(len(one), len(two))
        before, after = one[:count], two[:count]
        if before != after or ink != other:
            yield x, before, ink, after, other
        x += count
        one, two = one[count:], two[count:]


def _alike(ink: Ink, other: Ink) -> str:
    """The character that looks the same in two inks."""
    if ink[2:] != other[2:] or ink.reverse or ink.underline:
        return ""
    return " " if ink.bg == other.bg else "█" if ink.fg == other.fg else ""


def _apart(one: str, two: str, alike: str, same: bool) -> Iterator[Span]:
    """Where two texts look different; `alike` is what looks the same in both inks."""
    start = end = -1
    for at, (before, after) in enumerate(zip(one, two, strict=True)):
        if before == after and (same or after == alike):
            continue
        if start >= 0 and len(two[end:at].encode()) > SKIP:
            yield start, end
            start = at
        elif start < 0:
            start = at
        end = at + 1
    if start >= 0:
        yield start, end


def changed_spans(old: Row, new: Row) -> list[Span]:
    """The cells in which two rows of as many cells look different, near ones joined."""
    return joined((patch.x, patch.x + len(patch.text)) for patch in patches(old, new))


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in rising order, near ones made one."""
    found: list[Span] = []
    for start, end in spans:
        if found and start - found[-1][1] <= JOIN:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
