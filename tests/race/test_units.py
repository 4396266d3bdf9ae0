import pytest

from replay.race.units import MILE, YARD, Unit, is_in_miles, is_in_yards
from tests.together import together


@pytest.mark.parametrize(
    ("unit", "metres", "decimals", "want"),
    [
        (Unit.KILOMETRES, 7240.0, 1, "7.2 km"),
        (Unit.KILOMETRES, 5000.0, 1, "5 km"),
        (Unit.KILOMETRES, 10_000.0, 0, "10 km"),
        (Unit.MILES, 21_097.5, 1, "13.1 mi"),
        (Unit.MILES, 100 * 1609.344, 3, "100 mi"),
    ],
)
def test_a_distance_on_the_road(unit: Unit, metres: float, decimals: int, want: str) -> None:
    assert unit.far(metres, decimals) == want


def test_what_one_of_them_is() -> None:
    assert [(unit.word, unit.metres) for unit in Unit] == [("kilometre", 1000.0), ("mile", 1609.344)]


def test_a_backyard_races_laps_are_told_in_metres() -> None:
    assert is_in_yards(880 * 0.9144)
    assert not is_in_yards(3 * 100 * 1609.344 / 24)


@together(
    ("metres", "yards", "miles"),
    [
        (880 * YARD, True, False),
        (880 * YARD + 0.009, True, False),  # within a thousandth of ten yards
        (880 * YARD + 0.01, False, False),
        (800.0, False, False),
        (800.4, False, False),
        (5 * MILE, True, True),
        (5 * MILE + 0.0009, True, True),
        (5 * MILE + 0.0011, True, False),
        (50_000 * YARD, False, False),  # 45,720 m
        (0.0, False, False),
    ],
)
def test_a_distance_in_yards_or_miles_is_a_whole_number_of_them(metres: float, yards: bool, miles: bool) -> None:
    assert (is_in_yards(metres), is_in_miles(metres)) == (yards, miles)
