"""How many cells a text takes in a terminal, and texts cut or filled to a number of cells."""

import re
import unicodedata
from functools import lru_cache

_PLAIN = re.compile("[ -~¡-¬®-ˬ‐-‧←-⇿─-▼◀-◼⠀-⣿]*")
"""Texts of letters, lines, blocks and dots that take one cell each: nearly all that is drawn, and quick to tell."""


@lru_cache(maxsize=4096)
def cell_width(text: str) -> int:
    """Cells the text takes: 2 for wide East Asian characters, 0 for combining ones, 1 for the rest."""
    if is_plain(text):
        return len(text)
    return sum(map(_char_width, text))


def is_plain(text: str) -> bool:
    """Whether it is plain to see that each character of the text takes one cell: quick, also of 50,000 names."""
    return text.isascii() or _PLAIN.fullmatch(text) is not None


def is_narrow(text: str) -> bool:
    """Whether each character of the text takes one cell."""
    return is_plain(text) or _is_narrow(text)


@lru_cache(maxsize=4096)
def _is_narrow(text: str) -> bool:
    return all(_char_width(char) == 1 for char in text)


@lru_cache(maxsize=2048)
def _char_width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


_ASCII = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "❝": '"', "…": ".", "–": "-", "—": "-", "−": "-", "·": "-", "×": "x",
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "æ": "a", "Æ": "A", "œ": "o", "ß": "s",
    "ı": "i", "þ": "t", "±": "+", "→": ">", "←": "<", "↑": "^", "↓": "v", "°": "o",
    **dict.fromkeys("─━┄┅┈┉╌╍═╴╶╸╺╼╾▔", "-"), **dict.fromkeys("│┃┆┇┊┋╎╏║╵╷╹╻╽╿▏▕", "|"), "▁": "_", "╱": "/", "╲": "\\",
}  # fmt: skip
_ALPHABETS = dict(
    zip(
        "абвгґдеёжзиіїйклмнопрстуфхцчшщъыьэєюяαβγδεζηθικλμνξοπρστυφχψως",
        "abvggdeezziiijklmnoprstufhccss'y'eeuaabgdezitiklmnxoprstyfhpos",
        strict=True,
    )
)
"""The likeness of each letter of Cyrillic and Greek, one for one, that a word keeps its width."""
_FRAMES = {chr(code): "+" for code in range(0x2500, 0x2580)} | {chr(code): "#" for code in range(0x2580, 0x25A0)}
"""Corners and crossings of frames, and blocks."""


def asciified(text: str) -> str:
    """The text in ASCII, as many cells wide: letters without their accents, `?` for what has no likeness."""
    return text if text.isascii() else "".join(map(_ascii_char, text))


def _ascii_char(char: str) -> str:
    if char.isascii():
        return char
    base = _ASCII.get(char) or _FRAMES.get(char) or unicodedata.normalize("NFKD", char)[0]
    small = base.lower()
    if small in _ALPHABETS:
        base = _ALPHABETS[small] if base == small else _ALPHABETS[small].upper()
    return (base if base.isascii() else "?").ljust(_char_width(char))[: _char_width(char)]


def fit(text: str, width: int, right: bool = False, ellipsis: str = "…") -> str:
    """The text in exactly `width` cells: filled with spaces, or cut with an ellipsis where it is too long.

    Args:
        text: Any text on one line.
        width: Cells, not negative.
        right: Whether to fill on the left.
        ellipsis: What stands for what was cut; one cell.
    """
    taken = cell_width(text)
    if taken > width:
        text = cut(text, width - 1) + ellipsis if width > 0 else ""
        taken = cell_width(text)
    space = " " * (width - taken)
    return space + text if right else text + space


def fit_words(text: str, width: int, ellipsis: str = "…") -> str:
    """As `fit`, but what is cut are whole words, where at least one has room: `Ingebrigtsen, the champion …`."""
    if cell_width(text) <= width:
        return fit(text, width)
    kept = cut(text, width - 1 - cell_width(ellipsis))
    if not text[len(kept) :].startswith((" ", ",", ";", ":", ".")):
        kept = kept.rpartition(" ")[0]
    kept = kept.rstrip(" ,;:·–-")
    return fit(f"{kept} {ellipsis}" if kept else text, width, ellipsis=ellipsis)


def cut(text: str, width: int) -> str:
    """As much of the text's beginning as fits in `width` cells."""
    if text.isascii():
        return text[: max(width, 0)]
    used = 0
    for index, char in enumerate(text):
        used += _char_width(char)
        if used > width:
            return text[:index]
    return text


def _with_units(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if found and word.rstrip(".,;:!?)") in _UNITS and found[-1][-1:].isdigit():
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


_UNITS = frozenset(("m", "s", "km", "mi", "h"))


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken between words; a longer word is broken inside.

    A number and its unit are one word: no line begins with the `m` of `150 m`.
    """
    lines: list[str] = []
    line = ""
    for word in _with_units(text.split()):
        while cell_width(word) > width > 0:
            if line:
                lines.append(line)
                line = ""
            head = cut(word, width) or word[0]
            lines.append(head)
            word = word[len(head) :]
        if line and cell_width(line) + 1 + cell_width(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line] if line else lines
