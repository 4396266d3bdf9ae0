"""The command line as scripts see it: one sentence on stderr, the exit code, and nothing that a file smuggles in."""

import os
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
        ("show", "a/" * 3000 + "x.yaml"),
        ("show", "x" * 3000 + ".yaml"),
        ("--races", "~nobody-is-called-so/x", "list"),
        ("--races", "a/" * 3000, "list"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_2(run: Run, words: tuple[str, ...]) -> None:
    run.wrong(*words)


@pytest.mark.parametrize("option", ["--me", "--vs", "--what-if", "--at"])
def test_of_a_mistake_as_long_as_a_book_its_ends_are_told(run: Run, option: str) -> None:
    said = run("state", LONDON, "--at", "bell", option, "5:10" * 25_000)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("race-replay: ")
    assert len(said.err) < 2200


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


def test_too_little_memory_is_no_fault_of_the_program(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def without(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("replay.cli.commands.invoke", without)
    said = run("show", LONDON)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "not enough memory" in said.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_answer_for_which_there_is_no_room_is_one_line_on_stderr() -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "replay", "list"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "cannot be written" in ended.stderr


@pytest.mark.sampled(3)
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-", "2>/dev/full"])
@pytest.mark.parametrize(("words", "code"), [("no-such-race", 2), ("", 2)], ids=["race", "menu"])
@pytest.mark.skipif(sys.platform == "win32", reason="a shell's way to close what a program is given")
def test_whatever_is_closed_the_exit_code_says_what_was_wrong(closed: str, words: str, code: int) -> None:
    command = f"exec {sys.executable} -m replay {words} {closed}"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("folder", ["~nobody-is-called-so/x", "nowhere/at-all"])
def test_a_folder_of_the_environment_that_is_not_there_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.setenv("RACE_REPLAY_RACES", folder)
    said = run("list", "--json")
    assert said.code == 0
    assert folder in said.err
    assert {item["id"] for item in said.json} >= {LONDON, BOWERMAN}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file's name is text")
@pytest.mark.parametrize("command", [("show",), ("state", "--at", "winner"), ("calls",), ("check",)], ids=" ".join)
def test_a_file_name_that_is_no_text_is_no_hindrance(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.csv"
    Path(os.fsdecode(path)).write_text("# distance_m: 1500\nname,800,finish\nAnn,2:10.0,4:00.00\nBea,,4:01.00\n")
    done = python_m_replay(*command, os.fsdecode(path))
    assert (done.returncode, done.stderr) == (0, "")
