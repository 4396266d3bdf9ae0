"""What the signs on the screen mean, in words: a group of the help."""

from replay.commentary.records import MARKS, NAMES
from replay.drawing.theme.look import Look

_OWN = {
    "AR": "record of a continent (ER of Europe)",
    "AB": "best of a continent, indoors or on a road",
    "NR": "national record",
    "NIR": "national indoor record",
}
"""Records whose names depend on whose they are."""
_BESTS = (("PB", "personal best before the race, or set in it"), ("SB", "best of the season"))


def sign_rows(look: Look) -> list[tuple[str, str]]:
    """Signs and what they mean, below their headings, which have no sign."""
    up, down, pin = look.glyph("▲", "^"), look.glyph("▼", "v"), look.glyph("◆", "*")
    return [
        ("", "Signs"),
        ("~", "Worked out between known times, not measured"),
        ("KID", "Kidder; where there is room for one letter it is the underlined one, else the first"),
        ("kid", "In small letters: a lap or more behind"),
        ("+4", "As many more, for whose letters there is no room"),
        (f"{up}3 {down}1", "Places won and lost of late"),
        (pin, "Pinned: gaps are to him or her"),
        ("'24", "A guest or a ghost from the race of that year"),
        ("", "Records and bests"),
        *((mark, _capital(NAMES.get(mark) or _OWN[mark])) for mark in MARKS),
        *((mark, _capital(words)) for mark, words in _BESTS),
    ]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
