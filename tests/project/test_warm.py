"""A program that starts warm is the program: the same words to the same end, where nothing was read too early."""

import os
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no forks here", allow_module_level=True)

from tests.cli.running import python_m_replay
from tests.together import together
from tests.warm import USUAL, fits, start_warm


def test_it_says_and_ends_as_a_fresh_one(tmp_path: Path) -> None:
    words = ["check", "races/london-mile-2026.yaml", "no-file"]
    said = [tmp_path / name for name in ("out", "err")]
    with Path(os.devnull).open() as nothing, said[0].open("wb") as out, said[1].open("wb") as err:
        code = start_warm(words, (nothing.fileno(), out.fileno(), err.fileno()), os.environ).wait(60)
    fresh = python_m_replay(*words, fresh=True)
    assert (code, *(path.read_text("utf-8") for path in said)) == (fresh.returncode, fresh.stdout, fresh.stderr)
    assert code == 1


@together("name, value", [("LC_ALL", "C"), ("NO_COLOR", "1"), ("TERM", "dumb"), ("PYTHONPATH", "x"), ("LANG", "")])
def test_it_is_a_fresh_one_where_that_would_be_read_while_it_is_imported(name: str, value: str) -> None:
    assert fits({**USUAL, "HOME": "elsewhere", "RACE_REPLAY_RACES": "x"})
    assert not fits({**USUAL, name: value})
