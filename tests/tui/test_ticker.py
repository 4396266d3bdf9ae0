"""Frames come as long as somebody looks, and none after that."""

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from replay.tui.ticker import Ticker


class Counting(App[None]):
    """Counts what it is called for."""

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__()
        self.ticks = 0

    def compose(self) -> ComposeResult:
        """Something that can be taken away."""
        yield Static("")

    def on_mount(self) -> None:
        """Start."""
        self.ticker = Ticker(self.query_one(Static), 0.002, self.count)

    def count(self) -> None:
        """Once more."""
        self.ticks += 1


async def ticks_again(pilot: Pilot[None], app: Counting) -> bool:
    """Whether it is called again in the time of some ticks."""
    before = app.ticks
    for _ in range(50):
        await pilot.pause(0.002)
        if app.ticks > before:
            return True
    return False


async def test_it_ticks_until_it_is_paused_and_goes_on_once() -> None:
    app = Counting()
    async with app.run_test() as pilot:
        assert await ticks_again(pilot, app)
        app.ticker.pause()
        app.ticker.pause()
        assert not await ticks_again(pilot, app)
        app.ticker.resume()
        app.ticker.resume()
        assert await ticks_again(pilot, app)
        app.ticker.pause()
        assert not await ticks_again(pilot, app), "one is paused, and there is no other"


async def test_it_ends_with_whom_it_is_for() -> None:
    app = Counting()
    async with app.run_test() as pilot:
        assert await ticks_again(pilot, app)
        await app.query_one(Static).remove()
        await pilot.pause(0.01)
        assert not await ticks_again(pilot, app)


async def test_what_it_raises_ends_the_program() -> None:
    app = Counting()
    told: list[Exception] = []
    app._handle_exception = told.append  # type: ignore[method-assign, assignment]
    app.count = lambda: 1 // (app.ticks * 0)  # type: ignore[method-assign, assignment]
    async with app.run_test() as pilot:
        for _ in range(500):
            if told:
                break
            await pilot.pause(0.002)
    assert isinstance(told[0], ZeroDivisionError)
