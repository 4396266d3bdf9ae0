"""A race that is watched, as the parts of its screen see it: what each of them may ask of the others goes by here."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from textual.app import App

from replay.tui.cells import Cells
from replay.tui.host import Host
from replay.tui.opening import Opening
from replay.viewing.frame import Size
from replay.viewing.picture import Moment
from replay.viewing.stage import Stage
from replay.viewing.viewer import Viewer


class Takes(Protocol):
    """What takes something along, as far as others have something to tell it."""

    def other_race(self, before: Stage) -> None:
        """From here on another race is seen than the one before."""

    def same_race(self, before: Stage) -> None:
        """From here on more is known of the race before."""


class Watched(Protocol):
    """The screen of a race; what it has of Textual is explained there."""

    viewer: Viewer
    opening: Opening
    moment: Moment | None
    """What is shown; None before anything is."""
    drawn: Moment | None
    """What is drawn: it may be for some frames later."""
    widgets: dict[str, Cells]
    """By the panel's name."""

    extent: Size
    """Of the screen, in cells."""

    @property
    def is_straight(self) -> bool:
        """Whether what changes is written past Textual."""

    def changing(self, seen: Moment, before: Moment | None) -> Iterable[Cells]:
        """The panels that may look otherwise than a moment before."""

    @property
    def host(self) -> Host:
        """The application, as what a screen may ask."""

    @property
    def taking(self) -> Takes:
        """What is taken along."""

    def say(self, message: str) -> None:
        """Show a short message in the footer for a few seconds."""

    def show_now(self) -> None:
        """Draw the present instant, whatever was drawn when."""

    def paint(self) -> None:
        """Draw everything anew."""

    @property
    def app(self) -> App[Any]:
        """The application."""

    @property
    def is_running(self) -> bool:
        """Whether it has not been left."""

    def action_next_race(self) -> None:
        """On to the next race, or with the story."""

    async def run_action(self, action: str) -> None:
        """Do what a key does."""

    def run_worker(self, work: Callable[[], None], *, group: str, exclusive: bool, thread: bool) -> object:
        """Do something in a thread."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> object:
        """Do something in so many seconds, if it has not been left."""
