"""A race on its other clock, with what is said of it: what `C` changes to."""

from typing import TYPE_CHECKING, NamedTuple

from replay.race.clocks import clocks_of
from replay.race.race import Clock, Race
from replay.state.timeline import Timeline

if TYPE_CHECKING:
    from replay.commentary import Call


class Told(NamedTuple):
    """A race on one clock, and the commentary of it."""

    timeline: Timeline
    calls: "tuple[Call, ...]"
    moments: tuple[float, ...]
    """The times `[` and `]` go to."""


def other_clock(race: Race) -> Clock | None:
    """The clock a race is not on; None where it has no other."""
    return clocks_of(race)[1] if len(clocks_of(race)) > 1 else None


def told(timeline: Timeline) -> Told:
    """A race with its commentary."""
    from replay.commentary import call_race, moments

    calls = tuple(call_race(timeline))
    return Told(timeline, calls, tuple(moments(calls)))


def clock_words(clock: Clock) -> str:
    """What is said when a clock was changed to."""
    if clock is Clock.NET:
        return "chip: times from when each runner crossed the start line"
    return "gun: times from the gun, whenever a runner started"


def one_clock_words(race: Race) -> str:
    """What is said where there is no other clock."""
    return f"this race has the {race.clock}'s clock only: nobody's start is known"
