"""`race-replay import`, and what is said of a table by options."""

from pathlib import Path

import pytest

from replay.cli import main

TABLE = """\
Platz;Startnr;Name;Zeit;Zeit 5km
1;12;ALFA Ada;33:10,5;16:20
2;7;BETA Bea;34:02,0;16:40
3;9;GAMMA Cia;DNF;17:01
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "lauf 10km.csv"
    path.write_text(TABLE, encoding="cp1252")
    return path


def test_without_a_place_to_keep_it_what_was_understood_is_said(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(table)]) == 0
    said = capsys.readouterr().out
    assert "10000 m" in said or "10 km" in said
    assert "'Zeit' -> result" in said
    assert "'Zeit 5km' -> split at 5000 m" in said
    assert "'Platz' -> place" in said


@pytest.mark.parametrize("ending", [".yaml", ".csv"])
def test_it_is_kept_as_one_of_ours_and_plays(
    table: Path, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / f"kept{ending}"
    assert main(["import", str(table), "-o", str(kept)]) == 0
    assert main(["check", str(kept)]) == 0
    assert main(["state", str(kept), "--at", "finish"]) == 0
    assert "33:10" in capsys.readouterr().out
    before = kept.read_bytes()
    assert main(["import", str(table), "-o", str(kept)]) == 2
    assert "--force" in capsys.readouterr().err
    assert kept.read_bytes() == before
    assert main(["import", str(table), "-o", str(kept), "--force"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([kept.name, table.name]), "nothing is left beside"


def test_options_say_what_a_table_seems_not_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.csv"
    path.write_text("who|t1|t2\nAda Alfa|2:05.0|4:10.0\nBea Beta|2:06.0|4:12.0\n", encoding="utf-8")
    words = ["--column", "who=name", "--column", "t1=800m", "--column", "t2=result", "--distance", "1500"]
    assert main(["show", str(path), "--json", *words]) == 0
    assert "250.0" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("option", "value"), [("--column", "Time"), ("--column", "=result"), ("--delimiter", "ab"), ("--clock", "sun")]
)
def test_an_option_that_says_nothing_is_told(
    table: Path, option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", str(table), option, value]) == 2
    told = capsys.readouterr().err
    assert option in told
    assert told.count("\n") == 1


def test_a_table_without_a_time_is_no_race(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name,club\nAda Alfa,AC\nBea Beta,BC\n", encoding="utf-8")
    assert main(["show", str(path), "--distance", "1500"]) == 2
    assert "--column" in capsys.readouterr().err


def test_what_was_assumed_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "long.csv"
    rows = "".join(f"{name},1500m,{far},{time}\n" for name in ("Ada", "Bea") for far, time in ((300, 50), (700, 118)))
    path.write_text(f"Name,Event,Split_Distance,Split_Time\n{rows}", encoding="utf-8")
    assert main(["import", str(path)]) == 0
    said = capsys.readouterr().out
    assert said.count("each row is a runner at the point") == 1


def test_what_is_left_out_of_a_race_that_is_kept_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "race.csv"
    table.write_text(
        "# distance_m: 5000\nname,1000,2000,3000,finish\nAnn,3:00,59:00,9:10,15:00\nBea,3:01,59:10,9:20,15:10\n",
        encoding="utf-8",
    )
    assert main(["import", str(table), "-o", str(tmp_path / "kept.yaml")]) == 0
    assert "'2000'" in capsys.readouterr().err


@pytest.mark.parametrize("ending", [".yaml", ".csv"])
def test_what_a_race_file_says_and_is_not_kept_is_named(
    tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Facts, quotes and sources were gone without a word."""
    path = tmp_path / "mine.yaml"
    path.write_text(
        "race: Mine\ndistance: 1500\nconditions: rain\nentries:\n  - {name: Ada Alfa, result: 4:08.4}\n"
        "  - {name: Bea Beta, result: 4:09.0}\nfacts:\n  - {at: 800, leader: Ada Alfa}\n"
    )
    assert main(["import", str(path), "-o", str(tmp_path / f"kept{ending}")]) == 0
    told = capsys.readouterr()
    assert "facts, conditions" in told.err
    assert not told.out
    again = tmp_path / f"again{ending}"
    assert main(["import", str(tmp_path / f"kept{ending}"), "-o", str(again)]) == 0
    assert not capsys.readouterr().err
