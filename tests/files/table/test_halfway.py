"""Where a point may be that a table does not say."""

from replay.files.table.halfway import likely_place
from tests.together import together


@together(
    ("times", "results", "far", "place"),
    [
        ([60.0, 61.0], [121.0, 124.0], 800.0, "half"),
        ([60.0], [121.0], 0.0, "half"),
        ([31.0], [121.0], 800.0, "200 m"),
        ([900.0], [3000.0], 10_000.0, "3 km"),
        ([900.0], [3000.0], 0.0, "5 km"),
        ([None, 130.0], [121.0, None], 800.0, "5 km"),
        ([130.0], [121.0], 800.0, "5 km"),
    ],
)
def test_by_the_part_of_their_results(
    times: list[float | None], results: list[float | None], far: float, place: str
) -> None:
    assert likely_place(times, results, far) == place
