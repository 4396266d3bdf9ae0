"""Lines of a page: wrapped text, and cells side by side."""

from collections.abc import Sequence

from replay.cells.ink import Ink, Run
from replay.cells.rows import Lines
from replay.cells.text import wrap


def wrapped(text: str, ink: Ink, width: int, indent: int = 0) -> Lines:
    """The text in lines of at most `width` cells, each of them `indent` cells in."""
    return [[(" " * indent + line, ink)] for line in wrap(text, max(width - indent, 8))]


def in_columns(cells: Sequence[Sequence[Run]], columns: int) -> Lines:
    """Cells of one width in so many columns, which are read downwards."""
    high = -(-len(cells) // columns)
    return [[run for cell in cells[at::high] for run in cell] for at in range(high)]
