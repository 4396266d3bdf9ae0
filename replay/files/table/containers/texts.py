"""How many characters the cells of a workbook hold, where a text stands once and is that of many cells.

It is asked of the few in which that could be more than is read: every text is gone through.
"""

from collections.abc import Iterable, Sequence
from xml.parsers import expat

_BLANKS = "s"
"""What stands for several blanks, in OpenDocument."""


def repeated(pieces: Iterable[bytes]) -> int:
    """Characters of all cells of OpenDocument, as often as they and their rows are repeated.

    Args:
        pieces: What has the sheets, which `replay.files.table.containers.extent` has found to be well-formed.
    """
    found = _Repeated()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.CharacterDataHandler = found.start, found.text
    _parse(parser, pieces)
    return found.count


def shared(pieces: Iterable[bytes]) -> list[int]:
    """Characters of each text that cells of Excel share.

    Raises:
        expat.ExpatError: It is not well-formed.
    """
    lengths: list[int] = []

    def start(tag: str, _: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "si":
            lengths.append(0)

    def text(data: str) -> None:
        if lengths:
            lengths[-1] += len(data)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.CharacterDataHandler = start, text
    _parse(parser, pieces)
    return lengths


def sharing(pieces: Iterable[bytes], lengths: Sequence[int]) -> int:
    """Characters of the cells of a sheet of Excel that name a shared text, each so long."""
    count, named = 0, False
    digits: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal named
        plain = tag.rpartition(":")[2]
        if plain == "c":
            named = attributes.get("t") == "s"
        digits.clear()

    def end(_: str) -> None:
        nonlocal count
        which = "".join(digits).strip() if named else ""
        if which.isdecimal() and len(which) < _DIGITS and int(which) < len(lengths):
            count += lengths[int(which)]
        digits.clear()

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, digits.append
    _parse(parser, pieces)
    return count


_DIGITS = 9
"""Digits that no number of a text has: there are not so many."""


def _parse(parser: expat.XMLParserType, pieces: Iterable[bytes]) -> None:
    parser.buffer_text = True
    for piece in pieces:
        parser.Parse(piece, False)
    parser.Parse(b"", True)


class _Repeated:
    """Characters met so far."""

    def __init__(self) -> None:
        self.count = 0
        self._column = self._row = 1

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        plain = tag.rpartition(":")[2]
        if plain == "table-row":
            self._row = _number(attributes, "number-rows-repeated")
        elif plain.endswith("table-cell"):
            self._column = _number(attributes, "number-columns-repeated")
            self._add(max((len(value) for name, value in attributes.items() if name.endswith("value")), default=0))
        elif plain == _BLANKS:
            self._add(_number(attributes, "c"))

    def text(self, data: str) -> None:
        """Characters of the present cell."""
        self._add(len(data))

    def _add(self, characters: int) -> None:
        self.count += characters * self._column * self._row


def _number(attributes: dict[str, str], name: str) -> int:
    text = next((value for key, value in attributes.items() if key.rpartition(":")[2] == name), "1")
    return max(int(text), 1) if text.isdecimal() and len(text) < _DIGITS + 2 else 1
