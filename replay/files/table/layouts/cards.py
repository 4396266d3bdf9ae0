"""Tables in which each runner is a card of several rows, under headings that come again on each.

2010	6	Alfa, Ada	21	F	Oslo
5k	10k	Half
0:14:53	0:30:08	1:03:27
Pace	Offl. Time	Overall
0:04:48	2:05:52	1

So a page of search results is copied: who it is stands in a row of its own, without headings.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from replay.files.cleaning import clean_text
from replay.files.table.layouts.cutting import Row
from replay.files.table.values.cells import is_clock
from replay.files.table.wording.likeliest import is_heading

_FEWEST = 2
"""Cards, and headings of a row."""
_MOST = 12
"""Rows of a card."""


def one_row_each(rows: Sequence[Row], lines: Sequence[int]) -> tuple[Sequence[Row], Sequence[int]]:
    """The rows of such a table, each card's in one, below one row of headings, and their lines; any other as it is.

    Args:
        rows: Of the whole table.
        lines: The line of each.
    """
    above = list(islice(_filled(rows), 2 * _MOST + 1))
    first = next((at for at, (_, text) in enumerate(above[:_MOST]) if _are_headings(text)), len(above))
    length = next((far for far, (_, text) in enumerate(above[first:]) if far > 1 and text == above[first][1]), 0)
    if not length:  # as of any other: only what stands first is looked at
        return rows, lines
    whole = list(_filled(rows))
    filled, texts = [at for at, _ in whole], [text for _, text in whole]
    begin = first - 1 if first else 0
    cards = [texts[at : at + length] for at in range(begin, len(texts), length)]
    if len(cards) < _FEWEST or len(cards[-1]) != length:
        return rows, lines
    heads = [at for at in range(length) if _are_headings(cards[0][at])]
    if (
        not all(card[at] == cards[0][at] for card in cards for at in heads)
        or length != 2 * len(heads) + (begin < first)
        or any(at + 1 in heads or at + 1 >= length for at in heads)
    ):
        return rows, lines
    width = max(len(card[0]) for card in cards) if begin < first else 0
    made: list[list[str]] = [["" for _ in range(width)], *[[*card[0], *[""] * width][:width] for card in cards]]
    for at in heads:
        titles = cards[0][at]
        most = max(len(card[at + 1]) for card in cards)
        if len(titles) == most + 1 and titles[0].endswith(":"):  # it calls the row, and no cell
            titles = titles[1:]
        made[0] += titles
        for row, card in zip(made[1:], cards, strict=True):
            row += [*card[at + 1], *[""] * len(titles)][: len(titles)]
    return [list(row) for row in made], [lines[filled[begin + length * number]] for number in (0, *range(len(cards)))]


def _filled(rows: Sequence[Row]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Rows that are not blank: where each is, and its cells."""
    for at, row in enumerate(rows):
        if any(cell.strip() for cell in row):
            yield at, tuple(clean_text(cell) for cell in row)


def _are_headings(row: Sequence[str]) -> bool:
    told = [cell for cell in row if cell]
    return (
        len(told) >= _FEWEST
        and not any(map(is_clock, told))
        and sum(is_heading(cell) and not cell.isdigit() for cell in told) * 2 > len(told)
    )
