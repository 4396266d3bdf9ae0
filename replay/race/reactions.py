"""How long a sprinter took to move after the gun, as it is noted of him, and whose start was false."""

import re
from dataclasses import replace

from replay.race.race import Entry, Race, Status, When, WhenKind

FALSE = 0.1
"""Seconds: who moves sooner has not heard the gun (rule 16.6 of World Athletics)."""
_MOST = 5.0
"""Seconds: what is more is no reaction."""
_SPRINTS = 1000.0
"""Metres: in longer races nobody is timed out of the blocks."""
_NOTED = re.compile(r"\breaction (-?[\d.]+) s\b")
_CALLED = re.compile(r"\bfalse start\b|\bTR ?16\.[78]\b|\bR? ?162\.[67]\b|^FS\d?$", re.IGNORECASE)


def reacted(seconds: float | None) -> str:
    """What is noted of how long somebody took to move after the gun: `reaction 0.145 s`; nothing where nobody knows."""
    return f"reaction {seconds:.3g} s" if seconds is not None and abs(seconds) < _MOST else ""


def reaction_of(entry: Entry) -> float | None:
    """Seconds from the gun until an entry moved, by its note; None where nobody knows."""
    noted = _NOTED.search(entry.note)
    return float(noted[1]) if noted is not None else None


def started_falsely(entry: Entry) -> bool:
    """Whether somebody was disqualified for his start, and so did not run."""
    if entry.status is not Status.DQ or entry.result is not None or entry.splits:
        return False
    reaction = reaction_of(entry)
    return _CALLED.search(entry.note) is not None or (reaction is not None and reaction < FALSE)


def sent_off_at_the_gun(race: Race) -> Race:
    """The race with those whose start was false out of it from the gun on, where nothing says when that was decided."""
    late = When(WhenKind.AFTER)
    gone = [started_falsely(entry) and entry.decided == late for entry in race.entries if race.distance <= _SPRINTS]
    if not any(gone):
        return race
    entries = (
        replace(entry, decided=When(WhenKind.START)) if out else entry
        for entry, out in zip(race.entries, gone, strict=True)
    )
    return replace(race, entries=tuple(entries))
