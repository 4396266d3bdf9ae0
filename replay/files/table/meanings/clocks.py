"""A column of plain clocks (`1:02:03`), read all at once: a city marathon has half a million of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from replay.files.table.layouts.even import Cells

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Seconds = npt.NDArray[np.int64]

_DIGITS = ((0, 36000, 10), (1, 3600, 10), (3, 600, 6), (4, 60, 10), (6, 10, 6), (7, 1, 10))
"""Where each digit of `hh:mm:ss` stands, the seconds of one, and what it is below."""
_WIDE = len("00:00:00")
_LEAST = len("0:00:00")


def clock_seconds(cells: Sequence[str]) -> "Seconds | None":
    """Seconds of the cells that are `h:mm:ss` or `hh:mm:ss`, 0 for all others; None for cells that are texts by now."""
    if not isinstance(cells, Cells):
        return None
    import numpy as np  # nobody has cut cells without it

    ends = np.ascontiguousarray(cells.ends)
    wide = ends - cells.starts
    signs = _last(cells, ends, _WIDE)
    signs[0, wide < _WIDE] = ord("0")
    fit, seconds = _read(signs)
    found: Seconds = np.where(fit & ((wide == _WIDE) | (wide == _LEAST)), seconds, 0)
    return found


def half_day_seconds(cells: Sequence[str]) -> "Seconds | None":
    """Seconds after midnight of the cells that are `hh:mm:ssAM`, or PM; -1 for all others, and None as above."""
    if not isinstance(cells, Cells):
        return None
    import numpy as np

    ends = np.ascontiguousarray(cells.ends)
    signs = _last(cells, ends, _WIDE + 2)
    fit, seconds = _read(signs[:_WIDE])
    evening = signs[_WIDE] == ord("P")
    fit &= (evening | (signs[_WIDE] == ord("A"))) & (signs[_WIDE + 1] == ord("M"))
    fit &= (ends - cells.starts == _WIDE + 2) & (seconds < 13 * 3600)
    found: Seconds = np.where(fit, seconds % (12 * 3600) + 12 * 3600 * evening, -1)
    return found


def _read(signs: "npt.NDArray[np.uint8]") -> "tuple[npt.NDArray[np.bool_], Seconds]":
    """Which of some eight bytes each are `hh:mm:ss`, and their seconds."""
    import numpy as np

    digits = signs - np.uint8(ord("0"))  # what is below wraps round, and is no digit either
    fit = (digits[2] == ord(":") - ord("0")) & (digits[5] == ord(":") - ord("0"))
    found = np.zeros(digits.shape[1], np.int64)
    for place, worth, below in _DIGITS:
        fit &= digits[place] < below
        found += digits[place] * np.int64(worth)
    return fit, found


def _last(cells: Cells, ends: "npt.NDArray[np.int32]", count: int) -> "npt.NDArray[np.uint8]":
    """The last bytes of every cell, and of what stands before it; a row for each place."""
    import numpy as np

    data = np.frombuffer(cells.data, np.uint8)
    # So many bytes from a place on are one thing here, which is gathered in half the time.
    every = np.ndarray(max(len(data) - count + 1, 0), f"V{count}", cells.data, strides=(1,))
    found = every[np.maximum(ends - count, 0)].view(np.uint8).reshape(-1, count)
    for row in np.flatnonzero(ends < count).tolist():  # at the beginning of the file
        found[row] = data[np.maximum(np.arange(ends[row] - count, ends[row]), 0)]
    return found.T
