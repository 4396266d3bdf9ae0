"""Who is in a stretch of the track and who is outside it, for fields of any size.

Motion gives a list of distances for a small field and an array for a large one, which is not gone through one by one.
"""

from collections.abc import Sequence


def between(distances: Sequence[float], low: float, high: float) -> list[int]:
    """The entries within a stretch; who has no distance is nowhere."""
    if isinstance(distances, list):
        return [entry for entry, distance in enumerate(distances) if low <= distance <= high]
    import numpy as np

    array = np.asarray(distances)
    return [int(entry) for entry in np.flatnonzero((array >= low) & (array <= high))]


def running(distances: Sequence[float], ends: Sequence[float], t: float) -> Sequence[float]:
    """The distances of those who are still running at `t`, each of whom runs until his end."""
    if isinstance(distances, list):
        return [distance for distance, end in zip(distances, ends, strict=True) if t < end]
    import numpy as np

    found: Sequence[float] = np.asarray(distances)[np.asarray(ends) > t]  # type: ignore[assignment]
    return found


def below(distances: Sequence[float], low: float) -> tuple[int, float]:
    """How many are below a distance, and the furthest of them; 0.0 where nobody is."""
    if isinstance(distances, list):
        found = [distance for distance in distances if distance < low]
        return len(found), max(found, default=0.0)
    import numpy as np

    array = np.asarray(distances)
    kept = array[array < low]
    return len(kept), float(kept.max()) if len(kept) else 0.0


def above(distances: Sequence[float], high: float) -> tuple[int, float]:
    """How many are above a distance, and the least far of them; 0.0 where nobody is."""
    if isinstance(distances, list):
        found = [distance for distance in distances if distance > high]
        return len(found), min(found, default=0.0)
    import numpy as np

    array = np.asarray(distances)
    kept = array[array > high]
    return len(kept), float(kept.min()) if len(kept) else 0.0
