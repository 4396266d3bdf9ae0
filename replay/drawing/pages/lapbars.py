"""The winner's laps as bars, the quicker the higher: how the race was run, where nobody else led it."""

from collections.abc import Sequence
from typing import NamedTuple

from replay.cells.ink import Ink, Run
from replay.cells.text import cell_width
from replay.drawing.theme.look import Look

_APART = 2
"""Cells between two times."""
_LEAST = 0.25
"""The height of the slowest bar, the highest being 1."""
_HIGH = 4
"""Rows of the highest bar, at most."""
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_ROWS = 3
"""Beside the bars: what they are, their times and where they end."""
FEWEST = 2
"""Laps that say how they were run."""


class Lap(NamedTuple):
    """One of them."""

    ends: str
    """Where it ends: `400`, `5 km`."""
    time: str
    speed: float
    """Metres a second."""


def lap_bars(
    words: str, laps: Sequence[Lap], inks: tuple[Ink, Ink], look: Look, size: tuple[int, int]
) -> list[list[Run]]:
    """What they are, the bars, their times and where they end; nothing where there is no room, or there are too few.

    Of more than there is room for no times are told but of the quickest and the slowest.

    Args:
        words: What they are: `how Kerr ran`.
        laps: From the start.
        inks: Of the bars, and of what is said.
        look: Glyphs.
        size: Cells and rows there are.
    """
    width, height = size
    high = min(height - _ROWS, _HIGH)
    cells = max((cell_width(text) for lap in laps for text in (lap.ends, lap.time)), default=0)
    told = len(laps) * (cells + _APART) - _APART <= width
    if len(laps) < FEWEST or high < 1 or len(laps) > width:
        return []
    ink, soft = inks
    wide, space = (cells, _APART) if told else (max(width // len(laps), 1), 0)
    bars = [_bar(lap.speed, laps, high, look) for lap in laps]
    gap = " " * space
    rows: list[list[Run]] = [[(words, soft)]]
    rows += [[(gap.join(bar[row] * wide for bar in bars), ink)] for row in range(high)]
    if not told:
        quick, slow = (choose(laps, key=lambda lap: lap.speed) for choose in (max, min))
        ways = (
            f"the quickest {quick.time} (to {quick.ends}), the slowest {slow.time} (to {slow.ends})",
            f"quickest {quick.time} (to {quick.ends}), slowest {slow.time}",
            f"{quick.time} to {slow.time}",
            "",
        )
        return [*rows, [(next(way for way in ways if cell_width(way) <= width), soft)]]
    rows += [
        [(gap.join(f"{text:^{wide}}" for text in texts), soft)]
        for texts in zip(*[lap[:2][::-1] for lap in laps], strict=True)
    ]
    return rows


def _bar(speed: float, laps: Sequence[Lap], high: int, look: Look) -> list[str]:
    """One character for each row, from the top."""
    slow, quick = min(lap.speed for lap in laps), max(lap.speed for lap in laps)
    share = 1.0 if quick == slow else _LEAST + (1 - _LEAST) * (speed - slow) / (quick - slow)
    if look.ascii:
        full = max(round(share * high), 1)
        return [" "] * (high - full) + ["#"] * full
    eighths = max(round(share * high * 8), 1)
    return [_EIGHTHS[min(max(eighths - 8 * row, 0), 8)] for row in range(high - 1, -1, -1)]
