"""Two results of which only the cells tell what they count from."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.race.race import Clock


@pytest.mark.parametrize(
    ("titles", "rows", "clock"),
    [
        ("Time A,Time B", ("33:12,33:10", "34:10,34:01"), Clock.NET),
        ("Time A,Time B", ("33:10,33:12", "34:01,34:10"), Clock.NET),
        ("Time A,Time B", ("33:10,33:40", "34:01,34:50"), None),  # nobody was on the line at the gun
        ("Time A,Time B", ("33:12,33:10", "34:01,36:10"), None),  # neither is always less
        ("Time,Final time", ("50:10,50:10", "49:50,50:50"), None),  # one has a penalty in it
    ],
)
def test_the_shorter_of_two_times_is_the_chip_s(titles: str, rows: tuple[str, str], clock: Clock | None) -> None:
    text = f"Name,{titles}\nAda,{rows[0]}\nBea,{rows[1]}\n"
    reading = read_source(Source(text.encode(), Path("a.csv")), Choices(distance=10_000.0))
    assert reading.understood.clock is clock
    if clock is not None:
        assert reading.race is not None
        assert [entry.result and entry.result.text for entry in reading.race.entries] == ["33:10", "34:01"]
