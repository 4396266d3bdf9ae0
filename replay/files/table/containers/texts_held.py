"""What a text in JSON may be instead of a value: JSON again, a table that is written out, lines of runners, HTML."""

import csv
import re

from replay.files.cleaning import clean_text
from replay.files.entities import unescaped
from replay.files.table.containers.json_values import json_values
from replay.files.table.containers.keyed import bare_rows
from replay.files.table.containers.known_keys import UnreadableObjects

_FEWEST = 2


def held_in(value: str) -> object:
    """What a text holds; the text itself where it holds nothing, without the tags of a page."""
    if value[:1] in _BRACKETS and value[-1:] in ("]", "}"):
        try:
            return json_values(value)
        except UnreadableObjects:
            return value
    if "<" in value and _TAG.search(value):
        return clean_text(unescaped(_TAG.sub(" ", value)))
    if value.count("\n") >= _FEWEST and (rows := _table_in(value)):
        return rows
    if value.count(":") >= _FEWEST:
        lines = _TIMED_LINE.findall(value)
        return lines if bare_rows(lines) and _bare(" ".join(lines)) == _bare(value) else value
    return value


def may_hold(text: str) -> bool:
    """Whether a text may be JSON, or a list that is written out."""
    return text[:1] in _BRACKETS or "<" in text or (len(text) > _SHORT and text.count(":") >= _FEWEST)


_BRACKETS = frozenset("[{")
_SHORT = 20
"""Characters: a list of runners that is written out has more, and a time has less."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")


def _table_in(text: str) -> list[list[str]]:
    """The rows of a table that is written out in a text, its cells parted by one sign; none of any other text."""
    lines = [line for line in text.splitlines() if line.strip()]
    for sign in "\t;,|":
        rows = list(csv.reader(lines, delimiter=sign))
        width = max(map(len, rows), default=0)
        if width > 1 and sum(len(row) == width for row in rows) > _MOSTLY * len(rows):
            return rows
    return []


_MOSTLY = 0.7
_TIMED_LINE = re.compile(r"\S[^:]{0,100}?\d:\d\d(?:[:.,]\d{1,3})*(?=\s|$)")
"""A runner in a list that is written out as a text, which ends with the time."""


def _bare(text: str) -> str:
    return "".join(text.split())
