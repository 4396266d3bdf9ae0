"""Lists below one another, each below its name and the same headings."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Source

HEADINGS = "<u>Place  Name                                 Age Sex         Bib#    Time      Pace</u>\n"
GIRLS = """\
   1.Ada Alder            Oakmoor Rd         8  F           2443    8:57.55   7:14
   2.Bea Birch            Elm Runner,        8  F           2054    9:49.97   7:56
   3.Cyd Cedar            Unattached,        8  F           2400    9:53.12   7:58
   4.Dee Dogwood          Red Knights,       8  F 1         2015   10:44.06   8:39
   5.Eve Elderberrybushes Red Knights,       8  F 1         2009   14:09.56  11:25
   6.Fay Fir              Red Knights,       7  F 1         2012   17:57.77  14:29
"""
BOYS = """\
   1.Gus Gale             Elm Runner,        8  M           2048    8:34.44   6:55
   2.Hal Hill             Lakeside,          8  M           2270    8:53.81   7:10
"""


def page(first: str, second: str) -> Source:
    text = (
        "<html><body><h2>Junior Cross Country</h2>"
        f"<p><b>{first}</b></p><pre>\n{HEADINGS}{GIRLS}</pre><pre>\n<b>{second}\n</b></pre>"
        f"<pre>\n{HEADINGS}{BOYS}</pre></body></html>"
    )
    return Source(text.encode(), Path("cross.htm"))


@pytest.mark.parametrize(("part", "runners", "first"), [(None, 6, "Ada Alder"), ("BOYS", 2, "Gus Gale")])
def test_lists_below_their_names_with_places_from_one_on_are_races_of_their_own(
    part: str | None, runners: int, first: str
) -> None:
    found = read_source(page("SUB-BANTAM GIRLS", "BANTAM BOYS"), Choices(distance=2000.0, part=part))
    assert found.race is not None, found.problems
    assert [found.race.entries[0].name, len(found.race.entries)] == [first, runners]
    assert found.understood.parts == ("SUB-BANTAM GIRLS", "BANTAM BOYS")
    assert found.race.title.endswith(("SUB-BANTAM GIRLS", "BANTAM BOYS"))


def test_names_with_ages_are_classes_of_one_race() -> None:
    found = read_source(page("Girls 7-8", "Boys 7-8"), Choices(distance=2000.0))
    assert found.race is not None, found.problems
    assert len(found.race.entries) == 8
    assert {entry.category for entry in found.race.entries} == {"Girls 7-8", "Boys 7-8"}


def test_a_place_glued_to_its_name_and_a_name_as_wide_as_its_column_are_parted() -> None:
    found = read_source(page("SUB-BANTAM GIRLS", "BANTAM BOYS"), Choices(distance=2000.0))
    assert found.race is not None, found.problems
    assert [(entry.place, entry.name) for entry in found.race.entries][4] == (5, "Eve Elderberrybushes")
