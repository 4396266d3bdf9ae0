"""A race file, or the list of others' that it is: what reads lists is imported when something of ours would be lost."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from replay.files.source import Choices, Reading, Source
from replay.files.yaml import reading
from replay.race.problems import Severity, UnreadableRace
from replay.race.race import Entry, Status


def read(source: Source, choices: Choices) -> Reading:
    """Read a race file; one of which much would be lost is read as the list of others that it is, if that tells more.

    Keys such as `km: 221.3` or `leg_times` are none of ours, and every program's list may have them.

    Raises:
        UnreadableRace: No race can be made of it; it holds all problems found.
    """
    own: Reading | None = None
    failed: UnreadableRace | None = None
    try:
        own = reading.read(source, choices)
    except UnreadableRace as error:
        failed = error
    lost = own is None or any(problem.severity is Severity.ERROR for problem in own.problems)
    if lost and _ONLY_OURS.search(source.data) is None:
        from replay.files.table.containers.yamllists import list_in

        with suppress(UnreadableRace):
            other = list_in(source, choices)
            if other is not None and _told(other) > (_told(own) if own is not None else 0):
                return _headed(other, own)
    if own is None:
        raise failed or UnreadableRace([])
    return own


_ONLY_OURS = re.compile(
    rb"^(?:story|facts|quotes|estimates|records|disputes|sources?|kits|notes|evidence|conditions|course)[ \t]*:",
    re.MULTILINE,
)
"""What a list of others does not say, or no list can."""


def _headed(found: Reading, own: Reading | None) -> Reading:
    """The list, with what stands above it as a race file's head has it."""
    race, ours = found.race, own.race if own is not None else None
    if race is None or ours is None:
        return found
    race = replace(
        race,
        title=ours.title,
        event=ours.event or race.event,
        meeting=ours.meeting or race.meeting,
        date=ours.date or race.date,
        venue=ours.venue if str(ours.venue) else race.venue,
    )
    return replace(found, race=race, understood=replace(found.understood, title=race.title, event=race.event))


def _told(found: Reading) -> int:
    """How much is known of everybody."""
    entries: Iterable[Entry] = found.race.entries if found.race is not None else ()
    return sum(
        len(one.splits) + (one.result is not None) + (one.arrival is not None) + (one.status is not Status.UNKNOWN)
        for one in entries
    )
