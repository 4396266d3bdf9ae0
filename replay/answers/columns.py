"""Text that stands in columns."""

from collections.abc import Iterable, Sequence

from replay.cells.text import cell_width, fit, is_plain


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Rows under heads, each column as wide as it must be."""
    right = set(right)
    columns = [
        [head, *cells]
        for head, cells in zip(heads, zip(*rows, strict=True) if rows else [()] * len(heads), strict=True)
    ]
    places: list[str] = []
    for at, cells in enumerate(columns):
        if is_plain("".join(cells)):  # most are, and a large field has 50,000
            places.append(f"%{'' if at in right else '-'}{max(map(len, cells))}s")
        else:
            width = max(map(cell_width, cells))
            columns[at] = [fit(cell, width, right=at in right) for cell in cells]
            places.append("%s")
    line = "  ".join(places)
    return "\n".join([(line % row).rstrip() for row in zip(*columns, strict=True)])


def in_columns(cells: Sequence[str], width: int) -> list[str]:
    """Cells in rows of columns, so that they stand under each other."""
    if not cells:
        return []
    cell = max(cell_width(text) for text in cells) + 3
    per = max(width // cell, 1)
    return ["".join(fit(text, cell) for text in cells[at : at + per]).rstrip() for at in range(0, len(cells), per)]
