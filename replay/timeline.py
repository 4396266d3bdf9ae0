"""What the race looks like at a time: a pure function of that time.

`Timeline` joins a race, its track and its motion. `Timeline.at(t)` called twice with the same `t` gives equal values, in any
order of calls: nothing here remembers the call before.
"""

from dataclasses import dataclass

from replay.race import Evidence, Split


@dataclass(frozen=True, slots=True)
class LapTime:
    """The time of one lap: a difference of two instants, not a split."""

    number: int
    """Counted from 1; a first lap that is longer or shorter than the others counts as one."""
    seconds: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class RunnerState:
    """One runner at one time."""

    entry: int
    """Index into the race's entries."""
    status: str
    """`running`, `finished`, `dnf`, `dq`, `unknown` or `dns`: as it stands at this time."""
    place: int | None
    distance: float | None
    """Metres run; None where nobody knows."""
    gap: float | None
    """Seconds behind: since the leader passed this point, or, among finishers, behind the winner's result; 0 for the first."""
    gap_metres: float | None
    """Metres behind the leader; None once finished."""
    speed: float | None
    """Metres a second."""
    result: float | None
    """Seconds; None until finished."""
    evidence: Evidence
    split: Split | None = None
    """The last split passed, the finish among them."""
    lap_time: LapTime | None = None
    """Of the last lap completed."""


@dataclass(frozen=True, slots=True)
class RaceState:
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
