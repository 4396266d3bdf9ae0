"""What runners had run before a race, as boards present them with it."""

from collections.abc import Sequence
from itertools import islice

from replay.race.race import Entry

_LOOKED_AT = 100
"""Entries by whom it is told whether most have one."""
_SHARE = 3
"""One in so many has a best, at least: of one man alone it would tell that he will matter."""


def best_told(entry: Entry, entries: Sequence[Entry]) -> str:
    """`pb 3:39.50`, or the season's, as somebody is presented; empty where few in his race have one.

    Args:
        entry: Who is presented.
        entries: All of the race.
    """
    best = f"pb {entry.pb.text}" if entry.pb is not None else f"sb {entry.sb.text}" if entry.sb is not None else ""
    if not best:
        return ""
    first = [one for one in islice(entries, _LOOKED_AT) if not one.ghost]
    return best if sum(one.pb is not None or one.sb is not None for one in first) * _SHARE >= len(first) else ""
