"""Playing a story: its races in turn, with a page to read between them."""

from typing import TYPE_CHECKING

from replay.story import Story

if TYPE_CHECKING:
    from replay.tui.app import ReplayApp


def play_story(app: "ReplayApp", story: Story) -> None:
    """Begin a story."""
    raise NotImplementedError
