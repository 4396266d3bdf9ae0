"""A digest of what estimates are made from: while it is the same, those that a file holds are fresh."""

import hashlib
import json

from replay.race.race import Race
from replay.reconstruction.statements import known_splits

_MODEL = 15
"""Counted up when the same race would get other estimates than before."""


def digest(race: Race) -> str:
    """A digest of everything that estimates are made from: known times, places, facts, and the model's version."""
    entries = [
        [
            *(entry.name, str(entry.status), entry.place, str(entry.role), entry.lane),
            None if entry.result is None else [entry.result.seconds, entry.result.doubtful],
            None if entry.stopped is None else [entry.stopped.after, entry.stopped.by],
            [[split.distance, split.time.seconds] for split in known_splits(entry)],
        ]
        for entry in race.entries
        if not entry.ghost
    ]
    facts = [
        [
            *(fact.at, fact.start, fact.end, fact.order, fact.leader, fact.runner, fact.place),
            *(fact.behind, fact.gap, fact.metres, fact.within, fact.runners, fact.passes),
            *(None if time is None else time.seconds for time in (fact.leader_time, fact.took)),
        ]
        for fact in race.facts
    ]
    where = [race.distance, str(race.course.surface), race.course.lap_metres, race.steeplechase]
    made_from = json.dumps([_MODEL, where, entries, facts])
    return hashlib.sha256(made_from.encode()).hexdigest()[:16]
