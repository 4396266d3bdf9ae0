"""Backyard races: a lap each hour, begun anew with it, until one is left."""

import re
from collections.abc import Iterator, Sequence

from replay.files.missing import is_no_time
from replay.files.source import Known
from replay.files.table.layouts.grid import Grid
from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import is_time
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import Heading, Point, read_heading
from replay.files.table.wording.words import Meaning
from replay.race.events import event_in
from replay.race.names import fold
from replay.race.race import MILE, Split, Time
from replay.race.times import format_time

BACKYARD = 100 * MILE / 24
"""Metres of the lap that is run each hour in a backyard race, so that 24 are 100 miles."""


def is_backyard(texts: Sequence[str], stem: str, results: Sequence[Column], *, lasting: bool = False) -> bool:
    """Whether a table is of such a race: by what it says, or by its file's name, unless it says how far they ran.

    Args:
        texts: What it says of the race, its file's name among it.
        stem: The file's name.
        results: Its columns of results.
        lasting: Whether it says how long it was, `24h`, which holds against the file's name.
    """
    if any(_says_so(text) for text in texts if text != stem):
        return True
    timed = any(column.share(is_time) > 0 for column in results)
    return _says_so(stem) and not lasting and not (timed and any(event_in(text) for text in texts))


def _says_so(text: str) -> bool:
    return "backyard" in fold(text.replace("_", " "))


def lap_number(column: Column) -> int | None:
    """Which lap a column is of, as somebody says or as it is headed."""
    told = read_heading(column.title) if column.heading is None else [column.heading]
    point = told[0].point if told else None
    return point.number if point is not None and point.lap else None


def head_yards(sheet: Sheet, grid: Grid) -> None:
    """Take columns of times headed `Y1`, `Yard 2` for laps, where the title says that it is a backyard race."""
    said = [*grid.comments.values(), *(cell for row in grid.above for cell in row)]
    if not is_backyard(said, sheet.source.stem, ()):
        return
    for column in sheet.columns:
        yard = _YARD.fullmatch(column.title.strip())
        if yard is not None and column.heading is None and column.share(is_time) > 0:
            column.heading = Heading(Meaning.SPLIT, Point(number=int(yard[1]), lap=True))


_YARD = re.compile(r"(?:y|yard|l|loop|h|hour|r|round)[ _.#-]?(\d{1,3})", re.IGNORECASE)
"""How a backyard race's laps may be headed; each is a yard."""


def laps_run(sheet: Sheet, lap: float) -> tuple[list[float | None], Column] | None:
    """How far everybody came by the laps that have a time: in a backyard race each is run from the hour anew."""
    laps = [column for column in sheet.columns if lap_number(column) is not None and column.share(is_time) > 0]
    if not laps:
        return None
    cells = zip(*(column.cells for column in laps), strict=True)
    counts = [sum(read_cell(cell.strip()) is not None and not is_no_time(cell) for cell in row) for row in cells]
    return [count * lap or None for count in counts], laps[0]


def whole_laps(metres: float | None, lap: float) -> float | None:
    """So many laps of a backyard race, which rounded miles say less exactly."""
    laps = round(metres / lap) if metres else 0
    return laps * lap if metres and laps and abs(metres / (laps * lap) - 1) < _ROUNDED else metres


_ROUNDED = 0.01


def laps_of_hours(sheet: Sheet, known: Known) -> Iterator[tuple[int, Split]]:
    """When everybody ended each lap of a backyard race, of which each begins with its hour."""
    laps = [(number, column) for column in sheet.columns if (number := lap_number(column)) is not None]
    for number, column in laps:
        column.heading, column.why = None, f"{LAP_OF_HOUR} {number}"
        for line, ran, text in zip(sheet.lines, sheet.ran, column.cells, strict=True):
            cell = read_cell(text.strip())
            seconds = PLAIN.seconds(cell) if cell is not None and not is_no_time(text) else None
            if (
                cell is not None
                and seconds
                and seconds <= _HOUR
                and sheet.lap
                and ran
                and number * sheet.lap <= ran + _AT
            ):
                at = (number - 1) * _HOUR + seconds
                time = Time(at, known.evidence, format_time(at, cell.digits), known.source)
                yield line, Split(round(number * sheet.lap, 3), time)


LAP_OF_HOUR = "lap of hour"
"""What a column of laps is, before the number of its hour, from which its times are."""
_HOUR = 3600.0
_AT = 0.5
"""Metres within which a lap ends where somebody stopped."""
