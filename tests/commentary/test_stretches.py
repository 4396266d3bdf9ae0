"""What is told from one mark of a long race to the next."""

import re

from replay.commentary import Call, call_race
from replay.race.race import Course, Race, Surface
from replay.race.track.road import in_units
from replay.race.units import Unit
from replay.state import timeline_of
from tests.builders import entry, race

MINUTES = {
    "Ash": ("15:00", "30:00", "45:00", "63:00"),
    "Birch": ("15:02", "30:20", "45:50", "64:10"),
    "Cedar": ("15:04", "30:40", "46:30", "66:00"),
    "Dale": ("15:06", "31:00", "46:20", "65:00"),
    "Elm": ("15:40", "30:10", "45:20", "63:30"),
    "Fern": ("15:50", "31:40", "47:30", "67:00"),
}
"""Times at 5, 10 and 15 km, and at the finish."""


def half() -> Race:
    """A half marathon of six, timed every 5 km."""
    entries = (
        entry(f"Ann {name}", times[-1], dict(zip((5000.0, 10_000.0, 15_000.0), times, strict=False)))
        for name, times in MINUTES.items()
    )
    return race(*entries, distance=21_097.5, course=Course(Surface.ROAD))


def told() -> list[Call]:
    return [call for call in call_race(timeline_of(half())) if call.form]


def test_a_group_a_change_of_a_gap_and_who_came_up_are_told_before_the_next_mark() -> None:
    said = {call.form.split("/")[0]: call for call in told()}
    assert {"group at", "gap since", "stretch"} <= set(said)
    (up,) = [call for call in told() if call.form.startswith("up since")]
    assert up.entries == (4,)
    assert "fifth" in up.text.lower()
    assert "second at 10 km" in up.text


def test_a_group_is_told_with_all_of_it_and_the_gap_behind() -> None:
    (group,) = [call for call in told() if call.form.startswith("group at")]
    assert all(name in group.text for name in ("Ash", "Birch", "Cedar", "Dale"))
    assert "four" in group.text.lower()
    assert "34.0 s" in group.text
    assert "Elm" in group.text


def test_what_is_told_of_a_mark_is_told_after_it_and_before_the_next() -> None:
    ends = {"5 km": (900, 1800), "10 km": (1800, 2700), "15 km": (2700, 3780)}
    for call in told():
        if call.form.startswith(("group at", "clear at", "gap since", "up since", "down since", "fastest", "stretch")):
            marks = re.findall(r"\b(?:5|10|15) km\b", call.text)
            last = max((mark for mark in marks if mark in ends), key=lambda mark: ends[mark][0])
            first, until = ends[last if not call.form.startswith("stretch") else marks[-1]]
            assert first < call.time < until, call


def test_on_a_track_what_a_mark_said_is_told_soon_after_it_or_never() -> None:
    # Each loses something to the one before at every mark, and two change places.
    late = {"Ash": 0.0, "Birch": 0.3, "Cedar": 0.9, "Dale": 2.5, "Elm": 3.0, "Fern": 4.0}
    at = {
        name: {1000.0 * k: 160.0 * k + by * (k if name != "Fern" else 5 - k) for k in range(1, 5)}
        for name, by in late.items()
    }
    runners = [entry(f"Ann {name}", 800.0 + 5 * by, {**at[name]}) for name, by in late.items()]
    forms = ("group at", "clear at", "gap since", "up since", "down since", "fastest since", "stretch")
    found = 0
    for call in call_race(timeline_of(race(*runners, distance=5000.0))):
        if call.form.split("/")[0] in forms:
            found += 1
            mark = max(float(k) for k in re.findall(r"\b([1-4]000) m\b", call.text))
            named = [at[list(late)[one]][mark] for one in call.entries] or [at["Ash"][mark]]
            assert max(named) < call.time <= max(named) + 15, call
    assert found > 1


def test_numbers_of_measured_times_have_no_tilde() -> None:
    for call in told():
        if call.form.startswith(("group at", "clear at", "gap since", "stretch", "fastest")):
            assert "~" not in call.text


def test_a_road_is_not_counted_down_where_times_say_more() -> None:
    lines = told()
    assert sum(call.form.startswith("countdown") for call in lines) <= len(lines) / 20


def test_a_road_that_is_counted_in_miles_is_told_in_miles() -> None:
    for call in call_race(timeline_of(in_units(half(), Unit.MILES))):
        assert not re.search(r"\bkm\b|kilometre|(?<![\d.~])\d{4,} m\b", call.text), call
