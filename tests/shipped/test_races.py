"""Every shipped race plays to its official result, and what reports say of it holds in every picture."""

from pathlib import Path

import pytest

from replay.answers.check import check
from replay.files.library import Library, LibraryItem, shipped_folder
from replay.motion import Motion
from replay.race.race import Entry, Fact, Race, Role, Status, WhenKind
from replay.reconstruction import is_sparse
from replay.reconstruction.completion import completed
from replay.state.timeline import Timeline
from tests.together import together

WANTED = {
    "bowerman-mile-2024", "london-mile-2026", "wanamaker-mile-2023", "budapest-2023-1500m", "bowerman-mile-2023",
    "tokyo-2020-1500m", "oregon-2022-1500m", "paris-2024-1500m", "millrose-2024-two-mile-men",
    "millrose-2024-two-mile-women", "wanamaker-mile-2024", "glasgow-2024-3000m", "san-diego-half-2023",
    "farah-two-mile-2015", "ingebrigtsen-two-mile-2023", "cram-mile-1985", "el-guerrouj-mile-1999",
    "monaco-2023-mile-women", "rio-2016-800m",
}  # fmt: skip
"""The races of the reports, and those beside them."""

ITEMS = [item for item in Library(Path("nowhere")).items() if item.kind == "race"]
by_race = together("item", ITEMS)

SLACK = 0.07
"""Seconds by which a reported leader may be behind between two points where times are known or worked out: the tenths
to which splits are printed, and a pacemaker who runs on for a few metres after he has handed over."""


def race_of(item: LibraryItem) -> Race:
    assert item.race is not None, item.error
    return item.race


def test_every_race_of_the_reports_is_there() -> None:
    assert {item.id for item in ITEMS} >= WANTED


def test_nothing_is_wrong_with_any_shipped_file() -> None:
    assert [str(problem) for problem in check([shipped_folder()])] == []


@by_race
def test_it_plays_to_its_official_result(item: LibraryItem) -> None:
    race = race_of(item)
    timeline = Timeline(race)
    standings = {runner.entry: runner for runner in timeline.at(timeline.duration).standings}
    for index, entry in enumerate(race.entries):
        runner = standings[index]
        assert runner.status == str(entry.status)
        if entry.status is Status.FINISHED and entry.result is not None:
            assert runner.result == entry.result.seconds
        if entry.place is not None and entry.result is not None:
            assert runner.place == entry.place
        if entry.role is Role.GUEST:
            assert runner.place is None


@by_race
def test_its_estimates_are_fresh(item: LibraryItem) -> None:
    """Made from what the file says now: `race-replay reconstruct RACE` makes them anew."""
    race = race_of(item)
    if is_sparse(race):
        pytest.fail(f"{item.path.name} has no fresh estimates")
    same = completed(race)[0] is race
    assert same


@by_race
def test_every_reported_order_and_lead_holds(item: LibraryItem) -> None:
    race = race_of(item)
    motion = Timeline(race).motion
    for fact in race.facts:
        if fact.at is not None and fact.order:
            _order_holds(motion, race, fact)
        if fact.leader is not None:
            _lead_holds(motion, race, fact)
        if fact.at is not None and fact.runner is not None and fact.place is not None:
            mine = motion.time_at(fact.runner, fact.at)
            assert mine is not None
            before = [
                t for index in _others(race, fact.runner) if (t := motion.time_at(index, fact.at)) and t < mine - 1e-6
            ]
            assert len(before) == fact.place - 1, f"line {fact.line}"


def _others(race: Race, runner: int) -> list[int]:
    return [index for index, entry in enumerate(race.entries) if index != runner and entry.role is not Role.GUEST]


def _order_holds(motion: Motion, race: Race, fact: Fact) -> None:
    assert fact.at is not None
    times = [motion.time_at(index, fact.at) for index in fact.order]
    passed = [time for time in times if time is not None]
    assert len(passed) == len(times), f"line {fact.line}"
    assert passed == sorted(passed), f"line {fact.line}"
    rest = [index for index in _others(race, fact.order[0]) if index not in fact.order]
    assert all((time := motion.time_at(index, fact.at)) is None or time >= passed[-1] for index in rest), (
        f"line {fact.line}"
    )


def _lead_holds(motion: Motion, race: Race, fact: Fact) -> None:
    assert fact.leader is not None
    start, end = (fact.at, fact.at) if fact.at is not None else (fact.start or 0.0, fact.end or race.distance)
    for step in range(21):
        distance = start + (end - start) * step / 20
        leader = motion.time_at(fact.leader, distance)
        assert leader is not None, f"line {fact.line}"
        for index in _others(race, fact.leader):
            time = motion.time_at(index, distance)
            assert time is None or time >= leader - SLACK, (
                f"line {fact.line}: {race.entries[index].name} at {distance} m"
            )


def test_who_was_disqualified_runs_wins_and_is_struck_out_when_it_is_decided() -> None:
    race = race_of(Library(Path("nowhere")).load("millrose-2024-two-mile-women"))
    eisa = next(index for index, entry in enumerate(race.entries) if "Eisa" in entry.name)
    assert race.entries[eisa].decided.kind is WhenKind.AFTER
    timeline = Timeline(race)
    assert timeline.winner_time == 544.39
    first = timeline.at(544.5).standings[0]
    assert (first.entry, first.status, first.place) == (eisa, "finished", 1)
    after = timeline.at(timeline.duration)
    assert {runner.entry: runner.status for runner in after.standings}[eisa] == "dq"
    assert _name(race.entries, after.standings[0].entry) == "Laura Muir"
    assert after.standings[0].place == 1


def _name(entries: tuple[Entry, ...], index: int) -> str:
    return entries[index].name


def test_the_guest_of_san_diego_is_drawn_and_never_placed() -> None:
    race = race_of(Library(Path("nowhere")).load("san-diego-half-2023"))
    guest = next(index for index, entry in enumerate(race.entries) if entry.role is Role.GUEST)
    timeline = Timeline(race)
    half = {runner.entry: runner for runner in timeline.at(1800.0).standings}[guest]
    assert half.place is None
    assert half.distance is not None
