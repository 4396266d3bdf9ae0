"""Figures on a straight whose lanes are high enough for them: everybody runs in a row of his own, tag and all."""

from collections.abc import Iterable, Sequence

from replay.cells.rows import Overlay
from replay.drawing.closeup.camera import Seen
from replay.drawing.closeup.figures import HAIR, figure_of
from replay.drawing.closeup.figures import HEAD as FACE
from replay.drawing.closeup.inks import ink_of
from replay.drawing.closeup.plan import HEAD
from replay.drawing.course.stadium import Stadium
from replay.state.timeline import Timeline

LEAST = 3
"""Rows of a lane that has room for a figure."""
_HAIRY = 4
"""Cells a metre from which a head is more than one cell: one of hair here and of a face there would be a flicker."""


def lane_rows(stadium: Stadium, lane_width: float) -> int:
    """The rows of a lane of a straight."""
    return round(stadium.cell(0.0, lane_width)[1] - stadium.cell(0.0, 0.0)[1])


def figures_of(
    stadium: Stadium,
    timeline: Timeline,
    places: Iterable[tuple[int, float, float]],
    colours: Sequence[Sequence[int]],
    rows: int,
    when: tuple[float, float],
) -> dict[int, tuple[Overlay, ...]]:
    """The figures by row of the stadium, from head to feet as high as the lanes, which are so many rows.

    Args:
        stadium: The painting.
        timeline: The race.
        places: Entries with their cells as from `Stadium.cell`, those first who are seen before others.
        colours: Of the parts of everybody's figure.
        rows: Of a lane.
        when: Seconds from the gun, and how many times as fast as it was the race is shown.
    """
    t, rate = when
    scale = max(int(2 * rows / HEAD), 1)
    cells: dict[int, dict[int, Overlay]] = {}
    for entry, x, y in places:
        half, foot = int(2 * x), round(y - rows / 2) + rows - 1
        own = colours[entry]
        for dx, dy, text, part, under in figure_of(
            _seen(timeline, entry, t), t > 0, False, rate, (scale, bool(half % 2), False)
        ):
            at, row = half // 2 + dx, foot + dy
            if stadium.holds(at, row):
                ground = own[under] if under >= 0 else stadium.background(at, row)[1]
                part = FACE if part == HAIR and scale < _HAIRY else part
                cells.setdefault(row, {}).setdefault(at, (at, text or "█", ink_of(own[part], ground)))
    return {row: tuple(there[at] for at in sorted(there)) for row, there in cells.items()}


def _seen(timeline: Timeline, entry: int, t: float) -> Seen:
    """How somebody runs, and out behind the line."""
    end = timeline.motion.end(entry)
    run = timeline.motion.distance_at(entry, t) or 0.0
    now = t if end is None else min(t, end)
    speed = timeline.motion.speed_at(entry, now) or 0.0
    late = 0.0 if end is None else max(t - end, 0.0)
    return Seen(run + late * speed, 0.0, max(speed * (1.0 - late / RUN_ON), 0.0), max(t, 0.0))


RUN_ON = 4.0
"""Seconds behind the line after which a figure stands."""
