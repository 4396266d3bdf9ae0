import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.race.race import Course, Entry, Evidence, Race, Role, Split, Status, Stopped, Surface, When, WhenKind
from replay.state.timeline import LapTime, RunnerState, Timeline
from tests.builders import entry, london, race, time
from tests.depth import examples
from tests.together import together


def names(timeline: Timeline, t: float) -> list[str]:
    return [timeline.race.entries[runner.entry].name for runner in timeline.at(t).standings]


def places(timeline: Timeline, t: float) -> dict[str, int | None]:
    return {timeline.race.entries[runner.entry].name: runner.place for runner in timeline.at(t).standings}


def one(timeline: Timeline, name: str, t: float) -> RunnerState:
    return next(r for r in timeline.at(t).standings if timeline.race.entries[r.entry].name == name)


@st.composite
def fields(draw: st.DrawFn) -> Race:
    """A few runners of every status with splits at 400 m and 1000 m."""
    entries = []
    for k in range(draw(st.integers(1, 7))):
        pace = draw(st.integers(100, 180)) / 1000
        at: dict[float, float | str] = {400: 400 * pace, 1000: 1000 * pace + draw(st.integers(0, 20))}
        status = draw(st.sampled_from([Status.FINISHED] * 4 + list(Status)))
        result = 1500 * pace + 30 if status in (Status.FINISHED, Status.DQ) else None
        role = draw(st.sampled_from([None, None, None, Role.GUEST, Role.PACEMAKER]))
        stopped = draw(st.sampled_from([None, Stopped(after=1000, by=1200)]))
        entries.append(entry(f"R{k}", result, at, status=status, role=role, stopped=stopped))
    return race(*entries)


@given(fields(), st.lists(st.floats(0, 320), min_size=1, max_size=6))
def test_the_state_at_a_time_is_the_same_however_often_and_in_whatever_order_it_is_asked(
    field: Race, times: list[float]
) -> None:
    timeline = Timeline(field)
    forwards = [timeline.at(t) for t in times]
    backwards = [timeline.at(t) for t in reversed(times)]
    assert forwards == backwards[::-1]
    assert forwards == [Timeline(field).at(t) for t in times]


@given(fields(), st.floats(0, 320))
def test_places_count_up_with_ties_sharing_one(field: Race, t: float) -> None:
    placed = [r for r in Timeline(field).at(t).standings if r.place is not None]
    for rank, runner in enumerate(placed, start=1):
        assert runner.place is not None
        ahead = placed[runner.place - 1] if runner.place <= len(placed) else None
        assert runner.place <= rank
        assert ahead is not None
        assert ahead.place == runner.place
        if runner.status == "running":
            assert ahead.distance == pytest.approx(runner.distance, abs=0.001)
        else:
            assert ahead.result == runner.result


@given(fields(), st.floats(0, 320))
def test_gaps_are_never_negative_and_grow_down_the_standings(field: Race, t: float) -> None:
    state = Timeline(field).at(t)
    gaps = [r.gap for r in state.standings if r.place is not None and r.status == "running"]
    assert all(gap is not None and gap >= 0 for gap in gaps)
    if not any(r.status == "finished" for r in state.standings):
        assert gaps == sorted(gaps, key=lambda gap: gap or 0.0)
    metres = [r.gap_metres for r in state.standings if r.gap_metres is not None]
    assert all(gap >= 0 for gap in metres)


def test_a_guest_who_is_home_first_takes_nothing_from_the_leader() -> None:
    timeline = Timeline(race(entry("Guest", 200.0, role=Role.GUEST), entry("A", 210.0), entry("B", 220.0)))
    state = timeline.top(205.0, 1)
    assert 1400 < state.leader_distance < 1500
    assert (state.lap, state.laps_to_go) == (4, 1)
    assert one(timeline, "B", 205.0).gap is not None
    assert places(timeline, 205.0) == {"Guest": None, "A": 1, "B": 2}


@given(fields(), st.floats(0, 320))
def test_everybody_is_listed_once_in_the_order_of_the_statuses(field: Race, t: float) -> None:
    state = Timeline(field).at(t)
    assert sorted(r.entry for r in state.standings) == list(range(len(field.entries)))
    rank = ["finished", "running", "dnf", "dq", "unknown", "dns"]
    order = [rank.index(r.status) for r in state.standings]
    assert order == sorted(order)


@given(fields(), st.floats(0, 320))
def test_guests_have_no_place_and_those_of_unknown_fate_have_one_as_long_as_they_are_drawn(
    field: Race, t: float
) -> None:
    timeline = Timeline(field)
    for runner in timeline.at(t).standings:
        own, end = field.entries[runner.entry], timeline.motion.end(runner.entry)
        if own.role is Role.GUEST or own.status is Status.DNS:
            assert runner.place is None
        elif own.status is Status.UNKNOWN:
            there = end is not None and t <= end
            assert (runner.place is not None) == (there and t >= timeline.order_since)
            assert runner.status == ("running" if there else "unknown")


@given(fields(), st.floats(0, 320), st.integers(1, 7))
def test_the_top_of_the_standings_is_the_standings_cut_short(field: Race, t: float, count: int) -> None:
    timeline = Timeline(field)
    whole = timeline.at(t)
    assert timeline.top(t, count) == whole._replace(standings=whole.standings[:count])
    shown = [(runner.entry, runner.status, runner.place) for runner in whole.standings[:count]]
    assert [(found.entry, found.status, found.place) for found in timeline.standings(t, count)] == shown


@examples(10)
@given(fields(), st.lists(st.floats(0, 320), min_size=1, max_size=4))
def test_a_large_field_is_ordered_as_a_small_one(field: Race, times: list[float]) -> None:
    # Decided after the race would be later in the larger field.
    decided = When(WhenKind.TIME, 150.0)
    field = replace(field, entries=tuple(replace(runner, decided=decided) for runner in field.entries))
    many = replace(field, entries=field.entries + tuple(entry(f"X{k}", 400.0 + k) for k in range(250)))
    small, large = Timeline(field), Timeline(many)
    for t in times:
        if t < small.order_since:  # all are still falling into line; of a crowd that is not waited for
            continue
        firsts = [r.entry for r in small.at(t).standings if r.place is not None]
        shown = large.top(t, len(firsts) + 3).standings
        assert [r.entry for r in shown if r.place is not None and r.entry < len(field.entries)] == firsts


def test_runners_level_with_each_other_share_a_place_and_the_next_is_skipped() -> None:
    timeline = Timeline(race(entry("A", 220.0), entry("B", 220.0), entry("C", 210.0), entry("D", 230.0)))
    assert places(timeline, 100.0) == {"C": 1, "A": 2, "B": 2, "D": 4}
    assert places(timeline, 240.0) == {"C": 1, "A": 2, "B": 2, "D": 4}


def test_at_the_gun_all_are_first_and_stand_in_the_order_of_bibs_and_names_not_of_the_result() -> None:
    timeline = Timeline(race(entry("Zed", 210.0), entry("Young", 215.0, bib="2"), entry("Abel", 220.0)))
    assert set(places(timeline, 0.0).values()) == {1}
    assert names(timeline, 0.0) == ["Young", "Abel", "Zed"]


def test_the_gap_is_the_time_since_the_leader_passed_here() -> None:
    timeline = Timeline(race(entry("A", 210.0, {750: 105.0}), entry("B", 220.0, {750: 108.5})))
    assert one(timeline, "B", 108.5).gap == pytest.approx(3.5)
    assert one(timeline, "A", 108.5).gap == 0.0


def test_among_finishers_the_gap_is_the_difference_of_the_results() -> None:
    timeline = Timeline(race(entry("A", "3:45.34"), entry("B", "3:45.60")))
    last = one(timeline, "B", timeline.duration)
    assert (last.gap, last.result, last.gap_metres, last.place, last.status) == (0.26, 225.60, None, 2, "finished")


def test_while_the_winner_is_home_the_gap_of_the_others_is_the_time_since_he_passed_them() -> None:
    timeline = Timeline(race(entry("A", 210.0), entry("B", 220.0)))
    runner = one(timeline, "B", 212.0)
    passed = timeline.motion.time_at(0, runner.distance or 0.0)
    assert runner.gap == pytest.approx(212.0 - (passed or 0.0))
    assert runner.gap_metres == pytest.approx(1500 - (runner.distance or 0.0))
    assert runner.place == 2


def test_an_official_place_wins_over_the_one_worked_out_and_may_leave_gaps() -> None:
    field = race(entry("A", 210.0, place=2), entry("B", 210.0, place=1), entry("C", 220.0, place=9), entry("D", 230.0))
    timeline = Timeline(field)
    assert places(timeline, 190.0) == {"B": 1, "A": 1, "C": 3, "D": 4}
    assert places(timeline, 212.0) == {"B": 1, "A": 2, "C": None, "D": None}
    assert places(timeline, 222.0) == {"B": 1, "A": 2, "C": 9, "D": None}
    # Who is home behind the ninth is tenth or worse: which, nobody knows while six places are nobody's.
    assert places(timeline, 235.0) == {"B": 1, "A": 2, "C": 9, "D": None}


def test_who_has_no_official_place_is_behind_all_the_places_that_were_given_in_front() -> None:
    field = race(entry("A", 210.0, place=1), entry("B", 211.0, place=3), entry("C", 212.0), entry("D", 213.0, place=2))
    timeline = Timeline(field)
    assert places(timeline, 212.5) == {"A": 1, "B": 3, "C": 4, "D": 5}
    assert places(timeline, 215.0) == {"A": 1, "B": 3, "C": 4, "D": 2}


def test_who_does_not_finish_counts_until_his_last_known_point() -> None:
    pace = entry("P", None, {400: 50.0, 800: 100.0}, status=Status.DNF, stopped=Stopped(after=900))
    timeline = Timeline(race(pace, entry("A", 210.0)))
    assert places(timeline, 110.0) == {"P": 1, "A": 2}
    assert one(timeline, "P", 110.0).evidence is Evidence.ESTIMATED
    assert names(timeline, 114.0) == ["A", "P"]
    gone = one(timeline, "P", 114.0)
    assert (gone.status, gone.place, gone.gap, gone.speed) == ("dnf", None, None, None)
    assert gone.distance == pytest.approx(900.0)


def test_those_who_did_not_finish_are_listed_with_the_furthest_first() -> None:
    near = entry("Near", None, {400: 50.0}, status=Status.DNF)
    far = entry("Far", None, {400: 60.0, 800: 120.0}, status=Status.DNF)
    absent = entry("Absent", status=Status.DNS)
    lost = entry("Lost")
    timeline = Timeline(race(near, absent, lost, far, entry("A", 210.0)))
    assert names(timeline, 200.0) == ["A", "Far", "Near", "Lost", "Absent"]
    assert [one(timeline, name, 200.0).status for name in ("Lost", "Absent")] == ["unknown", "dns"]


def test_nobody_knows_of_a_disqualification_until_it_is_decided() -> None:
    field = race(
        entry("A", 210.0, place=1), entry("Q", 212.0, status=Status.DQ), entry("B", 214.0, place=2), entry("C", 220.0)
    )
    timeline = Timeline(field)
    assert places(timeline, 216.0) == {"A": 1, "Q": 2, "B": 3, "C": 4}
    assert one(timeline, "Q", 216.0).status == "finished"
    assert places(timeline, timeline.finish) == {"A": 1, "B": 2, "C": 3, "Q": None}
    assert one(timeline, "Q", timeline.finish).status == "dq"


def test_a_disqualification_can_be_decided_during_the_race() -> None:
    decided = When(WhenKind.DISTANCE, 1000.0)
    timeline = Timeline(race(entry("Q", 205.0, status=Status.DQ, decided=decided), entry("A", 210.0)))
    assert places(timeline, 100.0) == {"Q": 1, "A": 2}
    assert places(timeline, 200.0) == {"A": 1, "Q": None}


def test_a_finisher_without_a_time_is_home_at_the_end() -> None:
    timeline = Timeline(race(entry("A", 210.0, place=1), entry("B", status=Status.FINISHED, place=2)))
    assert one(timeline, "B", 100.0).status == "running"
    last = one(timeline, "B", timeline.finish)
    assert (last.status, last.place, last.result, last.gap) == ("finished", 2, None, None)


def test_the_evidence_is_that_of_the_weaker_split_around_and_estimated_where_they_are_far_apart() -> None:
    at: dict[float, float | str] = {1000: 140.0, 1150: 161.0, 1300: 182.0}
    runner = entry("A", 210.0, at, evidence=Evidence.REPORTED)
    splits = (
        *runner.splits[:2],
        replace(runner.splits[2], time=replace(runner.splits[2].time, evidence=Evidence.ESTIMATED)),
    )
    timeline = Timeline(race(replace(runner, splits=splits)))
    found = [one(timeline, "A", t).evidence for t in (50.0, 140.0, 150.0, 170.0, 195.0, 210.0)]
    low, known = Evidence.ESTIMATED, Evidence.REPORTED
    assert found == [low, known, known, low, low, known]


def laps(timeline: Timeline) -> list[LapTime]:
    numbers = range(1, len(timeline.track.laps) + 1)
    return [lap for number in numbers if (lap := timeline.lap_time(0, number)) is not None]


def test_the_last_split_and_the_last_lap_are_told() -> None:
    at: dict[float, float | str] = {300: 42.0, 700: 98.0, 1100: 154.0}
    timeline = Timeline(race(entry("A", 210.0, at)))
    runner = one(timeline, "A", 100.0)
    assert runner.split is not None
    assert runner.split.distance == 700
    assert runner.lap_time is not None
    assert (runner.lap_time.number, runner.lap_time.seconds, runner.lap_time.evidence) == (2, 56.0, Evidence.MEASURED)
    assert [lap.seconds for lap in laps(timeline)] == [42.0, 56.0, 56.0, 56.0]
    final = one(timeline, "A", 210.0)
    assert final.split is not None
    assert final.split.distance == 1500
    assert final.lap_time is not None
    assert final.lap_time.number == 4


def test_a_lap_between_splits_is_estimated() -> None:
    timeline = Timeline(race(entry("A", 210.0, {400: 56.0, 800: 112.0})))
    assert {lap.evidence for lap in laps(timeline)} == {Evidence.ESTIMATED}


def test_laps_are_counted_by_the_leader() -> None:
    timeline = Timeline(race(entry("A", 210.0, {300: 42.0}), entry("B", 220.0)))
    assert [(timeline.at(t).lap, timeline.at(t).laps_to_go) for t in (0, 41.9, 42.0, 209.9, 210.0)] == [
        (1, 4),
        (1, 4),
        (2, 3),
        (4, 1),
        (4, 0),
    ]
    assert timeline.at(211.0).leader_distance == 1500


@together(
    ("when", "seconds"),
    [
        (When(WhenKind.TIME, 33.0), 33.0),
        (When(WhenKind.TIME, 3300.0), 220.0),
        (When(WhenKind.DISTANCE, 1100.0), 154.0),
        (When(WhenKind.DISTANCE, 9999.0), 210.0),
        (When(WhenKind.TO_GO, 400.0), 154.0),
        (When(WhenKind.FRACTION, 0.0), 0.0),
        (When(WhenKind.BELL), 154.0),
        (When(WhenKind.LAP, 4.0), 154.0),
        (When(WhenKind.LAP, 1.0), 0.0),
        (When(WhenKind.LAP, 40.0), 210.0),
        (When(WhenKind.START), 0.0),
        (When(WhenKind.BEFORE), 0.0),
        (When(WhenKind.WINNER), 210.0),
        (When(WhenKind.FINISH), 220.0),
        (When(WhenKind.AFTER), 220.0),
        (When(WhenKind.DISTANCE, 1100.0, "B"), 160.0),
        (When(WhenKind.DISTANCE, 1100.0, "Pacer"), 154.0),
    ],
)
def test_every_moment_that_can_be_named_has_its_time(when: When, seconds: float) -> None:
    pacer = entry("Pacer", None, {300: 41.0}, status=Status.DNF, role=Role.PACEMAKER)
    timeline = Timeline(race(entry("A", 210.0, {1100: 154.0}), entry("B", 220.0, {1100: 160.0}), pacer))
    assert timeline.time_of(when) == pytest.approx(seconds)
    assert timeline.time_of(When(WhenKind.DISTANCE, 300.0)) == pytest.approx(41.0)


def test_a_road_race_has_no_bell() -> None:
    timeline = Timeline(race(entry("A", 900.0), distance=5000.0, course=Course(Surface.ROAD)))
    with pytest.raises(ValueError, match="no bell"):
        timeline.time_of(When(WhenKind.BELL))


def test_the_lead_last_changes_where_the_curves_cross() -> None:
    timeline = Timeline(race(entry("A", 210.0, {1000: 141.0}), entry("B", 211.0, {1000: 140.0})))
    t = timeline.time_of(When(WhenKind.LEAD_CHANGE))
    assert 141.0 < t < 210.0
    a, b = timeline.motion.distances_at(t)
    assert a == pytest.approx(b, abs=0.01)


def test_the_lead_may_last_have_come_to_somebody_named() -> None:
    first = entry("A", 211.0, {500: 70.0, 1000: 140.0})
    timeline = Timeline(race(first, entry("B", 210.0, {500: 71.0, 1000: 141.0}), entry("C", 220.0, {500: 69.0})))
    came = {name: timeline.time_of(When(WhenKind.LEAD_CHANGE, runner=name)) for name in "ABC"}
    assert 69.0 < came["A"] < 141.0 < came["B"] < 210.0
    assert came["C"] < 69.0
    assert timeline.time_of(When(WhenKind.LEAD_CHANGE)) == came["B"]
    before, after = (timeline.top(came["B"] + by, 1).standings[0].entry for by in (-0.01, 0.01))
    assert (before, after) == (0, 1)


def test_a_speed_is_that_of_somebody_who_runs() -> None:
    timeline = Timeline(race(entry("A", 210.0), entry("B", 300.0)))
    assert one(timeline, "A", 100.0).speed == pytest.approx(timeline.motion.speed_at(0, 100.0))
    assert one(timeline, "A", 210.0).speed is None


def test_in_a_race_for_distance_there_are_metres_behind_and_at_the_end_no_seconds() -> None:
    far = {"A": 3100.0, "B": 3000.0}
    runners = (entry(name, status=Status.FINISHED, arrival=Split(metres, time(600.0))) for name, metres in far.items())
    timeline = Timeline(race(*runners, distance=3200.0, duration=600.0))
    last = one(timeline, "B", 600.0)
    assert (last.status, last.distance, last.gap, last.gap_metres) == ("finished", 3000.0, None, 100.0)


def test_a_race_of_which_no_time_is_known_still_has_a_state() -> None:
    timeline = Timeline(race(entry("A"), entry("B", status=Status.DNF), entry("C", status=Status.FINISHED, place=1)))
    state = timeline.at(10.0)
    assert timeline.duration == 0.0
    assert timeline.winner_time is None
    assert len(state.standings) == 3
    assert math.isfinite(state.leader_distance)


def test_in_london_kerr_leads_at_1200_m_at_2_46_5() -> None:
    timeline = Timeline(london())
    t = timeline.time_of(When(WhenKind.DISTANCE, 1200.0))
    assert t == 166.5
    state = timeline.at(t)
    first = state.standings[0]
    assert timeline.race.entries[first.entry].name == "Josh Kerr"
    assert (first.place, first.distance, first.gap) == (1, 1200.0, 0.0)
    assert state.leader_distance == 1200.0


def test_in_london_the_standings_at_the_end_are_the_official_result() -> None:
    timeline = Timeline(london())
    standings = timeline.at(timeline.duration).standings
    official: list[Entry] = list(timeline.race.entries)
    assert [r.entry for r in standings[:10]] == list(range(10))
    assert [r.place for r in standings[:10]] == list(range(1, 11))
    assert [r.result for r in standings[:10]] == [e.result.seconds if e.result else None for e in official[:10]]
    assert [r.status for r in standings[10:]] == ["dnf"] * 4


def test_in_london_everybody_on_the_track_stands_at_every_split_at_its_time() -> None:
    timeline = Timeline(london())
    for i, runner in enumerate(timeline.race.entries):
        for split in runner.splits:
            state = next(r for r in timeline.at(split.time.seconds).standings if r.entry == i)
            assert state.distance == pytest.approx(split.distance, abs=0.01)
            assert state.split == split
            assert state.evidence is Evidence.MEASURED


def test_who_stops_at_his_last_point_has_still_led_there() -> None:
    hare = entry("Hare", None, {400: 50.0}, status=Status.DNF)
    timeline = Timeline(race(hare, entry("Tortoise", 120.0, {400: 60.0}), distance=800.0))
    at = timeline.time_of(When(WhenKind.DISTANCE, 400.0))
    first = timeline.at(at).standings[0]
    assert (at, first.entry, first.status, first.distance) == (50.0, 0, "running", 400.0)
    assert timeline.at(50.01).standings[-1].status == "dnf"
