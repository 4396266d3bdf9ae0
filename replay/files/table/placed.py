"""Whether the official places are in the order of the times: where they are not, one of the two is wrong."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from replay.files.table.kinds.handicap import TAKEN_OFF
from replay.files.table.layouts.heats import HEAT
from replay.files.table.results import Results
from replay.files.table.sheet import Sheet
from replay.files.table.wording.words import Meaning
from replay.race.places import nth
from replay.race.race import Clock, Entry, Role, Status

_Placed = tuple[int, float, Entry]
"""A place, the seconds beside it, and whose they are."""
_SEVERAL = 2
_ROUNDED = 1.0, 0.15, 1e-6
"""Seconds by which times of no digits, one, and more may differ from their order: whole seconds are rounded, or of
another clock; tenths are of several hands, and judges saw who was first; a camera's hundredths make the places."""


def tell_disorder(sheet: Sheet, results: Results, entries: Sequence[Entry]) -> None:
    """Tell, once, of places that the times contradict: how many, and one of them with who is placed ahead.

    Nothing is told where places and times may well differ: by the gun the one and by the chip the other, or in several
    heats or finals.
    """
    if _may_differ(sheet, results):
        return
    placed = [
        (entry.place, entry.result.seconds, entry)
        for entry in entries
        if entry.place is not None
        and entry.result is not None
        and entry.status is Status.FINISHED
        and entry.role is not Role.GUEST
    ]
    placed.sort(key=lambda one: one[:2])
    kept = _in_order([seconds for _, seconds, _ in placed])
    wrong = [at for at in range(len(placed)) if at not in kept]
    first = next((pair for at in wrong if (pair := _against(placed, kept, at)) is not None), None)
    if first is None or _are_within(placed, lambda entry: entry.category) or _are_within(placed, lambda one: one.sex):
        return
    one, other = (
        f"{entry.name} is {nth(entry.place or 0)} in {entry.result.text if entry.result else ''}" for entry in first
    )
    line = f"line {first[0].line}: " if first[0].line is not None else ""
    count = f"{len(wrong):,} of {len(placed):,}"
    sheet.findings.assume(f"the places are kept, which the times of {count} contradict ({line}{one}, {other})", "")


def _may_differ(sheet: Sheet, results: Results) -> bool:
    """Whether places may well be in another order than the times."""
    return (
        results.clock is Clock.NET
        or any(results.starts)
        or sheet.about.handicap
        or bool(sheet.all(Meaning.LAP_COUNT))
        or any(column.title == HEAT or column.why == TAKEN_OFF for column in sheet.columns)
    )


def _are_within(placed: Sequence[_Placed], group: Callable[[Entry], str]) -> bool:
    """Whether the places are in order within each group, of which some have several: those may be places within it."""
    groups: dict[str, list[float]] = {}
    for _, seconds, entry in placed:
        groups.setdefault(group(entry), []).append(seconds)
    if len(groups) < _SEVERAL or "" in groups or len(groups) == len(placed):
        return False
    return all(times == sorted(times) for times in groups.values())


def _against(placed: Sequence[_Placed], kept: set[int], at: int) -> tuple[Entry, Entry] | None:
    """Somebody out of order, and the nearest in order whom his time contradicts; None for less than a rounding."""
    place, seconds, entry = placed[at]
    for there in sorted(kept, key=lambda there: abs(there - at)):
        ahead, time, other = placed[there]
        if (ahead - place) * (time - seconds) < 0 and abs(time - seconds) > _rounding(entry, other):
            return entry, other
    return None


def _rounding(one: Entry, other: Entry) -> float:
    """Seconds by which two times may differ from their order: by the digits of the one that has fewer."""
    texts = (entry.result.text if entry.result is not None else "" for entry in (one, other))
    return _ROUNDED[min(2, *(len(text.partition(".")[2]) for text in texts))]


def _in_order(times: Sequence[float]) -> set[int]:
    """Which of the times, as many as can be, never fall from one to the next."""
    ends: list[float] = []
    indices: list[int] = []
    before: list[int | None] = []
    for at, seconds in enumerate(times):
        length = bisect_right(ends, seconds)
        before.append(indices[length - 1] if length else None)
        ends[length : length + 1], indices[length : length + 1] = [seconds], [at]
    found: set[int] = set()
    last = indices[-1] if indices else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
