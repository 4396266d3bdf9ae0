"""Times, gaps and distances: read, and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.race.times import (
    as_clock,
    decimals_between,
    format_apart,
    format_clock,
    format_distance,
    format_exact,
    format_gap,
    format_instant,
    format_ran,
    format_rate,
    format_time,
    format_time_left,
    format_to_go,
    margin_digits,
    parse_clock,
    parse_time,
    with_minutes,
    without_zeros,
)
from replay.race.units import Unit
from tests.together import together


@together(
    ("text", "seconds"),
    [
        ("55.91", 55.91),
        ("1:52.74", 112.74),
        ("0:59", 59.0),
        ("1:05:22", 3922.0),
        ("8:03,40", 483.4),
        ("100:00", 6000.0),
        ("1:59:59", 7199.0),
        ("123456.123456", 123456.123456),
        ("7", 7.0),
        ("277:46:40", 1e6),
        (" 56 ", 56.0),
        ("٣:٠٥", 185.0),
    ],
)
def test_times_are_read(text: str, seconds: float) -> None:
    assert parse_time(text) == pytest.approx(seconds)
    assert parse_clock(text) == parse_time(text)


@together(
    "text",
    [
        *("", "1:60", "1:2:3:4", "-3", "1:75:00", "3m20", "nan", "1e3", "99999999999", "5.", "1.2.3", "5.1234567"),
        *("1234567", "1:5.", "1:005", "1:060", "1:60:00", "277:46:41", "³"),
    ],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"time|seconds|minutes|longer"):
        parse_time(text)


@given(st.integers(0, 360_000_0))
def test_a_printed_time_reads_back(hundredths: int) -> None:
    assert round(parse_time(format_time(hundredths / 100)) * 100) == hundredths


def test_results_that_only_thousandths_part_are_told_in_thousandths() -> None:
    apart = {0.0: 2, 0.005: 3, 9.789 - 9.784: 3, 0.0096: 2, 0.01: 2, 3.41 - 3.40: 2, 12.345: 2, -0.004: 3}
    assert {seconds: margin_digits(seconds) for seconds in apart} == apart


def test_rounding_never_prints_sixty_seconds() -> None:
    assert format_time(59.996) == "1:00.00"
    assert format_time(3599.999, 1) == "1:00:00.0"


@together(
    ("seconds", "text", "clock"),
    [
        (240.0, "4:00", "4:00"),
        (240.0004, "4:00", "4:00"),
        (0.1 + 0.2, "0.3", "0:00.3"),
        (9.58, "9.58", "0:09.58"),
        (222.663, "3:42.663", "3:42.663"),
        (59.9996, "1:00", "1:00"),
        (7.0, "7", "0:07"),
        (3600.0, "1:00:00", "1:00:00"),
    ],
)
def test_what_is_worked_out_has_the_fewest_decimals_that_lose_nothing(seconds: float, text: str, clock: str) -> None:
    assert format_exact(seconds) == text
    assert with_minutes(text) == clock


def test_the_running_clock_cuts_and_always_has_minutes() -> None:
    assert format_clock(59.99) == "0:59.9"
    assert format_clock(9.05, 2) == "0:09.05"
    assert format_clock(0.0) == "0:00.0"
    assert format_clock(3723.456, 0) == "1:02:03"


def test_gaps_have_their_sign_and_distances_no_idle_digits() -> None:
    assert (format_gap(0.26, 2), format_gap(0.26)) == ("+0.26", "+0.3")
    assert format_distance(1609.344) == "1609.344 m"
    assert format_distance(400.0) == "400 m"


@together(
    ("seconds", "decimals", "gap"),
    [
        (0.0, 1, "+0.0"),
        (60.0, 1, "+1:00"),
        (59.94, 1, "+59.9"),
        (59.96, 1, "+1:00"),
        (62.4, 2, "+1:02"),
        (3599.6, 1, "+1:00:00"),
        (11_590.0, 1, "+3:13:10"),
        (-0.04, 1, "+0.0"),
        (-0.3, 1, "-0.3"),
        (-75.0, 1, "-1:15"),
    ],
)
def test_a_gap_from_a_minute_on_is_a_clock(seconds: float, decimals: int, gap: str) -> None:
    assert format_gap(seconds, decimals) == gap


@together(
    ("seconds", "decimals", "text"),
    [(0.26, 2, "0.26 s"), (12.0, 0, "12 s"), (59.7, 0, "1:00"), (2.5, None, "2.5 s"), (700.0, None, "11:40")],
)
def test_how_far_apart_has_its_unit_below_a_minute(seconds: float, decimals: int | None, text: str) -> None:
    assert format_apart(seconds, decimals) == text


@together(
    ("given", "shown"),
    [
        ("00:58:12", "58:12"),
        ("0:09.58", "9.58"),
        ("00:00.45", "0.45"),
        ("01:02:03", "1:02:03"),
        ("61:51", "1:01:51"),
        ("061:51.5", "1:01:51.5"),
        ("3:45.34", "3:45.34"),
        ("0.45", "0.45"),
        ("09.58", "9.58"),
        ("10:00", "10:00"),
        ("0", "0"),
    ],
)
def test_results_lose_the_zeros_that_lead_them(given: str, shown: str) -> None:
    assert without_zeros(given) == shown
    assert as_clock(given, parse_time(given)) == shown


@together(
    ("given", "shown"),
    [("483.53", "8:03.53"), ("60", "1:00"), ("59.9", "59.9"), ("61.1234", "1:01.123"), ("3601.5", "1:00:01.5")],
)
def test_plain_seconds_from_a_minute_on_are_shown_as_a_clock(given: str, shown: str) -> None:
    assert as_clock(given, parse_time(given)) == shown


def test_how_far_apart_has_a_tenth_if_nothing_is_said() -> None:
    assert format_apart(0.26) == "0.3 s"
    assert format_apart(60.0, None) == "1:00"


@together(("seconds", "text"), [(754.0, "12:34 to go"), (0.2, "1 to go"), (-3.0, "0 to go"), (3723.0, "1:02:03 to go")])
def test_what_is_left_of_an_hour_is_rounded_up_and_never_below_nothing(seconds: float, text: str) -> None:
    assert format_time_left(seconds) == text


@together(
    ("metres", "text"),
    [(18_517.04, "18517 m"), (99_999.9, "99999.9 m"), (100_000.0, "100 km"), (231_520.0, "231.52 km")],
)
def test_how_far_somebody_came_is_in_kilometres_from_a_hundred_on(metres: float, text: str) -> None:
    assert format_ran(metres) == text


def test_beside_who_came_a_hundred_kilometres_all_are_told_in_these() -> None:
    assert format_ran(80_467.2, 207_886.0) == "80.467 km"


@together(("rate", "text"), [(1.0, "1x"), (0.125, "1/8x"), (0.25, "1/4x"), (0.5, "1/2x"), (1.5, "1.5x"), (64.0, "64x")])
def test_speeds_are_written_as_people_write_them(rate: float, text: str) -> None:
    assert format_rate(rate) == text


@together(
    ("distance", "text"), [(10_000.0, "9000 m to go"), (10_001.0, "9.0 km to go"), (10_001.0 + 1e5, "109.0 km to go")]
)
def test_beyond_ten_kilometres_it_is_told_in_kilometres(distance: float, text: str) -> None:
    assert format_to_go(1000.0, distance) == text


@together(
    ("left", "unit", "text"),
    [
        (1000.0, Unit.KILOMETRES, "1.0 km to go"),
        (609.0, Unit.KILOMETRES, "609 m to go"),
        (60.0, Unit.KILOMETRES, "60 m to go"),
        (1609.344, Unit.MILES, "1.0 mi to go"),
        (100.0, Unit.MILES, "109 yd to go"),
    ],
)
def test_the_last_kilometre_is_told_in_metres_the_last_tenth_of_a_mile_in_yards(
    left: float, unit: Unit, text: str
) -> None:
    assert format_to_go(42_195.0 - left, 42_195.0, unit=unit) == text


def test_of_a_difference_as_many_decimals_are_known_as_of_the_coarser_time() -> None:
    assert [decimals_between(*texts) for texts in (("55.3", "1:51.12"), ("55", "1:51.1"), ("", "1:51"), ("", ""))] == [
        1,
        0,
        0,
        1,
    ]


@together("seconds", [9.99, 59.96, 167.78, 599.95, 3711.04, 2.3, 49.3])
def test_when_something_was_that_nobody_timed_is_told_as_the_clock_stands_then(seconds: float) -> None:
    assert format_clock(seconds) == with_minutes(format_instant(seconds))
    assert format_clock(seconds, 0) == with_minutes(format_instant(seconds, 0))
