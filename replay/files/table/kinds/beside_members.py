"""Relays with a column of times beside each runner's, headed alike: `Leg 1, Time, Leg 2, Time, …, Total`."""

from collections.abc import Sequence

from replay.files.middle import median
from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import is_clock
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import Heading, Point, Told
from replay.files.table.wording.words import Meaning

_FEWEST = 2
"""Legs of a relay."""
_MOSTLY = 0.7
_ROWS = 60
_ROUNDED = 1.0
"""Seconds by which each leg may be rounded."""
_BARE = (Meaning.RESULT, Meaning.SPLIT_TIME, Meaning.IGNORED)
"""What a column headed `Time` is taken for by itself."""


def take_times_beside_members(sheet: Sheet) -> None:
    """Take the times behind each runner of a team for those of the legs, where together they make the result."""
    times = [_behind(sheet.columns, member) for member in sheet.all(Meaning.MEMBER)]
    legs = [column for column in times if column is not None]
    others = [column for column in sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN) if column not in legs]
    if len(legs) < max(_FEWEST, len(times)) or not others:
        return
    told = _told(legs, others[0])
    for number, column in enumerate(legs if told is not None else (), start=1):
        column.heading = Heading(Meaning.SPLIT, Point(number=number, lap=True), told or Told.TIME)
        column.why = "it stands behind who ran the leg"


def _behind(columns: Sequence[Column], member: Column) -> Column | None:
    """The column of times to the right of a runner's that does not say whose they are."""
    at = columns.index(member) + 1
    if at == len(columns):
        return None
    column = columns[at]
    bare = column.heading is None or column.meaning in _BARE
    return column if bare and column.why != "--column" and column.share(is_clock) > _MOSTLY else None


def _told(legs: Sequence[Column], whole: Column) -> Told | None:
    """Whether the times are the legs' own, or count from the start; None where they make no result either way."""
    apart: dict[Told, list[float]] = {Told.LAP: [], Told.TIME: []}
    for row, cell in enumerate(whole.cells[:_ROWS]):
        each = [seconds for leg in legs if (seconds := plain_seconds(leg.cells[row].strip())) is not None]
        result = plain_seconds(cell.strip())
        if result is not None and len(each) == len(legs):
            apart[Told.LAP].append(abs(sum(each) - result))
            apart[Told.TIME].append(abs(each[-1] - result))
    near = [told for told, found in apart.items() if found and median(found) <= _ROUNDED * len(legs)]
    return near[0] if near else None
