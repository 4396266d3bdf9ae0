"""The widget everything is made of: it owns ready-made rows and repaints only those that changed.

Textual keeps no picture of what the terminal shows: `refresh()` writes the whole widget again, `refresh(*regions)`
only those regions. So a `Cells` widget compares each new row with the one it has. On a `Backdrop`, whose panels lie
side by side, the rows that differ go to the terminal at once where Textual is known (see `replay.tui.leftcrop`);
elsewhere Textual is asked to repaint the spans that differ. When no cell changed, nothing is drawn and no byte is
written. A `Cells` has no border, padding or child, since it overrides `render_lines` and thereby Textual's own styling
of lines.
"""

from asyncio import get_running_loop
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol, TypeVar, cast

from textual.events import Resize
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from replay.cells.changes import Patch, changed_spans
from replay.cells.depth import Paper
from replay.cells.displayed import Displayed
from replay.cells.ink import Row
from replay.cells.rows import fits, in_ascii
from replay.tui import leftcrop
from replay.tui.rowstrip import strip_of

T = TypeVar("T")

Drawer = Callable[[int, int], Sequence[Row]]
"""Width and height in cells to as many rows, each of that width."""


class Printer(Protocol):
    """The application as a widget sees it."""

    paper: Paper
    """What its terminal can show."""


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
        self._unmade: set[int] = set()
        """The rows whose strips are not made yet: Textual may never ask for them."""
        self._drawn_size = (0, 0)

    def draw(self, width: int, height: int) -> Sequence[Row]:
        """The rows to show now; the very same list as before where nothing changed."""
        return self.drawer(width, height) if self.drawer else ()

    @property
    def paper(self) -> Paper:
        """What the terminal can show."""
        return cast(Printer, self.app).paper

    def redraw(self) -> None:
        """Draw again; repaint only what differs."""
        width, height = self._drawn_size
        if not width or not height or not self.is_attached:
            return
        rows = self.draw(width, height)
        if rows is self._drawn:
            return
        self._drawn = rows
        known = self._rows
        before = {y: old for y, (old, new) in enumerate(zip(known, rows, strict=False)) if old is not new}
        for y, old in list(before.items()):
            row = in_ascii(rows[y]) if self.paper.ascii else rows[y]
            if row == old:
                del before[y]
            else:
                known[y] = row
        if before:
            self._unmade.update(before)
            self._repaint(before)

    def _repaint(self, before: Mapping[int, Row]) -> None:
        """Have rows repainted of which it is known what they were."""
        screen = self.screen
        if isinstance(screen, Backdrop) and leftcrop.writes(screen):
            screen.write_soon(self, before)
            return
        width = self._drawn_size[0]
        spans = [(y, *span) for y, old in before.items() for span in _changed(old, self._rows[y], width)]
        if spans:
            self.refresh(*[Region(start, y, end - start, 1) for y, start, end in spans])

    def patch(self, displayed: Displayed | None, rows: Collection[int]) -> list[Patch]:
        """What makes a terminal show rows of this widget; what can only be painted Textual is asked for."""
        width, height = self._drawn_size
        place = self.region
        found: list[Patch] = []
        others: list[Region] = []
        for y in [y for y in rows if y < height]:
            row, at = self._rows[y], place.y + y
            if displayed is not None and displayed.knows(at, place.x, width) and fits(row, width):
                found += displayed.show(at, place.x, row, width) or ()
            else:
                others.append(Region(0, y, width, 1))
        if others:
            self.refresh(*others)
        return found

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
        if self.paper.ascii:
            rows = [in_ascii(row) for row in rows]
        rows += [()] * (height - len(rows))
        self._rows = rows
        self._strips = [Strip.blank(width, self.rich_style)] * height
        self._unmade = {y for y, row in enumerate(rows) if row}
        self._drawn_size = (width, height)

    def _made(self) -> list[Strip]:
        """All the strips."""
        if self._unmade:
            width, depth = self._drawn_size[0], self.paper.depth
            for y in self._unmade:
                self._strips[y] = strip_of(self._rows[y], width, depth)
            self._unmade.clear()
        return self._strips

    def render_line(self, y: int) -> Strip:
        """One line; Textual asks for it under the mouse."""
        strips = self._made()
        return strips[y] if y < len(strips) else Strip.blank(self.size.width, self.rich_style)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region; drawn here the first time, so that the first frame is complete."""
        if crop.x == 0 and crop.y == 0 and (crop.width, crop.height) == self._drawn_size:
            return self._made()  # asked for whenever Textual paints, whoever has changed
        width, height = self.size
        if (width, height) != self._drawn_size:
            self._build(width, height)
        strips = self._made()[crop.y : crop.bottom]
        if crop.x == 0 and crop.width == width:
            return strips
        return [strip.crop(crop.x, crop.right) for strip in strips]


def _changed(old: Row, new: Row, width: int) -> Sequence[tuple[int, int]]:
    """The spans in which rows differ; all of it unless each character takes a cell, so that runs tell the cells."""
    return changed_spans(old, new) if fits(old, width) and fits(new, width) else [(0, width)]


class Backdrop(Screen[T]):
    """A screen that is bare behind its panels: it makes its one blank row once, not in every frame.

    Where Textual is known it writes what has changed in its panels itself, all of it at once.
    """

    def __init__(self) -> None:
        """Start without that row."""
        super().__init__()
        self._bare: Strip | None = None
        self._changed: dict[Cells, set[int]] = {}

    def notify_style_update(self) -> None:
        """Another theme: another blank row."""
        super().notify_style_update()
        self._bare = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blank rows."""
        if self._bare is None or self._bare.cell_length != crop.width:
            self._bare = Strip.blank(crop.width, self.rich_style)
        return [self._bare] * crop.height

    def write_soon(self, panel: Cells, rows: Mapping[int, object]) -> None:
        """Write rows of a panel when all that is drawn now has been drawn."""
        if not self._changed:
            get_running_loop().call_soon(self._write_changes)
        self._changed.setdefault(panel, set()).update(rows)

    def _write_changes(self) -> None:
        changed, self._changed = self._changed, {}
        displayed = leftcrop.displayed_by(self)
        patches = [
            patch for panel, rows in changed.items() if panel.is_attached for patch in panel.patch(displayed, rows)
        ]
        if patches:
            leftcrop.write(self, patches, cast(Printer, self.app).paper.depth)
