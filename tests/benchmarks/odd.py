"""What is odd in a race's file: splits that cannot be as printed, which no measure is taken of; and rows made odd."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from replay.race.race import Entry, Race, Split, Status
from tests.benchmarks.protocols import Hidden

_BESIDE = 101.0
"""Metres within which a split has to have others on either side to be judged by them."""
_OFF = 1.5
"""Seconds by which a split is off the line between its neighbours, beyond what the whole field's are, that is odd."""
_FIELD_OFF = 1.0
"""Seconds by which a whole field's is."""
_LATE, _FALL, _TYPED = 8.0, 12.0, 10.0
"""Seconds lost by a late start, by a fall, and by a slip of the keyboard."""
_HALFWAY = 0.5
"""The share of the distance at which somebody falls, and from which on he walks."""
_WALK = 1.8
"""How much slower a walk to the end is than the running was."""
_HURT_AT, _HURT = 300.0, 1.45
"""Metres after which somebody hurt stops, and how much slower he was: as in Monaco in 2024 (60.6 s)."""


def without_odd(race: Race) -> tuple[Race, int]:
    """The race without the splits that their neighbours contradict, and how many these were.

    The files' heads name them: a runner's late by seconds with the next stretch impossibly fast, or a whole field's.
    """
    total = 0
    while odd := _oddest(race):
        total += len(odd)
        entries = tuple(
            replace(entry, splits=tuple(s for s in entry.splits if (index, s.distance) not in odd))
            for index, entry in enumerate(race.entries)
        )
        race = replace(race, entries=entries)
    return race, total


def _oddest(race: Race) -> set[tuple[int, float]]:
    """The runner's split that is furthest off, or the point at which the field is; empty if none is odd."""
    off: dict[float, dict[int, float]] = {}
    for index, entry in enumerate(race.entries):
        for before, split, after in zip(entry.splits, entry.splits[1:], entry.splits[2:], strict=False):
            if after.distance - split.distance <= _BESIDE and split.distance - before.distance <= _BESIDE:
                share = (split.distance - before.distance) / (after.distance - before.distance)
                line = before.time.seconds + share * (after.time.seconds - before.time.seconds)
                off.setdefault(split.distance, {})[index] = split.time.seconds - line
    usual = {at: float(np.median(list(found.values()))) for at, found in off.items()}
    worst = max(
        ((abs(late - usual[at]), index, at) for at, found in off.items() for index, late in found.items()),
        default=(0.0, 0, 0.0),
    )
    if worst[0] > _OFF:
        return {(worst[1], worst[2])}
    field = max(usual, key=lambda at: abs(usual[at]), default=None)
    # The start is a line to nobody: the first hundred metres are from a stand.
    if field is None or abs(usual[field]) <= _FIELD_OFF or field <= _BESIDE:
        return set()
    return {(index, field) for index in off[field]}


Spoiling = Callable[[Race, Entry], Entry]


def _later(entry: Entry, seconds: Callable[[float, float], float], distance: float) -> Entry:
    """An entry whose times are later by so many seconds, given the distance and the time there."""
    splits = tuple(_moved(split, seconds(split.distance, split.time.seconds)) for split in entry.splits)
    assert entry.result is not None
    late = seconds(distance, entry.result.seconds)
    return replace(entry, splits=splits, result=replace(entry.result, seconds=entry.result.seconds + late))


def _moved(split: Split, late: float) -> Split:
    return replace(split, time=replace(split.time, seconds=split.time.seconds + late))


def _falls(race: Race, entry: Entry) -> Entry:
    return _later(entry, lambda at, _: _FALL if at > _HALFWAY * race.distance else 0.0, race.distance)


def _starts_late(race: Race, entry: Entry) -> Entry:
    return _later(entry, lambda at, _: _LATE, race.distance)


def _walks(race: Race, entry: Entry) -> Entry:
    assert entry.result is not None
    pace = entry.result.seconds / race.distance
    return _later(entry, lambda at, _: max(0.0, at - _HALFWAY * race.distance) * pace * (_WALK - 1), race.distance)


def _mistyped(race: Race, entry: Entry) -> Entry:
    middle = len(entry.splits) // 2
    splits = tuple(_moved(split, _TYPED * (k == middle)) for k, split in enumerate(entry.splits))
    return replace(entry, splits=splits)


def _stops(race: Race, entry: Entry) -> Entry:
    assert entry.result is not None
    hurt = Split(_HURT_AT, replace(entry.result, seconds=_HURT * _HURT_AT * entry.result.seconds / race.distance))
    return replace(entry, status=Status.DNF, result=None, place=None, splits=(hurt,))


SPOILINGS: dict[str, Spoiling] = {
    "fall": _falls,
    "walk": _walks,
    "late start": _starts_late,
    "DNF": _stops,
    "typed": _mistyped,
}
"""What can be odd about a row."""
RUN_OTHERWISE = ("fall", "walk", "late start")
"""What changes how the row was run, and not only what is told of it."""
_NAMED = ("fall", "walk")
"""What leaves somebody where the reported orders have him; another odd runner would not have been named there."""


def spoilt(hidden: Hidden, kind: str) -> tuple[Hidden, Hidden] | None:
    """The race with one row made odd, and what to compare it with: the points of the others in both.

    The row is that of the middle one of the finishers of whom least is known, or of those with times to mistype; None
    where nobody has. It is compared with the race as it was, a mistyped time with none: a wrong time tells nothing.
    """
    row = _row(hidden, kind)
    if row is None:
        return None
    facts = tuple(
        fact if kind in _NAMED else replace(fact, order=tuple(index for index in fact.order if index != row))
        for fact in hidden.race.facts
    )
    was = replace(hidden.race, facts=facts)
    before = _with(was, row, _without_middle(was.entries[row])) if kind == "typed" else was
    points = tuple((index, split) for index, split in hidden.points if index != row)
    made = _with(was, row, SPOILINGS[kind](was, was.entries[row]))
    return replace(hidden, race=made, points=points), replace(hidden, race=before, points=points)


def own(hidden: Hidden, kind: str) -> Hidden | None:
    """The race with one row made odd, and that row's own hidden points as they would have been."""
    row, made = _row(hidden, kind), spoilt(hidden, kind)
    if row is None or made is None or kind not in RUN_OTHERWISE:
        return None
    truth = _with(hidden.truth, row, SPOILINGS[kind](hidden.truth, hidden.truth.entries[row]))
    kept = {split.distance for split in made[0].race.entries[row].splits}
    points = tuple(
        (row, s) for s in truth.entries[row].splits if s.distance not in kept and s.distance < hidden.truth.distance - 1
    )
    return Hidden(truth, made[0].race, points) if points else None


def _row(hidden: Hidden, kind: str) -> int | None:
    home = [
        (entry.result.seconds, index) for index, entry in enumerate(hidden.race.entries) if entry.result is not None
    ]
    times = {index: len(hidden.race.entries[index].splits) for _, index in home}
    usable = [index for index in times if times[index]] if kind == "typed" else list(times)
    if kind != "typed":
        usable = [index for index in usable if times[index] == min(times.values())]
    ordered = [index for _, index in sorted(home) if index in usable]
    return ordered[len(ordered) // 2] if ordered and len(home) > 1 else None


def _with(race: Race, row: int, entry: Entry) -> Race:
    return replace(race, entries=(*race.entries[:row], entry, *race.entries[row + 1 :]))


def _without_middle(entry: Entry) -> Entry:
    middle = len(entry.splits) // 2
    return replace(entry, splits=(*entry.splits[:middle], *entry.splits[middle + 1 :]))
