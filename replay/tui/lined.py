"""A screen over another, with a line to type into."""

from typing import Generic, TypeVar

from textual.app import RenderResult
from textual.screen import ModalScreen

from replay.tui.ahead import Ahead
from replay.tui.leaving import leave
from replay.tui.veil import seen_through

Answer = TypeVar("Answer")

CLOSES = "Enter accepts, Esc closes"
"""What stands at the foot of such a screen, as a sheet says how it is left."""


class Lined(ModalScreen[Answer | None], Generic[Answer]):
    """Ends with an answer, or None; what is typed before its line stands there is typed into it."""

    def __init__(self, classes: str = "") -> None:
        """Nothing is typed yet."""
        super().__init__(classes=classes)
        self.ahead = Ahead(self)

    def on_mount(self) -> None:
        """Take keys, at the latest."""
        self.call_after_refresh(self.ahead.take)

    def on_screen_resume(self) -> None:
        """Take keys, if the line is there."""
        self.call_next(self.ahead.take)

    def render(self) -> RenderResult:  # type: ignore[override]  # as widgets may; a screen says that it makes less
        """The screen below, dimmed."""
        return seen_through(super().render())

    def action_close(self) -> None:
        """Leave it without an answer."""
        leave(self, None)
