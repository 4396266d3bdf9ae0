"""The program under a clock of ours, without a terminal."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from replay.drawing.view import View
from replay.files.library import Library, LibraryItem
from replay.state import timeline_of
from replay.tui.app import ReplayApp, Terms
from replay.tui.cells import Cells
from replay.tui.menu_screen import MenuScreen
from replay.tui.opening import Opening
from replay.tui.replay_screen import ReplayScreen
from replay.viewing.viewer import Viewer

LONDON = "london-mile-2026"
WIDE = (120, 40)

_SHIPPED: dict[Path, LibraryItem] = {}
"""The shipped races, read once for all tests: they do not change."""


class FakeClock:
    """Stands until it is told to go on."""

    def __init__(self) -> None:
        """Start somewhere that is not 0."""
        self.now = 1000.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now


@dataclass
class Session:
    """A program that runs."""

    pilot: "Pilot[None]"
    app: ReplayApp
    clock: FakeClock

    @property
    def replay(self) -> ReplayScreen:
        """The replay, which is on top."""
        screen = self.app.screen
        assert isinstance(screen, ReplayScreen), screen
        return screen

    @property
    def viewer(self) -> Viewer:
        """Whoever watches the replay, which is on top."""
        return self.replay.viewer

    @property
    def viewer_below(self) -> Viewer:
        """Whoever watches the replay, whatever is on top of it."""
        screen = next(screen for screen in self.app.screen_stack if isinstance(screen, ReplayScreen))
        return screen.viewer

    @property
    def menu(self) -> MenuScreen:
        """The menu, which is on top."""
        screen = self.app.screen
        assert isinstance(screen, MenuScreen), screen
        return screen

    def shows(self, kind: "type[Screen[Any]]") -> bool:
        """Whether such a screen is on top."""
        return isinstance(self.app.screen, kind)

    @property
    def text(self) -> str:
        """What the screen shows, line by line."""
        return "\n".join("".join(segment.text for segment in strip) for strip in self.strips)

    @property
    def strips(self) -> list[Strip]:
        """What the screen shows; it is put together now, and as a rule not before."""
        visible_screen_stack.set(self.app._background_screens)
        return self.app.screen._compositor.render_strips()

    @property
    def picture(self) -> list[Strip]:
        """The stadium as it is painted now."""
        track = self.replay.query_one("#course", Cells)
        return [track.render_line(y) for y in range(track.size.height)]

    @property
    def grounds(self) -> set[str]:
        """The colours behind the characters of the top and bottom row."""
        strips = self.strips
        styles = [segment.style for strip in (strips[0], strips[-1]) for segment in strip]
        return {style.bgcolor.name for style in styles if style is not None and style.bgcolor is not None}

    async def until(self, holds: Callable[[], object]) -> None:
        """Let the program work until something holds, and then until it is drawn."""
        for _ in range(1000):
            if holds():
                await self.pilot.pause()
                return
            await self.pilot.pause(0.005)
        raise AssertionError(f"never came to be, on {self.app.screen}:\n{self.text}")

    async def press(self, *keys: str) -> None:
        """Press keys, and let the program answer."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def resized(self, size: tuple[int, int]) -> None:
        """Have another size, and be drawn in it; Textual takes a size that comes right after another a moment later."""
        await self.pilot.resize_terminal(*size)
        await self.until(lambda: self.app.screen.size == size and self.text.count("\n") + 1 == size[1])

    def begin_again(self) -> None:
        """Have the race at 100 s as it is opened, for another key that is tried."""
        viewer = self.viewer
        viewer.player.pause()
        viewer.player.go_to(100.0)
        viewer.player.at_rate(1.0)
        viewer.turn_to("stadium")
        viewer.view = View()
        self.replay.show_now()

    async def pass_seconds(self, seconds: float) -> None:
        """Let the clock go on, and draw a frame."""
        self.clock.now += seconds
        if isinstance(self.app.screen, ReplayScreen):
            self.app.screen.tick()
        await self.pilot.pause()


@asynccontextmanager
async def running(app: ReplayApp, clock: FakeClock, size: tuple[int, int]) -> AsyncIterator[Session]:
    """An application in a terminal of this size."""
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Session(pilot, app, clock)


@asynccontextmanager
async def at_the_menu(
    size: tuple[int, int] = WIDE, *, races: Path | None = None, terms: Terms | None = None
) -> AsyncIterator[Session]:
    """The menu, with every race read."""
    clock = FakeClock()
    library = Library(races)
    library._read.update(_SHIPPED)
    app = ReplayApp(library, terms, clock=clock)
    async with running(app, clock, size) as session:
        await session.until(lambda: session.menu.items and not session.menu.reading)
        _SHIPPED.update({item.path: item for item in session.menu.items if item.shipped})
        yield session


@asynccontextmanager
async def watching(
    race: str = LONDON,
    size: tuple[int, int] = WIDE,
    *,
    at: float | None = 100.0,
    rate: float | None = 1.0,
    terms: Terms | None = None,
) -> AsyncIterator[Session]:
    """A race, paused at a time, or about to be started where there is none; its commentary is worked out."""
    clock = FakeClock()
    library = Library()
    app = ReplayApp(
        library, terms, timeline=timeline_of(library.race(race)[0]), opening=Opening(at, rate=rate), clock=clock
    )  # fmt: skip
    async with running(app, clock, size) as session:
        screen = app.screen_stack[0]
        assert isinstance(screen, ReplayScreen)
        await session.until(lambda: screen.viewer.stage.calls)
        if at is not None:
            await session.until(lambda: session.replay.is_current)
        yield session
