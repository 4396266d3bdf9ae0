"""The line of a road course out of a recording or a GPX file: shape, and heights where the file has them.

A recorder's track is a few per cent too long (it zigzags) or too short (it cuts corners), and knows nothing of where
the officials measured. So the line is scaled along its length: its beginning is the start of the race, its end the
finish, and everything between is where it is by share. Whoever draws it says nothing of metres that the file says.
"""

from bisect import bisect_right
from collections.abc import Sequence

from replay.files.gps.fixes import Fix, UnreadableRecording, flat, measured_distances
from replay.files.gps.gpx import course_fixes
from replay.race.race import CourseLine

LARGEST = 16_000_000
"""Bytes: a day at a point a second, with heart rate, is less."""
POINTS = 800
"""Points of the line as it is kept, evenly spaced: 53 m in a marathon, less than any cell it is drawn in."""
OFF = 0.03
"""Share by which the length of the file's line may differ from the race before that is worth a word."""
SHORTEST = 10.0
"""Metres: a line that is shorter is somebody standing still."""

_SMOOTH = 4
"""Points on either side over which heights are averaged: recorders know them to some metres only."""


def course_line(data: bytes, distance: float) -> tuple[CourseLine, float]:
    """The line of a course.

    Segments and tracks are joined in the order of the file; a file without tracks is read for its routes. Points that
    are nowhere on the Earth are left out.

    Args:
        data: The bytes of a GPX file.
        distance: Metres of the race; the line is scaled to it along its length.

    Returns:
        The line, and how many metres long it is in the file.

    Raises:
        UnreadableRecording: The bytes are no GPX, or there is no line in them.
    """
    if len(data) > LARGEST:
        raise UnreadableRecording(f"it has more than {LARGEST / 1e6:.0f} MB")
    fixes = course_fixes(data)
    if len(fixes) < 2:
        raise UnreadableRecording("it has no track and no route of at least two points")
    at = measured_distances(fixes)
    if at[-1] < SHORTEST:
        raise UnreadableRecording(f"its line is only {at[-1]:.1f} m long")
    return line_of(fixes, at, distance), at[-1]


def line_of(
    fixes: Sequence[Fix], at: Sequence[float], distance: float, ends: tuple[float, float] | None = None
) -> CourseLine:
    """The line through some fixes.

    Args:
        fixes: At least two with a place; those without are passed over.
        at: Metres of each fix along the line, never falling.
        distance: Metres of the race.
        ends: The metres along the line of the race's start and finish; the first and the last fix when None.
    """
    known = [(metres, fix) for metres, fix in zip(at, fixes, strict=True) if fix.north is not None]
    placed = [fix for _, fix in known]
    along = [metres for metres, _ in known]
    start, finish = ends or (along[0], along[-1])
    steps = [start + (finish - start) * step / (POINTS - 1) for step in range(POINTS)]
    points = flat(placed)
    wide, high = (values_at(along, [point[axis] for point in points], steps) for axis in (0, 1))
    points = [(x - wide[0], y - high[0]) for x, y in zip(wide, high, strict=True)]
    return CourseLine(distance, tuple(points), _heights(along, placed, steps))


def _heights(at: Sequence[float], fixes: Sequence[Fix], steps: Sequence[float]) -> tuple[float, ...]:
    """Metres above the sea at the steps; none where most of the file's points do not know theirs."""
    known = [(metres, fix.height) for metres, fix in zip(at, fixes, strict=True) if fix.height is not None]
    if 2 * len(known) < len(fixes):
        return ()
    raw = values_at([metres for metres, _ in known], [height for _, height in known], steps)
    if max(raw) - min(raw) < 0.5:
        return ()  # a flat line of zeros is what a program writes that does not know
    near = (raw[max(0, i - _SMOOTH) : i + _SMOOTH + 1] for i in range(len(raw)))
    return tuple(sum(heights) / len(heights) for heights in near)


def values_at(at: Sequence[float], values: Sequence[float], steps: Sequence[float]) -> list[float]:
    """Values given at places that never fall, between them by share, before the first and after the last as there."""
    out: list[float] = []
    for step in steps:
        after = bisect_right(at, step)
        if after == 0 or after == len(at):
            out.append(values[max(after - 1, 0)])
            continue
        share = (step - at[after - 1]) / (at[after] - at[after - 1])
        out.append(values[after - 1] + share * (values[after] - values[after - 1]))
    return out
