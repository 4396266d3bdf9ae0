"""Cells with more than a name."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from tests.together import together


def told(titles: str, *names: str) -> list[str]:
    """Everybody's name, and what stands beside it: nation, club, bib, sex and category."""
    rows = [f"{name}\t31:{at:02}" for at, name in enumerate(names)]
    text = "\n".join([f"{titles}\tTime", *(row.replace("^", "\t") for row in rows), ""])
    race = read_source(Source(text.encode(), Path("a.tsv")), Choices(distance=10_000.0)).race
    assert race is not None
    beside = [(one.nation, one.club, one.bib, one.sex, one.category) for one in race.entries]
    return [" | ".join(filter(None, (one.name, *more))) for one, more in zip(race.entries, beside, strict=True)]


@together(
    ("titles", "names", "read"),
    [
        # What stands in brackets says the heading.
        ("Athlete (Club)", ["Ada Alfa (Oak)", "Bea Beta (Elm)"], ["Ada Alfa | Oak", "Bea Beta | Elm"]),
        ("Athlete [Bib]", ["Ada Alfa [7]", "Bea Beta [8]"], ["Ada Alfa | 7", "Bea Beta | 8"]),
        (
            "Athlete (Club)",
            ["Ada Alfa (Oak)", "Bea Beta", "Cia Cent (Elm)"],
            ["Ada Alfa | Oak", "Bea Beta", "Cia Cent | Elm"],
        ),
        ("Athlete (Club)", ["Ada Alfa (Oak)", "Bea Beta"], ["Ada Alfa (Oak)", "Bea Beta"]),  # half of them
        ("Athlete (Time)", ["Ada Alfa (Oak)", "Bea Beta (Elm)"], ["Ada Alfa (Oak)", "Bea Beta (Elm)"]),
        # Three in five have one.
        (
            "Athlete (Club)",
            ["Ada Alfa (Oak)"] * 3 + ["Bea Beta"] * 2,
            ["Ada Alfa | Oak"] * 3 + ["Bea Beta"] * 2,
        ),
        # Nations behind nine names in ten.
        ("Athlete", ["ALFA, Ada KEN", "Beta Bea, GBR"], ["Ada ALFA | KEN", "Beta Bea | GBR"]),
        ("Athlete", ["ALFA Ada KEN"] * 9 + ["BETA Bea"], ["Ada ALFA | KEN"] * 9 + ["Bea BETA"]),
        ("Athlete", ["ALFA Ada KEN"] * 8 + ["BETA Bea"], ["ALFA Ada KEN"] * 8 + ["BETA Bea"]),
        ("Athlete", ["ALFA ADA KEN", "BETA BEA GBR"], ["ALFA ADA KEN", "BETA BEA GBR"]),  # all in capitals
        ("Athlete", ["Ada Alfa XYZ", "Bea Beta QQQ"], ["Ada Alfa XYZ", "Bea Beta QQQ"]),
        # Clubs behind a comma, a dash or in brackets, where some are called as clubs are.
        ("Athlete", ["Ada Alfa (Oak Harriers)", "Bea Beta (Elm)"], ["Ada Alfa | Oak Harriers", "Bea Beta | Elm"]),
        ("Athlete", ["Ada Alfa - Oak Harriers", "Bea Beta - Elm AC"], ["Ada Alfa | Oak Harriers", "Bea Beta | Elm AC"]),
        ("Athlete", ["Ada Alfa, Oak Harriers", "Bea Beta, Elm AC"], ["Ada Alfa | Oak Harriers", "Bea Beta | Elm AC"]),
        ("Athlete", ["Ada Alfa (Oak)", "Bea Beta (Elm)"], ["Ada Alfa (Oak)", "Bea Beta (Elm)"]),
        (
            "Athlete",
            ["Ada Alfa (Oak AC)", "Bea Beta (Elm AC)", "Cia Cent (Ash)", "Dot Delt (Fir)", "Eva Epsi (Yew)"],
            ["Ada Alfa | Oak AC", "Bea Beta | Elm AC", "Cia Cent | Ash", "Dot Delt | Fir", "Eva Epsi | Yew"],
        ),
        # Where a column has the clubs, what stands behind names stays.
        (
            "Club\tAthlete",
            ["Oak^Ada Alfa - Oak Harriers", "Elm^Bea Beta - Elm AC"],
            ["Ada Alfa - Oak Harriers | Oak", "Bea Beta - Elm AC | Elm"],
        ),
        # Numbers before names.
        ("Athlete", ["13 512269 Ada Alfa", "7 51 Bea Beta"], ["Ada Alfa | 13", "Bea Beta | 7"]),
        ("Athlete", ["1 Ada Alfa", "2 Bea Beta"], ["Ada Alfa", "Bea Beta"]),
        # Ages and years at school.
        ("Athlete", ["Ada Alfa, 11", "Bea Beta, 12"], ["Ada Alfa", "Bea Beta"]),
        ("Athlete", ["Ada Alfa, 11", "Bea Beta"], ["Ada Alfa, 11", "Bea Beta"]),
        # Flags, and what parkrun has below a name.
        ("Athlete", ["🇰🇪 Ada Alfa", "Bea Beta"], ["Ada Alfa | KEN", "Bea Beta"]),
        ("Athlete", ["Ada Alfa 12 parkruns", "Bea Beta 1 parkrun x"], ["Ada Alfa", "Bea Beta"]),
        ("Athlete", ["Ada Alfa 12 parkruns", "Bea Beta"], ["Ada Alfa 12 parkruns", "Bea Beta"]),
    ],
)
def test_what_stands_beside_names_is_set_apart(titles: str, names: list[str], read: list[str]) -> None:
    assert told(titles, *names) == read


@together(
    ("titles", "cells", "sexes"),
    [
        ("Age/Sex", ["30F", "41M"], ["F", "M"]),
        ("Alter", ["M-30", "w 41"], ["M", "F"]),
        ("Age", ["F30", "M41+", "x"], ["F", "M", ""]),
        ("Age", ["F30", "x"], ["", ""]),
        ("Group", ["30F", "41M"], ["", ""]),
        ("Sex\tAge", ["M^30F", "F^41M"], ["M", "F"]),
    ],
)
def test_an_age_has_the_sex_beside_it(titles: str, cells: list[str], sexes: list[str]) -> None:
    rows = [f"Ada {letter}\t{cell}\t31:0{at}" for at, (letter, cell) in enumerate(zip("ABC", cells, strict=False))]
    text = "\n".join([f"Name\t{titles}\tTime", *(row.replace("^", "\t") for row in rows), ""])
    race = read_source(Source(text.encode(), Path("a.tsv")), Choices(distance=10_000.0)).race
    assert race is not None
    assert [one.sex for one in race.entries] == sexes


def test_a_class_that_begins_with_a_sex_in_chinese_says_it() -> None:
    text = "Name,Category,Time\nAl Alfa,男30-39歲,31:10\nBea Beta,女國際選手,33:10\n"
    race = read_source(Source(text.encode(), Path("10km.csv")), Choices()).race
    assert race is not None
    assert [(entry.sex, entry.category) for entry in race.entries] == [("M", "男30-39歲"), ("F", "女國際選手")]
