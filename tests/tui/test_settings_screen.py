"""The page of the settings: each is changed with the keys, takes effect at once, and stands in the file."""

import pytest

from replay.files.preferences import PREFERENCES, Preferences, preferences_file, read_preferences
from replay.tui.ask import Ask
from replay.tui.keys import SETTINGS_KEYS
from replay.tui.settings_screen import SettingsScreen
from tests.tui.effects import Effect, pressed, shows_the_keys
from tests.tui.pilots import Session, at_the_menu


def held() -> Preferences:
    return read_preferences().held


async def goes_up(session: Session, key: str) -> None:
    await session.press("down", "down", key)
    assert page(session).preference is PREFERENCES[1]


async def goes_down(session: Session, key: str) -> None:
    await session.press(key)
    assert page(session).preference is PREFERENCES[1]


async def changes(session: Session, key: str) -> None:
    dark = session.grounds
    await session.press(*[key] * (1 if key in ("left", "h") else 2))
    assert held().theme == "light"
    assert session.app.preferred.look.theme.name == "light"
    assert not session.grounds & dark


async def types_seconds(session: Session, key: str) -> None:
    await session.press(*["down"] * 6, key)
    assert session.shows(Ask)
    await session.press(*"never", "enter")
    assert session.shows(Ask), "it says what it takes"
    await session.press(*["backspace"] * 5, *"12", "enter")
    await session.until(lambda: held().seek == 12)
    assert session.app.preferred.terms.preferences.seek == 12


async def takes_it_out(session: Session, key: str) -> None:
    await session.press("down", "down", "right")
    assert held().names == "first three"
    await session.press(key)
    assert read_preferences().said == ()
    await session.press(key)
    assert "does not set it" in session.text


async def copies_the_path(session: Session, key: str) -> None:
    await session.press(key)
    assert "settings.toml" in session.text


async def leaves(session: Session, key: str) -> None:
    await session.press(key)
    assert session.menu.is_current


EFFECTS: dict[str, Effect] = {
    "choose(-1)": goes_up,
    "choose(1)": goes_down,
    "change(-1)": changes,
    "change(1)": changes,
    "type": types_seconds,
    "forget": takes_it_out,
    "copy": copies_the_path,
    "help": shows_the_keys,
    "leave": leaves,
}


def page(session: Session) -> SettingsScreen:
    screen = session.app.screen
    assert isinstance(screen, SettingsScreen)
    return screen


def test_every_key_of_the_settings_is_pressed_here() -> None:
    assert {action for _, action in pressed(SETTINGS_KEYS)} == EFFECTS.keys()


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("key", "action"), pressed(SETTINGS_KEYS))
async def test_a_key_of_the_settings_does_what_it_says(key: str, action: str) -> None:
    async with at_the_menu() as session:
        await session.press("s")
        await EFFECTS[action](session, key)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 12), (30, 6), (1, 1)])
async def test_each_setting_is_shown_with_its_effect_at_every_size(size: tuple[int, int]) -> None:
    async with at_the_menu(size) as session:
        await session.press("s")
        for preference in PREFERENCES:
            assert page(session).preference is preference
            if size[0] >= 80:
                assert preference.name.partition("_")[0] in session.text
                assert "  true" not in session.text
                assert "  false" not in session.text
                assert preference.about.split()[0] in session.text
            await session.press("down")


async def test_a_key_of_ones_own_is_typed_and_holds_at_once() -> None:
    async with at_the_menu() as session:
        await session.press("s", *["down"] * 10, "right", *"x = nix", "enter")
        assert session.shows(Ask), "nix is no key"
        await session.press(*["backspace"] * 3, *"down", "enter")
        await session.until(lambda: held().own_keys == {"x": "down"})
        assert "Choose the runner below" in session.text
        await session.press("q")
        before = session.menu.chosen
        await session.press("x")
        assert session.menu.chosen is not before


async def test_a_palette_holds_at_once_on_every_screen() -> None:
    async with at_the_menu() as session:
        await session.press("s", "down", *["right"] * 2)
        assert held().palette == "contrast"
        assert session.app.preferred.look.theme.text == 0xFFFFFF
        assert "no grey that has to be read" in session.text
        assert session.app.get_css_variables()["foreground"].lower() == "#ffffff"
        await session.press("q")
        assert session.menu.look is session.app.preferred.look


async def test_a_broken_file_is_told_and_left_as_it_is() -> None:
    path = preferences_file()
    path.parent.mkdir(parents=True)
    path.write_text("seek =", encoding="utf-8")
    async with at_the_menu() as session:
        await session.press("s")
        assert "no TOML" in session.text
        await session.press("right")
        assert path.read_text(encoding="utf-8") == "seek ="


async def test_at_either_end_a_key_says_why_it_does_nothing() -> None:
    async with at_the_menu() as session:
        await session.press("s", "up")
        assert "the first setting already" in session.text
        await session.press("down")
        assert "already" not in session.text
        await session.press(*["down"] * len(PREFERENCES))
        assert "the last setting already" in session.text
