"""Columns that no heading tells, and their cells do."""

from replay.files.table.meanings.column import Column, columns_of
from replay.files.table.meanings.columns import understand
from tests.files.table.test_reader import reading
from tests.together import together


def understood(titles: str, *rows: str) -> list[Column]:
    made = columns_of(titles.split("|"), [row.split("|") for row in rows])
    understand(made, {})
    return made


@together(
    ("cells", "meaning"),
    [
        ("F|M", "sex"),
        ("Female|male", "sex"),
        ("F|M|x", "not read"),
        ("PB|=SB|NR, KEN", "marks"),
        ("PB|xx", "not read"),
        ("PB|", "marks"),
        ("a|b", "not read"),
    ],
)
def test_sexes_and_marks_are_known_by_all_their_cells(cells: str, meaning: str) -> None:
    column = understood(
        "Name|zz", *(f"{name}|{cell}" for name, cell in zip(("Ada", "Bea", "Cia"), cells.split("|"), strict=False))
    )[1]
    assert column.meaning == meaning
    assert column.why == ("not known" if meaning == "not read" else "by its cells")


def test_where_another_column_has_it_it_stays_unknown() -> None:
    assert [column.meaning for column in understood("Name|Sex|zz", "Ada|F|F", "Bea|M|M")] == ["name", "sex", "not read"]


@together(
    ("cells", "meaning", "made"),
    [
        ("KEN|Norway", "nation", None),
        ("M40|W35|U20", "category", None),
        ("20-24|25-29", "category", None),
        ("F|M", "sex", None),
        ("#12|bib 7", "bib", ["12", "7"]),
        ("North AC|South H", "club", None),
        ("North AC|South H|x|y", "not read", None),  # no more than half
        ("A1 B|a2 b|x", "not read", None),
        ("North AC|North AC", "not read", None),  # as `Details`
        ("North AC", "club", None),
        ("born 2001|geb. 1999", "not read", None),
        ("12 parkruns|250 parkruns", "not read", None),
        ("Age 54.2 %|Age 60.1 %", "not read", None),
    ],
)
def test_what_stands_below_names_is_known_by_most_of_its_cells(
    cells: str, meaning: str, made: list[str] | None
) -> None:
    told = cells.split("|")
    column = understood("Name|below 'Name'", *(f"{name}|{cell}" for name, cell in zip("ABCD", told, strict=False)))[1]
    assert (column.meaning, column.cells) == (meaning, made or told)


@together(
    ("titles", "rows"),
    [
        ("Name|Club|below 'Name'", ["Ada|Oak|North AC", "Bea|Elm|South H"]),
        ("Name|Time|below 'Time'", ["Ada|4:01|KEN", "Bea|4:02|NOR"]),
    ],
)
def test_what_is_known_already_or_stands_below_no_names_is_not_taken(titles: str, rows: list[str]) -> None:
    assert understood(titles, *rows)[2].heading is None


def test_of_a_nation_with_its_letters_the_letters_are_kept() -> None:
    assert understood("Name|Nation", "Ada|Kenya (KEN)", "Bea|Norway [NOR]", "Cia|Peru")[1].cells == [
        "KEN",
        "NOR",
        "Peru",
    ]


def test_the_cards_of_a_walk_are_noted_under_their_heading() -> None:
    text = "20000 m walk\nPos,Name,10km,Tarjetas rojas,Time\n1,Ada Alfa,44:50,~,1:29:08\n2,Bea Beta,45:40,,1:32:15\n"
    race = reading(f"{text},Cia Gamma,45:01,> > ~ >,DQ\n").race
    assert race is not None
    assert [entry.note for entry in race.entries] == ["Tarjetas rojas: ~", "", "Tarjetas rojas: > > ~ >"]


def test_a_class_behind_the_place_in_it_is_the_class_alone() -> None:
    rows = "1;1. M30;Al Alfa;31:10\n2;2. M30;Bo Beta;31:20\n3;1. W;Cy Gamma;33:10\n4;3.;Di Eta;35:00\n"
    race = reading(f"Pl.;AK;Name;Zeit\n{rows}", "10km.csv").race
    assert race is not None
    assert [entry.category for entry in race.entries] == ["M30", "M30", "W", ""]
