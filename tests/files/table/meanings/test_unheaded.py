"""Tables without a heading: what the columns are shows in their cells alone."""

from replay.files.table.meanings.column import columns_of
from replay.files.table.meanings.unheaded import understand_unheaded
from tests.files.table.test_reader import reading
from tests.together import together


@together(
    ("rows", "columns"),
    [
        (["1,Ada Alfa,KEN,F,31:02", "2,Bea Beta,ETH,F,31:40"], "place, name, nation, sex, result"),
        (["17,Ada Alfa,12.03.99,31:02", "9,Bea Beta,01.04.98,31:40"], "bib, name, , result"),
        (["2,Ada Alfa,31:02", "3,Bea Beta,31:40"], "bib, name, result"),
        (["1,Ada Alfa,31:02"], "bib, name, result"),
        (["1.,17,Ada Alfa,31:02", "2.,9,Bea Beta,31:40"], "place, bib, name, result"),
        (
            ["1,17,Ada Alfa,14:02,31:02", "2,9,Bea Beta,15:00,31:40", "DNF,4,Cia,13:50,"],
            "place, bib, name, split at 5000 m, result",
        ),
        (["Ada Alfa,9:02,31:02", "Bea Beta,9:40,31:40"], "name, , result"),  # where it is is asked
        (["Ada Alfa,3:06,31:02", "Bea Beta,3:10,31:40"], "name, , result"),
        (["1.,12,Ada Alfa,31:02", "2.,9,Bea Beta,31:40"], "place, , name, result"),  # years at school
        (["1.,ALFA,Ada,31:02", "2.,BETA,Bea,31:40"], "place, family name, given name, result"),
        (["1.,Ada,Alfa,31:02", "2.,Bea,Beta,31:40"], "place, given name, family name, result"),
        (["Ada,31:02", "Bea,31:40"], "name, result"),
        (["Ada,31:02,North", "Bea,31:40,South"], "name, result, club"),
        (["Ada Alfa,31:02,15:00", "Bea Beta,31:40,15:20"], "name, result, "),
        (["Ada Alfa,Cia Gamma,31:02", "Bea Beta,Dot Delta,31:40"], "name, club, result"),
    ],
)
def test_the_columns_are_known_by_their_cells(rows: list[str], columns: str) -> None:
    found = reading("\n".join([*rows, ""]), distance=10_000.0)
    assert found.race is not None
    assert len(found.race.entries) == len(rows)
    assert ", ".join(str(column.meaning) for column in found.understood.columns) == columns


@together(
    ("cells", "meaning"),
    [
        ("31:02 31:03 31:04 x y", ""),
        ("31:02 31:03 31:04 31:05 y", "result"),
        ("31:02 DNF DNS DNF x", ""),
        ("31:02 31:03 DNF DNS x", "result"),
        ("12.03.99 01.04.98 03.05.97 04.05.97 y", ""),
        ("KEN GBR USA FRA ETH", "nation"),
        ("KEN GBR USA FRA Eth", "club"),
        ("F F M M F", "sex"),
        ("F F M M 2", ""),
        ("Oak Elm Ash 1 2", ""),
        ("Oak Elm Ash Fir 2", "club"),
        ("Oak Elm Ash SR JR", ""),
        ("1 2 3 4 5", "place"),
        ("1. 2. 3. 4. 5.", "place"),
        ("1 2 3 4 x", ""),
        ("12 31 7 4 5", "bib"),
        ("11.02 11.13 11.24 x y", ""),
        ("11.02 11.13 11.24 11.33 y", "result"),
        ("110.02 110.13 110.24 110.33 110.41", ""),
    ],
)
def test_enough_cells_of_a_column_are_what_it_is_taken_for(cells: str, meaning: str) -> None:
    made = columns_of(
        ["", ""], [[f"Ada Alf{letter}", cell] for letter, cell in zip("abcde", cells.split(), strict=True)]
    )
    understand_unheaded(made)
    assert made[0].meaning == "name"
    assert (made[1].meaning if made[1].heading is not None else "") == meaning
    assert made[1].why == ("by its cells" if meaning else "")


@together(
    ("names", "meanings"),
    [
        (["Ada,Alfa", "Bea,Beta"], ["given name", "family name"]),
        (["ALFA,Ada", "BETA,Bea"], ["family name", "given name"]),
        (["Ada,North", "Bea,North"], ["name", "club"]),
        (["Ada,Ada", "Ada,Bea"], ["", "name"]),
    ],
)
def test_names_in_two_columns_of_words(names: list[str], meanings: list[str]) -> None:
    made = columns_of(["", ""], [row.split(",") for row in names])
    understand_unheaded(made)
    assert [column.meaning if column.heading is not None else "" for column in made] == meanings


def test_whole_minutes_of_the_day_before_other_times_are_when_each_was_started() -> None:
    race = reading(
        "# event: 30 km\n1;Ada Alfa;09:00:00;11:45:30;North\n2;Bea Beta;09:05:00;12:00:00;South\n"
        "3;Cia Gamma;09:10:00;11:30:00;North\n"
    ).race
    assert race is not None
    assert [(entry.bib, entry.name, entry.result.text) for entry in race.entries if entry.result] == [
        ("1", "Ada Alfa", "2:45:30"),
        ("2", "Bea Beta", "2:55:00"),
        ("3", "Cia Gamma", "2:20:00"),
    ]


def test_days_and_races_are_nobodys_names() -> None:
    rows = ["10 May,Ashford 10k,38:45", "17 May,Oak 5k,18:40", "3rd June,County 1500m,4:45.2"]
    found = reading("\n".join(rows), distance=10_000.0)
    assert found.race is None
    assert "no column is known as the runner's name" in found.problems[-1].message
