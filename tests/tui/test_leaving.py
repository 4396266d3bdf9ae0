"""Races that were opened and left are gone: counted by what is still held, and not by bytes."""

import asyncio
import gc
import heapq
import weakref
from collections import Counter

import pytest
from textual.css.query import NoMatches
from textual.strip import Strip

from replay.files.library import Library
from replay.tui.app import INTERRUPTED, ReplayApp
from replay.tui.replay_screen import ReplayScreen
from replay.tui.sheet import StartCard
from tests.tui.pilots import FakeClock, running


def _held() -> Counter[str]:
    gc.collect()
    return Counter(kind for found in gc.get_objects() if (kind := type(found).__name__) in ("StylesCache", "Strip"))


def _let_go_of_what_was_waited_for() -> None:
    """The pilot waits with a limit of 30 s; asyncio keeps such a timer for as long, with the screens that were seen."""
    waiting = asyncio.get_running_loop()._scheduled  # type: ignore[attr-defined]
    waiting[:] = [timer for timer in waiting if not timer.cancelled()]
    heapq.heapify(waiting)


@pytest.mark.usefixtures("every_frame")
async def test_of_races_that_were_left_nothing_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.tui.app._AT_REST", 0.01)
    gc.freeze()  # what other tests hold is not looked through after every race
    app = ReplayApp(Library())
    left: list[weakref.ref[object]] = []
    counts = []
    async with running(app, FakeClock(), (80, 24)) as session:
        menu = app.screen
        race = next(file for file in app.library.files() if file.kind == "race")
        gc.disable()
        for _ in range(8):
            app.call_later(app.watch_item, app.library.read(race))  # as the menu does: a screen keeps who opened it
            await session.until(lambda: session.shows(StartCard))
            left.append(weakref.ref(app.screen))
            await session.press("x")
            await session.until(lambda: session.shows(ReplayScreen))
            left.append(weakref.ref(app.screen))
            await session.press("f")
            _let_go_of_what_was_waited_for()
            await session.press("q")
            await session.until(lambda: app.screen is menu)
            if len(left) > 4:  # nobody collects but who left it
                await session.until(lambda: left[-3]() is None)
            counts.append(_held())
        gc.enable()  # as it was
        # What is there after the first frame is set apart from what is collected (`ReplayApp`), so the first may stay,
        # and the last may wait for what comes after it.
        assert [at for at, reference in enumerate(left[2:-2]) if reference() is not None] == []
    assert Strip.__name__ in counts[0]
    for kind in ("StylesCache", "Strip"):  # how many there are sways a little; what is held grows with every race
        assert min(count[kind] for count in counts[-3:]) <= max(count[kind] for count in counts[1:4])


async def test_what_collects_its_own_garbage_goes_on_to_do_so() -> None:
    apart = gc.get_freeze_count()
    app = ReplayApp(Library())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert app._drawn
    assert gc.isenabled()
    assert gc.get_freeze_count() <= apart


def test_what_is_missed_on_a_screen_while_the_program_is_left_is_no_fault() -> None:
    app = ReplayApp(Library())
    app.exit(return_code=INTERRUPTED)
    app._handle_exception(NoMatches("#title"))
    assert (app.return_code, app._exception) == (INTERRUPTED, None)
