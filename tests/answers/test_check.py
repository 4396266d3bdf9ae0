"""What `check` finds in files, as problems in the order of their lines."""

from pathlib import Path

from replay.answers.check import check

RACE = """\
race: A mile
event: mile
entries:
  - {name: Ann Abel, result: 3:45.34}
  - {name: Cat Cole, result: 3:47.5}
facts:
  - {at: 400, order: [Cole, Abel]}
  - {at: 400, order: [Abel, Cole]}
"""


def test_facts_that_cannot_all_be_true_are_told_at_the_last_of_them(tmp_path: Path) -> None:
    path = tmp_path / "mile.yaml"
    path.write_text(RACE, encoding="utf-8")
    (problem,) = check([path])
    assert (problem.line, problem.message.partition(":")[0]) == (8, "these cannot all be true")
    assert "line 7" in problem.message
    path.write_text(RACE.rpartition("  - ")[0], encoding="utf-8")
    assert check([path]) == ()


def test_a_folder_without_a_race_and_what_cannot_be_read_are_told(tmp_path: Path) -> None:
    assert "the folder holds no file ending in" in str(check([tmp_path])[0])
    path = tmp_path / "mile.yaml"
    path.write_text("race: A mile\n", encoding="utf-8")
    assert [problem.path for problem in check([tmp_path, path])] == [str(path)] * len(check([path])) * 2
