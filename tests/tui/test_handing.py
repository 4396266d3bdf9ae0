"""What was read comes to the program in its order, and a flood is noticed before it has come."""

from asyncio import AbstractEventLoop
from collections.abc import Callable
from typing import cast

from textual.app import App
from textual.events import Key

from replay.tui.handing import Handing


class _Busy:
    """A program that comes to nothing, and its loop."""

    def __init__(self) -> None:
        self.message_queue_size = 0
        self.waits: list[tuple[Callable[[Key], None], Key]] = []
        self.came: list[Key] = []
        self.post_message = self.came.append

    def call_soon_threadsafe(self, call: Callable[[Key], None], key: Key) -> None:
        self.waits.append((call, key))

    def go_on(self) -> None:
        """Run what waits."""
        for call, key in self.waits:
            call(key)


def test_what_waits_counts_until_it_is_answered() -> None:
    busy = _Busy()
    handing = Handing(cast(App[None], busy))
    keys = [Key("a", str(n % 10)) for n in range(1001)]
    flooded = []
    for key in keys:
        handing.send(cast(AbstractEventLoop, busy), key)
        flooded.append(handing.flooded)
    assert flooded == [False] * 1000 + [True]
    busy.go_on()
    assert busy.came == keys
    assert not handing.flooded  # the program has them
    busy.message_queue_size = 1001
    assert handing.flooded, "and has answered none"
