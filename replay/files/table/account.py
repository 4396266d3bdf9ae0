"""What was understood of a table: its race, and what every column was taken for, or why it was not read."""

from typing import NamedTuple

from replay.files.table.findings import Findings
from replay.files.table.laid import Splits
from replay.files.table.layouts.grid import Grid
from replay.files.table.meanings.column import Column
from replay.files.table.results import Results
from replay.files.table.rows import TEXTS
from replay.files.table.sheet import Sheet
from replay.files.table.wording.headings import Told
from replay.files.table.wording.words import Meaning
from replay.files.understood import Column as Taken
from replay.files.understood import Understood
from replay.race.race import Clock, Entry, Evidence

NAMES = (Meaning.NAME, Meaning.FAMILY, Meaning.GIVEN)
_TIMED = frozenset({Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT, Meaning.LAPS})
_SINGLE = frozenset({*TEXTS, *NAMES})
"""Meanings of which one column is read."""


class Opened(NamedTuple):
    """A table, and the sheet that it becomes."""

    grid: Grid
    form: str
    """In words, for people."""
    sheet: Sheet

    @property
    def evidence(self) -> Evidence:
        """How the times are known that do not say so themselves."""
        said = self.grid.comments.get("evidence", "")
        return next((known for known in Evidence if said == known), Evidence.MEASURED)


class Made(NamedTuple):
    """What a sheet has become."""

    entries: tuple[Entry, ...]
    results: Results
    splits: Splits


def understood(opened: Opened | None, found: Findings, made: Made | None) -> Understood:
    """What was understood, as far as it came."""
    told = (tuple(found.assumed), found.repaired.all(), found.left_out.all(), tuple(found.questions))
    assumed, repaired, left_out, questions = told
    if opened is None:
        return Understood("table", assumed=assumed, repaired=repaired, left_out=left_out, questions=questions)
    sheet = opened.sheet
    return Understood(
        format=opened.form,
        title=sheet.about.title,
        event=sheet.about.event,
        distance=sheet.about.metres if sheet.about.duration is None else None,
        duration=sheet.about.duration,
        distance_from=sheet.about.metres_from,
        runners=len(made.entries if made is not None else sheet.lines),
        parts=found.parts,
        delimiter=opened.grid.delimiter,
        encoding=opened.grid.encoding.lower(),
        date_order=str(sheet.choices.date_order or ""),
        columns=tuple(_taken(column, sheet, made) for column in sheet.columns),
        counting=made.splits.counting if made is not None else None,
        clock=Clock.GUN if sheet.about.handicap else made.results.clock if made is not None else None,
        assumed=assumed,
        repaired=repaired,
        left_out=left_out,
        questions=questions,
    )


def _taken(column: Column, sheet: Sheet, made: Made | None) -> Taken:
    heading = column.heading
    meaning = made.splits.meanings.get(column.index) if made is not None else None
    if heading is None or heading.meaning is Meaning.IGNORED:
        why = "" if meaning else column.why
        meaning = meaning or ""
    elif heading.meaning is Meaning.SPLIT and heading.told is Told.CLOCK:
        meaning, why = meaning or "time of day", column.why
    elif unused := _unused(column, sheet, made):
        meaning, why = "", unused
    else:
        meaning, why = meaning or str(heading.meaning), column.why
    return Taken(column.title, meaning, why, column.sample[0] if column.sample else "")


def _unused(column: Column, sheet: Sheet, made: Made | None) -> str:
    """Why a column is not read though its meaning is known; empty where it is read."""
    if made is None:
        return ""
    if sheet.about.duration is not None and column.meaning in _TIMED - {Meaning.SPLIT}:
        return "a race for distance has no times at points"
    if column.meaning is Meaning.SPLIT:
        read = column.index in made.splits.meanings or not column.sample
        return "" if read else made.splits.unused.get(column.index, "its point is not known")
    if column.meaning in _SINGLE and (first := sheet.one(column.meaning)) is not column and first is not None:
        return f"the {column.meaning} is in {first.title!r}"
    return made.results.unused.get(column.index, "")
