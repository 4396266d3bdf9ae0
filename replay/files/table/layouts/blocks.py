"""Lists one below the other, each under a heading line and with places that begin anew: races of their own, unnamed.

A heading that comes again on each page stands above places that go on, and is no other list; nor are the lists of the
sexes, or of the age groups, of one race, where a column or a line above each says whose it is.
"""

import re
from collections.abc import Callable, Sequence

from replay.files.cleaning import clean_text
from replay.files.missing import read_place
from replay.files.table.layouts.cutting import Row
from replay.files.table.layouts.sections import under
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.words import Meaning

_EVENT = "Event"
_FEWEST = 2
"""Lists that are races of their own, and runners of each."""
_HEADING = 2.0
_MOST = 500
"""Lists of one file: more are no races."""
_WHO = frozenset({Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.BIB})
_TIMED = frozenset({Meaning.RESULT, Meaning.NET, Meaning.GUN})
_CALLED = re.compile(r"list \d+")


def is_block(name: str) -> bool:
    """Whether a race is called so by us, as nothing in its file names it."""
    return _CALLED.fullmatch(name) is not None


def in_blocks(
    rows: Sequence[Row], lines: Sequence[int], at: int, worth: Callable[[Row], float]
) -> tuple[int, list[Row], list[int]] | None:
    """Which row is the first heading, and the rows from there on, with the number of each list behind its rows.

    None for one list.

    Args:
        rows: Of the whole text.
        lines: The line of each.
        at: Which of them looks most like a heading; that of another list may stand above.
        worth: How much a row looks like a heading: so many known words, less the values.
    """
    for first in range(at + 1):
        if first == at or _heads(rows[first], rows[at], worth):
            made = _from(rows, lines, first, worth)
            if made is not None:
                return first, *made
    return None


def _from(
    rows: Sequence[Row], lines: Sequence[int], at: int, worth: Callable[[Row], float]
) -> tuple[list[Row], list[int]] | None:
    """The same where the first heading is known."""
    heads = [number for number in range(at, len(rows)) if number == at or _heads(rows[number], rows[at], worth)]
    if len(heads) < _FEWEST or len(heads) > _MOST or any(_is_caption(rows, number) for number in heads[1:]):
        return None
    titles: list[str] = []
    made: list[tuple[list[str], str, Row, int]] = []
    blocks: list[tuple[list[str], list[Row]]] = []
    name = ""
    for head, end in zip(heads, [*heads[1:], len(rows)], strict=True):
        own = [clean_text(cell) for cell in rows[head]]
        below = [number for number in range(head + 1, end) if any(map(str.strip, rows[number]))]
        if _begins_anew(own, [rows[number] for number in below]):
            blocks.append((own, [rows[number] for number in below]))
            name = f"list {len(blocks)}"
        elif not blocks:
            return None
        titles += [title for title in own if title not in titles]
        made += [(own, name, rows[number], lines[number]) for number in below]
    if len(blocks) < _FEWEST or _EVENT in titles or _are_classes(blocks):
        return None
    whole = [[*titles, _EVENT], *(under(titles, own, row, name) for own, name, row, _ in made)]
    return whole, [lines[at], *(line for *_, line in made)]


def _heads(row: Row, first: Row, worth: Callable[[Row], float]) -> bool:
    if row == first:
        return True
    filled = [cell for cell in row if cell.strip()]
    if len(filled) <= _FEWEST or any(cell.strip().isdigit() for cell in filled):
        return False
    return worth(row) >= max(_HEADING, len(filled) / 2)


def _is_caption(rows: Sequence[Row], head: int) -> bool:
    """Whether a line above a heading says whose list it is."""
    above = next((row for row in rows[head - 1 :: -1] if any(map(str.strip, row))), [])
    return sum(map(bool, map(str.strip, above))) == 1


def _column(titles: Sequence[str], meanings: frozenset[Meaning]) -> int | None:
    found = ((at, read_heading(title)) for at, title in enumerate(titles))
    return next((at for at, headings in found if headings and headings[0].meaning in meanings), None)


def _begins_anew(titles: Sequence[str], rows: Sequence[Row]) -> bool:
    """Whether a list names runners, has times, and its places begin with the first."""
    place = _column(titles, frozenset({Meaning.PLACE}))
    if place is None or _column(titles, _WHO) is None or _column(titles, _TIMED) is None:
        return False
    places = [found for row in rows if place < len(row) and (found := read_place(row[place].strip())) is not None]
    return places[:1] == [1] and len(places) >= _FEWEST


def _are_classes(blocks: Sequence[tuple[list[str], list[Row]]]) -> bool:
    """Whether each list is of one sex, or of one class, and no two of the same: parts of one race's field."""
    for meaning in (Meaning.SEX, Meaning.CATEGORY):
        of_lists = []
        for titles, rows in blocks:
            at = _column(titles, frozenset({meaning}))
            of_lists.append({row[at].strip() for row in rows if at is not None and at < len(row)})
        if all(len(of_one) == 1 for of_one in of_lists) and len(set(map(frozenset, of_lists))) == len(blocks):
            return True
    return False
