"""Where a race comes from, one file or several, and what is told of it that no file says."""

import json
from pathlib import Path
from typing import Any

import pytest

from replay.cli import main
from tests.cli.running import LONDON, TWINS, Run
from tests.files.gps.made import Place, fit, gpx
from tests.files.gps.made import run as recorded


def test_a_file_with_the_id_of_a_shipped_race_is_reported_and_shadows_nothing(run: Run, own_races: Path) -> None:
    (own_races / f"{LONDON}.yaml").write_text(TWINS, encoding="utf-8")
    same = [item for item in run.well("list", "--json").json if item["id"] == LONDON]
    assert [("error" in item) for item in same] == [False, True]
    assert run.well("show", LONDON, "--json").json["title"] != "A mile"


def test_the_folder_is_named_before_or_after_the_command_or_by_the_environment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.yaml").write_text(TWINS, encoding="utf-8")
    lines = [("--races", str(tmp_path), "list"), ("list", "--races", str(tmp_path)), (f"--races={tmp_path}", "list")]
    said = {run.well(*words).out for words in lines}
    monkeypatch.setenv("RACE_REPLAY_RACES", str(tmp_path))
    said.add(run.well("list").out)
    assert len(said) == 1
    assert "mine" in said.pop()
    assert run.well("state", "mine", "--at", "finish", "--json").json["race"] == "mine"


def test_a_folder_that_does_not_exist_is_told(run: Run, tmp_path: Path) -> None:
    assert "no folder" in run.wrong("list", "--races", str(tmp_path / "nowhere"))


def test_an_unknown_race_is_answered_with_the_nearest(run: Run) -> None:
    assert f"did you mean '{LONDON}'?" in run.wrong("show", "london-mile-2062")


def test_what_is_left_out_of_a_file_is_told_and_the_rest_answers(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(TWINS.replace("4:20.00", "4:2O.00"), encoding="utf-8")
    said = run("show", str(path), "--json")
    assert said.code == 0
    assert said.err.count("\n") == 1
    assert "mine.yaml:5" in said.err
    assert len(said.json["entries"]) == 4


def test_distance_and_track_help_files_that_do_not_say(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "run.csv"
    path.write_text("name,400,finish\nAnn,61.0,1:33.0\nBea,62.0,1:35.5\n", encoding="utf-8")
    answer = run.well("state", str(path), "--at", "finish", "--distance", "600", "--track", "indoor", "--json").json
    assert answer["distance"] == 600
    assert [runner["result"] for runner in answer["standings"]] == [93.0, 95.5]


LISTS = Path(__file__).parents[1] / "files" / "results" / "lists"
LINE: list[Place] = [(0.0, 0.0), (0.0, 900.0), (1200.0, 900.0), (1200.0, 0.0), (0.0, 0.0)]


def well(capsys: pytest.CaptureFixture[str], *words: str) -> Any:  # noqa: ANN401
    capsys.readouterr()
    assert main([*words, "--json"]) == 0
    said = capsys.readouterr()
    assert said.err.count("\n") <= 1, "one line, where something was assumed"
    return json.loads(said.out)


@pytest.fixture
def runs(tmp_path: Path) -> list[str]:
    """The recordings of two runners, of which one was sent off ten minutes after the other."""
    files = {"ada.gpx": gpx(recorded(LINE, 4.0)), "bea.fit": fit(recorded(LINE, 3.5, begin=600.0))}
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


def test_what_does_not_fit_is_told_in_one_line(run: Run, runs: list[str]) -> None:
    assert "--start: 'noon' is neither `line` nor a time of day" in run.wrong("show", *runs, "--start", "noon")
    assert "no recording covers 03:00:00 UTC" in run.wrong("show", *runs, "--start", "3:00")
    assert "these are 2 races; name one of them" in run.wrong("show", runs[0], str(LISTS / "meet.lef"))
    assert "none of the events and heats is called 'zz'" in run.wrong("show", str(LISTS / "meet.lef"), "--part", "zz")
    assert "estimates are written into files ending in" in run.wrong("reconstruct", runs[0])


TABLE = """# distance_m: 10000
Place,Name,Gun Time,Chip Time,5K
1,Ann A,31:10,31:08,15:30
2,Bea B,32:00,31:05,15:20
3,Cyd C,35:10,33:10,16:20
"""


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "ten.csv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("words", "clock", "order", "gap"),
    [
        ((), "chip", ["Bea B", "Ann A", "Cyd C"], 3.0),
        (("--clock", "chip"), "chip", ["Bea B", "Ann A", "Cyd C"], 3.0),
        (("--clock", "net"), "chip", ["Bea B", "Ann A", "Cyd C"], 3.0),
        (("--clock", "gun"), "gun", ["Ann A", "Bea B", "Cyd C"], 50.0),
    ],
)
def test_the_standings_follow_the_clock_and_say_which(
    run: Run, table: str, words: tuple[str, ...], clock: str, order: list[str], gap: float
) -> None:
    answer = run.well("state", table, "--at", "finish", "--json", *words).json
    assert answer["clock"] == clock
    assert [runner["name"] for runner in answer["standings"]] == order
    assert answer["standings"][1]["gap"] == gap


def test_splits_are_on_the_clock_of_the_results(run: Run, table: str) -> None:
    shown = run.well("show", table, "--json", "--clock", "gun").json
    assert (shown["clock"], shown["clocks"]) == ("gun", ["gun", "chip"])
    known = {
        entry["name"]: [s["time"] for s in entry["splits"] if s["evidence"] == "measured"] for entry in shown["entries"]
    }
    assert known == {"Ann A": [932.0, 1870.0], "Bea B": [975.0, 1920.0], "Cyd C": [1100.0, 2110.0]}


def test_the_text_says_that_it_is_by_the_chip(run: Run, table: str) -> None:
    assert "by the chip" in run.well("state", table, "--at", "5:00").out.splitlines()[0]
    assert "by the chip" not in run.well("state", table, "--at", "5:00", "--clock", "gun").out


def test_commentary_and_picture_are_on_the_clock(run: Run, table: str) -> None:
    assert "32:00" in run.well("calls", table, "--clock", "gun").out
    assert "32:00" not in run.well("calls", table, "--clock", "chip").out
    assert "chip" in run.well("frame", table, "--at", "5:00", "--size", "100x30").out.splitlines()[0]
    assert "chip" not in run.well("frame", table, "--at", "5:00", "--size", "100x30", "--clock", "gun").out


def test_a_clock_that_a_race_has_not_is_told_and_the_race_plays(run: Run) -> None:
    said = run("state", LONDON, "--at", "finish", "--json", "--clock", "chip")
    assert (said.code, said.json["clock"]) == (0, "gun")
    assert "chip's clock is not known" in said.err


def test_a_road_is_told_in_miles_where_that_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    half = "san-diego-half-2023"
    asked = ("state", half, "--at", "winner")
    assert "13.109 mi" in run.well(*asked, "--units", "mi").out
    assert " km" not in run.well("calls", half, "--units", "mi").out
    assert "mile 1" in run.well("calls", half, "--units", "mi").out.casefold()
    assert "mi to go" in run.well("frame", half, "--at", "half", "--units", "mi").out
    assert run.well(*asked, "--json", "--units", "mi").json == run.well(*asked, "--json").json
    monkeypatch.setenv("RACE_REPLAY_UNITS", "mi")
    assert "13.109 mi" in run.well(*asked).out
    assert "13.109 mi" not in run.well(*asked, "--units", "km").out


def test_a_track_stays_in_metres(run: Run) -> None:
    asked = ("state", LONDON, "--at", "bell")
    assert run.well(*asked, "--units", "mi").out == run.well(*asked).out
    assert run.well("calls", LONDON, "--units", "mi").out == run.well("calls", LONDON).out


def test_an_unknown_unit_of_the_environment_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RACE_REPLAY_UNITS", "leagues")
    assert "leagues" in run.wrong("state", LONDON, "--at", "bell")
