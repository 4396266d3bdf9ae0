"""Events in the words of titles."""

import pytest

from replay.race.events import (
    RaceForDistance,
    event_in,
    event_metres,
    event_seconds,
    events_in,
    is_cross_country,
    is_for_distance,
    is_workout,
    read_amount,
    relay_legs,
)
from tests.together import together


@together(
    ("title", "metres"),
    [
        ("Men’s two miles", 3218.688),
        ("results_two-mile_women", 3218.688),
        ("The half mile", 804.672),
        ("440 yards", 402.336),
        ("21 km", 21_097.5),
        ("21.1 km", 21_097.5),
        ("42 km", 42_195.0),
        ("42.2 km", 42_195.0),
        ("13.1 miles", 21_097.5),
        ("26.2 miles", 42_195.0),
        ("21098 m", 21_097.5),
        ("21097m", 21_097.5),
        ("Halbmarathon der Männer", 21_097.5),
        ("Półmaraton kobiet", 21_097.5),
        ("Ten miles of the city", 16_093.44),
        ("One mile road race", 1609.344),
        ("City half marathon", 21_097.5),
        ("5 kilometer road race", 5000.0),
        ("Bushy parkrun", 5000.0),
        ("Alder junior parkrun #12", 2000.0),
    ],
)
def test_numbers_may_be_words(title: str, metres: float) -> None:
    event = event_in(title)
    assert event is not None
    assert event_metres(event) == pytest.approx(metres)


def test_half_a_mile_is_no_half_marathon() -> None:
    assert event_metres("half mile") == pytest.approx(804.672)


@together(
    ("text", "whole", "part"),
    [
        ("100", 100.0, 100.0),
        ("10.000", 10_000.0, 10.0),
        ("1,500", 1500.0, 1.5),
        ("42.195", 42_195.0, 42.195),
        ("21,0975", 21.0975, 21.0975),
        ("1 500", 1500.0, 1500.0),
        ("12'500", 12_500.0, 12_500.0),
        ("1.234.567", 1_234_567.0, 1_234_567.0),
        ("1.234,5", 1234.5, 1234.5),
        ("1,234.5", 1234.5, 1234.5),
    ],
)
def test_three_digits_behind_a_sign_are_thousands_of_metres_and_parts_of_kilometres(
    text: str, whole: float, part: float
) -> None:
    assert (read_amount(text), read_amount(text, whole=False)) == (whole, part)


@together("text", ["1.2.3", "12 34", "1,23,456", "1234,567,890"])
def test_groups_that_are_of_no_number_are_none(text: str) -> None:
    with pytest.raises(ValueError, match="is no number"):
        read_amount(text)


@together(
    ("event", "hours"),
    [
        ("hour", 1.0),
        ("1h", 1.0),
        ("Stundenlauf", 1.0),
        ("6 hours", 6.0),
        ("twelve hours", 12.0),
        ("2 days", 48.0),
        ("day", None),
        ("h", None),
        ("49h", 49.0),
        ("50h", None),  # hurdles
        ("110h", None),
        ("mile", None),
    ],
)
def test_a_race_for_distance_is_named_by_its_time(event: str, hours: float | None) -> None:
    assert event_seconds(event) == (hours and hours * 3600)
    assert is_for_distance(event) == (hours is not None)


@together(
    ("text", "seconds"),
    [("12 min", 720.0), ("30 minutes", 1800.0), ("45 Minuten", 2700.0), ("0 min", None), ("min", None)],
)
def test_a_race_may_be_of_minutes(text: str, seconds: float | None) -> None:
    assert event_seconds(text) == seconds
    assert not is_for_distance(text), "a few minutes may be anything, unless somebody says that they are the event"


def test_a_backyard_race_is_one_for_distance_of_which_nobody_knows_the_hours() -> None:
    assert is_for_distance("Backyard Ultra")
    for event in ("Backyard Ultra", "24h"):
        with pytest.raises(RaceForDistance):
            event_metres(event)
    assert event_seconds("Backyard Ultra") is None


def test_every_event_that_a_title_may_speak_of() -> None:
    assert list(events_in("1500m indoor (200m laps)")) == ["1500m", "200m"]
    assert [event_metres(event) for event in events_in("4x400m relay")] == [1600.0], "its legs are no event"
    assert (event_metres("2x2x800 m"), relay_legs("2x2x800 m")) == (3200.0, 4)
    assert event_in("uitslagen 10 EM") == "10 em"
    assert event_metres("10 EM") == pytest.approx(16093.44)
    assert event_in("mezza di primavera") == "mezza"
    assert event_in("Men's 3000 Steeplechase - Finals") == "3000 m steeplechase"
    assert event_in("Women 400 Hurdles") == "400 m hurdles"
    bare = ("Men's 800 Run Finals", "Women's 1500 Heat 2", "Men 10,000 (TF-5)", "U18 800", "Results 2024 Men")
    assert [event_in(text) for text in bare] == ["800 m", "1500 m", "10,000 m", "800 m", None]
    assert event_metres(event_in("Boys Distance Medley Relay") or "") == 4000.0


@together(
    ("text", "beside", "metres"),
    [
        ("Trail des Crêtes - 42 km / 2300 D+", "", [42_000]),
        ("42 km", "Sky race Elm", [42_000]),
        ("Berglauf 21km", "", [21_000]),
        ("Trail marathon 42 km", "", [42_195, 42_195]),
        ("Elm City 42k", "", [42_195]),
        ("Trail 42.2 km", "", [42_195]),
    ],
)
def test_forty_two_kilometres_of_trails_are_no_marathon(text: str, beside: str, metres: list[float]) -> None:
    assert [event_metres(event) for event in events_in(text, beside)] == metres


def test_a_few_men_are_no_few_metres() -> None:
    assert list(events_in("Finisher: 5 (4 M, 1 F)")) == []


@together(
    ("title", "workout"),
    [
        ("Thursday workout - 6 x 800 @ 3k pace", True),
        ("12 x 400m, 200 jog", True),
        ("4x400 m relay", False),
        ("Boys 4 x 800 @ Elm Relays", False),
    ],
)
def test_repetitions_are_no_relay(title: str, workout: bool) -> None:
    assert is_workout(title) is workout


def test_a_mile_may_stand_before_its_number() -> None:
    assert [event_metres(event) for event in events_in("Finish (Mile 100.2)")] == [pytest.approx(161_256.2688)]
    assert [event_metres(event) for event in events_in("2 Mile 12")] == [pytest.approx(3218.688)]


@together(
    ("title", "across"),
    [
        ("Conference XC Championships", True),
        ("Cross de la Vallée", True),
        ("Biegi Przełajowe, szkoły", True),
        ("Veldloop Elm", True),
        ("Corsa campestre di Olmo", True),
        ("Terränglöpning", True),
        ("Crossley Road 5 km", False),
        ("Men 5000 m", False),
    ],
)
def test_a_title_says_that_a_race_is_run_across_fields(title: str, across: bool) -> None:
    assert is_cross_country(title) is across


def test_a_class_of_ages_is_no_event_and_a_capital_m_behind_few_is_of_miles() -> None:
    classes = ("Category: Men 60-69", "Men 60+", "M60-64", "Männer 60 – 69 Jahre", "Ages 60-64", "U18 M", "Race 12 M")
    assert [event_in(text) for text in classes] == [None] * len(classes)
    events = ("Men 60", "Men 400", "Oakham 5M 2031", "800m Men 35-39", "100M", "20-29 km", "Trail 10-14 mi")
    assert [round(event_metres(event_in(text) or "")) for text in events] == [60, 400, 8047, 800, 100, 29000, 22531]


@together(
    ("text", "events"),
    [
        ("Heat 2 800m", ["800m", "2 800m"]),
        ("Serie 4 200 m", ["200m", "4 200m"]),
        ("Day 2 100 mi", ["100mi"]),
        ("1 600 m naiset", ["1 600m", "600m"]),
        ("1 500 m naiset", ["1 500m"]),
        ("10 000 m", ["10 000m"]),
    ],
)
def test_a_number_before_a_distance_may_count_something_else(text: str, events: list[str]) -> None:
    assert list(events_in(text)) == events
