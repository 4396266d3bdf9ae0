"""Which cells of a row changed: what has to be written where its last picture is on the screen already."""

from collections.abc import Iterable, Iterator, Sequence

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import Ground, Overlay, Written

SKIP = 4
"""Bytes of a short step of the cursor: so much of what is there already is rather written again."""

JOIN = 8
"""Changed cells nearer than this on a row are one span: a cursor jump costs about as many bytes."""

Span = tuple[int, int]
"""The first cell, and the one after the last."""


Patch = tuple[int, int, str, Ink]
"""Row and column, and characters of one ink to be written there, one cell each."""


def patches(old: Row, new: Row, x: int = 0, y: int = 0) -> list[Patch]:
    """What makes a row that begins at a cell look like another: the cells that look otherwise.

    Both rows have as many cells, and each character takes one. A blank shows no letter colour and a full block no
    background, so that these do not count.
    """
    if type(old) is Written and type(new) is Written and old.ground is new.ground:
        return _written_anew(old, new, x, y)
    return _drawn_anew(tuple(old), tuple(new), x, y)


def _drawn_anew(old: tuple[Run, ...], new: tuple[Run, ...], x: int, y: int) -> list[Patch]:
    """The same of two rows, run by run."""
    found: list[Patch] = []
    common = _common_end(old, new)
    i, j, last, end = 0, 0, len(old) - common, len(new) - common
    one = two = ""  # what is left of the runs that are being compared
    ink = other = Ink()
    while True:
        if not one:
            if not two:
                while i < last and j < end and ((run := old[i]) is new[j] or run == new[j]):  # as most are
                    x += len(run[0])
                    i, j = i + 1, j + 1
            if i == last:
                return found
            (one, ink), i = old[i], i + 1
        if not two:
            if j == end:
                return found
            (two, other), j = new[j], j + 1
        before, after, count, more = one, two, len(one), len(two)
        one = two = ""
        if count != more:
            count = min(count, more)
            one, two, before, after = before[count:], after[count:], before[:count], after[:count]
        if before != after or ink != other:
            patch = y, x, after, other
            found += (patch,) if count == 1 and before != after else _apart(before, ink, patch)  # most are of one cell
        x += count


def _common_end(old: Row, new: Row) -> int:
    """How many runs at the end are the very same: rows that are written over keep those of their ground."""
    count = 0
    for run, other in zip(reversed(old), reversed(new), strict=False):
        if run is not other:
            break
        count += 1
    return count


def _written_anew(old: Written, new: Written, x: int, y: int) -> list[Patch]:
    """The same of two rows over one ground, of which only what is written over it is looked at."""
    ground = new.ground
    found: list[Patch] = []
    gone: list[Overlay] = []
    come: list[Overlay] = []
    ones, others = old.texts, new.texts
    i, j, last, end = 0, 0, len(ones), len(others)
    while i < last and j < end:
        one, other = ones[i], others[j]
        if one == other:
            i, j = i + 1, j + 1
        elif one[0] == other[0] and len(one[1]) == len(other[1]) and one[2] == other[2]:  # as a clock's
            for start, text, ink in ground.seen(other):
                before = one[1][start - one[0] :][: len(text)]
                found += _apart(before, ink, (y, x + start, text, ink))
            i, j = i + 1, j + 1
        elif one[0] <= other[0]:
            gone.append(one)
            i += 1
        else:
            come.append(other)
            j += 1
    gone += ones[i:]
    come += others[j:]
    width = ground.width
    for other in come:
        start, text, ink = other
        if ink.bg is not None and start + len(text) <= width:  # as `seen` says, of which most are
            found.append((y, x + start, text, ink))
        else:
            found += [(y, x + start, text, ink) for start, text, ink in ground.seen(other)]
    if gone:
        found += [(y, x + start, text, ink) for start, text, ink in _bared(ground, gone, come)]
    if len(found) > 1:
        found.sort()
    return found


def _bared(ground: Ground, gone: Sequence[Overlay], come: Sequence[Overlay]) -> list[Overlay]:
    """What is seen of a ground where texts are gone and none have come, both in the order of their cells."""
    found: list[Overlay] = []
    covered = [(at, at + len(text)) for at, text, _ in come]
    width = ground.width
    for at, text, _ in gone:
        end = at + len(text)
        if end > width:
            end = width
        for start, stop in covered:
            if stop <= at:
                continue
            if start >= end:
                break
            if at < start:
                found += ground.part(at, start)
            at = stop
        if at < end:
            found += ground.part(at, end)
    return found


def _apart(before: str, ink: Ink, now: Patch) -> Iterator[Patch]:
    """What looks otherwise of a text of one ink where another stood, of as many cells and of one ink too."""
    y, x, after, other = now
    same = ink == other
    alike = "" if same else _alike(ink, other)
    start = end = -1
    for at, (one, two) in enumerate(zip(before, after, strict=True)):
        if one == two and (same or two == alike):
            continue
        if start < 0:
            start = at
        elif at > end and (at - end > SKIP or len(after[end:at].encode()) > SKIP):
            yield y, x + start, after[start:end], other
            start = at
        end = at + 1
    if start >= 0:
        yield y, x + start, after[start:end], other


def _alike(ink: Ink, other: Ink) -> str:
    """The character that looks the same in two inks."""
    if ink[2:] != other[2:] or ink.reverse or ink.underline:
        return ""
    return " " if ink.bg == other.bg else "█" if ink.fg == other.fg else ""


def changed_spans(old: Row, new: Row) -> list[Span]:
    """The cells in which two rows of as many cells look different, near ones joined."""
    return joined((x, x + len(text)) for _, x, text, _ in patches(old, new))


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in rising order, near ones made one."""
    found: list[Span] = []
    for start, end in spans:
        if found and start - found[-1][1] <= JOIN:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
