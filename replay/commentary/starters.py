"""How many are in the race, as far as it is known: what may be said of the whole field rests on it."""

from typing import NamedTuple

from replay.race.race import Race, Status
from replay.race.reactions import started_falsely

FIELD = 8
"""Entries from which on a field with nobody missing is taken for the whole field."""


class Starters(NamedTuple):
    """A number of starters."""

    many: int
    least: bool
    """Whether there may be more, since some are known only to have run."""


def starters_of(race: Race) -> Starters | None:
    """The starters of a race; None where too many of them are missing from the file to give a number."""
    field = [entry for entry in race.entries if entry.competes and not started_falsely(entry)]
    if len(race.entries) == 1:
        return Starters(1, least=False)
    places = [entry.place for entry in field if entry.place is not None]
    missing = max(places, default=0) - len(places)
    unknown = sum(1 for entry in field if entry.status is Status.UNKNOWN)
    if len(field) < 2 or missing > unknown or (len(field) < FIELD and race.documented != "full"):
        return None
    return Starters(len(field), unknown > 0)
