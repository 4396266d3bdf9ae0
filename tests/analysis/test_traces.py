"""The race as lines over the distance."""

import math
from dataclasses import replace
from pathlib import Path

import pytest

from replay.analysis.reference import LEADER, MEAN, Means, Reference, ordered_from
from replay.analysis.traces import Samples, samples_at
from replay.files.formats import read_race
from replay.race.order import STRAIGHT, first_missing
from replay.race.pacelights import target
from replay.race.race import Role, Status
from replay.state import timeline_of
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.places import RACES
from tests.together import together

FILES = sorted(RACES.glob("*.yaml"))
every_race = together("path", FILES)

ANN, BEA = entry("Ann", 120.0, {400: 59.0}), entry("Bea", 122.0, {400: 58.0})
TWO = Samples(Timeline(race(ANN, BEA, distance=800.0)), 8)


def test_a_trace_is_behind_whoever_was_first_at_each_distance() -> None:
    ann, bea = TWO.behind([0, 1], 200.0)
    assert (ann.values[3], bea.values[3]) == (1.0, 0.0)
    assert (ann.values[7], bea.values[7]) == (0.0, 2.0)


def test_a_trace_may_be_to_one_of_them() -> None:
    ann, bea = TWO.behind([0, 1], 200.0, Reference(entry=1))
    assert set(bea.values) == {0.0}
    assert (ann.values[3], ann.values[7]) == (1.0, -2.0)


def test_a_trace_may_be_to_an_even_pace_which_is_known_all_the_way() -> None:
    ann, bea = TWO.behind([0, 1], 60.0, Reference(light=target("2:00")))
    assert (ann.values[3], bea.values[3]) == (-1.0, -2.0)
    assert math.isnan(ann.values[7])
    assert TWO.behind([0, 1], 200.0, Reference(light=target("2:00")))[1].values[7] == 2.0


def test_a_trace_may_be_to_the_mean_where_everybody_has_been() -> None:
    ann, bea = TWO.behind([0, 1], 200.0, MEAN)
    assert (ann.values[3], bea.values[3]) == (0.5, -0.5)
    ann, bea = TWO.behind([0, 1], 58.5, MEAN)
    assert math.isnan(bea.values[3]), "Ann has not been there"
    assert bea.values[2] < 0 < ann.values[2]


def test_a_guest_is_shown_and_sets_nothing() -> None:
    guest = entry("Old", 110.0, role=Role.GUEST)
    samples = Samples(Timeline(race(ANN, guest, distance=800.0)), 8)
    ann, old = samples.behind([0, 1], 200.0)
    assert ann.values[7] == 0.0
    assert old.values[7] == -10.0
    assert samples.behind([0, 1], 200.0, MEAN)[0].values[7] == 0.0
    assert [trace.entry for trace in samples.places([0, 1], 200.0)] == [0]


def test_places_and_speeds_are_those_at_the_distance() -> None:
    assert [trace.values[3] for trace in TWO.places([0, 1], 200.0)] == [2.0, 1.0]
    assert [trace.values[7] for trace in TWO.places([0, 1], 200.0)] == [1.0, 2.0]
    last = TWO.speeds([0], 200.0)[0].values[-1]
    assert 5.0 < last < 8.0


@every_race
@together("share", [0.0, 0.3, 0.8, 1.0])
def test_no_line_knows_what_is_to_come(path: Path, share: float) -> None:
    timeline = timeline_of(read_race(path)[0])
    samples = Samples(timeline, 60)
    t = timeline.duration * share
    entries = list(range(len(timeline.race.entries)))
    behind = (samples.behind(entries, t, to) for to in (LEADER, MEAN, Reference(light=target("1:00"))))
    for traces in (*behind, samples.places(entries, t), samples.speeds(entries, t)):
        for trace in traces:
            run = timeline.motion.distance_at(trace.entry, t)
            reached = [d for d, value in zip(samples.distances, trace.values, strict=True) if value == value]
            assert (
                not reached
                or (run is not None and reached[-1] <= run + 1e-3)
                or t >= (timeline.motion.end(trace.entry) or math.inf)
            )
            assert trace.last == len(reached) - 1 or trace.last >= len(reached) - 1


@every_race
def test_at_each_distance_the_places_of_those_who_passed_are_1_to_n(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    samples = Samples(timeline, 40)
    traces = samples.places(list(range(len(timeline.race.entries))), timeline.duration)
    for distance, column in zip(samples.distances, zip(*(trace.values for trace in traces), strict=True), strict=True):
        if distance > timeline.race.distance - STRAIGHT and first_missing(timeline.race) < math.inf:
            continue  # who is missing has a place, too
        places = sorted(place for place in column if place == place)
        assert all(place == 1 + sum(other < place for other in places) for place in places)


def test_samples_may_begin_later_and_say_the_same() -> None:
    timeline = Timeline(race(ANN, BEA, distance=800.0))
    whole, late = Samples(timeline, 80), Samples(timeline, 40, since=400.0)
    assert late.distances == pytest.approx(whole.distances[40:])
    for ways in (Samples.behind, Samples.places, Samples.speeds):
        all_of_it, last = ways(whole, [0, 1], 200.0), ways(late, [0, 1], 200.0)
        for one, other in zip(all_of_it, last, strict=True):
            assert other.values == pytest.approx(one.values[40:])


def test_where_samples_begin_a_speed_is_known_already() -> None:
    late = Samples(Timeline(race(ANN, BEA, distance=800.0)), 40, since=400.0)
    assert not any(math.isnan(value) for value in late.speeds([0], 200.0)[0].values)


def test_one_sample_is_exactly_where_it_is_asked_for() -> None:
    timeline = Timeline(race(ANN, BEA, distance=800.0))
    one = samples_at(timeline, 400.0)
    assert one.distances == (400.0,)
    assert [trace.values for trace in one.behind([0, 1], 200.0)] == [(1.0,), (0.0,)]
    fine = Samples(timeline, 80)
    assert one.speeds([0], 200.0)[0].values[0] == pytest.approx(fine.speeds([0], 200.0)[0].values[39])
    assert samples_at(timeline, 100.0).behind([0, 1], 200.0)[0].values[0] < 1.0
    assert math.isnan(samples_at(timeline, 3.0).behind([0, 1], 200.0)[0].values[0]), "they fall into line yet"


def test_metres_behind_are_those_that_part_them_when_each_is_there() -> None:
    timeline = Timeline(race(ANN, BEA, distance=800.0))
    samples = Samples(timeline, 80)
    for reference, ahead in ((LEADER, None), (Reference(entry=0), 0), (Reference(entry=1), 1)):
        for trace in samples.metres_behind([0, 1], 200.0, reference):
            times = samples.times(trace.entry)
            for distance, time, metres in zip(samples.distances, times, trace.values, strict=True):
                runs = [timeline.motion.distance_at(at, time) for at in ((0, 1) if ahead is None else (ahead,))]
                furthest = max(run for run in runs if run is not None)
                if distance < ordered_from(timeline):
                    assert math.isnan(metres), "the order is not known"
                elif furthest < 800.0 and distance > 10.0:
                    assert metres == pytest.approx(furthest - distance, abs=0.1)
                elif distance > 10.0 and furthest > 800.0:
                    assert math.isnan(metres), "the reference is home"


def test_metres_are_told_to_a_pace_and_to_the_mean_too() -> None:
    light = Reference(light=target("2:00"))
    ann = TWO.metres_behind([0, 1], 200.0, light)[0]
    assert ann.values[3] == pytest.approx(800.0 / 120.0 * TWO.times(0)[3] - 400.0)
    mean = TWO.metres_behind([0, 1], 200.0, MEAN)
    assert sum(trace.values[3] for trace in mean) == pytest.approx(0.0, abs=0.5)


@every_race
def test_metres_know_nothing_of_what_is_to_come_and_nobody_is_ahead_of_the_first(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    samples, t = Samples(timeline, 60), timeline.duration * 0.6
    everybody = list(range(len(timeline.race.entries)))
    for trace in samples.metres_behind(everybody, t):
        run = timeline.motion.distance_at(trace.entry, t)
        reached = [d for d, value in zip(samples.distances, trace.values, strict=True) if value == value]
        assert (
            not reached
            or (run is not None and reached[-1] <= run + 1e-3)
            or (timeline.motion.end(trace.entry) or 0.0) <= t
        )
        assert timeline.race.entries[trace.entry].role is not None or all(
            value > -1.5 for value in trace.values if value == value
        )


def test_a_mean_of_a_large_field_is_all_but_that_of_each_sample() -> None:
    field = race(*(entry(f"Runner {at}", 300.0 + at, {800: 150.0 + at}) for at in range(250)), distance=1500.0)
    timeline = timeline_of(field)
    samples, means = Samples(timeline, 60), Means(timeline)
    gaps = samples.behind([0], 1e6, MEAN)[0].values
    for distance, time, gap in zip(samples.distances, samples.times(0), gaps, strict=True):
        assert time - gap == pytest.approx(means.at(distance).seconds, abs=0.5)


def test_who_is_level_shares_a_place() -> None:
    cat = entry("Cat", 120.03, {400: 59.02})
    samples = Samples(Timeline(race(ANN, BEA, cat, distance=800.0)), 8)
    assert [trace.values[3] for trace in samples.places([0, 1, 2], 200.0)] == [2.0, 1.0, 2.0]


def test_a_ghost_is_between_places_and_takes_nobodys() -> None:
    ghost = replace(entry("Old", 121.0, {400: 58.5}, role=Role.GUEST), ghost="--vs old:Old")
    ann, bea, old = Samples(Timeline(race(ANN, BEA, ghost, distance=800.0)), 8).places([0, 1, 2], 200.0)
    assert [ann.values[3], bea.values[3], old.values[3]] == [2.0, 1.0, 1.5]
    assert old.values[7] == 1.5


def test_at_the_finish_places_are_those_of_the_result_however_close_it_was() -> None:
    close = [
        replace(entry("Ann", 100.00, {}), place=1),
        replace(entry("Bea", 100.02, {}), place=3),
        replace(entry("Cia", 100.02, {}), place=2),
        replace(entry("Dot", 100.03, {}), place=4),
    ]
    samples = samples_at(Timeline(race(*close, distance=800.0)), 800.0)
    assert [trace.values[-1] for trace in samples.places([0, 1, 2, 3], 200.0)] == [1, 3, 2, 4]
    unplaced = samples_at(Timeline(race(*(replace(one, place=None) for one in close), distance=800.0)), 800.0)
    assert [trace.values[-1] for trace in unplaced.places([0, 1, 2, 3], 200.0)] == [1, 2, 2, 4]


def test_near_the_end_nobody_has_a_place_behind_the_first_who_is_in_no_list() -> None:
    told = replace(entry("Ann", 100.0, {}), place=1), replace(entry("Bea", 104.0, {}), place=5)
    lost = entry("Cia", None, {400: 51.0, 700: 90.0}, status=Status.UNKNOWN)
    ann, bea, cia = Samples(Timeline(race(*told, lost, distance=800.0)), 8).places([0, 1, 2], 200.0)
    assert [ann.values[-1], bea.values[-1]] == [1.0, 5.0]
    assert not math.isnan(cia.values[5])
    assert math.isnan(cia.values[-1])
