"""Every key is declared once, with words."""

from collections import Counter

import pytest

from replay.tui.keys import GROUPS, Key, help_rows
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
