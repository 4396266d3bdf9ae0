"""Where everybody comes to rest behind the line."""

from itertools import pairwise

from replay.drawing.closeup.plan import plan
from replay.drawing.closeup.rests import Rests
from replay.race.track import track_of
from tests.builders import entry, race

TRACK = track_of(race(entry("A", 200.0), distance=1500.0))
SHAPE = plan(78, 26)


def rests(*ends: float) -> Rests:
    return Rests(ends, range(len(ends)), SHAPE, TRACK)


def test_who_is_home_first_goes_furthest_and_all_stay_in_the_picture() -> None:
    found = rests(203.0, 200.0, 201.0, 205.0, 202.0)
    order = [found.metres[entry] for entry in (1, 2, 4, 0, 3)]
    assert all(ahead > behind for ahead, behind in pairwise(order))
    assert 0 < min(order) <= max(order) < SHAPE.metres


def test_those_who_follow_each_other_closely_stand_in_different_rows() -> None:
    found = rests(*(200.0 + at for at in range(12)))
    assert all(found.files[one] != found.files[other] for one, other in pairwise(range(12)))


def test_nobody_is_aside_on_the_line_and_all_are_at_rest_where_they_stand() -> None:
    found = rests(*(200.0 + at for at in range(12)))
    assert found.aside(1, 0.5, 0.0, 4.0) == 0.5
    at_rest = found.aside(1, 0.5, found.metres[1], 4.0)
    assert at_rest != 0.5
    assert found.aside(1, 0.5, 2 * found.metres[1], 4.0) == at_rest


def test_of_a_crowd_the_last_dozen_stand_behind_the_line_and_who_was_home_before_has_gone() -> None:
    found = rests(*(200.0 + at for at in range(60)))
    for now in range(1, 60):
        there = [entry for entry in range(now) if found.gone[entry] > 199.5 + now]
        assert there == list(range(max(now - 12, 0), now))
        spots = [(round(found.metres[entry], 3), found.files[entry]) for entry in there]
        assert len(set(spots)) == len(spots)
    assert min(rests(*(200.0 + at for at in range(14))).gone) > 1e6
