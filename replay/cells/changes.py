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
    i = 0
    for before, after in zip(old, new, strict=False):  # as a rule most runs are the very same
        if before is not after:
            break
        x += len(after[0])
        i += 1
    end, last = len(old), len(new)
    while end > i and last > i and old[end - 1] is new[last - 1]:
        end, last = end - 1, last - 1
    j, was, now = i, 0, 0  # the runs that hold the cell; the characters of these before it
    while i < end and j < last:
        (text, ink), (other_text, other) = old[i], new[j]
        count = min(len(text) - was, len(other_text) - now)
        one, two = text[was : was + count], other_text[now : now + count]
        same = ink is other or ink == other
        if not (same and one == two):
            for start, stop in _apart(one, two, "" if same else _alike(ink, other), same):
                yield Patch(y, x + start, two[start:stop], other)
        x, was, now = x + count, was + count, now + count
        if was == len(text):
            i, was = i + 1, 0
        if now == len(other_text):
            j, now = j + 1, 0


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
