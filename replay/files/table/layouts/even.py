"""A large table all of whose rows are alike, cut with NumPy: where each cell is, and no text until somebody reads it.

A city marathon has a million cells, of which two thirds are never read; as texts they take a hundred megabytes. What
the `csv` module would have to think about is left to it: rows of several lengths, quotes in the middle of a cell,
cells of several lines, blank rows.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, overload

from replay.files.table.values.alike import Alike

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Places = npt.NDArray[np.int32]
    Signs = npt.NDArray[np.uint8]

FROM = 500_000
"""Characters from which on a table is worth the trouble."""
_LONGEST = 1000
"""Bytes of a cell; of longer ones, thousands at once, there would be no room for the places of all their letters."""
_LINE_ENDS = "\x85\u2028\u2029"
"""Ends of lines beside those that are one byte."""
_AT_FIRST, _AT_ONCE = 64, 4096
"""Rows that are read at once: the first, and the most."""
_MANY = 200_000
"""Cells of a column, more of which are kept later, and of those that are alike one: no race has so many runners."""


def _spans(count: int) -> Iterator[tuple[int, int]]:
    """The beginnings and ends of what is read at once of so many: few at first, for many look only for the first."""
    at, many = 0, _AT_FIRST
    while at < count:
        yield at, at + many
        at, many = at + many, min(2 * many, _AT_ONCE)


class Cells(Sequence[str]):
    """The cells of one column, as they lie in the file's bytes."""

    def __init__(self, data: bytes, starts: "Places", ends: "Places") -> None:
        """Take the bytes, and where in them each cell begins and ends."""
        self.data, self.starts, self.ends = data, starts, ends
        self._texts: list[str] | None = None
        self._read = False

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        """The text of a cell, or of several."""
        if self._texts is not None:
            return self._texts[at]
        if isinstance(at, slice):
            return self._decoded(self.starts[at], self.ends[at])
        return self.data[self.starts[at] : self.ends[at]].decode()

    def __iter__(self) -> Iterator[str]:
        """The texts; they are kept when all were read, of very many only when that was for the second time."""
        return iter(self._texts) if self._texts is not None else chain.from_iterable(self._pieces())

    def _pieces(self) -> Iterator[list[str]]:
        few, texts = len(self) <= _MANY, list[str]()
        alike: Callable[[list[str]], list[str]] = list if few else Alike().row
        for at, end in _spans(len(self)):
            piece = self[at:end]
            if few or self._read:
                texts += alike(piece)
            yield piece
        self._texts, self._read = (texts if few or self._read else None), True

    def _decoded(self, starts: "Places", ends: "Places") -> list[str]:
        """The texts of several cells, none of which has the end of a line in it: all at once as lines of one text."""
        import numpy as np

        if not len(starts):
            return []
        # Each cell with the sign behind it, in whose place the end of a line is put.
        wide = ends - starts + 1
        after = np.cumsum(wide)
        within = np.arange(after[-1]) + np.repeat(starts - (after - wide), wide)
        told = np.frombuffer(self.data, np.uint8).take(within)
        told[after - 1] = ord("\n")
        text: str = told[:-1].tobytes().decode()
        return text.split("\n")

    def taken(self, rows: Sequence[int]) -> "Cells":
        """The cells of some rows only."""
        return Cells(self.data, self.starts[list(rows)], self.ends[list(rows)])


def any_begins(cells: Sequence[str], sign: str) -> bool:
    """Whether any of the cells begins with a sign; in most columns, and most files, there is none anywhere."""
    here = sign.encode() in cells.data if isinstance(cells, Cells) else sign in "".join(cells)
    return here and any(cell.lstrip().startswith(sign) for cell in cells)


def taken(cells: Sequence[str], rows: Sequence[int]) -> Sequence[str]:
    """The cells of some rows only."""
    return cells.taken(rows) if isinstance(cells, Cells) else [cells[row] for row in rows]


class EvenRows(Sequence[list[str]]):
    """Rows of one length."""

    def __init__(self, data: bytes, starts: "Places", ends: "Places") -> None:
        """Take the bytes, and for each row where in them each of its cells begins and ends."""
        self._data, self._starts, self._ends = data, starts, ends

    @property
    def width(self) -> int:
        """Cells of each row."""
        return int(self._starts.shape[1])

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> list[str]: ...
    @overload
    def __getitem__(self, at: slice) -> "EvenRows": ...
    def __getitem__(self, at: int | slice) -> "list[str] | EvenRows":
        """A row's cells, or some of the rows."""
        if isinstance(at, slice):
            return EvenRows(self._data, self._starts[at], self._ends[at])
        return Cells(self._data, self._starts[at], self._ends[at])[:]

    def __iter__(self) -> Iterator[list[str]]:
        """The rows, many of which are read at once."""
        for at, end in _spans(len(self)):
            piece = EvenRows(self._data, self._starts[at:end], self._ends[at:end])
            yield from map(list, zip(*(cells[:] for cells in piece.columns(self.width)), strict=True))

    def columns(self, width: int) -> list[Cells]:
        """The first columns."""
        return [Cells(self._data, self._starts[:, at], self._ends[:, at]) for at in range(width)]


def even_rows(text: str, delimiter: str) -> EvenRows | None:
    """The rows of a large text; None where they are not all alike, or NumPy is not installed."""
    if len(text) < FROM or delimiter == "|":
        return None
    with suppress(ImportError, UnicodeEncodeError, _Uneven):  # small fields do without NumPy
        import numpy as np

        data = (text if text.endswith("\n") else text + ("\r\n" if "\r\n" in text else "\n")).encode()
        signs = np.frombuffer(data, np.uint8)
        controls = np.concatenate([piece[piece < ord(" ")] for piece in _pieces(signs)])
        lines, returned = (int(np.count_nonzero(controls == ord(sign))) for sign in "\n\r")
        _need(len(controls) == lines + returned + np.count_nonzero(controls == ord("\t")))  # others may end lines, too
        _need(text.isascii() or not any(end in text for end in _LINE_ENDS))
        ends, quotes = _unquoted_ends(signs, delimiter)
        width = int(np.argmax(signs[ends] == ord("\n"))) + 1
        _need(_FEWEST <= width <= _MOST and len(ends) == width * lines)
        table, starts = ends.reshape(-1, width), np.zeros_like(ends)
        np.add(ends[:-1], 1, out=starts[1:])
        starts = starts.reshape(-1, width)
        _need(bool((signs[table[:, -1]] == ord("\n")).all()))
        if returned:
            _need(returned == len(table) and bool((signs[table[:, -1] - 1] == ord("\r")).all()))
            table[:, -1] -= 1
        for at in range(0, len(table), _AT_ONCE):
            first, last = starts[at : at + _AT_ONCE], table[at : at + _AT_ONCE]
            if quotes:
                quoted = signs[first] == ord('"')
                first += quoted
                last -= quoted
            long = last - first
            _need(long.max() <= _LONGEST)
            _need(bool((long[:, 1:] > 0).any(axis=1).all()))
        return EvenRows(data, starts, table)
    return None


class _Uneven(Exception):  # noqa: N818 (it reads as what happened)
    """It takes the `csv` module to part the rows."""


def _need(held: bool) -> None:
    if not held:
        raise _Uneven


_FEWEST, _MOST = 2, 1000
"""Cells of a row."""


_PIECE = 4_000_000


def _pieces(signs: "Signs") -> "list[Signs]":
    return [signs[at : at + _PIECE] for at in range(0, len(signs), _PIECE)]


def _places(signs: "Signs", start: int, wanted: str) -> "Places":
    """Where any of the wanted signs stands in a piece that begins at `start`."""
    import numpy as np

    found = signs == ord(wanted[0])
    for sign in wanted[1:]:
        found |= signs == ord(sign)
    return (np.flatnonzero(found) + start).astype(np.int32)


def _unquoted_ends(signs: "Signs", delimiter: str) -> tuple["Places", int]:
    """Where each cell ends, and how many quotes there are; all of them stand around whole cells of one line."""
    import numpy as np

    pieces = range(0, len(signs), _PIECE)  # all at once would take ten times as much memory as the file
    ends = np.concatenate([_places(signs[at : at + _PIECE], at, delimiter + "\n") for at in pieces])
    quotes = np.concatenate([_places(signs[at : at + _PIECE], at, '"') for at in pieces])
    if not len(quotes):
        return ends, 0
    _need(len(quotes) % 2 == 0)
    opened, closed = quotes[::2], quotes[1::2]
    apart = np.array([ord(delimiter), ord("\n")], np.uint8)
    _need(bool(np.isin(signs[opened[opened > 0] - 1], apart).all()))
    _need(bool(np.isin(signs[closed + 1], np.append(apart, ord("\r")).astype(np.uint8)).all()))
    first, last = np.searchsorted(ends, opened), np.searchsorted(ends, closed)
    count = last - first
    inside = np.repeat(first - (np.cumsum(count) - count), count) + np.arange(count.sum())
    _need(not np.any(signs[ends[inside]] == ord("\n")))
    return np.delete(ends, inside), len(quotes)
