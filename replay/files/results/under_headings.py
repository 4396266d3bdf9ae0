"""Columns that single blanks part, in the headings or in the rows: each cell belongs to the heading that is over it.

Place Bib   Name            Age S Div St 1st 5k
    1   489 Ada Alfa         31 M   1 NY   16:49
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from replay.files.table.wording.likeliest import is_heading

_LONGEST = 3
"""Words of a heading."""
_FEWEST = 3
"""Rows that show where nothing ever stands, and columns that are headed by what is known."""


class _Span(NamedTuple):
    """Where something stands in a line."""

    start: int
    end: int


def cut_under_headings(heading: str, rows: Sequence[str]) -> list[list[str]] | None:
    """The cells of the headings and of the rows; None where not every heading has cells of its own below it.

    Args:
        heading: The line of headings.
        rows: The lines below, without blanks at their ends.
    """
    if len(rows) < _FEWEST:
        return None
    blocks = _blocks(rows)
    heads = _heads(heading, blocks)
    below: list[list[_Span]] = [[] for _ in heads]
    for block in blocks:
        over = [min(head.end, block.end) - max(head.start, block.start) for head in heads]
        at = over.index(max(over)) if over else -1
        if at < 0 or (over[at] < -_BESIDE):
            return None
        below[at].append(block)
    if not all(below) or sum(is_heading(heading[head.start : head.end]) for head in heads) < _FEWEST:
        return None
    starts = [spans[0].start for spans in below]
    ends = [spans[-1].end for spans in below]
    if any(end >= start for end, start in zip(ends, starts[1:], strict=False)):
        return None
    edges = [0, *starts[1:], max(map(len, rows))]
    cells = [[row[start:end].strip() for start, end in pairwise(edges)] for row in rows]
    return [[heading[head.start : head.end] for head in heads], *cells]


_BESIDE = 2
"""Blanks between a heading and a cell of its own that does not stand below it."""


def _blocks(rows: Sequence[str]) -> list[_Span]:
    """Where there is something in any row, with a blank in all of them on both sides."""
    filled = [False] * (max(map(len, rows)) + 1)
    for row in rows:
        for match in re.finditer(r"\S+", row):
            filled[match.start() : match.end()] = [True] * (match.end() - match.start())
    edges = [at for at in range(len(filled)) if filled[at] != (at > 0 and filled[at - 1])]
    return [_Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _heads(heading: str, blocks: Sequence[_Span]) -> list[_Span]:
    """The headings: words together are one that is known, unless each is known by itself and has cells of its own."""
    words = [_Span(*match.span()) for match in re.finditer(r"\S+", heading)]
    heads: list[_Span] = []
    at = 0
    while at < len(words):
        many = next((many for many in range(_LONGEST, 1, -1) if _is_one(heading, words[at : at + many], blocks)), 1)
        heads.append(_Span(words[at].start, words[min(at + many, len(words)) - 1].end))
        at += many
    return heads


def _is_one(heading: str, words: Sequence[_Span], blocks: Sequence[_Span]) -> bool:
    """Whether words that single blanks part are one heading."""
    if len(words) < 2 or any(two.start - one.end > 1 for one, two in pairwise(words)):
        return False
    each = [heading[word.start : word.end] for word in words]
    if not is_heading(" ".join(each)):
        return False
    own = [next((block for block in blocks if _meet(word, block)), None) for word in words]
    gaps = [two.start - one.end for one, two in pairwise(own) if one and two and one != two]
    if None not in own and max(gaps, default=0) >= (1 if all(map(is_heading, each)) else _GAP):
        return False
    return is_heading(each[-1]) or not is_heading(each[0]) or not is_heading(" ".join(each[1:]))


_GAP = 2
"""Blanks in all rows that part columns, whatever stands above."""


def _meet(one: _Span, two: _Span) -> bool:
    return one.start < two.end and two.start < one.end
