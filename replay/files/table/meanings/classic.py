"""Points of marathons that headings round: `21K` is the half, and `42K` the whole, unless each kilometre is told."""

from collections.abc import Sequence
from dataclasses import replace

from replay.files.table.meanings.timed import Timed
from replay.race.events import HALF_MARATHON, MARATHON

_ROUNDED = {21_000.0: HALF_MARATHON, 42_000.0: MARATHON}
_KILOMETRE = 1000.0


def at_classics(timed: Sequence[Timed], far: float) -> Sequence[Timed]:
    """The columns of a marathon or a half, those at the classic distances in whole kilometres where these are.

    Args:
        timed: Columns with times on the way.
        far: Metres of the race.
    """
    if far not in (HALF_MARATHON, MARATHON):
        return timed
    told = {column.point.metres for column in timed}
    return [
        replace(column, point=replace(column.point, metres=whole))
        if (metres := column.point.metres) is not None
        and (whole := _ROUNDED.get(metres)) is not None
        and not {metres - 2 * _KILOMETRE, metres + _KILOMETRE} & told
        else column
        for column in timed
    ]
