"""What is set once for all, on the command line."""

from pathlib import Path

import pytest

from replay.cli.seeing import names_option, palette_option
from replay.drawing.view import NAMED
from replay.files.preferences import PALETTES, PREFERENCES, preferences_file
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


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("line", "option"),
    [
        ('theme = "light"', ("--theme", "light")),
        ('palette = "contrast"', ("--palette", "contrast")),
        ('names = "initials"', ("--names", "initials")),
        ("spoilers = true", ("--spoilers",)),
    ],
    ids=["theme", "palette", "names", "spoilers"],
)
def test_a_frame_and_an_export_are_as_it_is_set_and_options_win(
    run: Run, tmp_path: Path, line: str, option: tuple[str, ...]
) -> None:
    def seen(*words: str) -> tuple[str, bytes]:
        path, moment = tmp_path / "moment.svg", (LONDON, "--at", "300 to go", "--size", "100x30", *words)
        run.well("export", *moment, "-o", str(path), "--force")
        return run.well("frame", *moment, "--color", "always").out, path.read_bytes()

    usual = ("--theme", "dark", "--palette", "usual", "--names", "leader", "--no-spoilers")
    dark, wanted = seen(*usual), seen(*option)
    assert all(a != b for a, b in zip(dark, wanted, strict=True))
    put(f"{line}\n")
    assert seen() == wanted
    assert seen(*usual) == dark


def test_options_name_what_can_be_set() -> None:
    @palette_option
    @names_option
    def command() -> None:
        pass

    takes = {option.name: list(option.type.choices) for option in command.__click_params__}  # type: ignore[attr-defined]
    assert takes == {"palette": list(PALETTES), "names": list(NAMED)}
