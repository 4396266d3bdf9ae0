"""Points of marathons that headings round."""

from replay.files.table.meanings.classic import at_classics
from replay.files.table.meanings.timed import Timed
from replay.files.table.wording.headings import Point
from replay.race.events import HALF_MARATHON, MARATHON
from tests.together import together


@together(
    ("told", "far", "points"),
    [
        ((5, 10, 15, 20, 21, 25, 30, 35, 40), MARATHON, (5, 10, 15, 20, 21.0975, 25, 30, 35, 40)),
        ((10, 21, 30, 42), MARATHON, (10, 21.0975, 30, 42.195)),
        ((10, 21), HALF_MARATHON, (10, 21.0975)),
        # Where each kilometre is told it is one of them.
        ((19, 20, 21), HALF_MARATHON, (19, 20, 21)),
        ((20, 21, 22), MARATHON, (20, 21, 22)),
        ((21, 40, 41, 42), MARATHON, (21.0975, 40, 41, 42)),
        ((21, 42), 50_000.0, (21, 42)),
        ((None, 21), MARATHON, (None, 21.0975)),
    ],
)
def test_the_half_and_the_whole_are_where_they_are(
    told: tuple[float | None, ...], far: float, points: tuple[float | None, ...]
) -> None:
    columns = [Timed("x", [], Point(at * 1000.0 if at is not None else None)) for at in told]
    assert [column.point.metres for column in at_classics(columns, far)] == [
        at * 1000.0 if at is not None else None for at in points
    ]
