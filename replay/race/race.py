"""A race as it is known: frozen values that every other part of the program reads.

Distances are metres from the start line along the race's own path, times are seconds from the gun. Nothing here is
worked out: what a report did not say is None or empty, and every time says how it is known.
"""

import datetime
import re
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from replay.race.course import Course as Course  # all three: where others find them
from replay.race.course import CourseLine as CourseLine
from replay.race.course import Surface as Surface
from replay.race.legs import Leg
from replay.race.sources import Dispute, Source
from replay.race.units import MILE as MILE  # where others find it
from replay.race.venue import Venue


class Evidence(StrEnum):
    """How a time is known, from the strongest to the weakest."""

    MEASURED = "measured"
    """Official timing."""
    REPORTED = "reported"
    """A report gives it."""
    ESTIMATED = "estimated"
    """Worked out."""

    @property
    def weakness(self) -> int:
        """0 for measured, 1 for reported, 2 for estimated: the greater of two is the weaker."""
        return list(Evidence).index(self)

    @property
    def mark(self) -> str:
        """What stands before a time of this evidence: `~` for an estimate."""
        return "~" if self is Evidence.ESTIMATED else ""


class Clock(StrEnum):
    """From when a time was counted."""

    GUN = "gun"
    """From the gun that started the race."""
    NET = "chip"
    """From when the runner crossed the start line: the net time."""


class Status(StrEnum):
    """What became of an entry."""

    FINISHED = "finished"
    DNF = "dnf"
    DNS = "dns"
    DQ = "dq"
    UNKNOWN = "unknown"
    """In the race, result not known."""


class Role(StrEnum):
    """What an entry is beside a competitor."""

    PACEMAKER = "pacemaker"
    GUEST = "guest"
    """Drawn, never placed or counted."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time with how it is known."""

    seconds: float
    evidence: Evidence
    text: str = ""
    """The digits it was given, such as `7:46`; empty for a time that was worked out."""
    source: str | None = None
    """A key of the race's sources."""
    doubtful: bool = False
    """Kept and shown, but not followed by the runner's motion."""


@dataclass(frozen=True, slots=True)
class Split:
    """A cumulative time at a distance."""

    distance: float
    """Metres from the start, greater than 0 and less than the race's distance."""
    time: Time
    margin: float | None = None
    """Half-width in metres of the range that holds the truth 9 times in 10, for an estimated split."""
    line: int | None = None


class WhenKind(StrEnum):
    """The ways to name a moment of a race."""

    TIME = "time"
    DISTANCE = "distance"
    TO_GO = "to go"
    FRACTION = "fraction"
    LAP = "lap"
    BELL = "bell"
    START = "start"
    WINNER = "winner"
    FINISH = "finish"
    BEFORE = "before"
    AFTER = "after"
    LEAD_CHANGE = "lead-change"


@dataclass(frozen=True, slots=True)
class When:
    """A moment, as named; `replay.race.when` turns it into a time of a certain race."""

    kind: WhenKind
    value: float = 0.0
    """Seconds, metres, a fraction of the distance or a lap's number, by kind."""
    runner: str | None = None
    """The moment this runner (rather than the first one) reaches it."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Where a runner who did not finish left the race: after one distance and by another, both in metres if known."""

    after: float | None = None
    by: float | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something a report tells beside times and places, in our words, for the commentary to say."""

    text: str
    """One sentence, without a full stop."""
    source: str | None = None
    """A key of the race's sources."""
    show: When = When(WhenKind.BEFORE)
    """When it is said; `before` is on the start card, and early in the race."""
    runner: int | None = None
    """The entry a note of the race is about; of an entry's own notes it is that entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One runner's part in the race."""

    name: str
    short: str = ""
    """The name for boards and commentary where the file gives one; see `replay.race.shortnames`."""
    nation: str = ""
    bib: str = ""
    lane: int | None = None
    club: str = ""
    sex: str = ""
    category: str = ""
    """The class a list ranks the runner in, such as `M40`."""
    marks: tuple[str, ...] = ()
    """Such as `NR`, `WL`, `PB`."""
    pending: tuple[str, ...] = ()
    """Those of the marks that are not ratified yet."""
    pb: Time | None = None
    """The personal best at the distance before the race."""
    sb: Time | None = None
    """The best of the season before the race."""
    note: str = ""
    notes: tuple[Note, ...] = ()
    """What the commentary tells of the runner."""
    role: Role | None = None
    ghost: str = ""
    """Of a guest who ran another time, the option that puts him here: `--vs london-mile-2026:Kerr`; else empty."""
    status: Status = Status.UNKNOWN
    place: int | None = None
    """The official one, if any."""
    result: Time | None = None
    splits: tuple[Split, ...] = ()
    """In rising distance, the finish not among them."""
    legs: tuple[Leg, ...] = ()
    """Of a relay's team: who runs one after another."""
    arrival: Split | None = None
    """The finish, worked out, of one whose time nobody gives; in a race for distance how far he came, and when."""
    stopped: Stopped | None = None
    start: float | None = None
    """Seconds after the gun at which the runner crossed the start line, where that is known."""
    decided: When = When(WhenKind.AFTER)
    """When a disqualification was decided."""
    line: int | None = None

    @property
    def competes(self) -> bool:
        """Whether the entry can be placed: it started and is no guest."""
        return self.role is not Role.GUEST and self.status is not Status.DNS

    @property
    def runs_for(self) -> str:
        """The nation; in a race of one nation, where a list gives none, the club."""
        return self.nation or self.club

    def margin_at(self, distance: float, finish: float) -> float | None:
        """The half-width in metres of the range that holds the runner 9 times in 10 around `distance`.

        Between two points it is read off a straight line; a known time has none. None where nothing is estimated.

        Args:
            distance: Metres the runner is thought to have run.
            finish: Metres of the race.
        """
        if all(split.margin is None for split in self.splits):
            return None
        end = self.arrival.margin or 0.0 if self.arrival is not None else 0.0
        points = [(0.0, 0.0), *((split.distance, split.margin or 0.0) for split in self.splits), (finish, end)]
        for (near, low), (far, high) in pairwise(points):
            if near <= distance <= far and far > near:
                return low + (high - low) * (distance - near) / (far - near)
        return None


@dataclass(frozen=True, slots=True)
class Fact:
    """What a report says besides times. `at` or `start` and `end` are metres; entries are indices into the race's."""

    at: float | None = None
    start: float | None = None
    end: float | None = None
    order: tuple[int, ...] = ()
    """At `at`: the first places in the order they passed; all others passed later."""
    leader: int | None = None
    """From `start` to `end` (or at `at`): nobody was ahead of this runner."""
    runner: int | None = None
    place: int | None = None
    """At `at`: the place of `runner`."""
    behind: int | None = None
    """At `at`: `runner` passed after this one, by `gap` seconds or `metres`."""
    gap: float | None = None
    metres: float | None = None
    within: float | None = None
    """At `at`: from the first to the last of `runners` (all, when empty) took this many seconds."""
    runners: tuple[int, ...] = ()
    passes: tuple[int, ...] = ()
    """Between `start` and `end`: `runner` went from behind these to ahead of them."""
    leader_time: Time | None = None
    """At `at`: when the first passed, whom nobody names; one of `runners`, where they are given."""
    took: Time | None = None
    """From `start` to `end`: how long `runner` took."""
    source: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it stood on the day."""

    label: str
    time: Time
    holder: str = ""
    date: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words a person spoke, verbatim."""

    said: tuple[str, ...]
    """The parts of one utterance, in order."""
    by: str
    when: str = ""
    """When it was said, in words."""
    source: str | None = None
    show: When = When(WhenKind.AFTER)
    """The moment of the race at which it is shown."""

    @property
    def text(self) -> str:
        """The parts joined as one text."""
        return " … ".join(self.said)


class Regular(NamedTuple):
    """Somebody who is in several races that belong together, and has one letter and one colour in all of them."""

    name: str
    nation: str = ""


@dataclass(frozen=True, slots=True)
class Race:
    """Everything known about one race."""

    id: str
    """The file's stem."""
    title: str
    distance: float
    """Metres, greater than 0; of a race for distance as many as nobody came to the end of."""
    entries: tuple[Entry, ...]
    event: str = ""
    """As given: `mile`, `1500m`."""
    meeting: str = ""
    date: datetime.date | None = None
    venue: Venue = field(default_factory=Venue)
    course: Course = field(default_factory=Course)
    conditions: str = ""
    note: str = ""
    """What a viewer ought to know."""
    duration: float | None = None
    """Seconds after which a race for distance is over; None for a race over a distance."""
    clock: Clock = Clock.GUN
    """What its times count from."""
    notes: tuple[Note, ...] = ()
    """What the commentary tells of the race."""
    evidence: Evidence = Evidence.REPORTED
    sources: dict[str, Source] = field(default_factory=dict)
    kits: dict[str, int] = field(default_factory=dict)
    """Colours 0xRRGGBB of clubs and nations, by name as in the entries, where the file gives any."""
    regulars: tuple[Regular, ...] = ()
    """Who is in other races of the story in which it is shown; its own or not."""
    facts: tuple[Fact, ...] = ()
    records: tuple[Record, ...] = ()
    quotes: tuple[Quote, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    what_if: tuple[str, ...] = ()
    """What was changed of what happened, such as `Kerr lap 3 = 55.0`; empty for a race as it was."""
    estimates_digest: str = ""
    """Of what the file's `estimates` were made from; empty when it has none."""
    path: str = ""

    @property
    def steeplechase(self) -> bool:
        """Whether it is run over barriers and water, by its event, or by its title where no event is given."""
        return re.search(r"steeple|\d\s*m?\s*sc\b", (self.event or self.title).casefold()) is not None

    def publisher(self, key: str | None) -> str:
        """Who published a source, for a reader: its publisher, else its title, else its key; empty for none."""
        source = self.sources.get(key or "")
        return (source.publisher or source.title or source.key) if source is not None else key or ""

    @property
    def documented(self) -> str:
        """How well the race is documented: `full`, `part` or `results`.

        `full`: nine tenths of those who finished have a known (not estimated) split at least every 450 m, or every
        tenth of the distance where that is longer; `part`: some runner has a known split; `results`: none has.
        """
        finishers = [
            entry for entry in self.entries if entry.status is Status.FINISHED and entry.role is not Role.GUEST
        ]
        reach = max(450.0, self.distance / 10 + 1)
        well = sum(1 for entry in finishers if self._largest_hole(entry) <= reach)
        if finishers and well >= 0.9 * len(finishers) and self.distance > reach:
            return "full"
        known = any(s.time.evidence is not Evidence.ESTIMATED for e in self.entries for s in e.splits)
        return "part" if known else "results"

    def _largest_hole(self, entry: Entry) -> float:
        known = [s.distance for s in entry.splits if s.time.evidence is not Evidence.ESTIMATED]
        points = [0.0, *known, self.distance]
        return max(b - a for a, b in pairwise(points))
