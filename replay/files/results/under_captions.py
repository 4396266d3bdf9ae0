"""Lists below one another, each below a line with its name and the same headings, its places from 1 on.

SUB-BANTAM GIRLS
Place  Name          Time
  1    Ada Alfa   8:57.55
BANTAM BOYS
Place  Name          Time
  1    Bo Beta   11:42.40

They are races of their own, of which one is read; where the names have ages in them they are classes of one race.
"""

import re
from bisect import bisect, bisect_left
from collections.abc import Sequence
from dataclasses import replace

from replay.files.results.captioned import caption
from replay.files.results.layout import Laid
from replay.files.results.listed import Part, part_of, with_parts
from replay.files.source import Choices, Reading
from replay.files.table.values.months import day_in

_FEWEST = 2
"""Lists, headings of each, and runners of the largest."""
_NEAR = 5
"""Lines above the headings in which the name stands."""


def lists_of(laid: Laid, lines: Sequence[str]) -> dict[int, str]:
    """The lines that name such lists, counted from 1; none where there are none.

    Args:
        laid: The rows of all, the headings first.
        lines: Of the text.
    """
    heading = lines[laid.lines[0] - 1].split()
    begun = [at for at, line in enumerate(lines, 1) if line.split() == heading]
    if len(begun) < _FEWEST or len(heading) < _FEWEST:
        return {}
    found: dict[int, str] = {}
    for at in begun:
        below = bisect(laid.lines, at, 1)
        first = laid.rows[below] if below < len(laid.rows) else [""]
        near = (number for number in range(at - 1, max(0, at - _NEAR), -1) if lines[number - 1].strip())
        above = next(near, 0)
        text = caption(lines[above - 1]) if above else None
        if text is None or day_in(text) is not None or re.fullmatch(r"1[.)]?", first[0]) is None:
            return {}
        found[above] = text
    return found if len(set(found.values())) == len(begun) else {}


def of_lists(laid: Laid, lists: dict[int, str], choices: Choices, path: str) -> tuple[Laid, list[Part], int, str]:
    """The rows of one list, all lists, which of them it is, and what was decided; all rows of classes with theirs.

    Raises:
        UnreadableRace: The user names a list that is none of them.
    """
    begun = sorted(lists)
    named = [begun[max(bisect_left(begun, line) - 1, 0)] for line in laid.lines[1:]]
    if all(any(map(str.isdigit, text)) for text in lists.values()):
        rows = [[*row, name] for row, name in zip(laid.rows, ["Category", *(lists[at] for at in named)], strict=True)]
        return laid._replace(rows=rows), [], 0, ""
    heading = laid.rows[0]
    of_each = {at: [row for row, its in zip(laid.rows[1:], named, strict=True) if its == at] for at in begun}
    parts = [Part(lists[at], sum(row != heading for row in of_each[at])) for at in begun]
    chosen, said = part_of(parts, choices, "lists", path)
    kept = [0, *(number for number, at in enumerate(named, 1) if at == begun[chosen])]
    return Laid([laid.rows[at] for at in kept], [laid.lines[at] for at in kept], laid.said), parts, chosen, said


def told_of(reading: Reading, parts: Sequence[Part], chosen: int, said: str) -> Reading:
    """The reading of one of several lists, called by its name too, with what was decided and the names of all."""
    if not parts:
        return reading
    race, understood = reading.race, reading.understood
    title = f"{understood.title}, {parts[chosen].name}"
    understood = replace(understood, title=title)
    race = replace(race, title=title) if race is not None else None
    return with_parts(replace(reading, race=race, understood=understood), parts, said)
