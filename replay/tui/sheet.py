"""A sheet over the screen: a title, lines that scroll, and any of a few keys to close it."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult, RenderResult
from textual.binding import BindingType
from textual.events import Click, Key, Resize
from textual.screen import ModalScreen

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import spread
from replay.drawing.theme.look import Look
from replay.tui.cells import Cells
from replay.tui.leaving import leave
from replay.tui.veil import seen_through

Writer = Callable[[Look, int], Sequence[Sequence[Run]]]
"""A look and a width to lines."""


def sheet_rows(height: int) -> int:
    """How many lines a sheet shows at once on a screen of so many rows."""
    return max((height - 2 if height > 10 else height) - 4, 1)


class Sheet(ModalScreen[str | None]):
    """Shows lines; scrolls by arrows, pages and wheel."""

    DEFAULT_CSS = """
    Sheet { align: center middle; background: $background 60%; }
    Sheet > Cells { width: 1; height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,enter", "close", "Close"),
        ("i", "go_on", "More"),
        ("up,k", "scroll_by(-1)", "Up"),
        ("down,j", "scroll_by(1)", "Down"),
        ("pageup,b", "scroll_by(-12)", "Page up"),
        ("pagedown,space", "scroll_by(12)", "Page down"),
        ("home,g", "scroll_by(-100000)", "Top"),
        ("end,G", "scroll_by(100000)", "End"),
    ]

    ends: Mapping[str, str] = {"q": "quit"}
    """What it ends with at some of the keys that close it."""

    def __init__(self, title: str, write: Writer, look: Look, *, widest: int = 108, any_key: bool = False) -> None:
        """Show what `write` writes; `any_key` closes on every key and after a while (see `replay.tui.app`)."""
        super().__init__()
        self.heading = title
        self.write = write
        self.look = look
        self.widest = widest
        self.any_key = any_key
        self.leads_to: str | None = None
        """What `i` ends it with."""
        self._lines: list[list[Run]] = []
        self._top = 0

    def render(self) -> RenderResult:  # type: ignore[override]  # as widgets may; a screen says that it makes less
        """The screen below, dimmed."""
        return seen_through(super().render())

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Cells(self._draw, id="sheet")

    def on_mount(self) -> None:
        """Take the size the lines want."""
        self._measure(self.app.size.width, self.app.size.height)

    def on_resize(self, event: Resize) -> None:
        """Measure anew."""
        self._measure(event.size.width, event.size.height)

    def set_look(self, look: Look) -> None:
        """Change to another theme."""
        self.look = look
        self._measure(self.app.size.width, self.app.size.height)
        for cells in self.query(Cells):  # none any more, where the screen is being left
            cells.redraw_whole()

    def _measure(self, width: int, height: int) -> None:
        outer = min(width - 2, self.widest)
        self._lines = [list(line) for line in self.write(self.look, max(outer - 6, 8))]
        for cells in self.query(Cells):
            cells.styles.width = outer
            cells.styles.height = min(len(self._lines) + 4, height - 2 if height > 10 else height)
        self._top = 0

    def _draw(self, width: int, height: int) -> list[Row]:
        theme = self.look.theme
        edge = Ink(fg=theme.border, bg=theme.panel)
        frame = tuple("++++-|") if self.look.ascii else tuple("╭╮╰╯─│")
        nw, ne, sw, se, flat, side = frame
        room = max(height - 4, 1)
        self._top = max(min(self._top, len(self._lines) - room), 0)
        title = f" {self.heading} "
        more = len(self._lines) > room
        down = "down" if self.look.ascii else "↓"
        turns = f" {down} more {self.look.glyph('·', '-')}" if self._top + room < len(self._lines) else ""
        hint = f"{turns} q leaves, any other key starts " if self.any_key else " Esc closes "
        if more and not self.any_key:
            hint = f" {self._top + 1}-{min(self._top + room, len(self._lines))} of {len(self._lines)} · ↑↓ Esc "
            hint = hint.replace("·", "-").replace("↑↓", "up down") if self.look.ascii else hint
        accent = Ink(fg=theme.accent, bg=theme.panel, bold=True)
        top = spread([(nw + flat, edge), (title, accent), (flat * width, edge)], [(flat + ne, edge)], width, edge)
        foot = spread(
            [(sw + flat * (width - len(hint) - 3), edge), (hint, self.look.muted)], [(flat + se, edge)], width, edge
        )
        blank: list[Run] = []
        shown = [blank, *self._lines[self._top : self._top + room], *[blank] * room][: room + 1]
        body = [
            spread([(f"{side}  ", edge), *line], [(f"  {side}", edge)], width, self.look.panel)
            for line in [*shown, blank]
        ]
        return [top, *body[: height - 2], foot]

    def action_close(self) -> None:
        """Close the sheet."""
        leave(self, None)

    def action_go_on(self) -> None:
        """Close the sheet for what it leads to."""
        leave(self, self.leads_to)

    def action_scroll_by(self, lines: int) -> None:
        """Show lines further down or up."""
        self._top = max(self._top + lines, 0)
        for cells in self.query(Cells):  # none any more, where the screen is being left
            cells.redraw()

    def on_mouse_scroll_down(self) -> None:
        """Wheel down."""
        self.action_scroll_by(3)

    def on_mouse_scroll_up(self) -> None:
        """Wheel up."""
        self.action_scroll_by(-3)

    def on_click(self, event: Click) -> None:
        """A click beside the sheet closes it."""
        if self.any_key or not isinstance(event.widget, Cells):
            leave(self, None)

    def on_key(self, event: Key) -> None:
        """Any key closes a card."""
        if self.any_key:
            event.stop()
            event.prevent_default()
            leave(self, self.ends.get(event.key))


class StartCard(Sheet):
    """The card before the gun: it goes at any key, and by itself where there is little to read.

    It ends with `quit` for the key that leaves the race, `on` for the one that goes on where it was left, and with what
    the race is to do for keys that it passes on. Where it has several pages some keys turn them.
    """

    ends: Mapping[str, str] = {"q": "quit", "question_mark": "help", "colon": "go_to"}
    TURNS: ClassVar[Mapping[str, int]] = {"down": 1, "pagedown": 1, "up": -1, "pageup": -1}

    SHOWN = 3.0
    """Seconds, at most."""
    waits = False
    """Whether it stays until a key is pressed."""

    def on_mount(self) -> None:
        """Start counting."""
        super().on_mount()
        if not self.waits:
            self.set_timer(self.SHOWN, self._gone)

    def on_key(self, event: Key) -> None:
        """Turn a page, if there are several, or go."""
        room = sheet_rows(self.app.size.height)
        if event.key in self.TURNS and len(self._lines) > room:
            event.stop()
            event.prevent_default()
            self.action_scroll_by(self.TURNS[event.key] * room)
        else:
            super().on_key(event)

    def _gone(self) -> None:
        leave(self, None)
