"""The two clocks of a race: from the gun, and from when each runner crossed the start line, as his chip has it.

A race file gives times on one of them; where it also says when each runner started, the other follows. On the gun's
clock a runner stands on the line until his start; on the chip's everybody starts at 0, whenever that was.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice, pairwise, repeat
from operator import attrgetter
from typing import TypeVar

from replay.race.alike import once_each
from replay.race.bulk import changed, uncollected
from replay.race.race import Clock, Entry, Evidence, Race, Split, Status, Time
from replay.race.times import format_time


def clocks_of(race: Race) -> tuple[Clock, ...]:
    """The clocks a race can be told by: its own first, and the other one where somebody is known to start later."""
    # A race for distance is over for everybody at once, whenever he began.
    started = (entry for entry in race.entries if entry.status is not Status.DNS and not entry.ghost)
    apart = race.duration is None and any(entry.start for entry in started)
    return (race.clock, _OTHER[race.clock]) if apart else (race.clock,)


_OTHER = {Clock.GUN: Clock.NET, Clock.NET: Clock.GUN}


def start_of(race: Race, entry: Entry) -> float:
    """Seconds on the race's clock at which an entry begins to run; 0 where that is not known to be later.

    A ghost has its own on either clock, which may be before the gun.
    """
    if entry.ghost:
        return entry.start or 0.0
    return max(entry.start or 0.0, 0.0) if race.clock is Clock.GUN else 0.0


def starts_of(race: Race) -> list[float]:
    """The same of everybody, and quickly."""
    shown = race.clock is Clock.GUN
    return [start_of(race, entry) if entry.ghost or (shown and entry.start) else 0.0 for entry in race.entries]


def by_clock(race: Race, clock: Clock) -> Race:
    """The race with all times on a clock; the same race where they are on it already, or it has no other.

    Times keep their number of decimals. Those of a runner whose start nobody knows stay as they are, as estimates. What
    reports tell of the order on the way holds on their own clock, and is left out.
    """
    if clock not in clocks_of(race)[1:]:
        return race
    way = 1 if clock is Clock.GUN else -1
    with uncollected():
        return replace(race, clock=clock, entries=tuple(_moved(race.entries, way)), facts=())


def placed_by_clock(race: Race) -> Race:
    """The race without its official places, where it has two clocks and they were given by the other one.

    Who has a place and no time keeps it. Places were given by a clock on which no more than one in twenty follows
    somebody slower.
    """
    if len(clocks_of(race)) == 1 or _follow(race.entries):
        return race
    places = [None if entry.result is not None else entry.place for entry in race.entries]
    return replace(race, entries=tuple(changed(race.entries, Entry, {"place": places})))


def _follow(entries: Sequence[Entry]) -> bool:
    placed = [(entry.place, entry.result.seconds) for entry in entries if entry.place and entry.result is not None]
    seconds = [time for _, time in sorted(placed)]
    return not placed or sum(1 for one, two in pairwise(seconds) if one > two) * 20 < len(seconds)


def _moved(entries: Sequence[Entry], way: int) -> list[Entry]:
    """Entries with their times so many starts later or earlier; all at once, since a large field has half a million."""
    moving = [entry for entry in entries if _moves(entry)]
    by = [None if entry.start is None else way * entry.start for entry in moving]
    told = [*chain.from_iterable(entry.splits for entry in moving)]
    counts = [len(entry.splits) for entry in moving]
    splits = iter(_started(told, [*chain.from_iterable(map(repeat, by, counts))]))
    own = [tuple(filter(None, islice(splits, count))) for count in counts]
    results = iter(_times(*_some([entry.result for entry in moving], by)))
    arrivals = iter(_splits(*_some([entry.arrival for entry in moving], by)))
    columns: dict[str, Iterable[object]] = {
        "result": [None if entry.result is None else next(results) for entry in moving],
        "splits": own,
        "arrival": [None if entry.arrival is None else next(arrivals) for entry in moving],
    }
    moved = iter(changed(moving, Entry, columns))
    return [next(moved) if _moves(entry) else entry for entry in entries]


def _moves(entry: Entry) -> bool:
    timed = entry.result is not None or entry.arrival is not None or bool(entry.splits)
    return timed and entry.start != 0.0 and not entry.ghost


Known = TypeVar("Known")


def _some(values: Sequence[Known | None], by: Sequence[float | None]) -> tuple[list[Known], list[float | None]]:
    """The values that there are, each with by how much it moves."""
    there = [(value, late) for value, late in zip(values, by, strict=True) if value is not None]
    return [value for value, _ in there], [late for _, late in there]


def _started(splits: Sequence[Split], by: Sequence[float | None]) -> list[Split | None]:
    """Splits so much later; None for those that are then before the start."""
    first, like = once_each(splits, by, attrgetter("time.seconds"), _rest_of_split) or (range(len(splits)), None)
    moved = _splits([splits[at] for at in first], [by[at] for at in first])
    there = [split if split.time.seconds > 0 else None for split in moved]
    return there if like is None else list(map(there.__getitem__, like))


def _splits(splits: Sequence[Split], by: Sequence[float | None]) -> list[Split]:
    return changed(splits, Split, {"time": _times([split.time for split in splits], by)})


def _times(times: Sequence[Time], by: Sequence[float | None]) -> list[Time]:
    """Times so much later, with as many decimals; those that move nobody knows how much are estimates."""
    alike = once_each(times, by, attrgetter("seconds"), _rest_of_time)
    if alike is None:
        return _each_time(times, by)
    first, like = alike
    moved = _each_time([times[at] for at in first], [by[at] for at in first])
    return list(map(moved.__getitem__, like))


def _each_time(times: Sequence[Time], by: Sequence[float | None]) -> list[Time]:
    pairs = list(zip(times, by, strict=True))
    seconds = [time.seconds if late is None else round(time.seconds + late, 4) for time, late in pairs]
    texts = [
        time.text if late is None or not time.text else _text(now, len(time.text.partition(".")[2]))
        for (time, late), now in zip(pairs, seconds, strict=True)
    ]
    evidence = [Evidence.ESTIMATED if late is None else time.evidence for time, late in pairs]
    return changed(times, Time, {"seconds": seconds, "text": texts, "evidence": evidence})


def _rest_of_time(time: Time) -> tuple[object, ...]:
    """What a time is but for its seconds and digits: of those how many decimals, or that there are none."""
    decimals = len(time.text.partition(".")[2]) if time.text else None
    return decimals, time.evidence, time.source, time.doubtful


def _rest_of_split(split: Split) -> tuple[object, ...]:
    return split.distance, split.margin, split.line, *_rest_of_time(split.time)


@lru_cache(maxsize=100_000)
def _text(seconds: float, decimals: int) -> str:
    """A time's digits; of a large field's times most are alike."""
    return format_time(max(seconds, 0.0), min(decimals, 3))
