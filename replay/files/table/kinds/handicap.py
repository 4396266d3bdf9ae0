"""Handicaps: each starts so long after the clock did that all come in together, or has so much taken off the time.

Either list has three times of everybody, of which the first is the other two together. Where the places are in the
order of the first, `Clock`, `Handicap`, `Actual`, each has started so late, and the replay starts them so. Where they
are in the order of the last, `Elapsed`, `Handicap`, `Net`, all have started at once, and the list ranks what nobody
has run: the race is shown as it was run.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from replay.files.missing import read_place
from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.started import LATEST
from replay.files.table.values.notations import plain_seconds
from replay.files.table.values.times import Form, read_cell
from replay.files.table.wording.headings import FINISH, START, Heading
from replay.files.table.wording.words import Meaning, phrases
from replay.race.names import fold

_OFFSETS = frozenset(
    phrases(
        """handicap, hcap, h cap, hcp, hdcp, handicap time, handicap start, start handicap, vorgabe, allowance, head
    start, headstart, start offset, start delay, gun offset, offset, wave offset, delay, handikap, tasoitus"""
    )
)
_HANDICAPS = frozenset(phrases("handicap, hcap, h cap, hcp, hdcp, handicap start, start handicap, vorgabe, handikap"))
_TIMED = (Meaning.RESULT, Meaning.NET, Meaning.GUN)
_ROUNDED = 1.0
"""Seconds by which the sum may be off."""
_MOSTLY = 0.9
_ROWS = 500
_FEWEST = 2


class _Parts(NamedTuple):
    """Three times of everybody, of which the first is the sum of the others."""

    clock: Column
    offset: Column
    own: Column


TAKEN_OFF = "it is taken off the time for the places"
"""Why a column of handicaps is not read: the places are by times that nobody has run."""


def take_handicap(sheet: Sheet) -> None:
    """Take the times of a handicap for what they are, where a column says how much each was given."""
    parts = _parts(sheet)
    if parts is None:
        for column in sheet.all(Meaning.START):
            if _is_offset(column):
                column.rewrite(_in_hours)  # and no time of day
        return
    clock, offset, own = parts
    if _falls(sheet, clock) and not _falls(sheet, own):
        offset.heading, offset.why = None, TAKEN_OFF
        own.heading, own.why = None, f"it is {clock.title!r} less {offset.title!r}, which nobody has run"
        clock.heading = Heading(Meaning.RESULT, FINISH)
        clause = f"the places are by {own.title!r}, and the race is shown as it was run, by {clock.title!r}"
        sheet.findings.assume(clause, "--column")
        return
    offset.heading = Heading(Meaning.START, START)
    offset.rewrite(_in_hours)
    clock.heading, clock.why = Heading(Meaning.GUN, FINISH), f"it is {own.title!r} behind {offset.title!r}"
    own.heading = Heading(Meaning.NET, FINISH)
    called = any(fold(word) in _HANDICAPS for word in (offset.title, *sheet.about.title.split()))
    if called or _is_placed_by(sheet, clock, offset, own):
        sheet.about.handicap = True
        kind = "it is a handicap, in which" if called else f"the places are over the line, by {clock.title!r}:"
        clause = f"{kind} each starts as late as {offset.title!r} says; --clock chip starts all at once"
        sheet.findings.assume(clause, "")


def _is_placed_by(sheet: Sheet, clock: Column, offset: Column, own: Column) -> bool:
    """Whether the list's places are those over the line, and not those by what each has run, as of late starts."""
    late = max(filter(None, _seconds(offset)), default=0.0) >= _LATE
    placed = sheet.one(Meaning.PLACE) is not None and late
    return placed and not _falls(sheet, clock) and _falls(sheet, own)


_LATE = 60.0
"""Seconds by which the last of a handicap starts behind the first, at least: a large field takes as long to go off."""


def _parts(sheet: Sheet) -> _Parts | None:
    """Those columns, the offset headed as one, or else as a start."""
    timed = [column for column in sheet.all(*_TIMED) if column.why != "--column"]
    offsets = [column for column in sheet.columns if _is_offset(column) or column.meaning is Meaning.START]
    if len(timed) < _FEWEST:
        return None
    for offset in sorted(offsets, key=lambda column: not _is_offset(column)):
        given = _seconds(offset)
        for clock in timed:
            for own in timed:
                cells = zip(_seconds(clock), given, _seconds(own), strict=True)
                known = [(a, b or 0.0, c) for a, b, c in cells if a is not None and c is not None]
                if any(a > LATEST for a, _, _ in known):
                    continue  # times of day
                sums = sum(abs(b + c - a) <= _ROUNDED for a, b, c in known)
                if own is not clock and len({b for _, b, _ in known}) > 1 and sums >= _MOSTLY * len(known):
                    return _Parts(clock, offset, own)
    return None


def _is_offset(column: Column) -> bool:
    words = fold(column.title.replace("_", " "))
    return words in _OFFSETS and column.why != "--column" and any(map(plain_seconds, column.sample))


def _seconds(column: Column) -> list[float | None]:
    return [plain_seconds(cell) for cell in column.cells[:_ROWS]]


def _falls(sheet: Sheet, column: Column) -> bool:
    """Whether a time is not in the order of the places; without these, in that of the rows."""
    placed = sheet.one(Meaning.PLACE)
    places: Sequence[int | None] = range(1, len(column.cells) + 1)
    if placed is not None:
        places = [read_place(cell.strip()) for cell in placed.cells]
    pairs = sorted(
        (place, seconds) for place, seconds in zip(places, _seconds(column), strict=False) if place and seconds
    )
    return any(one > two + _ROUNDED for (_, one), (_, two) in pairwise(pairs))


def _in_hours(text: str) -> str:
    """`14:00` as minutes and seconds, which as a time of day would be an hour of the afternoon."""
    cell = read_cell(text.strip())
    return f"0:{text.strip()}" if cell is not None and cell.form is Form.TWO else text
