import pytest

from replay.race.units import Unit, is_in_yards


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
