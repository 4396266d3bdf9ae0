"""What had been said by a time, and the times worth a stop."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.commentary import call_race, moments, said_by
from replay.state import timeline_of
from tests.builders import entry, race
from tests.commentary.test_script import tactical


@given(st.floats(-5, 400), st.floats(-5, 400))
def test_what_had_been_said_only_grows(a: float, b: float) -> None:
    calls = CALLS
    early, late = said_by(calls, min(a, b)), said_by(calls, max(a, b))
    assert list(late[: len(early)]) == list(early)
    assert all(c.time <= max(a, b) for c in late)
    assert all(c.time > max(a, b) for c in calls[len(late) :])


CALLS = call_race(timeline_of(tactical()))


def test_moments_rise_a_second_apart_and_end_with_the_winner() -> None:
    times = moments(CALLS)
    assert times[0] == 0.0
    assert all(b - a >= 1.0 for a, b in pairwise(times))
    assert times[-1] == pytest.approx(217.9)


def test_of_two_who_are_level_at_a_mark_none_is_level_with_himself() -> None:
    """As the places have it one leads, and as the list of times the other."""
    field = race(
        entry("Bea Birch", "15:00.00", {at: 180.0 * at / 1000 for at in (1000, 2000, 3000, 4000)}),
        entry("Ann Ash", "15:00.50", {at: 180.0 * at / 1000 for at in (1000, 2000, 3000, 4000)}),
        distance=5000.0,
    )
    for entries in (field.entries, field.entries[::-1]):
        texts = [call.text for call in call_race(timeline_of(replace(field, entries=entries)))]
        assert any("level" in text for text in texts)
        assert not [text for text in texts for name in ("Ash", "Birch") if text.count(name) > 1 and "level" in text]
