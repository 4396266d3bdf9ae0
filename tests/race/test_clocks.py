"""A race by gun and by chip."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from replay.race.clocks import by_clock, clocks_of, placed_by_clock, start_of
from replay.race.race import Clock, Entry, Evidence, Fact, Race, Split, Status, Time
from replay.state.timeline import Timeline
from tests.builders import entry, race

TENTHS = st.integers(0, 36_000).map(lambda tenths: tenths / 10)


@st.composite
def starters(draw: st.DrawFn) -> Entry:
    """Somebody who runs 3000 m in 10 to 20 minutes from a start of his own."""
    took = draw(st.integers(600, 1200))
    text = f"{took // 60}:{took % 60:02}"
    start = draw(st.one_of(st.none(), TENTHS))
    return replace(entry("A", text, {1000.0: round(took / 3, 1)}), start=start)


races = st.lists(starters(), min_size=1, max_size=8).map(
    lambda entries: race(*entries, distance=3000.0, clock=Clock.NET)
)


def waves(**more: Any) -> Race:  # noqa: ANN401
    """Two who start ten minutes apart; the later one is the quicker."""
    first, second = entry("Ada", "30:00", {5000.0: "15:00"}), entry("Bea", "29:30", {5000.0: "14:30"})
    runners = replace(first, start=0.0, place=1), replace(second, start=600.0, place=2)
    return race(*runners, distance=10_000.0, clock=Clock.NET, **more)


def test_a_race_has_the_other_clock_where_somebody_starts_later() -> None:
    assert clocks_of(waves()) == (Clock.NET, Clock.GUN)
    assert clocks_of(race(entry("Ada", 240.0))) == (Clock.GUN,)
    assert clocks_of(race(replace(entry("Ada", 240.0), start=0.0))) == (Clock.GUN,)
    late = entry("Bea", start=9.0)
    for one in (replace(late, status=Status.DNS), replace(late, ghost="--vs other:Bea")):
        assert clocks_of(race(entry("Ada", 240.0), one)) == (Clock.GUN,)


def test_a_race_that_has_no_other_clock_stays_as_it_is() -> None:
    one = race(entry("Ada", 240.0))
    assert by_clock(one, Clock.NET) is one
    assert by_clock(one, Clock.GUN) is one


def test_a_ghost_starts_when_it_does_and_a_runner_never_before_the_gun() -> None:
    early, late = replace(entry("Ada", 240.0), start=-5.0), replace(entry("Bea", 240.0), start=7.0)
    for one, gun, net in ((early, 0.0, 0.0), (late, 7.0, 0.0)):
        assert (start_of(race(one), one), start_of(race(one, clock=Clock.NET), one)) == (gun, net)
        ghost = replace(one, ghost="--vs other:Ada")
        assert start_of(race(ghost), ghost) == start_of(race(ghost, clock=Clock.NET), ghost) == one.start


def test_a_split_at_the_start_or_before_it_is_none() -> None:
    late = replace(entry("Bea", 1240.0, {100.0: 590.0, 200.0: 600.0, 300.0: 601.0}), start=600.0)
    assert [split.distance for split in by_clock(race(late), Clock.NET).entries[0].splits] == [300.0]


def test_times_move_by_the_start_and_keep_their_digits() -> None:
    moved = by_clock(waves(), Clock.GUN).entries[1]
    assert moved.result == Time(2370.0, Evidence.MEASURED, "39:30")
    assert moved.splits == (Split(5000.0, Time(1470.0, Evidence.MEASURED, "24:30")),)


@given(races)
def test_there_and_back_is_the_same_race(one: Race) -> None:
    other = by_clock(one, Clock.GUN)
    back = by_clock(other, Clock.NET)
    for before, after in zip(one.entries, back.entries, strict=True):
        if before.start is not None:
            assert after == before


@given(races)
def test_a_time_whose_start_nobody_knows_is_an_estimate_on_the_other_clock(one: Race) -> None:
    for before, after in zip(one.entries, by_clock(one, Clock.GUN).entries, strict=True):
        assert after.result is not None
        assert before.result is not None
        if before.start is None and len(clocks_of(one)) > 1:
            assert (after.result.seconds, after.result.evidence) == (before.result.seconds, Evidence.ESTIMATED)


@given(races, st.floats(0, 1200))
def test_everybody_runs_by_the_gun_as_by_the_chip_so_much_later(one: Race, t: float) -> None:
    chip, gun = Timeline(one), Timeline(by_clock(one, Clock.GUN))
    for i, runner in enumerate(one.entries):
        ahead = chip.motion.distance_at(i, t)
        later = gun.motion.distance_at(i, t + (runner.start or 0.0))
        assert ahead is not None
        assert later is not None
        assert abs(ahead - later) < 1e-3


def test_leaders_and_gaps_are_those_of_the_clock() -> None:
    chip, gun = Timeline(waves()), Timeline(by_clock(waves(), Clock.GUN))
    leader, second = chip.at(900.0).standings
    assert (leader.entry, second.entry) == (1, 0)
    assert second.gap is not None
    assert 20 < second.gap < 40
    leader, second = gun.at(900.0).standings
    assert (leader.entry, second.entry) == (0, 1)
    assert second.gap is not None
    assert second.gap > 300
    assert gun.at(599.0).standings[1].distance == 0.0
    assert gun.at(599.0).standings[1].speed == 0.0


def test_official_places_hold_on_the_clock_they_were_given_by() -> None:
    chip, gun = Timeline(waves()), Timeline(by_clock(waves(), Clock.GUN))
    assert [(runner.entry, runner.place) for runner in chip.at(3000.0).standings] == [(1, 1), (0, 2)]
    assert [(runner.entry, runner.place) for runner in gun.at(3000.0).standings] == [(0, 1), (1, 2)]
    assert chip.given.entries[0].place == 1
    assert placed_by_clock(gun.race) is gun.race


def test_what_reports_tell_of_the_order_stays_with_its_clock() -> None:
    told = waves(facts=(Fact(at=5000.0, leader=0),))
    assert by_clock(told, Clock.GUN).facts == ()
    assert by_clock(told, Clock.NET).facts == told.facts
