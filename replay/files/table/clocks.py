"""A column of plain clocks (`1:02:03`), read all at once: a city marathon has half a million of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from replay.files.table.even import Cells

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_WIDE = len("00:00:00")
_LEAST = len("0:00:00")


def clock_seconds(cells: Sequence[str]) -> "npt.NDArray[np.int64] | None":
    """Seconds of the cells that are `h:mm:ss` or `hh:mm:ss`, 0 for all others; None for cells that are texts by now."""
    if not isinstance(cells, Cells):
        return None
    import numpy as np  # nobody has cut cells without it

    wide = cells.ends - cells.starts
    signs = _last(cells, cells.ends, _WIDE)
    signs[0, wide < _WIDE] = ord("0")
    fit = (wide == _WIDE) | (wide == _LEAST)
    digits = signs - np.uint8(ord("0"))  # what is below wraps round, and is no digit either
    ten, one, colon, tens, minutes, second, sixth, seconds = digits.astype(np.int64)
    for digit, below in ((ten, 10), (one, 10), (tens, 6), (minutes, 10), (sixth, 6), (seconds, 10)):
        fit &= digit < below
    fit &= (colon == ord(":") - ord("0")) & (second == ord(":") - ord("0"))
    found: npt.NDArray[np.int64] = np.where(
        fit, (10 * ten + one) * 3600 + (10 * tens + minutes) * 60 + 10 * sixth + seconds, 0
    )
    return found


def _last(cells: Cells, ends: "npt.NDArray[np.int32]", count: int) -> "npt.NDArray[np.uint8]":
    """The last bytes of every cell, and of what stands before it; a row for each place."""
    import numpy as np

    at = np.arange(-count, 0)[:, None] + ends
    found: npt.NDArray[np.uint8] = np.frombuffer(cells.data, np.uint8)[np.maximum(at, 0)]
    return found
