"""Names where there is less room than they need."""

from replay.cells.text import cell_width


def shortened(name: str, room: int) -> str:
    """A name, or it without an initial before it: as many cells as there are for it, or empty.

    It stands beside letters that tell who it is: half of one would tell no more, and looks broken.
    """
    ways = (name, name.partition(". ")[2])
    return next((way for way in ways if way and cell_width(way) <= room), "")
