"""What shells complete, as click's scripts for them ask for it."""

import os
from itertools import product
from pathlib import Path

import pytest

from replay.cli.completing import VARIABLE
from tests.cli.running import python_m_replay


def completed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """What is offered in place of the last of some words: its kind and itself."""
    from replay.cli.completing import complete
    from replay.cli.group import commands

    monkeypatch.setenv(VARIABLE, "bash_complete")
    monkeypatch.setenv("COMP_WORDS", " ".join(["race-replay", *words]))
    monkeypatch.setenv("COMP_CWORD", str(len(words)))
    assert complete(commands) == 0
    return capsys.readouterr().out.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("lond",), ["plain,london-mile-2026"]),
        (("sta",), ["plain,state"]),
        (("state", "lond"), ["plain,london-mile-2026"]),
        (("export", "london-mile-2026", "lond"), ["plain,london-mile-2026"]),
        (("--speed", "4", "rio"), ["plain,rio-2016-800m"]),
        (("reconstruct", "rio"), ["plain,rio-2016-800m"]),
        (("compare", "rio"), ["plain,rio-2016-800m"]),
        (("lond", "--vs", "rio"), ["plain,rio-2016-800m"]),
        (("schema", "pos"), ["plain,positions"]),
        (("state", "london-mile-2026", "--js"), ["plain,--json"]),
        (("state", "my-race.ya"), ["file,my-race.ya"]),
        (("my-race.ya",), ["file,my-race.ya"]),
        (("check", "rac"), ["file,rac"]),
        (("export", "london-mile-2026", "-o", "mi"), ["file,mi"]),
        (("state", "kerr-ing"), ["file,kerr-ing"]),
    ],
)
def test_races_commands_options_and_files_are_completed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], offered: list[str]
) -> None:
    assert completed(monkeypatch, capsys, *words) == offered


def test_ones_own_races_are_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, own_races: Path
) -> None:
    (own_races / "evening.csv").touch()
    (tmp_path / "morning.yaml").touch()
    assert completed(monkeypatch, capsys, "even") == ["plain,evening"]
    assert completed(monkeypatch, capsys, "--races", str(tmp_path), "morn") == ["plain,morning"]
    assert completed(monkeypatch, capsys, "state", "--races", str(tmp_path), "morn") == ["plain,morning"]


HOSTILE = [
    "$(reboot)",
    "`id`",
    ";id",
    "&id",
    "|id",
    ">f",
    "<f",
    "*",
    "!1",
    "\\",
    "'",
    '"',
    " two",
    "\nplain,-rf",
    "\x1b[2J",
]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_file_s_name_is_no_command_of_the_shell_that_completes_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own_races: Path, shell: str
) -> None:
    """Bash puts in what it is given as it is; the others quote it, and part it at line ends."""
    for name in (*HOSTILE, "ok"):
        (own_races / f"evening{name}.csv").touch()
    (own_races / "--evening.csv").touch()
    with open(os.fsencode(own_races) + b"/evening\xff.csv", "wb"):  # noqa: PTH123 - a name that is no text
        pass
    from replay.cli.completing import complete
    from replay.cli.group import commands

    monkeypatch.setenv(VARIABLE, f"{shell}_complete")
    for word in ("evening", "--ev"):
        monkeypatch.setenv("COMP_WORDS", f"race-replay state {word}")
        monkeypatch.setenv("COMP_CWORD", word if shell == "fish" else "2")
        assert complete(commands) == 0
    lines = capsys.readouterr().out.split("\n")
    assert "--evening" not in "".join(lines)
    names = {line.removeprefix("plain,") for line in lines if line.removeprefix("plain,").startswith("evening")}
    quoted = {f"evening{name}" for name in HOSTILE if name.isprintable()} if shell != "bash" else set()
    assert names == {"eveningok", *quoted}


def test_what_is_typed_and_is_no_text_is_completed_by_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from replay.cli.completing import complete
    from replay.cli.group import commands

    for name, value in ((VARIABLE, "bash_complete"), ("COMP_WORDS", "race-replay state \udcff"), ("COMP_CWORD", "2")):
        monkeypatch.setenv(name, value)
    assert complete(commands) == 1
    assert capsys.readouterr().out == ""


WORDS = [
    None,
    "",
    "race-replay",
    "race-replay 'state",
    "race-replay \\\\",
    "'",
    "race-replay\nstate\tlond",
    "\udcff",
    "$(id)",
]
PLACES = [None, "", "x", "-9", "99", "9" * 5000, "\udcff", "--at"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_whatever_a_shell_says_or_does_not_it_is_told_of_nothing_that_goes_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shell: str
) -> None:
    from replay.cli.completing import complete
    from replay.cli.group import commands

    monkeypatch.setenv(VARIABLE, f"{shell}_complete")
    for words, place in product(WORDS, PLACES):
        for name, value in (("COMP_WORDS", words), ("COMP_CWORD", place)):
            monkeypatch.delenv(name, raising=False)
            if value is not None:
                monkeypatch.setenv(name, value)
        assert complete(commands) in (0, 1)
        assert capsys.readouterr().err == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shell: str
) -> None:
    from click.shell_completion import BashComplete

    from replay.cli.completing import complete
    from replay.cli.group import commands

    monkeypatch.setattr(BashComplete, "_check_version", lambda self: None)  # it would run a bash
    monkeypatch.setenv(VARIABLE, f"{shell}_source")
    assert complete(commands) == 0
    script = capsys.readouterr().out
    assert VARIABLE in script
    assert f"{shell}_complete" in script


def test_the_program_answers_a_shell_and_loads_little() -> None:
    env = {VARIABLE: "fish_complete", "COMP_WORDS": "race-replay lond", "COMP_CWORD": "lond"}
    done = python_m_replay(env=env)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "plain,london-mile-2026", "")
