"""What no runner can have done: splits that would need an impossible speed, or times that do not rise."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from replay.race.race import Split, Time
from replay.race.times import format_time

_MARGIN = 1.05
"""A stretch is impossible when run 5 % faster than any human has: room for downhill roads and for records to come."""

_FASTEST = (
    (10.0, 0.81),
    (100.0, 8.65),
    (200.0, 18.6),
    (400.0, 42.94),
    (800.0, 100.91),
    (1000.0, 131.96),
    (1609.344, 222.66),
    (3000.0, 437.55),
    (5000.0, 755.36),
    (10_000.0, 1571.0),
    (21_097.5, 3402.0),
    (42_195.0, 7235.0),
)
"""Metres, and the fewest seconds they have been run in, with a running start where one is faster.

10 m: Bolt's fastest section in Berlin in 2009 (IAAF biomechanics report). 100 m: relay legs of Bolt (8.65). 200 m:
between the record 19.19 and relay legs. 400 m: Johnson's relay leg in 1993. Further: world records on the track
(Rudisha, Ngeny, the London mile of 2026, Ingebrigtsen, Cheptegei, Cheptegei) and on the road (Kiplimo, Kiptum).
"""

_STANDING = ((10.0, 1.83), (60.0, 6.34), (100.0, 9.58))
"""From the gun: Bolt's 9.58 of Berlin in 2009 and its first 10 m (IAAF biomechanics report), Coleman's 60 m."""


@lru_cache(maxsize=256)
def fewest_seconds(stretch: float, *, standing: bool = False) -> float:
    """The fewest seconds in which a human can run a stretch.

    Args:
        stretch: Metres, greater than 0.
        standing: Whether it begins at the gun rather than in full run.

    Returns:
        Seconds; anything below is impossible.
    """
    table = (*_STANDING, *_FASTEST[2:]) if standing else _FASTEST
    before = (0.0, 0.0)
    for metres, seconds in table:
        if stretch <= metres:
            share = (stretch - before[0]) / (metres - before[0])
            return (before[1] + share * (seconds - before[1])) / _MARGIN
        before = (metres, seconds)
    return stretch * before[1] / before[0] / _MARGIN


def rounding(text: str) -> float:
    """How far a printed time may lie from the true one: one unit of its last digit, such as 0.1 s for `13.8`."""
    return float(10 ** -len(text.replace(",", ".").partition(".")[2].rstrip("*")))


LOOK_BACK = 40
"""How many points in a row may be wrong before the rest is not joined to those ahead of them."""

Point = tuple[float, float, float]
"""Metres, seconds, and the rounding of the seconds."""

_START: Point = (0.0, 0.0, 0.0)


def can_follow(first: Point, second: Point) -> bool:
    """Whether a human can be at the first point and then at the second."""
    stretch, seconds = second[0] - first[0], second[1] - first[1]
    if stretch <= 0 or seconds <= 0:
        return False
    fewest = fewest_seconds(stretch, standing=first[0] == 0)
    return seconds + first[2] + second[2] >= fewest


def impossible(points: Sequence[Point], result: Point | None) -> list[int]:
    """Which points cannot be true, if as many as possible are.

    Args:
        points: A runner's splits in rising distance.
        result: The finish, which is believed.

    Returns:
        Indices into `points`; empty where a human can have run them all.
    """
    chain = [_START, *points] if result is None else [_START, *points, result]
    if all(map(can_follow, chain, chain[1:])):
        return []
    if result is not None and not can_follow(_START, result):
        chain = [_START, *points]
    return _left_out(chain, ends=len(chain) > len(points) + 1, count=len(points))


def _left_out(chain: list[Point], *, ends: bool, count: int) -> list[int]:
    """The complement of the longest chain that a human can run, by dynamic programming."""
    longest = [0] * len(chain)
    origin = [-1] * len(chain)
    for at in range(1, len(chain)):
        for before in (0, *range(max(1, at - LOOK_BACK), at)):
            reached = before == 0 or longest[before] > 0
            if reached and longest[before] + 1 > longest[at] and can_follow(chain[before], chain[at]):
                longest[at], origin[at] = longest[before] + 1, before
    last = len(chain) - 1 if ends else max(range(len(chain)), key=longest.__getitem__)
    kept = set()
    while last > 0:
        kept.add(last - 1)
        last = origin[last]
    return [index for index in range(count) if index not in kept]


def sound_splits(
    splits: Sequence[Split], result: Time | None, distance: float
) -> tuple[tuple[Split, ...], list[tuple[Split, str]]]:
    """Part a runner's splits into those that can be followed and those that cannot.

    Args:
        splits: In rising distance; doubtful ones are kept and judged by nobody.
        result: The official time at `distance` metres, if there is one.
        distance: Metres of the race.

    Returns:
        The splits kept, and those left out, each with the reason in words that follow its time.
    """
    judged = [split for split in splits if not split.time.doubtful]
    points = [_point(split.distance, split.time) for split in judged]
    finish = None if result is None or result.doubtful else _point(distance, result)
    bad = impossible(points, finish)
    if not bad:
        return tuple(splits), []
    gone = set(bad)
    kept = [_START, *(point for index, point in enumerate(points) if index not in gone)]
    dropped = [(judged[index], _reason(points[index], kept, finish)) for index in bad]
    left = {id(split) for split, _ in dropped}
    return tuple(split for split in splits if id(split) not in left), dropped


QUICKEST = 0.4
"""A result in less than this share of a record is none of a wheelchair, of skates or of a bicycle on a track either."""


def is_on_wheels(splits: Sequence[Split], finish: Time | None, distance: float) -> bool:
    """Whether somebody is quicker than any human throughout, and not only somewhere."""
    record = fewest_seconds(distance, standing=True)
    if finish is None or not QUICKEST * record <= finish.seconds < record:
        return False
    pace = finish.seconds / distance
    return all(0.75 * pace < split.time.seconds / split.distance < 1.33 * pace for split in splits)


def rising_splits(splits: Sequence[Split], finish: Time | None) -> tuple[tuple[Split, ...], list[tuple[Split, str]]]:
    """The splits that rise, for those whom no limit of runners holds."""
    kept: list[Split] = []
    dropped: list[tuple[Split, str]] = []
    for split in splits:
        before = kept[-1].time if kept else None
        if before is not None and split.time.seconds <= before.seconds:
            dropped.append((split, f"is not later than {before.text} at {kept[-1].distance:g} m"))
        elif finish is not None and split.time.seconds >= finish.seconds:
            dropped.append((split, f"is not earlier than the result {finish.text}"))
        else:
            kept.append(split)
    return tuple(kept), dropped


def is_possible(result: Time, distance: float) -> bool:
    """Whether a human can have run the distance in the time."""
    return can_follow(_START, _point(distance, result))


def can_finish(split: Split, result: Time, distance: float) -> bool:
    """Whether a human who was at a split then can have this result."""
    return can_follow(_point(split.distance, split.time), _point(distance, result))


def _point(metres: float, time: Time) -> Point:
    return (metres, time.seconds, rounding(time.text) if time.text else 0.0)


def _reason(here: Point, kept: Sequence[Point], finish: Point | None) -> str:
    """Why a point was left out, as seen from the nearest points that were kept."""
    at = bisect_left(kept, here)
    before, after = kept[at - 1], kept[at] if at < len(kept) else finish
    for first, second in ((before, here), (here, after)):
        if second is None or can_follow(first, second):
            continue
        stretch, seconds = second[0] - first[0], second[1] - first[1]
        if seconds <= 0 and first is here:
            return f"is not earlier than {format_time(second[1])} at {second[0]:g} m"
        if seconds <= 0:
            return f"is not later than {format_time(first[1])} at {first[0]:g} m"
        return f"would need {stretch:g} m in {format_time(seconds)}, which no human has run"
    return "does not fit with the others"
