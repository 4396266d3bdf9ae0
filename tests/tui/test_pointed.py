"""The mouse in a race: the scrubber is pressed, dragged, pointed at; runners are clicked; nothing is hit twice."""

import pytest
from textual.events import Click, MouseDown, MouseEvent, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp

from replay.drawing.view import Sort
from replay.race.times import format_clock
from replay.tui.cells import Cells
from replay.tui.pick import Pick
from replay.tui.replay_screen import ReplayScreen
from replay.tui.sheet import Sheet, StartCard
from tests.tui.pilots import LONDON, Session, at_the_menu, watching


async def mouse(session: Session, kind: type[MouseEvent], x: int, y: int, button: int = 1) -> None:
    """What a terminal tells of the mouse; as it comes from the driver, so that the program makes clicks of it."""
    session.app.post_message(kind(None, x, y, 0, 0, button, False, False, False, x, y))
    await session.pilot.pause()


async def double(session: Session, x: int, y: int) -> None:
    """A double click."""
    for kind in (MouseDown, MouseUp) * 2:
        await mouse(session, kind, x, y)
    await session.pilot.pause()


def scrubber(session: Session) -> tuple[int, int, int]:
    """Its first column, its row, its width."""
    region = session.replay.widgets["scrubber"].region
    return region.x, region.y, region.width


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_a_press_seeks_and_a_drag_goes_on_wherever_the_pointer_strays(size: tuple[int, int]) -> None:
    async with watching(at=10.0, size=size) as session:
        x, y, width = scrubber(session)
        await mouse(session, MouseDown, x + width // 2, y)
        pressed = session.viewer.now
        assert pressed > 60.0
        await mouse(session, MouseMove, x + width // 4, 3)
        strayed = session.viewer.now
        assert 10.0 < strayed < pressed
        await mouse(session, MouseMove, 0, 0)
        assert session.viewer.now == 0.0
        await mouse(session, MouseMove, size[0] - 1, size[1] - 1)
        assert session.viewer.playback.ended(session.clock())
        await mouse(session, MouseUp, size[0] - 1, 1)
        await mouse(session, MouseMove, x + width // 4, 3, 0)
        assert session.viewer.playback.ended(session.clock()), "it is held no longer"
        assert not session.viewer.playback.playing


async def test_a_chart_is_read_where_it_is_pointed_at() -> None:
    async with watching(at=200.0) as session:
        await session.press("v")
        await mouse(session, MouseMove, 30, 6, 0)
        assert session.viewer.view.cursor is not None
        read = session.viewer.view.cursor
        await mouse(session, MouseMove, 40, 6, 0)
        assert read < (session.viewer.view.cursor or 0.0)
        await mouse(session, MouseMove, 100, 6, 0)
        assert session.viewer.view.cursor is None, "there is the board"


async def test_a_head_of_the_splits_sorts_them_and_a_runner_there_is_chosen() -> None:
    async with watching(at=200.0) as session:
        await session.press("V", "V")
        course = session.replay.widgets["course"].region
        lines = session.text.splitlines()
        x = lines[course.y + 2].index("400-800")
        await session.pilot.click("#course", offset=(x - course.x, 2))
        assert session.viewer.view.sort == Sort(1, lower=True)
        await session.pilot.click("#course", offset=(2, 4))
        assert session.viewer.view.chosen is not None


async def test_what_comes_over_a_scrubber_that_is_held_gets_the_mouse() -> None:
    async with watching(at=10.0) as session:
        x, y, width = scrubber(session)
        await mouse(session, MouseDown, x + width // 2, y)
        await session.press("i")
        assert session.shows(Sheet)
        await mouse(session, MouseUp, x + width // 2, y)
        await mouse(session, MouseDown, 1, 12)
        await mouse(session, MouseUp, 1, 12)
        session.app.strays._pressed_at = 0.0
        await mouse(session, MouseDown, 1, 12)
        await mouse(session, MouseUp, 1, 12)
        await session.until(lambda: session.shows(ReplayScreen))


async def test_pointing_tells_the_time_of_what_was_and_only_the_distance_of_what_is_to_come() -> None:
    async with watching(at=120.0) as session:
        x, y, width = scrubber(session)
        await mouse(session, MouseMove, x + width // 4, y, 0)
        below = session.text.splitlines()[y + 1]
        assert "0:5" in below or "1:0" in below
        assert " m " in below
        await mouse(session, MouseMove, x + width - 12, y, 0)
        below = session.text.splitlines()[y + 1]
        assert format_clock(session.viewer.stage.timeline.duration, 0)[:2] not in below
        assert " m" in below
        await mouse(session, MouseMove, 3, 3, 0)
        assert session.viewer.view.pointed is None


async def test_the_wheel_over_the_scrubber_seeks() -> None:
    async with watching(at=100.0) as session:
        x, y, _ = scrubber(session)
        await mouse(session, MouseScrollUp, x + 5, y, 0)
        assert session.viewer.now == 105.0
        await mouse(session, MouseScrollDown, x + 5, y, 0)
        await mouse(session, MouseScrollDown, x + 5, y, 0)
        assert session.viewer.now == 95.0


async def test_the_wheel_over_the_board_scrolls_it() -> None:
    async with watching(at=100.0, size=(80, 16)) as session:
        place = session.replay.widgets["board"].region
        await mouse(session, MouseScrollDown, place.x + 3, place.y + 3, 0)
        assert session.viewer.view.listing.top == 3


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("race", "size", "close"),
    [
        (LONDON, (160, 50), False),
        (LONDON, (80, 24), True),
        ("san-diego-half-2023", (80, 24), False),
        ("san-diego-half-2023", (160, 50), True),
        ("rio-2016-800m", (80, 24), False),
        ("rio-2016-800m", (80, 24), True),
    ],
)
async def test_whoever_is_clicked_is_chosen(race: str, size: tuple[int, int], close: bool) -> None:
    async with watching(race, at=100.0, size=size) as session:
        session.app.animation_level = "none"
        if close:
            await session.press("f")
        viewer, shown = session.viewer, session.replay.moment
        assert shown is not None
        place = shown.layout.places["course"]
        found = set()
        for y in range(place.height):
            for x in range(place.width):
                who = viewer.picture.course.who(shown.t, shown.state, shown.view, (place.width, place.height), (x, y))
                if who is not None and who not in found:
                    found.add(who)
                    viewer.view = viewer.view._replace(chosen=None)
                    session.replay.show_now()
                    await mouse(session, MouseDown, place.x + x, place.y + y)
                    await mouse(session, MouseUp, place.x + x, place.y + y)
                    assert viewer.view.chosen == who
        assert found


@pytest.mark.parametrize(
    ("opens", "playing"), [("i", True), ("question_mark", False), ("ctrl+p", True), ("slash", False)]
)
async def test_a_double_click_beside_what_is_on_top_closes_it_and_no_more(
    opens: str, playing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("replay.tui.strays._SOON", 60.0)  # however long it takes to close
    async with watching(at=100.0) as session:
        if playing:
            await session.press("space")
        await session.press(opens)
        assert isinstance(session.app.screen, Sheet | Pick)
        before = session.viewer_below.view
        await double(session, 1, 12)
        await session.until(lambda: session.shows(ReplayScreen) and session.viewer.playback.playing == playing)
        assert session.viewer.view._replace(hints=()) == before._replace(hints=())


async def test_a_click_on_what_has_no_room_means_nothing() -> None:
    async with watching(at=10.0, size=(80, 24)) as session:
        gone = {name: panel for name, panel in session.replay.widgets.items() if not panel.size}
        assert "closeup" in gone
        for panel in gone.values():
            await session.replay.pointed.told(Click(panel, 0, 0, 0, 0, 1, False, False, False, 0, 0))


async def test_a_double_click_on_the_start_card_starts_the_race() -> None:
    async with watching(at=None) as session:
        await session.until(lambda: session.shows(StartCard))
        await double(session, 60, 20)
        await session.until(lambda: session.shows(ReplayScreen) and session.viewer.playback.playing)


async def test_a_double_click_on_a_race_of_the_menu_opens_it_with_its_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.tui.strays._SOON", 60.0)  # however long it takes to open a race
    monkeypatch.setattr(StartCard, "SHOWN", 60.0)
    async with at_the_menu() as session:
        line = next(at for at, (_, item) in enumerate(session.menu._lines) if item is not None and item.id == LONDON)
        await double(session, 5, line + 2)
        await double(session, 5, line + 2)
        await session.until(lambda: session.shows(StartCard))


async def test_a_race_that_is_not_yet_drawn_may_be_left_and_pointed_at() -> None:
    """`<` and `<` at once: the second comes to a race whose panels are not there."""
    async with watching(LONDON, at=100.0) as session:
        screen = ReplayScreen(session.viewer.stage.timeline, session.app.preferred.look)
        with session.app._context():
            screen.pointed.let_go()
            await screen.pointed.told(MouseMove(None, 1, 1, 0, 0, 0, False, False, False, 1, 1))
            assert not screen.widgets


async def test_a_line_that_is_clicked_is_picked_and_a_click_beside_picks_nothing() -> None:
    async with watching(at=10.0, size=(80, 24)) as session:
        await session.press("e", *"3:50")
        assert session.shows(Pick)
        await session.pilot.click(offset=(1, 12))
        await session.until(lambda: session.shows(ReplayScreen))
        assert not any(one.ghost for one in session.viewer.stage.race.entries)
        await session.press("e", *"3:50")
        await session.pilot.click(Cells, offset=(2, 1))  # below them all
        assert session.shows(Pick)
        await session.pilot.click(Cells, offset=(2, 0))
        await session.until(lambda: session.shows(ReplayScreen))
        await session.until(lambda: any(one.ghost for one in session.viewer.stage.race.entries))
