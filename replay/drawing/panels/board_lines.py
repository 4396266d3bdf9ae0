"""What the leaderboard says of one runner, from which his row follows."""

import math
from collections.abc import Mapping
from typing import NamedTuple

from replay.drawing.panels.figures import gap_text, is_fresh, is_whole, lapped, laps_down, margin, mark_of, timed
from replay.drawing.view import View
from replay.race.legs import running
from replay.race.race import Evidence, Race
from replay.race.shortnames import family_name
from replay.race.statuses import STATUS_WORDS, status_forms
from replay.state.timeline import RaceState, RunnerState


class Line(NamedTuple):
    """All that the board says of one runner: the row follows from this alone."""

    entry: int
    place: str
    medal: int
    """1 to 3 for one of the first three who are home, else 0."""
    won: int | None
    """How many were passed of late but for those who passed, lost where negative; None where that is not told."""
    first: bool
    """Whether this is the first of a race that has begun."""
    gap: str
    """The gap, or a result."""
    split: str
    lap: str
    ending: tuple[str, ...]
    """What is said of one who has no time, longest first; empty for all others."""
    chosen: bool
    pinned: bool
    runs: str = ""
    """Who of a relay's team is running."""
    home: bool = False
    """Whether the gap is a result."""
    marked: bool = False
    """Whether it is one of those to be compared."""
    lit: bool = False
    """Whether the whole row is as bright as it gets: of who has just taken the lead."""
    lapped: bool = False
    """Whether it is a lap or more behind."""
    behind: str = ""
    """By how much who is home was beaten."""
    slide: int = 0
    """Cells by which the name stands out of line, if there is room: of who has just passed somebody."""


class Latest(NamedTuple):
    """The last mark that anybody has passed on a track; minus infinity where nobody is waited for."""

    split: float = -math.inf
    """Metres of it."""
    lap: float = -math.inf
    """The number of the lap that ended there."""


def latest_of(race: Race, state: RaceState) -> Latest:
    """What splits and laps are of: at the bell those of who has passed it stand beside nobody's of a lap before.

    Of a road, where it takes long until all have passed a mark, everybody has his own last split, which says its mark.
    """
    if race.course.lap_metres is None or race.duration is not None:
        return Latest()
    running = [one for one in state.standings if one.status == "running" and not race.entries[one.entry].ghost]
    splits = (one.split.distance for one in running if one.split is not None)
    laps = (one.lap_time.number for one in running if one.lap_time is not None)
    return Latest(max(splits, default=-math.inf), max(laps, default=-math.inf))


def line_of(  # noqa: D417
    race: Race, state: RaceState, runner: RunnerState, changes: Mapping[int, int], view: View, latest: Latest
) -> Line:
    """What the board says of one runner.

    Args:
        changes: How many places some have won of late; see `changes_of`.
        latest: The mark that splits and laps are of.
    """
    timeless = runner.status in STATUS_WORDS and not (runner.status == "unknown" and runner.gap is not None)
    timeless = timeless and not race.entries[runner.entry].ghost
    return Line(
        entry=runner.entry,
        place=_place(race, state, runner),
        medal=runner.place if runner.place in (1, 2, 3) and runner.status == "finished" else 0,
        won=changes.get(runner.entry),
        first=runner.place == 1 and state.leader_distance > 0,
        gap="" if timeless else gap_text(race, state, runner, view),
        split="" if timeless else _split(race, state, runner, latest),
        lap="" if timeless else _lap(race, state, runner, latest),
        ending=status_forms(race.entries[runner.entry], runner.status) if timeless else _lost(race, state, runner),
        runs=_runs(race, runner),
        home=runner.status == "finished",
        chosen=runner.entry == view.chosen,
        pinned=runner.entry == view.pinned,
        marked=runner.entry in view.marked,
        lapped=laps_down(race, runner) > 0,
        behind=margin(race, runner),
    )


def _split(race: Race, state: RaceState, runner: RunnerState, latest: Latest) -> str:
    """The last split of who runs, with its mark."""
    split = runner.split
    if split is None or runner.result is not None or _is_made_up(state, split.time.evidence):
        return ""
    if split.distance < latest.split and not laps_down(race, runner):
        return ""
    return f"{mark_of(race, split.distance)} {timed(split.time.seconds, split.time)}"


def _lap(race: Race, state: RaceState, runner: RunnerState, latest: Latest) -> str:
    """The last lap."""
    lap = runner.lap_time
    if lap is None or not is_whole(race, lap) or not is_fresh(race, state, runner):
        return ""
    early = runner.status == "running" and lap.number < latest.lap and not laps_down(race, runner)
    return "" if early or _is_made_up(state, lap.evidence) else lapped(lap)


def _is_made_up(state: RaceState, evidence: Evidence) -> bool:
    """Whether a time of somebody was worked out of whom nobody knows where he is: it says nothing of him."""
    return not state.order_known and evidence is Evidence.ESTIMATED


def _lost(race: Race, state: RaceState, runner: RunnerState) -> tuple[str, ...]:
    """What is said of who runs nobody knows where, though those in front are known: else the row were empty."""
    lost = state.order_known and runner.status == "running" and runner.distance is None and runner.gap is None
    return ("not known where", "not known", "?") if lost and race.entries[runner.entry].competes else ()


def changes_of(state: RaceState, earlier: Mapping[int, int]) -> dict[int, int]:
    """How many places each entry has won, lost where negative, since each held the place of `earlier`.

    They are counted by pairs, so that whoever wins one wins it from somebody who loses it: of two whom an estimate
    cannot tell apart now neither has passed the other, and whoever is in only one of both orders was passed by nobody.
    """
    if not state.order_known or all(one.status != "running" for one in state.standings):
        return {}  # of a result nobody asks who was where some seconds before
    known = [
        (earlier[one.entry], one)
        for one in state.standings
        if one.place is not None and one.entry in earlier and one.status in ("running", "finished")
    ]
    won: dict[int, int] = {}
    for at, (before, one) in enumerate(known):
        for then, other in known[at + 1 :]:  # who is behind now
            if then < before and one.place != other.place and not _is_level(one, other):
                won[one.entry] = won.get(one.entry, 0) + 1
                won[other.entry] = won.get(other.entry, 0) - 1
    return won


def _is_level(one: RunnerState, other: RunnerState) -> bool:
    """Whether an estimate cannot tell two apart."""
    if Evidence.ESTIMATED not in (one.evidence, other.evidence) or one.gap is None or other.gap is None:
        return False
    return abs(one.gap - other.gap) < _LEVEL


_LEVEL = 0.05
"""Seconds that round to nothing."""


def _runs(race: Race, runner: RunnerState) -> str:
    """Who of a relay's team is running."""
    legs = race.entries[runner.entry].legs if runner.status == "running" else ()
    return family_name(running(legs, runner.distance)) if legs else ""


def _place(race: Race, state: RaceState, runner: RunnerState) -> str:
    """A place; `?` where somebody runs in one that nobody knows, though those in front are known."""
    if runner.place is not None and state.leader_distance:
        return str(runner.place)
    placed = state.order_known and runner.distance is not None and race.entries[runner.entry].competes
    return "?" if placed and runner.status == "running" and state.leader_distance else ""
