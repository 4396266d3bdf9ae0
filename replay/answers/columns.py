"""Text that stands in columns."""

from collections.abc import Iterable, Sequence

from replay.cells.text import cell_width, fit, is_plain


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Rows under heads, each column as wide as it must be."""
    right = set(right)
    columns = zip(*rows, strict=True) if rows else ((),) * len(heads)
    fitted = [
        _fitted([head, *cells], right=at in right) for at, (head, cells) in enumerate(zip(heads, columns, strict=True))
    ]
    return "\n".join(map(str.rstrip, map("  ".join, zip(*fitted, strict=True))))


def _fitted(cells: Sequence[str], *, right: bool) -> Sequence[str]:
    """The cells of a column, all of one width."""
    if is_plain("".join(cells)):  # most are, and a large field has 50,000
        width = max(map(len, cells))
        return [cell.rjust(width) if right else cell.ljust(width) for cell in cells]
    width = max(map(cell_width, cells))
    return [fit(cell, width, right=right) for cell in cells]


def in_columns(cells: Sequence[str], width: int) -> list[str]:
    """Cells in rows of columns, so that they stand under each other."""
    if not cells:
        return []
    cell = max(cell_width(text) for text in cells) + 3
    per = max(width // cell, 1)
    return ["".join(fit(text, cell) for text in cells[at : at + per]).rstrip() for at in range(0, len(cells), per)]
