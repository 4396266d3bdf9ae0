"""Which of a runner's splits can be true; each row is judged on its own, and a column that fits nobody as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from replay.files.table.rows import Rows
from replay.race.limits import is_on_wheels, rising_splits, sound_splits
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
    judged = [
        found
        for row, (splits, finish) in enumerate(zip(every, finishes, strict=True))
        if splits and not _plainly_sound(rows, splits, finish) and (found := _judge(rows, row, splits, finish)).dropped
    ]
    wrong = _wrong_columns(rows, every, judged)
    for metres in wrong:
        index = rows.splits.points.index(metres)
        first = next(found for found in judged if any(split.distance == metres for split, _ in found.dropped))
        split, reason = next(pair for pair in first.dropped if pair[0].distance == metres)
        column = rows.splits.columns[index]
        title = column.title
        rows.splits.meanings.pop(column.index, None)
        rows.splits.unused[column.index] = "its times fit nobody"
        message = f"the column {title!r} is left out, since its times fit nobody: {split.time.text} {reason}"
        rows.sheet.findings.error(f"column {title!r}", rows.sheet.lines[first.row], message)
    if wrong:
        sound = [tuple(split for split in splits if split.distance not in wrong) for splits in sound]
        judged = [_judge(rows, found.row, sound[found.row], finishes[found.row]) for found in judged]
    for found in judged:
        sound[found.row] = found.kept
        for split, reason in found.dropped:
            name = rows.people[found.row].name
            message = f"{name}'s split at {split.distance:g} m is left out: {split.time.text} {reason}"
            rows.sheet.findings.error("splits that cannot be true", rows.sheet.lines[found.row], message)
    return sound


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


def _wrong_columns(rows: Rows, every: Sequence[tuple[Split, ...]], judged: Sequence[_Judged]) -> list[float]:
    dropped: dict[float, int] = {}
    for found in judged:
        for split, _ in found.dropped:
            dropped[split.distance] = dropped.get(split.distance, 0) + 1
    wrong = []
    for metres, count in dropped.items():
        filled = sum(1 for splits in every for split in splits if split.distance == metres)
        if count > 1 and count >= _WRONG_FROM * filled:
            wrong.append(metres)
    return wrong
