"""Who is how far behind, as the strip below the stadium tells it, and what it rests on where nobody knows it."""

from collections.abc import Sequence

from replay.drawing.panels.figures import laps_down
from replay.drawing.panels.pack_strip import PaceMark, PackStrip, strip_of
from replay.drawing.panels.packs import Behind
from replay.race.order import FALLING_IN
from replay.race.pacelights import PaceLight
from replay.race.race import Evidence
from replay.state.timeline import RaceState, Timeline

_AWAY, _LEVEL = 30.0, 1.0
"""Metres that a race has begun to be one after, and within which nobody is behind anybody before."""


def behind_of(
    timeline: Timeline, state: RaceState, light: PaceLight | None, pace: Sequence[str], width: int, sure: str
) -> PackStrip:
    """What the strip shows of a state: metres behind the leader, at the start who is level, and at last those at home.

    Args:
        timeline: The race.
        state: The race as it is told.
        light: The pace lights, if they are on.
        pace: How the leader stands to them, in several lengths.
        width: Cells.
        sure: How far off the chosen runner may be, in words.
    """
    race, marks = timeline.race, timeline.track.behind
    if state.leader_distance <= 0:
        waiting = tuple(runner.entry for runner in state.standings if runner.distance is not None)
        return PackStrip("on the line", (), (), (), waiting=waiting)
    over = race.duration is None and any(runner.status == "finished" for runner in state.standings[:1])
    title = ("metres to the line" if over else "metres behind") + sure
    behind = [
        Behind(runner.entry, runner.gap_metres, runner.gap, runner.evidence is Evidence.ESTIMATED)
        for runner in state.standings
        if runner.gap_metres is not None and runner.distance is not None
    ]
    if not state.order_known:
        behind = [
            Behind(runner.entry, state.leader_distance - runner.distance, None, estimated=True)
            for runner in state.standings
            if runner.status == "running" and runner.distance is not None
        ]
    if len(behind) > 1 and state.leader_distance < _AWAY and max(runner.metres for runner in behind) < _LEVEL:
        level = "about level" if any(runner.estimated for runner in behind) else "all level"
        known = state.order_known  # else by bib or name: the order in which they are drawn is made up
        level_with = sorted(behind, key=lambda runner: 0 if known else timeline.ties[runner.entry])
        return PackStrip(level, (), (), (), waiting=tuple(runner.entry for runner in level_with))
    if behind and not state.order_known:  # who is how far behind would be made up
        waiting = tuple(sorted((runner.entry for runner in behind), key=timeline.ties.__getitem__))
        return PackStrip("gaps not known", (), (), (), waiting=waiting)
    home = [runner for runner in state.standings if runner.status == "finished" and runner.gap is not None]
    if not behind and home and timeline.winner_time:
        speed = race.distance / timeline.winner_time
        title = "~metres behind at the finish"
        behind = [Behind(runner.entry, (runner.gap or 0.0) * speed, runner.gap, estimated=True) for runner in home]
    lit = None
    if light is not None and behind:
        lit = PaceMark(state.leader_distance - light.distance_at(state.time, race.distance), pace)
    lapped = frozenset(runner.entry for runner in state.standings if laps_down(race, runner))
    running = over and any(runner.gap_metres is not None for runner in state.standings)
    strip = strip_of(behind, width, marks, lit, title)._replace(lapped=lapped)
    return strip._replace(front="line") if running else strip


def drawn_by(timeline: Timeline, state: RaceState) -> tuple[str, ...]:
    """By what they are drawn where they are, while nobody knows the order, in several lengths.

    Nothing of a race of which more is known: in it all are still falling into line.
    """
    if state.order_known or not state.leader_distance or timeline.race.duration is not None:
        return ()
    if timeline.by_lot:
        return "order not recorded yet: positions at random", "positions at random"
    return ("each is drawn at an even pace", "at an even pace") if state.leader_distance > FALLING_IN else ()
