"""How large the sheets of a workbook would be: the library that reads them makes all their cells, and asks nobody.

A sheet is gone through in pieces, and no further than to where it is too large.

It is also told here whether they are XML: in a sheet of OpenDocument that breaks off the library looks for its end for
ever.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple
from xml.parsers import expat

MOST_ROWS = 200_000
"""Rows in which anything stands: twice the largest races."""
MOST_FILLED = 3_000_000
"""Cells that are written down: 100,000 rows of 30."""

_LONGEST_TAG = 1_000_000

_FARTHEST = re.compile(r"\$?([A-Za-z]{0,3})\$?(\d{1,7})")
"""What names a cell; what does not look like it lies beyond any sheet."""

_NAMED, _ROW, _CELL, _TEXT, _VALUE, _BLANKS = range(1, 7)
_KINDS = {
    "c": _NAMED,
    "row": _NAMED,
    "table-row": _ROW,
    "table-cell": _CELL,
    "covered-table-cell": _CELL,
    "p": _TEXT,
    "v": _VALUE,
    "is": _VALUE,
    "s": _BLANKS,
    # As they are written in almost every file, which is faster than to look for their prefix.
    "table:table-row": _ROW,
    "table:table-cell": _CELL,
    "text:p": _TEXT,
}


class NoSheet(ValueError):  # noqa: N818 (it reads as what happened)
    """What is no sheet that could be read."""


class TooLarge(NoSheet):
    """A sheet that holds more than is read."""


class Extent(NamedTuple):
    """How large a sheet is."""

    cells: int
    """Those in the rectangle of all that are named, or are said to be repeated, at the least."""
    sharing: int
    """Those that name a text which stands elsewhere."""
    repeated: int
    """How often one that is filled is said to be repeated, at most."""
    blanks: int
    """Those that OpenDocument counts instead of writing them down."""


def extent_of(pieces: Iterable[bytes]) -> Extent:
    """How large a sheet is, of which the bytes come in pieces.

    Raises:
        NoSheet: It is not well-formed, declares entities, or names a cell that no sheet has.
        TooLarge: More stands in it than is read.
    """
    extent = _Extent()
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _refuse_entities
    parser.StartElementHandler = extent.start
    try:
        given = 0
        for piece in pieces:
            parser.Parse(piece, False)
            given += len(piece)
            if given - parser.CurrentByteIndex > _LONGEST_TAG:  # it begins anew with each piece
                raise NoSheet(f"a tag in it has more than {_LONGEST_TAG:,} bytes")
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError) as error:
        raise NoSheet(str(error)) from None
    repeated = extent.columns * extent.rows
    return Extent(extent.width * extent.height * repeated, extent.sharing, repeated, extent.blanks)


def _refuse_entities(*_: object) -> None:
    raise NoSheet("it declares entities of its own, which are not read")


class _Extent:
    """What is met of a sheet."""

    def __init__(self) -> None:
        self.width = self.height = 1
        """As the references of Excel have it."""
        self.columns = self.rows = 1
        """How often anything is repeated at most, as OpenDocument has it; what is blank does not count."""
        self.sharing = self.blanks = 0
        self._lines = self._full = 0
        """Rows in which anything stands, and cells that are written down; as often as they are repeated."""
        self._letters: set[str] = set()
        self._column = self._row = 1
        """How often the present cell and row are."""
        self._counted = False
        """Whether the present row is known to be filled."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        kind = _KINDS.get(tag) or _KINDS.get(tag.rpartition(":")[2])
        if kind == _NAMED:
            if tag[-1] == "w":
                self._counted = False
            else:
                self.sharing += attributes.get("t") == "s"
                self._count(0, 1)
            if "r" in attributes:
                self._named(attributes["r"])
        elif kind == _VALUE:
            self._count(1, 0)
        elif kind == _TEXT:
            self._filled()
        elif kind == _BLANKS:
            self.blanks += _repeated(attributes, "c")
        elif kind == _ROW:
            self._row = _repeated(attributes, "number-rows-repeated")
            self._counted = False
        elif kind == _CELL:
            self._column = _repeated(attributes, "number-columns-repeated")
            if any(name.endswith("value") for name in attributes):
                self._filled()

    def _named(self, reference: str) -> None:
        found = _FARTHEST.fullmatch(reference)
        if found is None:
            raise NoSheet(f"it has a cell {reference[:20]!r}, which no sheet has")
        letters, digits = found.groups()
        if letters not in self._letters:
            self._letters.add(letters)
            self.width = max(self.width, _column(letters.upper()))
        self.height = max(self.height, int(digits))

    def _count(self, rows: int, cells: int) -> None:
        self._lines += 0 if self._counted else rows
        self._full += cells
        self._counted = self._counted or rows > 0
        if self._lines > MOST_ROWS or self._full > MOST_FILLED:
            what = f"{MOST_ROWS:,} rows" if self._lines > MOST_ROWS else f"{MOST_FILLED:,} cells"
            raise TooLarge(f"a sheet has more than {what}")

    def _filled(self) -> None:
        self._count(self._row, self._row * self._column)
        self.columns, self.rows = max(self.columns, self._column), max(self.rows, self._row)


def _repeated(attributes: dict[str, str], name: str) -> int:
    if not attributes:
        return 1
    text = next((value for key, value in attributes.items() if key.endswith(name)), "1")
    try:
        return max(int(text), 1)
    except ValueError:
        raise NoSheet(f"it repeats something {text[:20]!r} times") from None


def _column(letters: str) -> int:
    """The number of a column, from 1: `A` is 1, `AA` is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return max(number, 1)
