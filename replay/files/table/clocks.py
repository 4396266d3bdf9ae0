"""A column of plain clocks (`1:02:03`), read all at once: a city marathon has half a million of them."""

from collections.abc import Sequence
from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MANY = 5000
"""Cells from which on this is worth while."""
_WIDE = len("00:00:00")
_LEAST = len("0:00:00")


def clock_seconds(cells: Sequence[str]) -> "npt.NDArray[np.int64] | None":
    """Seconds of the cells that are `h:mm:ss` or `hh:mm:ss`, 0 for all others.

    None where that saves nothing: there are few cells, some are longer, or NumPy is not installed.
    """
    if len(cells) < MANY:
        return None
    text = "".join(map(str.zfill, cells, repeat(_WIDE)))
    if len(text) != _WIDE * len(cells):
        return None
    try:
        import numpy as np  # small fields do without
    except ImportError:
        return None
    signs = np.frombuffer(text.encode("ascii", "replace"), np.uint8).reshape(-1, _WIDE).T.copy()
    digits = signs - np.uint8(ord("0"))  # what is below wraps round, and is no digit either
    ten, one, colon, tens, minutes, second, sixth, seconds = digits.astype(np.int64)
    fit = np.fromiter(map(len, cells), np.int64, len(cells)) >= _LEAST
    for digit, below in ((ten, 10), (one, 10), (tens, 6), (minutes, 10), (sixth, 6), (seconds, 10)):
        fit &= digit < below
    fit &= (colon == ord(":") - ord("0")) & (second == ord(":") - ord("0"))
    found: npt.NDArray[np.int64] = np.where(
        fit, (10 * ten + one) * 3600 + (10 * tens + minutes) * 60 + 10 * sixth + seconds, 0
    )
    return found
