"""Lines of a text that begin a heat or a final, with the wind in it: `Heat 1   Wind: +1.3 m/s`."""

import re
from collections.abc import Sequence

from replay.files.cleaning import clean_text
from replay.files.results.layout import Laid
from replay.files.table.layouts.heats import heat_of

_WIND = re.compile(
    r"[\s,;:(–-]*\b(?:wind|w|vent|viento|vento|vind|tuuli|wiatr)\b\W*(?:speed\W*)?[+-]?\d.*$", re.IGNORECASE
)
_FEWEST = 2
_LONGEST, _WORDS = 60, 16
"""Characters of a line that begins a heat, and blanks in it: most runners' lines are longer."""


def heats_in(lines: Sequence[str]) -> dict[int, str]:
    """The lines that begin heats, counted from 1, and their names; none where they are not several.

    Args:
        lines: Of a text.
    """
    short = ((at, line.strip()) for at, line in enumerate(lines, 1))
    few = ((at, line) for at, line in short if 0 < len(line) <= _LONGEST and line.count(" ") <= _WORDS)
    named = ((at, clean_text(_WIND.sub("", line)).rstrip(" :-–")) for at, line in few)
    found = {at: name for at, name in named if heat_of(name)}
    return found if len(set(found.values())) >= _FEWEST else {}


def winds_in(lines: Sequence[str], heats: dict[int, str]) -> list[int]:
    """The lines of these in which a wind is told."""
    return [at for at in heats if _WIND.search(lines[at - 1]) is not None]


def with_heat_lines(laid: Laid, heats: dict[int, str]) -> Laid:
    """The rows with the names of the heats in rows of their own."""
    rows = list(zip(laid.rows, laid.lines, strict=True)) + [([name], line) for line, name in heats.items()]
    rows.sort(key=lambda one: one[1])
    return laid._replace(rows=[row for row, _ in rows], lines=[line for _, line in rows])
