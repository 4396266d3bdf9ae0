"""The finishers of a large field, as a histogram that grows: how many came home when, up to now.

It begins with the first home and ends at the present, so that it tells nothing of what is to come; as the race goes on
its bars stand for longer.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from replay.cells.ink import Ink, Row
from replay.cells.rows import Overlay, fill, over
from replay.drawing.panels.crowd_strip import bar_row
from replay.drawing.theme.look import Look
from replay.race.times import format_time

STEPS = (10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200)
"""Seconds that a bar may stand for."""
_APART = 9
"""Cells between two times on the scale, at least."""

Floats = npt.NDArray[np.float64]


class Finishes(NamedTuple):
    """All that the histogram shows in a width."""

    first: float
    """Seconds at which the first bar begins: a multiple of the step."""
    step: int
    """Seconds that each bar stands for."""
    counts: tuple[int, ...]
    home: int
    """How many are home."""
    chosen: float | None = None
    """Seconds at which the chosen runner came home; None where he has not."""
    words: str = ""
    """Who is counted; empty for everybody."""


def finishes_of(homes: Floats, t: float, width: int, chosen: float | None = None, words: str = "") -> Finishes:
    """The finishers up to now.

    Args:
        homes: Seconds at which each who is counted comes home, rising.
        t: Now.
        width: Cells, one for each bar.
        chosen: When the chosen runner comes home, be it later.
        words: Who is counted.
    """
    came = homes[: int(np.searchsorted(homes, t, side="right"))]
    if not len(came):
        return Finishes(0.0, STEPS[0], (), 0, None, words)
    room = max(width - 2, 1)
    step = next((step for step in STEPS if (t // step) - (came[0] // step) < room), STEPS[-1])
    first = float(came[0] // step) * step
    counts = np.bincount(((came - first) // step).astype(np.intp), minlength=1)[:room]
    there = chosen if chosen is not None and chosen <= t else None
    return Finishes(first, step, tuple(counts.tolist()), len(came), there, words)


def finish_rows(finishes: Finishes, look: Look, width: int, height: int) -> list[Row]:
    """The histogram in exactly `height` rows of `width` cells, a heading and a scale among them; somebody is home."""
    theme = look.theme
    title = Ink(fg=theme.muted, bg=theme.panel_raised)
    rows = [fill([(_heading(finishes, width), title)], width, title)]
    bars = max(height - 2, 1)
    most = max(finishes.counts)
    tall = [max(1, round(8 * bars * count / most)) if count else 0 for count in finishes.counts]
    own = int((finishes.chosen - finishes.first) // finishes.step) if finishes.chosen is not None else None
    colour = Ink(fg=theme.muted, bg=theme.panel)
    for level in range(bars - 1, -1, -1):
        text = " " + bar_row(tall, level, look)
        row = fill([(text[:width], colour)], width, look.panel)
        if own is not None and own < len(tall) and text[own + 1 : own + 2].strip():
            row = over(row, [(own + 1, text[own + 1], Ink(fg=theme.lights, bg=theme.panel, bold=True))])
        rows.append(row)
    rows.append(_scale(finishes, look, width))
    return rows[:height]


def _heading(finishes: Finishes, width: int) -> str:
    who = f" {finishes.words}" if finishes.words else ""
    step = finishes.step
    each = f"{step // 3600} h" if step >= 3600 else f"{step // 60} min" if step >= 60 else f"{step} s"
    texts = [
        f" finishes{who}: {finishes.home:,}, at most {max(finishes.counts):,} in {each}",
        f" finishes: {finishes.home:,}, at most {max(finishes.counts):,} in {each}",
        f" {finishes.home:,} home",
    ]
    return next((text for text in texts if len(text) < width), texts[-1])


def _scale(finishes: Finishes, look: Look, width: int) -> Row:
    """Times under the bars that begin with a full step of the scale."""
    placed: list[Overlay] = []
    apart = next((step for step in STEPS if step / finishes.step >= _APART), STEPS[-1])
    at = -(-finishes.first // apart) * apart
    while (x := 1 + round((at - finishes.first) / finishes.step)) < min(width - 7, len(finishes.counts) + 1):
        placed.append((x, _clock(at), look.muted))
        at += apart
    return over(fill((), width, look.panel), placed)


def _clock(seconds: float) -> str:
    """`2:30 h` as `2:30`, where no seconds are needed: `2:30:00`."""
    text = format_time(seconds, 0)
    return text.removesuffix(":00") if seconds >= 3600 and seconds % 60 == 0 else text
