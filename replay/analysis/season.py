"""A runner's races, one after the other: what each of them was to him or her."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from replay.analysis.laps import Halves, halves_of
from replay.analysis.quickest import Stretch, quickest
from replay.race.names import Names, fold
from replay.race.race import Entry, Race, Status
from replay.state.timeline import LapTime, Timeline

_SAME = 0.5
"""Metres by which two distances may differ and are one."""


class Run(NamedTuple):
    """One race of a runner."""

    race: Race
    entry: int
    last_lap: LapTime | None
    """None on roads, and where nobody knows when it began or ended."""
    quickest: Stretch | None
    halves: Halves | None
    best: bool
    """Whether nobody knows of a quicker one of his over the distance, among these."""

    @property
    def runner(self) -> Entry:
        """Who ran it."""
        return self.race.entries[self.entry]


def named(races: Iterable[Race], name: str) -> str:
    """The full name of the runner that is meant, of all who ran some races.

    Raises:
        NoSuchRunner: It fits nobody, or two or more.
    """
    known = {fold(entry.name): entry for race in races for entry in race.entries if entry.competes}
    entries = list(known.values())
    return entries[Names(entries).find(name)].name


def season(timelines: Sequence[Timeline], name: str) -> tuple[Run, ...]:
    """The races of a runner, the oldest first, those of which nobody knows the day at the end."""
    wanted = fold(name)
    found = [
        (timeline, at)
        for timeline in timelines
        for at, entry in enumerate(timeline.race.entries)
        if entry.competes and fold(entry.name) == wanted
    ]
    found.sort(key=lambda pair: str(pair[0].race.date or "9999"))
    return tuple(_run(timeline, at, found) for timeline, at in found)


def _run(timeline: Timeline, at: int, others: Sequence[tuple[Timeline, int]]) -> Run:
    race = timeline.race
    whole = race.entries[at].status is Status.FINISHED and race.duration is None
    last = timeline.lap_time(at, len(timeline.track.laps)) if whole and not timeline.track.by_kilometres else None
    stretch = quickest(timeline, at, timeline.duration) if race.duration is None else None
    mine, rest = _seconds(timeline, at), (_seconds(other, there) for other, there in others if _alike(other, timeline))
    best = mine is not None and all(seconds is None or mine <= seconds for seconds in rest)
    return Run(race, at, last, stretch, halves_of(timeline, at) if whole else None, best)


def _alike(one: Timeline, other: Timeline) -> bool:
    return abs(one.race.distance - other.race.distance) < _SAME


def _seconds(timeline: Timeline, at: int) -> float | None:
    result = timeline.race.entries[at].result
    return result.seconds if result is not None and timeline.race.duration is None else None
