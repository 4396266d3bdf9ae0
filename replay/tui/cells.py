"""The widget everything that moves is made of: it owns ready-made rows and repaints only the cells that changed.

Textual keeps no picture of what the terminal shows: `refresh()` writes the whole widget again, `refresh(*regions)`
only those regions. So a `Cells` widget compares each new row with the one it has, makes strips for the rows that differ
and refreshes the differing spans; when no cell changed, nothing is drawn and no byte is written. It has no border,
padding or child, since it overrides `render_lines` and thereby Textual's own styling of lines.
"""

from collections.abc import Callable, Iterator, Sequence

from textual.events import Resize
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from replay.cells.ansi import Change
from replay.cells.canvas import Rect
from replay.cells.changes import changed_spans
from replay.cells.ink import Row
from replay.cells.rows import is_even
from replay.tui.pace import Room
from replay.tui.rowstrip import Paper, strip_of

Drawer = Callable[[int, int], Sequence[Row]]
"""Width and height in cells to as many rows, each of that width."""


class Cells(Widget):
    """Shows rows of runs. A subclass or its owner says what to draw; `redraw` asks again and repaints what changed."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Cells { width: 1fr; height: 1fr; }"

    def __init__(
        self,
        drawer: Drawer | None = None,
        asked: Callable[[], None] | None = None,
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """Show what `drawer` draws; `asked` is called before Textual is told what that is."""
        super().__init__(id=id, classes=classes)
        self.drawer, self._asked = drawer, asked
        self._rows: list[Row] = []
        self._drawn: Sequence[Row] | None = None
        self._strips: list[Strip | None] = []
        """Made when Textual asks for them."""
        self._even: list[bool] = []
        """Whether each character of a row takes one cell."""
        self.place = (0, 0)
        """Where on the screen it begins, for changes that are written straight."""
        self._drawn_size = (0, 0)
        self._there: bool | None = None
        """Whether it has a place, where it is given one; elsewhere Textual is asked, which takes longer."""
        self.waits = False
        """Whether there was no room for some of it."""

    @property
    def paper(self) -> Paper:
        """What the terminal can show, as the application knows."""
        found: Paper = getattr(self.app, "paper", Paper())
        return found

    def take_place(self, place: Rect | None) -> None:
        """Be in a place of the screen, or in none."""
        self.display = self._there = place is not None
        if place is not None:
            self.place = (place.x, place.y)
            self.styles.offset = self.place
            self.styles.width, self.styles.height = place.width, place.height

    def draw(self, width: int, height: int) -> Sequence[Row]:
        """The rows to show now; the very same list as before where nothing changed."""
        return self.drawer(width, height) if self.drawer else ()

    def redraw(self, straight: list[Change] | None = None, room: Room | None = None) -> None:
        """Draw again; repaint only the spans that differ.

        Args:
            straight: Takes the rows that changed, for one who writes them; Textual is not asked to then.
            room: How much may be written; rows for which there is none stay as they are, and `waits` says so.
        """
        width, height = self._drawn_size
        # One that lost its place may be drawn once more before Textual takes it away: what is there now is another's.
        there = self.display if self._there is None else self._there
        # Where changes are written straight the screen is there, and with it all that is on it.
        if not (width and height and there and (straight is not None or self.is_attached)):
            return
        rows = self.draw(width, height)
        if rows is self._drawn and not self.waits:
            return
        self._drawn = rows
        self.waits = False
        changes: list[Change] = []
        for y, row in enumerate(rows[:height]):
            old = self._rows[y]
            if old is not row and old != row:
                even = is_even(row)
                change = Change(self.place[0], self.place[1] + y, old, row, even and self._even[y])
                if room is not None and not room.takes(change):
                    self.waits = True
                    continue
                changes.append(change)
                self._rows[y], self._strips[y], self._even[y] = row, None, even
        if straight is not None:
            straight += changes
        elif regions := [*self._regions(changes, width)]:  # rows that are made otherwise may look the same
            self.refresh(*regions)

    def _regions(self, changes: list[Change], width: int) -> Iterator[Region]:
        for _, y, old, new, even in changes:
            # Only where each character takes a cell do the runs tell the cells.
            spans = changed_spans(old, new) if even else [(0, width)]
            for start, end in spans:
                yield Region(start, y - self.place[1], end - start, 1)

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
        self.waits = False
        rows = list(self._drawn[:height])
        rows += [()] * (height - len(rows))
        self._rows = rows
        self._strips = [None] * height
        self._even = [is_even(row) for row in rows]
        self._drawn_size = (width, height)

    def _strip(self, y: int) -> Strip:
        strip = self._strips[y]
        if strip is None:
            row, width = self._rows[y], self._drawn_size[0]
            strip = strip_of(row, width, self.paper) if row else Strip.blank(width, self.rich_style)
            self._strips[y] = strip
        return strip

    def render_line(self, y: int) -> Strip:
        """One line; Textual asks for it under the mouse."""
        return self._strip(y) if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region; drawn here the first time, so that the first frame is complete."""
        if self._asked is not None:
            self._asked()
        width, height = self.size
        if (width, height) != self._drawn_size:
            self._build(width, height)
        strips = [self._strip(y) for y in range(crop.y, min(crop.bottom, height))]
        if crop.x == 0 and crop.width == width:
            return strips
        return [strip.crop(crop.x, crop.right) for strip in strips]
