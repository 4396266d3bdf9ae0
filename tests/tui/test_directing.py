"""The automatic director at the screen."""

from itertools import pairwise

import pytest

from tests.tui.pilots import watching


async def test_the_race_goes_on_without_a_jump_while_the_director_changes_the_speed() -> None:
    async with watching(at=60.0) as session:
        screen = session.replay
        await session.press("a", "space")
        times = [screen.viewer.now]
        for _ in range(60):
            await session.pass_seconds(0.1)
            times.append(screen.viewer.now)
        assert times == sorted(times)
        assert max(after - before for before, after in pairwise(times)) <= 0.1 * 8 + 1e-6
        assert times[-1] - times[0] > 20


async def test_it_goes_close_up_for_the_last_lap_and_back_when_a_hand_takes_over() -> None:
    async with watching(at=180.0) as session:
        screen = session.replay
        await session.press("a", "space")
        await session.pass_seconds(0.2)
        assert screen.viewer.camera.at == "leaders"
        assert "director: last lap" in session.text
        assert screen.viewer.playback.rate == 1
        await session.press("plus")
        assert screen.viewer.camera.at == "stadium"
        assert screen.viewer.playback.rate == 1.5


async def test_it_goes_with_the_chosen_runner() -> None:
    async with watching(at=180.0) as session:
        await session.press("down", "down", "a")
        assert session.viewer.camera.followed(session.viewer.view.chosen) == session.viewer.view.chosen is not None


@pytest.mark.sampled(3)
@pytest.mark.parametrize("key", ["left", "end", "3", "minus", "backspace", "right_curly_bracket", "pagedown"])
async def test_any_key_that_seeks_or_changes_the_speed_takes_over(key: str) -> None:
    async with watching(at=100.0) as session:
        await session.press("a")
        assert session.viewer.directed is not None
        await session.press(key)
        assert session.viewer.directed is None


async def test_at_the_end_stands_the_card_however_one_came_there() -> None:
    async with watching(at=200.0) as session:
        screen = session.replay
        await session.press("end")
        finished = session.text
        screen.asking.went_to(screen.viewer.playback.duration - 0.15)
        await session.press("space")
        for _ in range(3):
            await session.pass_seconds(0.06)
        assert not screen.viewer.playback.playing
        assert "still to come" not in finished
        assert "who led" in finished
        assert "who led" in session.text
