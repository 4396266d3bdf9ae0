"""Keys of one's own: what they do, what is shown of them, and that none is lost by a preset."""

from collections import Counter

import pytest

from replay.files.preferences import PREFERENCES, Preferences
from replay.tui.keys import GROUPS, REPLAY_KEYS, help_rows
from replay.tui.opening import Opening
from replay.tui.ownkeys import PRESETS, as_set, name_of, own_keys, usable, with_own
from replay.tui.preferring import Terms
from tests.together import together
from tests.tui.pilots import at_the_menu, watching


@together("preset", PRESETS)
@together("group", GROUPS.values())
def test_no_preset_takes_a_command_its_last_key_or_gives_one_key_twice(preset: str, group: tuple) -> None:  # type: ignore[type-arg]
    keys = with_own(group, own_keys(Preferences(keys=preset)))
    assert all(key.keys and key.shown for key in keys)
    assert max(Counter(name for key in keys for name in key.keys.split(",")).values()) == 1
    assert [key.action for key in keys] == [key.action for key in group]


def test_the_presets_are_those_that_can_be_set() -> None:
    (keys,) = (preference for preference in PREFERENCES if preference.name == "keys")
    assert keys.options == tuple(PRESETS)


@together(
    ("written", "name"),
    [
        ("x", "x"), ("[", "left_square_bracket"), ("PgUp", "pageup"), ("pgup", "pageup"), ("ctrl+f", "ctrl+f"),
        ("←", "left"), ("left", "left"), ("shift+←", "shift+left"), ("Esc", "escape"), ("=", "equals_sign"),
        ("f5", "f5"), ("+", "plus"), ("space", "space"), ("Home", "home"),
    ],
)  # fmt: skip
def test_a_key_is_written_as_the_help_writes_it(written: str, name: str) -> None:
    assert name_of(written) == name


@together("written", ["", "xx", "ctrl+", "hyper+x", "f99", "spcae", "\x1b", "\n", "\u202e", "ctrl+ctrl+x"])
def test_what_is_no_key_is_said_so(written: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        name_of(written)


def test_an_own_key_wins_over_the_preset_and_what_had_it_has_none() -> None:
    own = own_keys(Preferences(keys="vim", own_keys={"w": "space", "t": "G"}))
    keys = {key.action: key for key in with_own(REPLAY_KEYS, own)}
    assert keys["play_pause"].keys == "w,space,p"
    assert (keys["play_pause"].shown, keys["play_pause"].also) == ("w", "space p")
    assert (keys["trails"].keys, keys["trails"].shown) == ("", "")
    assert "Trails behind the runners: short, long, off" not in dict(help_rows(keys.values())).values()


@together("written", ["ctrl+c", "ctrl+z", "ctrl+l"])
def test_what_a_key_does_wherever_one_is_it_does(written: str) -> None:
    with pytest.raises(ValueError, match="nothing else"):
        own_keys(Preferences(own_keys={written: "space"}))


def test_keys_that_cannot_be_are_left_out_and_told() -> None:
    held = Preferences(keys="mpv", own_keys={"x": "ctrl+f12"})
    kept, wrong = usable(held)
    assert kept == held._replace(own_keys={})
    assert "ctrl+f12" in wrong
    assert usable(kept) == (kept, "")


def test_the_help_says_how_far_the_arrows_go() -> None:
    told = dict(help_rows(as_set(REPLAY_KEYS, (), Preferences(seek=7.5, seek_road=60.0, seek_fine=0.1))))
    assert told["← h"] == "Back 7.5 s (60 s on roads)"
    assert told["shift+→"] == "Forward 0.1 s"
    assert help_rows(as_set(REPLAY_KEYS, (), Preferences())) == help_rows(REPLAY_KEYS)


async def test_a_race_is_watched_with_the_keys_and_steps_that_are_set() -> None:
    held = Preferences(keys="mpv", own_keys={"x": "space", "t": "→"}, seek=10.0, names="initials", spoilers=True)
    async with watching(terms=Terms(preferences=held)) as session:
        view = session.viewer.view
        assert (view.names, view.spoilers) == ("initials", True)
        await session.press("t")
        assert session.viewer.now == 110.0
        assert session.viewer.view.trails == "off"
        rate = session.viewer.playback.rate
        await session.press("right_square_bracket")
        assert session.viewer.playback.rate > rate
        await session.press("x")
        assert session.viewer.playback.playing
        assert "x pause" in session.text


async def test_the_director_is_at_work_where_it_is_set_and_no_speed_was_asked_for() -> None:
    terms = Terms(preferences=Preferences(director=True))
    async with watching(terms=terms, rate=None) as session:
        assert session.viewer.directed is not None
    async with watching(terms=terms, rate=1.0) as session:
        assert session.viewer.directed is None


async def test_the_palette_and_the_menu_show_the_keys_that_hold() -> None:
    async with at_the_menu(terms=Terms(preferences=Preferences(own_keys={"v": "s"}))) as session:
        assert "v settings" in session.text
        await session.press("ctrl+p", *"settings")
        assert "v" in session.text.split("Settings: what")[1].splitlines()[0]


def test_a_replay_begins_as_it_comes_where_nothing_is_set() -> None:
    assert Opening().keys == REPLAY_KEYS


async def test_what_is_said_names_keys_that_do_it() -> None:
    mine = Preferences(keys="mpv", own_keys={"m": "M", "X": "T"})
    async with watching(terms=Terms(preferences=mine)) as session:
        await session.press("b")
        assert "m lists it" in session.text
        await session.press(*"here", "enter")
        assert session.viewer.view.message == "bookmark kept: m lists it, ! and @ go there"
        await session.press("down", "x")
        assert "; Ctrl+P shows them side by side" in session.viewer.view.message, "X is taken for another"
        await session.press("m")
        assert "What happened so far" in session.text
