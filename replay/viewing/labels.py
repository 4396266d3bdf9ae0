"""How the runners on the painting are marked: whose names are beside the track, whose letters stand out."""

from collections.abc import Iterator
from typing import NamedTuple

from replay.drawing.panels.figures import laps_down
from replay.drawing.view import NAMED, View
from replay.race.race import Race
from replay.state.timeline import RaceState


class Labels(NamedTuple):
    """How the runners on the painting are marked."""

    named: frozenset[int] = frozenset()
    """Whose names are written beside the track."""
    chosen: tuple[int, ...] = ()
    """Whose letters stand out."""
    pairs: bool = False
    """Whether everybody has two letters, the initials, in place of one."""
    lapped: frozenset[int] = frozenset()
    """Who is a lap or more behind: in small letters."""
    passed: frozenset[int] = frozenset()
    """By whom the first is about to come, or has just come."""


PLAIN = Labels()
"""Letters only."""


def labels(race: Race, state: RaceState, view: View) -> Labels:
    """How a view marks the runners as they stand; where nobody knows the order, nobody is named for being in front."""
    count = NAMED[view.names]
    known = state.order_known and state.leader_distance > 0
    first = [runner.entry for runner in state.standings[:count]] if known else []
    named = frozenset([*view.wanted, *first]) if count else frozenset()
    down = {runner.entry: laps for runner in state.standings if (laps := laps_down(race, runner))}
    passed = frozenset(_passed(race, state)) if count else frozenset[int]()
    pairs = view.names == "initials"
    return Labels(named | passed, view.wanted, pairs, frozenset(down), passed)


def _passed(race: Race, state: RaceState) -> Iterator[int]:
    """Those whom the first, who still runs, is lapping."""
    lap = race.course.round_metres
    if lap is None or race.duration is not None or state.leader_distance >= race.distance:
        return
    for runner in state.standings:
        metres = (runner.gap_metres or 0.0) + _BEFORE
        if runner.status == "running" and metres >= lap and metres % lap < _BEFORE + _AFTER:
            yield runner.entry


_BEFORE, _AFTER = 30.0, 5.0
"""Metres before and after he is passed by the first for which somebody is named as being lapped."""
