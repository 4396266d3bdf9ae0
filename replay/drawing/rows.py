"""Rows of coloured text, built and cut to a width in cells."""

from collections.abc import Iterable, Sequence

from replay.drawing.ink import Ink, Row, Run
from replay.textcells import cell_width, cut

Lines = list[list[Run]]
"""Lines of runs, not yet filled to a width."""

Overlay = tuple[int, str, Ink]
"""Something written over a row: its first cell, its text (of one-cell characters) and its ink."""


def row_width(row: Iterable[Run]) -> int:
    """Cells the row takes."""
    return sum(cell_width(text) for text, _ in row)


def fill(row: Iterable[Run], width: int, ink: Ink) -> Row:
    """The row in exactly `width` cells: cut, or filled on the right in `ink`."""
    kept: list[Run] = []
    left = width
    for text, run_ink in row:
        size = cell_width(text)
        if size > left:
            text = cut(text, left)
            size = cell_width(text)
        if text:
            kept.append((text, run_ink))
        left -= size
        if left <= 0:
            break
    if left > 0:
        kept.append((" " * left, ink))
    return tuple(kept)


def spread(left: Iterable[Run], right: Sequence[Run], width: int, ink: Ink) -> Row:
    """`left` and `right` at the two ends of a row of `width` cells; where both do not fit, `right` stays whole."""
    room = max(width - row_width(right), 0)
    return fill((*fill(left, room, ink), *right), width, ink)


def over(row: Row, overlays: Iterable[Overlay]) -> Row:
    """The row with texts written over it; an ink without a background keeps the one it is written on.

    Args:
        row: A row whose characters take one cell each.
        overlays: In rising order of their first cells; one that begins inside another is left out.
    """
    out: list[Run] = []
    runs = list(row)
    at = index = taken = 0
    for x, text, ink in overlays:
        if x < at:
            continue
        at, index, taken = _copy(runs, out, at, x, index, taken)
        end = x + len(text)
        while at < end and index < len(runs):
            under, base = runs[index]
            count = min(end - at, len(under) - taken)
            piece = text[at - x : at - x + count]
            out.append((piece, ink if ink.bg is not None else _on(ink, base.bg)))
            at += count
            taken += count
            if taken == len(under):
                index, taken = index + 1, 0
    _copy(runs, out, at, 1 << 30, index, taken)
    return tuple(out)


def _copy(runs: list[Run], out: list[Run], at: int, end: int, index: int, taken: int) -> tuple[int, int, int]:
    while at < end and index < len(runs):
        text, ink = runs[index]
        count = min(end - at, len(text) - taken)
        if count:
            out.append((text[taken : taken + count], ink))
        at += count
        taken += count
        if taken == len(text):
            index, taken = index + 1, 0
    return at, index, taken


_ON: dict[tuple[Ink, int | None], Ink] = {}


def _on(ink: Ink, background: int | None) -> Ink:
    known = _ON.get((ink, background))
    if known is None:
        known = _ON[ink, background] = Ink(
            fg=ink.fg,
            bg=background,
            bold=ink.bold,
            dim=ink.dim,
            italic=ink.italic,
            underline=ink.underline,
            reverse=ink.reverse,
        )
    return known


def plain(rows: Iterable[Row]) -> str:
    """The text of rows without their colours, for tests and for terminals that have none."""
    return "\n".join("".join(text for text, _ in row).rstrip() for row in rows)
