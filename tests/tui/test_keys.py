"""Every key is declared once, with words."""

from collections import Counter

import pytest

from replay.drawing.view import Doing
from replay.tui.keys import GROUPS, REPLAY_KEYS, Key, Ways, help_rows, replay_hints
from tests.tui.effects import pressed


@pytest.mark.parametrize("keys", GROUPS.values(), ids=list(GROUPS))
def test_no_key_is_declared_twice(keys: tuple[Key, ...]) -> None:
    assert [name for name, count in Counter(name for name, _ in pressed(keys)).items() if count > 1] == []


@pytest.mark.parametrize("keys", GROUPS.values(), ids=list(GROUPS))
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
