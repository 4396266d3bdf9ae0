"""Numbered columns, of which two series may tell the same."""

from replay.files.table.meanings.series import count_up, one_series, with_first_lap
from replay.files.table.meanings.timed import Timed
from replay.files.table.wording.headings import Point
from tests.together import together


def column(title: str, number: int | None = None, metres: float | None = None) -> Timed:
    return Timed(title, [], Point(metres, number=number, lap=number is not None))


def numbered(*titles: str) -> list[Timed]:
    """Columns of laps that end with their number."""
    return [column(title, int(title.split()[-1])) for title in titles]


@together(
    ("titles", "kept"),
    [
        (("Lap 2", "Lap 1", "Lap 3"), ["Lap 1", "Lap 2", "Lap 3"]),
        (("Leg 1", "Leg 2", "Split 1", "Split 2", "Split 3"), ["Split 1", "Split 2", "Split 3"]),
        (("Leg 1", "Leg 2", "split 1", "Split 2"), ["Leg 1", "Leg 2"]),
        (("Leg 2", "Leg 3", "Leg 4", "Split 1", "Split 2"), ["Split 1", "Split 2"]),
        (("Leg 2", "Leg 3", "Split 2"), ["Leg 2", "Split 2", "Leg 3"]),  # neither counts from 1
    ],
)
def test_of_several_series_the_longest_that_counts_from_1_is_taken(titles: tuple[str, ...], kept: list[str]) -> None:
    assert [one.title for one in one_series(numbered(*titles))] == kept


@together(
    ("numbers", "up"),
    [
        ((1, 2, 3), True),
        ((5, 10, 15), True),
        ((7,), True),
        ((1, 3), False),
        ((2, 3), False),
        ((0, 0), False),
        ((), False),
    ],
)
def test_numbers_count_up_one_by_one_or_by_the_first(numbers: tuple[int, ...], up: bool) -> None:
    assert count_up([column("x", number or None, 0.0) for number in numbers]) == up


LAPS = [f"L {number}" for number in range(1, 13)]
FIRST = column("200", metres=200.0)


@together(
    ("placed", "titles", "far", "lap", "with_it"),
    [
        ({200.0: FIRST}, LAPS, 5000.0, 400.0, True),
        ({200.0: FIRST}, LAPS, 5001.0, 400.0, True),
        ({200.0: FIRST}, LAPS, 5001.5, 400.0, False),
        ({200.0: FIRST}, LAPS, 4998.5, 400.0, False),
        ({200.0: FIRST}, LAPS[1:], 4600.0, 400.0, False),
        ({200.0: FIRST}, LAPS, 5000.0, None, False),
        ({400.0: FIRST}, LAPS, 5200.0, 400.0, False),
        ({0.0: FIRST}, LAPS, 4800.0, 400.0, False),
        ({200.0: FIRST, 600.0: FIRST}, LAPS, 5000.0, 400.0, False),
        ({}, LAPS, 4800.0, 400.0, False),
        ({200.0: FIRST}, [], 200.0, 400.0, False),
    ],
)
def test_a_shorter_first_lap_that_is_headed_by_its_metres_is_one_of_them(
    placed: dict[float, Timed], titles: list[str], far: float, lap: float | None, with_it: bool
) -> None:
    own = numbered(*titles)
    left, laps = with_first_lap(placed, own, far, lap)
    if with_it:
        assert left == {}
        assert [(one.title, one.point.number) for one in laps] == [*zip(["200", *titles], range(1, 14), strict=True)]
    else:
        assert (left, laps) == (placed, own)
