"""Laps as a coach types them, a line a runner: `Ada: 71, 72, 74, 70 = 4:47`."""

import re

_LINE = re.compile(
    r"\s*(?:\d{1,3}[.)] +)?([^\W\d][^:=,;\d]{0,60}?) *[:=-] *"
    r"((?:\d{1,2}:)?\d{1,3}(?:\.\d{1,2})?(?:(?: *[,;/+] *| +)(?:\d{1,2}:)?\d{1,3}(?:\.\d{1,2})?)+)"
    r"(?: *(?:=|->|\u2192) *(\d[\d:.]*)|[, ] *(DNF|dnf)\b.*)? *"
)
_LAP = re.compile(
    r"\s*(?:laps?|runde|tour|vuelta|giro|volta|ronde|varv|kierros|okr[aą]żenie|km|mile) ?#?(\d{1,2})"
    r"\s*(?:[:=.)–-]\s*|\s)((?:\d{1,2}:)?\d{1,3}(?:[.,]\d{1,2})?)\s*",
    re.IGNORECASE,
)
"""A line for each lap of one runner: `lap 3 - 80.5`."""
_ALONE = 3
"""Such lines at least."""
_TOTAL = re.compile(r"\s*(total|gesamt|summe|all|finish|time)\s*[:=–-]?\s*(\d[\d:.,]*)\s*", re.IGNORECASE)
_FEWEST = 2
_MOST = 200
"""Lines."""
_LOOKED_AT = 100_000
_WIDEST = 10_000
"""Characters of a line."""


def lapped_lines(text: str) -> str | None:
    """Such lines as a table with a column for each lap, the lines above them as they are; None for any other text."""
    if text.count("\n", 0, _LOOKED_AT) > _MOST:  # as of a city's marathon, which is not parted to be counted
        return None
    lines = text.splitlines()
    if len(lines) > _MOST or len(max(lines, key=len, default="")) > _WIDEST:
        return None
    if (alone := _of_one(lines)) is not None or ":" not in text:
        return alone
    found = [_LINE.fullmatch(line) for line in lines]
    first = next((at for at, match in enumerate(found) if match is not None), len(lines))
    rows = [match for match in found if match is not None]
    last = max((at for at, match in enumerate(found) if match is not None), default=first)
    among = sum(1 for line in lines[first : last + 1] if line.strip())
    told = any(match[3] for match in rows)  # what makes up a total is no sentence; a letter may go on below
    if len(rows) < _FEWEST or len(rows) < among or (any(map(str.strip, lines[last + 1 :])) and not told):
        return None
    laps = [re.split(r" *[,;/+] *| +", match[2].strip()) for match in rows]
    totals = any(match[3] or match[4] for match in rows)
    if min(map(len, laps)) < _FEWEST or not (totals or max(map(len, laps)) > _FEWEST):
        return None
    wide = max(map(len, laps))
    heads = ["Name", *(f"Lap {number}" for number in range(1, wide + 1)), *(["Time"] if totals else [])]
    made = [
        [match[1].strip(), *own, *[""] * (wide - len(own)), *([match[3] or match[4] or ""] if totals else [])]
        for match, own in zip(rows, laps, strict=True)
    ]
    below = [f"# {line}" if line.strip() else "" for line in lines[last + 1 :]]
    return "\n".join((*lines[:first], *("\t".join(row) for row in (heads, *made)), *below)) + "\n"


def _of_one(lines: list[str]) -> str | None:
    """The laps of one runner, each in a line, as a table; None for any other text."""
    found = [_LAP.fullmatch(line) for line in lines]
    first = next((at for at, match in enumerate(found) if match is not None), len(lines))
    own = [match for match in found if match is not None]
    rest = [line for match, line in zip(found[first:], lines[first:], strict=True) if match is None and line.strip()]
    numbers = [int(match[1]) for match in own]
    if len(own) < _ALONE or numbers != list(range(1, len(own) + 1)) or not all(map(_TOTAL.fullmatch, rest)):
        return None
    rows = ["Lap\tTime", *(f"{match[1]}\t{match[2]}" for match in own)]
    rows += [f"{match[1]}\t{match[2]}" for line in rest if (match := _TOTAL.fullmatch(line)) is not None]
    return "\n".join((*lines[:first], *rows)) + "\n"
