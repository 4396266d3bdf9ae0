"""Tables without a heading: what the columns are shows in their cells alone."""

from tests.files.table.test_reader import reading
from tests.together import together


@together(
    ("rows", "columns"),
    [
        (["1,Ada Alfa,KEN,F,31:02", "2,Bea Beta,ETH,F,31:40"], "place, name, nation, sex, result"),
        (["17,Ada Alfa,12.03.99,31:02", "9,Bea Beta,01.04.98,31:40"], "bib, name, , result"),
        (["2,Ada Alfa,31:02", "3,Bea Beta,31:40"], "bib, name, result"),
        (["1,Ada Alfa,31:02"], "bib, name, result"),
        (["1.,17,Ada Alfa,31:02", "2.,9,Bea Beta,31:40"], "place, , name, result"),
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
