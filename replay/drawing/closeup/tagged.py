"""What a line across the track is: `WR` at its foot, where that is free."""

from replay.cells.ink import Ink, Row, letter_on
from replay.cells.rows import over
from replay.drawing.theme.look import Look


def tagged(row: Row, x: int, tag: str, colour: int, look: Look) -> Row:
    """The row below the track with a tag under the line in column `x`; as it is where something else stands there."""
    text = "".join(part for part, _ in row)
    words = f" {tag} "
    start = min(max(x - len(words) // 2, 0), max(len(text) - len(words), 0))
    if not tag or not 0 <= x < len(text) or text[start : start + len(words)].strip():
        return row
    return over(row, [(start, words, Ink(letter_on(colour), colour, bold=True, reverse=not look.coloured))])
