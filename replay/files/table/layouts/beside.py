"""Lists side by side in one table, `Pos,Name,Time,,Pos,Name,Time` or `Pos,Women,Time,Men,Time`: they become one.

What stands over each of them (`Women 800 m`, `Heat 2`) becomes a column, by which one race is taken where they are
several. Lists without headings are told by what their cells are.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from replay.files.table.layouts.cutting import Row
from replay.files.table.values.cells import is_clock, is_letters, is_number
from replay.files.table.wording.likeliest import means
from replay.files.table.wording.sex_words import SEXES
from replay.files.table.wording.words import Meaning
from replay.race.names import fold

_NAMES = (Meaning.NAME, Meaning.FAMILY, Meaning.GIVEN)
_MOST = 6
"""Lists beside one another."""
_MOST_ROWS = 20_000
"""Of lists without headings; who puts lists beside one another does so for a page, and every cell is looked at."""


class _List(NamedTuple):
    """One of several lists."""

    columns: Sequence[int]
    own: Sequence[int]
    """Those of its columns that are no other's."""
    whose: str = ""


def below_one_another(
    titles: Sequence[str], rows: Sequence[Row], lines: Sequence[int], over: Sequence[str] = ()
) -> tuple[list[str], list[Row], list[int]] | None:
    """The headings, the rows and their lines of lists that stand beside one another; None for one list.

    Args:
        titles: The headings of all.
        rows: Below them.
        lines: The line of each.
        over: The name of each, where they have some; see `names_over`.
    """
    found = _alike(titles)
    if found and over:
        return _named(found, over, [titles[at] for at in found[0].own], rows, lines)
    found = found or _by_sex(titles)
    if not found:
        return None
    if found[0].whose and not any(
        is_letters(cell) for one in found for row in rows[:1] for cell in row[one.own[0] :][:1]
    ):
        return None  # it counts them
    made: list[Row] = []
    told: list[int] = []
    for one in found:
        for row, line in zip(rows, lines, strict=True):
            cells = [*row, *[""] * (len(titles) - len(row))]
            if any(cells[at].strip() for at in one.own):
                made.append([*(cells[at] for at in one.columns), *filter(None, [one.whose])])
                told.append(line)
    heads = ["Name" if _sex(titles[at]) else titles[at] for at in found[0].columns]
    return [*heads, *(["Sex"] if found[0].whose else [])], made, told


def names_over(titles: Sequence[str], above: Row) -> list[str]:
    """The names of lists beside one another, each in the row above its own headings; none for one list."""
    found = _alike(titles)
    return _names(found, above) if found else []


def unheaded_below_one_another(rows: Sequence[Row], lines: Sequence[int]) -> tuple[list[Row], list[int]] | None:
    """The rows of lists without headings that stand beside one another, and their lines; None for one list.

    A list has names, a time, and what the others have in the same columns; of lists with names over them each row
    then ends in its list's.
    """
    if len(rows) > _MOST_ROWS:
        return None
    width = max(map(len, rows))
    first = next((at for at, row in enumerate(rows) if sum(map(is_clock, map(str.strip, row))) >= _FEWEST), 0)
    down = list(zip(*(([*row, *[""] * (width - len(row))]) for row in rows[first:]), strict=True))
    filled = [at for at, cells in enumerate(down) if any(map(str.strip, cells))]
    kinds = {at: _kind(down[at]) for at in filled}
    for count in range(_MOST, 1, -1):  # four are no two of twice as many columns
        size = len(filled) // count
        blocks = [filled[at : at + size] for at in range(0, len(filled), size)] if size > 1 else []
        signs = {tuple(kinds[at] for at in block) for block in blocks}
        if len(blocks) == count and len(signs) == 1 and {"name", "time"} <= (kind := set(signs.pop())) and kind - {""}:
            found = [_List(block, block) for block in blocks]
            names = _names(found, rows[first - 1]) if first else []
            _, made, told = _named(found, names or [""] * count, [], rows[first:], lines[first:])
            return [*rows[: first - bool(names)], *made], [*lines[: first - bool(names)], *told]
    return None


def _kind(cells: Sequence[str]) -> str:
    """What the cells of a column without a heading are: times, names, numbers; empty for anything else."""
    said = [text for cell in cells if (text := cell.strip())]
    for kind, test in (("time", is_clock), ("name", _NAME.fullmatch), ("number", is_number)):
        if sum(1 for text in said if test(text)) > _MOSTLY * len(said):
            return kind if kind != "name" or len(set(said)) > len(said) / 2 else ""
    return ""


_NAME = re.compile(r"[^\d:;]{2,30}[ ,][^\d:;]{1,40}")
_MOSTLY = 0.6


def _names(found: Sequence[_List], above: Row) -> list[str]:
    """What stands over each of the lists, and nothing besides; none where it is not so."""
    ends = [*(one.own[0] for one in found[1:]), len(above)]
    over = [
        [cell.strip() for cell in above[begin:end] if cell.strip()]
        for begin, end in zip([0, *ends[:-1]], ends, strict=True)
    ]
    if any(len(cells) != 1 for cells in over) or len({cells[0] for cells in over}) < len(over):
        return []
    return [cells[0] for cells in over]


def _named(
    found: Sequence[_List], names: Sequence[str], titles: Sequence[str], rows: Sequence[Row], lines: Sequence[int]
) -> tuple[list[str], list[Row], list[int]]:
    """The lists below one another, with their names in a column behind: sexes, or events."""
    made: list[Row] = []
    told: list[int] = []
    named = [name for name in names if name]
    sexes = all(map(_sex, names))
    for one, name in zip(found, names, strict=True):
        for row, line in zip(rows, lines, strict=True):
            cells = [row[at] if at < len(row) else "" for at in one.own]
            if any(map(str.strip, cells)):
                made.append([*cells, *([name] if named else [])])
                told.append(line)
    return [*titles, *(["Sex" if sexes else "Event"] if named else [])], made, told


def _alike(titles: Sequence[str]) -> list[_List]:
    """The lists, where all have the same headings."""
    named = [at for at, title in enumerate(titles) if title]
    for count in range(_MOST, 1, -1):  # four are no two of twice as many columns
        width = len(named) // count
        blocks = [named[at : at + width] for at in range(0, len(named), width)] if width > 1 else []
        heads = {tuple(titles[at] for at in block) for block in blocks}
        if len(blocks) == count and len(heads) == 1 and any(map(_is_name, heads.pop())):
            return [_List(block, block) for block in blocks]
    return []


def _by_sex(titles: Sequence[str]) -> list[_List]:
    """The lists, where names are headed by a sex, and what follows is the same in each."""
    starts = [at for at, title in enumerate(titles) if _sex(title)]
    if len(starts) < _FEWEST or len({_sex(titles[at]) for at in starts}) < len(starts):
        return []
    width = starts[1] - starts[0]
    blocks = [list(range(at, min(at + width, len(titles)))) for at in starts]
    behind = {tuple(titles[at] for at in block[1:] if titles[at]) for block in blocks}
    if len(behind) > 1 or not any(behind):
        return []
    return [_List([*range(starts[0]), *block], block, titles[block[0]]) for block in blocks]


_FEWEST = 2


def _is_name(title: str) -> bool:
    return means(title, _NAMES)


def _sex(title: str) -> str:
    words = fold(title)
    return SEXES.get(words, "") if len(words) > 1 else ""
