"""Headings of lines that stand below others in their cells, and say nothing of what they are: `below 'Athlete'`."""

import re

_BELOW = re.compile(r"below '(.*)'(?: \(\d\))?", re.DOTALL)


def below(title: str, line: int = 1) -> str:
    """The heading of such lines.

    Args:
        title: That of the first lines.
        line: How many lines stand above.
    """
    return f"below '{title}'" + (f" ({line})" if line > 1 else "")


def stands_below(title: str) -> str:
    """The heading below which such lines stand; empty for any other heading."""
    match = _BELOW.fullmatch(title) if title.startswith("below '") else None
    return match[1] if match is not None else ""
