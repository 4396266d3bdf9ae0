"""A fault of the program's own is told in a sentence, the terminal is given back, and the rest is in a file."""

import subprocess
import sys
from pathlib import Path

import pytest

from replay.cli.group import FAULT
from tests.places import ROOT
from tests.terminal.pseudo import assert_restored, terminal


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a fault is kept; in the program every message of a race and the search for a race have one."""
    (tmp_path / "sitecustomize.py").write_text(
        "from replay.files.library import Library\n"
        "from replay.viewing.viewer import Viewer\n"
        "def fault(*words): return {}['none\\x1b[31m']\n"
        "Viewer.say = lambda self, words: fault()\n"
        "find = Library.find\n"
        "Library.find = lambda self, name: fault() if name == 'fault' else find(self, name)\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "race-replay" / "fault.txt"


def test_a_command_says_it_in_a_sentence(kept: Path) -> None:
    argv = [sys.executable, "-m", "replay", "show", "fault"]
    done = subprocess.run(argv, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == FAULT
    assert done.stdout == ""
    assert "KeyError" in done.stderr
    assert str(kept) in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "\x1b" not in done.stderr
    assert "Traceback" in kept.read_text(encoding="utf-8")


def test_the_screen_is_given_back_first(kept: Path) -> None:
    with terminal("london-mile-2026", "--at", "60") as shown:
        shown.until("Kidder")
        shown.press("a")
        shown.until("report it")
        assert shown.ended() == FAULT
        assert_restored(shown, fault=True)
    assert "Traceback" in kept.read_text(encoding="utf-8")


def test_where_nothing_can_be_kept_the_sentence_is_all(kept: Path) -> None:
    kept.parent.parent.write_text("no folder")
    argv = [sys.executable, "-m", "replay", "show", "fault"]
    done = subprocess.run(argv, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (FAULT, 1)
    assert "fault.txt" not in done.stderr
