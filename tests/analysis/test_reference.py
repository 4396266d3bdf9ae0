"""Gaps to a reference: the first, a runner, an even pace, the field's mean."""

from pathlib import Path

import pytest

from replay.analysis.reference import LEADER, MEAN, Means, Reference, named_reference, traced
from replay.files.formats import read_race
from replay.race.pacelights import target
from replay.race.race import Evidence, Record, Role, Status
from replay.state import timeline_of
from replay.state.evidence import is_guest
from replay.state.timeline import Timeline
from tests.builders import entry, race, time
from tests.places import RACES
from tests.together import together

every_race = together("path", sorted(RACES.glob("*.yaml")))

ANN, BEA = entry("Ann", 120.0, {400: 59.0}), entry("Bea", 122.0, {400: 58.0}, evidence=Evidence.REPORTED)
GUEST = entry("Old", 110.0, {400: 55.0}, evidence=Evidence.ESTIMATED, role=Role.GUEST)
RACE = race(ANN, BEA, GUEST, distance=800.0, records=(Record("World record", time("1:40.91"), holder="Rudisha"),))
TIMELINE = Timeline(RACE)


def gaps(reference: Reference, t: float = 200.0) -> dict[int, list[float | None]]:
    found = traced(TIMELINE, reference, t)
    return {entry: [None if at is None else at.gap for at in row] for entry, row in found.of.items()}


def test_a_reference_is_the_first_the_mean_a_runner_or_a_pace() -> None:
    assert gaps(LEADER) == {0: [1.0, 0.0], 1: [0.0, 2.0], 2: [-3.0, -10.0]}
    assert gaps(MEAN)[0] == [0.5, -1.0]
    assert gaps(Reference(entry=1))[0] == [1.0, -2.0]
    assert gaps(Reference(light=target("2:00")))[1] == [-2.0, 2.0]


def test_nothing_is_told_of_what_is_to_come() -> None:
    assert gaps(LEADER, 58.5) == {1: [0.0, None], 0: [None, None], 2: [-3.0, None]}
    assert gaps(MEAN, 58.5)[1] == [None, None], "Ann has not been there"
    assert gaps(MEAN, 59.0)[1] == [-0.5, None]
    assert gaps(Reference(entry=0), 58.5)[1] == [None, None]


def test_a_mean_waits_for_everybody_who_is_not_out() -> None:
    cat = entry("Cat", None, {400: 65.0}, status=Status.DNF)
    mean = Means(Timeline(race(ANN, BEA, GUEST, cat, distance=800.0))).at(800.0)
    assert mean == (121.0, 122.0)


@every_race
def test_in_the_end_the_mean_is_known_of_every_mark_where_anybody_was(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    found = traced(timeline, MEAN, timeline.duration)
    assert any(found.of_reference)
    for at, mean in enumerate(found.of_reference):
        there = [row[at] for entry, row in found.of.items() if not is_guest(timeline.race.entries[entry])]
        gaps = [behind.gap for behind in there if behind is not None]
        assert (mean is not None) == bool(gaps)
        assert sum(gaps) == pytest.approx(0.0, abs=0.01)


def test_a_gap_is_known_as_well_as_the_weaker_of_both_times() -> None:
    found = traced(TIMELINE, Reference(entry=1), 200.0).of
    assert [at.evidence for at in found[0] if at is not None] == [Evidence.REPORTED] * 2
    assert found[2][0] is not None
    assert found[2][0].evidence is Evidence.ESTIMATED
    mean = traced(TIMELINE, MEAN, 200.0).of[0][0]
    assert mean is not None
    assert mean.evidence is Evidence.ESTIMATED


@together(
    ("text", "kind", "words"),
    [
        ("leader", "leader", "the first"),
        ("Mean", "mean", "the field's mean"),
        ("1:45", "pace", "target 1:45, even pace"),
        ("world", "pace", "world record 1:40.91, even pace"),
        (" World  Record", "pace", "world record 1:40.91, even pace"),
    ],
)
def test_a_reference_has_a_name(text: str, kind: str, words: str) -> None:
    found = named_reference(RACE, text)
    assert found is not None
    assert (found.kind, found.words()) == (kind, words)


def test_what_is_none_of_these_may_be_a_runner() -> None:
    assert named_reference(RACE, "Ann") is None
    assert named_reference(RACE, "") is None
    assert Reference(entry=0).words("Ann") == "Ann"
    with pytest.raises(ValueError, match="nobody runs that fast"):
        named_reference(RACE, "0:00")
