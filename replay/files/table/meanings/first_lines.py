"""Cells with several lines, of which the first says what the heading asks for: `Male` above `1`, a place among them."""

from collections.abc import Sequence

from replay.files.table.meanings.column import Column
from replay.files.table.wording.likeliest import means
from replay.files.table.wording.words import Meaning

_OFTEN = 0.3
_OF_ONE_LINE = (Meaning.SEX, Meaning.CATEGORY)


def first_lines(columns: Sequence[Column]) -> list[str]:
    """Keep the first line of the cells of sexes and classes, and tell the headings of columns that had more."""
    told = []
    for column in columns:
        if column.share(lambda cell: "\n" in cell) > _OFTEN and means(column.title, _OF_ONE_LINE):
            column.rewrite(_first)
            told.append(repr(column.title))
    return told


def _first(cell: str) -> str:
    return cell.strip().partition("\n")[0]
