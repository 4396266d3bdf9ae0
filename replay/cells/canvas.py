"""A painted surface: two square pixels in every cell, letters on top, read out as few runs as its colours allow."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from replay.cells.ink import Ink, Row, Run, mix


class Rect(NamedTuple):
    """Cells from (x, y), `width` by `height`."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        """Whether the cell lies inside."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


class Letter(NamedTuple):
    """A character laid over the paint; its ground is the lower pixel of its cell."""

    text: str
    colour: int
    bold: bool = False


@dataclass(slots=True)
class Canvas:
    """`width` cells by `height` cells, that is `width` by `2 * height` pixels."""

    width: int
    height: int
    pixels: list[list[int]]
    letters: dict[int, dict[int, Letter]] = field(default_factory=dict)
    """By row and column."""
    soft: bool = True
    """Whether edges of lines may be softened."""

    @classmethod
    def of(cls, width: int, height: int, colour: int, soft: bool = True) -> "Canvas":
        """An empty canvas of one colour."""
        return cls(width, height, [[colour] * width for _ in range(2 * height)], soft=soft)

    def fill(self, x: int, y: int, width: int, height: int, colour: int) -> None:
        """Paints a rectangle given in pixels; what lies outside the canvas is left out."""
        left = max(0, x)
        right = max(left, min(self.width, x + width))
        for row in self.pixels[max(0, y) : max(0, y + height)]:
            row[left:right] = [colour] * (right - left)

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: int, thick: float = 1.0) -> None:
        """Lays a straight line between two points, in pixels, over the paint, its edges softened."""
        (x0, y0), (x1, y1) = start, end
        length = max(1e-9, ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5)
        along_x, along_y = (x1 - x0) / length, (y1 - y0) / length
        reach = thick / 2 + 0.5
        steps = 4 if self.soft else 1
        for py in range(max(0, int(min(y0, y1) - reach)), min(2 * self.height, int(max(y0, y1) + reach) + 1)):
            row = self.pixels[py]
            for px in range(max(0, int(min(x0, x1) - reach)), min(self.width, int(max(x0, x1) + reach) + 1)):
                dx, dy = px + 0.5 - x0, py + 0.5 - y0
                along = dx * along_x + dy * along_y
                across = abs(dy * along_x - dx * along_y)
                beyond = max(0.0, -along, along - length)
                cover = min(1.0, max(0.0, reach - across)) * min(1.0, max(0.0, 1.0 - beyond))
                if cover > 0.1:
                    row[px] = mix(row[px], colour, round(cover * steps) / steps)

    def write(self, x: int, y: int, text: str, colour: int, bold: bool = False) -> None:
        """Lays a line of text over the paint from the cell (x, y) on; what does not fit is left out."""
        if not 0 <= y < self.height:
            return
        row = self.letters.setdefault(y, {})
        for at, character in enumerate(text, x):
            if 0 <= at < self.width:
                row[at] = Letter(character, colour, bold)

    def row(self, y: int) -> Row:
        """The row of cells at y, in as few runs as possible.

        A run has two colours, which with space, half blocks and full block is enough for any cell that has no third: so
        runs are cut greedily, which is the fewest for such a rule.
        """
        return tuple(self._runs(y))

    def _runs(self, y: int) -> Iterator[Run]:
        top, bottom = self.pixels[2 * y], self.pixels[2 * y + 1]
        lettered = self.letters.get(y, {})
        start, colours = 0, (top[0], bottom[0])
        x = 0
        while x < self.width:
            if x in lettered:
                if start < x:
                    yield _block_run(top, bottom, start, x, colours)
                start = x
                ink = _letter_ink(lettered[x], bottom[x])
                while x in lettered and _letter_ink(lettered[x], bottom[x]) == ink:
                    x += 1
                yield "".join(lettered[at].text for at in range(start, x)), ink
                start = x
                if x < self.width:
                    colours = (top[x], bottom[x])
                continue
            if top[x] not in colours or bottom[x] not in colours:
                extended = _with(colours, top[x], bottom[x])
                if extended is None:
                    yield _block_run(top, bottom, start, x, colours)
                    start, extended = x, (top[x], bottom[x])
                colours = extended
            x += 1
        if start < self.width:
            yield _block_run(top, bottom, start, self.width, colours)


def _letter_ink(letter: Letter, ground: int) -> Ink:
    return Ink(letter.colour, ground, bold=letter.bold)


def _with(colours: tuple[int, int], one: int, two: int) -> tuple[int, int] | None:
    """The two colours of a run after a cell that has another than those, or None when there would be a third."""
    a, b = colours
    if a != b:
        return None
    if one == a:
        return a, two
    if two == a or one == two:
        return a, one
    return None


def _block_run(top: list[int], bottom: list[int], start: int, end: int, colours: tuple[int, int]) -> Run:
    """The cells of a run, the colour that fills more whole cells as its ground."""
    back, front = colours
    if back == front:
        return " " * (end - start), Ink(bg=back)
    if end == start + 1:
        return "▄", Ink(front, back)
    pairs = list(zip(top[start:end], bottom[start:end], strict=True))
    if pairs.count((front, front)) > pairs.count((back, back)):
        back, front = front, back
    shapes = {(back, back): " ", (front, front): "█", (front, back): "▀", (back, front): "▄"}
    return "".join([shapes[pair] for pair in pairs]), Ink(front, back)
