"""Wide lists whose columns go on under headings of their own: on the next page the same runners, at the points behind.

Pl Athlete    400m   800m          Pl Athlete   1200m   1600m
1  Ada Alfa   66.9   2:13.7        1  Ada Alfa  3:20.6  4:27.4
"""

from collections.abc import Sequence
from itertools import pairwise

from replay.files.results.layout import Laid

_FEWEST = 2
"""Headings that come again, and runners."""


def continued(laid: Laid | None, lines: Sequence[str]) -> tuple[Laid | None, list[str]]:
    """The rows of such a list, each runner's in one, any other as it is; and the lines without those that went on.

    Args:
        laid: The rows as they stand below one another, the headings first.
        lines: Of the text.
    """
    wide = _wide(laid) if laid is not None else None
    if laid is None or wide is None:
        return laid, list(lines)
    gone = set(laid.lines) - set(wide.lines)
    return wide, ["" if at in gone else line for at, line in enumerate(lines, 1)]


def _wide(laid: Laid) -> Laid | None:
    titles = laid.rows[0]
    heads = [at for at, row in enumerate(laid.rows) if row[:_FEWEST] == titles[:_FEWEST] and all(titles[:_FEWEST])]
    own = min((_alike(titles, laid.rows[at]) for at in heads[1:]), default=0)
    blocks = [laid.rows[a + 1 : b] for a, b in pairwise([*heads, len(laid.rows)])]
    if own < _FEWEST or any(_shared(titles[own:], laid.rows[at][own:]) for at in heads[1:]):
        return None
    by = [dict(zip(_keys(block, own), block, strict=True)) for block in blocks]
    if len(by[0]) < _FEWEST or any(len(one) != len(block) for one, block in zip(by, blocks, strict=True)):
        return None
    if any(one.keys() - by[0].keys() for one in by[1:]):
        return None
    wide = [[title for title in laid.rows[at][own:] if title] for at in heads]
    rows = [[*titles[:own], *(title for part in wide for title in part)]]
    for key, row in by[0].items():
        cells = [(one.get(key, [])[own:] + [""] * len(part))[: len(part)] for one, part in zip(by, wide, strict=True)]
        rows.append([*row[:own], *(cell for part in cells for cell in part)])
    return laid._replace(rows=rows, lines=[laid.lines[0], *laid.lines[1 : 1 + len(blocks[0])]])


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many headings from the first on are the same."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))


def _shared(one: Sequence[str], other: Sequence[str]) -> set[str]:
    return {title for title in one if title} & set(other)


def _keys(block: Sequence[Sequence[str]], own: int) -> list[tuple[str, ...]]:
    """Whose each row is: by what stands under the first headings; a row with nothing there is of the one above."""
    keys: list[tuple[str, ...]] = []
    for row in block:
        cells = tuple(row[:own])
        keys.append(cells if any(cells) or not keys else (*keys[-1], "below"))
    return keys
