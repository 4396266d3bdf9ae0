"""The automatic director: slow for what matters, fast for the rest, and no word of what is to come."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.commentary import Call, CallKind, call_race
from replay.drawing.view import REPLAY
from replay.race.race import Course, Surface
from replay.state.timeline import Timeline
from replay.viewing.director import AFTER, CLOSE, EARLY, FAST, LINGER, RESULT, SLOW, Directing, Director
from replay.viewing.playback import RATES, ROAD_RATES
from tests.builders import entry, london, race


def director(*results: float, calls: tuple[Call, ...] = ()) -> Director:
    entries = [entry(f"Runner {number}", result) for number, result in enumerate(results)]
    return Director(Timeline(race(*entries)), calls, RATES)


KICKED = director(210.0, 212.0, 214.0, calls=(Call(100.0, CallKind.KICK, "He goes"), Call(90.0, CallKind.SPLIT, "90")))


def test_it_is_fast_where_nothing_happens() -> None:
    shot = KICKED.at(50.0)
    assert (shot.rate, shot.close) == (FAST, False)


def test_it_is_at_real_time_for_a_move_and_goes_close_up() -> None:
    shot = KICKED.at(100.0)
    assert (shot.rate, shot.close, shot.reason) == (1.0, True, "a kick")


def test_a_split_is_nothing_to_slow_down_for() -> None:
    assert KICKED.at(90.0).rate == FAST


def test_it_slows_down_at_most_two_seconds_before_and_does_not_say_what_for() -> None:
    assert KICKED.at(100.0 - EARLY - 0.01).rate == FAST
    before = [KICKED.at(100.0 - EARLY + step / 20) for step in range(int(EARLY * 20))]
    assert {shot.reason for shot in before} == {"slowing down"}


def test_speeds_change_step_by_step() -> None:
    slowing = [KICKED.at(97.5 + step / 100).rate for step in range(250)]
    steps = [rate for before, rate in pairwise(slowing) if rate != before]
    assert steps == sorted(steps, reverse=True)
    assert len(steps) >= 5
    assert set(slowing) <= set(RATES)


def test_the_last_lap_and_the_finish_are_at_real_time() -> None:
    timeline = Timeline(race(entry("A", 210.0), entry("B", 212.0), entry("C", 214.0)))
    shown = Director(timeline, (), RATES)
    bell = 210.0 * 1100 / 1500
    assert shown.at(170.0).reason == "last lap"
    assert {shown.at(t).rate for t in range(int(bell) + 2, 215)} == {1.0}
    assert shown.at(211.0).reason == "the finish"


def test_a_close_finish_is_in_slow_motion_and_a_clear_one_is_not() -> None:
    assert director(210.0, 210.0 + CLOSE, 214.0).at(210.0).rate == SLOW
    assert director(210.0, 210.01 + CLOSE, 214.0).at(210.0).rate == 1.0


def test_second_and_third_may_be_close_too_and_the_winner_is_not_slowed_down() -> None:
    shown = director(210.0, 214.0, 214.2)
    assert shown.at(210.0).rate == 1.0
    assert shown.at(214.1).rate == SLOW


def test_that_it_was_close_is_said_when_both_are_home() -> None:
    shown = director(210.0, 210.3, 214.0)
    assert shown.at(209.9).reason == "last lap"
    assert shown.at(210.1).reason == "the finish"
    assert shown.at(210.4).reason == "a close finish"


def test_a_race_of_one_lap_is_shown_at_real_time_throughout() -> None:
    shown = Director(Timeline(race(entry("A", 44.0), entry("B", 46.0), distance=400.0)), (), RATES)
    assert {shown.at(t).rate for t in range(44)} == {1.0}


def test_two_hours_take_a_few_minutes() -> None:
    road = race(entry("A", 7400.0), entry("B", 7500.0), distance=42195.0, course=Course(Surface.ROAD))
    shown = Director(Timeline(road), (), ROAD_RATES)
    assert shown.at(3000.0).rate > 40
    assert shown.at(7399.0).rate == 1.0


def test_what_it_shows_depends_on_nothing_that_is_said_more_than_two_seconds_later() -> None:
    timeline = Timeline(london())
    calls = call_race(timeline)
    whole = Director(timeline, calls, RATES)
    for t in range(0, 240, 3):
        known = [call for call in calls if call.time <= t + EARLY]
        assert whole.at(float(t)) == Director(timeline, known, RATES).at(float(t))


def test_the_view_goes_back_to_the_stadium_a_while_after_a_move() -> None:
    assert KICKED.at(100.0 + AFTER + LINGER - 0.1).close
    assert not KICKED.at(100.0 + AFTER + LINGER + 0.1).close


def test_at_the_end_the_whole_stadium_shows_the_result() -> None:
    shown = director(210.0, 212.0, 214.0, 240.0)
    assert shown.at(214.0 + RESULT - 0.1).close
    assert shown.at(214.0 + RESULT).reason == "the result"
    assert not shown.at(214.0 + RESULT).close
    assert not KICKED.at(214.0).close, "the last is home, and with him the race is over"


@given(st.floats(0, 230))
def test_it_is_a_function_of_the_race_time_alone(t: float) -> None:
    assert KICKED.at(t) == KICKED.at(t)
    assert KICKED.at(t).rate in RATES


@pytest.mark.parametrize("t", [0.0, 3.0])
def test_the_gun_is_at_real_time(t: float) -> None:
    assert KICKED.at(t).rate == 1.0
    assert KICKED.at(t).reason == "the start"


def photographed() -> Timeline:
    """A race whose first two are 0.05 s apart, with times to the hundredth."""
    return Timeline(race(*(entry(name, text) for name, text in (("A", "3:30.00"), ("B", "3:30.05"), ("C", "3:32.00")))))


def shown_by(directing: Directing, timeline: Timeline, start: float, seconds: float) -> list[tuple[float, str, float]]:
    """Second of the race, reason and rate of each frame of so many seconds of a clock."""
    t, shown = start, []
    directing.begin(1.0, "stadium", close=False)
    for _ in range(round(seconds * 20)):
        _, shot, t = directing.next(timeline, (), RATES, t)
        shown.append((t, shot.reason, shot.rate))
        t = min(t + shot.rate / 20, timeline.duration)
    return shown


def test_a_finish_with_a_photo_is_run_at_real_time_and_shown_again_slowly_once() -> None:
    timeline = photographed()
    assert Director(timeline, (), RATES).at(210.0).rate == 1.0
    shown = shown_by(Directing(), timeline, 205.0, 30.0)
    again = [frame for frame in shown if frame[1] == REPLAY]
    assert {rate for *_, rate in again} == {SLOW}
    assert again[0][0] < 210.0 < 210.05 < again[-1][0]
    assert all(after[0] >= before[0] for before, after in pairwise(again))
    at = shown.index(again[0])
    assert 211.9 < shown[at - 1][0] < shown[at + len(again)][0] + 0.1
    assert shown[-1][:2] == (timeline.duration, "the result")


def test_a_clear_finish_is_not_shown_again_nor_one_that_was_over_before_the_director_came() -> None:
    clear = Timeline(race(entry("A", "3:30.00"), entry("B", "3:31.00"), entry("C", "3:32.00")))
    assert REPLAY not in {reason for _, reason, _ in shown_by(Directing(), clear, 205.0, 20.0)}
    timeline = photographed()
    assert REPLAY not in {reason for _, reason, _ in shown_by(Directing(), timeline, timeline.duration, 5.0)}


def test_who_begins_anew_while_the_finish_is_shown_again_sees_the_race_as_it_is_run() -> None:
    timeline, directing = photographed(), Directing()
    assert shown_by(directing, timeline, 211.0, 2.0)[-1][1] == REPLAY
    t, reasons = 0.0, set()
    for _ in range(100):
        _, shot, t = directing.next(timeline, (), RATES, t)
        reasons.add(shot.reason)
        t += shot.rate / 20
    assert REPLAY not in reasons
    assert t > 4.0
