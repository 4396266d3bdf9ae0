"""A file of several tables as the one in it: that with the most runners, and the others are told.

A workbook has them as sheets; a web page as tables, and JSON as lists.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from replay.files.cleaning import shortened
from replay.files.results.listed import Part, part_of, with_parts
from replay.files.source import Choices, Reading, Source
from replay.files.table.containers.asides import without_asides
from replay.files.table.containers.both_sexes import of_both
from replay.files.table.containers.sheet_each import of_runners
from replay.files.table.containers.splits_apart import with_splits_apart
from replay.files.table.containers.workbook import SheetRows, UnreadableBook, sheets_of
from replay.files.table.findings import Findings
from replay.files.table.layouts.grid import Grid, grid_of
from replay.files.table.layouts.text import read_text
from replay.files.table.meanings.settling import TEAM
from replay.files.table.reader import read_rows
from replay.files.understood import Tallies
from replay.race.events import event_in
from replay.race.problems import Problem, Severity, UnreadableRace
from replay.race.race import Surface


def read(source: Source, choices: Choices) -> Reading:
    """Read a workbook; see `replay.files.formats.Format.read`."""
    path = str(source.path)
    try:
        sheets = sheets_of(source.data)
    except UnreadableBook as error:
        raise UnreadableRace([Problem(path, None, f"this workbook cannot be read: {error}", error.hint)]) from None
    if not sheets:
        raise UnreadableRace([Problem(path, None, "nothing stands in this workbook")])
    return read_sheets(source, choices, sheets, "sheets", "workbook")


def text_of(source: Source, choices: Choices) -> str:
    """The text of a file whose tables stand in a text.

    Raises:
        UnreadableRace: It is no text.
    """
    try:
        return read_text(source.data, Tallies(), choices.encoding).text
    except ValueError as error:
        raise UnreadableRace(
            [Problem(str(source.path), None, f"no table can be read from this file: {error}")]
        ) from None


def read_sheets(source: Source, choices: Choices, sheets: Sequence[SheetRows], what: str, form: str) -> Reading:
    """Read the one of a file's tables that is meant.

    Args:
        source: The file.
        choices: What the user says; its part is the name of a table, or its number.
        sheets: The tables, at least one.
        what: What they are called in such a file, in the plural: `sheets`.
        form: What the file is called: `workbook`.
    """
    sheets, joined = with_splits_apart(sheets)
    if joined:
        return _beside_asides(source, read_sheets(source, choices, sheets, what, form), joined)
    sheets, asides = without_asides(sheets)
    if asides:
        return _beside_asides(source, read_sheets(source, choices, sheets, what, form), asides)
    if len(sheets) == 1:
        return _read(source, choices, sheets[0], f"{form}, the sheet {sheets[0].name!r}" if what == "sheets" else form)
    readings = [
        _read(source, replace(choices, part=None), sheet, f"{form}, {what[:-1]} {sheet.name!r}") for sheet in sheets
    ]
    races = [index for index, reading in enumerate(readings) if reading.race is not None]
    if choices.part is None and (whole := _whole(source, choices, sheets, readings, (what, form))) is not None:
        return whole
    among = races if races and choices.part is None else list(range(len(sheets)))
    parts = [_part(readings[index], sheets[index]) for index in among]
    try:
        chosen, told = part_of(parts, choices, what, str(source.path))
    except UnreadableRace:
        inner = [sheets[at] for at in races if readings[at].understood.parts]
        if (found := _within(source, choices, inner, f"{form}, {what[:-1]}")) is not None:
            return found
        raise
    reading, name = readings[among[chosen]], sheets[among[chosen]].name
    if choices.part is not None and not reading.understood.parts:
        reading = with_parts(reading, parts)
    if not told and len(among) < len(sheets):
        others = ", ".join(repr(sheet.name) for sheet in sheets if sheet.name != name)
        told = f"of the {what} this is {name!r}, the only one that is a race; beside it are {others}"
    if not told:
        return reading
    said = replace(reading.understood, assumed=(told, *reading.understood.assumed))
    problem = Problem(str(source.path), None, told, severity=Severity.WARNING)
    return replace(reading, understood=said, problems=(problem, *reading.problems))


def _whole(
    source: Source, choices: Choices, sheets: Sequence[SheetRows], readings: Sequence[Reading], said: tuple[str, str]
) -> Reading | None:
    """The race that several tables have together: of men and women, or with a table for each runner; else None."""
    what, form = said
    races = [(sheet, reading) for sheet, reading in zip(sheets, readings, strict=True) if reading.race is not None]
    names = [sheet.name for sheet in sheets]
    return _of_both(source, choices, races, form) or of_runners(str(source.path), names, readings, what)


def _within(source: Source, choices: Choices, sheets: Sequence[SheetRows], form: str) -> Reading | None:
    """The part that the user names of one of the tables that have parts themselves; None where none of them has it."""
    for sheet in sheets:
        with suppress(UnreadableRace):
            found = _read(source, choices, sheet, f"{form} {sheet.name!r}")
            if found.race is not None:
                return found
    return None


def _beside_asides(source: Source, reading: Reading, told: Sequence[str]) -> Reading:
    """The reading, with what was left out because it is no list of results."""
    problems = [Problem(str(source.path), None, one, severity=Severity.WARNING) for one in told]
    understood = replace(reading.understood, assumed=(*reading.understood.assumed, *told))
    return replace(reading, understood=understood, problems=(*problems, *reading.problems))


def _of_both(source: Source, choices: Choices, races: Sequence[tuple[SheetRows, Reading]], form: str) -> Reading | None:
    """The race of men and women whose lists stand apart, as those of a road race do; on a track they ran apart."""
    both = of_both([sheet for sheet, _ in races])
    far = {reading.race.distance for _, reading in races if reading.race is not None}
    on = {reading.race.course.surface for _, reading in races if reading.race is not None}
    if both is None or len(far) > 1 or not on.isdisjoint(_TRACKS):
        return None
    reading = _read(source, choices, both, form)
    if reading.race is None or len(reading.race.entries) < sum(_runners(one) for _, one in races):
        return None
    told = f"the lists {races[0][0].name!r} and {races[1][0].name!r} are read as one race; `--part NAME` takes one"
    return replace(reading, understood=replace(reading.understood, assumed=(told, *reading.understood.assumed)))


_TRACKS = (Surface.OUTDOOR, Surface.INDOOR, Surface.STRAIGHT)


def _runners(reading: Reading) -> int:
    return len(reading.race.entries) if reading.race is not None else 0


def _part(reading: Reading, sheet: SheetRows) -> Part:
    if reading.race is None:
        headed = sheet.comments is not None and sheet.headed
        return Part(sheet.name, reading.understood.runners or len(sheet.rows) - headed)
    teams = any(column.why == TEAM for column in reading.understood.columns)
    return Part(sheet.name, len(reading.race.entries), teams)


def _read(source: Source, choices: Choices, sheet: SheetRows, form: str) -> Reading:
    def parse(_found: Findings) -> tuple[Grid, str]:
        rows = list(map(shortened, sheet.rows))
        if sheet.comments is None or not sheet.headed:
            grid = grid_of(rows, sheet.lines)
            grid.runner = dict(sheet.runner or {})
            grid.comments |= sheet.comments or {}
            grid.above += [[text] for text in sheet.above]
            if event_in(sheet.name) is not None:
                grid.above.append([sheet.name])
            return grid, form
        titles, rows = rows[0], rows[1:]
        above = [[text] for text in sheet.above]
        runner = dict(sheet.runner or {})
        return Grid(titles, rows, sheet.lines[1:], comments=dict(sheet.comments), above=above, runner=runner), form

    return read_rows(source, choices, parse)
