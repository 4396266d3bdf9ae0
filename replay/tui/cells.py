"""The widget everything that moves is made of: it owns ready-made rows and repaints only the cells that changed.

Textual keeps no picture of what the terminal shows: `refresh()` writes the whole widget again, `refresh(*regions)`
only those regions. So a `Cells` widget compares each new row with the one it has, makes strips for the rows that differ
and refreshes the differing spans; when no cell changed, nothing is drawn and no byte is written. It has no border,
padding or child, since it overrides `render_lines` and thereby Textual's own styling of lines.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from textual.events import Resize
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from replay.cells.ink import Row
from replay.tui.rowstrip import RowStrip, strip_of
from replay.tui.sparse import SparseStrip

T = TypeVar("T")

Drawer = Callable[[int, int], Sequence[Row]]
"""Width and height in cells to as many rows, each of that width."""


JOIN = 8
"""Changed cells nearer than this on a row are repainted as one span: a cursor jump costs about as many bytes."""

Span = tuple[int, int]
"""The first cell, and the one after the last."""


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in rising order, near ones made one."""
    found: list[Span] = []
    for start, end in spans:
        if found and start - found[-1][1] <= JOIN:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def changed_spans(old: Row, new: Row) -> list[Span]:
    """The cells in which two rows differ, near ones joined."""
    return joined(_differences(old, new))


def _differences(old: Row, new: Row) -> Iterator[Span]:
    """Walks along both rows from one beginning of a run to the next."""
    at = i = j = was = now = 0  # the cell; the runs that hold it; the characters of these before it
    while i < len(old) and j < len(new):
        (before, ink), (after, other) = old[i], new[j]
        count = min(len(before) - was, len(after) - now)
        if ink is not other and ink != other:
            yield at, at + count
        elif before[was : was + count] != after[now : now + count]:
            apart = [k for k in range(count) if before[was + k] != after[now + k]]
            yield at + apart[0], at + apart[-1] + 1
        at, was, now = at + count, was + count, now + count
        if was == len(before):
            i, was = i + 1, 0
        if now == len(after):
            j, now = j + 1, 0
    if i < len(old) or j < len(new):
        yield at, max(sum(len(text) for text, _ in row) for row in (old, new))


class Cells(Widget):
    """Shows rows of runs. A subclass or its owner says what to draw; `redraw` asks again and repaints what changed."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Cells { width: 1fr; height: 1fr; }"

    def __init__(self, drawer: Drawer | None = None, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Show what `drawer` draws."""
        super().__init__(id=id, classes=classes)
        self.drawer = drawer
        self._rows: list[Row] = []
        self._drawn: Sequence[Row] | None = None
        self._strips: list[Strip] = []
        self._drawn_size = (0, 0)

    def draw(self, width: int, height: int) -> Sequence[Row]:
        """The rows to show now; the very same list as before where nothing changed."""
        return self.drawer(width, height) if self.drawer else ()

    def strip(self, row: Row, width: int) -> Strip:
        """What a row is made into for Textual."""
        return strip_of(row, width)

    def redraw(self) -> None:
        """Draw again; repaint only the spans that differ."""
        width, height = self._drawn_size
        if not width or not height or not self.is_attached:
            return
        spans: list[Region] = []
        rows = self.draw(width, height)
        if rows is self._drawn:
            return
        self._drawn = rows
        for y, row in enumerate(rows[:height]):
            old = self._rows[y]
            if old == row:
                continue
            strip = self.strip(row, width)
            # Only where each character takes a cell do the runs tell the cells.
            simple = isinstance(strip, RowStrip) and isinstance(self._strips[y], RowStrip)
            whole = not simple or (type(strip) is SparseStrip and strip.compared)
            changed = [(0, width)] if whole else changed_spans(old, row)
            self._rows[y] = row
            self._strips[y] = strip
            spans += [Region(start, y, end - start, 1) for start, end in changed]
        if spans:
            self.refresh(*spans)

    def redraw_whole(self) -> None:
        """Draw again from nothing, after a change of theme or size."""
        self._drawn_size = (0, 0)
        self.refresh()

    def on_resize(self, event: Resize) -> None:
        """Draw for the new size."""
        if (event.size.width, event.size.height) != self._drawn_size:
            self.redraw_whole()

    def _build(self, width: int, height: int) -> None:
        self._drawn = self.draw(width, height)
        rows = list(self._drawn[:height])
        rows += [()] * (height - len(rows))
        self._rows = rows
        self._strips = [self.strip(row, width) if row else Strip.blank(width, self.rich_style) for row in rows]
        self._drawn_size = (width, height)

    def render_line(self, y: int) -> Strip:
        """One line; Textual asks for it under the mouse."""
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region; drawn here the first time, so that the first frame is complete."""
        if crop.x == 0 and crop.y == 0 and (crop.width, crop.height) == self._drawn_size:
            return self._strips  # asked for in every frame, whoever has changed
        width, height = self.size
        if (width, height) != self._drawn_size:
            self._build(width, height)
        strips = self._strips[crop.y : crop.bottom]
        if crop.x == 0 and crop.width == width:
            return strips
        return [strip.crop(crop.x, crop.right) for strip in strips]


class Backdrop(Screen[T]):
    """A screen that is bare behind its panels: it makes its one blank row once, not in every frame."""

    def __init__(self) -> None:
        """Start without that row."""
        super().__init__()
        self._bare: Strip | None = None

    def notify_style_update(self) -> None:
        """Another theme: another blank row."""
        super().notify_style_update()
        self._bare = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blank rows."""
        if self._bare is None or self._bare.cell_length != crop.width:
            self._bare = Strip.blank(crop.width, self.rich_style)
        return [self._bare] * crop.height
