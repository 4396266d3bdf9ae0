"""A recording: where somebody was, moment by moment, as a watch wrote it down."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from replay.files.understood import Tallies

EARTH = 6_371_008.8
"""Metres: the mean radius of the Earth (IUGG, R1 of GRS 80)."""
_JUMP = 60.0
"""Metres a second: somebody who seems to go there and back faster was not there."""


class UnreadableRecording(ValueError):  # noqa: N818 (it reads as what happened)
    """A file in which there is no recording."""

    def __init__(self, message: str, line: int | None = None) -> None:
        """Say why, and in which line of the file if that is known."""
        super().__init__(message)
        self.line = line


class Fix(NamedTuple):
    """One point of a recording; what the recorder did not know is None."""

    time: float | None = None
    """Seconds since 1970 in UTC."""
    north: float | None = None
    """Degrees, -90 to 90; known when `east` is."""
    east: float | None = None
    """Degrees, -180 to 180."""
    height: float | None = None
    """Metres above the sea."""
    distance: float | None = None
    """Metres since the recording began, by the recorder's own count."""


@dataclass(frozen=True, slots=True)
class Recording:
    """One runner's recording."""

    name: str
    """What the file calls it, such as `Morning Run`; empty where it says nothing."""
    fixes: tuple[Fix, ...]
    cut: int | None = None
    """The line at which the file breaks off, where it does."""
    part: str = ""
    """The sport, where the file holds several after one another, as a triathlon's does."""
    title: str = ""
    """What the file itself is called, where it holds several recordings."""
    laps: tuple[float, ...] = ()
    """When each lap ended that the recorder summed up beside its fixes, but for the last, which ends with them."""
    sport: str = ""
    """What the file calls what was done, in small letters; empty where it does not say."""


def numbered(recordings: Iterable[Recording]) -> tuple[Recording, ...]:
    """A file's recordings, the parts of one sport told apart: `running`, `cycling`, `running 2`."""
    found: list[Recording] = []
    for one in recordings:
        count = sum(other.part.partition(" ")[0] == one.part for other in found)
        found.append(replace(one, part=f"{one.part} {count + 1}") if one.part and count else one)
    return tuple(found)


class Lap(NamedTuple):
    """A lap as a recorder sums it up."""

    begin: float
    """Seconds since 1970 in UTC."""
    seconds: float
    metres: float


def ends_of(laps: Iterable[Lap]) -> tuple[float, ...]:
    """When each of several laps ended: where the next begins, since many recorders leave pauses out of a lap's time."""
    return tuple(lap.begin for lap in sorted(laps)[1:])


def of_laps(laps: Iterable[Lap]) -> tuple[Fix, ...]:
    """Fixes at the ends of the laps, of a recording that has no others; none where it has no laps either."""
    found: list[Fix] = []
    metres = 0.0
    for lap in sorted(laps):
        if not found:
            found.append(Fix(lap.begin, distance=0.0))
        metres += lap.metres
        found.append(Fix(lap.begin + lap.seconds, distance=metres))
    return tuple(found)


def begun(fixes: tuple[Fix, ...], start: float | None) -> tuple[Fix, ...]:
    """The fixes of a recording without places, from its start on: in a pool the first is at the end of a length."""
    first = next((fix for fix in fixes if fix.time is not None and fix.distance is not None), None)
    if first is None or start is None or any(fix.north is not None for fix in fixes):
        return fixes
    seconds, metres = (first.time or 0.0) - start, first.distance or 0.0
    return (Fix(start, distance=0.0), *fixes) if 0 < metres < _FASTEST * seconds else fixes


_FASTEST = 13.0
"""Metres a second on foot, at most."""


def fix_of(
    time: float | None, north: float | None, east: float | None, height: float | None, distance: float | None = None
) -> Fix:
    """A fix of what a file says; a position that is nowhere on the Earth and a height that is not on it are unknown."""
    # Inverted comparisons would let nan in.
    if north is None or east is None or not (-90 <= north <= 90 and -180 <= east <= 180):
        north = east = None
    known = height if height is not None and -500 < height < 9000 else None
    return Fix(time, north, east, known, distance if distance is not None and 0 <= distance < 1e7 else None)


def when(fix: Fix) -> float:
    """The time of a fix that is known to have one, as every steady one has.

    Raises:
        ValueError: It has none.
    """
    if fix.time is None:
        raise ValueError("this fix has no time")
    return fix.time


def steady(fixes: Iterable[Fix], tallies: Tallies) -> list[Fix]:
    """The fixes that say where somebody was and when, in rising time; the others are counted by kind.

    Args:
        fixes: As the file has them.
        tallies: Where those left out are counted.
    """
    kept: list[Fix] = []
    last = -math.inf
    for number, fix in enumerate(fixes, 1):
        if fix.time is None:
            tallies.add("points without a time", f"point {number}")
        elif fix.time <= last:
            tallies.add("points that are not later than the one before", f"point {number}")
        elif fix.north is None and fix.distance is None:
            tallies.add("points without a place", f"point {number}")
        else:
            kept.append(fix)
            last = fix.time
    return _without_jumps(kept, tallies)


def _without_jumps(fixes: list[Fix], tallies: Tallies) -> list[Fix]:
    """Without positions far away from those before and after them."""
    out = list(fixes)
    placed = [index for index, fix in enumerate(fixes) if fix.north is not None]
    for before, at, after in zip(placed, placed[1:], placed[2:], strict=False):
        here = fixes[at]
        if _speed(out[before], here) > _JUMP and _speed(here, fixes[after]) > _JUMP:
            out[at] = here._replace(north=None, east=None)
            tallies.add("points that jump away and back", f"point {at + 1}")
    return [fix for fix in out if fix.north is not None or fix.distance is not None]


def _speed(one: Fix, other: Fix) -> float:
    if one.time is None or other.time is None or one.north is None or other.north is None:
        return 0.0
    metres, middle = EARTH * math.pi / 180, (one.north + other.north) / 2  # as `flat` has it, of two and quickly
    east = ((other.east or 0.0) - (one.east or 0.0) + 180) % 360 - 180
    across = east * metres * math.cos(math.radians(middle))
    return math.hypot(across, (other.north - one.north) * metres) / (other.time - one.time)


def flat(fixes: Sequence[Fix], origin: Fix | None = None) -> list[tuple[float, float]]:
    """Metres east and north of `origin` (the first fix when None) of fixes with a position.

    They lie on a plane that touches the Earth half way up the fixes, or at the origin where one is given.
    """
    norths = [fix.north or 0.0 for fix in fixes]
    middle = (min(norths) + max(norths)) / 2 if origin is None else origin.north or 0.0
    narrow = math.cos(math.radians(middle))
    _, north0, east0, *_ = origin or fixes[0]
    metres = EARTH * math.pi / 180
    # Longitudes jump by 360 degrees in the middle of the Pacific.
    return [
        (
            (((fix.east or 0.0) - (east0 or 0.0) + 180) % 360 - 180) * metres * narrow,
            ((fix.north or 0.0) - (north0 or 0.0)) * metres,
        )
        for fix in fixes
    ]


def own_distances(fixes: Sequence[Fix]) -> list[float] | None:
    """Metres at every fix by the recorder's own count, never falling; None where it did not count.

    A watch that begins its count elsewhere than at 0 counted before; its first metres are taken off.
    """
    known = [(index, fix.distance) for index, fix in enumerate(fixes) if fix.distance is not None]
    if len(known) < 2 or 10 * len(known) < 9 * len(fixes) or known[-1][1] <= known[0][1]:
        return None
    begin = known[0][1] if known[0][1] > _COUNTED_BEFORE else 0.0
    found: list[float] = []
    last = 0.0
    for fix in fixes:
        last = max(last, fix.distance - begin) if fix.distance is not None else last
        found.append(last)
    return found


_COUNTED_BEFORE = 20.0
"""Metres with which a count may begin: the first fix comes a few steps after the start."""


def measured_distances(fixes: Sequence[Fix]) -> list[float]:
    """Metres at every fix, along the straight lines from each place to the next; a fix without a place stays."""
    placed = [fix for fix in fixes if fix.north is not None]
    steps = iter([0.0, *(math.dist(a, b) for a, b in pairwise(flat(placed)))] if placed else [])
    total = 0.0
    found: list[float] = []
    for fix in fixes:
        total += next(steps) if fix.north is not None else 0.0
        found.append(total)
    return found


def moving(fixes: Sequence[Fix]) -> Sequence[Fix]:
    """The steady fixes from where somebody moves off to where he stands again, without long standing at either end.

    Of one who never moves off the first is left.
    """
    first = _leaves(fixes)
    last = len(fixes) - 1 - _leaves(fixes[::-1])
    return fixes[first : max(first, last) + 1] if first < len(fixes) - 1 else fixes[:1]


_STANDING = 8.0
"""Metres around a place within which somebody stands there, as far as a recorder knows."""
_LONG = 15.0
"""Seconds of standing that are cut off."""


def _leaves(fixes: Sequence[Fix]) -> int:
    """The index of the last fix at the place of the first, or 0 where that is no long standing.

    Who has gone some metres when he is seen to be gone moved off where he last came no farther from that place.
    """
    begin = fixes[0]
    gone: list[float] = []
    for fix in fixes:
        if fix.north is not None and begin.north is not None:
            gone.append(math.dist(*flat([begin, fix])))
        else:
            gone.append(abs((fix.distance or 0.0) - (begin.distance or 0.0)))
        if gone[-1] > _STANDING:
            break
    here = len(gone) - 1
    if gone[here] > _STANDING:
        while here and gone[here] - gone[here - 1] > _MOVING * abs(when(fixes[here]) - when(fixes[here - 1])):
            here -= 1
        here = min(here, len(gone) - 2)
    return here if abs(when(fixes[here]) - when(begin)) > _LONG else 0


_MOVING = 0.5
"""Metres a second, from which on somebody moves away."""
