"""`--clock`: the same race from the gun and from everybody's start."""

from pathlib import Path

import pytest

from tests.cli.running import LONDON, Run

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
