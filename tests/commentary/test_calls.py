"""What had been said by a time, and the times worth a stop."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.commentary import call_race, moments, said_by
from replay.state import timeline_of
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
