"""A large field is worked out anew while the screen goes on."""

import threading
from pathlib import Path

import pytest

from replay.race.race import Race
from replay.state import timeline_of
from replay.state.timeline import Timeline
from replay.tui import working_out
from tests.tui.pilots import watching
from tests.tui.test_large_race import write_race


async def test_what_if_in_a_large_field_does_not_hold_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def slowly(race: Race) -> Timeline:
        asked.set()
        assert go_on.wait(60)
        return timeline_of(race)

    monkeypatch.setattr(working_out, "timeline_of", slowly)
    async with watching(write_race(tmp_path, 300), at=1800.0) as session:
        before = session.viewer.stage.timeline
        await session.press("E", "ctrl+u", *"Number250 10000m = 49:00", "enter")
        await session.until(asked.is_set)
        await session.until(lambda: "working out" in session.text)
        await session.press("right")
        assert session.viewer.now > 1800.0
        assert session.viewer.stage.timeline is before
        go_on.set()
        await session.until(lambda: session.viewer.stage.race.what_if)
        assert session.text.lstrip().startswith("What if Number250 10000m = 49:00")


async def test_of_two_changes_of_a_large_field_the_later_one_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = threading.Event()
    done: list[Race] = []

    def one_after_the_other(race: Race) -> Timeline:
        if not done:
            done.append(race)
            assert first.wait(60)
        return timeline_of(race)

    monkeypatch.setattr(working_out, "timeline_of", one_after_the_other)
    async with watching(write_race(tmp_path, 300), at=1800.0) as session:
        await session.press("E", "ctrl+u", *"without Number250", "enter")
        await session.until(lambda: done)
        await session.press("E", "ctrl+u", *"without Number251", "enter")
        await session.until(lambda: session.viewer.stage.race.what_if)
        first.set()
        await session.pilot.pause(0.05)
        assert session.viewer.stage.race.what_if == ("without Number251",)
