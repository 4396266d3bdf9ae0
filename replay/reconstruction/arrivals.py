"""When somebody came home whose time nobody gives: by the place, and by the times of those around.

Somebody who is seen near the finish, and of whom no report gives the result, is taken to have come home in one of the
places that nobody has.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
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


def likely_arrivals(race: Race, facts: tuple[Fact, ...], lost: Sequence[int] = ()) -> Mapping[int, Arrival]:
    """By entry, when those are likely to have come home who finished in a time that nobody gives.

    `lost` are entries that are taken to have finished though no report says so; they come home in the middle of the
    first places that have room for them.

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
    return found | _lost(race, timed, found, lost)


def open_places(race: Race, many: int) -> range | None:
    """The first places between two known ones that have room for so many; behind the last if there are none.

    None where no places are known.
    """
    places = sorted({entry.place for entry in race.entries if entry.place is not None and entry.competes})
    for before, after in pairwise(places):
        if after - before > many:
            return range(before + 1, after)
    return range(places[-1] + 1, places[-1] + 1 + many) if places else None


def _lost(
    race: Race, timed: list[tuple[int, float]], found: Mapping[int, Arrival], lost: Sequence[int]
) -> dict[int, Arrival]:
    """The arrivals of those whose results nobody gives: as wide as all the places that nobody has."""
    free = open_places(race, len(lost)) if lost and timed else None
    if free is None:
        return {}
    likely = _between(timed, (free[0] + free[-1] + 1) // 2)
    latest = max([timed[-1][1], *(arrival.seconds for index, arrival in found.items() if race.entries[index].place)])
    earliest = max((seconds for place, seconds in timed if place < free[0]), default=timed[0][1])
    wide = Arrival(likely.seconds, max(likely.margin, _NINE_TENTHS * (latest - earliest)))
    return dict.fromkeys(lost, wide)


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
