"""The first three on their steps, as they stand when the medals are given: the picture of a card that has no trace."""

from collections.abc import Sequence
from typing import NamedTuple

from replay.cells.digits import SIZES, big, lowered
from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import fill
from replay.cells.text import cell_width, fit
from replay.drawing.closeup.figures import figure
from replay.drawing.closeup.inks import ink_of
from replay.drawing.closeup.plan import HEAD

LEAST = 13
"""Rows in which there is room for steps and for those who stand on them."""
MOST = 26
"""Rows beyond which those who stand there would be larger than the time above them."""
_STEPS = 5, 4, 3
"""Rows of the steps at least: place, name and time, and below the winner's more."""
_LARGE = SIZES[-1] + 3
"""Rows of a step that has its place in large digits."""
_SHARES = 4.5, 3.75, 3
"""Of each step, in twelfths of all rows."""
_NARROW, _WIDE = 14, 28
"""Cells of a step."""


class Step(NamedTuple):
    """One step, and who stands on it."""

    place: str
    name: str
    time: str
    chip: Ink
    """Of the three letters."""
    code: str
    colours: Sequence[int]
    """Of the parts of the figure."""


def podium_rows(steps: Sequence[Step], inks: tuple[Ink, Ink, Ink], block: int, width: int, height: int) -> list[Row]:
    """The steps in exactly `height` rows of `width` cells, the winner in the middle; blank where there is no room.

    Args:
        steps: The winner's first, up to three.
        inks: Of what is said, of what matters less, and of what matters most; their ground is that of the card.
        block: The colour of the steps.
        width: Cells.
        height: Rows.
    """
    ground, blank = inks[0], fill((), width, inks[0])
    wide = min(_WIDE, (width - 2) // max(len(steps), 1))
    if not steps or height < LEAST or wide < _NARROW:
        return [blank] * height
    room = min(height - 1, MOST)
    highs = [max(least, int(room * share / 12)) for least, share in zip(_STEPS, _SHARES, strict=True)]
    large = min(highs[: len(steps)]) >= _LARGE
    scale = int(2 * (room - highs[0]) / HEAD)
    sides = [1, 0, 2] if len(steps) > 2 else [*range(len(steps))][::-1]
    left = (width - wide * len(steps)) // 2
    cells: dict[tuple[int, int], Run] = {}
    for at, rank in enumerate(sides):
        step, high = steps[rank], highs[rank]
        x, top = left + at * wide, height - high
        for dx, dy, text, part, under in figure(scale, 0, 0, False, False):
            behind = step.colours[under] if under >= 0 else ground.bg
            cells[x + wide // 2 + dx, top - 1 + dy] = text or "█", ink_of(step.colours[part], behind)
        lines = _lines(step, wide, high, inks, block, large=large)
        for y, line in enumerate(lines):
            start = x
            for text, ink in line:
                for letter in text:
                    cells[start, top + y] = letter, ink
                    start += cell_width(letter)
    rows = [[cells.get((x, y), (" ", ground)) for x in range(width)] for y in range(height)]
    return [fill(_joined(row), width, ground) for row in rows]


def _lines(step: Step, wide: int, high: int, inks: tuple[Ink, Ink, Ink], block: int, *, large: bool) -> list[Row]:
    """What is on a step: the place, the name and the time."""
    plain, gold = (inks[at]._replace(bg=block) for at in (0, 2))
    first = step.place == "1"
    name = fit(step.name, min(cell_width(step.name), wide - 8))
    places = lowered(big(step.place)) if large and step.place.isdecimal() else (step.place,)
    lines: list[list[Run]] = [
        *([(place, gold if first else plain)] for place in places),
        [(step.code, step.chip), (f" {name}" if step.code else name, plain._replace(bold=first))],
        [(step.time, plain._replace(bold=first))],
    ]
    rows = []
    for line in lines:
        margin = (wide - sum(cell_width(text) for text, _ in line)) // 2
        rows.append(fill([(" " * margin, plain), *line], wide, plain))
    return [*rows, *[fill((), wide, plain)] * (high - len(rows))]


def _joined(row: Sequence[Run]) -> list[Run]:
    """Cells of one ink in one piece; a wide letter keeps the cell behind it."""
    runs: list[Run] = []
    skip = 0
    for text, ink in row:
        if skip:
            skip -= 1
            continue
        skip = cell_width(text) - 1
        if runs and runs[-1][1] == ink:
            runs[-1] = runs[-1][0] + text, ink
        else:
            runs.append((text, ink))
    return runs
