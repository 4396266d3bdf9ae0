"""A line to type into and what it finds so far: who is meant, which group is listed."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Click
from textual.widgets import Input, Static

from replay.cells.ink import Row
from replay.drawing.pages.picking import pick_rows, shown
from replay.drawing.theme.look import Look
from replay.tui.cells import Cells
from replay.tui.leaving import leave
from replay.tui.line import InputLine
from replay.tui.lined import CLOSES, Lined
from replay.viewing.finding import Found


class Pick(Lined[Found]):
    """Shows what fits as it is typed; ends with what was picked, or None."""

    DEFAULT_CSS = """
    Pick { align: center middle; background: $background 60%; }
    Pick > Vertical { width: 64; max-width: 96%; height: auto; background: $panel; padding: 1 2; }
    Pick.wide > Vertical { width: 144; }
    Pick > Vertical { border: round $border; border-subtitle-color: $text-muted; border-subtitle-background: $panel; }
    Pick Static { width: 1fr; color: $text-muted; }
    Pick Input, Pick Input:focus { border: none; background: $surface; margin: 1 0; height: 1; padding: 0 1; }
    Pick Cells { width: 1fr; height: 12; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "close", "Close"),
        ("up", "move(-1)", "Up"),
        ("down,tab", "move(1)", "Down"),
        ("pageup", "move(-10)", "Page up"),
        ("pagedown", "move(10)", "Page down"),
    ]

    def __init__(
        self, title: str, such: str, search: Callable[[str], Sequence[Found]], look: Look, *, wide: bool = False
    ) -> None:
        """Pick one of what `search` finds."""
        super().__init__(classes="wide" if wide else "")
        self.asked = title
        self.such = such
        self.search = search
        self.look = look
        self.found: Sequence[Found] = search("")
        self.at = 0

    def compose(self) -> ComposeResult:
        """A title, the line, the list."""
        with Vertical() as box:
            box.border_subtitle = CLOSES
            yield Static(self.asked, markup=False)
            yield InputLine(placeholder=self.such, select_on_focus=False)
            yield Cells(self._draw)

    def _draw(self, width: int, height: int) -> list[Row]:
        nothing = "nothing fits" if any(line.value.strip() for line in self.query(Input)) else "type a name or a bib"
        return pick_rows(self._lines, self.at, self.look, (width, height), nothing)

    @property
    def _lines(self) -> list[tuple[str, str, bool]]:
        return [(found.text, found.beside, found.taken) for found in self.found]

    def set_look(self, look: Look) -> None:
        """Change to another theme."""
        self.look = look
        for cells in self.query(Cells):  # none any more, where the screen is being left
            cells.redraw_whole()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as it is typed, until something is picked: what is found again would be told by other numbers."""
        if self.app.screen is not self:
            return
        self.found, self.at = self.search(event.value), 0
        for cells in self.query(Cells):  # none any more, where the screen is being left
            cells.redraw()

    def on_input_submitted(self) -> None:
        """Take the line that is picked; nothing where nothing was found."""
        if self.found:
            leave(self, self.found[self.at])

    def action_move(self, by: int) -> None:
        """Pick a line further down, or up."""
        self.at = max(0, min(self.at + by, len(self.found) - 1))
        for cells in self.query(Cells):  # none any more, where the screen is being left
            cells.redraw()

    def on_click(self, event: Click) -> None:
        """Take the line that is clicked; a click beside closes."""
        if isinstance(event.widget, Cells):
            owners = shown(self._lines, self.at, (event.widget.size.width, event.widget.size.height))
            if 0 <= event.y < len(owners):
                leave(self, self.found[owners[event.y]])
        elif event.widget is self:
            leave(self, None)
