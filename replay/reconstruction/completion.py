"""A race with its gaps filled: what is known, and estimates where nothing is."""

from dataclasses import replace

from replay.race.clocks import by_clock, start_of
from replay.race.order import laps_down
from replay.race.race import Clock, Entry, Race, Split
from replay.reconstruction import Conflicting, is_sparse, reconstruct


def completed(race: Race) -> tuple[Race, tuple[Conflicting, ...]]:
    """The race with estimated splits where it is sparse; a race that is not comes back as it is.

    Args:
        race: A race; estimates that its file has for what it says now are kept.

    Returns:
        The race, and the smallest set of times and facts that contradict one another: then nothing was worked out, and
        the facts among them are left out, so that nobody tells them.

    Raises:
        MissingExtra: The race is sparse, and NumPy or HiGHS is not installed.
    """
    if not is_sparse(race):
        return race, ()
    # Everybody is worked out from his own start, and put back on the race's clock.
    made = reconstruct(by_clock(race, Clock.NET))
    entries = [
        _completed(entry, estimated, arrival, start_of(race, entry))
        for entry, estimated, arrival in zip(race.entries, made.splits, made.arrivals, strict=True)
    ]
    for index in made.left_out:
        entry = entries[index]
        entries[index] = replace(entry, note="; ".join(filter(None, [entry.note, _UNLIKE])))
    contradicted = {conflict.line for conflict in made.conflicts}
    facts = tuple(fact for fact in race.facts if fact.line is None or fact.line not in contradicted)
    return replace(race, entries=tuple(entries), facts=facts), made.conflicts


_UNLIKE = "too unlike the others to be estimated on the way"


def _completed(entry: Entry, estimated: tuple[Split, ...], arrival: Split | None, start: float) -> Entry:
    """An entry with the estimates among what is known, and at the finish where its time is not."""
    known = (split for split in entry.splits if split.margin is None)
    splits = sorted([*known, *(_later(split, start) for split in estimated)], key=lambda split: split.distance)
    if entry.ghost:  # who ran another time is as he was
        return entry
    if laps_down(entry):
        return replace(entry, splits=tuple(splits))
    return replace(entry, splits=tuple(splits), arrival=_later(arrival, start) if arrival is not None else None)


def _later(split: Split, start: float) -> Split:
    return replace(split, time=replace(split.time, seconds=split.time.seconds + start)) if start else split
