"""Where and when the race of some recordings began, and where it ended."""

import pytest

from replay.files.gps.starts import Bounds, Point, bounds, parse_start
from replay.files.source import Start
from tests.together import together

DAY = 1_718_409_600.0
"""2024-06-15 00:00 UTC."""
NINE = DAY + 9 * 3600


def way(begin: float, first: float, last: float, pace: float = 4.0) -> list[Point]:
    """One who goes from one place on the course to another, from so many seconds after nine."""
    count = int((last - first) / pace / 5)
    return [(NINE + begin + 5 * k, first + 5 * k * pace) for k in range(count + 1)]


def test_one_runner_begins_and_ends_where_he_does() -> None:
    assert bounds([way(0, 0, 1000)]) == Bounds(0.0, 1000.0, (NINE,), "")


def test_all_share_the_gun_when_the_first_passes_the_line_where_the_last_begins() -> None:
    found = bounds([way(0, 0, 5000), way(12, 30, 5000), way(8, 10, 4990)])
    assert found.start == 30
    assert found.finish == pytest.approx(4990, abs=20)
    assert found.guns == (NINE + 7.5,) * 3
    assert found.said == "the gun is when the first passes the start line, at 09:00:08 UTC"


def test_who_warmed_up_on_the_course_begins_where_the_others_do() -> None:
    found = bounds([way(0, 0, 7000), way(300, 1200, 7000)])
    assert found.start == 1200
    assert found.guns == (NINE + 300,) * 2


def test_a_race_in_which_they_are_sent_off_one_by_one_is_by_the_clock_and_says_so() -> None:
    found = bounds([way(0, 0, 5000), way(720, 0, 5000)])
    assert found.guns == (NINE,) * 2
    assert "the last does so 12 min later (`--start line` times each from the line)" in found.said


def test_recordings_of_different_days_are_timed_from_the_line_each() -> None:
    found = bounds([way(0, 0, 5000), way(86400, 40, 5000)])
    assert found.start == 40
    assert found.guns == (NINE + 10, NINE + 86400)
    assert found.said == "they are of different times, so each begins on the start line"


def test_who_asks_for_the_line_is_timed_from_it() -> None:
    found = bounds([way(0, 0, 5000), way(720, 0, 5000)], Start(line=True))
    assert found.guns == (NINE, NINE + 720)


def test_who_joins_on_the_way_does_not_move_the_start() -> None:
    assert bounds([way(0, 0, 5000), way(500, 2000, 5000)]).start == 0


def test_the_start_is_where_most_begin_though_one_warmed_up_long() -> None:
    found = bounds([way(0, 0, 7000), way(500, 2000, 7000), way(502, 2010, 7000)])
    assert (found.start, found.finish) == (2010, 6990)
    assert bounds([way(0, 0, 5000), way(0, 0, 5000), way(500, 2000, 5000), way(500, 2000, 5000)]).start == 0


def test_who_runs_on_home_does_not_move_the_finish() -> None:
    found = bounds([way(0, 0, 7000), way(0, 0, 5000), way(2, 0, 5020), way(5, 0, 2000)])
    assert found.finish == pytest.approx(5000, abs=20)


def test_the_gun_by_hand_is_a_time_of_day_of_the_recordings() -> None:
    both = [way(0, 0, 5000), way(100, 0, 5000)]
    found = bounds(both, Start(gun=9 * 3600 + 120))
    assert found.guns == (NINE + 120,) * 2
    assert found.start == 80  # he who is last there by then
    with pytest.raises(ValueError, match="no recording covers 15:00:00 UTC: they are from 09:00:00 to 09:22:30 UTC"):
        bounds(both, Start(gun=15 * 3600))


@together(
    ("text", "start"),
    [
        ("line", Start(line=True)),
        (" Line ", Start(line=True)),
        ("14:50", Start(gun=53_400.0)),
        ("9:05:30", Start(gun=32_730.0)),
        ("00:00:01.5", Start(gun=1.5)),
    ],
)
def test_the_start_is_said_in_a_word_or_a_time_of_day(text: str, start: Start) -> None:
    assert parse_start(text) == start


@together("text", ["", "gun", "24:00", "14:60", "14", "2:3", "14:50:61"])
def test_what_is_no_start_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="neither `line` nor a time of day in UTC such as 14:50"):
        parse_start(text)
