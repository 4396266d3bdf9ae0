"""Rows that stand broken over several lines, as browsers copy tables whose cells have lines of their own.

    1<tab>Ada ALFA
    52 parkruns<tab>Female
    1<tab>VW30-34
    79.13%<tab>Harriers<tab>17:10
    PB 17:02

A line that ends goes on in the same cell; of such a cell the first line is kept.
"""

from collections.abc import Sequence

_MOSTLY = 0.9
_FEWEST = 2


def whole_rows(
    rows: Sequence[list[str]], lines: Sequence[int], width: int
) -> tuple[Sequence[list[str]], Sequence[int]]:
    """Rows put together, each in its first line; as they are where they are not broken.

    Args:
        rows: Below the heading.
        lines: The line of each.
        width: How many headings there are.
    """
    if 2 * sum(len(row) < width for row in rows) <= len(rows) or width < _FEWEST:
        return rows, lines
    made: list[list[str]] = []
    at: list[int] = []
    for row, line in ((row, line) for row, line in zip(rows, lines, strict=True) if row):
        if not made or (len(made[-1]) >= width and len(row) > 1):
            made.append(list(row))
            at.append(line)
            continue
        last = made[-1]
        last[-1] = last[-1] or row[0]
        last += row[1:]  # nothing where the last is whole, or this would be another row
    if len(made) == len(rows) or sum(len(row) == width for row in made) < _MOSTLY * len(made):
        return rows, lines
    return made, at
