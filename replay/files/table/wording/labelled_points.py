"""Times in a text, each with its point: `1000m 2:55.0, 2000m 5:50.1`, `2:55.0 (1000m)`, `400: 65.1`."""

import re

from replay.files.table.wording.headings import read_point

_LAP = r"(?:lap|runde|tour|vuelta|giro)\s*\d{1,3}"
_POINT = rf"(?:{_LAP}|\d{{1,6}}(?:[.,]\d{{1,4}})?\s*(?:km|k|m|miles?|mi)\b\.?|half(?:way)?|finish)"
_TIME = r"\d{1,5}(?:[:.']\d{1,3}){1,3}(?:(?<=:\d\d),\d{1,2}(?![\d.,]*\s*(?:km|k|m|mi)\b))?"
_CALLED = r"(?:\s*(?:split|time|zeit|zwischenzeit|temps|passage|tiempo|tempo|czas)\b)?"
_SECONDS = r"\d{2},\d{1,2}(?![\d.,]*\s*(?:km|k|m|mi)\b)(?!\d)"
"""Seconds with a decimal comma: `53,2`."""
_FIRST = re.compile(rf"\(?({_POINT})\)?{_CALLED}\s*[:=–-]?\s*\(?({_TIME}|{_SECONDS})\)?", re.IGNORECASE)
_BEHIND = re.compile(rf"({_TIME})\s*[(@]\s*(?:at\s+)?({_POINT})\s*\)?", re.IGNORECASE)
_BARE = re.compile(r"(\d{3,5})\s*(?:[=@]|:\s)\s*(\d{1,4}(?::\d\d){0,2}(?:[.,]\d{1,3})?)(?![\d:])")
_COLONS = re.compile(r"(\d{3,5}):(\d{1,2}(?::\d\d){0,2}(?:[.,]\d{1,3})?)(?=\s*[;|/]|\s*$)")
_ALONE = re.compile(rf"{_TIME}\s*")
"""The result behind the last of them."""
_BRACKETS = str.maketrans("[]", "  ")
_BETWEEN = re.compile(r"(?:[\s,;|/]|[-–](?=\s))*")


def labelled_splits(text: str) -> list[tuple[str, str]]:
    """The points in a cell and their times; none where anything else stands there too."""
    text = text.translate(_BRACKETS)
    for form in (_FIRST, _BEHIND, _BARE, _COLONS):
        found: list[tuple[str, str]] = []
        at = _end(text, 0)
        while (match := form.match(text, at)) is not None:
            label, time = match.groups()[::-1] if form is _BEHIND else match.groups()
            found.append((" ".join(label.split()), time))
            at = _end(text, match.end())
        ended = at == len(text) or (len(found) > 1 and _ALONE.fullmatch(text, at) is not None)
        if ended and all(read_point(label) is not None for label, _ in found):
            return found
    return []


def _end(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match is not None else at
