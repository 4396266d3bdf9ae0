"""The cameras of the replay: the whole stadium, close up, and the way between them."""

import pytest

from replay.tui.app import Terms
from tests.tui.pilots import watching


async def test_the_way_to_the_close_view_is_flown_and_ends_there() -> None:
    async with watching(at=100.0) as session:
        stadium = session.picture
        session.app.animation_level = "full"
        await session.press("f")
        seen = [session.picture]
        for _ in range(5):
            await session.pass_seconds(0.2)
            seen.append(session.picture)
        assert len({str(strips) for strips in seen}) >= 4
        assert stadium not in seen[1:]
        assert seen[-1] == seen[-2], "it has arrived"
        assert session.viewer.eye.near == 1.0


async def test_the_way_back_is_flown_too_and_the_stadium_is_as_it_was() -> None:
    async with watching(at=100.0) as session:
        stadium = session.picture
        session.app.animation_level = "full"
        await session.press("f")
        await session.pass_seconds(2)
        await session.press("f")
        await session.pass_seconds(0.3)
        assert 0 < session.viewer.eye.near < 1
        assert session.picture != stadium
        await session.pass_seconds(1)
        assert session.picture == stadium


async def test_nothing_is_drawn_once_the_eye_is_there_and_the_race_is_paused() -> None:
    async with watching(at=100.0) as session:
        session.app.animation_level = "full"
        await session.press("f")
        await session.pass_seconds(2)
        before = session.picture
        await session.pass_seconds(2)
        assert all(one is other for one, other in zip(before, session.picture, strict=True))


async def test_cameras_cut_where_motion_is_not_wanted() -> None:
    async with watching(at=100.0) as session:
        session.app.animation_level = "none"
        await session.press("f")
        assert session.viewer.eye.near == 1.0


@pytest.mark.parametrize("terms", [Terms(ascii=True), Terms(colour=False)], ids=["ascii", "no colour"])
async def test_cameras_cut_where_the_picture_is_drawn_in_characters(terms: Terms) -> None:
    async with watching(at=100.0, terms=terms) as session:
        session.app.animation_level = "full"
        await session.press("f")
        assert session.viewer.eye.near == 1.0
        assert "lap" in session.picture[0].text


async def test_the_close_view_goes_on_through_a_change_of_theme_and_size() -> None:
    async with watching(at=100.0) as session:
        session.app.animation_level = "none"
        await session.press("f")
        dark = session.picture
        assert "lap" in dark[0].text
        await session.press("T")
        assert session.picture != dark
        assert "lap" in session.picture[0].text
        await session.resized((80, 24))
        await session.pilot.pause()
        assert "lap" in session.picture[0].text


async def test_the_close_view_moves_while_the_race_does() -> None:
    async with watching(at=100.0) as session:
        session.app.animation_level = "none"
        await session.press("f", "space")
        before = session.picture
        await session.pass_seconds(0.5)
        assert session.picture != before


async def test_the_eye_goes_over_to_another_choice() -> None:
    async with watching(at=100.0) as session:
        session.app.animation_level = "full"
        await session.press("down", "f")
        await session.pass_seconds(2)
        first = session.viewer.eye
        assert (first.focus, first.come) == (session.viewer.view.chosen, 1.0)
        await session.press("down", "down", "down")
        await session.pass_seconds(0.3)
        over = session.viewer.eye
        assert over.focus == session.viewer.view.chosen != first.focus
        assert 0 < over.come < 1
        await session.pass_seconds(2)
        assert session.viewer.eye.come == 1.0
