import io

import pytest

from replay.cli.waiting import bar, waiting
from tests.together import together


class Terminal(io.StringIO):
    """Stderr of a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@together(("share", "want"), [(-1.0, "░░░░"), (0.0, "░░░░"), (0.5, "██░░"), (1.0, "████"), (2.0, "████")])
def test_a_bar_is_as_full_as_the_reading(share: float, want: str) -> None:
    assert bar(share, 4) == want
    assert bar(share, 4, plain=True) == want.replace("█", "#").replace("░", ".")


def test_a_bar_comes_when_somebody_waits_and_goes_when_it_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, now = Terminal(), [0.0]
    monkeypatch.setattr("sys.stderr", terminal)
    with waiting("races/half.csv", lambda: now[0]) as progress:
        progress(0.1)
        assert terminal.getvalue() == ""
        now[0] = 1.0
        progress(0.5)
        assert "reading half.csv" in terminal.getvalue()
        assert "50%" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_where_nobody_looks_there_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, now = io.StringIO(), iter(float(second) for second in range(9))
    monkeypatch.setattr("sys.stderr", stream)
    with waiting("half.csv", lambda: next(now)) as progress:
        progress(0.5)
    assert stream.getvalue() == ""
