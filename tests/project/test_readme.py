"""What the README says is so."""

import re
import shlex
from collections.abc import Sequence
from pathlib import Path

import pytest

from replay.cli import main
from replay.export.forms import FORMS
from replay.files.formats import read_race
from replay.tui.keys import GROUPS, Key, markdown_table
from tests.cli.running import every_command
from tests.places import ROOT
from tests.project.printed import commands, printed, shown
from tests.together import together

README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(after: str) -> str:
    """The first fenced block after a text."""
    found = re.search(r"^```\w*\n(.*?)^```", README[README.index(after) :], re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


@together(("name", "keys"), GROUPS.items())
def test_the_tables_of_keys_are_those_of_the_program(name: str, keys: Sequence[Key]) -> None:
    table = README.partition(f"<!-- keys: {name} -->\n")[2].partition("\n<!-- /keys -->")[0]
    assert table == markdown_table(keys)


def test_it_opens_with_a_picture_and_two_commands_of_one_line() -> None:
    assert README.splitlines()[2].startswith("![")
    for after in ("# Race Replay", "<!-- the test command -->"):
        command = block(after)
        assert command.count("\n") == 1
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README)
    assert pictures
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []


def test_the_table_of_what_is_exported_is_complete() -> None:
    table = README.partition("## Taking a race along\n")[2].partition("```")[0]
    named = set(re.findall(r"`(\.\w+)`", "\n".join(line.split("|")[1] for line in table.splitlines() if "|" in line)))
    assert named == {ending for form in FORMS for ending in form.endings} - {".htm", ".yml"}


def test_every_file_it_names_is_there() -> None:
    named = re.findall(r"`((?:replay|races|tests|\.ci)/[\w./]*)`", README)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_example_of_a_race_file_has_twelve_lines_or_so_and_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(block("## Writing a race file"), encoding="utf-8")
    race, problems = read_race(path)
    assert problems == ()
    assert [entry.name for entry in race.entries] == ["Åse Berg", "Maria Lund", "Ida Moe"]
    assert sum(len(entry.splits) for entry in race.entries) == 8
    assert len(path.read_text(encoding="utf-8").splitlines()) == 12


def test_the_table_of_commands_is_complete() -> None:
    named = set(re.findall(r"^race-replay ([a-z]+)", block("<!-- commands -->"), re.MULTILINE))
    assert named == set(every_command()) - {"watch"}


def test_every_option_in_the_table_of_commands_exists() -> None:
    known = {"watch": set[str]()}
    for name, command in every_command().items():
        known[name] = {option for param in command.params for option in param.opts}
    for line in block("<!-- commands -->").splitlines():
        name = line.split()[1]
        options = set(re.findall(r"--[a-z]+(?:-[a-z]+)*", line))
        assert options <= known.get(name, known["watch"]), line


@pytest.mark.parametrize("line", block("`lap 3`, `start`, `winner` or `finish`.").splitlines())
def test_the_examples_of_command_lines_are_read(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    prompt, program, *words = shlex.split(line)
    assert (prompt, program) == ("$", "race-replay")
    told = words[0] not in every_command()  # without a terminal, in lines: from its end on nobody waits
    code = main([*words, "--at", "finish"] if told else words)
    assert (code, capsys.readouterr().err) == (0, "")


def test_commands_print_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    block = shown(README)
    assert printed(block) == block, "`python -m tests.project.printed` puts in what they print now"
    named = {shlex.split(command)[2] for command, _ in commands(block)}
    assert set(every_command()) - named == {"serve", "watch"}, "these two stay until they are ended"


def test_no_line_is_longer_than_a_reader_of_the_source_can_bear() -> None:
    long = [line for line in README.splitlines() if len(line) > 140 and not line.startswith(("|", "!"))]
    assert long == []
