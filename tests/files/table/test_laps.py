"""How times without distances are laid on a race."""

import math

import pytest

from replay.files.table.laps import how_counted, lay, unsteadiness
from replay.files.understood import Counting
from tests.together import together

LAPS, CUMULATIVE = Counting.LAPS, Counting.CUMULATIVE


def test_who_runs_evenly_is_steady_and_a_result_of_nothing_is_none() -> None:
    points, laps = (400.0, 800.0), [[60.0, 60.0]]
    assert unsteadiness(points, LAPS, laps, [120.0], 800.0) < 1e-9
    assert unsteadiness(points, LAPS, laps, [0.0], 800.0) < 1e-9
    assert unsteadiness(points, LAPS, [[None, None]], [0.0], 800.0) == math.inf


@together(
    ("points", "counting", "row", "result", "far", "uneven"),
    [
        ((400.0, 800.0), CUMULATIVE, [60.0, 130.0], 130.0, 800.0, 0.0385),
        ((400.0, 800.0), CUMULATIVE, [60.0, 130.0], None, 1500.0, 0.0769),  # 6.67 and 5.71 m/s
        ((400.0,), CUMULATIVE, [60.0], 143.0, 800.0, 0.1608),
        ((400.0, 400.0, 800.0), CUMULATIVE, [60.0, 60.0, 130.0], None, 1500.0, 0.0769),
        ((400.0, 800.0), CUMULATIVE, [60.0, 50.0], None, 1500.0, 3.0),  # back in time
        ((400.0, 800.0), CUMULATIVE, [60.0, 60.0], None, 1500.0, 3.0),
        ((400.0, 800.0), CUMULATIVE, [60.0, 75.0], None, 1500.0, 3.0),  # quicker than anybody
        ((400.0, 800.0), CUMULATIVE, [60.0, None], None, 1500.0, math.inf),  # of one point nothing is known
        ((400.0, 800.0, 1200.0), CUMULATIVE, [60.0, None, 180.0], None, 1500.0, 0.0),
        ((400.0, 800.0, 1200.0), LAPS, [60.0, None, 60.0], None, 1500.0, math.inf),  # nor behind a lap without a time
        ((400.0, 800.0, 1200.0), LAPS, [60.0, 60.0, None], None, 1500.0, 0.0),
    ],
)
def test_how_unevenly_somebody_ran_is_the_share_by_which_his_speeds_differ_from_their_mean(
    points: tuple[float, ...],
    counting: Counting,
    row: list[float | None],
    result: float | None,
    far: float,
    uneven: float,
) -> None:
    assert unsteadiness(points, counting, [row], [result], far) == pytest.approx(uneven, abs=1e-4)


@together(
    ("laps", "cumulative", "counting"),
    [(0.1, 0.3, LAPS), (0.19, 0.4, LAPS), (0.2, 0.4, CUMULATIVE), (0.1, 0.22, CUMULATIVE), (0.05, 0.1, CUMULATIVE)],
)
def test_times_are_laps_only_where_they_are_far_steadier_so(laps: float, cumulative: float, counting: Counting) -> None:
    assert how_counted({LAPS: laps, CUMULATIVE: cumulative}) is counting


@together(
    ("row", "result", "far", "lap", "counting", "points", "said"),
    [
        ("60 61 62 60", 243, 1600, 400, LAPS, "400 800 1200 1600", "laps of 400 m that end at the finish"),
        ("1000 990", 1990, 10_000, None, LAPS, "5000 10000", "2 laps of 5000 m"),  # half-way is at 5000 m once
        ("1021 2050 3080 4120", 4360, 21097.5, None, CUMULATIVE, "5000 10000 15000 20000", "points at each 5000 m"),
        ("45 61 62 60", 228, 1500, 400, LAPS, "300 700 1100 1500", "laps of 400 m that end at the finish"),
        ("60 61 62 45", 228, 1500, 400, LAPS, "400 800 1200 1500", "laps of 400 m, the last of them shorter"),
        ("61 61 62", 228, 1500, 400, LAPS, "400 800 1200", "laps of 400 m"),
        ("60 121 183", 228, 1500, 400, CUMULATIVE, "400 800 1200", "laps of 400 m"),
        ("45 106 168", 228, 1500, 400, CUMULATIVE, "300 700 1100", "laps of 400 m"),
        ("300 300 300 300", 1500, 5000, None, LAPS, "1000 2000 3000 4000", "5 laps of 1000 m, by their times"),
        ("300 600 900 1200", 1500, 5000, None, CUMULATIVE, "1000 2000 3000 4000", "5 laps of 1000 m, by their times"),
        ("300 305 310 300", 1215, 5000, None, LAPS, "1250 2500 3750 5000", "4 laps of 1250 m"),
        ("45 106 168 228", None, 1500, 400, CUMULATIVE, "300 700 1100 1500", "laps of 400 m that end at the finish"),
        ("60 121 183", None, 1500, 400, CUMULATIVE, "500 1000 1500", "3 laps of 500 m"),
        ("10 300 20", 330, 1500, None, LAPS, None, None),
    ],
)
def test_laps_are_laid_where_the_runners_are_most_steady(
    row: str, result: float | None, far: float, lap: float | None, counting: Counting, points: str | None, said: str
) -> None:
    laid = lay([list(map(float, row.split()))], [result], far, lap, counting)
    told = None if laid is None else " ".join(f"{metres:g}" for metres in laid.points)
    assert (told, laid and laid.said) == (points, said)
