"""Files of watches and timing programs on the command line: one or several, and what is told of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from replay.cli import main
from tests.files.gps.made import Place, fit, gpx, run

LISTS = Path(__file__).parents[1] / "files" / "results" / "lists"
LINE: list[Place] = [(0.0, 0.0), (0.0, 900.0), (1200.0, 900.0), (1200.0, 0.0), (0.0, 0.0)]


def well(capsys: pytest.CaptureFixture[str], *words: str) -> Any:  # noqa: ANN401
    capsys.readouterr()
    assert main([*words, "--json"]) == 0
    said = capsys.readouterr()
    assert said.err.count("\n") <= 1, "one line, where something was assumed"
    return json.loads(said.out)


def wrong(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(list(words)) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


@pytest.fixture
def runs(tmp_path: Path) -> list[str]:
    """The recordings of two runners, of which one was sent off ten minutes after the other."""
    files = {"ada.gpx": gpx(run(LINE, 4.0)), "bea.fit": fit(run(LINE, 3.5, begin=600.0))}
    folder = tmp_path / "club"
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [str(folder / name) for name in files]


def results(shown: Any) -> dict[str, float]:  # noqa: ANN401
    return {entry["name"]: entry["result"] for entry in shown["entries"]}


def test_several_files_are_one_race_and_so_is_the_folder_they_are_in(
    capsys: pytest.CaptureFixture[str], runs: list[str]
) -> None:
    shown = well(capsys, "show", *runs)
    assert results(shown) == pytest.approx({"ada": 1050, "bea": 1800}, abs=2)
    assert well(capsys, "show", str(Path(runs[0]).parent)) == shown
    standings = well(capsys, "state", *runs, "--at", "10:00")["standings"]
    assert [runner["name"] for runner in standings] == ["ada", "bea"]


@pytest.mark.parametrize(
    ("start", "times"), [("line", {"ada": 1050, "bea": 1200}), ("09:01:00", {"ada": 990, "bea": 1740})]
)
def test_the_start_is_given_by_hand(
    capsys: pytest.CaptureFixture[str], runs: list[str], start: str, times: dict[str, float]
) -> None:
    assert results(well(capsys, "show", *runs, "--start", start)) == pytest.approx(times, abs=2)


def test_a_part_of_a_file_is_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    file = str(LISTS / "meet.lef")
    assert well(capsys, "show", file)["title"] == "Spring Gala: 1. Women 200 m freestyle, timed finals"
    assert well(capsys, "show", file, "--part", "2")["title"] == "Spring Gala: 2. Mixed 4 x 50 m medley, final"


def test_what_does_not_fit_is_told_in_one_line(capsys: pytest.CaptureFixture[str], runs: list[str]) -> None:
    assert "--start: 'noon' is neither `line` nor a time of day" in wrong(capsys, "show", *runs, "--start", "noon")
    assert "no recording covers 03:00:00 UTC" in wrong(capsys, "show", *runs, "--start", "3:00")
    assert "these are 2 races; name one of them" in wrong(capsys, "show", runs[0], str(LISTS / "meet.lef"))
    assert "none of the events and heats is called 'zz'" in wrong(
        capsys, "show", str(LISTS / "meet.lef"), "--part", "zz"
    )
    assert "estimates are written into files ending in" in wrong(capsys, "reconstruct", runs[0])
