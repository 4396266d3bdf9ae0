"""The benchmark of projections reads what it is given, and its shipped weights are nearer than an even pace."""

import numpy as np
import pytest

from replay.analysis.projection import WEIGHTS
from replay.state.timeline import Timeline
from tests.benchmarks.projection import POINTS, Known, fitted, off_by, races_of, samples_of, table
from tests.places import ROOT

FOLDERS = [str(ROOT / "tests/benchmarks/unseen"), str(ROOT / "tests/benchmarks/further")]
RACES = [
    Known(timeline, samples_of(timeline))
    for timeline in (Timeline(race) for race in races_of(FOLDERS) if "/benchmarks/" in race.path.replace("\\", "/"))
]


@pytest.mark.parametrize("point", POINTS.values(), ids=POINTS)
def test_at_each_point_the_projection_is_nearer_than_an_even_pace(point: float | None) -> None:
    found = [off for known in RACES if (off := off_by(known.timeline, point, WEIGHTS)) is not None]
    assert len(found) >= 5
    assert np.mean([np.mean(off.errors) for off in found]) < np.mean([np.mean(off.even) for off in found])


def test_the_table_has_a_line_for_each_point_and_weights_are_fitted_on_any_races() -> None:
    assert table(RACES[:3], shipped=False).count("\n") == len(POINTS)
    made = fitted(RACES[:2])
    assert [one.run for one in made] == [one.run for one in WEIGHTS]
    assert fitted([]) == WEIGHTS
