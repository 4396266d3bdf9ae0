"""Folders for a while: gone at the end, and where somebody is killed with the next one; nothing else is touched."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from replay.files.temporary import temporary_folder
from tests.places import ROOT

HOLDS = """
import signal, sys, tempfile, time
signal.signal(signal.SIGQUIT, signal.SIG_DFL)  # whoever is begun in the background of a shell has it ignored
from replay.files.temporary import temporary_folder
tempfile.tempdir = sys.argv[1]
with temporary_folder() as folder:
    (folder / "film.mp4").touch()
    print(folder, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def aged(path: Path) -> None:
    """Have it been there for an hour."""
    os.utime(path, (time.time() - 3600,) * 2)


def test_it_is_private_and_gone_at_the_end(place: Path) -> None:
    with temporary_folder() as folder:
        (folder / "in").mkdir()
        assert folder.stat().st_mode & 0o077 == 0
    assert list(place.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="nothing is held here")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGQUIT])
def test_what_the_killed_left_is_cleared_and_what_others_have_is_not(place: Path, how: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(place)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as other:
        assert other.stdout is not None
        held = Path(other.stdout.readline().strip())
        aged(held)
        with temporary_folder():
            assert held.exists(), "somebody has it"
        other.send_signal(how)
    assert held.exists(), "nobody cleared it"
    with temporary_folder():
        assert not held.exists()


def test_only_folders_of_its_own_are_cleared(place: Path) -> None:
    """Not what is called nearly so, nor what a link of such a name leads to, nor what was made just now."""
    own, just_now, link = (place / f".race-replay-{name}.tmp" for name in ("own", "new", "link"))
    for folder in (own, just_now, place / "race-replay-notes", place / ".race-replay-x", place / "theirs"):
        folder.mkdir()
        (folder / "file").touch()
    link.symlink_to(place / "theirs")
    file = place / ".race-replay-file.tmp"
    file.touch()
    for path in (own, place / "race-replay-notes", place / ".race-replay-x", place / "theirs", file):
        aged(path)
    with temporary_folder():
        pass
    left = {"race-replay-notes", ".race-replay-x", "theirs", just_now.name, link.name, file.name}
    assert {path.name for path in place.iterdir()} == left | (set() if os.name == "posix" else {own.name})
    assert (place / "theirs" / "file").exists()
