"""The benchmark of projections reads what it is given, and its shipped weights are nearer than an even pace."""

from functools import cache

import numpy as np

from replay.analysis.projection import WEIGHTS
from replay.state.timeline import Timeline
from tests.benchmarks.projection import POINTS, Known, fitted, off_by, races_of, samples_of, table
from tests.places import ROOT
from tests.together import together

FOLDERS = [str(ROOT / "tests/benchmarks/unseen"), str(ROOT / "tests/benchmarks/further")]


@cache
def known() -> list[Known]:
    races = [race for race in races_of(FOLDERS) if "/benchmarks/" in race.path.replace("\\", "/")]
    return [Known(timeline, samples_of(timeline)) for timeline in map(Timeline, races)]


@together("point", POINTS.values())
def test_at_each_point_the_projection_is_nearer_than_an_even_pace(point: float | None) -> None:
    found = [off for one in known() if (off := off_by(one.timeline, point, WEIGHTS)) is not None]
    assert len(found) >= 5
    assert np.mean([np.mean(off.errors) for off in found]) < np.mean([np.mean(off.even) for off in found])


def test_the_table_has_a_line_for_each_point_and_weights_are_fitted_on_any_races() -> None:
    assert table(known()[:3], shipped=False).count("\n") == len(POINTS)
    made = fitted(known()[:2])
    assert [one.run for one in made] == [one.run for one in WEIGHTS]
    assert fitted([]) == WEIGHTS
