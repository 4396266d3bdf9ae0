"""Keys that come within one tick, before the first of them has been answered: nothing is left twice."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.widgets import Input

from replay.tui.ask import Ask
from replay.tui.leaving import leave
from replay.tui.menu_screen import MenuScreen
from replay.tui.pick import Pick
from replay.tui.private import name_of_key
from replay.tui.replay_screen import ReplayScreen
from replay.tui.sheet import Sheet, StartCard
from replay.tui.story_screens import PageScreen
from replay.tui.understood_screen import UnderstoodScreen
from tests.tui.pilots import Session, at_the_menu, watching


async def at_once(session: Session, keys: Sequence[str]) -> None:
    """Press keys as somebody does whose finger rests on one; each is a character or a name of Textual's."""
    for key in keys:
        single = len(key) == 1
        session.app.post_message(Key(name_of_key(key) if single else key, key if single else None))
    for _ in range(5):
        await session.pilot.pause()


@pytest.mark.parametrize("keys", [("escape", "escape"), ("enter", "x"), ("x",) * 5], ids="-".join)
async def test_on_the_start_card_of_a_race_the_race_starts(keys: tuple[str, ...]) -> None:
    async with watching(at=None) as session:
        await session.until(lambda: session.shows(StartCard))
        await at_once(session, keys)
        assert session.shows(ReplayScreen)
        assert session.viewer.playback.playing


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("opens", "keys"),
    [
        *((opens, ("escape", "escape")) for opens in ("question_mark", "i", "colon", "W")),
        *((opens, ("escape", "m")) for opens in ("i", "colon")),
        *((opens, ("enter", "enter")) for opens in ("question_mark", "W")),
    ],
)
async def test_what_is_open_over_a_race_is_closed_once(opens: str, keys: tuple[str, ...]) -> None:
    async with watching() as session:
        await session.press(opens)
        assert isinstance(session.app.screen, Sheet | Ask)
        await at_once(session, keys)
        assert session.app.is_running
        await session.until(lambda: session.app.screen.is_active)


async def test_a_line_that_is_typed_into_is_answered_once() -> None:
    async with watching() as session:
        await session.press("colon", *"1200m")
        await at_once(session, ("enter", "enter"))
        assert session.shows(ReplayScreen)


@pytest.mark.parametrize("keys", ["mN", "Nm", "mmmm"])
async def test_a_race_of_the_command_line_is_left_once(keys: str) -> None:
    async with watching() as session:
        await at_once(session, keys)
        await session.until(lambda: session.shows(MenuScreen) or session.shows(StartCard))


@pytest.mark.parametrize("at", [None, 100.0])
async def test_a_race_of_the_command_line_needs_one_q(at: float | None) -> None:
    async with watching(at=at) as session:
        if at is None:
            await session.until(lambda: session.shows(StartCard))
        await session.press("q")
        await session.until(lambda: session.app.return_code == 0)


@pytest.mark.parametrize("keys", ["qN", "NN", "qqqq"])
async def test_a_race_of_the_menu_is_left_once(keys: str) -> None:
    async with at_the_menu() as session:
        await session.press("down", "enter")
        await session.until(lambda: session.shows(StartCard))
        await session.press("x")
        await at_once(session, keys)
        await session.until(lambda: session.shows(MenuScreen) or session.shows(StartCard))
        assert len(session.app.screen_stack) <= 3


@pytest.mark.parametrize("keys", [("enter", "enter"), ("enter", "q"), ("q", "q"), ("home", "left")], ids="-".join)
async def test_a_page_of_a_story_is_left_once(keys: tuple[str, ...]) -> None:
    async with at_the_menu() as session:
        await session.press("slash", *"kerr and", "enter")
        await session.until(lambda: session.shows(PageScreen))
        await at_once(session, keys)
        await session.until(lambda: len(session.app.screen_stack) <= 3)
        assert session.app.is_running


@pytest.mark.parametrize("opens", [None, "question_mark", "i", "ctrl+p", "colon"])
async def test_what_comes_for_a_screen_that_is_being_left_ends_nothing(opens: str | None) -> None:
    async with watching(at=100.0 if opens else None) as session:
        if opens is None:
            await session.until(lambda: session.shows(StartCard))
        else:
            await session.press(opens)
        left = session.app.screen
        await session.press("escape")
        await session.until(lambda: session.app.screen is not left)
        left.remove_children()
        await session.pilot.pause()
        for name in ("action_scroll_by", "action_move"):
            action = getattr(left, name, None)
            if action is not None:
                action(1)
        set_look = getattr(left, "set_look", None)
        if set_look is not None:
            set_look(session.app.preferred.look)
        assert session.app.is_running


async def test_what_was_to_take_the_place_of_what_is_gone_takes_not_the_menus(tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text("Name;Zeit\nAda;32:10\nBea;33:05\n", encoding="utf-8")
    async with at_the_menu() as session:
        menu = session.menu
        session.app.show_screen(session.app.opener.screen([path]), None, replace=True)
        await session.until(lambda: session.shows(UnderstoodScreen))
        await session.press("m")
        await session.until(lambda: session.app.screen is menu)


async def test_the_last_screen_is_not_left() -> None:
    async with at_the_menu() as session:
        leave(session.menu, None)
        await session.press("question_mark")
        assert session.shows(Sheet)


@pytest.mark.parametrize("opens", ["e", "A", "slash", "M"])
async def test_a_list_is_opened_once_and_what_is_typed_after_the_choice_changes_it_not(opens: str) -> None:
    async with watching() as session:
        await at_once(session, (opens, opens))
        picking = session.app.screen
        assert isinstance(picking, Pick)
        assert len(session.app.screen_stack) == 2
        await session.press("escape")
        await session.until(lambda: session.shows(ReplayScreen))
        found = picking.found
        picking.on_input_changed(Input.Changed(Input(), "e"))
        assert picking.found is found


@pytest.mark.parametrize("late", [Paste("late"), Key("q", "q"), Key("ctrl+p", None)], ids=["paste", "key", "palette"])
async def test_what_comes_while_the_program_closes_ends_nothing(late: Paste | Key) -> None:
    async with at_the_menu() as session:
        app, close_all = session.app, session.app._close_all

        async def closed() -> None:
            await close_all()  # no screen is left
            app.post_message(late)

        app._close_all = closed  # type: ignore[method-assign]
    assert app._exception is None


@pytest.mark.sampled(3)
@pytest.mark.parametrize("steps", [0, 2, 3, 5])
@pytest.mark.parametrize("keys", [("home",) * 6, ("enter", "x", "N") * 3], ids=["back", "on"])
async def test_nothing_opens_while_the_program_closes(keys: tuple[str, ...], steps: int) -> None:
    async with at_the_menu() as session:
        app, close_all, left = session.app, session.app._close_all, []
        await session.press("slash", *"kerr and", "enter")
        await session.until(lambda: session.shows(PageScreen))

        async def closed() -> None:
            await close_all()  # no screen is left, and keys that came before are answered still
            for _ in range(30):
                left.extend(app.screen_stack)
                await asyncio.sleep(0)

        app._close_all = closed  # type: ignore[method-assign]
        for key in keys:
            app.post_message(Key(name_of_key(key), key if len(key) == 1 else None))
        for _ in range(steps):
            await asyncio.sleep(0)
    assert app._exception is None
    assert not left


@pytest.mark.parametrize("opens", ["slash", "colon", "W", "b"])
async def test_what_is_pasted_behind_the_key_that_opens_a_line_stands_in_it(opens: str) -> None:
    """It went to the screen below, or to one without its line yet, and was lost."""
    async with watching() as session:
        session.app.post_message(Key(opens, None))
        session.app.post_message(Paste("1:05"))
        await session.until(lambda: isinstance(session.app.screen, Ask | Pick))
        await session.until(lambda: session.app.screen.query_one(Input).value.endswith("1:05"))


async def test_a_path_that_is_pasted_behind_the_key_that_asks_for_a_file_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("Name;Zeit;5 km\nAda;32:10;16:01\nBea;33:05;16:20\n", encoding="utf-8")
    async with at_the_menu() as session:
        session.app.post_message(Key("o", "o"))
        session.app.post_message(Paste(str(path)))
        await session.until(lambda: session.shows(UnderstoodScreen))


async def test_a_name_that_is_typed_behind_it_is_typed_into_its_line() -> None:
    async with at_the_menu() as session:
        await at_once(session, "oxyz")
        await session.until(lambda: session.app.screen.query_one(Input).value.endswith("xyz"))
