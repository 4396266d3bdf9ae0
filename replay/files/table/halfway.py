"""Where a point on the way may be of which a table has the times, and does not say it."""

from collections.abc import Iterable

from replay.files.middle import median

_HALF = (0.44, 0.53)
"""The part of a result that half of the way takes."""
_IN_KILOMETRES = 5000
"""Metres of a race from which its points are at whole kilometres."""
_ANYWHERE = "5 km"


def likely_place(times: Iterable[float | None], results: Iterable[float | None], far: float) -> str:
    """Where a point may be, by the part of their results that the runners had used up there, as an option takes it.

    Args:
        times: Seconds of each runner at the point.
        results: Of the same runners.
        far: Metres of the race; 0 where it is not known.
    """
    parts = [at / result for at, result in zip(times, results, strict=False) if at and result]
    part = median(parts) if parts else 0.0
    if _HALF[0] < part < _HALF[1]:
        return "half"
    if not far or not 0 < part < 1:
        return _ANYWHERE
    each = 1000 if far >= _IN_KILOMETRES else 100
    near = max(1, round(part * far / each))
    return f"{near} km" if each == 1000 else f"{near * each} m"
