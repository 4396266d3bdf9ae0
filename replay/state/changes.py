"""When the lead last changed hands."""

from collections.abc import Callable

_FROM = 9
"""Seconds from the gun in which a lead is none."""


def last_change(leader: Callable[[float], int], end: float, wanted: int | None) -> float:
    """The second at which the lead last changed hands, found to the second, then halved down; 0 if never.

    Args:
        leader: Who is in front at a second.
        end: Seconds up to which it is looked for.
        wanted: The entry to which it came; None for whomever.
    """
    now = leader(end)
    for second in range(int(end), _FROM, -1):
        before = leader(float(second))
        if before != now and (wanted is None or now == wanted):
            low, high = float(second), min(second + 1.0, end)
            while high - low > 1e-4:
                middle = (low + high) / 2
                low, high = (low, middle) if leader(middle) == now else (middle, high)
            return high
        now = before
    return 0.0
