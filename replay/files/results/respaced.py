"""Lists that go on below the same headings set in other places, as each page of a PDF is: all as those of the first."""

import re
from collections.abc import Sequence

from replay.files.table.wording.likeliest import is_heading

_FEWEST = 2
"""Cells of such a line, and words of it that are known headings."""


def respaced(lines: Sequence[str]) -> list[str]:
    """The lines, the cells below headings that come again at other places moved to where the first ones stand."""
    made, shifts = list[str](), list[tuple[float, int]]()
    first = dict[tuple[str, ...], list[re.Match[str]]]()
    for line in lines:
        chunks = list(re.finditer(r"\S+(?: \S+)*", line))
        titles = tuple(chunk[0] for chunk in chunks)
        if titles in first:
            pairs = list(zip(first[titles], chunks, strict=True))
            shifts = [(_middle(there), here.start() - there.start()) for here, there in pairs]
            shifts = shifts if any(shift for _, shift in shifts) else []
        elif len(titles) >= _FEWEST and not any(map(str.isdigit, line)) and _are_headings(titles):
            first[titles] = chunks
        made.append(_moved(chunks, shifts) if shifts and len(chunks) > 1 else line)
    return made


def _are_headings(titles: Sequence[str]) -> bool:
    return sum(is_heading(word) for title in titles for word in title.split()) >= _FEWEST


def _middle(chunk: re.Match[str]) -> float:
    return (chunk.start() + chunk.end()) / 2


def _moved(chunks: Sequence[re.Match[str]], shifts: Sequence[tuple[float, int]]) -> str:
    """A line whose cells are each moved as far as the nearest heading is."""
    line = ""
    for chunk in chunks:
        _, far = min((abs(middle - _middle(chunk)), shift) for middle, shift in shifts)
        at = max(chunk.start() + far, len(line) + 2 if line else 0)
        line = line.ljust(at) + chunk[0]
    return line
