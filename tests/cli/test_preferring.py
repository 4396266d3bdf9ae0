"""What is set once for all, on the command line."""

import pytest

from replay.files.preferences import PREFERENCES, preferences_file
from tests.cli.running import LONDON, Run

ROAD = "san-diego-half-2023"


def put(text: str) -> None:
    path = preferences_file()
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_settings_says_where_the_file_lies_and_what_holds(run: Run) -> None:
    said = run.well("settings").out
    assert "there is none yet" in said.splitlines()[0]
    assert str(preferences_file()) in said.splitlines()[0]
    put("seek = 7\n")
    lines = run.well("settings").out.splitlines()
    assert [line.split()[0] for line in lines[2:]] == [preference.name for preference in PREFERENCES]
    assert next(line for line in lines if line.startswith("seek ")).split()[1:4] == ["7", "the", "file"]


@pytest.mark.parametrize("text", ["seek =", "sek = 1\n", 'theme = "blue"\n', 'own_keys = {x = "nix"}\n'])
def test_what_is_wrong_in_the_file_is_told_in_one_sentence_and_changes_nothing(run: Run, text: str) -> None:
    before = run.well("settings").out.splitlines()[1:]
    put(text)
    said = run("settings")
    assert (said.code, said.err.count("\n")) == (0, 1)
    assert "settings.toml" in said.err
    if "own_keys" not in text:
        assert said.out.splitlines()[1:] == before
        assert run("show", LONDON).err == said.err
    assert preferences_file().read_text(encoding="utf-8") == text


def test_units_are_those_of_the_settings_unless_the_environment_or_an_option_says_otherwise(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("state", ROAD, "--at", "half")
    kilometres = run.well(*asked).out
    put('units = "mi"\n')
    miles = run.well(*asked).out
    assert miles != kilometres
    assert run.well(*asked, "--units", "km").out == kilometres
    monkeypatch.setenv("RACE_REPLAY_UNITS", "km")
    assert run.well(*asked).out == kilometres
