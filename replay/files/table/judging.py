"""Which of a runner's splits can be true; each row is judged on its own, and a column that fits nobody as a whole."""

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from replay.files.table.rows import Rows
from replay.files.table.values.times import DAY
from replay.files.understood import Counting
from replay.race.limits import LOOK_BACK, is_on_wheels, rising_splits, sound_splits
from replay.race.race import Split, Time

_WRONG_FROM = 0.8
"""A column that does not fit in so many of its rows is wrong as a whole."""


@dataclass(slots=True)
class _Judged:
    """A row whose splits do not all fit together."""

    row: int
    kept: tuple[Split, ...]
    dropped: list[tuple[Split, str]]


def sound_rows(
    rows: Rows, every: Sequence[tuple[Split, ...]], finishes: Sequence[Time | None]
) -> list[tuple[Split, ...]]:
    """Everybody's splits without those that nobody can have run; a column that is wrong throughout is told once."""
    sound = list(every)
    judged = list(_judged(rows, every, finishes))
    wrong = _wrong_columns(every, judged)
    often = 2 * len(judged) > len(every)
    if wrong:
        _leave_out(rows, wrong, judged)
        sound = [tuple(split for split in splits if split.distance not in wrong) for splits in sound]
        judged = [_judge(rows, found.row, sound[found.row], finishes[found.row]) for found in judged]
    for found in judged:
        sound[found.row] = found.kept
        for split, reason in found.dropped:
            name = rows.people[found.row].name
            message = f"{name}'s split at {split.distance:g} m is left out: {split.time.text} {reason}"
            hint = _way_out(rows, split) if often else ""
            rows.sheet.findings.error("splits that cannot be true", rows.sheet.lines[found.row], message, hint)
    return sound


_MOST_LOOKS = 3_000_000
"""Pairs of splits that are looked at where rows contradict themselves; in a marathon of 50,000 all may."""
_SOONER = 3
"""How much sooner it is enough where rows are so long that no race has them: ten seconds' work is 75 of 990 splits."""


def _judged(rows: Rows, every: Sequence[tuple[Split, ...]], finishes: Sequence[Time | None]) -> Iterator[_Judged]:
    """The rows whose splits do not all fit together.

    Raises:
        UnreadableRace: They are so many that it would take minutes to find the right ones in each.
    """
    looks = 0
    for row in _doubtful(rows, every, finishes):
        splits, finish = every[row], finishes[row]
        found = _judge(rows, row, splits, finish)
        if not found.dropped:
            continue
        looks += len(splits) * min(len(splits) // 2 + 1, LOOK_BACK) * (_SOONER if len(splits) > 2 * LOOK_BACK else 1)
        if looks > _MOST_LOOKS:
            message = f"row after row has splits that contradict each other, to {splits[-1].distance:g} m"
            hint = "take out the columns that are no times from the start, or say so with --times laps"
            raise rows.sheet.findings.fail(rows.sheet.lines[row], message, hint)
        yield found


def _leave_out(rows: Rows, wrong: Collection[float], judged: Sequence[_Judged]) -> None:
    """Tell of each column that fits nobody, with the first row that shows it."""
    first: dict[float, tuple[int, Split, str]] = {}
    for found in judged:
        for split, reason in found.dropped:
            first.setdefault(split.distance, (found.row, split, reason))
    for column, metres in zip(rows.splits.columns, rows.splits.points, strict=True):
        if metres not in wrong:
            continue
        row, split, reason = first[metres]
        rows.splits.meanings.pop(column.index, None)
        rows.splits.unused[column.index] = "its times fit nobody"
        message = f"the column {column.title!r} is left out, since its times fit nobody: {split.time.text} {reason}"
        hint = _way_out(rows, split)
        rows.sheet.findings.error(f"column {column.title!r}", rows.sheet.lines[row], message, hint)


def _way_out(rows: Rows, split: Split) -> str:
    """What to do about a time of an hour and more that cannot be true, as a time of day in many rows cannot."""
    may_be = rows.sheet.choices.start is None and _AN_HOUR <= split.time.seconds < DAY
    return "if it is a time of day, say when the race began, such as --start 9:00" if may_be else ""


_AN_HOUR = 3600.0


def _doubtful(rows: Rows, every: Sequence[tuple[Split, ...]], finishes: Sequence[Time | None]) -> list[int]:
    """The rows with splits that need a closer look; all at once where their clocks were read so."""
    clocks = [column.clocks for column in rows.splits.columns]
    if not clocks or rows.splits.counting is Counting.LAPS or any(one is None for one in clocks):
        found = enumerate(zip(every, finishes, strict=True))
        return [row for row, (splits, finish) in found if splits and not _plainly_sound(rows, splits, finish)]
    import numpy as np  # the clocks were read with it

    last = np.fromiter((math.inf if finish is None else finish.seconds for finish in finishes), float, len(finishes))
    times = np.stack([np.zeros(len(last)), *(one for one in clocks if one is not None), last])
    sound = (np.array(rows.fewest) <= np.diff(times, axis=0).T).all(axis=1)
    return [row for row in np.flatnonzero(~sound).tolist() if every[row]]


def _plainly_sound(rows: Rows, splits: Sequence[Split], finish: Time | None) -> bool:
    """The quick answer for a row with all its splits: no stretch is anywhere near the limit."""
    if len(splits) < len(rows.splits.points):
        return False
    before = 0.0
    for split, fewest in zip(splits, rows.fewest, strict=False):
        if split.time.seconds - before < fewest:
            return False
        before = split.time.seconds
    return finish is None or finish.seconds - before >= rows.fewest[-1]


def _judge(rows: Rows, row: int, splits: tuple[Split, ...], finish: Time | None) -> _Judged:
    if rows.sheet.about.legs > 1 or is_on_wheels(splits, finish, rows.sheet.far):
        return _Judged(row, *rising_splits(splits, finish))
    return _Judged(row, *sound_splits(splits, finish, rows.sheet.far))


def _wrong_columns(every: Sequence[tuple[Split, ...]], judged: Sequence[_Judged]) -> frozenset[float]:
    """The distances of the columns that fit nobody."""
    dropped = Counter(split.distance for found in judged for split, _ in found.dropped)
    if max(dropped.values(), default=0) < 2:
        return frozenset()
    # A large field has half a million splits, and each point's are counted only until they are enough.
    return frozenset(
        metres
        for metres, count in dropped.items()
        if count > 1 and count >= _WRONG_FROM * _count(every, metres, int(count / _WRONG_FROM) + 1)
    )


def _count(every: Sequence[tuple[Split, ...]], metres: float, most: int) -> int:
    """How many splits at a point there are; so many where there are more."""
    there = (split for splits in every for split in splits if split.distance == metres)
    return sum(1 for _ in islice(there, most + 1))
