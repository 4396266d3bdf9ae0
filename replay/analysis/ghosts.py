"""Runners of other times beside those of a race: of any race, over any distance, or whoever watches.

A ghost is a guest (drawn, never placed or counted) who says which race he ran. He runs as he ran it, from its start
line and with the gun; or, aligned at the finish, so that he comes home with the winner: then two last laps can be
compared though one was run behind a pacemaker and the other out of a walk. Who ran a longer race passes the line in the
time he passed it there; who ran a shorter one stops where that ended, or begins where it began, so that his last lap is
the last lap here. What he is thought to have run between his splits comes from his own race, and nothing of the race he
is put beside is worked out anew for him.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from replay.motion.curves import Curve, path_of
from replay.race.clocks import by_clock
from replay.race.problems import ReplayError
from replay.race.race import Clock, Entry, Evidence, Race, Role, Split, Status, Time
from replay.race.shortnames import family_name

_SAME = 0.5
"""Metres by which two distances may differ and are one."""


class Align(StrEnum):
    """Where a ghost and the race are level."""

    GUN = "gun"
    FINISH = "finish"


ALIGNED = "aligned at the finish"
"""The note of one who is."""


class Ghost(NamedTuple):
    """Somebody as he ran another time."""

    entry: Entry
    """His times, from his own start; a guest."""
    distance: float
    """Metres that he ran."""


def ghost_of(race: Race, entry: int, option: str = "") -> Ghost:
    """Somebody of a race as a ghost.

    Args:
        race: The race he ran, its gaps filled.
        entry: Who it is.
        option: What puts him there; the race's id and his name if not given.

    Raises:
        ReplayError: Nobody knows how he ran.
    """
    runner = by_clock(race, Clock.NET).entries[entry]
    if race.duration is not None or (runner.result is None and not runner.splits):
        raise ReplayError(f"{runner.name} has no times in {race.id} that could be run beside a race")
    year = f" {race.date.year}" if race.date else ""
    ran = _as_ghost(runner, option or f"--vs {race.id}:{runner.name}")
    short = f"{runner.short or family_name(runner.name)}{year}"
    return Ghost(replace(ran, name=f"{runner.name}{year} ({race.title})", short=short), race.distance)


def winner_of(race: Race) -> int | None:
    """The entry of who won a race over a distance; None where nobody knows in what time."""
    ranks = [
        (entry.place or len(race.entries), entry.result.seconds, index)
        for index, entry in enumerate(race.entries)
        if entry.competes and entry.status is Status.FINISHED and entry.result is not None
    ]
    return min(ranks)[2] if ranks and race.duration is None else None


def winners(races: Iterable[Race], distance: float, beside: str = "") -> list[Ghost]:
    """Who won the races over a distance, the latest first.

    Args:
        races: Races, their gaps filled.
        distance: Metres.
        beside: The id of a race whose own winner is left out.
    """
    alike = [race for race in races if abs(race.distance - distance) < _SAME and race.id != beside]
    alike.sort(key=lambda race: str(race.date or ""), reverse=True)
    return [ghost_of(race, index) for race in alike if (index := winner_of(race)) is not None]


YOU = "You"


def even_run(time: Time, distance: float) -> Ghost:
    """Whoever watches, at an even pace to a time."""
    entry = Entry(f"{YOU} ({time.text}, even pace)", YOU, result=time)
    return Ghost(_as_ghost(entry, f"--me {time.text}"), distance)


def your_run(words: str, splits: Sequence[Split], result: Time | None, distance: float, said: str) -> Ghost:
    """Whoever watches, by his own times: what they are in words, and as they were `said`."""
    entry = Entry(f"{YOU} ({words})", YOU, result=result, splits=tuple(splits))
    return Ghost(_as_ghost(entry, f"--me {said}"), distance)


def _as_ghost(entry: Entry, option: str) -> Entry:
    """An entry with its times and nothing that belongs to the race it ran."""
    # How wide an estimate is says something of his own race; here it would say that others' places are not known.
    splits = tuple(replace(split, margin=None, line=None) for split in entry.splits if not split.time.doubtful)
    result = entry.result if entry.status is not Status.DNF else None
    return replace(
        entry, role=Role.GUEST, ghost=option, place=None, bib="", lane=None, marks=(), pending=(), notes=(), note="",
        legs=(), splits=splits, result=result, arrival=None, stopped=None, start=0.0, line=None,
    )  # fmt: skip


def beside(race: Race, ghosts: Sequence[Ghost], align: Align = Align.GUN) -> Race:
    """The race with these ghosts, in place of those that are in it.

    Raises:
        ReplayError: Somebody cannot be aligned at the finish, since his time or the winner's is not known.
    """
    if race.duration is not None and ghosts:
        raise ReplayError(f"{race.id} is a race for distance: nobody can be put beside it")
    own = without_ghosts(race)
    placed = (_from_gun(own, ghost) if align is Align.GUN else _to_finish(own, ghost) for ghost in ghosts)
    return replace(own, entries=(*own.entries, *placed))


def ghosts_of(race: Race, other: Race) -> Race:
    """The race with the ghosts that another, which is the same but for what was worked out, has."""
    ghosts = (entry for entry in other.entries if entry.ghost)
    return replace(race, entries=(*without_ghosts(race).entries, *ghosts))


def without_ghosts(race: Race) -> Race:
    """The race and nobody else."""
    return replace(race, entries=tuple(entry for entry in race.entries if not entry.ghost))


def _from_gun(race: Race, ghost: Ghost) -> Entry:
    entry, ran = ghost
    if abs(ran - race.distance) < _SAME:
        splits = tuple(split for split in entry.splits if split.distance < race.distance)
        status = Status.FINISHED if entry.result is not None else Status.DNF
        return replace(entry, splits=splits, status=status)
    if ran < race.distance:
        end = () if entry.result is None else (Split(ran, entry.result),)
        return replace(entry, splits=(*entry.splits, *end), result=None, status=Status.DNF)
    splits = tuple(split for split in entry.splits if split.distance < race.distance - 0.01)
    there = [split.time for split in entry.splits if abs(split.distance - race.distance) <= 0.01]
    passed = there[0].seconds if there else _time_at(ghost, race.distance)
    if passed is None:
        return replace(entry, splits=splits, result=None, status=Status.DNF)
    arrival = there[0] if there else Time(passed, Evidence.ESTIMATED)
    return replace(entry, splits=splits, result=None, arrival=Split(race.distance, arrival), status=Status.FINISHED)


def _to_finish(race: Race, ghost: Ghost) -> Entry:
    first = winner_of(race)
    entry, ran = ghost
    won = race.entries[first].result if first is not None else None
    if won is None or entry.result is None:
        who = entry.name if won is not None else f"the winner of {race.id}"
        raise ReplayError(f"--align finish: nobody knows the time of {who}; align at the gun")
    later, further = won.seconds - entry.result.seconds, race.distance - ran
    begun: tuple[Split, ...] = ()
    if further > _SAME:  # before his start he runs at the pace he will run
        start = later - further * entry.result.seconds / ran
        begun = (Split(further, Time(later, Evidence.ESTIMATED)),)
    else:
        cut = -further if further < -_SAME else 0.0
        start = later + (_time_at(ghost, cut) or 0.0 if cut else 0.0)
    moved = (
        Split(split.distance + further, replace(split.time, seconds=split.time.seconds + later, text=""))
        for split in entry.splits
        if 0.01 < split.distance + further < race.distance
    )
    home = replace(entry.result, seconds=won.seconds, text="")
    return replace(
        entry, note=ALIGNED, splits=(*begun, *moved), result=None, arrival=Split(race.distance, home),
        status=Status.FINISHED, start=start,
    )  # fmt: skip


def _time_at(ghost: Ghost, distance: float) -> float | None:
    """Seconds after his start at which somebody passed a distance; None if he never did."""
    status = Status.FINISHED if ghost.entry.result is not None else Status.DNF
    path = path_of(replace(ghost.entry, status=status), ghost.distance)
    seconds = Curve(path).time(distance) if path is not None else None
    return seconds if seconds is not None and seconds == seconds else None
