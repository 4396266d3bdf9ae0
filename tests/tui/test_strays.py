"""A flood of keys is not worked off, and what is typed before the program is left goes nowhere."""

from time import monotonic

from textual.events import Key

from replay.tui.strays import _FLOOD, Unstrayed


class Counting(Unstrayed):
    """Counts the keys it is told of."""

    told = 0

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
