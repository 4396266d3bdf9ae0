"""Times with points alone, as they are written by hand: `1 Amy Alfa 2.41.3`."""

import re
from collections.abc import Sequence

_DOTTED = re.compile(r"(?<![\w.,:/+-])(\d{1,2})\.([0-5]\d)\.(\d{1,2})(?=\s*(?:[A-Za-z]{1,3}\W*)?$)")
_MONTHS = 12
_FEWEST = 2


def with_colons(lines: Sequence[str]) -> list[str]:
    """The lines, with a colon in such times where several end in one; a day, `12.06.24`, stays as it is.

    Args:
        lines: Of a text.
    """
    found = {at: match for at, line in enumerate(lines) if (match := _DOTTED.search(line)) is not None}
    sure = [at for at, match in found.items() if len(match[3]) == 1 or int(match[2]) > _MONTHS]
    if len(sure) < _FEWEST:
        return list(lines)
    made = list(lines)
    # Beside tenths two digits are hundredths; alone they may be seconds behind hours and minutes.
    last = "." if any(len(found[at][3]) == 1 for at in sure) else ":"
    placed = all(lines[at].lstrip()[:1].isdigit() for at in sure)
    for at, match in found.items():
        beside = placed and lines[at].lstrip()[:1].isdigit() and _is_named(lines[at][: match.start()])
        if at in sure or beside:
            made[at] = f"{lines[at][: match.start()]}{match[1]}:{match[2]}{last}{match[3]}{lines[at][match.end() :]}"
    return made


def _is_named(text: str) -> bool:
    return any(map(str.isalpha, text))
