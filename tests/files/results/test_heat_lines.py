"""Heats and the final of a race in one text, each below a line with its name."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Reading, Source
from tests.together import together

HEADS = "Pl  Ln  Bib  Name          Club          Time\n"
TEXT = f"""\
Girls 100 m
Elm Games, 15 March 2025

Heat 1   Wind: +1.3 m/s
{HEADS}1   4   212  Ada Alfa      Oak           11.62 Q
2   6   207  Bea Beta      Gold Field    11.80 Q
3   5   233  Cia Gamma     Lake          12.01

Heat 2   Wind: -0.4 m/s
{HEADS}1   5   201  Dot Delta     Town          11.71 Q
    6   245  Eve Eps       Lake          DQ (TR16.8)

Final   Wind: +0.8 m/s
{HEADS}1   5   201  Dot Delta     Town          11.53
2   4   212  Ada Alfa      Oak           11.57
    6   207  Bea Beta      Gold Field    DNS
"""


def reading(text: str, part: str | None = None, name: str = "a.txt") -> Reading:
    return read_source(Source(text.encode(), Path(name)), Choices(part=part))


@together(
    ("part", "names"),
    [
        (None, ["Dot Delta", "Ada Alfa", "Bea Beta"]),
        ("final", ["Dot Delta", "Ada Alfa", "Bea Beta"]),
        ("Heat 2", ["Dot Delta", "Eve Eps"]),
        ("heat 1", ["Ada Alfa", "Bea Beta", "Cia Gamma"]),
    ],
)
def test_each_heat_is_a_race(part: str | None, names: list[str]) -> None:
    found = reading(TEXT, part)
    assert found.race is not None, found.problems
    assert [entry.name for entry in found.race.entries] == names
    assert found.race.entries[0].place == 1
    assert found.understood.parts == ("Heat 1", "Heat 2", "Final")
    assert any("winds" in str(one) for one in found.understood.left_out)


def test_heats_need_no_headings() -> None:
    text = "Girls 800 m\n\nHeat 1\n1  Ada Alfa   Oak    2:09.62\n2  Bea Beta   Lake   2:10.80\n\nHeat 2\n"
    text += "1  Dot Delta  Town   2:08.71\n2  Eve Eps    Field  2:11.95\n\nFinal\n"
    text += "1  Ada Alfa   Oak    2:07.10\n2  Dot Delta  Town   2:07.90\n"
    found = reading(text, "Heat 2")
    assert found.race is not None, found.problems
    assert [entry.name for entry in found.race.entries] == ["Dot Delta", "Eve Eps"]


def test_a_column_may_number_the_heats() -> None:
    text = "100 m\nPos,Heat,Name,Time\n1,1,Ada Alfa,11.62\n2,1,Bea Beta,11.80\n1,2,Dot Delta,11.71\n2,2,Eve Eps,11.95\n"
    whole = reading(text, name="a.csv")
    assert whole.race is not None
    assert len(whole.race.entries) == 4
    assert any("`--part NAME` takes one: Heat 1 (2), Heat 2 (2)" in one for one in whole.understood.assumed)
    for part in ("Heat 2", "2"):
        found = reading(text, part, name="a.csv").race
        assert found is not None
        assert [(entry.name, entry.place) for entry in found.entries] == [("Dot Delta", 1), ("Eve Eps", 2)]
