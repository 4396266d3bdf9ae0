"""A uniform cubic B-spline: a smooth curve along points that are evenly spaced in time.

It goes evenly where the points do, and turns every jump between two of them into a glide over two steps.
"""


def weights(u: float) -> tuple[float, float, float, float]:
    """What the four points around a time count for, from the second before it to the second after it; they add up to 1.

    Args:
        u: The share of the step from the point before to the point after that has passed, 0 to 1.
    """
    first, last = (1 - u) ** 3 / 6, u**3 / 6
    second = (3 * u**3 - 6 * u**2 + 4) / 6
    return first, second, 1 - first - second - last, last
