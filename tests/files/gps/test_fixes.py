"""A recording's points: which of them are left out, cut off, or counted otherwise."""

import pytest

from replay.files.gps.fixes import Fix, measured_distances, moving, own_distances, steady
from replay.files.understood import Tallies
from tests.files.gps.made import BEGIN, RUN, fix, kinds


def test_points_that_say_nothing_are_left_out_and_counted() -> None:
    odd = [*RUN[:5], RUN[2], RUN[4], *RUN[5:], Fix(None, 50.0, 8.0)]
    assert kinds(odd) == {"points that are not later than the one before": 2, "points without a time": 1}


def test_a_point_that_jumps_away_and_back_is_left_out() -> None:
    odd = list(RUN)
    odd[7] = fix(35, (140.0, 900.0))
    assert kinds(odd) == {"points that jump away and back": 1}
    tallies = Tallies()
    assert measured_distances(steady(odd, tallies))[-1] == pytest.approx(1000, abs=0.1)


def test_standing_before_the_start_and_after_the_finish_is_cut_off() -> None:
    waiting = [fix(t, (t % 3, 0.0)) for t in range(-60, 0)]
    leaving = [fix(251 + t, (1000.0 + t % 2, 0.0)) for t in range(40)]
    run_alone = moving([*waiting, *RUN, *leaving])
    assert abs((run_alone[0].time or 0) - BEGIN) <= 5
    assert abs((run_alone[-1].time or 0) - BEGIN - 250) <= 5
    assert moving(RUN) == RUN


def test_no_metre_is_cut_off_with_the_standing() -> None:
    waiting = [fix(t, (t % 2, 0.0)) for t in range(-60, 0)]
    steps = [fix(t, (4.0 * t, 0.0)) for t in range(251)]
    leaving = [fix(250 + t, (1000.0 + t % 2, 0.0)) for t in range(1, 40)]
    assert measured_distances(moving([*waiting, *steps, *leaving]))[-1] == pytest.approx(1000, abs=1.5)


def test_the_recorders_own_count_is_used_where_nearly_all_points_have_it() -> None:
    counted = [Fix(BEGIN + t, distance=1.6 + 4 * t) for t in range(50)]
    assert own_distances(counted) == pytest.approx([1.6 + 4 * t for t in range(50)])
    before = [point._replace(distance=(point.distance or 0) + 500) for point in counted]
    assert own_distances(before) == pytest.approx([4.0 * t for t in range(50)])
    backwards = [*counted, Fix(BEGIN + 50, distance=100.0), Fix(BEGIN + 51, distance=210.0)]
    assert own_distances(backwards)[-3:] == pytest.approx([197.6, 197.6, 210.0])  # type: ignore[index]
    assert own_distances(RUN) is None


def test_distances_cross_the_date_line() -> None:
    over = [Fix(0, 0.0, 179.999), Fix(60, 0.0, -179.999)]
    assert measured_distances(over)[-1] == pytest.approx(222.4, abs=0.1)
