"""Results with something behind a plus, `1:22:37+1:00`: a penalty that is added, or the gap to who was before."""

from collections.abc import Sequence
from itertools import pairwise

from replay.files.table.findings import Findings
from replay.files.table.meanings.timed import Read, Value
from replay.files.table.values.behind import PENALTY
from replay.race.times import parse_time

_ROUNDED = 1.0


def with_penalties(values: Sequence[Read], title: str, findings: Findings) -> list[Read]:
    """The results, those that gaps to the winner were added to as they were, and told what was added."""
    marked = [row for row, value in enumerate(values) if isinstance(value, Value) and value.marks]
    added = {row: seconds for row in marked if (seconds := _added(values[row]))}
    if not added:
        return list(values)
    ran = {row: value.seconds - added.get(row, 0.0) for row, value in enumerate(values) if isinstance(value, Value)}
    first = min(ran.values())
    ahead = dict(pairwise(sorted(ran.values())[::-1]))  # the next faster one's of each
    gaps = [abs(ran[row] - first - seconds) <= _ROUNDED for row, seconds in added.items()]
    steps = [abs(ran[row] - ahead.get(ran[row], first) - seconds) <= _ROUNDED for row, seconds in added.items()]
    if all(gaps) or (all(steps) and len(steps) > 1):
        return [_as_ran(value, ran[row]) if row in added else value for row, value in enumerate(values)]
    clause = f"what stands behind a + in {title!r} are penalties in time, which are added"
    findings.assume(clause, "")
    return list(values)


def _added(value: Read) -> float:
    mark = next((one for one in value.marks if one.startswith(PENALTY)), "") if isinstance(value, Value) else ""
    return parse_time(mark.removeprefix(PENALTY)) if mark else 0.0


def _as_ran(value: Read, seconds: float) -> Read:
    if not isinstance(value, Value):
        return value
    marks = tuple(mark for mark in value.marks if not mark.startswith(PENALTY))
    return value._replace(seconds=round(seconds, 4), marks=marks)
