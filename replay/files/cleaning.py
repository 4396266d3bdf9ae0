"""Text out of a file is only ever text: what a terminal would take for a command is gone before anybody sees it."""

import re
import unicodedata

from replay.race.heaps import JOINERS, has_marks, levelled

_COMMANDS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of what a terminal may act upon, or that hides what stands there."""

LONGEST = 1000
"""Characters of a cell that are read: remarks, and the lines of maps, of which a column may consist, have 100,000."""


_LONG, _SHOWN = 100, 20
"""Digits of a number that counts nothing (multiplied with another it may be endless), and those that are kept of it."""
_NUMBER = re.compile(rf"\d(?:[ .,'’]?\d){{{_LONG - 1},}}")


def shortened(row: list[str]) -> list[str]:
    """A row of a table without the ends of very long cells and numbers."""
    return [*map(short, row)] if row and max(map(len, row)) >= _LONG else row


def short(text: str) -> str:
    """A text, or the beginning of one longer than what stands in tables; so of a number that goes on and on."""
    if len(text) < _LONG:
        return text
    return _NUMBER.sub(_begun, text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")


def _begun(number: re.Match[str]) -> str:
    return f"{number[0][:_SHOWN]}…"


def commands(text: str) -> set[str]:
    """The characters of a text that cleaning would take away, but for half a pair: it stands for a byte of a path."""
    return {char for char in set(text) - {*JOINERS, "\n"} if unicodedata.category(char) in _COMMANDS - {"Cs"}}


def clean_text(text: str) -> str:
    """The text on one line: controls (C0, C1, escape), direction overrides and lone surrogates gone, blanks single.

    Line breaks and tabs become one space. Letters, accents and symbols of every script stay, but of what is heaped on
    one letter no more than any language writes: terminals draw a flood of it over the rows above and below.
    """
    if text.isprintable() and "  " not in text and not has_marks(text):
        return text.strip()
    safe = text if text.isprintable() else "".join(map(_safe, text))
    return levelled(" ".join(safe.split()))


def _safe(char: str) -> str:
    if char.isprintable() or char in JOINERS:
        return char
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in _COMMANDS or _is_none(ord(char)) else char


def _is_none(code: int) -> bool:
    """Whether it is one of the 66 numbers that are no character and never will be: XML and YAML may not hold them."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
