"""What stands beside the names of a list in plain lines: categories, a club behind these, and why somebody stopped.

1 231 Ada Alfa WSE Oak Harriers 14:52.18
2. Bea Beta (W45) 15:10
Cia Gamma (W) dnf - stopped after 16 laps
"""

import re
from collections.abc import Sequence

from replay.files.cleaning import clean_text
from replay.files.results.layout import Laid

_AGED = r"(?:[MWFVKHDL]|SM|SW|SF|VM|VW|MV|WV|FV|ME|FE|SE|MS|WS|JM|JW|JF|MJ|WJ)[ -]?(?:U-?\d{1,2}|-?\d{2})"
CLASS = re.compile(
    rf"{_AGED}|U-?\d{{2}}[MWFVHDK]?|MSE|VSE|WSE|FSE|SEM|SEF|SEH|SED|ESM|ESF|JUM|JUF|CAM|CAF|SM|SF|SW|MHK|WHK|MSEN|WSEN"
)
"""A category by its letters and ages: `MSE`, `MU23`, `W45`."""
_BRACKETED = re.compile(rf"[(\[]\s*({CLASS.pattern}|[MWFmwf])\s*[)\]]")
_MOST = 0.8
"""Share of the runners of whom one is in the middle of a line by single blanks."""
_HALF = 0.5
_SEXES = frozenset("MWFmwf")
_REASON = re.compile(
    r"\b(?:dnf|dns|dsq|dq|abd?|ret(?:ired)?)\b\.?\s*(?:[-–—:;,]\s*|[(\[])([^\W\d_][^()\[\]]{2,60})[)\]]?\s*$",
    re.IGNORECASE,
)


def without_reason(line: str) -> str:
    """A line that ends in the status, without what is said of it behind: `Ada Alfa dnf - a stitch`."""
    match = _REASON.search(line)
    return line[: match.start(1)].rstrip(" -–—:;,([") if match is not None else line


def with_classes(laid: Laid, lines: Sequence[str]) -> Laid:
    """The rows with a column each of categories, of clubs and of notes, where the lines have these beside the names.

    Args:
        laid: The rows of a list in plain lines, its headings first.
        lines: Of the text.
    """
    titles = laid.rows[0]
    if "Name" not in titles or "Category" in titles or len(laid.rows) != len(laid.lines):
        return laid
    rows = [list(row) for row in laid.rows]
    at = titles.index("Name")
    classes = _within_names(rows, at) or _in_brackets(rows, at, laid, lines)
    if any(classes):
        rows = [[*row, one] for row, one in zip(rows, [_title(classes), *classes], strict=True)]
    notes = [_note(lines[line - 1]) for line in laid.lines[1:]]
    if any(notes):
        rows = [[*row, one] for row, one in zip(rows, ["Note", *notes], strict=True)]
    return laid._replace(rows=rows)


def _within_names(rows: list[list[str]], at: int) -> list[str]:
    """The categories within most names, which are taken out of them with the clubs behind; empty for none."""
    found = [_apart(row[at]) for row in rows[1:]]
    if sum(one is not None for one in found) < max(2, _MOST * len(found)):
        return []
    club = rows[0].index("Club") if "Club" in rows[0] else None
    if club is None:
        club = len(rows[0])
        for row in rows:
            row.append("")
        rows[0][club] = "Club"
    for row, one in zip(rows[1:], found, strict=True):
        if one is not None:
            row[at], row[club] = one[0], row[club] or one[2]
    return [one[1] if one is not None else "" for one in found]


def _apart(name: str) -> tuple[str, str, str] | None:
    """A name, the category behind it and the club behind that."""
    words = name.split()
    for at in range(1, len(words)):
        if CLASS.fullmatch(words[at]) is not None:
            return " ".join(words[:at]), words[at], clean_text(" ".join(words[at + 1 :]))
    return None


def _in_brackets(rows: list[list[str]], at: int, laid: Laid, lines: Sequence[str]) -> list[str]:
    """The categories in brackets behind half the names or more; empty where there are none."""
    found = []
    for row, line in zip(rows[1:], laid.lines[1:], strict=True):
        begins = lines[line - 1].find(row[at])
        match = _BRACKETED.search(lines[line - 1], begins + len(row[at])) if begins >= 0 else None
        found.append(match[1] if match is not None else "")
    return found if sum(map(bool, found)) >= max(2, _HALF * len(found)) else []


def _title(classes: Sequence[str]) -> str:
    return "Sex" if _SEXES.issuperset(filter(None, classes)) else "Category"


def _note(line: str) -> str:
    match = _REASON.search(line)
    return clean_text(match[1]) if match is not None else ""
