from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replay.race.events import event_metres, is_road_event
from replay.race.limits import can_follow, fewest_seconds, impossible, rounding
from replay.race.race import When, WhenKind
from replay.race.when import parse_when
from tests.together import together


@together(
    ("text", "when"),
    [
        ("3:30", When(WhenKind.TIME, 210.0)),
        ("1:02:03", When(WhenKind.TIME, 3723.0)),
        ("210s", When(WhenKind.TIME, 210.0)),
        ("210", When(WhenKind.TIME, 210.0)),
        ("1200m", When(WhenKind.DISTANCE, 1200.0)),
        ("1.2km", When(WhenKind.DISTANCE, 1200.0)),
        ("half", When(WhenKind.FRACTION, 0.5)),
        ("halfway", When(WhenKind.FRACTION, 0.5)),
        ("100%", When(WhenKind.FRACTION, 1.0)),
        ("0%", When(WhenKind.FRACTION, 0.0)),
        ("50%", When(WhenKind.FRACTION, 0.5)),
        ("600 to go", When(WhenKind.TO_GO, 600.0)),
        ("600m to go", When(WhenKind.TO_GO, 600.0)),
        (" Bell ", When(WhenKind.BELL)),
        ("last lap", When(WhenKind.BELL)),
        ("lap 1", When(WhenKind.LAP, 1.0)),
        ("lap 3", When(WhenKind.LAP, 3.0)),
        ("start", When(WhenKind.START)),
        ("winner", When(WhenKind.WINNER)),
        ("finish", When(WhenKind.FINISH)),
    ],
)
def test_a_moment_is_read(text: str, when: When) -> None:
    assert parse_when(text) == when


@together("text", ["", "soon", "-5", "lap 0", "101%", "3:61", "1e3", "nan", "lap", "m"])
def test_what_is_no_moment_says_so(text: str) -> None:
    with pytest.raises(ValueError, match=r"no moment|whole race"):
        parse_when(text)


@settings(deadline=None)
@given(st.text(max_size=20))
def test_any_text_is_a_moment_or_a_value_error(text: str) -> None:
    try:
        assert parse_when(text).value >= 0
    except ValueError as error:
        assert "no moment" in str(error) or "whole race" in str(error)  # noqa: PT017


@together(
    ("event", "metres", "road"),
    [
        ("800m", 800.0, False),
        ("1500 m", 1500.0, False),
        ("mile", 1609.344, False),
        ("one mile", 1609.344, False),
        ("2 miles", 3218.688, False),
        ("5000m", 5000.0, False),
        ("10,000m", 10_000.0, False),
        ("5k", 5000.0, True),
        ("10 km", 10_000.0, True),
        ("half marathon", 21_097.5, True),
        ("Half-Marathon", 21_097.5, True),
        ("marathon", 42_195.0, True),
        ("3000m steeplechase", 3000.0, False),
        ("Men's 800 metres", 800.0, False),
        ("110m hurdles", 110.0, False),
        ("4x400m", 1600.0, False),
    ],
)
def test_an_event_says_how_far_and_where(event: str, metres: float, road: bool) -> None:
    assert event_metres(event) == metres
    assert is_road_event(event) is road


@together("event", ["", "long jump", "0m", "m", "mile high club", "-5 km", "9" * 400])
def test_what_names_no_distance_is_refused(event: str) -> None:
    with pytest.raises(ValueError, match=r"no event|not between"):
        event_metres(event)


def test_the_fewest_seconds_rise_with_the_stretch() -> None:
    stretches = [1 + 7.3 * step for step in range(8000)]
    for standing in (False, True):
        seconds = [fewest_seconds(stretch, standing=standing) for stretch in stretches]
        assert seconds == sorted(seconds)


def test_what_has_been_run_is_possible_and_what_nobody_will_run_is_not() -> None:
    start = (0.0, 0.0, 0.0)
    assert can_follow(start, (100.0, 9.58, 0.01))
    assert can_follow(start, (1609.344, 222.66, 0.01))
    assert can_follow(start, (42_195.0, 7235.0, 1.0))
    assert not can_follow(start, (100.0, 8.9, 0.01))
    assert not can_follow(start, (400.0, 38.0, 0.1))
    assert not can_follow(start, (1500.0, 190.0, 0.1))
    assert not can_follow((400.0, 60.0, 0.1), (400.0, 61.0, 0.1))


def test_the_digits_of_a_time_say_how_near_it_is() -> None:
    assert [rounding(text) for text in ("7:46", "13.8", "3:45.34", "61*")] == pytest.approx([1.0, 0.1, 0.01, 1.0])


TIMES = st.lists(st.floats(1, 400), min_size=1, max_size=8)


@settings(deadline=None)
@given(times=TIMES, finish=st.floats(150, 500) | st.none())
def test_what_is_left_after_the_impossible_is_gone_can_be_run(times: list[float], finish: float | None) -> None:
    points = [(200.0 * (at + 1), seconds, 0.0) for at, seconds in enumerate(times)]
    result = None if finish is None else (2000.0, finish, 0.0)
    bad = impossible(points, result)
    kept = [(0.0, 0.0, 0.0), *(point for at, point in enumerate(points) if at not in bad)]
    if result is not None and can_follow(kept[0], result):
        kept.append(result)
    assert all(can_follow(first, second) for first, second in pairwise(kept))
    if can_follow((0.0, 0.0, 0.0), points[0]) and result is None:
        assert len(bad) < len(points)
