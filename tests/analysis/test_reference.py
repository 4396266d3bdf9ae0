"""What gaps are counted from: the field's mean."""

import math

from replay.analysis.reference import LEADER, MEAN, Reference, mean_at
from replay.race.pacelights import target
from replay.race.race import Role, Status
from replay.state.timeline import Timeline
from tests.builders import entry, race

ANN, BEA, GUEST = entry("Ann", 120.0), entry("Bea", 122.0), entry("Old", 110.0, role=Role.GUEST)


def test_a_mean_is_of_those_who_come_so_far_and_waits_for_everybody_who_is_not_out() -> None:
    cat = entry("Cat", None, {400: 125.0}, status=Status.DNF)
    timeline = Timeline(race(ANN, BEA, GUEST, cat, distance=800.0))
    mean = mean_at(timeline, 800.0)
    assert mean.seconds == 121.0
    assert mean.since == timeline.motion.end(3)
    assert mean_at(Timeline(race(ANN, BEA, GUEST, distance=800.0)), 800.0) == (121.0, 122.0)


def test_of_nobody_there_is_no_mean() -> None:
    mean = mean_at(Timeline(race(GUEST, distance=800.0)), 800.0)
    assert math.isnan(mean.seconds)
    assert mean.since == math.inf


def test_a_reference_has_words() -> None:
    assert (LEADER.words(), MEAN.words()) == ("the first", "the field's mean")
    assert Reference(entry=0).words("Ann") == "Ann"
    assert Reference(light=target("1:45")).words() == "target 1:45, even pace"
