"""Times with points or commas alone, as they are written by hand: `1 Amy Alfa 2.41.3`, `2 Bea Beta 31,45,34`."""

import re
from collections.abc import Sequence

_ENDS = r"(?=\s*(?:[A-Za-z]{1,3}\W*)?$)"
_DOTTED = re.compile(rf"(?<![\w.,:/+-])(\d{{1,2}})([.,])([0-5]\d)\2(\d{{1,2}}){_ENDS}")
_BEHIND_WORDS = re.compile(r"[^\W\d_][.)]? +$")
"""What stands before a time with commas, which part cells as a rule."""
_MONTHS = 12
_FEWEST = 2


def with_colons(lines: Sequence[str]) -> list[str]:
    """The lines, with a colon in such times where several end in one; a day, `12.06.24`, stays as it is.

    Args:
        lines: Of a text.
    """
    lines = _gaps_with_colons(_minutes_with_colons(lines))
    found = {at: match for at, line in enumerate(lines) if (match := _dotted(line)) is not None}
    sure = [at for at, match in found.items() if len(match[4]) == 1 or int(match[3]) > _MONTHS]
    if len(sure) < _FEWEST:
        return list(lines)
    made = list(lines)
    # Beside tenths two digits are hundredths; alone they may be seconds behind hours and minutes.
    last = "." if any(len(found[at][4]) == 1 for at in sure) else ":"
    placed = all(lines[at].lstrip()[:1].isdigit() for at in sure)
    for at, match in found.items():
        beside = placed and lines[at].lstrip()[:1].isdigit() and _is_named(lines[at][: match.start()])
        if at in sure or beside:
            made[at] = f"{lines[at][: match.start()]}{match[1]}:{match[3]}{last}{match[4]}{lines[at][match.end() :]}"
    return made


def _gaps_with_colons(lines: Sequence[str]) -> Sequence[str]:
    """The lines, with a colon in gaps, `+5.36`, below the hours of a winner, `8.16.01`: these are minutes, too."""
    found = {at for at, line in enumerate(lines[:_MOST]) if _GAP.search(line) is not None}
    if len(found) <= _FEWEST or not any(map(_HOURS.search, lines[: min(found)])):
        return lines
    return [_GAP.sub(r"\1:\2", line) if at in found else line for at, line in enumerate(lines)]


def _minutes_with_colons(lines: Sequence[str]) -> Sequence[str]:
    """The lines of a newspaper, `1) Ada Alfa, Oak 34,12, 2) Bea Beta, Elm 35,40.`, with a colon in their times."""
    if len(lines) > _MOST or sum(map(bool, map(_FIRST.search, lines))) < _FEWEST:
        return lines
    text = "\n".join(lines)
    found = len(_MINUTES.findall(text))
    if _CLOCK.search(text) is not None or found < _SEVERAL or len(_DECIMAL.findall(text)) - found > 1:
        return lines
    return [_MINUTES.sub(lambda time: f"{time[1].rstrip()} {time[2]}:{time[3]}", line) for line in lines]


_FIRST = re.compile(r"(?:^|\s)1\) [^\W\d]")
_MINUTES = re.compile(r"([^\W\d_],? ?|\S )(\d{1,2}),([0-5]\d)(?=[,.;]?(?:\s|$))")
_DECIMAL = re.compile(r"\d,\d")
_CLOCK = re.compile(r"\d[:.]\d\d")
_SEVERAL = 4
_GAP = re.compile(r"(?<=\s\+)(\d{1,2})\.([0-5]\d)(?=\s*$)")
_HOURS = re.compile(r"(?<=\s)\d\.[0-5]\d\.[0-5]\d\s*$")
_MOST = 5000
"""Lines of a list that is typed."""


def _dotted(line: str) -> re.Match[str] | None:
    match = _DOTTED.search(line)
    by_commas = match is not None and match[2] == ","
    return None if match is None or (by_commas and not _BEHIND_WORDS.search(line[: match.start()])) else match


def _is_named(text: str) -> bool:
    return any(map(str.isalpha, text))
