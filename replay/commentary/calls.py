"""A line of commentary, and what had been said by a time."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from replay.race.times import format_clock

APART = 1.0
"""Seconds between two moments that are worth a stop of their own."""


class CallKind(StrEnum):
    """What a call is about."""

    GUN = "gun"
    SPLIT = "split"
    LEAD = "lead"
    MOVE = "move"
    BELL = "bell"
    BREAK = "break"
    KICK = "kick"
    FINISH = "finish"
    RECORD = "record"
    PASS = "pass"
    STOP = "stop"
    DQ = "dq"
    QUOTE = "quote"


class Position(NamedTuple):
    """A call says that an entry has a place."""

    entry: int
    place: int


class Gap(NamedTuple):
    """A call says how far an entry is behind another: in seconds, in metres or both, as exactly as it says so."""

    entry: int
    behind: int
    seconds: float | None = None
    metres: float | None = None


Claim = Position | Gap
"""What a call says of the order: the state at its time says the same, or the call is not made."""


@dataclass(frozen=True, slots=True)
class Call:
    """One line of commentary."""

    time: float
    """Seconds from the gun; nothing in the text happened later."""
    kind: CallKind
    text: str
    """One line; of a quote the very words."""
    by: str | None = None
    """Who said it; None for the commentary itself."""
    source: str | None = None
    """The key of the source of what a report says; None for what follows from the times."""
    estimated: bool = False
    """Whether its time, or a time or an order in it, was worked out."""
    entries: tuple[int, ...] = ()
    """Who it is about: indices into the race's entries."""
    claims: tuple[Claim, ...] = ()
    form: str = ""
    """The construction of the sentence; none comes twice in a minute. Empty for quotes and notes."""
    pinned: bool = False
    """Whether it is part of the result, which stays while others speak."""
    occasion: str = ""
    """When and of what a quote was said, if it is a fragment that nobody understands without."""
    fact: bool = False
    """Whether it tells what is known of the race, as a record or what a pace comes to, and not what happens in it."""
    standing: bool = False
    """Whether it tells how the race stands, because it was quiet, and nothing that has just happened."""

    @property
    def of_race(self) -> bool:
        """Whether it tells what happens in the race, or how it stands."""
        return not self.fact and self.kind is not CallKind.QUOTE

    @property
    def clock(self) -> str:
        """When it is said, on the running clock: `~2:14.7`, from an hour on `1:02:03`; of a quote before the gun so."""
        if self.kind is CallKind.QUOTE and self.time == 0:
            return "before"
        return ("~" if self.estimated else "") + format_clock(self.time, 1 if self.time < 3600 else 0)

    @property
    def news(self) -> bool:
        """Whether it tells something that has just happened."""
        return self.of_race and not self.standing


def said_by(calls: Sequence[Call], t: float) -> Sequence[Call]:
    """The calls said by `t` seconds, oldest first; `calls` is in order of time."""
    return calls[: bisect_right(calls, t, key=attrgetter("time"))]


def moments(calls: Sequence[Call]) -> tuple[float, ...]:
    """The times worth jumping to, rising, a second apart: all but splits, quotes and finishes after the winner's."""
    times: list[float] = []
    won = False
    for call in calls:
        if call.kind in (CallKind.QUOTE, CallKind.SPLIT) or (call.kind is CallKind.FINISH and won):
            continue
        won = won or call.kind is CallKind.FINISH
        if not times or call.time - times[-1] >= APART:
            times.append(call.time)
    return tuple(times)
