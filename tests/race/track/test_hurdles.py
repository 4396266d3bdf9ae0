"""Where hurdles stand."""

import pytest

from replay.race.race import Course, Race, Surface
from replay.race.track import Oval, Straight, track_of
from replay.race.track.hurdles import hurdles_of
from tests.builders import entry, race
from tests.together import together


def hurdled(event: str, distance: float, surface: Surface = Surface.OUTDOOR, sex: str = "") -> Race:
    return race(entry("A", 20.0, sex=sex), distance=distance, event=event, course=Course(surface))


@together(
    ("event", "distance", "count", "first", "last"),
    [
        ("110m hurdles", 110, 10, 13.72, 95.98),
        ("100 m Hürden Frauen", 100, 10, 13.0, 89.5),
        ("400mH", 400, 10, 45, 360),
        ("60m hurdles women", 60, 5, 13.0, 47.0),
        ("60m hurdles men", 60, 5, 13.72, 50.28),
        ("50m hurdles women", 50, 4, 13.0, 38.5),
        ("50m hurdles", 50, 4, 13.72, 41.14),
        ("80m hurdles", 80, 8, 12.0, 68.0),
    ],
)
def test_they_stand_where_the_rules_put_them(
    event: str, distance: float, count: int, first: float, last: float
) -> None:
    found = hurdles_of(hurdled(event, distance))
    assert len(found) == count
    assert (found[0], found[-1]) == pytest.approx((first, last))


def test_women_have_their_own_indoors_where_the_field_says_that_it_is_theirs() -> None:
    assert hurdles_of(hurdled("60m hurdles", 60, sex="F"))[0] == 13.0
    assert hurdles_of(hurdled("60m hurdles", 60, sex="M"))[0] == 13.72


@together(("event", "distance"), [("400m", 400), ("110m", 110), ("3000m steeplechase", 3000), ("24h", 400)])
def test_others_have_none(event: str, distance: float) -> None:
    assert hurdles_of(hurdled(event, distance)) == ()


def test_a_sprint_is_run_on_a_straight_wherever_it_is_held_and_a_lap_is_not() -> None:
    assert isinstance(track_of(hurdled("100m", 100)), Straight)
    indoors = track_of(hurdled("60m hurdles", 60, Surface.INDOOR))
    assert isinstance(indoors, Straight)
    assert indoors.surface is Surface.INDOOR
    assert indoors.described("60 m") == "60 m on the straight, indoors"
    assert len(indoors.race_jumps()) == 5
    lap = track_of(hurdled("400m hurdles", 400))
    assert isinstance(lap, Oval)
    assert [metres for metres, wet in lap.race_jumps() if not wet] == [45.0 + 35.0 * number for number in range(10)]
