"""Every key of the replay does what it says."""

from collections.abc import Callable

import pytest
from textual.geometry import Region

from replay.cells.ansi import Change
from replay.cells.canvas import Rect
from replay.race.shortnames import initials
from replay.tui.ask import Ask
from replay.tui.keys import REPLAY_KEYS
from replay.tui.menu_screen import MenuScreen
from replay.tui.replay_screen import ReplayScreen
from replay.tui.sheet import StartCard
from replay.viewing.playback import RATES
from replay.viewing.player import FRAME
from tests.depth import some
from tests.tui.effects import (
    Effect,
    changes_the_theme,
    copies_the_command,
    finds_who_is_typed,
    goes_through_the_board,
    lengthens_the_trails,
    lists_a_nation_only,
    pressed,
    puts_the_chosen_in_the_middle,
    puts_the_close_view_below,
    says_that_there_is_one_clock,
    shows_the_keys,
)
from tests.tui.pilots import Session, at_the_menu, watching
from tests.tui.reading import READING_EFFECTS


def moves_by(seconds: float) -> Effect:
    async def effect(session: Session, key: str) -> None:
        before = session.viewer.now
        await session.press(key)
        assert session.viewer.now == pytest.approx(before + seconds)

    return effect


def goes_to_distance(distance: Callable[[ReplayScreen], float]) -> Effect:
    async def effect(session: Session, key: str) -> None:
        wanted = distance(session.replay)
        await session.press(key)
        assert session.viewer.stage.timeline.at(session.viewer.now).leader_distance == pytest.approx(wanted, abs=0.01)

    return effect


def lap_start(way: int) -> Callable[[ReplayScreen], float]:
    def distance(screen: ReplayScreen) -> float:
        laps = screen.viewer.stage.timeline.track.laps
        here = screen.viewer.stage.timeline.at(screen.viewer.now).leader_distance
        return min(lap for lap in laps if lap > here) if way > 0 else max(lap for lap in laps if lap < here)

    return distance


def tenth_of_it(tenth: int) -> Callable[[ReplayScreen], float]:
    return lambda screen: screen.viewer.stage.race.distance * tenth / 10


def next_moment(way: int) -> Effect:
    async def effect(session: Session, key: str) -> None:
        screen = session.replay
        now, moments = screen.viewer.now, screen.viewer.player.moments
        wanted = min(time for time in moments if time > now) if way > 0 else max(time for time in moments if time < now)
        await session.press(key)
        assert screen.viewer.now == pytest.approx(wanted)

    return effect


def rate_is(rate: float, before: float = 1.0) -> Effect:
    async def effect(session: Session, key: str) -> None:
        screen = session.replay
        screen.viewer.playback = screen.viewer.playback.at_rate(before, session.clock())
        now = screen.viewer.now
        await session.press(key)
        assert screen.viewer.playback.rate == rate
        assert screen.viewer.now == now
        await session.press("space")
        await session.pass_seconds(2.0)
        assert screen.viewer.now == pytest.approx(now + 2 * rate)

    return effect


def one_frame(way: int) -> Effect:
    async def effect(session: Session, key: str) -> None:
        await session.press("space")
        before = session.viewer.now
        await session.press(key)
        assert not session.viewer.playback.playing
        assert session.viewer.now == pytest.approx(before + way * FRAME)

    return effect


async def pauses_and_goes_on(session: Session, key: str) -> None:
    screen = session.replay
    now = screen.viewer.now
    await session.press(key)
    await session.pass_seconds(3.0)
    assert screen.viewer.now == pytest.approx(now + 3)
    await session.press(key)
    await session.pass_seconds(3.0)
    assert screen.viewer.now == pytest.approx(now + 3)


async def goes_to_what_is_typed(session: Session, key: str) -> None:
    await session.press(key)
    assert session.shows(Ask)
    await session.press(*"nonsense", "enter")
    assert session.shows(Ask)
    assert "nonsense" in session.text
    await session.press(*["backspace"] * 8, *"2:46.5", "enter")
    assert session.viewer.now == pytest.approx(166.5)
    await session.press(key, *"bell", "escape")
    assert session.viewer.now == pytest.approx(166.5)


def chooses(way: int) -> Effect:
    async def effect(session: Session, key: str) -> None:
        screen = session.replay
        order = [runner.entry for runner in screen.viewer.state.standings]
        await session.press("down", "down", "down")
        assert screen.viewer.view.chosen == order[2]
        await session.press(key)
        assert screen.viewer.view.chosen == order[2 + way]

    return effect


async def changes_the_gaps(session: Session, key: str) -> None:
    in_seconds = session.text
    await session.press(key)
    assert session.viewer.view.gap_in_metres
    assert session.text != in_seconds
    await session.press(key)
    assert session.text == in_seconds


def reads(rows: int) -> Effect:
    async def effect(session: Session, key: str) -> None:
        await session.press("end")
        newest = session.text
        await session.press("K")
        assert session.text != newest
        further_back = session.text
        await session.press(key)
        assert session.text == newest if rows < 0 else session.text not in (newest, further_back)

    return effect


async def shows_only_the_track(session: Session, key: str) -> None:
    assert "Nuguse" in session.text
    await session.press(key)
    assert "GBR" not in session.text
    assert session.replay.query_one("#course").size.height == session.app.size.height - 1
    await session.press(key)
    assert "GBR" in session.text


async def cycles_through_the_pace_lights(session: Session, key: str) -> None:
    dark = session.picture
    await session.press(key)
    assert "pace lights: world record 3:43.13" in session.text
    assert "even" in session.text
    assert session.picture != dark
    for _ in range(20):
        await session.press(key)
        if session.viewer.view.light is None:
            break
    assert session.picture == dark


async def sets_a_pace_of_one_s_own(session: Session, key: str) -> None:
    await session.press(key, *"soon", "enter")
    assert "is not a time" in session.text
    await session.press(*["backspace"] * 4, *"3:45", "enter")
    assert "pace lights: target 3:45" in session.text
    assert session.viewer.view.light is not None
    assert session.viewer.view.light.seconds == 225
    await session.press(key, "escape")
    assert session.viewer.view.light is not None


def followed(session: Session) -> int | None:
    return session.viewer.camera.followed(session.viewer.view.chosen)


async def goes_close_up_and_back(session: Session, key: str) -> None:
    """Without a choice: the leaders, the stadium. With one: the chosen, the leaders, the stadium."""
    session.app.animation_level = "none"
    stadium = session.picture
    await session.press(key)
    assert followed(session) is None
    assert "with the leaders" in session.text
    leaders = session.picture
    assert leaders != stadium
    await session.press(key)
    assert session.picture == stadium
    await session.press("down", "down", "down")
    await session.press(key)
    assert followed(session) == session.viewer.view.chosen is not None
    assert session.picture not in (stadium, leaders)
    await session.press(key)
    assert session.picture == leaders
    await session.press(key)
    assert session.viewer.camera.at == "stadium"


async def names_more_then_initials_then_nobody(session: Session, key: str) -> None:
    screen = session.replay
    names = screen.viewer.stage.cast.names
    first = [names[runner.entry] for runner in screen.viewer.state.standings[:3]]
    written: list[list[int]] = []
    pairs = initials(screen.viewer.stage.race.entries)
    initialled: list[int] = []
    for _ in range(5):
        text = "\n".join(strip.text for strip in session.picture)
        written.append([text.count(name) for name in first])
        initialled.append(sum(pair in text for pair in pairs))
        await session.press(key)
    leader, three, _, nobody, again = written
    assert initialled[2] > initialled[3] + 5
    assert leader == [nobody[0] + 1, *nobody[1:]], "the scoreboard has them too"
    assert three[0] == leader[0]
    assert sum(three) > sum(leader)
    assert again == leader


async def directs_until_a_hand_takes_over(session: Session, key: str) -> None:
    screen = session.replay
    await session.press(key, "space")
    await session.pass_seconds(0.5)
    await session.pass_seconds(0.1)
    assert "director: fast forward" in session.text
    assert screen.viewer.playback.rate == 8
    await session.press("right_square_bracket")
    assert "director:" not in session.text
    assert screen.viewer.playback.rate == 1
    await session.press(key)
    await session.pass_seconds(1.0)
    assert "director:" in session.text
    await session.press(key)
    assert "director:" not in session.text


async def starts_again(session: Session, key: str) -> None:
    await session.press(key)
    assert session.viewer.now == 0
    await session.pass_seconds(1.5)
    assert session.viewer.now == pytest.approx(1.5)


async def closes_what_is_on_top_then_leaves(session: Session, key: str) -> None:
    await session.press("backslash")
    await session.press(key)
    assert session.shows(ReplayScreen), "closes what is on top first"
    assert not session.viewer.view.bare
    await session.press(key)
    await session.until(lambda: session.shows(MenuScreen))


async def leaves_for_the_menu(session: Session, key: str) -> None:
    await session.press("backslash", key)
    await session.until(lambda: session.shows(MenuScreen))


async def leaves_the_program(session: Session, key: str) -> None:
    await session.press("backslash", key)
    assert session.app.return_code == 0


REPLAY_EFFECTS: dict[str, Effect] = {
    "clock": says_that_there_is_one_clock,
    "play_pause": pauses_and_goes_on,
    "seek(-1)": moves_by(-5),
    "seek(1)": moves_by(5),
    "seek_fine(-1)": moves_by(-1),
    "seek_fine(1)": moves_by(1),
    "lap(-1)": goes_to_distance(lap_start(-1)),
    "lap(1)": goes_to_distance(lap_start(1)),
    "moment(-1)": next_moment(-1),
    "moment(1)": next_moment(1),
    "step(-1)": one_frame(-1),
    "step(1)": one_frame(1),
    **{f"tenth({tenth})": goes_to_distance(tenth_of_it(tenth)) for tenth in range(10)},
    "follow": goes_close_up_and_back,
    "home": goes_to_distance(lambda screen: 0.0),
    "end": goes_to_distance(lambda screen: screen.viewer.stage.race.distance),
    "go_to": goes_to_what_is_typed,
    "rate(-1)": rate_is(RATES[RATES.index(1.0) - 1]),
    "rate(1)": rate_is(RATES[RATES.index(1.0) + 1]),
    "double(-1)": rate_is(0.5),
    "double(1)": rate_is(2.0),
    "real_time": rate_is(1.0, before=6.0),
    "choose(-1)": chooses(-1),
    "choose(1)": chooses(1),
    "gap_column": changes_the_gaps,
    **READING_EFFECTS,
    "board_keys": goes_through_the_board,
    "around": puts_the_chosen_in_the_middle,
    "find": finds_who_is_typed,
    "filter": lists_a_nation_only,
    "read(2)": reads(2),
    "read(-2)": reads(-2),
    "copy": copies_the_command,
    "lights": cycles_through_the_pace_lights,
    "pace": sets_a_pace_of_one_s_own,
    "trails": lengthens_the_trails,
    "both": puts_the_close_view_below,
    "names": names_more_then_initials_then_nobody,
    "director": directs_until_a_hand_takes_over,
    "bare": shows_only_the_track,
    "theme": changes_the_theme,
    "restart": starts_again,
    "help": shows_the_keys,
    "back": closes_what_is_on_top_then_leaves,
    "menu": leaves_for_the_menu,
    "quit": leaves_the_program,
}
ELSEWHERE = {"next_race", "previous_race", "picture", "record", "ghosts", "project", "what_if"}
"""Tested from the menu, in `test_taking`, and with what is asked."""
ALONE = {"back", "menu", "quit", "undo", "follow", "against"}
"""Tested in a program of its own, which is left, or has no seek, camera or ghost behind it; others share one."""


def test_every_key_of_the_replay_is_pressed_here() -> None:
    assert {action for _, action in pressed(REPLAY_KEYS)} == REPLAY_EFFECTS.keys() | ELSEWHERE


@pytest.mark.sampled(3)
@pytest.mark.parametrize("action", sorted(ALONE))
async def test_a_key_that_leaves_the_replay_does_what_it_says(action: str) -> None:
    for key in [key for key, does in pressed(REPLAY_KEYS) if does == action]:
        async with watching(at=100.0) as session:
            await REPLAY_EFFECTS[action](session, key)


async def test_a_key_of_the_replay_does_what_it_says() -> None:
    async with watching(at=100.0) as session:
        for key, action in some([pair for pair in pressed(REPLAY_KEYS) if pair[1] not in ELSEWHERE | ALONE], 3):
            session.begin_again()
            await session.pilot.pause()
            try:
                await REPLAY_EFFECTS[action](session, key)
            except AssertionError as error:
                error.add_note(f"{key}: {action}")
                raise
            if not session.shows(ReplayScreen):
                await session.press("escape")


async def test_the_next_race_is_the_one_below_in_the_menu() -> None:
    async with at_the_menu() as session:
        await session.press("down", "enter")
        await session.until(lambda: session.shows(StartCard))
        await session.press("x")
        first = session.viewer.stage.race.id
        await session.press("N")
        await session.until(lambda: session.shows(StartCard))
        await session.press("x")
        assert session.viewer.stage.race.id != first
        await session.press("q")
        chosen = session.menu.chosen
        assert chosen is not None
        assert chosen.id != first
        await session.press("enter")
        await session.until(lambda: session.shows(StartCard))
        await session.press("x", "less_than_sign")
        await session.until(lambda: session.shows(StartCard))
        await session.press("x")
        assert session.viewer.stage.race.id == first


async def test_a_panel_without_a_place_writes_nothing_where_it_was() -> None:
    """Textual may draw it once more before it takes it away."""
    async with watching(at=180.0, size=(200, 60)) as session:
        band = session.replay.widgets["closeup"]
        place = Rect(*band.place, *band.size)
        band.take_place(None)
        band.redraw_whole()
        band.render_lines(Region(0, 0, *band.size))
        session.viewer.player.seek(1)
        changes: list[Change] = []
        for shown in (False, True):
            session.replay.drawn = None
            band.take_place(place if shown else None)
            band.redraw(changes)
            assert bool(changes) == shown
