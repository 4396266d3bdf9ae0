"""A flood of keys is not worked off, and what is typed before the program is left goes nowhere."""

from time import monotonic

import pytest
from textual.app import App
from textual.events import AppBlur, AppFocus, Event, Key, Paste

from replay.tui.strays import _FLOOD, Strays


class Counting(App[None]):
    """Counts the keys it is told of."""

    told = 0

    def __init__(self) -> None:
        super().__init__()
        self.strays = Strays(self)

    async def on_event(self, event: Event) -> None:
        if not self.strays.has(event):
            await super().on_event(event)

    def on_key(self, event: Key) -> None:
        self.told += 1


def typed(app: Counting, keys: int, age: float) -> None:
    for _ in range(keys):
        key = Key("x", "x")
        key.time = monotonic() - age
        app.post_message(key)


async def test_of_many_keys_that_wait_for_long_the_last_are_answered() -> None:
    app = Counting()
    async with app.run_test() as pilot:
        typed(app, 20 * _FLOOD, age=60.0)
        await pilot.pause()
        assert 0 < app.told <= 2 * _FLOOD


async def test_keys_typed_ahead_are_answered_however_long_they_wait() -> None:
    app = Counting()
    async with app.run_test() as pilot:
        typed(app, _FLOOD // 2, age=60.0)
        await pilot.pause()
        assert app.told == _FLOOD // 2


async def test_once_it_is_left_no_key_is_answered() -> None:
    app = Counting()
    async with app.run_test():
        app.exit()
        typed(app, _FLOOD // 2, age=0.0)
    assert app.told == 0


@pytest.mark.parametrize("event", [AppFocus(), AppBlur(), Paste("x"), Key("x", "x")])
async def test_what_comes_when_every_screen_has_gone_ends_nothing(event: Event) -> None:
    """A terminal tells at any time that its window has lost the focus: just as the program closes, too."""
    app = Counting()
    async with app.run_test():
        stack = app.screen_stack[:]
        app._screen_stack.clear()
        await app.on_event(event)
        app._screen_stack.extend(stack)
    assert app._exception is None
