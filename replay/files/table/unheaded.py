"""What the columns of a table without headings are, by their cells alone."""

import re
from collections.abc import Sequence

from replay.files.missing import read_place
from replay.files.table.cells import is_clock, is_number, is_sex
from replay.files.table.columns import Column, counts, looks_like_names
from replay.files.table.headings import FINISH, Heading
from replay.files.table.words import Meaning


def understand_unheaded(columns: Sequence[Column]) -> None:
    """What the columns of a table without headings are, by their cells alone: place or bib, name, nation, result."""
    for column in columns:
        if column.heading is not None or not column.sample:
            continue
        if column.share(is_clock) > 0.6 and not any(other.meaning is Meaning.RESULT for other in columns):
            column.heading = Heading(Meaning.RESULT, FINISH)
        elif looks_like_names(column) > 0.4 and not any(other.meaning is Meaning.NAME for other in columns):
            column.heading = Heading(Meaning.NAME)
        elif column.share(is_number) == 1.0 and not any(
            other.meaning in (Meaning.BIB, Meaning.PLACE) for other in columns
        ):
            column.heading = Heading(Meaning.PLACE if _counts_from_one(column) else Meaning.BIB)
        elif column.share(lambda text: re.fullmatch("[A-Z]{3}", text)) == 1.0:
            column.heading = Heading(Meaning.NATION)
        elif column.share(is_sex) == 1.0:
            column.heading = Heading(Meaning.SEX)
        if column.heading is not None:
            column.why = "by its cells"


def _counts_from_one(column: Column) -> bool:
    return counts(column) and read_place(column.sample[0]) == 1 and len(column.sample) > 1
