"""What a terminal shows is the picture that Textual has, whoever wrote it and whatever was on top meanwhile."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache
from itertools import zip_longest
from typing import Any

import pyte
import pytest
from rich.style import Style
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver

from replay.files.library import Library
from replay.state import timeline_of
from replay.tui.app import ReplayApp, Terms
from replay.tui.opening import Opening
from replay.tui.pace import LEAST
from replay.tui.replay_screen import ReplayScreen
from replay.viewing.player import FRAME
from tests.cells.quick import QuickStream
from tests.cells.terminal import Cell, looks, seen
from tests.tui.pilots import LONDON, WIDE, FakeClock, Session


class Glass(HeadlessDriver):
    """A terminal in memory: it shows what is written to it."""

    def __init__(self, app: App[Any], *, debug: bool, mouse: bool, size: tuple[int, int]) -> None:
        """As large as it is said to be."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.screen = pyte.Screen(*size)
        self._stream = QuickStream(self.screen)
        self.written: list[str] = []

    @property
    def is_headless(self) -> bool:
        """To a driver that is Textual writes nothing."""
        return False

    def write(self, data: str) -> None:
        """Show it."""
        self.written.append(data)
        self._stream.feed(data)


@asynccontextmanager
async def on_a_terminal(size: tuple[int, int] = WIDE, terms: Terms | None = None) -> AsyncIterator[Session]:
    """A race on a terminal in memory."""
    clock = FakeClock()
    timeline = timeline_of(Library().race(LONDON)[0])
    app = ReplayApp(Library(), terms, timeline=timeline, opening=Opening(100.0), clock=clock)
    app.driver_class = Glass
    app.piecemeal.pace.rate = 1e6  # it answers nothing, and would be waited for
    async with app.run_test(headless=False, size=size, notifications=True) as pilot:
        screen = app.screen
        assert isinstance(screen, ReplayScreen)
        session = Session(pilot, app, clock)
        await session.until(lambda: screen.viewer.stage.calls)
        yield session


def glass(session: Session) -> Glass:
    """The terminal."""
    driver = session.app._driver
    assert isinstance(driver, Glass)
    return driver


def picture(session: Session) -> list[list[Cell]]:
    """The cells that Textual has a terminal show."""
    strips = session.strips
    return [[cell for text, style, _ in strip for cell in _cells(text, style)] for strip in strips]


@lru_cache(maxsize=16_384)
def _cells(text: str, style: Style | None) -> list[Cell]:
    style = style or Style()
    attributes = bool(style.bold), bool(style.italic), bool(style.underline), bool(style.reverse)
    fg, bg = (
        "default" if colour is None or colour.triplet is None else colour.triplet.hex[1:]
        for colour in (style.color, style.bgcolor)
    )
    return [seen(char, fg, bg, attributes) for char in text]


def wrong(session: Session) -> list[tuple[int, int, Cell | None, Cell | None]]:
    """The cells that the terminal shows otherwise: column, row, what it shows and what it should."""
    none: list[Cell] = []
    rows = zip_longest(looks(glass(session).screen), picture(session), fillvalue=none)
    return [
        (x, y, found, meant)
        for y, (shows, should) in enumerate(rows)
        for x, (found, meant) in enumerate(zip_longest(shows, should))
        if found != meant
    ]


STEPS = {
    "time passes": [".", ".", "."],
    "played": ["space", ".", ".", ".", "space", "."],
    "close up and back": ["f", ".", ".", "f", ".", "."],
    "a sheet on top": ["space", "i", ".", ".", "escape", "."],
    "help on top of the close view": ["f", "space", "question_mark", ".", ".", "escape", ".", "."],
    "another theme": ["space", "T", ".", "T", "."],
    "a toast": ["space", "toast", ".", ".", "."],
    "bare": ["space", "backslash", ".", "backslash", "."],
    "another size": ["space", ".", "smaller", ".", "larger", "."],
    "somebody chosen": ["down", "enter", ".", "down", ".", "escape", "space", ".", "."],
    "lights and trails": ["w", "space", ".", ".", "t", ".", "n", "n", "."],
    "jumps": ["9", ".", "1", ".", "home", ".", "end", "."],
}


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("name", "colour"),
    # What is written where is chosen before its colours are.
    [*((name, True) for name in STEPS), *((name, False) for name in list(STEPS)[::4])],
    ids=lambda value: {True: "coloured", False: "NO_COLOR"}.get(value, value),
)
async def test_a_terminal_shows_the_picture(name: str, colour: bool) -> None:
    async with on_a_terminal(terms=Terms(colour=colour)) as session:
        for step in STEPS[name]:
            await take(session, step)
            what_waits_is_due(session)
            for _ in range(100):  # until Textual has drawn what it has been asked to
                if not wrong(session):
                    break
                await session.pilot.pause(0.01)
            assert not wrong(session), step


def what_waits_is_due(session: Session) -> None:
    """Let the clock go on until all that was drawn before its time is written."""
    screen = session.app.screen
    while isinstance(screen, ReplayScreen) and screen.beforehand:
        session.clock.now += FRAME
        screen.tick()


async def take(session: Session, step: str) -> None:
    """One thing that happens."""
    sizes = {"smaller": (90, 30), "larger": (150, 45)}
    if step == ".":
        await session.pass_seconds(0.4)
    elif step == "toast":
        session.app.notify("Something is said. " * 60)
        await session.until(lambda: "said" in session.text)
    elif step in sizes:
        glass(session).screen.resize(*reversed(sizes[step]))
        await session.resized(sizes[step])
    else:
        await session.press(step)


@pytest.mark.parametrize("keys", [("space",), ("f",), ("w", "t", "space"), ("down", "9", "n")], ids="-".join)
async def test_a_slow_line_gets_a_frame_in_pieces_what_is_said_first_and_in_the_end_all_of_it(
    keys: tuple[str, ...],
) -> None:
    async with on_a_terminal() as session:
        pace = session.app.piecemeal.pace
        pace.rate = 1200.0
        for key in keys:
            glass(session).written.clear()
            await session.press(key)
            for _ in range(8):
                session.clock.now += 0.4
                session.replay.tick()
                await session.pilot.pause()
                written = "".join(glass(session).written)
                assert len(written) < 3 * LEAST + 1000, "a row may be long"
                glass(session).written.clear()
                while pace._asked:
                    pace.answered()
                pace.rate = 1200.0
            footer = glass(session).screen.display[-1]
            assert footer.rstrip() == session.text.splitlines()[-1].rstrip() or key == "space"
        session.viewer.player.pause()
        session.replay.show_now()
        for _ in range(200):
            while pace._asked:
                pace.answered()
            pace.rate = 1200.0
            session.replay.tick()
            await session.pilot.pause()
            if not any(widget.waits for widget in session.replay.widgets.values()):
                break
        assert not wrong(session)


async def test_a_frame_is_written_at_once_and_by_nobody_else() -> None:
    async with on_a_terminal() as session:
        await session.press("space")
        await session.pass_seconds(0.2)
        written = glass(session).written
        written.clear()
        session.clock.now += 0.2
        session.replay.tick()
        assert "".join(written)
        what_waits_is_due(session)
        assert not wrong(session)
        written.clear()
        await session.pilot.pause()
        assert not written
