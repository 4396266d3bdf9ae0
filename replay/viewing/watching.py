"""A viewer as his parts see him: what each of them may ask of him and change, so that they need not know him."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from replay.drawing.view import View
from replay.viewing.choices import Choice
from replay.viewing.playback import Playback
from replay.viewing.stage import Stage

if TYPE_CHECKING:
    from replay.files.bookmarks import Bookmark


class Watching(Protocol):
    """Somebody who watches a race."""

    view: View
    playback: Playback
    clock: Callable[[], float]
    """Gives seconds."""

    @property
    def stage(self) -> Stage:
        """The race in its look."""

    @property
    def now(self) -> float:
        """The race time to show, in seconds from the gun."""

    @property
    def bookmarks(self) -> "tuple[Bookmark, ...]":
        """The bookmarks of the race."""

    def say(self, message: str) -> None:
        """Say something short in the footer for a few seconds."""

    def take(self, choice: Choice) -> None:
        """See what was chosen, and say so."""

    def take_over(self) -> None:
        """Without a director from here on."""
