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


def _seconds(run: str, length: int, name: str) -> float:
    """Processor time to read a list that has such a line below it, the shorter of two."""
    text = f"{LIST}Race report: Moor{run * (length // len(run))} Fell Race\n"
    text = f"<html><body><pre>{text}</pre></body></html>" if name.endswith(".html") else text
    took = []
    for _ in range(2):
        begun = time.process_time()
        read_source(Source(text.encode(), Path(name)), Choices())
        took.append(time.process_time() - begun)
    return min(took)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv"])
@pytest.mark.parametrize("run", RUNS)
def test_a_line_costs_as_much_as_it_is_long(run: str, name: str) -> None:
    _seconds("x", SHORT, name)  # what is loaded and kept
    assert _seconds(run, TIMES * SHORT, name) < AT_MOST * TIMES * _seconds(run, SHORT, name)
