"""`y` says `copied` only where that may be believed; elsewhere what was to be copied is shown."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from replay.files.library import Library
from replay.files.source import Choices
from replay.race.race import Race
from replay.state import timeline_of
from replay.tui.app import ReplayApp
from replay.tui.clipboard import command_of, copy, harmless, is_believed
from replay.tui.opening import Opening
from replay.tui.replay_screen import ReplayScreen
from replay.tui.sheet import Sheet
from tests.builders import entry, race
from tests.hostile.test_controls import HOSTILE, controls
from tests.together import together
from tests.tui.pilots import FakeClock, running, watching


@together(
    ("believed", "said"),
    [
        (True, "TERM=xterm-kitty"),
        (True, "TERM=alacritty"),
        (True, "TERM=foot-extra"),
        (True, "TERM=xterm-ghostty"),
        (True, "TERM=xterm-256color TERM_PROGRAM=WezTerm"),
        (True, "TERM=xterm-256color WT_SESSION=1"),
        (False, "TERM=xterm-256color"),
        (False, "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal"),
        (False, "TERM=linux"),
        (False, "TERM=screen-256color STY=1.x"),
        (False, "TERM=screen-256color WT_SESSION=1"),
        (False, "TERM=xterm-kitty TMUX=x,1,0"),
        (False, ""),
    ],
)
def test_which_terminals_are_believed(believed: bool, said: str) -> None:
    assert is_believed(dict(part.partition("=")[::2] for part in said.split())) == believed


async def test_where_it_is_believed_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-kitty")
    async with watching() as session:
        await session.press("y")
        assert "copied: race-replay london-mile-2026 --at 1:40.00" in session.text


@pytest.mark.parametrize(("code", "told"), [(0, True), (1, False)])
async def test_of_tmux_its_exit_code_tells(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: int, told: bool
) -> None:
    program = tmp_path / "tmux"
    program.write_text(f'#!/bin/sh\ncat > "{tmp_path}/buffer"\nexit {code}\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TMUX", "there,1,0")
    async with watching() as session:
        await session.press("y")
        assert (tmp_path / "buffer").read_text(encoding="utf-8") == "race-replay london-mile-2026 --at 1:40.00"
        assert ("in tmux's buffer: race-replay" in session.text) == told
        assert session.shows(Sheet) != told


@pytest.mark.parametrize("known", [race(), race(entry("Ann", "4:01.0", {800: "2:01.0"}))], ids=["nobody", "one"])
async def test_of_nobody_and_of_one_there_is_something_to_copy_in_every_view(known: Race) -> None:
    app = ReplayApp(Library(), timeline=timeline_of(known), opening=Opening(0.0))
    async with running(app, FakeClock(), (80, 24)) as session:
        seen = set()
        for _ in range(8):
            await session.press("y")
            if session.shows(Sheet):
                await session.press("escape")
            await session.until(lambda: session.shows(ReplayScreen))
            seen.add(session.viewer.view.chart)
            await session.press("v")
        assert {"compare", "splits", ""} <= seen


WORDS = [
    *HOSTILE.values(),
    "\x15reboot\n",
    "\x1b[201~\rreboot\r",
    "it's",
    "$(reboot)",
    "a\\b'c\n",
    "Åse 日本",
    "",
    "-x",
]


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash is here")
def test_a_command_line_that_is_pasted_is_the_words_it_was_made_of() -> None:
    """Also names of files with line ends, with what kills a line or ends a paste, and with bytes that are no text."""
    line = command_of(["printf", r"%s\0", *WORDS])
    assert controls(line) == set()
    assert harmless(line) == line
    said = subprocess.run(["bash", "--norc", "-c", line], capture_output=True, check=True).stdout
    assert said.split(b"\0")[:-1] == [os.fsencode(word) for word in WORDS]


def test_a_file_that_is_called_like_an_option_is_none() -> None:
    assert command_of(["race-replay", Path("-x.csv"), Path("a b.csv")]) == "race-replay ./-x.csv 'a b.csv'"


@pytest.mark.parametrize("text", WORDS)
def test_what_is_copied_commands_nothing_where_it_is_pasted(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    app, sent = ReplayApp(Library()), list[str]()
    monkeypatch.setattr(app, "copy_to_clipboard", sent.append)
    copy(app, f"one {text}\ntwo")
    assert controls(sent[0]) == set()
    assert sent[0].encode().endswith(b"\ntwo")


async def test_the_moment_of_a_race_whose_file_has_such_a_name_is_copied(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A name of bytes that are no text ended the program."""
    monkeypatch.setenv("TERM", "xterm-kitty")
    path = tmp_path / os.fsdecode(b"\xff\x15\x1b.csv")
    try:
        path.write_text("name,finish\nAda,4:00\n")
    except OSError:
        pytest.skip("no such names here")
    found = Library().race(str(path), choices=Choices(distance=1500))[0]
    app = ReplayApp(Library(), timeline=timeline_of(found), opening=Opening(100.0), clock=(clock := FakeClock()))
    async with running(app, clock, (120, 40)) as session:
        await session.until(lambda: session.shows(ReplayScreen))
        await session.press("y")
        assert r"\xff\x15\x1b.csv' --at 1:40.00" in app.clipboard
        await session.press("b", "x", "enter")
        assert [mark.note for mark in session.viewer.bookmarks] == ["x"]
