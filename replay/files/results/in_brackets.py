"""What stands in brackets behind a runner's time: his laps, or who ran for a team."""

import re
from collections.abc import Sequence
from itertools import pairwise

from replay.files.results.lines import TIME
from replay.files.table.values.cells import read_laps
from replay.files.table.values.notations import plain_seconds
from replay.files.table.values.times import Cell, Form
from replay.files.table.wording.labelled_points import labelled_splits

_BRACKETS = re.compile(r"[(\[]([\d:.,;/ +–-]+)[)\]]\W*$")


def laps_apart(line: str) -> tuple[str, str]:
    """A line without the laps that stand in brackets at its end, and these: `9:12 (3:02, 3:05, 3:05)`.

    Or the times on the way, each with its point: `9:12 (1000m: 3:02 - 2000m: 6:07)`.
    """
    pointed = _TEAM.search(line)
    if pointed is not None and len(labelled_splits(pointed[1])) > 1:
        return line[: pointed.start()], pointed[1]
    match = _BRACKETS.search(line)
    laps = read_laps(match[1]) if match is not None else []
    several = len(laps) > 1 and all(cell.form is Form.TWO or cell.digits for cell in laps)
    several = several or (match is not None and _make_it(laps, line[: match.start()]))
    return (line[: match.start()], match[1]) if match is not None and several else (line, "")


def _make_it(laps: Sequence[Cell], before: str) -> bool:
    """Whether laps, some in whole seconds, make the time before them: `4:58 (73, 75, 77, 73)`, `2:08.9 (62/66.9)`.

    Or whether they are times on the way to it: `4:28.9 (70, 2:22, 3:35)`.
    """
    times = [match[0] for match in TIME.finditer(before)]
    whole = plain_seconds(times[-1]) if times else None
    own = [seconds for cell in laps if (seconds := plain_seconds(cell.text)) is not None]
    if whole is None or len(own) < max(len(laps), _LAPS):
        return False
    rising = all(one < other for one, other in pairwise((*own, whole)))
    return abs(sum(own) - whole) <= len(own) / 2 or (rising and laps[-1].form is Form.TWO)


_TEAM = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\W*$")
_LEG = re.compile(r"([^\W\d][^\d,;]*?)[\s:]*((?:\d{1,2}:)?\d{1,2}[.,]\d{1,2}|\d{1,2}:\d{2})?")


def legs_apart(line: str) -> tuple[str, tuple[str, ...]]:
    """A team's line without who ran for it, in brackets at its end, and these: `2:57.31 (Ada 44.4, Bea 44.1)`."""
    match = _TEAM.search(line)
    if match is None or TIME.search(line[: match.start()]) is None:
        return line, ()
    legs = [_LEG.fullmatch(part.strip()) for part in re.split(r"[,;/]\s|\s[-–]\s", match[1])]
    if len(legs) < _A_TEAM or None in legs:
        return line, ()
    return line[: match.start()], tuple(part for leg in legs if leg is not None for part in (leg[1], leg[2] or ""))


_A_TEAM, _LAPS = 3, 2
"""At least."""
