"""On a slow line a sheet opens and closes in pieces, and in the end the terminal shows what it should."""

import pyte
import pytest

from replay.tui.app import ReplayApp
from replay.tui.pace import ASK, LEAST, Pace
from replay.tui.piecemeal import Piecemeal
from tests.cells.quick import QuickStream
from tests.tui.pilots import LONDON, FakeClock, Session, watching

pytestmark = pytest.mark.usefixtures("every_frame")

RATE = 1200.0
LONGEST_ROW = 3000
"""Characters: what is written at once is at most this beyond what there is room for."""


class SlowLine:
    """A terminal at the end of a slow line, which answers when it is told to."""

    def __init__(self, app: ReplayApp, monkeypatch: pytest.MonkeyPatch) -> None:
        """Take what the application writes."""
        self.app = app
        self.clock = FakeClock()
        self.written: list[str] = []
        self.screen = pyte.Screen(*app.size)
        self.stream = QuickStream(self.screen)
        app.piecemeal.pace = Pace(self.clock)
        app.piecemeal.pace.rate = RATE
        monkeypatch.setattr(Piecemeal, "may_write", True)
        monkeypatch.setattr(app._driver, "write", self.written.append)

    def arrive(self) -> int:
        """Let what was written arrive, and be answered; its size."""
        text = "".join(self.written)
        self.written.clear()
        self.stream.feed(text.replace(ASK, ""))
        for _ in range(text.count(ASK)):
            self.clock.now += len(text) / RATE
            self.app.piecemeal.pace.answered()
        return len(text)

    def settle(self) -> list[int]:
        """Until everything is written: the sizes of the pieces."""
        sizes = [self.arrive()]
        while self.app.piecemeal.unwritten:
            self.app.piecemeal.write_some()
            sizes.append(self.arrive())
        return sizes

    @property
    def shown(self) -> list[str]:
        """What the terminal shows."""
        return [row.rstrip() for row in self.screen.display]


def wanted(session: Session) -> list[str]:
    """What it should show."""
    return [strip.text.rstrip() for strip in session.strips]


async def test_a_sheet_opens_and_closes_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    async with watching(LONDON, at=60.0) as session:
        line = SlowLine(session.app, monkeypatch)
        for key in ("question_mark", "escape"):
            await session.pilot.press(key)
            await session.until(lambda: session.app.piecemeal.unwritten)
            sizes = line.settle()
            assert len(sizes) > 10
            assert max(sizes) <= LEAST + LONGEST_ROW
            assert line.shown == wanted(session)


async def test_of_what_opens_a_dialogue_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    async with watching(LONDON, at=60.0) as session:
        line = SlowLine(session.app, monkeypatch)
        await session.pilot.press("question_mark")
        await session.until(lambda: session.app.piecemeal.unwritten)
        top = session.app.screen.children[0].region.y
        line.arrive()
        assert "Watching a race" in line.shown[top]
        assert len(session.app.piecemeal.unwritten) > session.app.size.height - 5


async def test_what_changes_while_rows_wait_is_shown_as_it_is_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    async with watching(LONDON, at=60.0) as session:
        line = SlowLine(session.app, monkeypatch)
        await session.pilot.press("question_mark")
        await session.until(lambda: session.app.piecemeal.unwritten)
        line.arrive()
        await session.pilot.press("down", "down", "escape")
        await session.pilot.pause()
        await session.pilot.press("right", "v")
        await session.pilot.pause()
        line.settle()
        assert line.shown == wanted(session)
