"""Where the three letters of a runner have room on the course."""

from collections.abc import Collection, Iterator

from replay.drawing.course.stadium import Stadium
from replay.drawing.stadium.chip import Cell, Chip


def berths(chip: Chip, cell: Cell, stadium: Stadium, taken: Collection[Cell]) -> Iterator[int]:
    """Where the code of a chip of one letter may begin, the best first.

    It covers its cell and free ones of the course, and nobody is right beside it: two would read as one word.
    """
    x, y = cell
    starts = starts_of(chip, cell, stadium)
    return (at for at in starts if all(at + to == x or (at + to, y) not in taken for to in range(-1, 4)))


def held_berth(chip: Chip, cell: Cell, stadium: Stadium, taken: Collection[Cell], off: int) -> int | None:
    """Where it begins for somebody whose code began so many cells off his own: there, if it can, else elsewhere.

    Rather a cell further along than right beside somebody. Where that cannot be others may be: who has three letters
    keeps them while places change by a cell.
    """
    x, y = cell
    starts = starts_of(chip, cell, stadium)
    found: int | None = None
    for at in (x + off, *starts) if x + off in starts else starts:
        if (
            (at == x or (at, y) not in taken)
            and (at + 1 == x or (at + 1, y) not in taken)
            and (at + 2 == x or (at + 2, y) not in taken)
        ):
            if (at - 1 == x or (at - 1, y) not in taken) and (at + 3 == x or (at + 3, y) not in taken):
                return at
            if found is None:
                found = at
    return found


def starts_of(chip: Chip, cell: Cell, stadium: Stadium) -> tuple[int, ...]:
    """Where the code of a chip of one letter may begin on the course, the best first."""
    if len(chip.code) != len(chip.tag) + 2:
        return ()
    if stadium.grained is None:
        return tuple(_starts(chip.along, cell, stadium))
    along = stadium.grained(chip.along)  # of a cell alone it would depend on who came there first
    starts = stadium.berths.get((cell, along))
    if starts is None:
        starts = stadium.berths[cell, along] = tuple(_starts(along, cell, stadium))
    return starts


def _starts(along: float, cell: Cell, stadium: Stadium) -> Iterator[int]:
    """Where three letters that cover a cell may begin, so many metres along the course.

    They are over the cell, or to the side of it on which the course is: on the inside of a bend the kerb is near.
    """
    x, y = cell
    if not 0 <= y < stadium.height:
        return
    (ix, iy), (ox, oy) = stadium.edges(along)
    dx, dy = ox - ix, oy - iy
    square = max(dx * dx + dy * dy, 1e-6)
    step = dx / square
    at = ((x + 0.5 - ix) * dx + (y + 0.5 - iy) * dy) / square - 2 * step
    over = 0.5 * max(abs(dx), abs(dy)) / square  # half a cell: a place ends a pixel from the edge
    words, width, (left, top, wide, high) = stadium.words, stadium.width, stadium.infield
    beside = top <= y < top + high
    on: list[bool] = []
    for there in range(x - 2, x + 3):
        is_course = -over <= at <= 1 + over and 0 <= there < width and (there, y) not in words
        on.append(is_course and not (beside and left <= there < left + wide and there != x))
        at += step
    for first in (-1, -2, 0):
        if on[first + 2] and on[first + 3] and on[first + 4]:
            yield x + first
