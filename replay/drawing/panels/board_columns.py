"""How wide the columns of the leaderboard are, and what a long name takes of the blanks beside it."""

from typing import NamedTuple

from replay.cells.text import cell_width
from replay.drawing.panels.figures import Room


class Columns(NamedTuple):
    """Widths of the columns in cells; 0 leaves one out. Behind the name is a blank, and the last of a gap is one."""

    place: int
    change: int
    chip: int
    gap: int
    split: int
    lap: int
    name: int


def columns_of(width: int, runners: int, room: Room, code: int) -> Columns:
    """The columns of a board of `width` cells.

    Args:
        width: Cells.
        runners: In the race.
        room: What the race's figures need.
        code: How many letters a runner may have.
    """
    place = len(str(runners)) + 2  # with a blank on the left, where a track, a chart or a table ends
    change = (4 if runners > 10 else 3) if width >= 38 else 0
    gap, lap = room.gap + 1, room.lap + 1 if width >= (70 if runners >= 1000 else 40) else 0
    split = room.split + 1 if width >= 42 + room.split else 0
    rest = width - place - change - gap - split - lap - 3
    chip = code if rest - code >= _LEAST else 1
    rest -= chip
    return Columns(place, change, chip, min(gap, max(width - place - 4, 0)), split, lap, max(rest, 1))


_LEAST = 8
"""Cells of a name for which three letters make way."""


def narrowed(columns: Columns, margin: int) -> Columns:
    """The columns once all are home: margins of so many cells need less than splits, and names get the rest."""
    spare = max(columns.split - max(margin, len("behind")) - 3, 0) if columns.split else 0
    return columns._replace(name=columns.name + spare, split=columns.split - spare)


def widened(columns: Columns, told: int, name: str, nation: str) -> Columns:
    """The columns of a row: a long name, and what stands behind it, takes the blanks before a short gap.

    Args:
        columns: Those of the board.
        told: Cells of what stands in the column of gaps.
        name: Of the runner.
        nation: Where he is from, or the club; or that he is a guest; empty where there is nothing to say.
    """
    own, blanks = cell_width(name), columns.gap - 1
    behind = own + 1 + cell_width(nation) if nation else 0
    more = behind - columns.name
    if not 0 < more <= blanks - max(told, _GAP):
        more = min(own - columns.name, blanks - told)
    return columns._replace(name=columns.name + more, gap=columns.gap - more) if more > 0 else columns


_GAP = len("~+12.3")
"""Cells of a gap as it mostly is: what is behind a name does not come and go with it."""
