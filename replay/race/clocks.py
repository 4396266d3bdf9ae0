"""The two clocks of a race: from the gun, and from when each runner crossed the start line, as his chip has it.

A race file gives times on one of them; where it also says when each runner started, the other follows. On the gun's
clock a runner stands on the line until his start; on the chip's everybody starts at 0, whenever that was.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from replay.race.bulk import changed
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


def by_clock(race: Race, clock: Clock) -> Race:
    """The race with all times on a clock; the same race where they are on it already, or it has no other.

    Times keep their number of decimals. Those of a runner whose start nobody knows stay as they are, as estimates. What
    reports tell of the order on the way holds on their own clock, and is left out.
    """
    if clock not in clocks_of(race)[1:]:
        return race
    way = 1 if clock is Clock.GUN else -1
    return replace(race, clock=clock, entries=tuple(_moved(entry, way) for entry in race.entries), facts=())


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
    return sum(1 for one, two in pairwise(seconds) if one > two) * 20 < len(seconds)


def _moved(entry: Entry, way: int) -> Entry:
    """An entry with its times so many starts later or earlier."""
    start = entry.start
    if start == 0.0 or entry.ghost or (entry.result is None and entry.arrival is None and not entry.splits):
        return entry
    by = None if start is None else way * start
    splits = [_split(split, by) for split in entry.splits]
    return replace(
        entry,
        result=_time(entry.result, by) if entry.result is not None else None,
        splits=tuple(split for split in splits if split.time.seconds > 0),
        arrival=_split(entry.arrival, by) if entry.arrival is not None else None,
    )


def _split(split: Split, by: float | None) -> Split:
    return Split(split.distance, _time(split.time, by), split.margin, split.line)


def _time(time: Time, by: float | None) -> Time:
    if by is None:
        return Time(time.seconds, Evidence.ESTIMATED, time.text, time.source, time.doubtful)
    seconds = round(time.seconds + by, 4)
    text = format_time(max(seconds, 0.0), min(len(time.text.partition(".")[2]), 3)) if time.text else ""
    return Time(seconds, time.evidence, text, time.source, time.doubtful)
