"""Digits three rows high, for the clock on the scoreboard."""

_GLYPHS = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    ":": ("▄", "▄", " "),
    ".": (" ", " ", "▀"),
    "-": ("  ", "▀▀", "  "),
    "+": (" ▄ ", "▀█▀", "   "),
    "~": ("    ", "▞▚▞▀", "    "),
    " ": (" ", " ", " "),
}
_PLAIN = {
    "0": (" _ ", "| |", "|_|"),
    "1": ("   ", "  |", "  |"),
    "2": (" _ ", " _|", "|_ "),
    "3": (" _ ", " _|", " _|"),
    "4": ("   ", "|_|", "  |"),
    "5": (" _ ", "|_ ", " _|"),
    "6": (" _ ", "|_ ", "|_|"),
    "7": (" _ ", "  |", "  |"),
    "8": (" _ ", "|_|", "|_|"),
    "9": (" _ ", "|_|", " _|"),
    ":": (" ", ".", "."),
    ".": (" ", " ", "."),
    "-": ("  ", "__", "  "),
    "+": ("   ", "_|_", " | "),
    "~": ("  ", "~ ", "  "),
    " ": (" ", " ", " "),
}


def big(text: str, ascii: bool = False) -> tuple[str, str, str]:  # noqa: A002 - the option is called so
    """Three rows of equal length that spell the text in big digits; characters without a big form are left out.

    Takes `0123456789:.-+~` and the space.
    """
    glyphs = _PLAIN if ascii else _GLYPHS
    parts = [glyphs[letter] for letter in text if letter in glyphs]
    return " ".join(p[0] for p in parts), " ".join(p[1] for p in parts), " ".join(p[2] for p in parts)
