"""What the race looks like at a time: a pure function of that time.

`Timeline` joins a race, its track and its motion. `Timeline.at(t)` called twice with the same `t` gives equal values,
in any order of calls. That of a large field remembers the call before, and is not for two threads at once.
"""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from replay.motion import Motion, motion_of
from replay.race.clocks import placed_by_clock
from replay.race.names import Names
from replay.race.order import STRAIGHT, first_missing, goal_of
from replay.race.race import Entry, Evidence, Race, Split, Status, Time, When, WhenKind
from replay.race.reactions import sent_off_at_the_gun
from replay.race.times import decimals_between
from replay.race.track import distance_of, lap_number, track_of
from replay.state.changes import last_change
from replay.state.evidence import Known, is_guest, is_ranked, known_of, lap_digits, tie_breaks, weaker
from replay.state.ghosts import gap_of_ghost, ran_before
from replay.state.settling import drawn_by_lot, order_since
from replay.state.standings import Ordered, RunnerOrder, Standing, Standings


class LapTime(NamedTuple):
    """The time of one lap: a difference of two instants, not a split."""

    number: int
    """Counted from 1; a first lap that is longer or shorter than the others counts as one."""
    seconds: float
    evidence: Evidence
    digits: int = 1
    """Decimals that are known of it: none between times that were printed without."""


class RunnerState(NamedTuple):
    """One runner at one time."""

    entry: int
    """Index into the race's entries."""
    status: str
    """`running`, `finished`, `dnf`, `dq`, `unknown` or `dns`: as it stands at this time."""
    place: int | None
    distance: float | None
    """Metres run; None where nobody knows."""
    gap: float | None
    """Seconds since the leader passed this point or, among finishers, behind the winner's result; 0 for the first."""
    gap_metres: float | None
    """Metres behind the leader; None once finished, but for a race for distance."""
    speed: float | None
    """Metres a second."""
    result: float | None
    """Seconds; None until finished."""
    evidence: Evidence
    split: Split | None = None
    """The last split passed, the finish among them."""
    lap_time: LapTime | None = None
    """Of the last lap completed."""


class RaceState(NamedTuple):
    """The whole race at one time."""

    time: float
    """Seconds from the gun."""
    leader_distance: float
    """Metres of the first runner, pacemakers included; the race's distance once somebody has finished."""
    standings: tuple[RunnerState, ...]
    """Finished by place, running by distance, then dnf, dq, unknown, dns."""
    lap: int
    """The leader's lap, counted from 1."""
    laps_to_go: int
    """Laps the leader has yet to begin or complete, the present one included; 0 once somebody has finished."""
    order_known: bool = True
    """Whether anything is known of the order; as long as nothing is, nobody has a place and there are no gaps."""


class Tally(NamedTuple):
    """How many of a field are where; guests are not counted."""

    home: int
    running: int
    out: int
    """Stepped off, or disqualified."""


class Leader(NamedTuple):
    """Whom gaps are measured from."""

    standing: Standing | None
    """None where nobody is placed."""
    distance: float
    """Metres; the race's distance once somebody has finished."""


class Timeline:
    """A race with its track and its motion, and its state at every time.

    Attributes:
        race: The race, with those of its official places that its clock bears out.
        given: The race as it was given.
        track: What it is run on.
        motion: Where everybody is at a time.
        finish: Seconds at which the last runner is home; the last known instant if nobody is.
        duration: Seconds to the last known instant of anybody.
        over: The same of those who race: for who ran at another time nobody waits, unless nobody else runs.
        winner_time: Seconds at which the first is home; None if nobody is.
        guests: The entries that are drawn but never counted.
        ties: The order of entries that are level, as a rank for each: by bib, lane and name: they give no result away.
    """

    ordered: Ordered = RunnerOrder
    """What keeps the order of those still running."""
    moved: Callable[[Race], Motion] = motion_of
    """Where everybody is at a time."""

    def __init__(self, race: Race) -> None:
        self.given = race
        self.race = race = placed_by_clock(sent_off_at_the_gun(race))
        self.track = track_of(race)
        self.motion: Motion = type(self).moved(race)
        self.ties = tie_breaks(race)
        self.guests = tuple(i for i, entry in enumerate(race.entries) if entry.role is not None and is_guest(entry))
        self._known: dict[int, Known] = {}
        self._laps: dict[tuple[int, int], LapTime | None] = {}
        self.lap_digits = lap_digits(race)
        entries = race.entries
        ends = self.motion.ends()
        homes = self.motion.homes()
        if race.duration is not None:  # the clock ends it, for everybody at once
            homes = [race.duration if entry.arrival is not None else math.inf for entry in entries]
        counted = [home for home, entry in zip(homes, entries, strict=True) if home < math.inf and is_ranked(entry)]
        self._before = frozenset(i for i in self.guests if ran_before(entries[i]))
        known = [(i in self._before, end) for i, end in enumerate(ends) if end is not None]
        self.duration = max((end for _, end in known), default=0.0)
        alone = all(before for before, _ in known)  # there is nobody else who could be waited for
        self.over = max((end for before, end in known if before == alone), default=0.0)
        self.finish = max(counted, default=self.duration)
        self.winner_time = min(counted, default=None)
        outs = [
            math.inf if entry.status is Status.FINISHED else self._out(entry, home, end)
            for entry, home, end in zip(entries, homes, ends, strict=True)
        ]
        # Who finished, nobody knows when, is listed among the finishers from the finish on.
        self._homes = [
            self.finish if home == math.inf and entry.status is Status.FINISHED else home
            for home, entry in zip(homes, entries, strict=True)
        ]
        self._standings = Standings(race, self._homes, outs, self.ties, self.ordered)
        self._outs = outs
        self._late = [i for i, out in enumerate(outs) if self._homes[i] < out < math.inf and entries[i].competes]
        """Home, and disqualified later."""
        self._instants: tuple[list[float], list[float], int] | None = None
        self._missing = first_missing(race)
        self._missed_since = self._reached(race.distance - STRAIGHT, None) if self._missing < math.inf else math.inf
        """Seconds from which on those who are not in the file count."""
        self.by_lot = drawn_by_lot(race)
        """Whether it is drawn by lot who runs where, until something is known of it."""
        self.order_since = order_since(race, self.motion, self._reached, self.winner_time, by_lot=self.by_lot)
        """Seconds until which nothing is known of the order."""

    def _out(self, entry: Entry, home: float, end: float | None) -> float:
        """The second from which an entry is `dnf`, `dq` or `unknown`; infinite for the others."""
        if entry.status is Status.DNF:  # at the last point where he is known he still runs
            return math.nextafter(end, math.inf) if end is not None else self.finish
        if entry.status is Status.UNKNOWN:
            if home < math.inf:  # whoever is taken to have come home has no result all the same
                return home
            return math.nextafter(end, math.inf) if end is not None else 0.0
        if entry.status is not Status.DQ:
            return math.inf
        decided = self.time_of(entry.decided)
        return decided if home < math.inf or end is None else min(decided, end)

    def home(self, entry: int) -> float:
        """The second at which an entry is home, as it ran; infinite if never."""
        return self._homes[entry]

    def known(self, entry: int) -> Known:
        """The points an entry is known at: the splits its motion obeys, and its finish."""
        found = self._known.get(entry)
        if found is None:
            found = known_of(self.race.entries[entry], self.motion.path(entry), self.race.distance)
            self._known[entry] = found
        return found

    def at(self, t: float, *, laps: bool = True) -> RaceState:
        """The whole race at `t` seconds from the gun; everybody's last lap only where `laps` are wanted."""
        return self.top(t, len(self.race.entries), laps=laps)

    def top(self, t: float, count: int, also: Iterable[int] = (), *, laps: bool = True) -> RaceState:
        """The race at `t` seconds with the first `count` of the standings only, for large fields.

        Args:
            t: Seconds.
            count: How many, at least.
            also: Entries wanted wherever they are: those not among the first come after them.
            laps: Whether the last lap of each is wanted.
        """
        t = max(t, 0.0)
        distances, order, shown = self._found(t, count, also)
        first = next((standing for standing in order if standing.place is not None), None)
        over = first is not None and first.status == "finished"
        lead = float(distances[first.entry]) if first is not None else 0.0
        if first is not None and over:  # also where no motion leads there
            lead = goal_of(self.race.entries[first.entry], self.race.distance)
        lap = lap_number(self.track, lead)
        known = t >= self.order_since
        shown = self._as_known(t, shown)
        states = self._states(t, distances, shown, Leader(first if known else None, lead), laps=laps)
        return RaceState(t, lead, states, lap, 0 if over else len(self.track.laps) - lap + 1, known)

    def _found(
        self, t: float, count: int, also: Iterable[int]
    ) -> tuple[Sequence[float], Sequence[Standing], list[Standing]]:
        """Metres of all of whom they are needed, the first of the order, and the standings of those wanted."""
        distances = self.motion.distances_at(t)
        # A guest may be ahead of the leader in the list: as many more are asked for.
        order = self._standings.at(t, distances, max(count, 1) + len(self.guests))
        shown = order[:count]
        there = {standing.entry for standing in shown}
        return distances, order, shown + [self._standings.of(i, t, distances) for i in also if i not in there]

    def _states(
        self, t: float, distances: Sequence[float], shown: Sequence[Standing], leader: Leader, *, laps: bool
    ) -> tuple[RunnerState, ...]:
        """The states of those shown; `distances` are everybody's metres."""
        return tuple(self._state(t, one, float(distances[one.entry]), leader, laps=laps) for one in shown)

    def standings(self, t: float, count: int) -> list[Standing]:
        """The first `count` at `t` seconds, as in `top`, and their places: no more than that is worked out."""
        found = self._standings.at(t, self.motion.distances_at(t), count)
        return self._as_known(t, found)

    def _as_known(self, t: float, standings: list[Standing]) -> list[Standing]:
        """Standings without the places that nobody can know at `t`.

        While nothing is known of the order that is every place. Where some who finished are not in the file, nobody
        knows near the end how many of them are in front of somebody: those still running, and those at home without an
        official place, have none behind the first that is missing.
        """
        if t < self.order_since:
            return [replace(standing, place=None) for standing in standings]
        if t < self._missed_since:
            return standings
        return [
            replace(standing, place=None)
            if standing.place is not None and standing.place >= self._missing and not self._is_placed(standing)
            else standing
            for standing in standings
        ]

    def _is_placed(self, standing: Standing) -> bool:
        """Whether somebody is home in a place that was given, and counted."""
        return standing.status == "finished" and self.race.entries[standing.entry].place is not None

    def ranking(self, t: float) -> list[int]:
        """Every entry in the order of the standings at `t` seconds."""
        t = max(t, 0.0)
        return self._standings.ranking(t, self.motion.distances_at(t))

    def tally(self, t: float) -> Tally:
        """How many are home, on the course and out at `t` seconds."""
        if self._instants is None:
            ranked = [i for i, entry in enumerate(self.race.entries) if is_ranked(entry)]
            homes = sorted(self._homes[i] for i in ranked if self._homes[i] < self._outs[i])
            outs = sorted(self._outs[i] for i in ranked if self._outs[i] < math.inf)
            self._instants = homes, outs, len(ranked)
        homes, outs, count = self._instants
        home, out = bisect_right(homes, t), bisect_right(outs, t)
        twice = sum(1 for i in self._late if self._homes[i] <= t and self._outs[i] <= t)
        return Tally(home - twice, count - home - out + twice, out)

    def _state(self, t: float, standing: Standing, run: float, leader: Leader, *, laps: bool) -> RunnerState:
        """One runner's state; `run` is metres or nan."""
        first, lead = leader
        i, known = standing.entry, self.known(standing.entry)
        result = self.race.entries[i].result
        finished = standing.status == "finished"
        distance = goal_of(self.race.entries[i], self.race.distance) if finished else run if run == run else None
        moving = standing.status == "running"
        shown = moving or (finished and self.race.duration is not None)
        there = shown and distance is not None and (distance <= lead or self.race.entries[i].ghost)
        metres = lead - distance if there and distance is not None and first is not None else None
        return RunnerState(
            entry=i,
            status=standing.status,
            place=standing.place,
            distance=distance,
            gap=self.gap_of(t, standing, distance if metres is not None else None, first),
            gap_metres=metres,
            speed=self.motion.speed_at(i, t) if moving else None,
            result=result.seconds if finished and result is not None else None,
            evidence=result.evidence
            if result is not None and (finished or self._is_settled(i, first))
            else known.evidence(t),
            split=known.last_split(t, self.track.laps if self.track.counted else ()),
            lap_time=self._last_lap(i, distance) if laps else None,
        )

    def _is_settled(self, entry: int, first: Standing | None) -> bool:
        """Whether it is known how who ran before stands to the first: the first is home, and his time is known."""
        home = first is not None and first.status == "finished" and entry in self._before
        return home and self.race.entries[entry].result is not None

    def gap_of(self, t: float, standing: Standing, distance: float | None, first: Standing | None) -> float | None:
        """Seconds behind the leader, rounded to a billionth so that a difference of two printed times prints well."""
        if first is None:
            return None
        if standing.entry == first.entry:
            return 0.0
        own, best = self._homes[standing.entry], self._homes[first.entry]
        if self._is_settled(standing.entry, first):
            return round(own - best, 9)
        if self.race.entries[standing.entry].ghost:
            return gap_of_ghost(self.motion, standing.entry, first.entry, t)
        if standing.status == "finished":
            if self.race.duration is not None:
                return None
            return max(0.0, round(own - best, 9)) if self.race.entries[standing.entry].result is not None else None
        passed = self.motion.time_at(first.entry, distance) if distance is not None else None
        return max(0.0, round(t - passed, 9)) if passed is not None else None

    def _last_lap(self, entry: int, distance: float | None) -> LapTime | None:
        """The last lap ended after `distance` metres."""
        if distance is None:
            return None
        over = distance >= self.race.distance
        number = len(self.track.laps) if over else lap_number(self.track, distance) - 1
        return self.lap_time(entry, number) if number else None

    def lap_time(self, entry: int, number: int) -> LapTime | None:
        """One lap of an entry, counted from 1; None if it was not run to its end.

        One between two splits is as good as these, another is estimated.
        """
        key = entry, number
        if key not in self._laps:
            self._laps[key] = self._timed_lap(entry, number)
        return self._laps[key]

    def _timed_lap(self, entry: int, number: int) -> LapTime | None:
        laps = (*self.track.laps, self.race.distance)
        start, end = (self.motion.time_at(entry, distance) for distance in laps[number - 1 : number + 1])
        if start is None or end is None:
            return None
        known = {split.distance: split.time for split in self.known(entry).points} | {0.0: Time(0.0, Evidence.MEASURED)}
        first, last = (known.get(distance, Time(0.0, Evidence.ESTIMATED)) for distance in laps[number - 1 : number + 1])
        evidence = weaker(first.evidence, last.evidence)
        digits = decimals_between(first.text, last.text)
        guessed = evidence is Evidence.ESTIMATED
        return LapTime(number, round(end - start, 9), evidence, min(digits, self.lap_digits) if guessed else digits)

    def time_of(self, when: When) -> float:
        """The second at which a moment of this race comes, between 0 and `duration`.

        Raises:
            ValueError: The race has no bell.
            NoSuchRunner: The moment is that of a runner who is not in the race.
        """
        return min(max(self._instant(when), 0.0), self.duration)

    def _instant(self, when: When) -> float:
        match when.kind:
            case WhenKind.TIME:
                return when.value
            case WhenKind.START | WhenKind.BEFORE:
                return 0.0
            case WhenKind.FINISH | WhenKind.AFTER:
                return self.finish
            case WhenKind.WINNER:
                return self.winner_time if self.winner_time is not None else self.duration
            case WhenKind.LEAD_CHANGE:
                return self._last_lead_change(when.runner)
            case _:
                return self._reached(distance_of(self.track, when), when.runner)

    def _reached(self, distance: float, runner: str | None) -> float:
        """When a runner reaches a distance; or the first, when no runner is named or he never does."""
        if runner is not None:
            own = self.motion.time_at(Names(self.race.entries).find(runner), distance)
            if own is not None:
                return own
        times = self.motion.times_at(min(distance, self.race.distance))
        reached = (float(t) for t, entry in zip(times, self.race.entries, strict=True) if t == t and entry.competes)
        return min(reached, default=self.duration)

    def _last_lead_change(self, runner: str | None) -> float:
        """When the lead last changed hands (or came to a runner); 0 if never."""
        wanted = Names(self.race.entries).find(runner) if runner is not None else None
        return last_change(self._leader, self.winner_time if self.winner_time is not None else self.duration, wanted)

    def _leader(self, t: float) -> int:
        """The entry in front, of those that compete."""
        distances = self.motion.distances_at(t)
        there = (i for i, entry in enumerate(self.race.entries) if entry.competes and distances[i] == distances[i])
        return max(there, key=lambda i: (distances[i], -self._homes[i]), default=-1)
