"""A runner as he stands on the picture of a stadium."""

from typing import NamedTuple

from replay.cells.text import cell_width
from replay.drawing.course.scenery import Point

Cell = tuple[int, int]
"""Column and row."""


class Chip(NamedTuple):
    """A runner on the picture; x and y in cells, as from `Stadium.cell`."""

    x: float
    y: float
    tag: str
    """One character, or as many for everybody: he is drawn in as many cells, with his place in their middle."""
    colour: int
    emphasised: bool = False
    name: str = ""
    """Shown beside the track, if anything."""
    sides: tuple[Point, Point] | None = None
    """Where the name may be, in cells: just outside the track and just inside it."""
    along: float = 0.0
    """Metres along the track."""
    entry: int = -1
    in_lane: bool = False
    """Whether he has a lane of his own there."""
    code: str = ""
    """What he is called instead of by his tag where there is room for it on both sides of his cell, if anything."""
    hollow: bool = False
    """Whether his letter is in his colour, and nothing is filled with it: see `Cast.hollow`."""
    ahead: Point | None = None
    """Where the name may be on the course itself, if there: nobody is in front of the first, and it is nearer."""
    winds: bool = False
    """Whether the course winds beside itself: off its edge a name would be nearer to another stretch."""
    inline: bool = False
    """Whether its name is on the course, before or behind him: rows of a straight have nobody else."""
    home: float = 0.0
    """Metres along the track of the line he has come home over; 0 before."""

    @property
    def length(self) -> int:
        """Cells that the name takes."""
        return cell_width(self.name)
