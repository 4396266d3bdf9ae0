"""What the board shows at a time, as far as a voice may use it: places, gaps, and how sure they are.

The voice and the board have one source, `Timeline`: a line that is made of this cannot say anything else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from replay.commentary.calls import Claim, Gap, Position
from replay.commentary.voice import seconds_apart, soft
from replay.race.race import Evidence
from replay.race.times import gap_digits
from replay.state.timeline import RunnerState, Timeline

SEEN = 16
"""Places that a voice looks at; those behind them are a crowd."""


class Shown(NamedTuple):
    """A runner with a place."""

    entry: int
    place: int
    distance: float
    """Metres run."""
    estimated: bool
    """Whether where the runner is was worked out."""
    home: bool

    @property
    def position(self) -> Position:
        """The claim that the runner has this place."""
        return Position(self.entry, self.place)


class Apart(NamedTuple):
    """How far one runner is behind another, and how that is said."""

    value: float
    """Seconds, or metres."""
    text: str
    """`0.3 s`, `~12 m`."""
    claim: Gap
    digit: float = 0.1
    """The last digit with which it is told, of seconds or metres."""

    @property
    def nothing(self) -> bool:
        """Whether it rounds to nothing."""
        return self.value < self.digit / 2

    @property
    def hair(self) -> bool:
        """Whether it is less than the last digit with which such a gap is told."""
        return self.value < self.digit

    @property
    def back(self) -> str:
        """`~0.3 s back`; `level` where its digits do not tell them apart."""
        return "level" if self.nothing else f"{self.text} back"


@dataclass(frozen=True, slots=True)
class Board:
    """The board at a time."""

    timeline: Timeline
    time: float
    runners: tuple[Shown, ...]
    """Those who have a place, the first one first; nobody where the order is not known."""
    running: tuple[Shown, ...]
    """Those of them who are still running."""
    distance: float
    """Metres of the first, whoever that is; the race's distance once somebody is home."""
    laps_to_go: int
    """Laps that the first has yet to complete, the present one included."""
    estimated: bool
    """Whether where the first is was worked out."""

    @property
    def first(self) -> Shown | None:
        """The leader, if it is known who that is."""
        return self.runners[0] if self.runners else None

    def of(self, entry: int) -> Shown | None:
        """An entry, if it has a place."""
        return next((shown for shown in self.runners if shown.entry == entry), None)

    def seconds(self, entry: Shown, other: Shown) -> Apart | None:
        """How long before now the other passed where the entry is; of two at home the difference of their times."""
        value = seconds_behind(self.timeline, self.time, entry.entry, other.entry)
        if value is None or value < 0:
            return None
        digits = gap_digits(self.timeline.race.distance)
        text = soft(entry.estimated or other.estimated) + seconds_apart(value, digits)
        return Apart(value, text, Gap(entry.entry, other.entry, round(value, digits)), 10.0**-digits)

    def metres(self, entry: Shown, other: Shown) -> Apart | None:
        """How many metres the entry is behind the other."""
        value = metres_behind(self.timeline, self.time, entry.entry, other.entry)
        if value is None or value < 0:
            return None
        text = f"{soft(entry.estimated or other.estimated)}{value:.0f} m"
        return Apart(value, text, Gap(entry.entry, other.entry, None, round(value)))


def board_at(timeline: Timeline, t: float) -> Board:
    """The board at `t` seconds from the gun."""
    state = timeline.top(t, SEEN)
    runners = tuple(shown for found in state.standings if (shown := _shown(found)) is not None)
    running = tuple(shown for shown in runners if not shown.home)
    first = next((found for found in state.standings if found.place is not None), None)
    estimated = first is None or (first.evidence is Evidence.ESTIMATED and first.status != "finished")
    # Where nobody can be placed, as among guests, somebody is in front all the same.
    far = state.leader_distance or max((found.distance or 0.0 for found in state.standings), default=0.0)
    return Board(timeline, t, runners, running, far, state.laps_to_go, estimated)


def _shown(runner: RunnerState) -> Shown | None:
    if runner.place is None or runner.distance is None or runner.status not in ("running", "finished"):
        return None
    estimated = runner.evidence is Evidence.ESTIMATED
    return Shown(runner.entry, runner.place, runner.distance, estimated, runner.status == "finished")


def seconds_behind(timeline: Timeline, t: float, entry: int, other: int) -> float | None:
    """How long before `t` the other passed where the entry is; of two who are home the difference of their times."""
    if t >= max(timeline.home(entry), timeline.home(other)):
        return timeline.home(entry) - timeline.home(other)
    run = timeline.motion.distance_at(entry, t)
    passed = timeline.motion.time_at(other, run) if run is not None else None
    return t - passed if passed is not None else None


def metres_behind(timeline: Timeline, t: float, entry: int, other: int) -> float | None:
    """How many metres an entry is behind another at `t`."""
    mine, theirs = timeline.motion.distance_at(entry, t), timeline.motion.distance_at(other, t)
    return theirs - mine if mine is not None and theirs is not None else None


def holds(timeline: Timeline, t: float, claims: Iterable[Claim]) -> bool:
    """Whether what a call says of the order is what the board shows at `t`."""
    claims = tuple(claims)
    if not claims:
        return True
    named = {claim.entry for claim in claims}
    places = {runner.entry: runner.place for runner in timeline.top(t, 1, named).standings}
    return all(
        places.get(claim.entry) == claim.place if isinstance(claim, Position) else _apart(timeline, t, claim)
        for claim in claims
    )


def _apart(timeline: Timeline, t: float, claim: Gap) -> bool:
    """Whether a gap is what it is said to be: to a tenth of a second, or a metre."""
    seconds = seconds_behind(timeline, t, claim.entry, claim.behind)
    metres = metres_behind(timeline, t, claim.entry, claim.behind)
    return (claim.seconds is None or (seconds is not None and abs(seconds - claim.seconds) <= 0.1)) and (
        claim.metres is None or (metres is not None and abs(metres - claim.metres) <= 1.0)
    )
