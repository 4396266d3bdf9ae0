"""Rows as SVG: an exact grid of cells, pictures drawn as shapes, letters as text.

Each piece of text is held to the width of its cells, so that it stands in its place whatever font is found.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape

from replay.cells.ink import Row
from replay.drawing.theme.palette import Theme
from replay.export.cells import Cell, Paint, cells_of, paint_of
from replay.export.shapes import Shape, shapes_of
from replay.viewing.frame import Size

WIDE, HIGH = 10, 20
"""Units of a cell."""
_BASE, _FONT = 15.2, 16.4
"""Of letters: where they stand in a cell, and how large they are."""
FONTS = (
    "ui-monospace, 'JetBrains Mono', 'Cascadia Mono', 'SF Mono', Menlo, 'DejaVu Sans Mono', Consolas, "
    "'Liberation Mono', monospace"
)


class _Placed(NamedTuple):
    """A cell with its row and its paint."""

    cell: Cell
    y: int
    paint: Paint


def drawn(rows: Iterable[Row], size: Size, theme: Theme, title: str) -> str:
    """Rows as an SVG document, of `WIDE` by `HIGH` units a cell."""
    return document(size, theme, title, "", (part for y, row in enumerate(rows) for part in line_of(row, y, theme)))


def document(size: Size, theme: Theme, title: str, style: str, parts: Iterable[str]) -> str:
    """An SVG document of so many cells, with more of a style sheet and what is drawn."""
    width, height = WIDE * size.width, HIGH * size.height
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
        f"<title>{escape(title)}</title>",
        f"<style>text{{font:{_FONT}px {FONTS};white-space:pre}}.b{{font-weight:700}}.i{{font-style:italic}}"
        f".u{{text-decoration:underline}}{style}</style>",
        f'<rect width="{width}" height="{height}" fill="{_hex(theme.background)}"/>',
    ]
    return "\n".join([*head, *parts, "</svg>", ""])


def line_of(row: Row, y: int, theme: Theme, over: Row = ()) -> Iterator[str]:
    """What draws a row, so many cells from the top; over another that is drawn there only where it is another."""
    line = [_Placed(cell, y, paint_of(cell.ink, theme)) for cell in cells_of(row)]
    below = {cell.x: (cell.text, paint_of(cell.ink, theme)) for cell in cells_of(over)}
    for same, group in groupby(line, key=lambda placed: below.get(placed.cell.x) == (placed.cell.text, placed.paint)):
        if not same:
            part = list(group)
            yield from _grounds(part, None if over else theme.background)
            yield from _pictures(part)
            yield from _texts(part)


def _hex(colour: int) -> str:
    return f"#{colour:06x}"


def _n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _grounds(line: Iterable[_Placed], behind: int | None) -> Iterator[str]:
    """What is behind the characters, other than the colour behind everything, where there is one."""
    for ground, group in groupby(line, key=lambda placed: placed.paint.ground):
        cells = list(group)
        if ground != behind:
            first, last = cells[0], cells[-1].cell
            box = (first.cell.x, 0.0, last.x + last.width, 1.0)
            yield _path([_box(0, first.y, box)], ground)


def _pictures(line: Iterable[_Placed]) -> Iterator[str]:
    """Characters that are shapes; equal boxes side by side are one, without a seam."""
    for colour, group in groupby(line, key=lambda placed: placed.paint.colour):
        parts: dict[float, list[str]] = {}
        for text, alike in groupby(group, key=lambda placed: placed.cell.text):
            cells = list(alike)
            for shape in shapes_of(text) or ():
                parts.setdefault(shape.opacity, []).extend(_parts(shape, cells))
        for opacity, paths in parts.items():
            yield _path(paths, colour, opacity)


def _parts(shape: Shape, cells: list[_Placed]) -> Iterator[str]:
    x, y = cells[0].cell.x, cells[0].y
    if shape.kind == "box" and shape.numbers[0] == 0.0 and shape.numbers[2] == 1.0:
        _, top, _, bottom = shape.numbers
        yield _box(x, y, (0.0, top, float(len(cells)), bottom))
        return
    for placed in cells:
        yield _shape(shape, placed.cell.x, y)


def _shape(shape: Shape, x: int, y: int) -> str:
    if shape.kind == "box":
        left, top, right, bottom = shape.numbers
        return _box(x, y, (left, top, right, bottom))
    if shape.kind == "dot":
        middle_x, middle_y, radius = shape.numbers
        r = _n(radius * WIDE)
        start = f"M{_n((x + middle_x - radius) * WIDE)} {_n((y + middle_y) * HIGH)}"
        return f"{start}a{r} {r} 0 1 0 {_n(2 * radius * WIDE)} 0a{r} {r} 0 1 0 {_n(-2 * radius * WIDE)} 0z"
    points = zip(shape.numbers[::2], shape.numbers[1::2], strict=True)
    return "M" + "L".join(f"{_n((x + across) * WIDE)} {_n((y + down) * HIGH)}" for across, down in points) + "z"


def _box(x: int, y: int, box: tuple[float, float, float, float]) -> str:
    left, top, right, bottom = box
    place = f"M{_n((x + left) * WIDE)} {_n((y + top) * HIGH)}"
    return f"{place}h{_n((right - left) * WIDE)}v{_n((bottom - top) * HIGH)}h{_n((left - right) * WIDE)}z"


def _path(parts: list[str], colour: int, opacity: float = 1.0) -> str:
    crisp = "" if any("a" in part or "L" in part for part in parts) else ' shape-rendering="crispEdges"'
    clear = "" if opacity == 1.0 else f' fill-opacity="{opacity}"'
    return f'<path fill="{_hex(colour)}"{clear}{crisp} d="{"".join(parts)}"/>'


def _texts(line: Iterable[_Placed]) -> Iterator[str]:
    """Letters, a word or more at a time; what a font draws in its own width stands alone."""
    for (paint, is_text), group in groupby(line, key=lambda placed: (placed.paint, _is_text(placed.cell.text))):
        cells = list(group)
        while is_text and cells and cells[-1].cell.text == " ":
            cells.pop()
        while is_text and cells and cells[0].cell.text == " ":
            cells.pop(0)
        if is_text and cells:
            yield _text(cells, paint)


def _is_text(char: str) -> bool:
    return char == " " or shapes_of(char) is None


def _text(cells: list[_Placed], paint: Paint) -> str:
    first, last = cells[0], cells[-1].cell
    style = "".join(letter for letter, on in zip("biu", paint[2:], strict=True) if on)
    named = f' class="{" ".join(style)}"' if style else ""
    wide = (last.x + last.width - first.cell.x) * WIDE
    place = f'x="{first.cell.x * WIDE}" y="{_n(first.y * HIGH + _BASE)}"'
    text = escape("".join(placed.cell.text for placed in cells))
    held = f'textLength="{wide}" lengthAdjust="spacingAndGlyphs"'
    return f'<text {place} {held} fill="{_hex(paint.colour)}"{named}>{text}</text>'
