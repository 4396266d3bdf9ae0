"""The list of benchmarks is complete."""

from tests.benchmarks.__main__ import FOLDER, benchmarks

PROGRAMS = {"__main__", "empty", "floor"}
"""What is run without being a benchmark: the list itself, and what others are compared with."""


def test_the_list_names_everything_that_is_run() -> None:
    run = {path.stem for path in FOLDER.glob("*.py") if '__name__ == "__main__"' in path.read_text(encoding="utf-8")}
    assert {name for name, _, _ in benchmarks()} == run - PROGRAMS


def test_each_is_listed_with_what_it_measures_and_its_command() -> None:
    for name, measures, command in benchmarks():
        assert measures
        assert command.split()[:3] == ["python", "-m", f"tests.benchmarks.{name}"]
