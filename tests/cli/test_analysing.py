"""`laps`, `positions`, `trace`, `compare` and `project`."""

import json
from pathlib import Path

import pytest

from tests.cli.running import BOWERMAN, LONDON, Run


def test_laps_are_a_table_with_the_best_marked(run: Run) -> None:
    lines = run.well("laps", LONDON).out.splitlines()
    assert "to 400 m" in lines[1], "as times were taken, and not over the line"
    assert "to 409 m" in run.well("laps", LONDON, "--every-lap").out.splitlines()[1]
    kerr = next(line for line in lines if line.startswith("Josh Kerr"))
    assert kerr.count("*") == 1
    assert kerr.endswith(("negative", "even", "positive"))


def test_the_laps_of_everybody_are_in_the_json(run: Run) -> None:
    answer = run.well("laps", LONDON, "--json").json
    assert answer["race"] == LONDON
    kerr = next(runner for runner in answer["runners"] if runner["name"] == "Josh Kerr")
    assert [lap["number"] for lap in kerr["laps"]] == [1, 2, 3, 4]
    assert sum(lap["time"] for lap in kerr["laps"]) == pytest.approx(222.66)
    assert kerr["halves"]["first"] + kerr["halves"]["second"] == pytest.approx(222.66)


def test_the_laps_are_asked_of_show_too(run: Run) -> None:
    for form in ((), ("--json",)):
        assert run.well("show", LONDON, "--laps", *form).out == run.well("laps", LONDON, *form).out


@pytest.mark.parametrize("times", ["laps", "cumulative"])
def test_what_times_are_of_is_said_by_its_name_and_by_its_first(run: Run, tmp_path: Path, times: str) -> None:
    """Of `show` alone `--laps` asks for the table, and says nothing of the file."""
    table = tmp_path / "laps.csv"
    table.write_text("name,400m,800m,1200m,result\nAda Berg,70,80,90,5:20\n", encoding="utf-8")
    of_file = (str(table), "--distance", "1600", "--json")
    named = run("laps", *of_file, "--times", times)
    assert run("laps", *of_file, f"--{times}") == named
    assert run("show", *of_file, "--laps", "--times", times) == named
    laps = [lap["time"] for lap in named.json["runners"][0]["laps"]]
    assert (laps == [70, 80, 90, 80]) == (times == "laps")


def test_positions_end_with_the_result(run: Run) -> None:
    answer = run.well("positions", BOWERMAN, "--json").json
    assert [row["name"] for row in answer["runners"][:2]] == ["Josh Kerr", "Jakob Ingebrigtsen"]
    assert [row["at"][-1]["place"] for row in answer["runners"][:3]] == [1, 2, 3]
    assert {row["at"][-1]["evidence"] for row in answer["runners"][:3]} == {"reported"}
    assert "Josh Kerr" in run.well("positions", BOWERMAN).out


def test_two_of_one_race_are_compared(run: Run) -> None:
    answer = run.well("compare", f"{BOWERMAN}:Kerr", "Ingebrigtsen", "--json").json
    assert [runner["name"] for runner in answer["runners"]] == ["Josh Kerr", "Jakob Ingebrigtsen"]
    assert answer["marks"][-1]["behind_first"][0]["seconds"] == pytest.approx(0.26)
    assert [one["runner"] for one in answer["passes"]] == ["Josh Kerr"]


def test_one_runner_in_two_races_is_told_apart_by_the_year(run: Run) -> None:
    said = run.well("compare", f"{BOWERMAN}:Kerr", f"{LONDON}:Kerr", "--every", "400").out
    assert "Kerr 2024" in said
    assert "Kerr 2026" in said
    assert "-2.68" in said
    assert said.count("\n") == 2 + 1 + 5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((f"{BOWERMAN}:Kerr",), "two to 4"),
        (("Kerr", "Ingebrigtsen"), "names no race"),
        ((f"{BOWERMAN}:Nobody", "Kerr"), "Nobody"),
    ],
)
def test_what_cannot_be_compared_is_told(run: Run, words: tuple[str, ...], said: str) -> None:
    assert said in run.wrong("compare", *words)


def test_splits_are_a_table_and_of_one_runner_a_page(run: Run) -> None:
    table = run.well("splits", LONDON).out
    assert "1200-finish" in table
    assert "3:42.66  1" in table
    page = run.well("splits", LONDON, "--follow", "Kerr", "--at", "bell").out
    assert page.startswith("KER Josh Kerr")
    assert "3:42.66" not in page
    assert "best" in page


def test_the_splits_of_everybody_or_of_one_are_in_the_json(run: Run) -> None:
    answer = run.well("splits", LONDON, "--json").json
    assert answer["marks"] == [400.0, 800.0, 1200.0, 1609.344]
    kerr = answer["runners"][0]
    assert (kerr["name"], kerr["place"], kerr["halves"]["split"]) == ("Josh Kerr", 1, "negative")
    assert [split["place"] for split in kerr["splits"]] == [3, 3, 1, 1]
    assert kerr["splits"][0]["evidence"] == "measured"
    assert sum(split["since_last"] for split in kerr["splits"]) == pytest.approx(222.66)
    one = run.well("splits", LONDON, "--follow", "Nuguse", "--at", "bell", "--json").json
    assert [runner["name"] for runner in one["runners"]] == ["Yared Nuguse"]
    assert [split["distance"] for split in one["runners"][0]["splits"]] == [400.0, 800.0, 1200.0]
    assert one["led"] == 0
    assert one["most_ahead"] is None
    assert one["most_behind"]["seconds"] > 0


def test_likely_finishes_are_told_as_a_table_and_as_json(run: Run) -> None:
    said = run.well("project", LONDON, "--at", "bell").out
    assert "Josh Kerr" in said
    assert "9 times in 10" in said
    found = json.loads(run.well("project", LONDON, "--at", "bell", "--json").out)
    first = found["runners"][0]
    assert first["low"] < first["finish"] < first["high"]
    assert (first["name"], first["home"], first["distance"]) == ("Josh Kerr", False, 1200.0)
    home = json.loads(run.well("project", LONDON, "--at", "finish", "--json").out)["runners"]
    assert home[0]["finish"] == 222.66
    assert "nobody has a split" in run.well("project", "millrose-2024-two-mile-women", "--at", "half").out


@pytest.mark.parametrize(
    ("against", "kind", "kerr"),
    [
        (("leader",), "leader", 0.0),
        (("mean",), "mean", -5.07),
        (("3:45",), "pace", -2.34),
        (("world record",), "pace", -0.47),
        (("Nuguse",), "runner", -3.03),
        ((f"{BOWERMAN}:Kerr",), "runner", -2.68),
        (("me", "--me", "3:50"), "runner", -7.34),
    ],
)
def test_a_trace_is_against_whatever_there_is(run: Run, against: tuple[str, ...], kind: str, kerr: float) -> None:
    for command in (("trace", LONDON), ("show", LONDON, "--trace")):
        answer = run.well(*command, "--json", "--against", *against).json
        assert answer["against"]["kind"] == kind
        first = next(runner for runner in answer["runners"] if runner["name"] == "Josh Kerr")
        assert first["at"][-1]["behind"] == pytest.approx(kerr, abs=0.01)


def test_a_trace_tells_nothing_of_what_is_to_come(run: Run) -> None:
    said = run.well("trace", LONDON, "--at", "bell").out
    assert "+0.3" in said
    assert "3:42.66" not in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("trace", LONDON, "--against", "Nobody"), "Nobody"),
        (("trace", LONDON, "--against", "0:00"), "--against: nobody runs that fast"),
        (("trace", LONDON, "--against", f"{BOWERMAN}:Nobody"), "Nobody"),
        (("show", LONDON, "--against", "mean"), "--against goes with --trace"),
    ],
)
def test_what_no_trace_is_against_is_told(run: Run, words: tuple[str, ...], said: str) -> None:
    assert said in run.wrong(*words)


def test_a_runners_races_are_listed_with_the_best_of_each_distance(run: Run) -> None:
    answer = run.well("runner", "Josh", "Kerr", "--json").json
    assert answer["name"] == "Josh Kerr"
    mile = {one["race"]: one for one in answer["races"] if one["distance"] == 1609.344}
    assert [mile[name]["best"] for name in (BOWERMAN, LONDON)] == [False, True]
    assert mile[LONDON]["quickest"] == {"from": 200.0, "to": 300.0, "time": 13.5, "evidence": "measured"}
    said = run.well("runner", "Kerr").out
    assert "3:42.66*" in said
    assert said.count("\n") == 1 + 1 + len(answer["races"])
    assert "Nobody" in run.wrong("runner", "Nobody")
