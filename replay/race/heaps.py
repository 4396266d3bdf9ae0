"""Marks that are heaped on a letter: terminals draw a flood of them over the rows above and below."""

import re
import unicodedata
from functools import lru_cache

JOINERS = "\u200c\u200d"
"""Persian and Indic names and composed emoji need them, and they move nothing."""
_FIRST_MARK = "\u0300"
_HEAPED = 4
"""Marks on one letter, in a row: Vietnamese has two, vowels and accents of Hebrew or Tibetan up to four."""


def has_marks(text: str) -> bool:
    """Whether there may be any."""
    return not text.isascii() and max(text) >= _FIRST_MARK


def levelled(text: str, instead: str = "") -> str:
    """The text with no more marks on a letter than any language writes; each other one is as `instead` says."""
    if not has_marks(text):
        return text
    marks = frozenset(char for char in set(text) if unicodedata.category(char) in {"Mn", "Me"} or char in JOINERS)
    return _heaps(marks).sub(lambda heap: heap[1] + instead * (len(heap[0]) - _HEAPED), text) if marks else text


@lru_cache(maxsize=256)
def _heaps(marks: frozenset[str]) -> re.Pattern[str]:
    """More of some marks in a row than there may be."""
    one = f"[{re.escape(''.join(sorted(marks)))}]"
    return re.compile(f"({one}{{{_HEAPED}}}){one}+")
