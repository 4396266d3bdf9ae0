"""Where the laps of a race begin."""

LEFTOVER = 0.15
"""A first lap shorter than this part of a lap is counted with the one after it."""


def lap_starts(distance: float, lap: float) -> tuple[float, ...]:
    """Where laps begin when they are counted back from the finish: `(0, 409.344, 809.344, 1209.344)` for a mile."""
    whole = int(distance // lap)
    first = distance - whole * lap
    count = whole + 1 if whole == 0 or first >= LEFTOVER * lap else whole
    return (0.0, *(round(distance - k * lap, 6) for k in range(count - 1, 0, -1)))
