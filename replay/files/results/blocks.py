"""Lists in which each runner is a block of lines, each of which says what it tells: `Name: Ada Alfa`, `Time: 35:10`."""

import re
from collections.abc import Sequence

from replay.files.cleaning import clean_text
from replay.files.results.layout import Laid
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.likeliest import means
from replay.files.table.wording.words import Meaning

_SAID = re.compile(r"\s*(?:[-*•]\s+)?([^\W\d_][^:=]{0,40}?)\s*[:=]\s*(\S.*)")
_NAMES = frozenset({Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY})
_FEWEST = 2
"""Blocks, and lines of each."""
_MOSTLY = 0.8
_MOST_TITLES = 300
"""Different words before a colon: blocks say the same again and again, and prose or a chat always something else."""


def blocks(lines: Sequence[str]) -> Laid | None:
    """The rows of such a list; None where it is none.

    Args:
        lines: Of a text.
    """
    told = [(at, match) for at, line in enumerate(lines) if (match := _SAID.fullmatch(line)) is not None]
    titles = dict.fromkeys(match[1] for _, match in told)
    if len(titles) > _MOST_TITLES:
        return None
    heads = {title for title in titles if read_heading(title)}
    known = [(at, clean_text(match[1]), clean_text(match[2])) for at, match in told if match[1] in heads]
    first = next((title for _, title, _ in known if _is_name(title)), "")
    if not first or sum(title == first for _, title, _ in known) < _FEWEST:
        return None
    rows: list[dict[str, str]] = []
    numbers: list[int] = []
    for at, title, text in known:
        if not rows or title in rows[-1]:
            rows.append({})
            numbers.append(at + 1)
        rows[-1][title] = text
    filled = sum(1 for line in lines[numbers[0] - 1 :] if line.strip())
    if any(len(row) < _FEWEST for row in rows) or sum(map(len, rows)) < _MOSTLY * filled:
        return None
    columns = list(dict.fromkeys(title for row in rows for title in row))
    return Laid([columns, *([row.get(title, "") for title in columns] for row in rows)], [numbers[0], *numbers])


def _is_name(title: str) -> bool:
    return means(title, _NAMES)
