"""A screen of cells in pixels: each cell exactly in its place, pictures drawn as shapes, letters by a font.

Pillow and the font are an extra; what imports this module is imported by `forms` when a picture is wanted.
"""

import math
from collections.abc import Callable, Iterable, Sequence

from PIL import Image, ImageDraw

from replay.cells.ansi import Change
from replay.cells.ink import Row
from replay.drawing.theme.palette import Theme
from replay.export.cells import HALF, Paint, Stretch, paint_of, stretches
from replay.export.letters import Letters, Style
from replay.export.shapes import Shape, shapes_of
from replay.viewing.frame import Size

Colour = tuple[int, int, int]

_FINER = 8
"""How many times finer what is round or slanted is drawn, so that its edges are smooth."""
_KEPT = 20_000
"""Cells that are kept as they were drawn."""
_LINE = 1 / 16
"""How thick the line under a letter is, and how far it is from the foot of its cell, in heights of a cell."""


def rgb(colour: int) -> Colour:
    """A colour in its parts."""
    return colour >> 16, colour >> 8 & 255, colour & 255


class Pixels:
    """A screen in pixels."""

    def __init__(
        self, size: Size, wide: int, theme: Theme, dye: Callable[[Image.Image], Sequence[Image.Image]] | None = None
    ) -> None:
        """A screen on which nothing is written yet.

        Args:
            size: Of the screen, in cells.
            wide: Pixels across a cell; it is twice as high.
            theme: Gives the colours that a frame leaves open.
            dye: What is made of the picture of each cell, where the screen is not one picture in true colours: one of
                another kind, or several planes, which may be smaller.
        """
        self._wide, self._theme, self._dye = wide, theme, dye
        self._letters = Letters(wide)
        self._masks: dict[tuple[str, int, Style], Image.Image | None] = {}
        self._cells: dict[tuple[str, int, Paint], Sequence[Image.Image]] = {}
        extent = size.width * wide, size.height * wide * 2
        self.planes = self._dyed(Image.new("RGB", extent, rgb(theme.background)))
        """The screen as it is."""
        self._wides = [plane.width // size.width for plane in self.planes]

    @property
    def image(self) -> Image.Image:
        """The screen as it is, where it is one picture."""
        return self.planes[0]

    def draw(self, rows: Iterable[Row]) -> None:
        """Draw a whole screen."""
        self.write((Change(0, y, row, row, False) for y, row in enumerate(rows)), whole=True)

    def write(self, changes: Iterable[Change], *, whole: bool = False) -> None:
        """Write what is another now: every cell of the changed rows, or those that look otherwise."""
        for change in changes:
            for stretch in stretches(change, whole=whole):
                self._paste(stretch)

    def _paste(self, stretch: Stretch) -> None:
        y, x, texts, ink = stretch
        paint = paint_of(ink, self._theme)
        for at, text in enumerate(texts):
            if text != HALF:
                cells = 2 if texts[at + 1 : at + 2] == [HALF] else 1
                for plane, tile, wide in zip(self.planes, self._cell(text, cells, paint), self._wides, strict=True):
                    plane.paste(tile, ((x + at) * wide, y * wide * 2))

    def _cell(self, text: str, cells: int, paint: Paint) -> Sequence[Image.Image]:
        key = text, cells, paint
        found = self._cells.get(key)
        if found is None:
            if len(self._cells) >= _KEPT:
                self._cells.clear()
            found = self._cells[key] = self._dyed(self._drawn(text, cells, paint))
        return found

    def _dyed(self, image: Image.Image) -> Sequence[Image.Image]:
        return (image,) if self._dye is None else self._dye(image)

    def _drawn(self, text: str, cells: int, paint: Paint) -> Image.Image:
        wide, high = self._wide * cells, self._wide * 2
        image = Image.new("RGB", (wide, high), rgb(paint.ground))
        mask = self._mask(text, cells, Style(paint.bold, paint.italic))
        if mask is not None:
            image.paste(rgb(paint.colour), (0, 0), mask)
        if paint.underline:
            thick = max(round(high * _LINE), 1)
            image.paste(rgb(paint.colour), (0, high - 2 * thick, wide, high - thick))
        return image

    def _mask(self, text: str, cells: int, style: Style) -> Image.Image | None:
        """How much of each pixel a character covers; None for a blank."""
        key = text, cells, style
        if key not in self._masks:
            shapes = shapes_of(text)
            if shapes is None:
                self._masks[key] = self._letters.mask(text, cells, style)
            else:
                self._masks[key] = shaped(shapes, self._wide) if shapes else None
        return self._masks[key]


def shaped(shapes: Iterable[Shape], wide: int) -> Image.Image:
    """Shapes in a cell of so many pixels: how much of each pixel they cover, from 0 to 255.

    Boxes keep to whole pixels, so that they are sharp, and that those of two cells meet; the others have smooth edges.
    """
    fine = wide * _FINER
    mask = Image.new("L", (fine, 2 * fine))
    draw = ImageDraw.Draw(mask)
    for kind, numbers, opacity in shapes:
        fill = round(255 * opacity)
        if kind == "box":
            left, top, right, bottom = numbers
            x, to_x = (_FINER * edge for edge in _edges(left, right, wide))
            y, to_y = (_FINER * edge for edge in _edges(top, bottom, 2 * wide))
            draw.rectangle((x, y, to_x - 1, to_y - 1), fill)
        elif kind == "dot":
            across, down, radius = numbers[0] * fine, numbers[1] * 2 * fine, numbers[2] * fine
            draw.ellipse((across - radius, down - radius, across + radius - 1, down + radius - 1), fill)
        else:
            draw.polygon([(x * fine, y * 2 * fine) for x, y in zip(numbers[::2], numbers[1::2], strict=True)], fill)
    return mask.reduce(_FINER)


def _edges(start: float, end: float, pixels: int) -> tuple[int, int]:
    """Where a box begins and ends, in whole pixels: one at least, and a thin one in the middle where it was."""
    first, last = math.floor(start * pixels + 0.5), math.floor(end * pixels + 0.5)
    return (
        (first, last) if last > first else (min(math.floor(start * pixels), pixels - 1), math.floor(start * pixels) + 1)
    )
