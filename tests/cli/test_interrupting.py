"""Ctrl+C leaves the command line while a library is at work that hears of no signal."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

if sys.platform == "win32":
    pytest.skip("there are no such signals here", allow_module_level=True)

from replay.cli.interrupting import leave_when_interrupted, quietly
from tests.places import ROOT
from tests.terminal.noisy import SPARSE
from tests.terminal.pseudo import PATIENCE

DEAF = """
import hashlib, pathlib, sys
from replay.cli import main
from replay.reconstruction import field
def work(*_):
    print("at work", flush=True)
    hashlib.pbkdf2_hmac("sha256", b"", b"", 2_000_000_000)  # many minutes, in which others may run
field.minimise = work
sys.exit(main())
"""

EARLY = """
import os, signal, sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == "click":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
from replay.__main__ import main
sys.exit(main())
"""


def hears_signals() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_it_leaves_in_the_middle_of_a_library(tmp_path: Path) -> None:
    path = tmp_path / "sparse.yaml"
    path.write_text(SPARSE, encoding="utf-8")
    words = [sys.executable, "-c", DEAF, "state", str(path), "--at", "half"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT, preexec_fn=hears_signals) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"at work\n"
            time.sleep(0.1)  # if it is not yet there, it is left all the same
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 130
        finally:
            process.kill()


def test_it_ends_without_a_word_while_it_is_being_loaded() -> None:
    found = subprocess.run([sys.executable, "-c", EARLY], capture_output=True, cwd=ROOT, preexec_fn=hears_signals)
    assert (found.returncode, found.stdout, found.stderr) == (-signal.SIGINT, b"", b"")


def test_an_interruption_that_nobody_can_raise_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "__unraisablehook__", told.append)
    lost = [SimpleNamespace(exc_type=kind) for kind in (KeyboardInterrupt, ValueError)]
    for one in lost:
        quietly(one)
    assert told == lost[1:]


def test_where_no_more_files_may_be_open_the_program_runs_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left() -> tuple[int, int]:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(os, "pipe", none_left)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    before = signal.getsignal(signal.SIGINT)
    leave_when_interrupted()
    assert signal.getsignal(signal.SIGINT) is before
