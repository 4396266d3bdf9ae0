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
        if column.heading is not None or not column.sample or column.share(_is_day) > 0.6:
            continue
        if column.share(is_clock) > 0.6 and not any(other.meaning is Meaning.RESULT for other in columns):
            column.heading = Heading(Meaning.RESULT, FINISH)
        elif looks_like_names(column) > 0.4 and not any(other.meaning is Meaning.NAME for other in columns):
            column.heading = Heading(Meaning.NAME)
        elif column.share(_is_counted) == 1.0 and not any(
            other.meaning in (Meaning.BIB, Meaning.PLACE) for other in columns
        ):
            column.heading = Heading(Meaning.PLACE if _counts_from_one(column) else Meaning.BIB)
        elif column.share(lambda text: re.fullmatch("[A-Z]{3}", text)) == 1.0:
            column.heading = Heading(Meaning.NATION)
        elif column.share(is_sex) == 1.0:
            column.heading = Heading(Meaning.SEX)
        if column.heading is not None:
            column.why = "by its cells"


_DAY = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:\d{2}|(?:19|20)\d{2})|(?:19|20)\d{2}-\d{2}-\d{2}"
)


def _is_day(text: str) -> bool:
    """Whether a cell may be a day, as of birth: `12.03.99` is no time where all others may be days too."""
    return _DAY.fullmatch(text) is not None


def _is_counted(text: str) -> bool:
    return is_number(text) or re.fullmatch(r"\d{1,5}\.", text) is not None


def _counts_from_one(column: Column) -> bool:
    return counts(column) and read_place(column.sample[0]) == 1 and len(column.sample) > 1
