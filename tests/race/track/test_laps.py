"""Laps, counted back from the finish, and kilometres from the start."""

import pytest

from replay.race.track import Oval, Road, Straight, Track, lap_number
from tests.together import together


@together(
    ("track", "laps", "bell"),
    [
        (Oval(1609.344), (0, 409.344, 809.344, 1209.344), 1209.344),
        (Oval(1500.0), (0, 300, 700, 1100), 1100),
        (Oval(400.0), (0,), None),
        (Oval(200.0), (0,), None),
        (Oval(800.0, 200.0), (0, 200, 400, 600), 600),
        (Straight(100.0), (0,), None),
        (Road(5000.0), (0, 1000, 2000, 3000, 4000), None),
        (Road(42195.0), tuple(range(0, 43000, 1000)), None),
        (Road(21097.5), tuple(range(0, 21000, 1000)), None),
    ],
)
def test_laps_are_counted_back_from_the_finish_and_kilometres_from_the_start(
    track: Track, laps: tuple[float, ...], bell: float | None
) -> None:
    assert track.laps == pytest.approx(laps)
    assert track.bell == (pytest.approx(bell) if bell is not None else None)


def test_a_short_first_lap_is_part_of_the_next_and_a_race_of_half_a_kilometre_has_one() -> None:
    assert Oval(1259.0).laps == (0.0, 459.0, 859.0)
    assert Oval(1260.0).laps == (0.0, 60.0, 460.0, 860.0)
    assert Road(500.0).laps == Road(1000.0).laps == Road(1149.0).laps == (0.0,)


def test_who_stands_at_the_beginning_of_a_lap_is_in_it() -> None:
    track = Oval(1609.344)
    assert [lap_number(track, d) for d in (0, 409.3, 409.344, 1209.344, 1609.344)] == [1, 1, 2, 4, 4]
