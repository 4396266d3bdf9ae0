"""The table of a city's marathon is read in a few steps a runner: nothing goes through all its cells one by one."""

import sys
from pathlib import Path
from types import FrameType

from replay.files.formats import read_source
from replay.files.source import Choices, Source

RUNNERS = 20_000
POINTS = (5000, 10000, 15000, 20000, 25000, 30000, 35000, 40000)
AT_MOST = 72
"""Calls of functions a runner; 63 on 1 December 2026. One for each of the 12 cells, in one place more, is seen."""


def _table(runners: int) -> bytes:
    """Everybody ten seconds behind the one before, as organisers export it."""
    head = ",".join(("bib", "name", "gender", *(f"{at // 1000}K" for at in POINTS), "finish"))
    rows = [head]
    for at in range(runners):
        pace = 0.18 + at * 1e-5
        times = [int(metres * pace) for metres in (*POINTS, 42195)]
        clocks = ",".join(f"{one // 3600}:{one // 60 % 60:02d}:{one % 60:02d}" for one in times)
        rows.append(f'{at},"Runner {at}, Ada",F,{clocks}')
    return "\n".join(rows).encode()


def test_a_city_is_read_in_a_few_steps_a_runner() -> None:
    choices, calls = Choices(distance=42195.0), 0
    read_source(Source(_table(30), Path("a.csv")), choices)  # what is loaded and kept

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event == "call"

    source = Source(_table(RUNNERS), Path("a.csv"))
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        race = read_source(source, choices).race
    finally:
        sys.setprofile(before)
    assert race is not None
    assert len(race.entries) == RUNNERS
    assert calls < AT_MOST * RUNNERS
