"""What no runner can have done, and what is said of it."""

import pytest

from replay.race.limits import can_finish, fewest_seconds, is_on_wheels, is_possible, rising_splits, sound_splits
from replay.race.race import Split
from tests.builders import splits, time
from tests.together import together


@together(
    ("metres", "running", "standing"),
    [
        (5.0, 0.405, 0.915),
        (10.0, 0.81, 1.83),
        (55.0, 4.73, 5.889),  # halfway between two that are known
        (60.0, 5.165556, 6.34),
        (100.0, 8.65, 9.58),
        (150.0, 13.625, 14.09),
        (200.0, 18.6, 18.6),
        (400.0, 42.94, 42.94),
        (300.0, 30.77, 30.77),
        (600.0, 71.925, 71.925),
        (900.0, 116.435, 116.435),
        (1300.0, 176.61457, 176.61457),
        (1000.0, 131.96, 131.96),
        (1609.344, 222.66, 222.66),
        (4000.0, 596.455, 596.455),
        (7500.0, 1163.18, 1163.18),
        (15_000.0, 2395.960577, 2395.960577),
        (30_000.0, 5019.408816, 5019.408816),
        (42_195.0, 7235.0, 7235.0),
        (84_390.0, 14_470.0, 14_470.0),
    ],
)
def test_the_fewest_seconds_are_those_of_records_and_between_them_in_proportion(
    metres: float, running: float, standing: float
) -> None:
    assert fewest_seconds(metres) * 1.05 == pytest.approx(running, abs=1e-4)
    assert fewest_seconds(metres, standing=True) * 1.05 == pytest.approx(standing, abs=1e-4)


def test_a_result_is_possible_within_what_its_last_digit_leaves_open() -> None:
    least = fewest_seconds(1500.0, standing=True)
    assert [is_possible(time(seconds), 1500.0) for seconds in (0.0, least - 0.01, least)] == [False, False, True]
    assert [is_possible(time(text), 100.0) for text in ("9.1", "9.02", "9.2")] == [True, False, True]  # 9.124
    split = Split(1400.0, time(200.0))
    assert [can_finish(Split(1400.0, time("3:20")), time(text), 1500.0) for text in ("3:26", "3:27")] == [False, True]
    last = fewest_seconds(100.0)
    assert [can_finish(split, time(200.0 + took), 1500.0) for took in (-1.0, last - 0.01, last)] == [False, False, True]


@together(
    ("at", "result", "dropped"),
    [
        ({400: "56", 800: "1:52"}, "3:30", []),
        ({400: "56", 800: "50"}, "3:30", [(800, "is not later than 56.00 at 400 m")]),
        ({400: "1:52", 800: "1:52", 1200: "2:48"}, None, [(400, "is not earlier than 1:52.00 at 800 m")]),
        ({400: "56", 800: "56"}, None, [(800, "is not later than 56.00 at 400 m")]),
        ({400: "56", 800: "4:00"}, "3:30", [(800, "is not earlier than 3:30.00 at 1500 m")]),
        ({400: "56", 800: "1:20"}, "3:30", [(800, "would need 400 m in 24.00, which no human has run")]),
        ({400: "56", 800: "3:29"}, "3:30", [(800, "would need 700 m in 1.00, which no human has run")]),
        ({400: "20", 800: "1:52"}, None, [(400, "would need 400 m in 20.00, which no human has run")]),
        ({400: "56", 800: "50", 1200: "2:48"}, None, [(800, "is not later than 56.00 at 400 m")]),
        ({400: "9:00", 800: "1:52", 1200: "2:48"}, None, [(400, "is not earlier than 1:52.00 at 800 m")]),
        ({400: "56", 800: "1:52"}, "20", []),  # of what nobody has run the splits are none
    ],
)
def test_what_nobody_can_have_run_is_left_out_and_why_is_said(
    at: dict[float, float | str], result: str | None, dropped: list[tuple[float, str]]
) -> None:
    every = splits(at)
    kept, left = sound_splits(every, time(result) if result else None, 1500.0)
    told = [(split.distance, reason) for split, reason in left]
    assert told == dropped
    assert list(kept) == [split for split in every if split.distance not in {far for far, _ in dropped}]


def test_what_is_doubtful_is_judged_by_nobody() -> None:
    every = (Split(400.0, time("20", doubtful=True)), Split(800.0, time("1:52")))
    assert sound_splits(every, time("20", doubtful=True), 1500.0) == (every, [])


@together(
    ("finish", "at", "wheels"),
    [
        ("1:25:00", {21_097.5: "42:30"}, True),
        ("1:25:00", {}, True),
        ("2:10:00", {21_097.5: "1:05:00"}, False),  # a runner
        ("50:00", {21_097.5: "25:00"}, True),  # on a bicycle
        ("44:00", {21_097.5: "22:00"}, False),  # nobody
        ("1:25:00", {21_097.5: "31:00"}, False),  # 0.73 of the pace
        ("1:25:00", {21_097.5: "32:30"}, True),  # 0.76
        ("1:25:00", {21_097.5: "56:00"}, True),  # 1.32
        ("1:25:00", {21_097.5: "57:00"}, False),  # 1.34
        (None, {21_097.5: "42:30"}, False),
    ],
)
def test_who_is_quicker_than_any_human_throughout_is_on_wheels(
    finish: str | None, at: dict[float, float | str], wheels: bool
) -> None:
    assert is_on_wheels(splits(at), time(finish) if finish else None, 42_195.0) == wheels


def test_of_those_on_wheels_times_only_have_to_rise() -> None:
    every = splits({5000: "9:00", 10_000: "9:00", 20_000: "40:00", 30_000: "1:25:00", 40_000: "1:20:00"})
    kept, dropped = rising_splits(every, time("1:25:00"))
    assert [split.distance for split in kept] == [5000.0, 20_000.0, 40_000.0]
    assert [(split.distance, reason) for split, reason in dropped] == [
        (10_000.0, "is not later than 9:00 at 5000 m"),
        (30_000.0, "is not earlier than the result 1:25:00"),
    ]
    assert rising_splits(every[:1], None) == (every[:1], [])
