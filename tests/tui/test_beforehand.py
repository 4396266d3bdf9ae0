"""Frames that are drawn before their time are the same ones, and never seen once something else is to be seen."""

import random
import re

import pytest
from textual.events import AppBlur, AppFocus

from replay.cells.ansi import Change
from replay.cells.ink import Ink
from replay.tui import beforehand
from replay.tui.beforehand import AT_ONCE, merged
from replay.tui.taking import Taking
from replay.viewing.player import FRAME
from replay.viewing.recording import Scene
from tests.cells.terminal import Cell, looks
from tests.tui.pilots import Session
from tests.tui.test_on_the_terminal import glass, on_a_terminal, what_waits_is_due, wrong

INK = Ink(0xFFFFFF, 0)


def change(y: int, old: str, new: str) -> Change:
    """A row that is another."""
    return Change(0, y, ((old, INK),), ((new, INK),), True)


def test_changes_that_follow_each_other_are_one_from_the_first_to_the_last() -> None:
    found = merged([change(0, "a", "b"), change(1, "c", "d"), change(0, "b", "e")])
    assert sorted(found) == [change(0, "a", "e"), change(1, "c", "d")]


async def seen_of(frames: int) -> list[list[list[Cell]]]:
    """What a terminal shows of so many frames of a race."""
    seen = []
    async with on_a_terminal() as session:
        await session.press("space")
        for _ in range(frames):
            session.clock.now += FRAME
            session.replay.tick()
            seen.append(looks(glass(session).screen))
    return seen


async def test_what_is_drawn_before_its_time_is_seen_in_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = 3 * AT_ONCE
    drawn = await seen_of(frames)
    assert len({repr(seen) for seen in drawn}) > AT_ONCE, "nobody moves"
    monkeypatch.setattr(beforehand, "AT_ONCE", 1)
    assert await seen_of(frames) == drawn


async def test_whatever_is_pressed_while_frames_wait_the_terminal_shows_it() -> None:
    chance = random.Random(7)
    async with on_a_terminal() as session:
        await session.press("space")
        for key in ["plus", "down", "n", "v", "w", "right", "c", "minus", "t", "9", "5", "space", "space"]:
            for _ in range(chance.randint(1, AT_ONCE)):
                session.clock.now += FRAME
                session.replay.tick()
            await session.press(key)
            what_waits_is_due(session)
            await session.pilot.pause()
            assert not wrong(session), key


async def test_frames_that_were_missed_are_left_out() -> None:
    async with on_a_terminal() as session:
        await session.press("space")
        for frames in (1, 2.8, 1, 6.1, 1, 1.6):
            session.clock.now += FRAME * frames
            session.replay.tick()
            waiting, drawn = session.replay.beforehand, session.replay.drawn
            assert drawn is not None
            ahead = session.viewer.playback.rate * FRAME * len(waiting)
            assert drawn.t - session.viewer.now == pytest.approx(ahead, abs=FRAME / 100)


async def told(session: Session, event: str) -> None:
    """Something that has Textual draw of its own accord, or looks at what is shown."""
    if event == "focus":
        session.app.post_message(AppBlur())
        session.app.post_message(AppFocus())
    elif event == "stop":
        session.app.went_on()
    elif event == "hover":
        await session.pilot.hover("#course", offset=(10, 5))
    elif event == "repainted":
        session.app.refresh(repaint=True, layout=True)
    else:
        await session.press(event)
    await session.pilot.pause()


def said(session: Session) -> float:
    """Seconds of the race that the terminal shows."""
    found = re.search(r"(\d+):(\d\d\.\d)", "".join(cell.text for cell in looks(glass(session).screen)[0]))
    assert found is not None
    return int(found[1]) * 60 + float(found[2])


@pytest.mark.parametrize("event", ["ctrl+l", "focus", "stop", "hover", "repainted"])
async def test_nothing_is_seen_before_its_time_whoever_draws(event: str) -> None:
    async with on_a_terminal((40, 12)) as session:
        await session.press("space")
        for number in range(4 * AT_ONCE):
            session.clock.now += FRAME
            session.replay.tick()
            if number % 3 == 2:
                before = session.viewer.now
                await told(session, event)
                assert session.viewer.now == pytest.approx(before, abs=FRAME), "it jumps"
            moment = session.replay.moment
            assert moment is not None
            assert moment.t == pytest.approx(session.viewer.now, abs=FRAME)
            assert said(session) <= session.viewer.now + 0.05
        what_waits_is_due(session)
        assert not wrong(session)


async def test_a_picture_is_of_what_is_seen_and_not_of_what_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Scene] = []
    monkeypatch.setattr(Taking, "_have_made", lambda taking, scenes, stage, film: made.extend(scenes))
    async with on_a_terminal() as session:
        await session.press("space", *["}"] * 6)
        for _ in range(3):
            session.clock.now += FRAME
            session.replay.tick()
        assert len(session.replay.beforehand) > 1
        await session.press("s")
        assert [scene.t for scene in made] == [pytest.approx(session.viewer.now)]
