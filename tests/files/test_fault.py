"""What is said and kept of a fault of the program's own; `tests/terminal/test_fault.py` sees one happen."""

from pathlib import Path

import pytest

from replay.files.fault import told
from replay.race.times import parse_time
from tests.places import ROOT


def raised(broken: str) -> Exception:
    """A fault in a module of ours, or in nobody's."""
    try:
        if broken == "ours":
            parse_time(None)  # type: ignore[arg-type]
        int("x\ud800y", 10)
    except Exception as error:
        return error
    raise AssertionError


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "race-replay" / "fault.txt"


def test_it_is_told_where_it_was_and_kept_whole_the_last_one_only(kept: Path) -> None:
    first, second = raised("nobody's"), raised("ours")
    assert f"please report it with {kept}, which has the rest" in told(first)
    assert kept.read_bytes().startswith(b"Traceback")  # though a character in it cannot be written
    said = told(second)
    *_, inmost = [frame for frame in _frames(second) if Path(frame).is_relative_to(ROOT)]
    assert f"({Path(inmost).relative_to(ROOT)}, line " in said
    assert Path(inmost).name == "times.py"
    assert said.startswith(f"a fault of the program's own: {type(second).__name__}")
    assert "ValueError" not in kept.read_text(encoding="utf-8")


def test_a_fault_that_was_never_raised_is_told_without_a_place(kept: Path) -> None:
    assert told(KeyError("none")) == (
        f"a fault of the program's own: KeyError: 'none'; please report it with {kept}, which has the rest"
    )


def test_where_nothing_can_be_kept_that_is_not_said(kept: Path) -> None:
    kept.parent.parent.write_text("no folder")
    assert told(KeyError("none")).endswith("KeyError: 'none'; please report it")


def _frames(error: Exception) -> list[str]:
    found, at = [], error.__traceback__
    while at is not None:
        found.append(at.tb_frame.f_code.co_filename)
        at = at.tb_next
    return found
