"""Categories, clubs behind them and reasons, beside the names of a list in plain lines."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.race.race import Race, Status


def race(text: str) -> Race:
    found = read_source(Source(text.encode(), Path("a.txt")), Choices())
    assert found.race is not None, found.problems
    return found.race


def test_a_category_within_names_parts_them_from_clubs() -> None:
    entries = race(
        "5000 m\n1 31 Ada Alfa WSE Oak Harriers 15:52.18 PB\n"
        "2 40 Bea van Beta WU23 Elm 15:55.4\n3 18 Cia Ash W35 16:03.7\n"
    ).entries
    assert [(one.name, one.category, one.club) for one in entries] == [
        ("Ada Alfa", "WSE", "Oak Harriers"),
        ("Bea van Beta", "WU23", "Elm"),
        ("Cia Ash", "W35", ""),
    ]


def test_categories_in_brackets_are_kept_and_who_stopped_says_why() -> None:
    entries = race(
        "5000 m, all welcome\n\n1. Ada Alfa (W) 19:52\n2. Bea Beta (W45) 20:36\n3. Cia Ash (W50) 21:01\n"
        "Dot Delta (W) dnf - stopped after 8 laps\nEve Eps dns\n"
    ).entries
    assert [one.category for one in entries][:3] == ["W", "W45", "W50"]
    stopped = {one.name: (one.status, one.note) for one in entries}
    assert stopped["Dot Delta"] == (Status.DNF, "stopped after 8 laps")
    assert stopped["Eve Eps"] == (Status.DNS, "")
