"""From where on anything is known of a race's order, and up to where somebody is in it.

A result says who was first at the finish and nothing of the lap before it. Until times or a report say more, who runs
where is drawn from what could be known beforehand, and nobody has a place.
"""

import math
import re
from collections import Counter
from itertools import islice

from replay.race.race import Course, Entry, Evidence, Fact, Race, Split, Status, Stopped

LEAST = 800.0
"""Metres: shorter races are run in lanes and flat out, and an even pace serves them as well."""
MOST = 100
"""A larger field is no pack: everybody runs at a pace of his own."""
SEEN_ON = 30.0
"""Metres for which somebody of unknown fate is still there where a report puts him: those behind pass there too."""
LATE = 400.0
"""Metres before the finish in which nobody who is seen gives up unseen: reports would tell of it."""
STRAIGHT = 100.0
"""Metres before the finish in which results say who is where."""
_MANY = 0.5
"""The share of a field whose times at one point put everybody in order, on the way there too."""


def stop_of(stopped: Stopped, known: float) -> float:
    """Where somebody is taken to leave: halfway between the last metres at which he was seen and those `by` which.

    Args:
        stopped: What the file says of it.
        known: Metres at which times or reports have him last.
    """
    seen = max(known, stopped.after or 0.0)
    return seen if stopped.by is None else (seen + max(seen, stopped.by)) / 2


def is_told(split: Split) -> bool:
    """Whether a split was given and not worked out by the program, and is not in doubt."""
    worked_out = split.time.evidence is Evidence.ESTIMATED and split.margin is not None
    return not worked_out and not split.time.doubtful


def results_alone(race: Race) -> bool:
    """Whether nothing is known of a race but its results, so that of a crowd everybody runs evenly up to his."""
    return not race.facts and not any(is_told(split) for entry in race.entries for split in entry.splits)


def order_known_from(race: Race) -> float:
    """The metres from which on something is known of who is ahead of whom; 0 where it is from the gun.

    Before the first time or report nothing is; with results only, nothing is before the last straight. Where half the
    field was timed somewhere, their own times say how they ran up to there.
    """
    running = list(islice((entry for entry in race.entries if entry.competes), MOST + 1))  # of 50,000 no more
    if race.distance < LEAST or not 2 <= len(running) <= MOST:
        return 0.0
    timed = Counter(split.distance for entry in running for split in entry.splits if is_told(split))
    if any(count >= _MANY * len(running) for count in timed.values()):
        return 0.0
    return min([*order_told_at(race), race.distance - STRAIGHT])


def order_told_at(race: Race) -> set[float]:
    """The metres at which times or reports say who is ahead of whom."""
    timed = {split.distance for entry in race.entries if entry.competes for split in entry.splits if is_told(split)}
    return timed | {at for fact in race.facts if (at := _tells_at(fact)) is not None}


def _tells_at(fact: Fact) -> float | None:
    """The first metres for which a report says who is ahead of whom."""
    orders = fact.leader is not None or fact.place is not None or fact.behind is not None
    if orders or len(fact.order) > 0 or fact.passes:
        return fact.at if fact.at is not None else fact.start
    return None


def goal_of(entry: Entry, distance: float) -> float:
    """Metres at which an entry's race is over: in a race for distance as far as it came, else the race's `distance`."""
    return entry.arrival.distance if entry.arrival is not None and entry.result is None else distance


def beyond(course: Course, farthest: float) -> float:
    """Metres of whole laps, or kilometres, of which one who came as far as `farthest` never began the last."""
    unit = course.lap_metres or 1000.0
    return (farthest // unit + 2) * unit


def first_missing(race: Race) -> float:
    """The first place that none of the entries can have, as they cross the line; infinite where none is missing.

    A file whose first place is missing is a part of a list, such as those of one club: they are placed among
    themselves. Whoever is disqualified later is still in front of the others on the line.
    """
    if race.duration is not None:
        return math.inf
    placed = [entry for entry in race.entries if entry.place is not None]  # a city's list has none
    places = sorted(entry.place or 0 for entry in placed if entry.competes and entry.status is Status.FINISHED)
    missing = next((rank for rank, place in enumerate(places, start=1) if place > rank), 1)
    if missing == 1:
        return math.inf
    out = sum(1 for entry in race.entries if entry.competes and entry.status is Status.DQ and entry.result is not None)
    return missing + out


def laps_down(entry: Entry) -> int:
    """How many laps fewer than the winner somebody ran, as his note says: 1 for `-1 lap`; 0 where it does not."""
    match = re.search(r"-(\d{1,3}) laps?\b", entry.note) if entry.result is None else None
    return int(match[1]) if match is not None else 0


def lapped_text(entry: Entry) -> str:
    """`-1 lap`, `-2 laps`; empty for one who was not lapped."""
    laps = laps_down(entry)
    return f"-{laps} lap{'s' if laps > 1 else ''}" if laps else ""
