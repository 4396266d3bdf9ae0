"""What a heading most likely means, where no more is asked."""

from collections.abc import Collection

from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.words import Meaning


def is_heading(text: str) -> bool:
    """Whether a text is a heading as a whole, and not by a word in it, as a name may have one: `Cat Fox`."""
    headings = read_heading(text)
    return bool(headings) and headings[0].sure


def means(text: str, meanings: Collection[Meaning]) -> bool:
    """Whether a text is a heading that most likely has one of these meanings."""
    headings = read_heading(text)
    return bool(headings) and headings[0].meaning in meanings
