"""Names where there is less room than they need."""

from replay.cells.text import cell_width
from replay.drawing.theme.look import Look

_LETTERS = 6
"""Of a name, at least, with the sign that there are more."""


def shortened(name: str, room: int, look: Look) -> str:
    """A name, or its beginning, without an initial before it.

    Who leads is named though somebody further back would have the shorter name. Empty where there is no room, or where
    a letter is not one cell wide.
    """
    if len(name) <= room and len(name) == cell_width(name):
        return name
    family = name.partition(". ")[2] or name
    if room < _LETTERS or len(name) != cell_width(name):
        return ""
    return family if len(family) <= room else family[: room - 1] + look.glyph("…", ".")
