"""Looking for a file: a line with its path, which completes, and below it what the folder holds.

Typing narrows the list, so one may go by arrows, by typing, or paste a path; a file that is dropped on it opens.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Input

from replay.cells.canvas import Rect
from replay.cells.ink import Row
from replay.drawing.pages.menu import first_line
from replay.drawing.pages.picker import peek_rows, picker_hints, picker_rows, picker_title
from replay.drawing.theme.look import Look
from replay.files.dropped import exists, pasted_paths, path_of
from replay.files.folders import Item, Listing, completed, first_lines, listing, meant, recordings, typed_path
from replay.files.paths import absolute
from replay.tui.ahead import Ahead
from replay.tui.cells import Cells
from replay.tui.colours import rgb
from replay.tui.columns import Columns, Places, two_columns
from replay.tui.leaving import leave
from replay.tui.line import InputLine


def _places(width: int, height: int) -> Places:
    """Those of two columns a row further down: between title and columns the path is typed, and a row is bare."""
    below = two_columns(("list", "peek"), 9, 36, 66, width, height - 1)
    moved = {name: place._replace(y=place.y + 1) for name, place in below.items()}
    return {**moved, "title": Rect(0, 0, width, 1), "rule": Rect(0, 2, width, 1)}


class PickerScreen(Screen[Sequence[Path] | None]):
    """Ends with the files to open, or None."""

    DEFAULT_CSS = """
    PickerScreen { layout: vertical; overflow: hidden; }
    PickerScreen > Cells { position: absolute; width: 1; height: 1; }
    PickerScreen > Input, PickerScreen > Input:focus {
        position: absolute; border: none; height: 1; padding: 0 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", priority=True),
        Binding("up", "choose(-1)", priority=True),
        Binding("down", "choose(1)", priority=True),
        Binding("pageup", "choose(-10)", priority=True),
        Binding("pagedown", "choose(10)", priority=True),
        Binding("enter", "open", priority=True),
        Binding("ctrl+o", "together", priority=True),
        Binding("escape", "close"),
    ]

    def __init__(self, folder: Path, look: Look) -> None:
        """Begin in a folder."""
        super().__init__()
        self.look = look
        self._first = typed_path(folder)
        self.listing: Listing = listing(self._first)
        self._chosen = 0
        self._looked: tuple[Path, Listing] | None = None
        self.columns = Columns(self, _places)
        self.ahead = Ahead(self)

    @property
    def item(self) -> Item | None:
        """The file or folder under the cursor."""
        return self.listing.items[self._chosen] if self._chosen < len(self.listing.items) else None

    @property
    def _line(self) -> Input:
        return self.query_one(Input)

    def compose(self) -> ComposeResult:
        """Title, the line, the folder, how the file begins, footer."""
        yield Cells(self._draw_title, id="title")
        line = InputLine(self._first, select_on_focus=False)
        line.takes = self._dropped
        yield line
        yield Cells(lambda width, height: [((" " * width, self.look.panel),)], id="rule")
        yield Cells(self._draw_list, id="list")
        yield Cells(self._draw_peek, id="peek")
        yield Cells(self._draw_footer, id="footer")

    def on_mount(self) -> None:
        """Take the places, and begin to type."""
        self._paint_line()
        self._arrange(self.app.size)
        self._line.focus()
        self.call_after_refresh(self.ahead.take)

    def on_resize(self, event: Resize) -> None:
        """Compose anew."""
        self._arrange(event.size)

    def _arrange(self, size: Size) -> None:
        self._line.styles.offset = (0, 1)
        self._line.styles.width = size.width
        self.columns.arrange(size)

    def set_look(self, look: Look) -> None:
        """Change to another theme."""
        self.look = look
        self._paint_line()
        self.columns.redraw_whole()

    # Drawing

    def _paint_line(self) -> None:
        theme = self.look.theme
        self._line.styles.background, self._line.styles.color = rgb(theme.panel), rgb(theme.text)

    def _draw_title(self, width: int, _height: int) -> list[Row]:
        return picker_title(self.look, width)

    def _draw_list(self, width: int, height: int) -> list[Row]:
        return picker_rows(self.listing, self._chosen, self.look, width, height)

    def _draw_peek(self, width: int, height: int) -> list[Row]:
        item = self.item
        if item is not None and item.folder:  # what one would see in it
            return picker_rows(self._inside(item.path), -1, self.look, width, height)
        lines = list(first_lines(item.path, height)) if item is not None else []
        words = "No text: told by what is in it when it is opened." if item is not None else ""
        return peek_rows(lines, words, self.look, width, height)

    def _inside(self, folder: Path) -> Listing:
        """What a folder holds; it is looked into once, as long as the cursor is on it."""
        if self._looked is None or self._looked[0] != folder:
            self._looked = folder, listing(typed_path(folder.absolute()))
        return self._looked[1]

    def _draw_footer(self, width: int, _height: int) -> list[Row]:
        lead = "there are more than are listed: type some of the name" if self.listing.more else ""
        return self.columns.footer(picker_hints(len(recordings(self.listing))), self.look, width, lead)

    # What the keys do

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what the path may mean now."""
        self.listing = listing(event.value)
        self._chosen = 0
        self.columns.redraw()

    def _type(self, text: str) -> None:
        self._line.value = text
        self._line.cursor_position = len(text)

    def on_input_submitted(self) -> None:
        """Enter that was typed before the line was there; the screen has it else."""
        self.action_open()

    def action_choose(self, way: int) -> None:
        """Up or down."""
        self._chosen = max(0, min(self._chosen + way, len(self.listing.items) - 1))
        self.columns.redraw()

    def action_complete(self) -> None:
        """Type as much as is certain."""
        self._type(completed(self._line.value, self.listing))

    def action_open(self) -> None:
        """Open the file, or go into the folder."""
        typed = path_of(meant(self._line.value))
        item = self.item
        if self._line.value and exists(typed) and not typed.is_dir():
            self.take((typed,))
        elif item is None:
            self.app.bell()
        elif item.folder:
            self._type(typed_path(absolute(item.path)))
        else:
            self.take((item.path,))

    def action_together(self) -> None:
        """Open the recordings of the folder as one race."""
        found = recordings(self.listing)
        if found:
            self.take(found)
        else:
            self.app.bell()

    def _dropped(self, text: str) -> bool:
        """Open what a pasted text names; whether it names anything."""
        paths = pasted_paths(text)
        if paths:
            self.take(paths)
        return bool(paths)

    def take(self, paths: Sequence[Path]) -> None:
        """End with these files."""
        leave(self, tuple(paths))

    def action_close(self) -> None:
        """Open nothing."""
        leave(self, None)

    # The mouse

    async def on_click(self, event: Click) -> None:
        """Choose a file, open it on the second click; press what the footer says."""
        name = event.widget.id if isinstance(event.widget, Cells) else None
        if name == "list" and event.widget is not None:
            at = first_line(len(self.listing.items), self._chosen, event.widget.size.height) + event.y
            if at == self._chosen:
                self.action_open()
            elif at < len(self.listing.items):
                self.action_choose(at - self._chosen)
        else:
            await self.columns.press(event)

    def on_mouse_scroll_down(self) -> None:
        """Down the list."""
        self.action_choose(1)

    def on_mouse_scroll_up(self) -> None:
        """Up the list."""
        self.action_choose(-1)
