"""Splits and laps as a table: two rows a runner, with the time and place at each mark, and below the lap and the gap.

Under a runner's name stands the strip of the pace of each lap: the higher, the faster. What does not fit is left out on
the left, since what came last matters more; but the column that sorts the table stays, and one may go back to others.
"""

from collections.abc import Sequence
from typing import NamedTuple

from replay.cells.ink import Ink, Row, Run, mix
from replay.cells.rows import fill
from replay.cells.text import cell_width, fit
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look

HEAD, FOOT = 3, 1
"""Rows above and below the runners."""
HIGH = 2
"""Rows of a runner."""
_NAME = 4
"""Cells in which a name says nothing."""
_NARROW = 60
"""Cells below which a table has no room for names but what the blanks beside them leave."""
_BEFORE = 8
"""Cells for place, letters and the gap behind them, before a name."""
_APART = 2
"""Cells between two columns."""
MARGIN = 1
"""Cells right of the last one, where the board's places begin."""
_PARTS = 3
"""Laps from which a strip of them has a shape."""
_BARS = "▁▂▃▄▅▆▇█", "_.-=+*%#"
"""From slow to fast, and what stands for them in ASCII."""


class Cell(NamedTuple):
    """A runner in a column: two texts in the upper row and two in the lower."""

    split: str
    place: str = ""
    part: str = ""
    behind: str = ""
    best: bool = False
    """Whether it is the runner's quickest lap."""
    quickest: bool = False
    """Whether nobody listed ran this part faster."""
    estimated: bool = False
    """Whether the split is."""

    @property
    def shape(self) -> "Shape":
        """Cells that it takes."""
        return Shape(*map(cell_width, (self.split, self.place, self.part, self.behind)))


class Shape(NamedTuple):
    """Cells of the four texts of a column: each has as many in every line, so that figures stand below each other."""

    split: int = 0
    place: int = 0
    part: int = 0
    behind: int = 0

    def with_(self, other: "Shape") -> "Shape":
        """What has room for both."""
        return Shape(*map(max, self, other))

    @property
    def width(self) -> int:
        """All of it."""
        upper = self.split + (1 + self.place if self.place else 0)
        lower = self.part + 1 + (1 + self.behind if self.behind else 0)
        return max(upper, lower)


class Line(NamedTuple):
    """A runner."""

    entry: int
    place: str
    """At present."""
    cells: tuple[Cell | None, ...]
    strip: tuple[float | None, ...]
    """The pace of each part that was run: 0 for the slowest of all, 1 for the fastest; None where nobody knows."""


class Table(NamedTuple):
    """All that is shown."""

    title: str
    heads: tuple[tuple[str, str], ...]
    """Over the columns: what the upper and the lower row say."""
    lines: tuple[Line, ...]
    sorted: tuple[int, bool] | None
    """The column that sorts the runners, and whether by its lower row; None for the order of the race."""
    chosen: int | None
    feet: tuple[str, ...]
    """What stands below, in several lengths, the longest first."""
    longest: int = 0
    """Cells of the longest name."""
    first: int | None = None
    """The first column that is wanted; None for those that were reached last."""


class Columns(NamedTuple):
    """Where what stands in a table of some width."""

    left: int
    """Cells for who it is."""
    first: int
    """The first column that is shown."""
    widths: tuple[int, ...]
    """Of those that are."""
    shapes: tuple[Shape, ...]
    """What is in each of them."""
    more: bool = False
    """Whether others are on their right of which something is known."""


def columns_of(table: Table, width: int) -> Columns:
    """All, or as many as there is room for: those that were reached last, with the one that sorts among them."""
    left = 8 if width < _NARROW else 16 if width < 110 else 24
    room = width - left - MARGIN
    shapes, last = [Shape() for _ in table.heads], -1
    for line in table.lines:
        for at, cell in enumerate(line.cells):
            if cell is not None:
                shapes[at], last = shapes[at].with_(cell.shape), max(last, at)
    usual = max((shape.width for shape in shapes), default=0)
    widths = [
        max(*map(cell_width, head), shape.width, usual if at > last else 0) + _APART
        for at, (head, shape) in enumerate(zip(table.heads, shapes, strict=True))
    ]
    end = len(widths) if sum(widths) <= room else max(last + 1, min(1, len(widths)))
    first = _first(widths[:end], room)
    by = table.sorted[0] if table.sorted is not None else first
    by = by if table.first is None else max(table.first, 0)
    if by < first:
        first = by
        while end > first + 1 and sum(widths[first:end]) > room:
            end -= 1
    free = room - sum(widths[first:end])
    whole = _BEFORE + table.longest + 1
    left += min(max(whole - left, 0), max(free, 0))
    return Columns(left, first, tuple(widths[first:end]), tuple(shapes[first:end]), more=end <= last)


def _first(widths: Sequence[int], room: int) -> int:
    """The first of the last columns that have room together."""
    first = len(widths)
    while first and (sum(widths[first - 1 :]) <= room or first == len(widths)):
        first -= 1
    return first


def first_line(table: Table, height: int) -> int:
    """The first runner who is shown: the chosen one stays in sight."""
    room = max((height - HEAD - FOOT) // HIGH, 1)
    at = next((at for at, line in enumerate(table.lines) if line.entry == table.chosen), 0)
    return max(0, min(at - room // 2, len(table.lines) - room))


def splits_rows(table: Table, cast: Cast, look: Look, width: int, height: int) -> list[Row]:
    """The table in exactly `height` rows of `width` cells."""
    columns = columns_of(table, width)
    rows = _heading(table, columns, look, width)
    first = first_line(table, height)
    for line in table.lines[first : first + max((height - HEAD - FOOT) // HIGH, 1)]:
        rows += _runner(table, line, columns, (cast, look), width)
    blank = fill((), width, look.panel)
    body = [*rows, *[blank] * height][: height - FOOT]
    left_out = len(table.lines) - (len(rows) - HEAD) // HIGH
    more = f"{look.glyph('…', '...')} {left_out} more; " if left_out else ""
    foot = next((words for words in table.feet if cell_width(more + words) < width), table.feet[-1])
    return [*body, fill([(fit(f" {more}{foot}", width), look.muted)], width, look.panel)][:height]


def _heading(table: Table, columns: Columns, look: Look, width: int) -> list[Row]:
    raised = look.theme.panel_raised
    ink, by = Ink(fg=look.theme.muted, bg=raised), Ink(fg=look.theme.accent, bg=raised, bold=True)
    rows = [fill([(f" {table.title}", ink)], width, ink)]
    for lower in (False, True):
        before = "" if lower or not columns.first else f"{look.glyph('‹', '<')} {columns.first} more: I"
        for shorter in (": I", " more"):
            before = before.removesuffix(shorter) if cell_width(before) >= columns.left else before
        row: list[Run] = [(fit(f" {before}", columns.left), look.muted)]
        for at, cells in enumerate(columns.widths, columns.first):
            sorts = table.sorted == (at, lower)
            words = table.heads[at][lower] + (look.glyph("▾", "v") if sorts else "")
            row.append((fit(words, cells, right=True), by._replace(bg=look.theme.panel) if sorts else look.muted))
        if columns.more and not lower:
            row.append((look.glyph("›", ">"), look.muted))
        rows.append(fill(row, width, look.panel))
    return rows


def _runner(table: Table, line: Line, columns: Columns, drawn: tuple[Cast, Look], width: int) -> list[Row]:
    cast, look = drawn
    chosen = line.entry == table.chosen
    ground = look.theme.panel_raised if chosen else look.theme.panel
    text = Ink(fg=look.theme.text, bg=ground)
    code = cast.codes[line.entry]
    room = max(columns.left - 4 - cell_width(code), 0)
    free = _blanks(line.cells[columns.first], columns) if columns.first < len(line.cells) and columns.widths else 0
    over = min(max(cell_width(cast.names[line.entry]) + 1 - room, 0), free)
    name = f" {cast.names[line.entry]}"
    whole = cell_width(name) <= room + over
    name = fit(name if whole or room + over > _NAME else "", room + over)
    upper: list[Run] = [(f"{line.place:>3} ", text), (code, cast.chips[line.entry]), (name, text._replace(bold=chosen))]
    lower: list[Run] = _strip(line.strip, columns.left, look, ground)
    for at, (cells, shape) in enumerate(zip(columns.widths, columns.shapes, strict=True), columns.first):
        cell = line.cells[at] if at < len(line.cells) else None
        upper += _cell(cell, (cells - over * (at == columns.first), shape), look, ground)[0]
        lower += _cell(cell, (cells, shape), look, ground)[1]
    rows = [fill(upper, width, text), fill(lower, width, text)]
    return [look.marked(row) for row in rows] if chosen else rows


def _blanks(cell: Cell | None, columns: Columns) -> int:
    """Cells before what stands in the upper row of the first column, which a long name may have; one stays blank."""
    place = 1 + columns.shapes[0].place if columns.shapes[0].place else 0
    return max(columns.widths[0] - (cell_width(cell.split) + place if cell is not None else 0) - 1, 0)


def _cell(cell: Cell | None, column: tuple[int, Shape], look: Look, ground: int) -> tuple[list[Run], list[Run]]:
    width, shape = column
    text, soft = Ink(fg=look.theme.text, bg=ground), Ink(fg=look.theme.muted, bg=ground)
    if cell is None:
        return [(" " * width, text)], [(" " * width, text)]
    guessed = text._replace(fg=look.theme.estimated) if cell.estimated else text
    place = f" {cell.place:>{shape.place}}" if shape.place else ""
    upper = [(fit(cell.split, width - cell_width(place), right=True), guessed), (place, soft)]
    part = cell.part + ("*" if cell.best else " " if cell.part else "")
    behind = f" {cell.behind:>{shape.behind}}" if shape.behind else ""
    ink = text._replace(fg=look.theme.good if cell.quickest else look.theme.text, bold=cell.quickest)
    lower = [(fit(part, width - cell_width(behind), right=True), ink if cell.best or cell.quickest else soft)]
    return upper, [*lower, (behind, soft)]


def _strip(paces: Sequence[float | None], left: int, look: Look, ground: int) -> list[Run]:
    """The pace of each part as a bar; where there are more of them than cells, of several together."""
    room, bars = left - 5, _BARS[look.ascii]
    if sum(pace is not None for pace in paces) < _PARTS:
        return list(fill([], left, Ink(bg=ground)))
    each = -(-len(paces) // room) if paces else 1
    wide = max(min(room // max(len(paces), 1), 3), 1)
    runs: list[Run] = [("    ", Ink(bg=ground))]
    for at in range(0, len(paces), each):
        known = [pace for pace in paces[at : at + each] if pace is not None]
        if not known:
            runs.append((" " * wide, Ink(bg=ground)))
            continue
        pace = sum(known) / len(known)
        ink = Ink(fg=mix(look.theme.muted, look.theme.accent, pace), bg=ground)
        runs.append((bars[min(int(pace * len(bars)), len(bars) - 1)] * wide, ink))
    return list(fill(runs, left, Ink(bg=ground)))


def pointed_at(table: Table, x: int, y: int, size: tuple[int, int]) -> tuple[int, bool] | int | str | None:
    """What a cell belongs to: a column's head and whether its lower row, an entry, columns out of sight, or nothing.

    Of those the answer is the verb that shows one more of them.

    Args:
        table: As it is drawn.
        x: Column of the screen, from the table's left.
        y: Row, from its top.
        size: Of the table, in cells and rows.
    """
    columns = columns_of(table, size[0])
    if y in (1, 2):
        at = columns.left
        for number, cells in enumerate(columns.widths, columns.first):
            if at <= x < at + cells:
                return number, y == 2
            at += cells
        if x < columns.left:
            return "columns(-1)" if columns.first else None
        return "columns(1)" if columns.more else None
    row = first_line(table, size[1]) + (y - HEAD) // HIGH
    below = y >= size[1] - FOOT
    return table.lines[row].entry if y >= HEAD and not below and row < len(table.lines) else None
