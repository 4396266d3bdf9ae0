"""Lines that say before each of a runner's times what it is: `1st  Ada Alfa  start 8:00  finish 32:10  actual 24:10`.

The words are the headings, and each line is a row.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from replay.files.results.layout import Laid
from replay.files.table.wording.likeliest import is_heading

_TIME = re.compile(
    r"(?<![\w:.,+/-])(?:(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?|\d{1,3}\.\d{2}(?:,\d{1,2})?|DN[FS]|D[SN]?Q)(?![\w:]|[.,]\d)"
)
_PLACE = re.compile(r"\s*(\d{1,4})(?:st|nd|rd|th|er|e|[.):])?\s+(?=\S)")
_AROUND = " \t,;:=|()[]-–—"
_LONGEST = 3
"""Words of a heading."""
_FEWEST = 2
"""Such times in a line, and such lines."""
_MOST = 2000
"""Lines that are looked at."""


_Told = tuple[str, str, dict[str, str]]
"""The place, the name, and the times by what they are called."""


def worded(lines: Sequence[str]) -> Laid | None:
    """The rows of such a list, headed by its words; None where there is none.

    Args:
        lines: Of a text.
    """
    for count in range(_LONGEST, 0, -1):
        told = {at: found for at, line in enumerate(lines[:_MOST]) if (found := _told(line, count)) is not None}
        words, many = Counter(tuple(times) for _, _, times in told.values()).most_common(1)[0] if told else ((), 0)
        rows = {at: found for at, found in told.items() if set(found[2]) <= set(words)}
        if many >= _FEWEST and many * 2 >= len(told):  # the same words before the first time of most
            return _laid(lines, rows, words)
    return None


def _laid(lines: Sequence[str], rows: Mapping[int, _Told], words: Sequence[str]) -> Laid | None:
    """The rows below their words; None where too many other lines are among them."""
    between = [line for line in lines[min(rows) : max(rows) + 1] if line.strip()]
    if len(rows) * 2 < len(between):
        return None
    titles = ["Place", "Name", *words]
    cells = [[place, name, *(times.get(word, "") for word in words)] for place, name, times in rows.values()]
    if not any(place for place, _, _ in rows.values()):
        titles, cells = titles[1:], [row[1:] for row in cells]
    return Laid([titles, *cells], [min(rows) + 1, *(at + 1 for at in rows)])  # the first line heads itself


def _told(line: str, count: int) -> _Told | None:
    """What a line says, so many words before the first time being its heading; None where it has no two times."""
    matches = list(_TIME.finditer(line[:300]))
    if len(matches) < _FEWEST or line[matches[-1].end() :].strip(_AROUND):
        return None
    ahead = _PLACE.match(line)
    first = line[ahead.end() if ahead is not None else 0 : matches[0].start()].strip(_AROUND).split()
    if len(first) <= count or not any(map(str.isalpha, first[-count])):
        return None
    gaps = (line[one.end() : two.start()].strip(_AROUND) for one, two in pairwise(matches))
    words = [" ".join(first[-count:]).strip(_AROUND), *gaps]
    name = " ".join(first[:-count]).strip(_AROUND)
    if len({word.lower() for word in words}) < len(words) or not all(map(is_heading, words)):
        return None
    if not name[:1].isalpha() or is_heading(name):
        return None
    return ahead[1] if ahead is not None else "", name, {word: one[0] for word, one in zip(words, matches, strict=True)}
