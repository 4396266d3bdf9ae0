"""`race-replay frame`: a picture of any moment without a terminal."""

import re

import pytest

from replay.cells.text import cell_width
from replay.cli import main
from replay.drawing.view import CHARTS

COLOUR = re.compile(r"\x1b\[[\d;]*m")


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["frame", *words]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_a_moment_is_text_of_the_size_that_was_asked_for(
    capsys: pytest.CaptureFixture[str], size: tuple[int, int]
) -> None:
    text = shown(capsys, "london-mile-2026", "--at", "1200m", "--size", "{}x{}".format(*size))
    lines = text.removesuffix("\n").split("\n")
    assert len(lines) == size[1]
    assert all(cell_width(line) <= size[0] for line in lines)
    assert "\x1b" not in text
    assert "2:46.5" in text
    assert "Kerr" in text


def test_colours_are_written_where_they_are_wanted_and_change_no_word(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("london-mile-2026", "--at", "bell", "--size", "100x30")
    always = shown(capsys, *words, "--color", "always")
    assert "\x1b[" in always
    assert "38;2;" in always
    board = [line[72:].rstrip() for line in shown(capsys, *words).split("\n")[2:8]]
    painted = [COLOUR.sub("", line)[72:].rstrip() for line in always.split("\n")[2:8]]
    assert painted == board
    assert shown(capsys, *words, "--color", "never") == shown(capsys, *words)


def test_close_up_and_whom_one_follows(capsys: pytest.CaptureFixture[str]) -> None:
    far = shown(capsys, "london-mile-2026", "--at", "1000m", "--size", "80x24")
    close = shown(
        capsys, "london-mile-2026", "--at", "1000m", "--size", "80x24", "--view", "close", "--follow", "Nuguse"
    )
    assert far != close
    assert "Nuguse" in close


def test_plain_characters_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "rio-2016-800m", "--at", "50%", "--ascii").encode("ascii", "replace").count(b"?") <= 3


@pytest.mark.parametrize("size", ["big", "0x10", "80", "80x", "x24", "2000x10", "80x24x3", "²x3", "-5x5"])
def test_a_size_that_is_none_is_told_in_one_line(capsys: pytest.CaptureFixture[str], size: str) -> None:
    assert main(["frame", "rio-2016-800m", "--at", "bell", f"--size={size}"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "--size" in told.err


def test_from_one_cell_on_there_is_a_picture(capsys: pytest.CaptureFixture[str]) -> None:
    for size in ("1x1", "2x3", "10x2", "30x8"):
        shown(capsys, "rio-2016-800m", "--at", "bell", "--size", size, "--view", "close")


@pytest.mark.parametrize("chart", ["trace", "mean", "positions", "speed", "splits", "compare"])
def test_a_chart_may_stand_in_place_of_the_track(capsys: pytest.CaptureFixture[str], chart: str) -> None:
    text = shown(capsys, "london-mile-2026", "--at", "bell", "--view", chart)
    assert CHARTS[chart] in text
    assert "bell" in text


def test_a_terminal_that_is_said_to_be_larger_than_any_is_drawn_as_large_as_can_be(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("replay.cli.frames._on_terminal", lambda: True)
    monkeypatch.setattr("replay.cli.frames.LARGEST", (100, 30))
    monkeypatch.setenv("COLUMNS", "99999999999")
    monkeypatch.setenv("LINES", "99999999999")
    lines = shown(capsys, "london-mile-2026", "--at", "bell", "--color", "never").splitlines()
    assert len(lines) == 30
    assert max(map(cell_width, lines)) <= 100
