"""The line of a road course out of a GPX file: shape, and heights where the file has them.

A recorder's track is a few per cent too long (it zigzags) or too short (it cuts corners), and knows nothing of where
the officials measured. So the line is scaled along its length: its beginning is the start of the race, its end the
finish, and everything between is where it is by share. Whoever draws it says nothing of metres that the file says.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from replay.race.race import CourseLine

if TYPE_CHECKING:
    from gpxpy.gpx import GPXRoutePoint, GPXTrackPoint

LARGEST = 16_000_000
"""Bytes: a day at a point a second, with heart rate, is less."""
POINTS = 800
"""Points of the line as it is kept, evenly spaced: 53 m in a marathon, less than any cell it is drawn in."""
OFF = 0.03
"""Share by which the length of the file's line may differ from the race before that is worth a word."""
SHORTEST = 10.0
"""Metres: a line that is shorter is somebody standing still."""

_EARTH = 6_371_008.8
"""Metres: the mean radius of the Earth (IUGG, R1 of GRS 80)."""
_NAMESPACES = 100
_SMOOTH = 4
"""Points on either side over which heights are averaged: recorders know them to some metres only."""

Fix = tuple[float, float, float | None]
"""Degrees north, degrees east, and metres above the sea where known."""


class UnreadableLine(ValueError):  # noqa: N818 (it reads as what happened)
    """A file out of which no line can be made."""

    def __init__(self, message: str, line: int | None = None) -> None:
        """Say why, and in which line of the file if that is known."""
        super().__init__(message)
        self.line = line


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
        UnreadableLine: The bytes are no GPX, or there is no line in them.
    """
    fixes = _fixes(data)
    flat = _flat(fixes)
    at = list(accumulate((math.dist(a, b) for a, b in pairwise(flat)), initial=0.0))
    if at[-1] < SHORTEST:
        raise UnreadableLine(f"its line is only {at[-1]:.1f} m long")
    steps = [at[-1] * step / (POINTS - 1) for step in range(POINTS)]
    points = tuple(zip(_at(at, [x for x, _ in flat], steps), _at(at, [y for _, y in flat], steps), strict=True))
    return CourseLine(distance, points, _heights(at, fixes, steps)), at[-1]


def _fixes(data: bytes) -> list[Fix]:
    """The points of the file's tracks, or else of its routes."""
    if len(data) > LARGEST:
        raise UnreadableLine(f"it has more than {LARGEST / 1e6:.0f} MB")
    fixes: list[Fix] = []
    for point in _points(_text(data)):
        north, east, height = point.latitude, point.longitude, point.elevation
        # An inverted comparison would let nan in.
        if -90 <= north <= 90 and -180 <= east <= 180:
            fixes.append((north, east, height if height is not None and -500 < height < 9000 else None))
    if len(fixes) < 2:
        raise UnreadableLine("it has no track and no route of at least two points")
    return fixes


def _text(data: bytes) -> str:
    """The text, whatever wrote it."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        # No recorder writes one, and an XML parser can be made to grow without end by it.
        raise UnreadableLine("it declares a document type or entities, which GPX has no use for")
    if text.count("xmlns") > _NAMESPACES:
        # The parser looks for them with a pattern that takes quadratic time.
        raise UnreadableLine(f"it declares more than {_NAMESPACES} namespaces")
    return text


def _points(text: str) -> "list[GPXTrackPoint] | list[GPXRoutePoint]":
    import gpxpy  # only a race with a course needs it

    try:
        found = gpxpy.parse(text)
    except Exception as error:  # the parser lets what it stumbles over through: IndexError, KeyError …
        cause = error.__cause__ or error.__context__ or error
        position = getattr(cause, "position", None)
        reason = str(error).partition("\n")[0].removeprefix("Error parsing XML: ")
        raise UnreadableLine(
            f"it is no GPX: {reason[:120] or type(error).__name__}", position and position[0]
        ) from None
    tracked = [point for track in found.tracks for segment in track.segments for point in segment.points]
    return tracked or [point for route in found.routes for point in route.points]


def _flat(fixes: Sequence[Fix]) -> list[tuple[float, float]]:
    """Metres east and north of the first point, on a plane that touches the Earth half way up the course."""
    norths = [north for north, _, _ in fixes]
    narrow = math.cos(math.radians((min(norths) + max(norths)) / 2))
    north0, east0, _ = fixes[0]
    metres = _EARTH * math.pi / 180
    # Longitudes jump by 360 degrees in the middle of the Pacific.
    return [(((e - east0 + 180) % 360 - 180) * metres * narrow, (n - north0) * metres) for n, e, _ in fixes]


def _heights(at: Sequence[float], fixes: Sequence[Fix], steps: Sequence[float]) -> tuple[float, ...]:
    """Metres above the sea at the steps; none where most of the file's points do not know theirs."""
    known = [(metres, height) for metres, (_, _, height) in zip(at, fixes, strict=True) if height is not None]
    if 2 * len(known) < len(fixes):
        return ()
    raw = _at([metres for metres, _ in known], [height for _, height in known], steps)
    if max(raw) - min(raw) < 0.5:
        return ()  # a flat line of zeros is what a program writes that does not know
    near = (raw[max(0, i - _SMOOTH) : i + _SMOOTH + 1] for i in range(len(raw)))
    return tuple(sum(heights) / len(heights) for heights in near)


def _at(at: Sequence[float], values: Sequence[float], steps: Sequence[float]) -> list[float]:
    """Values given at rising places, between them by share, before the first and after the last as there."""
    out: list[float] = []
    for step in steps:
        after = bisect_right(at, step)
        if after == 0 or after == len(at):
            out.append(values[max(after - 1, 0)])
            continue
        share = (step - at[after - 1]) / (at[after] - at[after - 1])
        out.append(values[after - 1] + share * (values[after] - values[after - 1]))
    return out
