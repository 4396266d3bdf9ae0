"""Columns that blanks keep apart all the way down, from the headings to the last line: such a list is a table as it is.

Pos  Name      Club   Time
1    Ada Alfa  Oak    33:10
2    Bo Beta          34:02
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from replay.files.cleaning import clean_text
from replay.files.results.inline import in_lines
from replay.files.results.layout import RULER, Laid, aligned, laid_out
from replay.files.results.unaligned import one_by_one
from replay.files.results.under_headings import cut_under_headings
from replay.files.table.wording.likeliest import is_heading

_FEWEST = 2
"""Columns, and lines below the headings."""
_GAP = 2
"""Blanks that part columns."""
_WIDEST = 600
_HEADS = 40
"""Lines among which the headings are."""


def columned(lines: Sequence[str]) -> Laid | None:
    """The rows of such a list; None where it is none.

    Args:
        lines: Of a text, without tabs.
    """
    for at, line in enumerate(lines[:_HEADS]):
        titles = _chunks(line)
        if len(titles) < _FEWEST or len(line) > _WIDEST or not _are_headings(titles):
            continue
        if at + 1 < len(lines) and RULER.fullmatch(lines[at + 1]):
            return None  # the line below says where the columns are
        if at + 1 < len(lines) and _are_lower(line, lines[at + 1]):
            continue  # these are the upper words of headings of two lines
        below = [number for number in range(at + 1, len(lines)) if len(_chunks(lines[number])) >= _FEWEST]
        if len(below) < _FEWEST:
            return None
        numbers = [at, *below]
        odd = _odd(lines, below, len(titles))
        line = aligned(line, [lines[number].rstrip() for number in below if number not in odd])
        lines = [*lines[:at], line, *lines[at + 1 :]]
        edges = _edges(line, [lines[number].rstrip() for number in below if number not in odd])
        parted = [line[start:end].strip() for start, end in pairwise(edges)]
        titles = parted if _has_glued(titles) or all(map(is_heading, parted)) else titles
        rows = [
            _where_begun(lines[number], edges)
            if number in odd
            else [lines[number][start:end] for start, end in pairwise(edges)]
            for number in numbers
        ]
        whole = all(cell.strip() and "  " not in cell.strip() for cell in rows[0])
        if any(_are_several(cell.strip()) for cell in rows[0]):
            more = _with_more(lines, numbers, len(edges) - 1)
            if more is not None:
                return more
        if len(edges) - 1 == len(titles) >= _FEWEST and whole:
            if at and _are_lower(lines[at - 1], line):
                rows[0] = _below(lines[at - 1], rows[0], edges)
            return Laid([[clean_text(cell) for cell in row] for row in rows], [number + 1 for number in numbers])
        return one_by_one(lines, numbers)
    return None


def _with_more(lines: Sequence[str], numbers: Sequence[int], columns: int) -> Laid | None:
    """The rows with more columns than so many, where headings touch; None where there are no more."""
    cut = cut_under_headings(lines[numbers[0]], [lines[number].rstrip() for number in numbers[1:]])
    if cut is not None and len(cut[0]) > columns:
        return Laid([[clean_text(cell) for cell in row] for row in cut], [number + 1 for number in numbers])
    gapped = laid_out(lines)
    known = gapped is not None and len(gapped.rows[0]) > columns and all(map(is_heading, gapped.rows[0]))
    return gapped if known else None


def _are_lower(upper: str, lower: str) -> bool:
    """Whether of two lines of headings the lower has more of them: the words in the upper stand over some of these."""
    above, below = _chunks(upper), _chunks(lower)
    return _FEWEST <= len(above) < len(below) and _are_headings(above) and _are_headings(below)


def _below(upper: str, titles: Sequence[str], edges: Sequence[int]) -> list[str]:
    """Headings with the words of the line above them, each before that over which it stands."""
    made: list[list[str]] = [[] for _ in titles]
    for word in re.finditer(r"\S+", upper):
        middle = (word.start() + word.end()) // 2
        made[max((at for at, edge in enumerate(edges[:-1]) if edge <= middle), default=0)].append(word[0])
    return [" ".join([*words, title.strip()]) for words, title in zip(made, titles, strict=True)]


def _odd(lines: Sequence[str], below: Sequence[int], titles: int) -> frozenset[int]:
    """The few lines whose words run over columns: `30  21:51.2  ** FINISHER HAD NO NUMBER **`.

    They have half the cells that there are headings, or fewer, and so has hardly any other line.
    """
    found = frozenset(at for at in below if 2 * len(_chunks(lines[at])) <= titles)
    return found if len(found) <= max(_RARE * len(below), len(below) >= _SOME) else frozenset()


_RARE = 0.1
_SOME = 5
"""Lines of which one may be such a one."""


def _where_begun(line: str, edges: Sequence[int]) -> list[str]:
    """A line whose every cell is whole in the column in which it begins."""
    cells = [""] * (len(edges) - 1)
    for chunk in re.finditer(r"\S+(?: \S+)*", line):
        at = max((number for number, edge in enumerate(edges[:-1]) if edge <= chunk.start()), default=0)
        cells[at] = f"{cells[at]} {chunk[0]}".strip()
    return cells


def unless_plain(laid: Laid | None, lines: Sequence[str]) -> Laid | None:
    """Columns without headings, unless lines by themselves are more runners: in some a single blank parts cells."""
    if laid is None:
        return None
    torn = sum(any(cell.count("(") != cell.count(")") for cell in row) for row in laid.rows)
    worded = [cell for cell in laid.rows[0] if any(map(str.isalpha, cell))]
    headed = 2 * sum(map(is_heading, worded)) > len(worded)
    if headed and torn * 2 <= len(laid.rows):
        return laid
    each = in_lines(lines)
    timed = max(sum(_TIMED.fullmatch(row[at]) is not None for row in laid.rows) for at in range(len(laid.rows[0])))
    if each is not None and not headed and 2 * timed < len(laid.rows) <= len(each.rows):
        return None  # in one line the cells stand elsewhere
    if each is not None and torn * 2 > len(laid.rows) and len(each.rows) > torn:
        return None  # what stands in brackets is one thing: `(1000m: 3:00,1 - 2000m: 6:03,0)`
    return laid if headed or each is None or len(each.rows) - 1 <= len(laid.rows) else None


_TIMED = re.compile(r"\D{0,3}\d{1,3}[:.,'’′]\d{1,2}.*|[A-Z]{2,4}")
"""A time, or why there is none."""


def _chunks(line: str) -> list[str]:
    return re.split(r"\s{2,}", line.strip())


def _are_headings(chunks: Sequence[str]) -> bool:
    """Whether at least two of some cells, and half of them, are headings that are known."""
    worded = [chunk for chunk in chunks if any(map(str.isalpha, chunk)) and ":" not in chunk]
    known = sum(is_heading(chunk) or _has_glued([chunk]) for chunk in worded)
    return known >= max(_FEWEST, len(chunks) / 2)


def _are_several(title: str) -> bool:
    """Whether words in one column's heading are those of several: `Place Bib  Name`, `Tempo Uff. Real Time`."""
    words = title.split()
    if len(words) < _FEWEST or is_heading(title):
        return False
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return all(map(is_heading, words[:2])) or any(is_heading(one) and is_heading(two) for one, two in halves)


def _has_glued(titles: Sequence[str]) -> bool:
    """Whether single blanks alone part headings, each of which is known: `PLACE LANE ATHLETE`."""
    return any(" " in title and not is_heading(title) and all(map(is_heading, title.split())) for title in titles)


def _edges(heading: str, rows: Sequence[str]) -> list[int]:
    """Where columns begin, and where the last ends: behind two blanks or more in every line, or where headings do.

    Behind one blank in every line a column begins where a known heading does, if the headings or the rows have two.
    """
    width = max(map(len, (heading, *rows)))
    free_below = _free(rows, width)
    free = [below and heading[at : at + 1].strip() == "" for at, below in enumerate(free_below)]
    known = {match.start() for match in re.finditer(r"\S+(?: \S+)*", heading) if is_heading(match[0])}
    known |= {match.start() for match in re.finditer(r"\S+", heading) if _has_glued(_around(heading, match.start()))}
    beside = {at for at in _beside(heading) if all(row[at : at + 1].strip() for row in rows)}
    begins = [
        at
        for at in range(1, width)
        if not free[at]
        and free[at - 1]
        and (
            all(free[max(at - _GAP, 0) : at])
            or at in beside
            or (all(free_below[max(at - _GAP, 0) : at]) and heading[at - 1 : at + 1] == "  ")
            or (at in known and (heading[:at].endswith("  ") or all(free_below[max(at - _GAP, 0) : at])))
        )
    ]
    first = next((at for at in range(width) if not free[at]), 0)
    return [0, *(at for at in begins if at > first), width]


def _beside(heading: str) -> set[int]:
    """Where headings begin that a single blank parts from another that is known: `BIB ATHLETE`."""
    words = list(re.finditer(r"\S+", heading))
    pairs = ((one, two) for one, two in pairwise(words) if two.start() - one.end() == 1)
    return {two.start() for one, two in pairs if is_heading(one[0]) and is_heading(two[0])}


def _around(heading: str, at: int) -> list[str]:
    """The words that single blanks part from the one at a place, and that."""
    return [match[0] for match in re.finditer(r"\S+(?: \S+)*", heading) if match.start() <= at < match.end()]


def _free(lines: Sequence[str], width: int) -> list[bool]:
    """For each place whether no line has anything there."""
    free = [True] * (width + 1)
    for line in lines:
        for at, char in enumerate(line):
            if char != " ":
                free[at] = False
    return free
