"""A race as it would have been with another lap or split of somebody, or without somebody: a copy that says so.

Whoever is changed runs the stretch that is named in the time that is given, evenly quicker or slower than he did, and
everything after it as he ran it; all others run as they ran. Places follow from the times. What people did and said
after the gun belongs to the race that was: reports, quotes, notes and marks are left out, and a time that is changed is
an estimate.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import repeat
from typing import NamedTuple

from replay.motion import is_large
from replay.motion.curves import TOP_SPEED
from replay.race.bulk import changed
from replay.race.clocks import start_of
from replay.race.names import find_runner
from replay.race.problems import ReplayError
from replay.race.race import Entry, Evidence, Race, Role, Split, Status, Time, When, WhenKind
from replay.race.times import format_distance, format_time, parse_time
from replay.race.when import parse_when
from replay.reconstruction.digest import digest
from replay.state import timeline_of
from replay.state.timeline import Timeline

FORMS = "'Kerr lap 3 = 55.0', 'Kerr 1200m = 2:48', 'Kerr finish = 3:41', 'Kerr lap 3 = -0.5' or 'without Kidder'"
"""What can be said, for messages."""
_CHANGE = re.compile(
    r"(?P<who>.+?)\s+(?P<what>lap ?\d+|last lap|finish|half|[\d.]+ ?(?:m|km|k|mi|miles?))\s*=\s*(?P<time>\S+)"
)
_NAMELESS = re.compile(r"(lap ?\d+|last lap|finish|half|[\d.]+ ?(m|km|k|mi|miles?))\s*=")
_WITHOUT = re.compile(r"(?:without|no) (?:the )?(?P<who>.+)", re.IGNORECASE)
_QUICKER = 0.99
"""Of somebody's time for a lap what is offered as another."""
_MINUTES = 100.0
"""Seconds from which on tenths of a lap say little."""
_WHOLE = 0.01
"""Metres or kilometres by which the end of a lap may be off a whole number."""
_PACE = re.compile(r"pace(?:maker|r|setter)?s?", re.IGNORECASE)


class Stretch(NamedTuple):
    """Part of somebody's race, in metres, and the seconds it took."""

    begin: float
    end: float
    left: float
    """Seconds at which he was at its beginning."""
    took: float


def examples_of(timeline: Timeline, at: int, t: float) -> tuple[str, ...]:
    """What may be typed behind somebody's name, from what he has run by `t` seconds; nothing of a race for distance.

    Args:
        timeline: Of the race, its gaps filled.
        at: Who it is, by entry.
        t: Seconds from the gun.
    """
    if timeline.race.duration is not None:
        return ()
    run = timeline.motion.distance_at(at, t) or 0.0
    number = sum(mark <= run for mark in timeline.track.laps[1:])
    off = "-5" if timeline.track.by_kilometres else "-0.5"
    if not number:
        return (f"lap 1 = {off}",)
    lap = _stretch(timeline, at, f"lap {number}", "")
    there = lap.left + lap.took * _QUICKER
    quicker = format_time(lap.took * _QUICKER, 1 if lap.took < _MINUTES else 0)
    such = [f"lap {number} = {quicker}", f"lap {number} = {off}"]
    far, unit = (lap.end / 1000.0, "km") if timeline.track.by_kilometres else (lap.end, "m")
    if abs(far - round(far)) < _WHOLE:
        such.insert(1, f"{far:.0f}{unit} = {format_time(there, 0)}")
    return tuple(such)


def of_somebody(change: str, name: str) -> str:
    """A change as it was typed, of a runner where it names nobody: `lap 3 = 55.0`."""
    return f"{name} {change.strip()}" if _NAMELESS.match(change.strip()) else change


def what_if(race: Race, said: Sequence[str]) -> Race:
    """The race with changes, one after the other; as it is where there are none.

    Args:
        race: The race, its gaps filled, without ghosts.
        said: Changes as they are typed; see `FORMS`.

    Raises:
        ReplayError: One cannot be read, is of nobody, or cannot be run.
    """
    if not said:
        return race
    made = _as_run(race)
    said = [" ".join(change.split()) for change in said]  # of a thousand blanks in a row a pattern tries every two
    for change in said:
        made = _changed(made, change)
    made = replace(made, title=f"What if {'; '.join(said)}: {race.title}", what_if=tuple(said))
    return (
        made if is_large(made) else replace(made, estimates_digest=digest(made))
    )  # of a large field nothing is filled


def _as_run(race: Race) -> Race:
    """The race without what people made of it after the gun; everybody where he is taken to have been, for certain."""
    early = When(WhenKind.BEFORE).kind
    count = len(race.entries)
    nothing: dict[str, Iterable[object]] = {
        "marks": repeat((), count),
        "pending": repeat((), count),
        "notes": repeat((), count),
    }
    columns = {**nothing, "place": repeat(None, count), "splits": map(_certain, race.entries)}
    entries = tuple(changed(race.entries, Entry, columns))
    note = "This race was never run: a lap, a split or somebody in it was changed. All others run as they ran."
    return replace(
        race,
        entries=entries,
        facts=(),
        disputes=(),
        note=note,
        notes=tuple(note for note in race.notes if note.show.kind is early and note.runner is None),
        quotes=tuple(quote for quote in race.quotes if quote.show.kind is early),
    )


def _certain(entry: Entry) -> tuple[Split, ...]:
    """Splits without their ranges; the last of one of unknown fate keeps his, since it says that he was seen there."""
    if all(split.margin is None for split in entry.splits):
        return entry.splits
    last = len(entry.splits) - 1 if entry.status is Status.UNKNOWN else -1
    return tuple(
        split if at == last or split.margin is None else replace(split, margin=None)
        for at, split in enumerate(entry.splits)
    )


def _changed(race: Race, said: str) -> Race:
    without = _WITHOUT.fullmatch(said)
    if without is not None:
        return _without(race, without["who"], said)
    change = _CHANGE.fullmatch(said)
    if change is None:
        raise ReplayError(f"{said!r} changes nothing of a race; write {FORMS}")
    if race.duration is not None:
        raise ReplayError(f"{said!r}: {race.id} is a race for distance; only who is in it can be changed")
    at = find_runner(race.entries, change["who"])
    alone = timeline_of(replace(race, entries=(race.entries[at],)))  # how he ran, the others do not change
    stretch = _stretch(alone, 0, change["what"], said)
    took = _took(change["time"], stretch, whole="lap" not in change["what"], said=said)
    if took <= (stretch.end - stretch.begin) / TOP_SPEED:
        far = format_distance(round(stretch.end - stretch.begin, 3))
        raise ReplayError(f"{said!r}: that would be {far} in {format_time(max(took, 0.0))}, and nobody runs that fast")
    entries = list(race.entries)
    entries[at] = _run_in(entries[at], stretch, took, race.distance)
    return replace(race, entries=tuple(entries))


def _without(race: Race, who: str, said: str) -> Race:
    """The race without somebody, or without its pacemakers."""
    if _PACE.fullmatch(who):
        entries = tuple(entry for entry in race.entries if entry.role is not Role.PACEMAKER)
        if len(entries) == len(race.entries):
            raise ReplayError(f"{said!r}: nobody in {race.id} is told to be a pacemaker; name who is to be left out")
    else:
        gone = find_runner(race.entries, who)
        entries = tuple(entry for at, entry in enumerate(race.entries) if at != gone)
    if not any(entry.competes for entry in entries):
        raise ReplayError(f"{said!r}: nobody would be left in {race.id}")
    return replace(race, entries=entries)


def _stretch(timeline: Timeline, at: int, what: str, said: str) -> Stretch:
    """The lap that is named, or what leads to a distance from the lap mark before it."""
    race, name = timeline.race, timeline.race.entries[at].name
    marks = (*timeline.track.laps, race.distance)
    if "lap" in what:
        number = len(marks) - 1 if what == "last lap" else int(what.removeprefix("lap"))
        if not 1 <= number < len(marks):
            raise ReplayError(f"{said!r}: {race.id} has {len(marks) - 1} laps")
        begin, end = marks[number - 1 : number + 1]
    else:
        end = _metres(what, race.distance)
        if not 0 < end <= race.distance + 0.5:
            raise ReplayError(f"{said!r}: {race.id} is {format_distance(race.distance)}")
        end = min(end, race.distance)
        begin = max((mark for mark in marks if mark < end - 1), default=0.0)
    left = timeline.motion.time_at(at, begin) if begin else start_of(race, race.entries[at])
    there = timeline.motion.time_at(at, end)
    if left is None or there is None:
        raise ReplayError(f"{said!r}: {name} did not get there, or nobody knows when")
    return Stretch(begin, end, float(left), float(there) - float(left))


def _metres(what: str, distance: float) -> float:
    when = parse_when(what)
    if when.kind is WhenKind.DISTANCE:
        return when.value
    return distance * when.value if when.kind is WhenKind.FRACTION else distance


def _took(text: str, stretch: Stretch, *, whole: bool, said: str) -> float:
    """Seconds that a stretch takes: a time, since the start where `whole`, or so many seconds more or less."""
    try:
        if text[0] in "+-−":
            return stretch.took + (parse_time(text[1:]) if text[0] == "+" else -parse_time(text[1:]))
        return parse_time(text) - (stretch.left if whole else 0.0)
    except ValueError as error:
        raise ReplayError(f"{said!r}: {error}; write {FORMS}") from None


def _run_in(entry: Entry, stretch: Stretch, took: float, distance: float) -> Entry:
    """Somebody who runs a stretch in another time, and what comes after it as he ran it."""
    by = took / stretch.took

    def moved(split: Split) -> Split:
        if split.distance <= stretch.begin + 0.01:
            return split
        seconds = split.time.seconds
        into = min(max(seconds - stretch.left, 0.0), stretch.took) if split.distance < stretch.end else stretch.took
        later = into * (by - 1.0)
        return replace(split, time=Time(round(seconds + later, 3), Evidence.ESTIMATED))

    ends = {stretch.begin: stretch.left, stretch.end: stretch.left + took}
    splits = {split.distance: moved(split) for split in entry.splits}
    for far, seconds in ends.items():
        if 0 < far < distance - 0.01 and not any(abs(far - other) < 0.01 for other in splits):
            splits[far] = Split(far, Time(round(seconds, 3), Evidence.ESTIMATED))
    later = stretch.took * (by - 1.0)
    result, arrival = entry.result, entry.arrival
    return replace(
        entry,
        splits=tuple(splits[far] for far in sorted(splits)),
        result=_later(result, later) if result is not None else None,
        arrival=replace(arrival, time=_later(arrival.time, later)) if arrival is not None else None,
    )


def _later(time: Time, by: float) -> Time:
    """A finish so many seconds later, with its decimals."""
    digits = min(len(time.text.partition(".")[2]), 3) if time.text else 2
    seconds = round(time.seconds + by, digits or 2)
    return Time(seconds, Evidence.ESTIMATED, format_time(seconds, digits or 2))
