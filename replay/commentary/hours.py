"""A race for distance in words: the gun, who takes the lead, how it stands, how long there is yet, and who has won."""

from collections.abc import Iterator
from itertools import pairwise

from replay.commentary.calls import Call, CallKind
from replay.commentary.observer import Watch, told
from replay.commentary.voice import listed, number, ordinal, sentence
from replay.race.race import Evidence
from replay.race.times import format_ran
from replay.state.timeline import RaceState

_LOOKS = 400
"""Times, of those at which somebody was timed, at which it is looked who leads: so many at the most."""
_LEFT = (12 * 3600.0, 6 * 3600.0, 3600.0, 600.0, 60.0)
"""Seconds to go that are told."""
_SHORTEST = 0.6
"""The part of the race above which a time to go is no news."""
_PARTS = (
    (0.25, "A quarter of the time is gone"),
    (0.5, "Half the time is gone"),
    (0.75, "A quarter of the time is left"),
)
_FIRST = 3


def hour_calls(watch: Watch) -> tuple[Call, ...]:
    """Every line, in order of time."""
    calls = [*_gun(watch), *_leads(watch), *_parts(watch), *_countdown(watch), *_verdict(watch)]
    return tuple(sorted(calls, key=lambda call: call.time))


def in_words(seconds: float) -> str:
    """`one hour`, `24 hours`, `90 minutes`, `one minute`."""
    unit, name = (3600, "hour") if seconds % 3600 == 0 else (60, "minute")
    count = round(seconds / unit)
    return f"{number(count)} {name}{'s' if count > 1 else ''}"


def _gun(watch: Watch) -> Iterator[Call]:
    duration = watch.race.duration or 0.0
    text = f"The gun! {sentence(in_words(duration))} to run: who comes farthest has won"
    yield Call(0.0, CallKind.GUN, text, form="hours gun")


def _leads(watch: Watch) -> Iterator[Call]:
    """Who leads and who takes over, as the board shows it; where nothing is known of the way nobody is said to."""
    duration = watch.race.duration or 0.0
    times = sorted({split.time.seconds for entry in watch.race.entries for split in entry.splits if told(split)})
    apart = duration / _LOOKS
    times = [t for before, t in pairwise([-apart, *times]) if t - before >= apart or t == times[0]]
    first = [(t, _leader(watch.timeline.top(t, 1))) for t in times]
    for (_, before), (t, leader) in pairwise([(0.0, None), *first]):
        if leader is None or leader == before:
            continue
        name = watch.name(leader)
        text = f"{name} leads" if before is None else f"{name} goes past {watch.name(before)} into the lead"
        yield Call(t, CallKind.LEAD, text, estimated=True, entries=(leader,), form="hours lead")


def _leader(state: RaceState) -> int | None:
    return next((runner.entry for runner in state.standings if runner.place == 1), None)


def _parts(watch: Watch) -> Iterator[Call]:
    duration = watch.race.duration or 0.0
    for part, words in _PARTS:
        state = watch.timeline.top(part * duration, _FIRST)
        text = f"{words}{_standing(watch, state)}"
        yield Call(part * duration, CallKind.SPLIT, text, estimated=_estimated(state), form=f"hours {part}")


def _estimated(state: RaceState) -> bool:
    return any(runner.evidence is Evidence.ESTIMATED for runner in state.standings)


def _standing(watch: Watch, state: RaceState) -> str:
    """`: Alfa leads with 9254 m, Beta is 88 m behind`; empty while nothing is known of the order."""
    placed = [runner for runner in state.standings if runner.place is not None and runner.distance is not None]
    if not placed:
        return ""
    first, *others = placed
    mark = first.evidence.mark
    behind = [
        f"{watch.name(runner.entry)} is {runner.gap_metres:.0f} m behind" for runner in others if runner.gap_metres
    ]
    return ", ".join(
        [f": {watch.name(first.entry)} leads with {mark}{format_ran(round(first.distance or 0))}", *behind]
    )


def _countdown(watch: Watch) -> Iterator[Call]:
    duration = watch.race.duration or 0.0
    for left in _LEFT:
        if left > _SHORTEST * duration or left in ((1 - part) * duration for part, _ in _PARTS):
            continue
        state = watch.timeline.top(duration - left, 2)
        text = f"{sentence(in_words(left))} to go{_standing(watch, state)}"
        yield Call(duration - left, CallKind.SPLIT, text, estimated=_estimated(state), form=f"hours left {left:g}")


def _verdict(watch: Watch) -> Iterator[Call]:
    """The result, which stays."""
    duration = watch.race.duration or 0.0
    state = watch.timeline.top(duration, _FIRST)
    placed = [runner for runner in state.standings if runner.status == "finished" and runner.place is not None]
    if not placed:
        return
    best = placed[0].place
    winners = [runner for runner in placed if runner.place == best]
    names = listed([watch.name(runner.entry) for runner in winners])
    won = "wins" if len(winners) == 1 else "share the first place"
    farthest = watch.race.distance
    text = f"Time! {names} {won} with {format_ran(placed[0].distance or 0, farthest)}"
    entries = tuple(runner.entry for runner in placed)
    yield Call(duration, CallKind.FINISH, text, entries=entries[: len(winners)], form="hours won", pinned=True)
    rest = [
        f"{watch.name(runner.entry)} {ordinal(runner.place or 0)} with {format_ran(runner.distance or 0, farthest)}"
        for runner in placed[len(winners) :]
    ]
    if rest:
        yield Call(
            duration, CallKind.FINISH, sentence("; ".join(rest)), entries=entries, form="hours rest", pinned=True
        )
