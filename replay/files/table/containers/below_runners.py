"""What stands below each runner in a small table as wide as the list: `Overall | Net Time`, `48 | 1:59:29`.

Its headings are those of the list as well, behind its own.
"""

from collections.abc import Mapping, Sequence

from replay.files.table.wording.likeliest import is_heading

_PAIR = 2
_MOSTLY = 0.6


def told_below(rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """What a small table has, by its headings, a row of these above one of what they call; empty for any other."""
    filled = [row for row in rows if any(row)]
    if len(filled) != _PAIR or len(filled[0]) < len(filled[1]):
        return {}
    pairs = [(title, text) for title, text in zip(*filled, strict=False) if title]
    known = sum(is_heading(title) for title, _ in pairs)
    if known < max(_PAIR, _MOSTLY * len(pairs)) or sum(is_heading(text) for _, text in pairs) >= known:
        return {}
    return dict(pairs)


def joined(rows: list[list[str]], below: Mapping[int, Mapping[str, str]]) -> list[list[str]]:
    """The rows of a list, each with what stands below it in columns of their own.

    Args:
        rows: The headings among the first.
        below: By the row what its small table has.
    """
    below = {at: told for at, told in below.items() if at < len(rows)}  # of a row with no end there may be none
    first = min(below, default=0)
    heads = next((at for at in range(first) if sum(map(is_heading, rows[at])) >= _PAIR), None)
    if heads is None:
        return rows
    titles = list(dict.fromkeys(title for told in below.values() for title in told))
    width = max(map(len, rows))
    wide = {at: [*rows[at], *[""] * (width - len(rows[at]))] for at in (heads, *below)}
    return [
        [*wide[at], *(titles if at == heads else [below[at].get(title, "") for title in titles])] if at in wide else row
        for at, row in enumerate(rows)
    ]
