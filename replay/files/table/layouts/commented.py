"""The lines above a table that begin with `#` or `//`, and what a spreadsheet's `sep=` says."""

import re
from collections.abc import Callable, Sequence

from replay.files.cleaning import clean_text
from replay.files.table.layouts.cutting import DELIMITERS
from replay.files.table.layouts.noted import COMMENT, STARTED

_SEP = re.compile(r"sep=(.)[,;\t]*\r?\n?", re.IGNORECASE)


def comments_of(
    text: str, known: Callable[[Sequence[str]], float]
) -> tuple[dict[str, str], int, str | None, list[str]]:
    """The leading lines `# key: value`, where the rest begins, what `sep=` says, and the other lines with `#`.

    Args:
        text: The whole text.
        known: How much the cells of a line look like headings.
    """
    comments: dict[str, str] = {}
    remarks: list[str] = []
    at, named = 0, None
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        line = text[at:end].strip()
        if match := _SEP.fullmatch(line):
            named = match[1]
        elif line.startswith(("#", "//")) and (started := STARTED.fullmatch(line.lstrip("#/ "))):
            comments.setdefault("start", started[1])
        elif line.startswith(("#", "//")) and (match := COMMENT.match(line)):
            comments.setdefault(clean_text(match[1]).lower(), clean_text(match[2].rstrip(",;\t ")))
        elif _is_remark(line, known):
            remarks.append(clean_text(line.lstrip("#/ ")))
        elif line:
            break
        at = end
    return comments, at, named, list(filter(None, remarks))


def _is_remark(line: str, known: Callable[[Sequence[str]], float]) -> bool:
    """A line that begins with `#` or `//` and is no heading, as `#;Name;Time` and `#bib;Name;Time` would be."""
    if not line.startswith(("#", "//")) or any(sign in line[:4] for sign in DELIMITERS):
        return False
    return all(known(line.lstrip("#/ ").split(sign)) < _HEADED for sign in DELIMITERS if line.count(sign) > 1)


_HEADED = 2.5
"""Of headings in a line that begins with `#`, which a remark does not have."""
