"""From where on anything is known of a race's order, and up to where somebody is in it.

A result says who was first at the finish and nothing of the lap before it. Until times or a report say more, who runs
where is drawn from what could be known beforehand, and nobody has a place.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
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
FALLING_IN = 100.0
"""Metres from the start in which nobody leads yet: all are still falling into line."""
CLOSE = 210.0
"""Metres between two points within which the order between them is taken as seen."""
REACH = 450.0
"""Metres between two points within which the way between them says something of it at all."""
LONG = 3500.0
"""Metres above which a race changes so slowly that these points may lie further apart."""
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
    running = _pack(race)
    if race.distance < LEAST or not running or _timed_at(running):
        return 0.0
    return min([*order_told_at(race), race.distance - STRAIGHT])


def order_seen_from(race: Race) -> float:
    """The metres from which on anybody has a place: where the order is known, and nobody is falling into line any more.

    Where half the field was timed that is soon after the start, if they were timed near it or run far, else where they
    were. Of a sprint with results alone, which all run flat out, it is the last straight, or the last half of that.
    """
    running = _pack(race)
    if not running:
        return 0.0
    told = min(order_told_at(race), default=race.distance)
    if any(at <= REACH or race.distance > LONG for at in _timed_at(running)):
        return min(told, FALLING_IN)
    if race.distance >= LEAST:
        return min(told, race.distance - STRAIGHT)
    return min(told, max(race.distance - STRAIGHT, race.distance / 2))


def _pack(race: Race) -> list[Entry]:
    """Those who race, where they are a pack: none where one runs alone, or a crowd."""
    running = list(islice((entry for entry in race.entries if entry.competes), MOST + 1))  # of 50,000 no more
    return running if 2 <= len(running) <= MOST else []


def _timed_at(running: Sequence[Entry]) -> list[float]:
    """The metres at which half of those who run were timed."""
    timed = Counter(split.distance for entry in running for split in entry.splits if is_told(split))
    return [distance for distance, count in timed.items() if count >= _MANY * len(running)]


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
