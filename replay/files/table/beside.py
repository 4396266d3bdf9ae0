"""Lists side by side in one table, `Pos,Name,Time,,Pos,Name,Time` or `Pos,Women,Time,Men,Time`: they become one."""

from collections.abc import Sequence
from typing import NamedTuple

from replay.files.table.cells import is_letters
from replay.files.table.cutting import Row
from replay.files.table.headings import read_heading
from replay.files.table.words import SEXES, Meaning
from replay.race.names import fold

_NAMES = (Meaning.NAME, Meaning.FAMILY, Meaning.GIVEN)
_MOST = 6
"""Lists beside one another."""


class _List(NamedTuple):
    """One of several lists."""

    columns: Sequence[int]
    own: Sequence[int]
    """Those of its columns that are no other's."""
    whose: str = ""


def below_one_another(
    titles: Sequence[str], rows: Sequence[Row], lines: Sequence[int]
) -> tuple[list[str], list[Row], list[int]] | None:
    """The headings, the rows and their lines of lists that stand beside one another; None for one list."""
    found = _alike(titles) or _by_sex(titles)
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


def _alike(titles: Sequence[str]) -> list[_List]:
    """The lists, where all have the same headings."""
    named = [at for at, title in enumerate(titles) if title]
    for count in range(2, _MOST + 1):
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
    return any(heading.meaning in _NAMES for heading in read_heading(title)[:1])


def _sex(title: str) -> str:
    words = fold(title)
    return SEXES.get(words, "") if len(words) > 1 else ""
