"""A runner of one race beside those of another: drawn, never placed."""

from dataclasses import replace

from replay.race.clocks import by_clock
from replay.race.names import find_runner
from replay.race.problems import ReplayError
from replay.race.race import Clock, Race, Role, Status
from replay.race.shortnames import family_name
from replay.reconstruction.digest import digest


def with_guest(race: Race, other: Race, name: str) -> Race:
    """The race with a runner of another one in it as a guest.

    Args:
        race: The race to watch.
        other: The race the guest ran; where it is longer he runs on as he did, where it is shorter he stops at its end.
        name: Who it is.

    Raises:
        ReplayError: Nobody, or more than one, is called so, or the guest has no times.
    """
    found = find_runner(other.entries, name)
    guest = by_clock(other, Clock.NET).entries[found]
    splits = tuple(split for split in guest.splits if split.distance < race.distance)
    result = guest.result if abs(other.distance - race.distance) < 0.5 else None
    if result is None and not splits:
        raise ReplayError(f"--vs: {guest.name} has no times in {other.id} that could be run beside {race.id}")
    year = f" {other.date.year}" if other.date else ""
    short = guest.short or family_name(guest.name)
    status = Status.FINISHED if result is not None else Status.DNF
    entry = replace(
        guest, name=f"{guest.name}{year} ({other.title})", short=f"{short}{year}", role=Role.GUEST, place=None, bib="",
        lane=None, marks=(), status=status, result=result, splits=splits, stopped=None,
        start=0.0, line=None,
    )  # fmt: skip
    joined = replace(race, entries=(*race.entries, entry))
    # Estimates that are fresh stay so: a guest changes nothing in the race he is put beside.
    fresh = race.estimates_digest == digest(race)
    return replace(joined, estimates_digest=digest(joined)) if fresh else joined
