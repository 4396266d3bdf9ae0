"""Rows of runs as the text and control sequences that a terminal shows them by (ECMA-48, and ITU T.416 for colours).

A frame is written whole, or as what makes it of the frame before. Such a difference is often hundreds of scattered
cells in forty colours: written row by row, most of its bytes would set colours. So the cells of all rows that share
their colours are written one after the other: to go to another cell takes half the bytes of a colour. A blank shows no
letter colour and a full block no background, so these are written whenever the colour that they do show is set.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from replay.cells.changes import Patch, patches
from replay.cells.depth import Depth, number_of_16, number_of_256, parts
from replay.cells.ink import Ink, Row, Run
from replay.cells.text import is_narrow

Codes = tuple[str, str, str]
"""What sets attributes, colour and background."""

UNSET: Codes = "", "", ""
"""Nothing is set."""


def rows_to_text(rows: Sequence[Row], depth: Depth) -> str:
    """Rows as lines, without a line end after the last; each line leaves the terminal as it found it.

    For text without any control sequence see `replay.cells.rows.plain`.
    """
    return "\n".join([row_to_text(row, depth) for row in rows])


def row_to_text(row: Iterable[Run], depth: Depth) -> str:
    """What writes runs to a terminal: of each one's ink what the one before has not set."""
    out: list[str] = []
    old = UNSET
    for text, ink in row:
        new = codes_of(ink, depth)
        if new != old:
            out.append(_turned(old, new))
            old = new
        out.append(text)
    if old != UNSET:
        out.append("\x1b[0m")
    return "".join(out)


class Change(NamedTuple):
    """A row somewhere on a screen that is another now, of as many cells."""

    x: int
    """Where it begins, in cells from the left."""
    y: int
    old: Row
    new: Row
    even: bool
    """Whether each character of both takes one cell; see `is_even`."""


def difference(old: Sequence[Row], new: Sequence[Row], depth: Depth, at: tuple[int, int] = (0, 0)) -> str:
    """What makes a terminal that shows one picture show another, of the same size.

    Args:
        old: The rows that are shown.
        new: The rows to show, as many and as wide as those.
        depth: The terminal's colours.
        at: Column and row of the terminal where the picture begins, from 0.
    """
    left, top = at
    pairs = enumerate(zip(old, new, strict=True), top)
    changes = [Change(left, y, old, new, is_even(old) and is_even(new)) for y, (old, new) in pairs]
    return changes_to_text(changes, depth)


def changes_to_text(changes: Iterable[Change], depth: Depth) -> str:
    """What writes changed rows to a terminal that shows them as they were."""
    changed: list[Patch] = []
    wide: list[str] = []
    for x, y, old, new, even in changes:
        if old is new or old == new:
            continue
        if even:
            changed += patches(old, new, x, y)
        else:  # terminals do not agree on the cells of some characters: such a row is written from its beginning
            wide.append(go_to(x, y) + row_to_text(new, depth))
    return "".join(wide) + patches_to_text(changed, depth)


def is_even(row: Row) -> bool:
    """Whether each character of a row takes one cell."""
    return is_narrow("".join([text for text, _ in row]))


def patches_to_text(changed: Sequence[Patch], depth: Depth) -> str:
    """What writes patches to a terminal, colour by colour."""
    out: list[str] = []
    pen = _Pen(out, max([x + len(text) for _, x, text, _ in changed], default=0))
    for codes, group in _grouped(changed, depth):
        pen.take(codes)
        for y, x, text, _ in group:
            pen.write(y, x, text)
    pen.take(UNSET)
    return "".join(out)


def _grouped(changed: Sequence[Patch], depth: Depth) -> list[tuple[Codes, list[Patch]]]:
    """The patches by what has to be set for them, so that as little as can be is set anew from one to the next."""
    groups: dict[Codes, list[Patch]] = {}
    blanks: dict[tuple[str, str], list[Patch]] = {}
    blocks: dict[tuple[str, str], list[Patch]] = {}
    for patch in changed:
        codes = codes_of(patch.ink, depth)
        attributes, colour, ground = codes
        both = patch.ink.reverse or patch.ink.underline  # colours show in blanks and blocks too
        if not both and patch.text.isspace():
            blanks.setdefault((attributes, ground), []).append(patch)
        elif not both and patch.ink.bg is not None and not patch.text.strip("█"):
            blocks.setdefault((attributes, colour), []).append(patch)
        else:
            groups.setdefault(codes, []).append(patch)
    for codes in sorted(groups):
        attributes, colour, ground = codes
        free = [*blanks.pop((attributes, ground), ()), *blocks.pop((attributes, colour), ())]
        if free:
            groups[codes] = sorted((*groups[codes], *free))
    for left in (*blanks.values(), *blocks.values()):
        groups.setdefault(codes_of(left[0].ink, depth), []).extend(left)
    return sorted(groups.items(), key=lambda item: (item[0][0], item[0][2], item[0][1]))


class _Pen:
    """Writes at places of the terminal, and knows where the cursor is and what is set."""

    def __init__(self, out: list[str], right: int) -> None:
        self._out = out
        self._right = right
        """The cell after the rightmost that is written: it may be the one after the terminal's last."""
        self._y = self._x = -1
        self._codes = UNSET

    def take(self, new: Codes) -> None:
        """Set what of it is not set."""
        if new != self._codes:
            self._out.append("\x1b[0m" if new == UNSET else _turned(self._codes, new))
            self._codes = new

    def write(self, y: int, x: int, text: str) -> None:
        """Write a text whose characters take one cell each."""
        self._go(y, x)
        self._out.append(text)
        self._y, self._x = y, x + len(text)

    def _go(self, y: int, x: int) -> None:
        """By the shortest way; after the last column, where terminals differ, by none but the straight one."""
        down, right = y - self._y, x - self._x
        if not down and not right:
            return
        if self._y < 0 or down < 0 or self._x >= self._right:
            self._out.append(go_to(x, y))
            return
        if not down and right > 0:  # nothing is shorter
            self._out.append(f"\x1b[{right if right > 1 else ''}C")
            return
        straight = go_to(x, y)
        steps = f"\x1b[{down if down > 1 else ''}B" if down else ""
        if right > 0:
            steps += f"\x1b[{right if right > 1 else ''}C"
        elif right < 0:
            steps += "\b" * -right if right > -4 else f"\x1b[{-right}D"
        self._out.append(min(steps, straight, key=len))


def go_to(x: int, y: int) -> str:
    """What moves the cursor to a cell, counted from 0."""
    return f"\x1b[{y + 1};{x + 1}H"


@lru_cache(maxsize=4096)
def _turned(old: Codes, new: Codes) -> str:
    """What sets one ink's codes where another's, which are not the same, are set."""
    attributes, colour, ground = new
    if attributes != old[0] or (not colour and old[1]) or (not ground and old[2]):
        codes: tuple[str, ...] = "" if old == UNSET else "0", attributes, colour, ground
    else:
        codes = colour if colour != old[1] else "", ground if ground != old[2] else ""
    return f"\x1b[{';'.join(filter(None, codes))}m"


@lru_cache(maxsize=4096)
def codes_of(ink: Ink, depth: Depth) -> Codes:
    """What sets an ink's attributes, colour and background on a terminal of so many colours."""
    flags = (
        ("1", ink.bold and not _brightened(ink.fg, depth)),
        ("2", ink.dim and depth is not Depth.NONE),
        ("3", ink.italic),
        ("4", ink.underline),
        ("7", ink.reverse),
    )
    attributes = ";".join([code for code, is_on in flags if is_on])
    return attributes, _colour_code(ink.fg, depth, 30), _colour_code(ink.bg, depth, 40)


def _brightened(colour: int | None, depth: Depth) -> bool:
    """Whether bold would make it another colour: of the first eight of sixteen terminals make the other eight."""
    return depth is Depth.SIXTEEN and colour is not None and number_of_16(colour) < 8


def _colour_code(colour: int | None, depth: Depth, base: int) -> str:
    """What sets a colour, on letters from 30 on, on the background from 40 on."""
    if colour is None or depth is Depth.NONE:
        return ""
    if depth is Depth.TRUE:
        red, green, blue = parts(colour)
        return f"{base + 8};2;{red};{green};{blue}"
    if depth is Depth.EIGHT_BIT:
        return f"{base + 8};5;{number_of_256(colour)}"
    number = number_of_16(colour)
    return str(base + number if number < 8 else base + 52 + number)
