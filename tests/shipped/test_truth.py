"""What the board shows, how everybody moves and what the reports say is one thing: swept over every shipped race."""

import math
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise

import pytest

from replay.commentary import Call, CallKind, call_race
from replay.files.formats import read_race
from replay.motion import motion_of
from replay.race.order import FALLING_IN, LATE, STRAIGHT, first_missing, order_known_from, order_seen_from
from replay.race.race import Entry, Fact, Role, Status
from replay.reconstruction.completion import completed
from replay.state import timeline_of
from replay.state.timeline import Timeline
from tests.benchmarks.protocols import final_order, results_only
from tests.builders import entry, official, race
from tests.places import RACES
from tests.together import together

NAMES = sorted(path.stem for path in RACES.glob("*.yaml"))
every_race = together("name", NAMES)

FRAME = 1 / 30
"""Seconds from one picture to the next."""
TENTH = 0.1
"""Seconds from one change of the board to the next."""
STARTED = 4.0
"""Seconds after which everybody runs."""
STARTING = 6.5
"""Metres a second squared: what medium-level sprinters reach from their blocks (di Prampero et al., "Sprint running: a
new energetic approach", J. Exp. Biol. 208, 2005: 6.42)."""
RUNNING = 2.0
"""The same in full run: (u - v) / 1.4 s for somebody who can run u = 10 m/s and runs v = 7 (the exponential of
Furusawa, Hill and Parkinson, "The dynamics of sprint running", Proc. R. Soc. B 102, 1927)."""


@cache
def timeline(name: str) -> Timeline:
    """A shipped race as the program plays it."""
    found, problems = read_race(RACES / f"{name}.yaml")
    assert not problems
    made, conflicts = completed(found)
    assert not conflicts
    return timeline_of(made)


@cache
def calls(name: str) -> tuple[Call, ...]:
    return call_race(timeline(name))


def first_on_board(played: Timeline, t: float) -> int:
    return played.top(t, 1).standings[0].entry


def tenths(until: float, since: float = 0.0) -> Iterator[float]:
    yield from (k * TENTH for k in range(int(since / TENTH), int(until / TENTH) + 1))


# Everybody's motion


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", NAMES)
def test_nobody_stands_still_jumps_or_accelerates_more_than_a_human(name: str) -> None:
    played = timeline(name)
    for index, runner in enumerate(played.race.entries):
        end = played.motion.end(index)
        if end is None:
            continue
        runs = [played.motion.distance_at(index, k * FRAME) or 0.0 for k in range(int(end / FRAME) + 1)]
        speeds = [(b - a) / FRAME for a, b in pairwise(runs)]
        for k, (before, speed) in enumerate(pairwise(speeds), start=1):
            t, told = k * FRAME, (runner.name, k * FRAME)
            assert speed > 1.0 or t < STARTED, f"{told} stands still"
            assert abs(speed - before) <= (RUNNING if t > STARTED else STARTING) * FRAME + 1e-9, told
            if k % 3 == 0:
                stated = played.motion.speed_at(index, t) or 0.0
                assert abs(runs[k + 1] - runs[k] - stated * FRAME) <= 0.5, f"{told} jumps"


@every_race
def test_everybody_who_finished_runs_to_the_finish(name: str) -> None:
    played = timeline(name)
    for index, runner in enumerate(played.race.entries):
        if runner.status is Status.FINISHED:
            home = played.home(index)
            assert played.motion.distance_at(index, home) == played.race.distance, runner.name
            assert home == pytest.approx(runner.result.seconds if runner.result else played.motion.end(index))
            if runner.result is None:
                assert runner.arrival is not None
                assert runner.arrival.margin, f"{runner.name}'s arrival has no range"


@every_race
def test_nobody_has_a_result_before_the_finish(name: str) -> None:
    played = timeline(name)
    for k in range(101):
        for runner in played.at(played.duration * k / 100).standings:
            assert (runner.result is None) == (
                runner.status != "finished" or played.race.entries[runner.entry].result is None
            )


@every_race
def test_nobody_who_is_seen_near_the_finish_vanishes_before_it(name: str) -> None:
    played = timeline(name)
    for index, runner in enumerate(played.race.entries):
        end = played.motion.end(index)
        if end is None or runner.stopped is not None or runner.role is Role.PACEMAKER or not runner.competes:
            continue
        reached = played.motion.distance_at(index, end) or 0.0
        assert runner.status is Status.DNF or reached <= played.race.distance - LATE or reached == played.race.distance


@every_race
def test_no_place_on_the_board_near_the_end_is_better_than_the_official_one(name: str) -> None:
    played = timeline(name)
    for runner in played.race.entries:
        if runner.result is None or runner.place is None or runner.status is not Status.FINISHED:
            continue
        for before in (0.01, 0.5, 1.0):
            state = played.at(runner.result.seconds - before)
            places = {r.entry: r.place for r in state.standings}
            place = places[played.race.entries.index(runner)]
            level = sum(
                other.result is not None and abs(other.result.seconds - runner.result.seconds) <= 2 * before
                for other in played.race.entries
            )
            assert place is None or place >= runner.place - level + 1


def test_who_is_seen_in_the_last_lap_and_has_no_result_runs_home_into_an_open_place() -> None:
    played = timeline("glasgow-2024-3000m")
    lost = {entry.name: index for index, entry in enumerate(played.race.entries) if entry.status is Status.UNKNOWN}
    assert set(lost) == {"Getnet Wale", "Olin Hacker"}
    for index in lost.values():
        assert 463.64 < played.home(index) < 466.0
        at_the_end = {runner.entry: runner for runner in played.at(played.duration).standings}[index]
        assert (at_the_end.status, at_the_end.place, at_the_end.result, at_the_end.gap) == ("unknown", None, None, None)
    arese = {runner.entry: runner for runner in played.at(465.5).standings}[3]
    assert (arese.status, arese.place) == ("running", None)


def test_a_finisher_without_a_time_comes_home_between_those_placed_around_him() -> None:
    field = race(
        entry("A", 210.0, place=1),
        entry("B", 212.0, place=2),
        Entry("C", status=Status.FINISHED, place=3),
        entry("D", 216.0, place=4),
        Entry("E", status=Status.FINISHED, place=5),
    )
    played = timeline_of(completed(field)[0])
    assert 212.0 < played.home(2) < 216.0 < played.home(4) < 230.0
    at_the_end = {runner.entry: runner for runner in played.at(played.duration).standings}
    assert [(at_the_end[k].place, at_the_end[k].result) for k in (2, 4)] == [(3, None), (5, None)]


# Who is where


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", NAMES)
def test_nobody_leads_on_the_board_while_a_report_says_another_does(name: str) -> None:
    played = timeline(name)
    leads = [(fact, leader, stretch) for fact in played.race.facts for leader, *stretch in _lead(fact)]
    if not leads:
        return
    for t in tenths(played.winner_time or played.duration):
        for fact, leader, (start, end) in leads:
            run = played.motion.distance_at(leader, t)
            if run is not None and start <= run <= end and t <= (played.motion.end(leader) or 0.0):
                first = played.top(t, 1).standings[0]
                assert first.entry == leader or first.status == "finished", f"line {fact.line}: {t:.1f} s"


def _lead(fact: Fact) -> Iterator[tuple[int, float, float]]:
    leader = fact.leader if fact.leader is not None else next(iter(fact.order), None)
    start, end = (fact.at, fact.at) if fact.at is not None else (fact.start, fact.end)
    if leader is not None and start is not None and end is not None:
        yield leader, start, end


@every_race
def test_the_board_has_the_places_and_the_order_of_the_reports(name: str) -> None:
    played = timeline(name)
    for fact in played.race.facts:
        if fact.at is None or fact.at >= played.race.distance:
            continue
        if fact.runner is not None and fact.place is not None:
            t = played.motion.time_at(fact.runner, fact.at)
            assert t is not None
            assert _places(played, t)[fact.runner] == fact.place, f"line {fact.line}"
        if fact.order:
            t = played.motion.time_at(fact.order[0], fact.at)
            assert t is not None
            shown = [runner.entry for runner in played.at(t).standings]
            assert tuple(shown[: len(fact.order)]) == fact.order, f"line {fact.line}"


def _places(played: Timeline, t: float) -> dict[int, int | None]:
    return {runner.entry: runner.place for runner in played.at(t).standings}


@every_race
def test_everybody_who_is_on_the_track_has_a_place_where_the_order_is_known(name: str) -> None:
    played = timeline(name)
    for k in range(1, 100):
        t = played.duration * k / 100
        state = played.at(t)
        running = [r for r in state.standings if r.status == "running" and played.race.entries[r.entry].competes]
        drawn = [r for r in running if r.distance is not None]
        late = state.leader_distance >= played.race.distance - STRAIGHT
        sure = first_missing(played.race) if late else math.inf
        home = sum(r.status == "finished" for r in state.standings)
        for rank, r in enumerate(drawn, start=home + 1):
            assert (r.place is not None) == state.order_known or rank >= sure
        assert [r.entry for r in drawn] == sorted(
            (r.entry for r in drawn), key=lambda i: -(played.motion.distance_at(i, t) or 0.0)
        )
        assert not state.order_known or not drawn or drawn[0].place is None or drawn[0].place >= home + 1


# What is called


@every_race
def test_a_change_of_the_lead_is_called_when_the_board_shows_it(name: str) -> None:
    played = timeline(name)
    since = played.motion.times_at(order_known_from(played.race))
    begins = min((t for t in since if t == t), default=0.0)
    for call in calls(name):
        if call.kind is CallKind.LEAD:
            leader = call.entries[0]
            assert first_on_board(played, call.time + TENTH) == leader, call.text
            before = call.time - 1.0
            assert first_on_board(played, before) != leader or before < max(begins, 30.0), f"{call.time}: {call.text}"


@every_race
def test_a_pass_is_called_when_the_board_shows_it_and_never_after_the_runner_is_home(name: str) -> None:
    played = timeline(name)
    for call in calls(name):
        if call.kind in (CallKind.PASS, CallKind.MOVE, CallKind.LEAD) and len(call.entries) > 1:
            runner, *passed = call.entries
            assert call.time < played.home(runner), call.text
            run = played.motion.distance_at(runner, call.time)
            assert run is not None
            there = [other for other in passed if call.time < (played.motion.end(other) or 0.0)]
            assert all((played.motion.distance_at(other, call.time) or 0.0) < run for other in there), call.text
        assert "between" not in call.text or call.kind is CallKind.QUOTE or " with " not in call.text


# What is unknown


def test_with_results_alone_the_field_is_not_in_the_order_of_the_finish() -> None:
    """About as many pairs are as in races of which all is known: London 30 of 45, Rio 15 of 28 at a tenth."""
    found = {share: [0, 0] for share in (0.1, 0.25, 0.5)}
    for name in NAMES:
        for share, total in found.items():
            right, pairs = final_order(completed(results_only(timeline(name).race))[0], share)
            total[0] += right
            total[1] += pairs
    shares = [right / pairs for right, pairs in found.values()]
    assert all(abs(share - real) < 0.13 for share, real in zip(shares, (0.62, 0.65, 0.71), strict=True)), shares


def test_no_shipped_race_that_was_worked_out_begins_in_the_order_of_its_finish() -> None:
    right = pairs = 0
    for name in NAMES:
        if order_known_from(timeline(name).race):
            in_order, count = final_order(timeline(name).race, 0.1)
            right, pairs = right + in_order, pairs + count
    assert 0.4 < right / pairs < 0.77


def test_who_runs_where_does_not_follow_from_the_results() -> None:
    """Two who change their results keep their places in the first lap."""
    names = [f"Runner {k}" for k in range(10)]
    results = [210.0 + 0.8 * k for k in range(10)]
    order = []
    for given in (results, results[::-1]):
        made = completed(race(*(entry(name, time) for name, time in zip(names, given, strict=True))))[0]
        motion = motion_of(made)
        order.append(sorted(range(10), key=lambda index: motion.time_at(index, 100.0) or 0.0))
    swapped = sum(
        (order[0].index(a) < order[0].index(b)) != (order[1].index(a) < order[1].index(b))
        for a, b in combinations(range(10), 2)
    )
    assert swapped <= 12


@every_race
def test_as_long_as_nothing_is_known_of_the_order_nobody_has_a_place_or_a_gap(name: str) -> None:
    played = timeline(name)
    known_from = order_seen_from(played.race)
    if not known_from or len([runner for runner in played.race.entries if runner.competes]) < 2:
        return
    begins = min(t for t in played.motion.times_at(known_from) if t == t)
    for k in range(20):
        state = played.at(begins * k / 20)
        assert not state.order_known
        assert all(r.place is None and r.gap is None and r.gap_metres is None for r in state.standings)
    assert played.at(begins + 1e-6).order_known


def test_where_everybody_was_timed_the_order_is_known_once_all_have_fallen_into_line() -> None:
    for name in ("london-mile-2026", "monaco-2023-mile-women", "rio-2016-800m", "wanamaker-mile-2023"):
        assert order_known_from(timeline(name).race) == 0, "nothing is drawn by lot"
        assert order_seen_from(timeline(name).race) == FALLING_IN
    played = timeline_of(official("london-mile-2026"))
    assert not played.at(5.0).order_known
    assert played.at(15.0).order_known


# Published times


@every_race
def test_published_times_of_leaders_and_stretches_are_run(name: str) -> None:
    played = timeline(name)
    for fact in played.race.facts:
        if fact.leader_time is not None and fact.at is not None:
            first = min(t for t in played.motion.times_at(fact.at) if t == t)
            assert first == pytest.approx(fact.leader_time.seconds, abs=0.01), f"line {fact.line}"
        if fact.took is not None and fact.runner is not None and fact.start is not None and fact.end is not None:
            times = [played.motion.time_at(fact.runner, at) for at in (fact.start, fact.end)]
            assert times[0] is not None
            assert times[1] is not None
            assert times[1] - times[0] == pytest.approx(fact.took.seconds, abs=0.01), f"line {fact.line}"


@every_race
def test_no_split_is_followed_that_its_neighbours_contradict(name: str) -> None:
    """None makes a stretch much slower than those around it, and the one beside it much faster."""
    for runner in timeline(name).race.entries:
        known = [(s.distance, s.time.seconds) for s in runner.splits if s.margin is None and not s.time.doubtful]
        if runner.result is not None:
            known.append((timeline(name).race.distance, runner.result.seconds))
        paces = [(t1 - t0) / (d1 - d0) for (d0, t0), (d1, t1) in pairwise(known) if d1 - d0 > 50]
        for before, one, other, after in zip(paces, paces[1:], paces[2:], paces[3:], strict=False):
            slow, fast = one > 1.03 * before and other < 0.97 * after, one < 0.97 * before and other > 1.03 * after
            assert not ((slow or fast) and abs(one / other - 1) > 0.1), f"{runner.name}: {one:.3f} and {other:.3f}"


def test_the_split_of_paris_that_its_neighbours_contradict_is_kept_and_not_followed() -> None:
    runner = next(e for e in timeline("paris-2024-1500m").race.entries if e.name == "Jakob Ingebrigtsen")
    (doubted,) = [split for split in runner.splits if split.time.doubtful]
    assert (doubted.distance, doubted.time.text) == (1100.0, "2:34.3")
