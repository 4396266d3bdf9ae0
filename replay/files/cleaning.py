"""Text out of a file is only ever text: what a terminal would take for a command is gone before anybody sees it."""

import unicodedata

_KEPT = "\u200c\u200d"
"""Joiners: Persian and Indic names and composed emoji need them, and they move nothing."""


def clean_text(text: str) -> str:
    """The text on one line: controls (C0, C1, escape), direction overrides and lone surrogates gone, blanks single.

    Line breaks and tabs become one space. Letters, accents and symbols of every script stay.
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join("".join(map(_safe, text)).split())


def _safe(char: str) -> str:
    if char.isprintable() or char in _KEPT:
        return char
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else char
