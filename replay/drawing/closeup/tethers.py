"""Lines from the names above the track down to those whose names they are, where grass is between."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from replay.cells.ink import Ink, contrast
from replay.cells.rows import Layer, Overlay
from replay.cells.text import cell_width
from replay.drawing.closeup.called import name_of
from replay.drawing.closeup.inview import Runner
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look

NEAR = 2
"""Rows between a name and a head up to which an eye goes from one to the other by itself."""
SEEN = 1.8
"""The contrast with the grass from which on a line is in its runner's colour."""


BESIDE = 8
"""Cells beside a name up to which a line with a bend in it goes to a head."""
ROUND = 6
"""Cells beside a name in which its line may go down where there is no way below it."""


class _Line(NamedTuple):
    """A line that is to be drawn."""

    aside: int
    """Cells by which it bends."""
    x: int
    """The column of the head."""
    head: int
    """The row of the head."""
    row: int
    """Of the name."""
    start: int
    """The first column of the name."""
    end: int
    """The first behind it."""
    entry: int


def tethers(
    runners: Sequence[Runner],
    captions: Mapping[int, Sequence[Overlay]],
    layers: Sequence[Layer],
    cast: Cast,
    look: Look,
) -> dict[int, list[Overlay]]:
    """The rows of names with lines below them, each to the head of its runner, straight where that is possible.

    Args:
        runners: Who is in view.
        captions: Letters and names by row, in rising order of columns.
        layers: What is drawn over the grass, by row and column: figures.
        cast: Letters and inks.
        look: Inks.
    """
    rows: dict[int, list[Overlay]] = {y: list(overlays) for y, overlays in captions.items()}
    taken = {
        (x + at, y)
        for y, overlays in captions.items()
        for x, text, _ in overlays
        for at in range(cell_width(text) + 1)  # between letters and a name, too: a line there would be one of theirs
    }
    below = max(captions, default=0) + 1
    for line in sorted(_lines(runners, captions, layers, cast)):
        cells = _cells(line, below, taken, layers, look)
        taken.update(cells)
        ink = _ink(cast.colours[line.entry], look)
        for (x, y), glyph in cells.items():
            rows.setdefault(y, []).append((x, glyph, ink))
    return {y: sorted(overlays, key=itemgetter(0)) for y, overlays in rows.items()}


@lru_cache(maxsize=256)
def _ink(colour: int, look: Look) -> Ink:
    return Ink(colour if contrast(colour, look.theme.grass[0]) >= SEEN else look.theme.sign, None)


def _lines(
    runners: Sequence[Runner], captions: Mapping[int, Sequence[Overlay]], layers: Sequence[Layer], cast: Cast
) -> Iterator[_Line]:
    """From whom to whom lines are wanted."""
    for runner in runners:
        found = label_of(runner, captions, cast)
        if found is None:
            continue
        row, start, end = found
        x = runner.half // 2
        column = min(max(x, start), end - 1)
        aside = abs(x - column)
        if aside > BESIDE:
            continue
        head = len(layers)
        for y in range(row + 1, head):
            layer = layers[y]
            if layer and (x in layer or x - 1 in layer or x + 1 in layer):
                head = y
                break
        if head - row - 1 > (0 if aside else NEAR):
            yield _Line(aside, x, head, row, start, end, runner.entry)


def _cells(
    line: _Line, below: int, taken: AbstractSet[tuple[int, int]], layers: Sequence[Layer], look: Look
) -> dict[tuple[int, int], str]:
    """The cells of a line: straight, else with a bend below all names; none where another's is in every way.

    It does not go on behind what is in its way: there it would be the line of that.
    """
    bar = look.glyph("│", "|")
    if not line.aside:
        straight = {(line.x, y): bar for y in range(line.row + 1, line.head)}
        if not taken & straight.keys():
            return straight
    between = range(line.row + 1, below)

    def cost(at: int) -> int:
        """How far off a column to go down in is, and more beside another's name, or the own."""
        crowded = any((x, y) in taken for x in (at - 1, at + 1) for y in between)
        return abs(at - line.x) + BESIDE // 2 * crowded + BESIDE * (not line.start <= at < line.end)

    beside = 0 if look.drawn else ROUND  # those without colours have their letters on their chests
    columns = [at for at in range(line.start - beside, line.end + beside) if abs(at - line.x) <= BESIDE]
    for column in sorted(columns, key=cost):
        out = _out(line, column, look)
        if out is None:
            continue
        for turn in range(below, line.head):
            cells = out | {(column, y): bar for y in range(line.row + 1, turn)}
            cells |= _across(column, line.x, turn, line.head, look)
            if not any(cell in taken or cell[0] in layers[cell[1]] for cell in cells):
                return cells
            if column == line.x or (column, turn) in taken:
                break
    return {}


def _out(line: _Line, column: int, look: Look) -> dict[tuple[int, int], str] | None:
    """The cells beside a name by which a line goes to a column that is not below it; None for one too near to it."""
    if line.start <= column < line.end:
        return {}
    right = column > line.end
    if not right and not 0 <= column < line.start - 1:
        return None
    corner = look.glyph("┐" if right else "┌", ".")
    way = range(line.end + 1, column) if right else range(column + 1, line.start - 1)
    return {(x, line.row): look.glyph("─", "-") for x in way} | {(column, line.row): corner}


def _across(column: int, x: int, turn: int, head: int, look: Look) -> dict[tuple[int, int], str]:
    """The cells of a line from a column to another in a row, and down from there."""
    if x == column:
        return {(x, y): look.glyph("│", "|") for y in range(turn, head)}
    step = 1 if x > column else -1
    cells = {(at, turn): look.glyph("─", "-") for at in range(column + step, x, step)}
    cells[column, turn] = look.glyph("└" if step > 0 else "┘", "`" if step > 0 else "'")
    cells[x, turn] = look.glyph("┐" if step > 0 else "┌", ".")
    return cells | {(x, y): look.glyph("│", "|") for y in range(turn + 1, head)}


def unsaid(
    runners: Sequence[Runner], captions: Mapping[int, Sequence[Overlay]], cast: Cast, look: Look
) -> Collection[int]:
    """Who has a letter on his chest: who has none elsewhere, or a colour that another has; all without colours."""
    colours = Counter(cast.colours[runner.entry] for runner in runners)
    return {
        runner.entry
        for runner in runners
        if look.drawn or colours[cast.colours[runner.entry]] > 1 or label_of(runner, captions, cast) is None
    }


def label_of(runner: Runner, captions: Mapping[int, Sequence[Overlay]], cast: Cast) -> tuple[int, int, int] | None:
    """The row of a runner's name, and its columns from the first to before the end; None where there is none."""
    tag, code, chip = cast.tags[runner.entry], cast.codes[runner.entry], cast.chips[runner.entry]
    for y, overlays in captions.items():
        for at, (x, text, ink) in enumerate(overlays):
            if ink == chip and (text == tag or code.startswith(text)):
                end = x + cell_width(tag if text == tag else code)
                named = overlays[at + 1 : at + 2]
                if named and named[0][:2] == (end + 1, name_of(cast, runner)):  # and not the letters of somebody else
                    end += 1 + cell_width(named[0][1])
                return y, x, end
    return None
