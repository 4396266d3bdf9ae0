"""The screen never lies about its own state: title, footer and playback agree; a key that can do nothing says so."""

from pathlib import Path
from typing import Any

import pytest

from replay.files.library import shipped_folder
from replay.files.preferences import chosen_theme
from replay.race.times import format_rate
from replay.tui.ask import Ask
from replay.tui.keys import REPLAY_KEYS
from replay.tui.menu_screen import MenuScreen
from replay.tui.replay_screen import ReplayScreen
from replay.tui.sheet import StartCard
from tests.tui.effects import pressed
from tests.tui.pilots import LONDON, Session, at_the_menu, watching

LEAVES = {"back", "quit", "menu", "next_race", "previous_race"}
KEYS = [pair for pair in pressed(REPLAY_KEYS) if pair[1] not in LEAVES]
ACTIONS = {action: key for key, action in KEYS if action not in {f"tenth({tenth})" for tenth in range(1, 9)}}
"""One key of each, and of the ten that go to a tenth the first and the last; all of them are pressed on the way."""

STATES: dict[str, tuple[tuple[str, ...], str]] = {
    "on the way": ((), ""),
    "playing": (("space",), ""),
    "at the end": (("end",), ""),
    "bare": (
        ("backslash",),
        "play|seek|end|home|go_to|choose|pin|around|follow|both|sight|cursor|copy|bare|theme|help",
    ),
    "at the gun": (("home",), "seek|lap|moment|step|tenth|home|play|restart"),
    "at its fastest": (("right_curly_bracket",) * 7, "rate|double|real"),
    "at its slowest": (("left_curly_bracket",) * 7, "rate|double|real"),
    "the first chosen": (("down",), "choose|pin|around|follow"),
    "the last chosen": (("up",), "choose|pin|around|follow"),
    "close up": (("f",), "follow|names|trails|seek|play|bare"),
    "keys on the board": (("tab",), "lap|home|end|board|choose"),
    "directed": (("a",), "rate|double|real|seek|lap|play|director|follow|restart"),
    "read back": (("end", *("K",) * 15), "read|home"),
}
"""Keys that lead to a state, and what is tried in it: the actions that begin with one of these, or all."""


def assert_honest(session: Session) -> None:
    """Whether title and footer say of the playback what it does."""
    screen = next(screen for screen in session.app.screen_stack if isinstance(screen, ReplayScreen))
    viewer, shown = screen.viewer, screen.moment
    assert shown is not None
    ended = viewer.playback.ended(viewer.clock())
    playing = viewer.playback.playing and not ended
    assert (shown.view.playing, shown.view.ended) == (playing, ended)
    title, *_, footer = ("".join(text for text, _ in row) for row in _rows(screen))
    sign = "■ end" if ended else f"{'▶' if playing else '‖'} {format_rate(viewer.playback.rate)}"
    assert title.rstrip().endswith(sign), title
    for name, widget in screen.widgets.items():
        place = shown.layout.places.get(name)
        assert widget.display == (place is not None)
        assert place is None or widget.place == (place.x, place.y)
        height = widget.styles.height
        assert place is None or (height is not None and height.value == place.height)
    if not viewer.view.bare:
        assert ("space play" in footer) == (not ended and not playing), footer
        assert ("space pause" in footer) == playing, footer
        assert ("r again" in footer) == ended, footer


def _rows(screen: ReplayScreen) -> list[Any]:
    return [row for panel in screen.widgets.values() if panel.display for row in panel._rows]


def state(session: Session) -> tuple[object, ...]:
    """All that a key may change."""
    screen, viewer = session.replay, session.viewer
    return (
        viewer.view._replace(message="", hints=()),
        viewer.now,
        viewer.playback.rate,
        viewer.playback.playing,
        viewer.camera.at,
        viewer.directed is None,
        screen.moment and screen.moment.layout,
        session.app.theme,
    )


@pytest.mark.sampled(5)
@pytest.mark.parametrize(("keys", "tried"), STATES.values(), ids=STATES)
async def test_after_every_key_title_and_footer_agree_and_it_did_something_or_says_why(
    keys: tuple[str, ...], tried: str
) -> None:
    async with watching(at=100.0, size=(150, 24)) as session:
        for key, action in KEYS if not keys else [(key, action) for action, key in ACTIONS.items()]:
            if not action.startswith(tuple(tried.split("|"))):
                continue
            await _begin(session, keys)
            before = state(session)
            await session.press(key)
            if session.shows(ReplayScreen):
                assert state(session) != before or session.viewer.view.message, (key, action)
            else:
                assert_honest(session)
                await session.press("escape")
                await session.until(lambda: session.shows(ReplayScreen) and session.replay.is_active)
            assert_honest(session)


async def _begin(session: Session, keys: tuple[str, ...]) -> None:
    """The race at 100 s, as it is opened, and then some keys."""
    session.begin_again()
    panels = session.replay.widgets.values()  # all of which are drawn anew where the layout is another one
    await session.until(lambda: all(panel._drawn_size != (0, 0) for panel in panels if panel.display))
    if keys:
        await session.press(*keys)
    assert_honest(session)
    session.viewer.view = session.viewer.view._replace(message="")


@pytest.mark.sampled(2)
@pytest.mark.parametrize("playing", [True, False])
async def test_what_is_covered_stands_still_and_goes_on_only_if_it_did(playing: bool) -> None:
    async with watching(at=100.0) as session:
        if playing:
            await session.press("space")
        for opens in ("question_mark", "i", "colon", "slash", "F", "W", "ctrl+p"):
            before = session.viewer.now
            await session.press(opens)
            assert not session.shows(ReplayScreen), opens
            await session.pass_seconds(30.0)
            assert_honest(session)
            await session.press("escape")
            await session.until(lambda: session.shows(ReplayScreen) and session.viewer.playback.playing == playing)
            assert session.viewer.now == before, opens
            assert_honest(session)


async def test_a_pause_that_is_picked_from_the_commands_holds() -> None:
    async with watching(at=100.0) as session:
        await session.press("space", "ctrl+p", *"pause and", "enter")
        await session.until(lambda: session.shows(ReplayScreen))
        await session.pilot.pause()
        assert not session.viewer.playback.playing
        assert_honest(session)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("race", [LONDON, "san-diego-half-2023"])
async def test_what_happens_by_itself_is_shown(race: str) -> None:
    async with watching(race, at=None) as session:
        await session.until(lambda: session.shows(StartCard))
        assert_honest(session)
        card = session.app.screen
        assert isinstance(card, StartCard)
        card._gone()
        await session.until(lambda: session.shows(ReplayScreen) and session.viewer.playback.playing)
        await session.pass_seconds(0.0)
        assert_honest(session)
        await session.pass_seconds(1.0)
        assert_honest(session)
        await session.press("a")
        duration = session.viewer.playback.duration
        for _ in range(60):
            await session.pass_seconds(duration / 50)
            assert_honest(session)
        assert session.viewer.now == duration
        await session.press("r")
        assert_honest(session)


async def test_a_race_that_was_worked_out_meanwhile_is_shown_as_it_is(tmp_path: Path) -> None:
    known = (shipped_folder() / "bowerman-mile-2024.yaml").read_text("utf-8").partition("\nestimates:")[0]
    path = tmp_path / "bowerman.yaml"
    path.write_text(known + "\n", encoding="utf-8")
    async with watching(str(path), at=None) as session:
        await session.until(lambda: session.shows(StartCard))
        await session.press("x")
        await session.until(lambda: session.viewer.stage.timeline is not session.app._timeline)
        await session.until(lambda: session.replay.moment is not None and session.replay.moment.view.playing)
        assert_honest(session)


async def test_beyond_the_end_it_is_asked_again() -> None:
    async with watching() as session:
        await session.press("colon")
        for where in ("9:00", "5km", "lap 9", "2000 to go"):
            await session.press("ctrl+u", *where, "enter")
            assert session.shows(Ask), where
            assert "`finish`" in session.text, where
        await session.press("ctrl+u", *"finish", "enter")
        assert session.viewer.playback.ended(session.clock())


@pytest.mark.sampled(3)
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 7)])
async def test_messages_are_seen_where_there_is_no_footer(size: tuple[int, int]) -> None:
    async with watching(size=size) as session:
        await session.press("backslash", "n")
        assert "names: the first three" in session.text.splitlines()[0]
        await session.pass_seconds(10.0)
        assert "names:" not in session.text


async def test_which_theme_was_chosen_is_remembered() -> None:
    async with watching() as session:
        assert chosen_theme() is None
        await session.press("T")
        assert chosen_theme() == "light"
        await session.press("T")
        assert chosen_theme() == "dark"


async def test_from_the_command_line_it_goes_on_to_the_next_race_of_the_menu() -> None:
    async with watching() as session:
        await session.press("greater_than_sign")
        await session.until(lambda: session.shows(StartCard))
        await session.press("x")
        following = session.viewer.stage.race.id
        await session.press("less_than_sign")
        await session.until(lambda: session.shows(StartCard))
        await session.press("x")
        assert session.viewer.stage.race.id == LONDON != following


async def test_after_the_last_race_the_menu_says_so() -> None:
    async with at_the_menu() as session:
        await session.press("end", "enter")
        await session.until(lambda: session.shows(StartCard))
        await session.press("x", "N")
        await session.until(lambda: session.shows(MenuScreen))
        assert "that was the last race of the list" in session.text


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("race", "rate"), [("san-diego-half-2023", 32.0), (LONDON, 1.0)])
async def test_a_road_race_opens_at_a_speed_at_which_something_happens_and_says_so(race: str, rate: float) -> None:
    async with watching(race, at=None, rate=None) as session:
        await session.until(lambda: session.shows(StartCard))
        assert ("Shown at 32x, in about 2 minutes" in session.text) == (rate > 1)
        await session.press("x")
        assert session.viewer.playback.rate == rate
        assert_honest(session)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_panel_is_where_the_moment_has_it(size: tuple[int, int]) -> None:
    async with watching(at=100.0, size=size) as session:
        session.app.animation_level = "none"
        for key in ("f", "f", "backslash", "f", "f", "backslash", "v", "f", "v", "v", "v", "v", "f"):
            await session.press(key)
            assert_honest(session)


NEWER: dict[str, tuple[str, ...]] = {
    "moments": ("M", *"lead", "enter"),
    "a bookmark": ("b", *"here", "enter"),
    "back to it": ("bracketleft", "bracketright", "u"),
    "a ghost": ("e", *"5:10", "enter"),
    "compared": ("down", "x", "down", "x", "X", "X", "X"),
    "what if": ("E", "ctrl+u", *"without Kidder", "enter"),
    "no change": ("E", "ctrl+u", "enter"),
    "charts": ("v", "v", "v", "v", "v", "v"),
    "read": ("v", "I", "right", "right", "enter", "I"),
    "the last lap": ("L", "L"),
    "sorted": ("o", "enter"),
    "a runner's card": ("down", "i", "i", "escape"),
    "a pace": ("W", *"3:50", "enter", "w"),
    "the photo again": ("end", "left", "space", "a"),
}
"""Keys of what came later, one after another in one race."""


async def test_title_and_footer_agree_after_every_key_of_all_that_opens() -> None:
    seen: set[str] = set()
    async with watching(at=100.0, size=(200, 40)) as session:
        await session.press("space")
        for name, keys in NEWER.items():
            for key in keys:
                await session.press(key)
                assert_honest(session)
            await session.until(lambda: session.shows(ReplayScreen) and session.replay.is_active)
            if name == "what if":
                await session.until(lambda: session.viewer.stage.timeline.given.what_if)
            await session.pass_seconds(1.0)
            assert_honest(session)
            viewer, given = session.viewer, session.viewer.stage.timeline.given
            came = {"bookmark": viewer.bookmarks, "changed": given.what_if, "directed": viewer.directed is not None}
            came |= {"ghost": any(entry.ghost for entry in given.entries), viewer.view.chart or "track": True}
            seen |= {name for name, there in came.items() if there}
        for _ in range(30):  # the director shows the photo by himself
            await session.pass_seconds(8.0)
            assert_honest(session)
    assert seen >= {"bookmark", "changed", "directed", "ghost", "compare", "splits", "track"}, seen
