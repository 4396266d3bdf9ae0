"""The points of a race with the times at each, while they are laid on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from replay.files.table.meanings.timed import Nothing, Read, Timed, Value
from replay.files.table.sheet import Sheet
from replay.files.understood import Counting

AT_FINISH = 0.5
"""Metres: a point this near the race's distance is the finish (`1609` in a mile of 1609.344 m)."""


@dataclass(slots=True)
class Splits:
    """The times on the way, by point."""

    points: list[float] = field(default_factory=list)
    """Metres, rising."""
    columns: list[Timed] = field(default_factory=list)
    """The column of each."""
    values: list[list[Read]] = field(default_factory=list)
    """For each point what stands in each row, cumulative."""
    counting: Counting | None = None
    finish: list[Timed] = field(default_factory=list)
    """Columns at the race's own distance."""
    meanings: dict[int, str] = field(default_factory=dict)
    """What the columns were taken for, by index."""
    unused: dict[int, str] = field(default_factory=dict)
    """Why a column is not read after all, by index."""

    def kinds(self, point: int) -> Sequence[Read]:
        """What stands in some row at a point, each once where its column was read all at once."""
        column = self.columns[point]
        return self.values[point] if column.which is None else column.kinds


def decide(columns: Sequence[Timed], points: Sequence[float], counting: Counting) -> None:
    """Decide how each column's times are read."""
    for column, (before, metres) in zip(columns, pairwise([0.0, *points]), strict=True):
        column.decide(metres - before if counting is Counting.LAPS else metres)


def take_points(
    sheet: Sheet, made: Splits, points: Sequence[float], columns: Sequence[Timed], counting: Counting
) -> None:
    """Take columns for times at points, by metres; of laps they become times since the start."""
    made.points, made.columns, made.counting = list(points), list(columns), counting
    made.values = [column.values() for column in columns]
    for column in columns:
        sheet.findings.missing(column.missing())
    if counting is Counting.LAPS:
        _add_up(made.values)
        for column in columns:  # what stands in its cells is no longer what is known of its rows
            column.which = None


def _add_up(values: list[list[Read]]) -> None:
    """Make lap times cumulative; behind a lap that is not known nothing is."""
    for row in range(len(values[0])):
        total, digits = 0.0, 0
        for column in values:
            value = column[row]
            if not isinstance(value, Value):
                total = -1.0
            elif total < 0:
                column[row] = Nothing.MISSING
            else:
                total, digits = round(total + value.seconds, 4), max(digits, value.digits)
                column[row] = value._replace(seconds=total, digits=digits)


def set_finish_apart(made: Splits) -> None:
    """What was read of the last point, which is the finish, are results and no splits."""
    made.columns.pop().summed = made.values.pop()
    made.points.pop()
