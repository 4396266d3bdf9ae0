"""What changes nothing of what a table says changes nothing of what is read: signs, encodings, quotes, blanks, case."""

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.said import said
from replay.files.source import Choices, Source
from replay.race.problems import UnreadableRace
from replay.race.race import Race
from tests.depth import some
from tests.files.table.telling import LISTS, entry_told, read
from tests.files.table.unsaid import UNSAID

_Rows = list[list[str]]
_MOST = 40_000
"""Bytes of a list that is written in other ways."""
_PLAIN_QUOTES = {"formula-guards.csv", "single-quotes-5000m.csv", "backslash.csv", "unbalanced.csv", "odds.csv"}
"""Lists whose quotes are the point: none can be written anew."""
_FORMATS = {"oe2010.csv", "hytek-semi.csv", "splitsbrowser.csv"}
"""Lists of formats in which every sign counts."""
_NAMED_ABOVE = ("coach", "no heading", "no-heading", "noheader", "on-its-side", "sbs1", "camel", "k-points")
"""Lists with runners in their first row, whose names have a case, or with words that only the case parts."""


def _written(rows: _Rows, sign: str, quoting: int = csv.QUOTE_MINIMAL, end: str = "\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=sign, quoting=quoting, lineterminator=end).writerows(rows)  # type: ignore[arg-type]
    return text.getvalue()


def _cased(rows: _Rows, change: Callable[[str], str]) -> _Rows:
    return [[change(cell) for cell in rows[0]], *rows[1:]]


_WAYS: dict[str, Callable[[_Rows, str], bytes]] = {
    "commas": lambda rows, sign: _written(rows, ",").encode(),
    "semicolons": lambda rows, sign: _written(rows, ";").encode(),
    "tabs": lambda rows, sign: _written(rows, "\t").encode(),
    "bars": lambda rows, sign: _written(rows, "|").encode(),
    "lines of Windows": lambda rows, sign: _written(rows, sign, end="\r\n").encode(),
    "a mark of UTF-8": lambda rows, sign: b"\xef\xbb\xbf" + _written(rows, sign).encode(),
    "UTF-16": lambda rows, sign: _written(rows, sign).encode("utf-16"),
    "cp1252": lambda rows, sign: _written(rows, sign).encode("cp1252"),
    "quotes": lambda rows, sign: _written(rows, sign, csv.QUOTE_ALL).encode(),
    "a blank column behind": lambda rows, sign: _written([[*row, ""] for row in rows], sign).encode(),
    "a blank column before": lambda rows, sign: _written([["", *row] for row in rows], sign).encode(),
    "blanks": lambda rows, sign: _written([[f" {cell} " for cell in row] for row in rows], sign).encode(),
    "blanks that end no line": lambda rows, sign: _written(rows, sign).replace(" ", "\u00a0").encode(),
    "blank lines": lambda rows, sign: _written([line for row in rows for line in (row, [""])], sign).encode(),
    "blank lines behind": lambda rows, sign: _written(rows, sign).encode() + b"\n\n\n",
    "capitals": lambda rows, sign: _written(_cased(rows, str.upper), sign).encode(),
    "small letters": lambda rows, sign: _written(_cased(rows, str.lower), sign).encode(),
}


def _parted(path: Path) -> tuple[_Rows, str] | None:
    """The rows of a list with as many cells each, and what parts them; None for any other."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    for sign in ",;\t|":
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=sign) if row]
        widths = Counter(map(len, rows))
        if len(widths) == 1 and max(widths) > 2 and not rows[0][0].startswith("#"):
            return rows, sign
    return None


def _lists() -> list[Path]:
    odd = _PLAIN_QUOTES | _FORMATS
    return [path for path in sorted(LISTS.glob("*.csv")) if path.stat().st_size < _MOST and path.name not in odd]


def _said(race: Race) -> tuple[float, list[str]]:
    """All that is told of a race, whatever the case: of a class that stands above its runners."""
    return race.distance, [entry_told(entry).casefold() for entry in race.entries]


@pytest.mark.parametrize("way", _WAYS)
def test_a_table_written_in_another_way_is_read_as_it_was(way: str) -> None:
    other = []
    tried = 0
    for path in some(_lists(), 4, way):
        if way in ("capitals", "small letters") and path.name.startswith(_NAMED_ABOVE):
            continue
        parted = _parted(path)
        told = read(path) if parted is not None else None
        if parted is None or told is None or told.race is None:
            continue
        try:
            data = _WAYS[way](*parted)
        except UnicodeEncodeError:
            continue
        tried += 1
        try:
            again = read_source(Source(data, path), said(Choices(), "distance", UNSAID.get(path.name, "")))
        except UnreadableRace as error:
            other.append((path.name, str(error)[:200]))
            continue
        if again.race is None or _said(again.race) != _said(told.race):
            other.append((path.name, entry_told(again.race.entries[0]) if again.race is not None else "asked"))
    assert other == [], other
    assert tried > 5
