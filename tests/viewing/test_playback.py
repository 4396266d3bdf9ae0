"""Playback: race time follows the clock, whatever is done with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.race.times import format_rate
from replay.viewing.playback import RATES, ROAD_RATES, SEEN, Playback, parse_rate
from tests.together import together


def test_at_real_time_a_race_takes_as_long_as_it_took() -> None:
    playing = Playback(222.66).played(1000.0)
    assert playing.time(1100.0) == 100.0
    assert not playing.ended(1222.65)
    assert playing.ended(1222.66)
    assert playing.time(5000.0) == 222.66


def test_a_winner_is_seen_on_the_line_though_nobody_else_is_to_come() -> None:
    for rate in (1.0, 32.0):
        playing = Playback(222.66, won=222.6).at_rate(rate, 0.0).played(0.0).sought(222.0, 0.0)
        home = 0.6 / rate
        assert playing.time(home + 2.9) == 222.66
        assert not playing.ended(home + SEEN - 0.01)
        assert playing.ended(home + SEEN + 0.01)
    assert Playback(222.66, won=222.66).sought(222.66, 0.0).ended(0.0), "who goes to the end is there"
    assert Playback(300.0, won=222.66).played(0.0).ended(300.0), "the others came in meanwhile"


def test_pausing_stops_the_race_and_going_on_loses_nothing() -> None:
    playing = Playback(100.0).played(0.0)
    paused = playing.toggled(10.0)
    assert paused.time(500.0) == 10.0
    assert paused.toggled(500.0).time(505.0) == 15.0


def test_a_change_of_speed_does_not_move_the_race() -> None:
    playing = Playback(300.0).played(0.0).at_rate(4.0, 10.0)
    assert playing.time(10.0) == 10.0
    assert playing.time(20.0) == 50.0
    assert playing.at_rate(1.0, 20.0).time(21.0) == 51.0


def test_a_seek_stays_inside_the_race() -> None:
    assert Playback(60.0).sought(-5.0, 0.0).time(0.0) == 0.0
    assert Playback(60.0).sought(99.0, 0.0).time(0.0) == 60.0


def test_speeds_step_up_and_down_the_ladder_and_stop_at_its_ends() -> None:
    playback = Playback(60.0)
    assert playback.faster(0.0).rate == 1.5
    assert playback.slower(0.0).rate == 0.75
    for _ in range(40):
        playback = playback.faster(0.0)
    assert playback.rate == RATES[-1] == 64.0
    for _ in range(40):
        playback = playback.slower(0.0)
    assert playback.rate == RATES[0] == 0.125
    assert ROAD_RATES[-1] == 600.0


@given(
    st.lists(
        st.tuples(st.sampled_from(["toggle", "faster", "slower", "seek"]), st.floats(0, 50), st.floats(0, 400)),
        max_size=20,
    )
)
def test_race_time_never_jumps_but_by_a_seek(steps: list[tuple[str, float, float]]) -> None:
    playback, now = Playback(300.0), 0.0
    for verb, wait, target in steps:
        now += wait
        before = playback.time(now)
        match verb:
            case "toggle":
                playback = playback.toggled(now)
            case "faster":
                playback = playback.faster(now)
            case "slower":
                playback = playback.slower(now)
            case _:
                playback, before = playback.sought(target, now), min(target, 300.0)
        assert playback.time(now) == pytest.approx(before, abs=1e-9)
        assert 0.0 <= playback.time(now) <= 300.0


@together(("text", "rate"), [("1", 1.0), ("4x", 4.0), ("1/8", 0.125), ("0.5", 0.5), ("64", 64.0)])
def test_speeds_are_read_as_people_write_them(text: str, rate: float) -> None:
    assert parse_rate(text) == rate


@together("text", ["0", "65", "fast", "1/0", "", "-1", "nan", "1/9"])
def test_what_is_no_speed_is_refused_with_the_speeds_there_are(text: str) -> None:
    with pytest.raises(ValueError, match="1/8 to 64"):
        parse_rate(text)


def test_roads_go_up_to_600() -> None:
    assert parse_rate("600", road=True) == 600.0


def test_speeds_are_written_as_people_read_them() -> None:
    assert [format_rate(rate) for rate in (0.125, 0.5, 0.75, 1.0, 1.5, 64.0)] == [
        "1/8x",
        "1/2x",
        "0.75x",
        "1x",
        "1.5x",
        "64x",
    ]
