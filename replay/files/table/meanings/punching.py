"""Controls of an orienteering course in a table: no column says where they are, the field's middle times do."""

import re
from collections.abc import Sequence

from replay.files.middle import median
from replay.files.table.meanings.column import Column

_CODED = re.compile(
    r"\d{1,2} ?\(\d{2,3}\)|(?:control|contr[oô]le|punch|post(?:en)?|kontroll\w*|rasti|kontrola) ?\d{1,2}"
)
_FEWEST = 2


def has_controls(columns: Sequence[Column]) -> bool:
    """Whether headings count controls (`Control 3`, `3 (105)`), whatever stands below them: codes or times."""
    return sum(_CODED.fullmatch(column.title.strip().lower()) is not None for column in columns) >= _FEWEST


def places_of(
    times: Sequence[Sequence[float | None]], results: Sequence[float | None], far: float
) -> tuple[float, ...] | None:
    """Metres of each control: the share of the course that the middle time there is of the results; None in disorder.

    Args:
        times: For each runner the cumulative seconds at each control.
        results: Everybody's result.
        far: Metres of the course.
    """
    points = []
    for column in zip(*times, strict=True):
        shares = [at / result for at, result in zip(column, results, strict=True) if at and result]
        if not shares:
            return None
        points.append(round(far * median(shares), 1))
    rising = all(one < two for one, two in zip([0.0, *points], [*points, far], strict=True))
    return tuple(points) if rising and points else None
