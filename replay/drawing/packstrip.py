"""The pack strip: the runners by metres behind the leader, on a scale that never jumps.

The scale is logarithmic: a metre in the leading pack is wide, a metre among the last is narrow, and everybody who is
less than the last mark behind is on it. A scale that followed the field would move under the runners while they stand
still.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log1p

from replay.drawing.cast import Cast
from replay.drawing.ink import Ink, Row
from replay.drawing.look import Look
from replay.drawing.rows import Overlay, fill, over
from replay.textcells import cell_width

_NEAR = 6.0
"""Metres within which the scale is nearly even."""
_TRACK_MARKS = (0, 2, 5, 10, 20, 50, 100, 200)
_ROAD_MARKS = (0, 10, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class PaceMark:
    """The pace lights as the strip shows them."""

    behind: float
    """Metres behind the leader; ahead where negative."""
    told: Sequence[str]
    """How the leader stands to them, in several lengths, the longest first."""


def strip_rows(
    behind: Iterable[tuple[int, float]],
    cast: Cast,
    look: Look,
    width: int,
    height: int,
    road: bool = False,
    light: PaceMark | None = None,
) -> list[Row]:
    """The strip in exactly `height` rows: runners stacked where they are level, and the scale below them.

    Args:
        behind: Entry and metres behind the leader, of those running, the nearest first.
        cast: Letters and colours.
        look: Inks.
        width: Cells.
        height: Rows, at least 2.
        road: Whether the scale reaches kilometres instead of metres.
        light: The pace lights, if they are on.
    """
    marks = _ROAD_MARKS if road else _TRACK_MARKS
    levels: list[dict[int, Overlay]] = [{} for _ in range(height - 1)]
    hidden = 0
    for entry, metres in behind:
        x = _column(metres, width, marks[-1])
        level = next((level for level in reversed(levels) if x not in level), None)
        if level is None:
            hidden += 1
            continue
        level[x] = (x, cast.tags[entry], cast.chips[entry])
    if light is not None:
        x, mark = _light(light.behind, width, marks[-1], look)
        for level in levels:
            level.setdefault(x, (x, mark, _lit(look)))
    blank = fill((), width, look.panel)
    rows = [over(blank, (level[x] for x in sorted(level))) for level in levels]
    titles = [f" metres behind ({hidden} more are level with these) " if hidden else " metres behind "]
    if light is not None:
        titles = [f" {told} " for told in light.told]
    fits = next((title for title in titles if not _crowded(levels[0], cell_width(title))), "")
    rows[0] = over(rows[0], [(0, fits, look.faint if light is None else _lit(look))])
    return [*rows, _scale(marks, look, width)]


def _lit(look: Look) -> Ink:
    return Ink(fg=look.theme.lights, bg=look.theme.panel, bold=True)


def _light(behind: float, width: int, last: int, look: Look) -> tuple[int, str]:
    """Where the pace lights are marked, and how: on the right edge, with an arrow, when they are ahead."""
    if behind < 0:
        return width - 1, look.glyph("▸", ">")
    return _column(behind, width, last), look.glyph("┆", "|")


def _crowded(level: dict[int, Overlay], width: int) -> bool:
    return any(x < width for x in level)


def _column(metres: float, width: int, last: int) -> int:
    share = log1p(max(metres, 0.0) / _NEAR) / log1p(last / _NEAR)
    return max(width - 2 - round(min(share, 1.0) * (width - 4)), 0)


def _scale(marks: tuple[int, ...], look: Look, width: int) -> Row:
    tick = look.glyph("┴", "+")
    placed: list[Overlay] = []
    free = width
    for metres in marks:
        label = look.glyph("◂", "<") + "lead" if metres == 0 else str(metres)
        x = _column(metres, width, marks[-1])
        start = min(max(x - len(label) + 1 if metres == 0 else x - len(label) // 2, 0), width - len(label))
        if start + len(label) < free:
            placed.append((start, label, look.muted))
            free = start
    line = fill([(look.glyph("─", "-") * width, look.faint)], width, look.panel)
    if not placed:
        return over(line, [(width - 2, tick, look.faint)])
    return over(line, sorted(placed, key=lambda overlay: overlay[0]))
