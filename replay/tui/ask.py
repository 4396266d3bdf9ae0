"""A line to type into: where to go in a race, which pace to see, what a file does not say."""

from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from replay.race.problems import one_line
from replay.tui.leaving import leave
from replay.tui.line import InputLine, Line
from replay.tui.lined import CLOSES, Lined

Answer = TypeVar("Answer")


class Ask(Lined[Answer], Generic[Answer]):
    """Asks for something, such as a moment; ends with it, or None."""

    DEFAULT_CSS = """
    Ask { align: center middle; background: $background 60%; }
    Ask > Vertical { width: 64; max-width: 96%; height: auto; background: $panel; padding: 1 2; border: round $border; }
    Ask > Vertical { border-subtitle-color: $text-muted; border-subtitle-background: $panel; }
    Ask Static { width: 1fr; color: $text-muted; }
    Ask Static.wrong { color: $error; }
    Ask Input, Ask Input:focus { border: none; background: $surface; margin: 1 0; height: 1; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "close", "Close")]

    def __init__(self, line: Line, read: Callable[[str], Answer]) -> None:
        """Ask until `read` makes something of what was typed; its ValueError says what it takes."""
        super().__init__()
        self.line = line
        self.read = read

    def compose(self) -> ComposeResult:
        """A title, the line, examples."""
        title, such, examples, typed, known = self.line
        suggester = SuggestFromList(known, case_sensitive=False) if known else None
        with Vertical() as box:
            box.border_subtitle = CLOSES
            yield Static(title, markup=False)
            yield InputLine(typed, placeholder=such, select_on_focus=bool(typed), suggester=suggester)
            yield Static(examples, id="said", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go, or say what is wrong."""
        try:
            found = self.read(event.value)
        except ValueError as error:
            said = self.query_one("#said", Static)
            said.add_class("wrong")
            said.update(one_line(str(error)))
        else:
            leave(self, found)
