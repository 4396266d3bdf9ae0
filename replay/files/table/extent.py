"""How large the sheets of a workbook would be: the library that reads them makes all their cells, and asks nobody.

It is also told here whether they are XML: in a sheet of OpenDocument that breaks off the library looks for its end for
ever.
"""

import re
from xml.parsers import expat

_FARTHEST = re.compile(r"\$?([A-Za-z]{0,3})\$?(\d{1,7})")
"""What names a cell; what does not look like it lies beyond any sheet."""

_NAMED, _ROW, _CELL, _TEXT = range(1, 5)
_KINDS = {
    "c": _NAMED,
    "row": _NAMED,
    "table-row": _ROW,
    "table-cell": _CELL,
    "covered-table-cell": _CELL,
    "p": _TEXT,
    # As they are written in almost every file, which is faster than to look for their prefix.
    "table:table-row": _ROW,
    "table:table-cell": _CELL,
    "text:p": _TEXT,
}


class NoSheet(ValueError):  # noqa: N818 (it reads as what happened)
    """What is no sheet that could be read."""


def cells_of(content: bytes) -> int:
    """How many cells lie in the rectangle of all that are named, or are said to be repeated, at the least.

    Raises:
        NoSheet: It is not well-formed, declares entities, or names a cell that no sheet has.
    """
    extent = _Extent()
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _refuse_entities
    parser.StartElementHandler = extent.start
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError) as error:
        raise NoSheet(str(error)) from None
    return extent.width * extent.height * extent.columns * extent.rows


def _refuse_entities(*_: object) -> None:
    raise NoSheet("it declares entities of its own, which are not read")


class _Extent:
    """What is met of a sheet."""

    def __init__(self) -> None:
        self.width = self.height = 1
        """As the references of Excel have it."""
        self.columns = self.rows = 1
        """How often anything is repeated at most, as OpenDocument has it; what is blank does not count."""
        self._letters: set[str] = set()
        self._column = self._row = 1
        """How often the present cell and row are."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        kind = _KINDS.get(tag) or _KINDS.get(tag.rpartition(":")[2])
        if kind == _NAMED:
            if "r" in attributes:
                self._named(attributes["r"])
        elif kind == _TEXT:
            self._filled()
        elif kind == _ROW:
            self._row = _repeated(attributes, "number-rows-repeated")
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

    def _filled(self) -> None:
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
