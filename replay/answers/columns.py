"""Text that stands in columns."""

from collections.abc import Iterable, Sequence

from replay.cells.text import cell_width, fit


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Rows under heads, each column as wide as it must be."""
    right = set(right)
    widths = [max(cell_width(row[at]) for row in (heads, *rows)) for at in range(len(heads))]
    lines = []
    for row in (heads, *rows):
        cells = (fit(cell, widths[at], right=at in right) for at, cell in enumerate(row))
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def in_columns(cells: Sequence[str], width: int) -> list[str]:
    """Cells in rows of columns, so that they stand under each other."""
    if not cells:
        return []
    cell = max(cell_width(text) for text in cells) + 3
    per = max(width // cell, 1)
    return ["".join(fit(text, cell) for text in cells[at : at + per]).rstrip() for at in range(0, len(cells), per)]
