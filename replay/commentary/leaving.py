"""Those who leave the race, and disqualifications."""

from collections.abc import Callable, Iterator

from replay.commentary.calls import CallKind, Position
from replay.commentary.finishes import place_as_run
from replay.commentary.ideas import ALWAYS, Idea
from replay.commentary.leads import SHOWN
from replay.commentary.observer import Watch
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, listed, ordinal
from replay.race.race import Status
from replay.race.reactions import started_falsely

SOON = 5.0
"""Seconds within which a change of the lead is told in a line of its own."""


def stop_ideas(seen: Seen) -> Iterator[Idea]:
    """Those who leave the race, where it is known that they ran."""
    watch = seen.watch
    together: dict[tuple[float, str, bool], list[int]] = {}
    for entry, curve in watch.curves.items():
        found = watch.entry(entry)
        if found.status is not Status.DNF or found.ghost:
            continue
        where = found.stopped
        sure = where is None or (where.by is None and where.after is not None)
        run = watch.far(curve.distances[-1], near=not sure)
        spot = f"after {run}" if where is None else f"at {run}" if sure else f"about {run} in"
        # Of pacemakers who stop in one place it is told at once, when the last of them does.
        key = (0.0 if watch.paces(entry) else curve.end, spot, sure)
        together.setdefault(key, []).append(entry)
    for (_, spot, sure), entries in together.items():
        time = max(watch.curves[entry].end for entry in entries)
        now = _left_in_front(seen, entries, time)
        if now is not None:
            spot, time = f"{spot}, and {watch.name(now)} is in front", time + SHOWN
        words = _stops(watch, entries[0], spot) if len(entries) == 1 else _all_stop(watch, entries, spot)
        claims, about = ((), entries) if now is None else ((Position(now, 1),), [*entries, now])
        yield Idea(time, CallKind.STOP, 1, words, estimated=not sure, entries=tuple(about), claims=claims)


def _left_in_front(seen: Seen, entries: list[int], time: float) -> int | None:
    """Whom the leader leaves in front who steps off, where no other line tells it."""
    before, after = (seen.watch.board(t).first for t in (time, time + SHOWN))
    if before is None or before.entry not in entries or after is None or after.home:
        return None
    told = any(lead.entry == after.entry and abs(lead.time - time) < SOON for lead in seen.leads)
    return None if told else after.entry


def _all_stop(watch: Watch, entries: list[int], spot: str) -> Callable[[Voice], str]:
    names = listed([watch.name(entry) for entry in entries])
    return lambda voice: voice.say(
        "pacers stop",
        f"{names}, the pacing done, step off {spot}",
        f"the pacemakers {names} leave the track {spot}",
        f"{names} have done what was asked, and stop {spot}",
    )


def _stops(watch: Watch, entry: int, spot: str) -> Callable[[Voice], str]:
    name = watch.name(entry)
    if watch.paces(entry):
        return lambda voice: voice.say(
            "pacer stops",
            f"{name}, the pacing done, steps off {spot}",
            f"the pacemaker {name} leaves the track {spot}",
            f"{name} has done what was asked, and stops {spot}",
        )
    return lambda voice: voice.say(
        "stops",
        f"{name} is out of it: stopped {spot}",
        f"{name} has dropped out {spot}",
        f"no finish for {name}, who leaves the race {spot}",
        f"the race is over for {name}, {spot}",
    )


def dq_ideas(seen: Seen) -> Iterator[Idea]:
    """Disqualifications, when they were decided."""
    watch = seen.watch
    decided: dict[float, list[int]] = {}
    for entry, found in enumerate(watch.race.entries):
        if found.status is Status.DQ and not started_falsely(found):
            decided.setdefault(min(watch.timeline.time_of(found.decided), seen.end), []).append(entry)
    for at, (time, entries) in enumerate(sorted(decided.items())):
        words = _disqualified(watch, entries[0], time) if len(entries) == 1 else _several(watch, entries)
        yield Idea(time, CallKind.DQ, ALWAYS if at < 2 else 1, words, entries=tuple(entries))


def _several(watch: Watch, entries: list[int]) -> Callable[[Voice], str]:
    names = listed([watch.name(entry) for entry in entries])
    return lambda voice: voice.say("several dq", f"{names} are disqualified", f"the judges disqualify {names}")


def _disqualified(watch: Watch, entry: int, time: float) -> Callable[[Voice], str]:
    result, place, name = watch.entry(entry).result, place_as_run(watch, entry), watch.name(entry)
    if result is None or place is None or result.seconds > time:
        return lambda voice: voice.say("dq", f"{name} is disqualified", f"the judges disqualify {name}")
    winners = [watch.name(i) for i, e in enumerate(watch.race.entries) if e.place == 1 and e.status is Status.FINISHED]
    now = f"; the race goes to {listed(winners)}" if place == 1 and winners else ""
    return lambda voice: voice.say("dq home", f"{name}, {ordinal(place)} across the line, is disqualified{now}")
