"""Who is in a stretch of the track and who is outside it, for fields of any size.

Motion gives a list of distances for a small field and an array for a large one, which is not gone through one by one.
"""

from collections.abc import Sequence

MOST = 60
"""Runners of a large field that are looked at one by one, those in front."""
GONE = 30.0
"""Seconds after which a finisher of a large field has left the finish."""


def held_like(values: list[float], distances: Sequence[float]) -> Sequence[float]:
    """The values as a list or an array, as the distances are."""
    if isinstance(distances, list):
        return values
    import numpy as np

    found: Sequence[float] = np.asarray(values)  # type: ignore[assignment]
    return found


def between(distances: Sequence[float], ends: Sequence[float], t: float, low: float, high: float) -> list[int]:
    """The entries within a stretch at `t` seconds; who has no distance is nowhere.

    Args:
        distances: Metres run, by entry.
        ends: When each is home or has stepped off; of the same kind as the distances.
        t: Seconds from the gun.
        low: Metres.
        high: Metres.
    """
    if isinstance(distances, list):
        return [entry for entry, distance in enumerate(distances) if low <= distance <= high]
    import numpy as np

    run = np.asarray(distances)
    found = np.flatnonzero((run >= low) & (run <= high) & (np.asarray(ends) > t - GONE))
    if len(found) > MOST:
        found = found[np.argpartition(-run[found], MOST)[:MOST]]
    return [int(entry) for entry in found]


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

    run = np.asarray(distances)
    kept = run[run < low]
    return len(kept), float(kept.max()) if len(kept) else 0.0


def above(distances: Sequence[float], high: float) -> tuple[int, float]:
    """How many are above a distance, and the least far of them; 0.0 where nobody is."""
    if isinstance(distances, list):
        found = [distance for distance in distances if distance > high]
        return len(found), min(found, default=0.0)
    import numpy as np

    run = np.asarray(distances)
    kept = run[run > high]
    return len(kept), float(kept.min()) if len(kept) else 0.0


def entry_at(distances: Sequence[float], metres: float) -> int:
    """The first entry that has run exactly so far; there must be one."""
    if isinstance(distances, list):
        return distances.index(metres)
    import numpy as np

    return int(np.flatnonzero(np.asarray(distances) == metres)[0])
