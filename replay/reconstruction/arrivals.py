"""When somebody came home who finished in a time that nobody gives: by the place, and by the times of those around."""

from bisect import bisect_left
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from replay.race.race import Fact, Race, Status

_NINE_TENTHS = 0.45
"""The half-width that holds nine tenths of a stretch, as a share of it."""


class Arrival(NamedTuple):
    """When somebody is likely to have finished."""

    seconds: float
    margin: float
    """Half-width in seconds of the range that holds the truth 9 times in 10."""


def likely_arrivals(race: Race, facts: tuple[Fact, ...]) -> Mapping[int, Arrival]:
    """By entry, when those are likely to have come home who finished in a time that nobody gives.

    Between two whose places and times are known, places are taken to be evenly apart; behind the last of them as far
    apart as before on the whole. A report of how far behind somebody was at the finish says more.
    """
    timed = sorted(
        (entry.place, entry.result.seconds)
        for entry in race.entries
        if entry.competes and entry.status is Status.FINISHED and entry.place is not None and entry.result is not None
    )
    times = [
        entry.result.seconds for entry in race.entries if entry.status is Status.FINISHED and entry.result is not None
    ]
    found = {}
    for index, entry in enumerate(race.entries):
        if entry.status is not Status.FINISHED or entry.result is not None or not times:
            continue
        told = next((said for fact in facts if (said := _told(race, fact, index)) is not None), None)
        if told is not None:
            found[index] = told
        elif entry.place is not None and timed:
            found[index] = _between(timed, entry.place)
        else:
            middle = (min(times) + max(times)) / 2
            found[index] = Arrival(middle, _NINE_TENTHS * max(max(times) - min(times), middle / 20))
    return found


def _told(race: Race, fact: Fact, entry: int) -> Arrival | None:
    """The arrival of somebody whom a report has some seconds, or metres, behind another when that one finished."""
    rival = race.entries[fact.behind].result if fact.behind is not None else None
    if fact.runner != entry or rival is None or fact.at is None or fact.at < race.distance:
        return None
    if fact.gap is not None:
        return Arrival(rival.seconds + fact.gap, 0.0)
    if fact.metres is None or fact.metres >= race.distance:
        return None
    even = rival.seconds * race.distance / (race.distance - fact.metres)
    return Arrival(even, 0.1 * (even - rival.seconds))


def _between(timed: list[tuple[int, float]], place: int) -> Arrival:
    """The arrival of somebody in a place, from the places and times of others in rising order."""
    places = [own for own, _ in timed]
    at = bisect_left(places, place)
    steps = [(b - a) / (q - p) for (p, a), (q, b) in pairwise(timed) if q > p]
    usual = sum(steps) / len(steps) if steps else timed[0][1] / 500
    if 0 < at < len(timed):
        (before, first), (after, last) = timed[at - 1], timed[at]
        return Arrival(first + (last - first) * (place - before) / (after - before), _NINE_TENTHS * (last - first))
    if at == 0:
        away = usual * (timed[0][0] - place)
        return Arrival(timed[0][1] - away, away)
    away = usual * (place - timed[-1][0])
    return Arrival(timed[-1][1] + away, away)
