"""How a ghost stands to those who race: behind the leader, or before him, which nobody else can be."""

import re

from replay.motion import Motion
from replay.race.race import Entry, Role


def ran_before(entry: Entry) -> bool:
    """Whether an entry ran at another time: a ghost, or a guest with the year of his race behind his name.

    His time is known all along, and nobody waits until he is home.
    """
    return entry.role is Role.GUEST and bool(entry.ghost or re.search(r"(?<!\d)(?:1[89]|20)\d\d\D?$", entry.name))


def gap_of_ghost(motion: Motion, ghost: int, first: int, t: float) -> float | None:
    """Seconds that a ghost is behind the leader; below 0 where he is ahead. None where he is nowhere.

    It is taken where the hinder of the two is, or stopped: nothing that comes after `t` is looked at.

    Args:
        motion: Where everybody is.
        ghost: The ghost's entry.
        first: The leader's.
        t: Seconds.
    """
    run, lead = motion.distance_at(ghost, t), motion.distance_at(first, t)
    if run is None or lead is None:
        return None
    both = min(run, lead)
    own, other = motion.time_at(ghost, both), motion.time_at(first, both)
    return round(own - other, 9) if own is not None and other is not None else None
