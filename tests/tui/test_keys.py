"""Every key is declared once, with words."""

from collections import Counter

from replay.drawing.view import Doing
from replay.tui.footer_keys import Ways, replay_hints
from replay.tui.keys import GROUPS, HEADINGS, REPLAY_KEYS, Key, help_groups, help_rows
from replay.tui.replay_screen import ASKED, TOLD, ReplayScreen
from replay.viewing.verbs import verbs_of
from tests.together import together
from tests.tui.effects import pressed


@together("keys", GROUPS.values())
def test_no_key_is_declared_twice(keys: tuple[Key, ...]) -> None:
    assert [name for name, count in Counter(name for name, _ in pressed(keys)).items() if count > 1] == []


def test_every_key_of_a_race_does_what_one_part_of_its_screen_can() -> None:
    parts = TOLD | ASKED
    verbs = Counter(name for kind in parts.values() for name in verbs_of(kind))
    assert [name for name, count in verbs.items() if count > 1] == []
    assert {key.action.partition("(")[0] for key in REPLAY_KEYS} <= {
        name.removeprefix("action_") for name in dir(ReplayScreen)
    }


@together("keys", GROUPS.values())
def test_every_key_says_how_it_is_written_and_what_it_does(keys: tuple[Key, ...]) -> None:
    for key in keys:
        assert key.shown
        assert key.label
        assert key.help
        assert not key.help.endswith(".")
    shown = [shown for shown, _ in help_rows(keys)]
    assert len(shown) == len(set(shown))


def test_real_time_is_offered_while_the_speed_is_another_and_the_picture_at_the_end() -> None:
    def shown(doing: Doing) -> set[str]:
        return {hint.action for hint in replay_hints(REPLAY_KEYS, Ways("next", "menu"), many=False, doing=doing)}

    running = Doing(playing=True, ended=False, on_board=False, chart="")
    assert "real_time" in shown(running)
    assert "real_time" not in shown(running._replace(real_time=True))
    assert {"copy", "picture"} <= shown(running._replace(ended=True))


def test_the_help_of_a_race_has_every_key_under_a_heading_and_others_have_none() -> None:
    grouped = help_groups(REPLAY_KEYS)
    assert [row for row in grouped if row[0]] == help_rows(REPLAY_KEYS)
    headings = [text for shown, text in grouped if not shown]
    assert not grouped[0][0]
    assert len(headings) == len(set(headings)) == len(HEADINGS)
    assert help_groups(GROUPS["Choosing a race"]) == help_rows(GROUPS["Choosing a race"])
