"""The photo finish: everybody as the line saw them go by, side by side in time, as a slit camera draws them.

Such a camera looks at the line alone and writes what it sees from right to left, so that across its picture there is
time and no distance: who was first is furthest right, and the torso stands at the hundredth of the result. Ours is
drawn from the times, and says so. Time is stretched as far as there is room, as such cameras are set; figures are not.
"""

import math
from typing import NamedTuple

from replay.cells.ink import Ink, Row, letter_on
from replay.cells.rows import Layer, Overlay, fill, over, overlays_of
from replay.cells.text import cell_width, fit
from replay.drawing.closeup.figures import Figure, figure, plain_figure, stride_phase
from replay.drawing.closeup.inks import ink_of, part_colours, solid
from replay.drawing.closeup.plan import HEAD
from replay.drawing.scene import Scene
from replay.race.times import format_apart, margin_digits


class Crossing(NamedTuple):
    """Somebody at the line."""

    entry: int
    place: str
    behind: float
    """Seconds behind the first."""
    text: str
    """The time of the first, how far behind of the others; with a `~` where it was worked out."""
    metres: float
    """Run at the line, and"""
    seconds: float
    """run until then: they say where in the stride the figure is."""


class Photo(NamedTuple):
    """A finish that was close."""

    crossings: tuple[Crossing, ...]
    """In the order of the finish; the first two are close."""
    speed: float
    """Metres a second at which the first crossed the line."""

    @property
    def apart(self) -> float:
        """Seconds between the first two."""
        return self.crossings[1].behind


_TORSO = 0.27
"""Metres from the feet to the front of the torso, which is what counts at the line."""
_FRONT = 0.75
"""Metres that a figure may reach in front of its feet."""
_NAMED = 3
"""Crossings with a name and a line; the others have their letters below."""
_TICKS = (0.05, 0.1, 0.2, 0.5, 1.0)
"""Seconds between two marks of the scale."""
_STRETCH = 4
"""How many times as far apart as they were in metres figures may be."""
_HUNDREDTH = 0.01
_LARGEST = 10
"""Cells a metre of the largest figures."""


def photo_rows(photo: Photo, scene: Scene, width: int, height: int) -> list[Row]:
    """The picture in exactly `height` rows of `width` cells: a title, names, figures, a scale of hundredths."""
    strip = _Strip(photo, scene, width, height)
    return [strip.title(), *strip.picture(), strip.scale_row()][:height]


class _Strip:
    """A picture in the making."""

    def __init__(self, photo: Photo, scene: Scene, width: int, height: int) -> None:
        self.photo, self.scene, self.width = photo, scene, width
        self.rows = height - 2
        self.labels = min(_NAMED, len(photo.crossings), max(self.rows - 4, 1))
        tall = self.rows - self.labels
        self.depth = 1 if tall < 8 else 2 if tall < 12 else 3
        self.scale = max(4, min(int((tall - self.depth) / (HEAD / 2)), _LARGEST, width // 8))
        self.first = width - 1 - math.ceil((_FRONT - _TORSO) * self.scale) - 1
        true = self.scale * photo.speed
        room = max(self.first - 2 * self.scale, 1) / max(photo.crossings[-1].behind, _HUNDREDTH)
        self.second = min(max(room, true), _STRETCH * true)
        """Cells a second."""

    def column(self, behind: float) -> float:
        """Where in the strip so many seconds behind the first are, in cells from the left."""
        return self.first - behind * self.second

    def title(self) -> Row:
        """By how much it was won, and of what kind this picture is."""
        look, photo = self.scene.look, self.photo
        names = [self.scene.cast.names[crossing.entry] for crossing in photo.crossings[:2]]
        sure = not photo.crossings[1].text.startswith("~")
        metres = photo.apart * photo.speed
        far = f"{metres:.1f} m" if metres >= 0.095 else f"{100 * metres:.0f} cm"
        by = f"{'' if sure else '~'}{format_apart(photo.apart, margin_digits(photo.apart))}, ~{far}"
        won = f"{names[0]} from {names[1]} by {by}"
        if not photo.apart:
            by, won = "the same time", f"{names[0]} and {names[1]} in the same time"
        for text in (
            f"photo finish: {won} (drawn from the times)",
            f"photo finish, drawn from the times: {by}",
            f"photo finish, drawn from the times: {by.partition(',')[0]}",
            f"drawn from the times: {by.partition(',')[0]}",
        ):
            if cell_width(text) <= self.width - 2:
                break
        return fill([(" ", look.heading), (fit(text, max(self.width - 2, 0)), look.heading)], self.width, look.heading)

    def picture(self) -> list[Row]:
        """Names, and below them the figures on the track."""
        theme = self.scene.look.theme
        ground: Row = ((" " * self.width, Ink(theme.surface_line, theme.surface)),)
        layers: list[Layer] = [{} for _ in range(self.rows)]
        for number, crossing in enumerate(self.photo.crossings[: self.labels]):
            self._line(crossing, number, layers)
        for number, crossing in reversed(list(enumerate(self.photo.crossings))):  # the first over the others
            self._stand(crossing, number, layers)
        rows = [over(ground, overlays_of(layer)) if layer else ground for layer in layers]
        for number, crossing in enumerate(self.photo.crossings[: self.labels]):
            rows[number] = over(rows[number], self._label(crossing))
        return [over(row, chips) if chips else row for row, chips in zip(rows, self._above_heads(), strict=True)]

    def _above_heads(self) -> list[list[Overlay]]:
        """By row the letters of those whose names have no room, above their heads."""
        cast = self.scene.cast
        rows: list[list[Overlay]] = [[] for _ in range(self.rows)]
        tall = 3 if self.scene.look.ascii else math.ceil(HEAD / 2 * self.scale)
        for number, crossing in enumerate(self.photo.crossings[self.labels :], self.labels):
            x = math.floor(self.column(crossing.behind) - _TORSO * self.scale) - cast.code // 2
            row = rows[max(self._foot(number) - tall, min(self.labels, self.rows - 1))]
            if x >= 0 and (not row or x + cast.code < row[-1][0]):
                row.append((x, cast.codes[crossing.entry], cast.chips[crossing.entry]))
        return [row[::-1] for row in rows]

    def _foot(self, number: int) -> int:
        """The row of somebody's feet: who follow each other stand in different ones."""
        return self.rows - 1 - (self.depth - number % (self.depth + 1))

    def _line(self, crossing: Crossing, number: int, layers: list[Layer]) -> None:
        """The hundredth of a result, from the name down to the scale."""
        look = self.scene.look
        x = math.floor(self.column(crossing.behind))
        ink = ink_of(letter_on(look.theme.surface), None)
        if 0 <= x < self.width:
            for layer in layers[number + 1 :]:
                layer[x] = look.glyph("│", "|"), ink

    def _stand(self, crossing: Crossing, number: int, layers: list[Layer]) -> None:
        """A figure whose torso is at its line."""
        look = self.scene.look
        colours = part_colours(self.scene.cast.colours[crossing.entry], look)
        half = round(2 * (self.column(crossing.behind) - _TORSO * self.scale))
        foot = self._foot(number)
        for dx, dy, text, part, under in self._figure(crossing, half):
            x, y = half // 2 + dx, foot + dy
            if not (self.labels <= y < self.rows and 0 <= x < self.width):
                continue
            behind = layers[y].get(x)
            if not text:
                layers[y][x] = look.glyph("█", "#"), ink_of(colours[part], None)
            elif under >= 0:
                layers[y][x] = text, ink_of(colours[part], colours[under])
            else:
                layers[y][x] = text, ink_of(colours[part], solid(behind, None))

    def _figure(self, crossing: Crossing, half: int) -> Figure:
        phase = stride_phase(crossing.seconds, crossing.metres)
        return plain_figure(phase, 2) if self.scene.look.ascii else figure(self.scale, phase, 2, bool(half % 2), False)

    def _label(self, crossing: Crossing) -> list[Overlay]:
        """Place, three letters, name and time, left of the line that they belong to; no name where there is no room."""
        cast, look = self.scene.cast, self.scene.look
        words = Ink(letter_on(look.theme.surface), None, bold=True)
        chip = cast.codes[crossing.entry], cast.chips[crossing.entry]
        name = f" {cast.names[crossing.entry]} {crossing.text} "
        line = math.floor(self.column(crossing.behind))
        start = line - cell_width(name) - cast.code - 3
        if start < 0:
            name, start = f" {crossing.text} ", line - cell_width(crossing.text) - cast.code - 5
        if start < 0:
            return []
        corner: Overlay = (line, look.glyph("╮", "."), words)
        runs: list[Overlay] = [
            (start, f" {crossing.place} ", words),
            (start + 3, *chip),
            (start + 3 + cast.code, name, words),
        ]
        return [*runs, corner] if line < self.width else runs

    def scale_row(self) -> Row:
        """Hundredths behind the first."""
        look = self.scene.look
        step = next((step for step in _TICKS if step * self.second >= _APART), _TICKS[-1])
        pieces: list[Overlay] = []
        free = self.width
        for tick in range(int(self.first / self.second / step) + 1):
            text = f"+{tick * step:.2f}" if tick else "0"
            x = math.floor(self.column(tick * step)) - len(text) // 2
            if x >= 0 and x + len(text) < free:
                pieces.append((x, text, look.page))
                free = x
        faint = Ink(look.theme.border, look.theme.background)
        blank: Row = ((look.glyph("─", "-") * self.width, faint),)
        tenths = range(int(self.first / self.second * 10) + 1)
        marks = {math.floor(self.column(tenth / 10)): (look.glyph("┴", "+"), faint) for tenth in tenths}
        return over(over(blank, overlays_of(marks)), pieces[::-1])


_APART = 12
"""Cells between two numbers of the scale, at least."""
