"""Every key of the menu does what it says."""

import pytest

from replay.tui.keys import MENU_KEYS
from replay.tui.picker_screen import PickerScreen
from replay.tui.settings_screen import SettingsScreen
from replay.tui.sheet import Sheet, StartCard
from tests.tui.effects import Effect, changes_the_theme, pressed, shows_the_keys
from tests.tui.pilots import Session, at_the_menu


def walks(way: int) -> Effect:
    async def effect(session: Session, key: str) -> None:
        ids = [item.id for _, item in session.menu._lines if item is not None]
        await session.press("down", "down")
        await session.press(key)
        chosen = session.menu.chosen
        assert chosen is not None
        assert chosen.id == ids[max(0, min(2 + way, len(ids) - 1))]

    return effect


async def watches(session: Session, key: str) -> None:
    await session.press("down")
    chosen = session.menu.chosen
    assert chosen is not None
    await session.press(key)
    await session.until(lambda: session.shows(StartCard))
    await session.press("x")
    assert session.viewer.stage.race.id == chosen.id
    await session.pass_seconds(2.0)
    assert session.viewer.now == pytest.approx(2.0)


async def searches(session: Session, key: str) -> None:
    await session.press(key, *"gourley 2024")
    found = {item.id for _, item in session.menu._lines if item is not None}
    assert "bowerman-mile-2024" in found
    assert "london-mile-2026" not in found
    assert "gourley 2024" in session.text
    await session.press("backspace", "backspace", "backspace", "backspace", "backspace", "escape")
    assert "london-mile-2026" in {item.id for _, item in session.menu._lines if item is not None}


async def shows_what_it_rests_on(session: Session, key: str) -> None:
    await session.press(key)
    assert session.shows(Sheet)
    assert "A story in" in session.text
    await session.press("q", "down", key)
    assert session.shows(Sheet)
    await session.press("q")
    assert session.menu.is_current


async def clears_then_quits(session: Session, key: str) -> None:
    await session.press("slash", "x", "down", key)
    assert session.menu.search is None
    await session.press(key)
    assert not session.app.is_running or session.app.return_code == 0


async def clears_and_never_quits(session: Session, key: str) -> None:
    await session.press("slash", "x", key)
    assert session.menu.search is None
    await session.press(key, key)
    assert session.menu.is_current
    assert "q quits" in session.text


async def opens_a_file(session: Session, key: str) -> None:
    await session.press(key)
    assert session.shows(PickerScreen)
    await session.press("escape")
    assert session.menu.is_current


async def shows_the_settings(session: Session, key: str) -> None:
    await session.press(key)
    assert session.shows(SettingsScreen)
    await session.press("q")
    assert session.menu.is_current


MENU_EFFECTS: dict[str, Effect] = {
    "choose(-1)": walks(-1),
    "choose(1)": walks(1),
    "choose(-10)": walks(-10),
    "choose(10)": walks(10),
    "choose(-10000)": walks(-10000),
    "choose(10000)": walks(10000),
    "watch": watches,
    "search": searches,
    "open": opens_a_file,
    "info": shows_what_it_rests_on,
    "settings": shows_the_settings,
    "theme": changes_the_theme,
    "help": shows_the_keys,
    "back": clears_then_quits,
    "clear": clears_and_never_quits,
}


def test_every_key_of_the_menu_is_pressed_here() -> None:
    assert {action for _, action in pressed(MENU_KEYS)} == MENU_EFFECTS.keys()


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("key", "action"), pressed(MENU_KEYS))
async def test_a_key_of_the_menu_does_what_it_says(key: str, action: str) -> None:
    async with at_the_menu() as session:
        await MENU_EFFECTS[action](session, key)


@pytest.mark.parametrize(
    ("keys", "left"),
    [(("ctrl+w",), "gourley "), (("ctrl+u",), ""), (("backspace",), "gourley 202"), (("ctrl+q",), "gourley 2024")],
)
async def test_what_is_searched_is_taken_away_as_in_a_shell(keys: tuple[str, ...], left: str) -> None:
    async with at_the_menu() as session:
        await session.press("slash", *"gourley 2024", *keys)
        assert session.menu.search == left


@pytest.mark.parametrize(("key", "said"), [("up", "first of the list"), ("end", ""), ("pageup", "first of the list")])
async def test_a_list_says_where_it_ends(key: str, said: str) -> None:
    async with at_the_menu() as session:
        await session.press(key)
        assert said in session.text
        await session.press("end", "down")
        assert "the last of the list already" in session.text


async def test_ctrl_q_ends_nothing() -> None:
    async with at_the_menu() as session:
        await session.press("ctrl+q", "ctrl+q")
        assert session.menu.is_current
        assert session.app.return_code is None


async def test_below_the_list_stands_who_runs_or_who_is_in_the_story() -> None:
    async with at_the_menu((200, 60)) as session:
        assert "who is in it" in session.text
        assert "Azeddine Habz FRA" in session.text
        await session.press("slash", *"bowerman 2024")
        await session.until(lambda: "Reynold Kipkorir Cheruiyot KEN" in session.text)
        assert session.text.count("Ingebrigtsen NOR") == 1
    async with at_the_menu((80, 24)) as session:
        await session.press("down")
        assert "the field" not in session.text
