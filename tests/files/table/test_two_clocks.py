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


def clock(pairs: list[tuple[str, str]], titles: str = "Time A,Time B") -> Clock | None:
    rows = [f"R{at},{one},{two}" for at, (one, two) in enumerate(pairs)]
    text = "\n".join([f"Name,{titles}", *rows, ""])
    return read_source(Source(text.encode(), Path("a.csv")), Choices(distance=10_000.0)).understood.clock


def test_at_both_sides_of_what_tells_them_apart() -> None:
    first = ("33:12", "33:10")
    assert clock([first, ("40:00", "36:00")]) is Clock.NET
    assert clock([first, ("40:00", "35:59")]) is None  # more than a tenth
    assert clock([("33:15", "33:10")] * 2) is Clock.NET
    assert clock([("33:16", "33:10")] * 2) is None
    assert clock([first] * 19 + [("40:00", "35:00")]) is Clock.NET
    assert clock([first] * 18 + [("40:00", "35:00")]) is None
    assert clock([("33:10", "33:10")] * 2) is None
    assert clock([first] * 2, "Foo time,Bar") is None  # no word is shared
    assert clock([first] * 2, "Time,time") is None
    assert clock([first, ("DNF", ""), ("34:10", "34:01")]) is Clock.NET
