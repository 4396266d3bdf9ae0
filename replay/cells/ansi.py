"""Rows of runs as the text and control sequences that a terminal shows them by (ECMA-48, and ITU T.416 for colours).

A frame is written whole, or as what makes it of the frame before. Such a difference is often hundreds of scattered
cells in forty colours: written row by row, most of its bytes would set colours. So the cells of all rows that share
their colours are written one after the other: to go to another cell takes half the bytes of a colour. A blank shows no
letter colour and a full block no background, so these are written whenever the colour that they do show is set.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from replay.cells.changes import Patch, patches
from replay.cells.depth import Depth, number_of_16, number_of_256, parts
from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import is_even

Codes = tuple[str, str, str]
"""What sets attributes, background and colour, in the order in which little has to be set anew from one to the next."""

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
        if old is new:
            continue
        if even:
            changed += patches(old, new, x, y)
        elif old != new:  # terminals do not agree on cells of some characters: the row is written from its beginning
            wide.append(go_to(x, y) + row_to_text(new, depth))
    return "".join(wide) + patches_to_text(changed, depth)


def patches_to_text(changed: Sequence[Patch], depth: Depth) -> str:
    """What writes patches to a terminal, colour by colour."""
    out: list[str] = []
    set_now = UNSET
    # The cell after the rightmost that is written: it may be the one after the terminal's last.
    right = max([x + len(text) for _, x, text, _ in changed], default=0)
    row = column = -1  # where the cursor is: nobody knows
    for codes, group in _grouped(changed, depth):
        if codes != set_now:
            out.append(_turned(set_now, codes))
            set_now = codes
        for y, x, text, _ in group:
            if y < row or row < 0 or column >= right:
                out.append(f"\x1b[{y + 1};{x + 1}H{text}")
            elif y != row or x != column:
                out.append(_step(x - column, y - row, x, y) + text)
            else:
                out.append(text)
            row, column = y, x + len(text)
    if set_now != UNSET:
        out.append("\x1b[0m")
    return "".join(out)


def _step(right: int, down: int, x: int, y: int) -> str:
    """The shortest way of the cursor over so many columns and rows, none of them up, to a cell."""
    if not down and right > 0:  # nothing is shorter
        return f"\x1b[{right}C" if right > 1 else "\x1b[C"
    steps = f"\x1b[{down}B" if down > 1 else "\x1b[B" if down else ""
    if right > 0:
        steps += f"\x1b[{right}C" if right > 1 else "\x1b[C"
    elif right < 0:
        steps += "\b" * -right if right > -4 else f"\x1b[{-right}D"
    straight = go_to(x, y)
    return straight if len(straight) < len(steps) else steps


class _Shows(NamedTuple):
    """What has to be set for an ink; None where all of it has to be."""

    codes: Codes
    blank: tuple[str, str] | None
    """For blanks: attributes and background."""
    block: tuple[str, str] | None
    """For full blocks: attributes and colour."""


_MOST = 4096
"""Inks of which is remembered what they show; a cache of Python's also remembers which was asked for last."""
_SHOWN: dict[Depth, dict[Ink, _Shows]] = {depth: {} for depth in Depth}


def _shows(ink: Ink, depth: Depth) -> _Shows:
    """What an ink shows, remembered."""
    known = _SHOWN[depth]
    if len(known) >= _MOST:
        known.clear()
    attributes, ground, colour = codes = codes_of(ink, depth)
    if ink.reverse or ink.underline:  # colours show in blanks and blocks too
        known[ink] = _Shows(codes, None, None)
    else:
        known[ink] = _Shows(codes, (attributes, ground), None if ink.bg is None else (attributes, colour))
    return known[ink]


def _grouped(changed: Sequence[Patch], depth: Depth) -> list[tuple[Codes, list[Patch]]]:
    """The patches by what has to be set for them, so that as little as can be is set anew from one to the next."""
    groups: dict[Codes, list[Patch]] = {}
    blanks: dict[tuple[str, str], list[Patch]] = {}
    blocks: dict[tuple[str, str], list[Patch]] = {}
    known = _SHOWN[depth]
    for patch in changed:
        _, _, text, ink = patch
        codes, blank, block = known.get(ink) or _shows(ink, depth)
        first = text[:1]
        if first == " " and blank is not None and text.isspace():
            blanks.setdefault(blank, []).append(patch)
        elif first == "█" and block is not None and not text.strip("█"):
            blocks.setdefault(block, []).append(patch)
        elif codes in groups:
            groups[codes].append(patch)
        else:
            groups[codes] = [patch]
    ordered = sorted(groups.items(), key=_CODES)
    if not (blanks or blocks):
        return ordered
    for (attributes, ground, colour), group in ordered:
        free = [*blanks.pop((attributes, ground), ()), *blocks.pop((attributes, colour), ())]
        if free:
            group += free
            group.sort()
    left = [(codes_of(group[0][-1], depth), group) for group in (*blanks.values(), *blocks.values())]
    return sorted((*ordered, *left), key=_CODES)


_CODES = itemgetter(0)


def go_to(x: int, y: int) -> str:
    """What moves the cursor to a cell, counted from 0."""
    return f"\x1b[{y + 1};{x + 1}H"


def _turned(old: Codes, new: Codes) -> str:
    """What sets one ink's codes where another's, which are not the same, are set."""
    before, paper, letters = old
    attributes, ground, colour = new
    if attributes != before or (letters and not colour) or (paper and not ground):
        codes = attributes, colour, ground
        return f"\x1b[{';'.join(filter(None, codes if old == UNSET else ('0', *codes)))}m"
    if ground == paper:
        return f"\x1b[{colour}m"
    return f"\x1b[{ground}m" if colour == letters else f"\x1b[{colour};{ground}m"


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
    return attributes, _colour_code(ink.bg, depth, 40), _colour_code(ink.fg, depth, 30)


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
