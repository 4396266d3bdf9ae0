"""Whoever watches, as a ghost."""

from pathlib import Path

import pytest

from replay.analysis.ghosts import beside
from replay.analysis.yours import yours
from replay.race.problems import ReplayError
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.files.gps.made import gpx, run
from tests.together import together

MILE = race(entry("Ann", 240.0), distance=1609.344)
"""Its first lap is of 409 m."""


@together(
    ("said", "splits", "result"),
    [
        ("5:10", {}, 310.0),
        ("310", {}, 310.0),
        ("400 75, 800 2:32, 5:10", {400: 75.0, 800: 152.0}, 310.0),
        ("400=75 800=2:32", {400: 75.0, 800: 152.0}, None),
        ("1 km 3:10; mile 5:10.4", {1000: 190.0}, 310.4),
        ("1:19 78 79 74", {409.344: 79.0, 809.344: 157.0, 1209.344: 236.0}, 310.0),
        ("79, 2:37, 3:56, 5:10", {409.344: 79.0, 809.344: 157.0, 1209.344: 236.0}, 310.0),
    ],
)
def test_times_are_an_even_pace_or_splits_or_laps(said: str, splits: dict[float, float], result: float | None) -> None:
    one = yours(MILE, said).entry
    assert {split.distance: split.time.seconds for split in one.splits} == pytest.approx(splits)
    assert (one.result.seconds if one.result is not None else None) == result
    assert one.ghost == f"--me {said}"
    assert one.short == "You"


@together(
    "said",
    ["", "soon", "3", "70 71", "400 75, 400 80", "800 2:00, 400 60", "2000 5:00", "400 60, 61, 62", "24h 5:00", "0"],
)
def test_what_are_no_times_is_said_with_a_way_out(said: str) -> None:
    with pytest.raises(ReplayError) as found:
        yours(MILE, said)
    assert "\n" not in str(found.value)


def test_a_recording_of_nearly_the_distance_was_of_it(tmp_path: Path) -> None:
    path = tmp_path / "morning.gpx"
    path.write_bytes(gpx(run([(0.0, 0.0), (1620.0, 0.0)], 5.0)))
    ghost = yours(MILE, str(path))
    assert ghost.distance == MILE.distance
    assert ghost.entry.name == "You (morning)"
    timeline = Timeline(beside(MILE, [ghost]))
    assert timeline.home(1) == pytest.approx(324.0, abs=1.0)


def test_a_recording_of_another_distance_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "long.gpx"
    path.write_bytes(gpx(run([(0.0, 0.0), (3000.0, 0.0)], 5.0)))
    assert yours(MILE, str(path)).distance == pytest.approx(3000, abs=2)


def test_a_file_of_several_or_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "two.csv"
    path.write_text("# distance_m: 1500\nname,finish\nAnn,240\nBea,250\n", encoding="utf-8")
    with pytest.raises(ReplayError, match="2 runners"):
        yours(MILE, str(path))
    with pytest.raises(ReplayError):
        yours(MILE, str(tmp_path / "none.gpx"))
