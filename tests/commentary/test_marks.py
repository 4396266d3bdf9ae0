"""Times at the marks, and who follows there."""

from replay.commentary import call_race
from replay.state import timeline_of
from tests.builders import entry, race


def at_800(*behind: float) -> str:
    """What is told of 800 m of a 1500 m, of runners who are so many seconds behind all the way."""
    names = ("Ann Ash", "Bea Birch", "Cam Cedar")
    runners = (
        entry(
            name,
            240.0 + late,
            {metres: metres * 0.16 + late for metres in (100.0 * hundred for hundred in range(1, 15))},
        )
        for name, late in zip(names, (0.0, *behind), strict=True)
    )
    (said,) = [call.text for call in call_race(timeline_of(race(*runners, distance=1500.0))) if "2:08.00" in call.text]
    return said


def test_one_gap_is_told_of_two_only_where_both_are_as_far_back() -> None:
    assert at_800(0.3, 0.4).endswith("; Birch and Cedar follow, 0.3 s back")
    assert at_800(0.3, 0.6).endswith("; Birch and Cedar follow, 0.3 and 0.6 s back")
    assert at_800(0.3, 1.0).endswith("; Birch and Cedar follow, 0.3 and 1.0 s back")
