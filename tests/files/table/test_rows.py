"""A large table is cut and read by columns; what comes out is what the careful way gives, whatever stands in it."""

from pathlib import Path
from random import Random

import pytest

from replay.files.source import Choices, Reading, Source
from replay.files.table.layouts import even
from replay.files.table.reader import read

ODD = ("", "-", "nan", "DNF", "DQ", "aufg.", "0:00:00", "x", "7", "1:02:03.4", "-1 lap", "12 h", "+0:10", "25:00 PB")
"""What stands in a cell instead of a plain time."""


def clock(seconds: float, tenths: str) -> str:
    whole = int(seconds)
    tail = f"{tenths}{int(seconds * 10) % 10}" if tenths else ""
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{tail}"


def table(seed: int) -> str:
    """A list of 10 km with points or laps, gun and chip, waves, statuses and cells that are no time."""
    of = Random(seed)
    sign, tenths = of.choice([(",", ""), (";", ","), ("\t", "."), (";", "")])
    laps, waves = of.random() < 0.4, of.random() < 0.4
    points = ["Lap 1", "Lap 2", "Lap 3", "Lap 4"] if laps else ["2.5 km", "5 km", "7.5 km"]
    named = of.choice([["Name"], ["First Name", "Last Name"]])
    heads = ["Place", "Bib", *named, "Club", "AG", *(["Start"] if waves else []), *points, "Net Time", "Gun Time"]
    rows = [sign.join(heads)]
    for place in range(1, 61):
        net, late = 1800 + 7 * place + of.random(), of.choice([0, 3, 60])
        splits = [net / 4 * n + of.uniform(-2, 2) for n in (1, 2, 3)]
        times = [b - a for a, b in zip([0, *splits], [*splits, net], strict=True)] if laps else splits
        told = [clock(seconds, tenths) for seconds in (*times, net, net + late)]
        told = [of.choice(ODD) if of.random() < 0.03 else cell for cell in told]
        name = ["Ann", f"Núñez{place}"] if len(named) > 1 else [of.choice([f"Ann Ash{place}", f"ASH{place} Ann (KEN)"])]
        club = of.choice(["", f'"TSV{sign}Süd"', "LG Nord", "–"])
        start = [of.choice(["10:00:00", "10:10:00"])] if waves else []
        rows.append(sign.join([str(place), str(of.choice([place, 900])), *name, club, "M40", *start, *told]))
    return "\n".join([*rows, ""])


def reading(text: str, monkeypatch: pytest.MonkeyPatch, *, quick: bool) -> Reading:
    monkeypatch.setattr(even, "FROM", 0 if quick else len(text) + 1)
    return read(Source(text.encode(), Path("list.csv")), Choices(distance=10_000.0))


@pytest.mark.sampled(3)
@pytest.mark.parametrize("seed", range(8))
def test_quick_and_careful_give_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    text = table(seed)
    careful, quick = (reading(text, monkeypatch, quick=quick) for quick in (False, True))
    assert even.even_rows(text, text[len("Place")]) is not None  # it was cut the quick way
    assert careful.race is not None
    assert sum(len(entry.splits) for entry in careful.race.entries) > 100
    alike = repr(quick) == repr(careful)  # pytest would look for the difference for minutes
    assert alike
