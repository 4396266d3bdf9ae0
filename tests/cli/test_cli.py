"""The command line as scripts see it: one sentence on stderr, the exit code, and nothing that a file smuggles in."""

import subprocess
import sys
from pathlib import Path

import pytest

from replay import __version__
from tests.cli.running import BOWERMAN, LONDON, Run, python_m_replay
from tests.places import ROOT


@pytest.mark.parametrize(
    "words",
    [
        ("show", "no-such-race"),
        ("state", "no-such-race", "--at", "bell"),
        ("calls", "no-such-race"),
        ("no-such-race",),
        ("show",),
        ("show", LONDON, "--nonsense"),
        ("--nonsense",),
        ("check",),
        ("show", "nowhere/at-all.yaml"),
        ("show", "a\x00b/c.yaml"),
        ("show", LONDON, "--track", "ice"),
        ("show", LONDON, "--distance", "far"),
        (LONDON, "--speed", "fast"),
        (LONDON, "--speed", "65"),
        (LONDON, "--speed", "1/16"),
        (LONDON, "--at", "soon"),
        (LONDON, "--follow", "Nobody"),
        (LONDON, "--vs", "Kerr"),
        (LONDON, "--vs", "no-such-race:Kerr"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_2(run: Run, words: tuple[str, ...]) -> None:
    run.wrong(*words)


@pytest.mark.parametrize("text", ["", "race: [", "just words", "race: A\nentries: [{name: B}]\n", "\x00\x01"])
def test_an_unreadable_race_is_one_line_and_2(run: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    for command in (("show",), ("state", "--at", "bell"), ("calls",)):
        said = run.wrong(command[0], str(path), *command[1:])
        assert "bad.yaml" in said


def test_version_and_help(run: Run) -> None:
    assert __version__ in run.well("--version").out
    for words in (("--help",), ("-h",), ("state", "--help")):
        assert "race-replay" in run.well(*words).out
    text = run.well("--help").out
    assert all(command in text for command in ("list", "show", "state", "calls", "check", "schema"))


def test_answers_that_nobody_reads_to_the_end_are_no_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "replay", "show", BOWERMAN, "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")


def test_a_locale_without_unicode_gets_answers_too() -> None:
    done = python_m_replay("show", LONDON, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert (done.returncode, done.stderr) == (0, "")
    assert "Josh Kerr" in done.stdout


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("hostile") / "hostile.yaml"
    path.write_text(
        'race: "A \\e[31mred\\e[0m mile"\nevent: mile\nentries:\n'
        '  - {name: "Eve\\e]0;title\\a [bold]x[/]", result: 4:20}\n'
        '  - {name: "Bob\\r\\n\\u202eevil", result: 4:21}\n'
        'quotes:\n  - {said: "Hi\\e[2J there", by: "Eve\\e[1m"}\n',
        encoding="utf-8",
    )
    return str(path)


@pytest.mark.parametrize(
    "command", [("show",), ("state", "--at", "half"), ("calls",), ("show", "--json")], ids=" ".join
)
def test_no_control_character_of_a_file_is_printed(run: Run, hostile: str, command: tuple[str, ...]) -> None:
    said = run(command[0], hostile, *command[1:])
    assert said.code == 0
    for text in (said.out, said.err):
        assert not [char for char in text if char != "\n" and not char.isprintable()]
    assert "[bold]x[/]" in said.out or command[0] == "calls"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_answer_for_which_there_is_no_room_is_one_line_on_stderr() -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "replay", "list"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "cannot be written" in ended.stderr
