"""`check`, `schema` and `reconstruct`."""

from pathlib import Path

from replay.files.library import shipped_folder
from tests.cli.running import TWINS, Run


def test_check_has_nothing_to_say_of_the_shipped_races(run: Run) -> None:
    said = run("check", str(shipped_folder()))
    assert "error:" not in said.out
    assert (said.code, said.err) == (0, "")


def test_check_prints_each_error_with_file_and_line_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(TWINS.replace("4:20.00", "4:2O.00") + "colour: red\n", encoding="utf-8")
    said = run("check", str(path))
    assert (said.code, said.err) == (1, "")
    assert any(line.startswith(f"{path}:5: error: ") and "4:2O.00" in line for line in said.out.splitlines())
    assert all(line.startswith(str(path)) for line in said.out.splitlines())
    assert len(said.out.splitlines()) >= 2


def test_warnings_alone_are_well(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    said = run("check", str(tmp_path / "empty"))
    assert said.code == 0
    assert "warning:" in said.out


def test_a_file_that_does_not_exist_is_an_error_of_check(run: Run, tmp_path: Path) -> None:
    said = run("check", str(tmp_path / "nothing.yaml"))
    assert said.code == 1
    assert "nothing.yaml" in said.out


def test_the_schema_is_json_with_the_required_keys(run: Run) -> None:
    answer = run.well("schema").json
    assert "$schema" in answer
    assert "entries" in answer["properties"]


def test_what_is_reconstructed_is_not_written_under_another_kinds_ending(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "school.csv"
    source.write_text("# distance_m: 800\nname,400,finish\nA,60.1,2:05.2\nB,60.5,2:06.0\n")
    answer = run("reconstruct", str(source), "-o", str(tmp_path / "school.yaml"))
    assert answer.code == 2
    assert ".csv" in answer.err
    assert not (tmp_path / "school.yaml").exists()
