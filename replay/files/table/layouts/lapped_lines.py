"""Laps as a coach types them, a line a runner: `Ada: 71, 72, 74, 70 = 4:47`."""

import re

_LINE = re.compile(
    r"\s*(?:\d{1,3}[.)] +)?([^\W\d][^:=,;\d]{0,60}?) *[:=-] *"
    r"((?:\d{1,2}:)?\d{1,3}(?:\.\d{1,2})?(?:(?: *[,;/+] *| +)(?:\d{1,2}:)?\d{1,3}(?:\.\d{1,2})?)+)"
    r"(?: *(?:=|->|\u2192) *(\d[\d:.]*))? *"
)
_FEWEST = 2
_MOST = 200
"""Lines."""


def lapped_lines(text: str) -> str | None:
    """Such lines as a table with a column for each lap, the lines above them as they are; None for any other text."""
    lines = text.splitlines()
    if len(lines) > _MOST or ":" not in text:
        return None
    found = [_LINE.fullmatch(line) for line in lines]
    first = next((at for at, match in enumerate(found) if match is not None), len(lines))
    runners = [match for match, line in zip(found[first:], lines[first:], strict=True) if line.strip()]
    rows = [match for match in runners if match is not None]
    if len(rows) < _FEWEST or len(rows) < len(runners):
        return None
    laps = [re.split(r" *[,;/+] *| +", match[2].strip()) for match in rows]
    totals = any(match[3] for match in rows)
    if min(map(len, laps)) < _FEWEST or not (totals or max(map(len, laps)) > _FEWEST):
        return None
    wide = max(map(len, laps))
    heads = ["Name", *(f"Lap {number}" for number in range(1, wide + 1)), *(["Time"] if totals else [])]
    made = [
        [match[1].strip(), *own, *[""] * (wide - len(own)), *([match[3] or ""] if totals else [])]
        for match, own in zip(rows, laps, strict=True)
    ]
    return "\n".join((*lines[:first], *("\t".join(row) for row in (heads, *made)))) + "\n"
