"""Lines over the distance, in braille, with axes that a person can read and a tag at the end of each line.

Nobody is dropped: the scale holds all that was seen. In a cell that two lines share stand the dots of both, in the
colour of the one that matters more.
"""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import Ground, Layer, fill, overlays_of, row_width
from replay.cells.text import cell_width, fit
from replay.drawing.panels.ends import End, placed
from replay.drawing.panels.shortened import shortened
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.race.times import format_time

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bits of a braille character by row and column of its dots (Unicode, Braille Patterns)."""

AXIS = 7
"""Cells left of the lines, for the scale."""
_FOOT = 1
"""Rows under them, for the distance."""
_STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1200.0, 3600.0)
"""Of the scale, from one of its numbers to the next, where they are seconds."""
_EVEN = tuple(float(f"{digit}e{power}") for power in range(-1, 5) for digit in (1, 2, 5))
"""The same of what is counted in tens: metres, places, metres a second."""
_APART = 3
"""Rows between two numbers of the scale, at least."""
_SPARE = 2
"""Rows below the last number of a scale, at most."""
_ROWS = 7
"""Of so many rows of a chart of its own there may be one more."""


class Drawn(NamedTuple):
    """A line as it is drawn."""

    entry: int
    values: tuple[float, ...]
    """At samples evenly spaced over the distance; nan where there is none."""
    strong: bool
    """Whether it is looked at; the others are dimmed."""


class Cursor(NamedTuple):
    """Where values are read."""

    share: float
    """Of the distance that is seen."""
    words: str
    """What stands at that distance."""
    values: tuple[tuple[int, str], ...]
    """Entries with what their lines say there."""
    nothing: str = "nobody has been here yet"
    """Why there may be none."""


class Plot(NamedTuple):
    """All that a chart shows."""

    title: str
    lines: tuple[Drawn, ...]
    """Those that matter more come later."""
    samples: int
    marks: tuple[tuple[float, str], ...]
    """What stands under the distance: which share of it, and the words."""
    up: bool = False
    """Whether more is higher: of a gap or a place, less is."""
    whole: bool = False
    """Whether the scale has whole numbers only."""
    least: float = 0.0
    """What the scale spans at least."""
    timed: bool = True
    """Whether values are seconds: from a minute on they are written in minutes."""
    near: float = 0.0
    """How many times the middle value, up and down, the scale holds at most: what is beyond stands at its end; 0 for
    all."""
    most: float = math.inf
    """What the scale holds at most: who is beyond it leaves it, and a mark at his letters says how far he is."""
    cursor: Cursor | None = None
    band: tuple[tuple[float, float], ...] = ()
    """What is shaded behind the lines: from where to where at each sample, nan where nothing is."""
    empty: str = ""
    """Why there is nothing to be seen, where there is not."""

    @property
    def seen(self) -> list[float]:
        """All values that the lines and the band show."""
        seen = [value for line in self.lines for value in line.values if value == value]
        return seen + [value for ends in self.band for value in ends if value == value]


class Scale(NamedTuple):
    """From what is seen to rows."""

    low: float
    high: float
    step: float
    up: bool
    whole: bool = False
    """Whether it counts: its first number is what it begins with, the others are round."""

    def share(self, value: float) -> float:
        """How far down a value stands: 0 at the top, 1 at the bottom."""
        down = (value - self.low) / (self.high - self.low)
        return 1.0 - down if self.up else down

    def dot(self, value: float, rows: int) -> int:
        """The dot of a value in so many rows of four, from the top; of one beyond the scale its end."""
        return round(min(max(self.share(value), 0.0), 1.0) * (4 * rows - 1))

    @property
    def numbers(self) -> list[float]:
        """Those that are written beside it."""
        count = math.floor((self.high - self.low) / self.step + 1e-9)
        if not self.whole:
            return [self.low + self.step * at for at in range(count + 1)]
        begin = float(math.ceil(self.low))
        first = math.floor(begin / self.step) + 1
        even = (self.step * at for at in range(first, first + count + 1))
        return [begin, *(number for number in even if number <= self.high)]


def scale_of(plot: Plot, rows: int) -> Scale:
    """A scale with round numbers that holds every value, or those that are near the middle one."""
    seen = plot.seen
    low, high = min(seen, default=0.0), max(seen, default=0.0)
    if plot.near and seen:
        middle = sorted(seen)[len(seen) // 2]
        low, high = max(low, middle / plot.near), min(high, middle * plot.near)
    high = max(min(high, plot.most), low + plot.least)
    most = max(rows // _APART, 1)
    steps = [step for step in (_STEPS if plot.timed else _EVEN) if step >= 1 or not plot.whole]
    step = next((step for step in steps if _ends(low, high, step)[2] <= most), steps[-1])
    if plot.whole:  # the first place is 1, and so is the first number
        return Scale(low, max(high, low + 1), step, plot.up, whole=True)
    low, high, count = _ends(low, high, step)
    return Scale(low, low + step * count * stretch(rows, count, max(rows // _ROWS, _SPARE)), step, plot.up)


def stretch(rows: int, spaces: int, spare: int = _SPARE) -> float:
    """How many times as much a scale of so many rows holds for its numbers to be whole rows apart.

    That takes rows from what is drawn: where it would be more than are spare, nothing is stretched.
    """
    apart = (rows - 1) // spaces
    return (rows - 1) / (apart * spaces) if apart and (rows - 1) % spaces <= spare else 1.0


def _ends(low: float, high: float, step: float) -> tuple[float, float, int]:
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    last = max(last, first + 1)
    return first * step, last * step, last - first


def plot_rows(plot: Plot, cast: Cast, look: Look, width: int, height: int) -> list[Row]:
    """A chart in exactly `height` rows of `width` cells, heading and axes among them."""
    theme = look.theme
    heading = Ink(fg=theme.muted, bg=theme.panel_raised)
    title = [(f" {plot.title}", heading)] if plot.cursor is None else read_runs(plot.cursor, cast, look, width)
    rows = [fill(title, width, heading)]
    high = height - 1 - _FOOT
    wide = width - AXIS - room_for(width)
    if high < 2 or wide < 4:
        return [*rows, *[fill((), width, look.panel)] * (height - 1)][:height]
    scale = scale_of(plot, high)
    layers: list[Layer] = [{} for _ in range(high)]
    _shade(plot, scale, look, wide, layers)
    _guides(plot, layers, look, wide)
    if plot.cursor is not None:
        x = AXIS + min(int(plot.cursor.share * wide), wide - 1)
        for layer in layers:
            layer[x] = look.glyph("│", "|"), look.accent
    _lines(plot, scale, cast, look, wide, layers)
    _tags(plot, scale, cast, look, (wide, width), layers)
    labels = _labels(scale, high, timed=plot.timed) if plot.seen else {}
    blank = Ground(fill((), width, look.panel))
    for y, layer in enumerate(layers):
        label = (0, f"{labels.get(y, ''):>{AXIS - 1}} ", look.muted)
        rows.append(blank.over([label, *overlays_of(layer)]))
    if not labels:
        rows[1 + (high - 1) // 2] = _nothing(plot.empty, look, width)
    rows.append(_foot(plot, look, wide, width))
    return rows


def _nothing(words: str, look: Look, width: int) -> Row:
    """Why nothing is drawn, in the middle of where it would be."""
    left = max((width - cell_width(words)) // 2, 1)
    return fill([(" " * left + words, look.muted)], width, look.panel)


def read_runs(cursor: Cursor, cast: Cast, look: Look, width: int) -> list[Run]:
    """What is read at the cursor, as much of it as there is room for: `1200 m  KER +0.0  NUG +0.3`."""
    ground = look.theme.panel_raised
    runs: list[Run] = [(f" {cursor.words} ", Ink(fg=look.theme.accent, bg=ground, bold=True))]
    for entry, value in cursor.values:
        code = cast.codes[entry] or cast.tags[entry]
        if row_width(runs) + cell_width(code + value) + 2 > width:
            break
        runs += [(" ", Ink(bg=ground)), (code, cast.chips[entry]), (f" {value} ", Ink(fg=look.theme.text, bg=ground))]
    if not cursor.values:
        runs.append((f" {cursor.nothing}", Ink(fg=look.theme.muted, bg=ground)))
    return runs


def room_for(width: int) -> int:
    """Cells right of the lines, for the tags at their ends."""
    return 18 if width >= 120 else 16 if width >= 90 else 10 if width >= 50 else 4


def _labels(scale: Scale, high: int, *, timed: bool) -> dict[int, str]:
    digits = 1 if scale.step < 1 else 0
    labels: dict[int, str] = {}
    for value in scale.numbers:
        long, sign = timed and abs(value) >= 60, "-" if value < 0 else ""
        text = f"{sign}{format_time(abs(value), digits)}" if long else f"{value:.{digits}f}"
        labels.setdefault(scale.dot(value, high) // 4, text)
    return labels


def _shade(plot: Plot, scale: Scale, look: Look, wide: int, layers: list[Layer]) -> None:
    """The band, in a sign of its own, so that it is seen without colours too."""
    sign = look.glyph("░", "=")
    for at, (low, high) in enumerate(plot.band):
        if low == low and high == high:
            ends = sorted(scale.dot(value, len(layers)) // 4 for value in (low, high))
            x = AXIS + min(at * wide // plot.samples, wide - 1)
            for row in range(ends[0], ends[1] + 1):
                layers[row][x] = sign, look.faint


def _guides(plot: Plot, layers: list[Layer], look: Look, wide: int) -> None:
    """A faint line up from each mark of the distance."""
    sign = look.glyph("┊", ":")
    for share, _ in plot.marks:
        x = AXIS + min(int(share * wide), wide - 1)
        for layer in layers:
            layer[x] = sign, look.faint


def _lines(plot: Plot, scale: Scale, cast: Cast, look: Look, wide: int, layers: list[Layer]) -> None:
    bits: list[dict[int, int]] = [{} for _ in layers]
    inks: dict[int, Ink] = {}
    theme, panel = look.theme, look.theme.panel
    for line in plot.lines:
        colour = cast.colours[line.entry]
        ink = Ink(fg=colour if line.strong else theme.faded(colour), bg=panel, bold=line.strong)
        values = line.values
        if plot.most < math.inf:
            values = tuple(value if value <= scale.high else math.nan for value in values)
        for x, y in _dots(values, plot.samples, scale, (wide, len(layers))):
            cell, row = x // 2, y // 4
            bits[row][cell] = bits[row].get(cell, 0) | _DOTS[y % 4][x % 2]
            layers[row][AXIS + cell] = "." if look.ascii else chr(0x2800 + bits[row][cell]), ink
        inks[line.entry] = ink
    for line in plot.lines:  # who was first there has the cell, whoever came to it later
        for at in (at for at, value in enumerate(line.values) if value == 0):
            x, row = AXIS + min(at * wide * 2 // plot.samples, wide * 2 - 1) // 2, scale.dot(0.0, len(layers)) // 4
            layers[row][x] = layers[row][x][0], inks[line.entry]


def _dots(values: Sequence[float], samples: int, scale: Scale, size: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Dots of a line, each joined to the one before it unless nothing is known between."""
    across = size[0] * 2
    before: int | None = None
    for at, value in enumerate(values):
        if value != value:
            before = None
            continue
        x = min(at * across // samples, across - 1)
        y = scale.dot(value, size[1])
        start = y if before is None or abs(before - y) <= 1 else before
        for dot in range(min(start, y), max(start, y) + 1):
            yield x, dot
        before = y


def _tags(plot: Plot, scale: Scale, cast: Cast, look: Look, sizes: tuple[int, int], layers: list[Layer]) -> None:
    """Letters at each line's end, with the name behind them where there is room."""
    wide, width = sizes
    ends = []
    names: dict[int, str] = {}
    words: dict[int, str] = {}
    """Of those beyond the scale."""
    for line in reversed(plot.lines):
        last = next((at for at in range(len(line.values) - 1, -1, -1) if line.values[at] == line.values[at]), None)
        if last is None:
            continue
        code, name = cast.codes[line.entry] or cast.tags[line.entry], cast.names[line.entry]
        cells = cell_width(code)
        x = AXIS + min(last * wide // plot.samples, wide - 1) + 1
        name = shortened(name, width - 1 - x - cells - 1)
        told = name and line.strong and room_for(width) > 4
        row = scale.dot(line.values[last], len(layers)) // 4
        down = scale.share(line.values[last])
        beside = names[line.entry] = f" {name}" if told else ""
        if down > 1 and plot.most < math.inf:
            words[line.entry] = beside = f" {_beyond(line.values[last], plot)}"
        mark = int(line.entry in words)
        named = mark + cells + cell_width(beside) if beside else 0
        ends.append(End(line.entry, row, x, cells, named, before=mark, down=down))
    for entry, row, x, named, short in placed(ends, len(layers), width - 1):  # beside it the board begins
        letters = cast.tags[entry] if short else cast.codes[entry] or cast.tags[entry]
        soft = Ink(fg=cast.colours[entry], bg=look.theme.panel)
        if x and layers[row].get(x - 1, (" ", look.panel))[0] in "┊:":  # a guide between two in a row
            del layers[row][x - 1]
        texts = [(letters, cast.chips[entry])]
        if entry in words:
            texts.insert(0, (look.glyph("▾", "v"), look.muted))
        if named:
            texts.append((words[entry], look.muted) if entry in words else (names[entry], soft))
        for text, ink in texts:
            for char in text:
                layers[row][x] = char, ink
                x += 1


def _beyond(value: float, plot: Plot) -> str:
    """How far somebody is who is beyond the scale."""
    if not plot.timed:
        return f"{value:.0f} m"
    return format_time(value, 0) if value >= 60 else f"{value:.0f} s"


def _foot(plot: Plot, look: Look, wide: int, width: int) -> Row:
    """The distance: its end and the bell first, then the other marks that have room beside them."""
    cells = [" "] * width
    for share, words in sorted(
        plot.marks, key=lambda mark: (mark[1] != "now", mark[0] < 1.0, mark[1] != "bell", mark[0])
    ):
        at = AXIS + min(int(share * wide), wide - 1) - len(words) // 2
        at = max(min(at, width - len(words)), 0)
        if not any(cell != " " for cell in cells[max(at - 1, 0) : at + len(words) + 1]):
            cells[at : at + len(words)] = words
    return fill([(fit("".join(cells), width), look.muted)], width, look.panel)
