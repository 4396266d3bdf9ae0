"""What columns mean beside one another."""

import pytest

from replay.files.table.meanings.column import Column, columns_of
from replay.files.table.meanings.columns import understand
from replay.files.table.meanings.placing import PLACES, counts
from tests.together import together


def understood(*lines: str) -> dict[str, Column]:
    """The columns of lines whose first has the titles, by title."""
    titles, *rows = (line.split(",") for line in lines)
    made = columns_of(titles, rows)
    understand(made, {})
    return {column.title: column for column in made}


@together(
    ("titles", "place"),
    [("Place (M/W),Place Total", "Place Total"), ("Rang,Overall", "Rang"), ("Place,Rank", "Place")],
)
def test_of_several_places_one_that_counts_is_taken(titles: str, place: str) -> None:
    cells = {"Place (M/W)": "1 1 2 2", "Place Total": "1 2 3 4", "Rang": "1 2 3 4", "Overall": "12 15 21 30"}
    cells |= {"Place": "1 2 3 4", "Rank": "98.5 99.0 80.0 70.0"}
    one, two = (cells[title].split() for title in titles.split(","))
    found = understood(f"{titles},Name,Time", *(f"{a},{b},R {a}{b},10:0{a}" for a, b in zip(one, two, strict=True)))
    assert [title for title, column in found.items() if column.heading is not None and column.meaning == "place"] == [
        place
    ]


@together(
    ("cells", "meaning"),
    [
        ("1 2 1 3 2", None),  # within their classes
        ("1 2 3 4 4", None),
        ("1 2 3 4 5", None),
        ("1 2 3 4 6", "bib"),
        ("5 4 3 2 1", "bib"),
        ("112 87 40 7 8", "bib"),
    ],
)
def test_beside_the_place_another_is_a_bib_or_within_a_class(cells: str, meaning: str | None) -> None:
    rows = [f"{at},R {at},{cell},4:0{at}" for at, cell in enumerate(cells.split(), 1)]
    column = understood("Place,Name,Pos,Time", *rows)["Pos"]
    assert (None if column.heading is None else column.meaning) == meaning
    beside = understood("Place,No,Name,Pos,Time", *(f"{row[0]},1{row}" for row in rows))["Pos"]
    assert beside.why == "the place is in 'Place'"


@together(
    ("cells", "are"),
    [("1 2 3 4 5", True), ("1 2 4 3 5 6 6", True), ("1 9 2 8 3 7 4", False), ("4 5 6 7", False), ("1 x x", False)],
)
def test_places_count_the_rows_and_a_few_may_be_out_of_order(cells: str, are: bool) -> None:
    (column,) = columns_of(["n"], [[cell] for cell in cells.split()])
    assert counts(column) == are


def test_a_pace_beside_a_point_is_no_time_there() -> None:
    found = understood("Name,5 km,5 km Tempo,Ziel", "A,17:30,3:30,35:30", "B,18:00,3:36,36:40", "C,19:30,3:54,40:00")
    assert (found["5 km"].meaning, found["5 km Tempo"].heading) == ("split", None)
    assert found["5 km Tempo"].why == "its cells are paces"


@together(("cells", "half"), [(("1:01:00", "1:02:10"), True), (("3:01", "3:05"), False)])
def test_media_is_half_of_the_race_or_a_mean(cells: tuple[str, str], half: bool) -> None:
    column = understood("Name,Media,Time", f"Ada,{cells[0]},2:03:00", f"Bea,{cells[1]},2:05:00")["Media"]
    assert (column.heading is not None and column.heading.point is not None and column.heading.point.half) == half


def test_a_semi_final_is_no_half_of_the_final() -> None:
    found = understood("Name,Heat,Semi,Final", "A,6.50,6.45,6.41", "B,6.55,6.49,6.44", "C,6.60,6.52,6.50")
    assert (found["Semi"].heading, found["Final"].meaning) == (None, "result")
    french = understood("Nom,Semi,Temps", "A,1:10:00,2:22:00", "B,1:12:00,2:25:00")
    assert french["Semi"].meaning == "split"


def test_where_only_times_on_the_way_are_known_the_one_behind_them_is_the_result() -> None:
    found = understood("Name,5 km,Gwxz,Pqrs", "A,17:30,36:02,1:00", "B,18:00,37:10,2:08", "C,19:00,39:00,3:58")
    assert (found["Gwxz"].meaning, found["Gwxz"].why) == ("result", "by its cells")
    assert found["Pqrs"].heading is None


def test_places_beside_points_stay_places() -> None:
    found = understood("Name,400m,400m Rank,800m", "A,56.1,2,1:56.0", "B,56.0,1,1:57.0", "C,57.0,3,1:58.0")
    assert found["400m Rank"].why == PLACES


@together(
    ("titles", "cells", "metres"),
    [
        ("10m,20m,60m", "1.89,2.88,6.29", [10, 20, 60]),
        ("10m,20m,50m", "1:10:00,2:25:00,7:10:00", [16093.44, 32186.88, 80467.2]),
        ("5m,10m", "30:10,61:10", [8046.72, 16093.44]),
        ("5m,13.1m,50m", "30:10,1:20:00,6:10:00", [8046.72, 21097.5, 80467.2]),
    ],
)
def test_all_of_a_table_s_m_are_metres_or_all_are_miles(titles: str, cells: str, metres: list[float]) -> None:
    columns = understood(f"Name,{titles}", f"Ada Alfa,{cells}", f"Bea Beta,{cells}")
    points = [columns[title].heading.point for title in titles.split(",")]  # type: ignore[union-attr]
    assert [point.metres for point in points if point is not None] == pytest.approx(metres)


@together(
    ("cells", "meaning"),
    [("CA TX OR", None), ("Texas Ohio Iowa", None), ("KEN ETH GBR", "nation"), ("Kenya Ethiopia Texas", "nation")],
)
def test_a_state_is_a_nation_only_where_it_is_no_part_of_one(cells: str, meaning: str | None) -> None:
    rows = (f"{at},Runner {state},{state},15:1{at}" for at, state in enumerate(cells.split(), 1))
    column = understood("Place,Name,State,Time", *rows)["State"]
    assert (None if column.heading is None else column.meaning) == meaning


@together(
    ("pace", "is_pace"),
    [("3:30", True), ("4:22", True), ("7:02", True), ("7:03", False), ("2:38", True), ("2:37", False)],
)
def test_a_pace_is_about_that_of_the_time_for_a_kilometre_or_a_mile(pace: str, is_pace: bool) -> None:
    found = understood("Name,5 km,5 km Tempo,Ziel", f"A,17:30,{pace},35:30", f"B,17:30,{pace},36:30")
    assert (found["5 km Tempo"].why == "its cells are paces") is is_pace
    assert found["5 km"].meaning == "split"


@together(("paces", "are"), [("3:30 3:30 3:30 3:30 9:00", False), ("3:30 3:30 3:30 3:30 3:30 9:00", True)])
def test_more_than_four_in_five_are_paces(paces: str, are: bool) -> None:
    rows = [f"R {at},17:30,{pace},35:1{at}" for at, pace in enumerate(paces.split())]
    assert (understood("Name,5 km,5 km Tempo,Ziel", *rows)["5 km Tempo"].heading is None) is are


@together(
    ("title", "cells", "half"),
    [
        ("Media", "49:00 49:00 49:00", True),
        ("Media", "48:00 48:00 48:00", False),
        ("Media", "1:11:00 1:11:00 1:11:00", True),
        ("Media", "1:12:00 1:12:00 1:12:00", False),
        ("Media", "1:00:00 1:00:00 1:00:00 1:00:00 3:00", False),
        ("Media", "1:00:00 1:00:00 1:00:00 1:00:00 1:00:00 3:00", True),
        ("Media", "1:00:00 1:00:00 1:00:00 x y", False),
        ("Media", "1:00:00 1:00:00 1:00:00 1:00:00 x y", True),
        ("Foo", "1:00:00 1:00:00 1:00:00", False),
    ],
)
def test_half_of_the_race_took_two_to_three_fifths_of_it(title: str, cells: str, half: bool) -> None:
    rows = [f"R {at},{cell},2:00:00" for at, cell in enumerate(cells.split())]
    assert (understood(f"Name,{title},Time", *rows)[title].why == "its times are of half the race") is half
    assert understood(f"Name,{title}", *(row[:-8] for row in rows))[title].why != "its times are of half the race"


@together(
    ("title", "cells", "told"),
    [
        ("", "🇰🇪 🇪🇹 🇬🇧 x y", "not known"),
        ("", "🇰🇪 🇪🇹 🇬🇧 🇬🇧 y", "nation"),
        ("Foo", "🇰🇪 🇪🇹 🇬🇧 🇬🇧 y", "nation"),
        ("", "KEN GBR USA FRA Xyz", "not known"),
        ("", "KEN GBR USA FRA ETH Xyz", "nation"),
        ("Foo", "KEN GBR USA FRA ETH", "not known"),
        ("Nation/Ort", "KEN GBR USA FRA Leeds", "nation"),
        ("Nation/Ort", "KEN GBR USA Hull Leeds", "it has towns"),
        ("Nation", "KEN GBR USA Hull Leeds", "nation"),
        ("State", "TX CA KEN GBR", "nation"),
        ("State", "TX CA KEN", "it has states of a nation"),
    ],
)
def test_nations_are_told_from_towns_and_states_by_their_cells(title: str, cells: str, told: str) -> None:
    rows = [f"R {at},{cell},4:0{at}" for at, cell in enumerate(cells.split())]
    found = understood(f"Name,{title},Time", *rows)[title or "column 2"]
    assert (found.meaning if found.heading is not None else found.why) == told


@together(("cells", "far"), [("60km 61km 62km x y", False), ("60km 61km 62km 63km y", True)])
def test_results_that_are_distances_are_how_far_somebody_came(cells: str, far: bool) -> None:
    found = understood("Name,Result", *(f"R {at},{cell}" for at, cell in enumerate(cells.split())))["Result"]
    assert (found.why == "its cells are distances") is far


@together(
    ("cells", "gaps"),
    [
        ("36:10 +0:22 +1:45", True),
        ("+36:10 +0:22 +1:45", False),
        ("36:10 0:22 1:45", False),
        ("36:10 +0:22 DNF", True),
        ("36:10", False),
        ("x +0:22 +1:45", False),
    ],
)
def test_where_only_gaps_are_told_the_first_has_a_time(cells: str, gaps: bool) -> None:
    found = understood("Name,Gap", *(f"R {at},{cell}" for at, cell in enumerate(cells.split())))["Gap"]
    assert (found.why == "the first has a time") is gaps


@together(
    ("last", "is_result"),
    [(["36:00"] * 9 + ["15:00"], True), (["36:00"] * 8 + ["15:00"] * 2, False), (["16:59"] * 10, False)],
)
def test_nine_in_ten_come_behind_the_times_on_the_way(last: list[str], is_result: bool) -> None:
    found = understood("Name,5 km,Gwxz", *(f"R {at},17:00,{cell}" for at, cell in enumerate(last)))["Gwxz"]
    assert (found.why == "by its cells") is is_result
    two = understood("Name,5 km,Gwxz,Pqrs", *(f"R {at},17:00,{cell},{cell}" for at, cell in enumerate(last)))
    assert two["Gwxz"].heading is two["Pqrs"].heading is None


@together(
    ("names", "given", "family", "whole"),
    [
        ("Ada_Alfa Bea Cia", "Ada Bea Cia", "Alfa Beta Cent", False),
        ("Ada_Alfa Bea_Beta Cia Dot", "Ada Bea Cia Dot", "Alfa Beta Cent Delt", True),
        ("X Y Z", "Ada Bea Cia", "Alfa Beta Cent", False),
        ("Alfa_Ada Beta_Bea Cia_Cent", "Ada Bea Cia", "Alfa Beta Cent", False),  # the parts say which is which
    ],
)
def test_a_name_is_whole_where_half_of_them_have_both_parts(names: str, given: str, family: str, whole: bool) -> None:
    rows = zip(names.replace("_", "\u00a0").split(" "), given.split(), family.split(), strict=True)
    found = understood("Name,Vorname,Nachname", *(",".join(row).replace("\u00a0", " ") for row in rows))
    assert (found["Name"].heading is not None) is whole
    assert (found["Vorname"].why == found["Nachname"].why == "the name is there as a whole") is whole
    assert whole or found["Name"].why == "the name is in 'Vorname' and 'Nachname'"


@together(
    ("teams", "told"),
    [
        (["North", "South", "East", "North"], "club"),
        ([f"T{at}" for at in range(10)], "name"),
        ([*(f"T{at}" for at in range(9)), "T0"], "club"),
    ],
)
def test_where_nobody_is_named_and_teams_are_different_a_team_is_the_entry(teams: list[str], told: str) -> None:
    found = understood("Club,Time", *(f"{team},4:1{at}" for at, team in enumerate(teams)))["Club"]
    assert found.meaning == told


def test_a_column_of_single_words_is_the_names_where_all_others_are_times() -> None:
    assert understood("Wxz,Time", "Ada,4:01", "Bea,4:02")["Wxz"].meaning == "name"
    assert understood("Wxz,Time", "Ada,4:01", "Ada,4:02")["Wxz"].heading is None
    assert understood("Wxz,Time", "Ada,4:01", "Finish,4:02")["Wxz"].heading is None
    assert understood("Wxz,Time,Lane", "Ada,4:01,1", "Bea,4:02,2")["Wxz"].heading is None
    assert understood("Distance,400,800", "Ada,61.0,2:03", "Bea,62.0,2:04")["Distance"].meaning == "name"


@together(
    ("titles", "times", "metres"),
    [
        ("0.4,0.8,1.2", "62.1,2:05.0,3:08.2", [400.0, 800.0, 1200.0]),
        ("1.6,3.2", "5:01.1,10:05.0", [1600.0, 3200.0]),
        ("3.1,6.2", "15:01,30:05", [3.1, 6.2]),  # of miles
        ("1.5,3.0", "9:10,18:20", [1.5, 3.0]),  # both could be
        ("0.4,0.8", "8.1,16.0", [0.4, 0.8]),  # nobody runs so
        ("1.6", "5:01.1", [1.6]),
    ],
)
def test_decimals_without_a_unit_are_kilometres_where_so_many_miles_were_too_fast(
    titles: str, times: str, metres: list[float]
) -> None:
    found = understood(f"Name,{titles},Time", *(f"R {at},{times},45:0{at}" for at in range(3)))
    points = [one.heading.point for one in found.values() if one.heading is not None]
    told = [point.metres for point in points if point is not None and not point.finish]
    assert told == metres
