"""Times of which a list does not say where they were taken: at the ends of the laps, where that can be.

The first lap of a 1500 m has 300 m, and a mat that failed leaves a time out, so the number of times alone tells little.
Times are believed where the last of them is the finish, or where there is one for every lap.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from replay.files.results.listed import Mark, clock, decimals_of
from replay.files.table.laps import unsteadiness
from replay.files.understood import Counting
from replay.race.course import Course, Surface
from replay.race.times import parse_time
from replay.race.track.laps import lap_starts

_ROUNDED = 0.02
"""Seconds by which a finish may differ from the sum of the laps: marks are rounded up to a hundredth."""


def at_lap_ends(words: Sequence[str], result: float | None, distance: float, course: Course) -> tuple[Mark, ...] | None:
    """The times at the ends of the laps, the finish not among them; None where they do not fit.

    Args:
        words: Times of each lap, if they add up to the result or do not rise, else from the start.
        result: Seconds at the finish, where it is known.
        distance: Metres of the race.
        course: What it was run on.
    """
    try:
        times = [parse_time(word) for word in words]
    except ValueError:
        return None
    if not times:
        return None
    if _are_pairs(times):
        words, times = words[::2], times[::2]
    lap = course.lap_metres or distance
    ends = [*lap_starts(distance, lap)[1:], distance]
    summed = [round(total, 4) for total in accumulate(times)]
    laps = result is not None and len(times) > 1 and abs(summed[-1] - result) <= _ROUNDED
    known = summed if laps or any(a >= b for a, b in pairwise(times)) else list(times)
    halves = [*lap_starts(distance, lap / 2)[1:], distance]
    if len(ends) < len(known) == len(halves) and result is not None and abs(known[-1] - result) <= _ROUNDED:
        lap, ends = lap / 2, halves  # each half lap was timed
    if course.surface is Surface.POOL and result is not None and abs(known[-1] - result) <= _ROUNDED:
        several = len(ends) // len(known)  # a mat at one end of the pool times every second length
        ends = ends[several - 1 :: several] if several and len(ends) == several * len(known) else ends
    if len(known) > len(ends):
        return None
    if result is not None and known[-1] > result + _ROUNDED:
        return None
    if result is not None and abs(known[-1] - result) <= _ROUNDED:
        places = ends[-len(known) :]
    elif len(known) == len(ends) - 1 or result is None:
        places = ends[: len(known)]
    else:
        return None
    places = _steadier(places, known, result, distance, lap)
    written = [decimals_of(word) for word in words]
    decimals = accumulate(written, max) if known is summed else written  # a sum has the digits of its finest part
    told = zip(places, known, decimals, strict=True)
    marks = [Mark(metres, seconds, clock(seconds, digits)) for metres, seconds, digits in told]
    return tuple(mark for mark in marks if mark.metres < distance)


def _are_pairs(times: Sequence[float]) -> bool:
    """Whether behind each time stands that of its lap."""
    passed, laps = times[::2], times[1::2]
    return len(passed) == len(laps) and all(
        abs(now - before - lap) <= _ROUNDED for (before, now), lap in zip(pairwise([0.0, *passed]), laps, strict=True)
    )


def _steadier(
    places: list[float], known: Sequence[float], result: float | None, distance: float, lap: float
) -> list[float]:
    """The places of the times, or others that are far steadier: of whole laps from the start on, or of equal steps.

    A 1500 m timed at its start has 400, 800 and 1200 m; a 5000 m may be timed at each kilometre.
    """
    if len(places) < _FEWEST:
        return places
    whole = [min(lap * number, distance) for number in range(1, len(places) + 1)]
    others = [whole] if whole[-1] > whole[-2] and whole[-1] >= places[-1] else []
    step = distance / (len(places) + (places[-1] < distance))
    if step % _ROUND == 0:
        others.append([step * number for number in range(1, len(places) + 1)])
    told = [
        (unsteadiness(far, Counting.CUMULATIVE, [known], [result], distance), far) for far in others if far != places
    ]
    usual = unsteadiness(places, Counting.CUMULATIVE, [known], [result], distance)
    best, far = min(told, default=(usual, places))
    return far if best + _FAR_STEADIER < usual else places


_ROUND = 100.0
"""Metres of which the steps are some that a race is timed at without the ends of laps."""
_FEWEST = 3
_FAR_STEADIER = 0.06
