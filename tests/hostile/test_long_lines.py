"""A line that goes on and on costs as much as it is long, and not as its square: no pattern tries all it has twice."""

import time
from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Source

LIST = "Club meeting\n800 m\n\n 1 Ada Alfa NOR 2:01.0\n 2 Bea Beta SWE 2:02.0\n 3 Cia Gamma FIN 2:03.0\n"
SHORT, TIMES = 2_000, 10
AT_MOST = 3
"""Times as much as its length says: what is quadratic costs 10 times as much."""
RUNS = ("1", "1.", "00", "a", " ", "\u3000", "-", "(", "1 m ", "a: ", "1:00 ", "400 m 1:00 ")


HEADINGS = ("Place", "Bib", "Name", "Nat", "Club", "Cat", "Age", "400m", "Time", "Gap", "Note", "Foo")
ROW = ("1", "7", "Ada Alfa", "NOR", "Oak", "F40", "31", "1:01", "2:03.1", "+0.1", "ran well", "x")


def _seconds(text: str, name: str) -> float:
    """Processor time to read a file, the shorter of two."""
    took = []
    for _ in range(2):
        begun = time.process_time()
        read_source(Source(text.encode(), Path(name)), Choices(distance=800.0))
        took.append(time.process_time() - begun)
    return min(took)


def _listed(run: str, length: int, name: str) -> float:
    """The same for a list that has such a line below it."""
    text = f"{LIST}Race report: Moor{run * (length // len(run))} Fell Race\n"
    return _seconds(f"<html><body><pre>{text}</pre></body></html>" if name.endswith(".html") else text, name)


def _celled(run: str, length: int, title: str) -> float:
    """The same for a table that has such a cell in a column."""
    rows = [list(HEADINGS), *(list(ROW) for _ in range(4))]
    rows[3][HEADINGS.index(title)] = "&#" + run * (length // len(run))
    return _seconds("".join(",".join(row) + "\n" for row in rows), "a.csv")


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv"])
@pytest.mark.parametrize("run", RUNS)
def test_a_line_costs_as_much_as_it_is_long(run: str, name: str) -> None:
    _listed("x", SHORT, name)  # what is loaded and kept
    assert _listed(run, TIMES * SHORT, name) < AT_MOST * TIMES * _listed(run, SHORT, name)


@pytest.mark.parametrize("title", HEADINGS)
@pytest.mark.parametrize("run", ["1", "a", " "])
def test_a_cell_costs_as_much_as_it_is_long(run: str, title: str) -> None:
    _celled("x", SHORT, title)
    assert _celled(run, TIMES * SHORT, title) < AT_MOST * TIMES * _celled(run, SHORT, title)
