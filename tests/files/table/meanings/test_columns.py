"""What columns are taken for, by their headings and by what stands below."""

import pytest

from replay.files.table.meanings import columns as columns_module
from replay.files.table.meanings.column import Column, columns_of
from replay.files.table.meanings.columns import WrongColumn, flag_status, listed, most_common, says_time, understand
from replay.files.table.meanings.placing import PLACES, counts
from replay.files.table.meanings.settling import TEAM, looks_like_names
from tests.together import together

WHOLE = "the name is there as a whole"
CELLS = "by its cells"
RUNNERS = ("1,Ada Alfa,4:01", "2,Bea Beta,4:02", "3,Cia Cent,4:03")


def columns(*lines: str, chosen: dict[str, str] | None = None) -> list[Column]:
    """The columns of lines whose first has the titles, understood."""
    titles, *rows = (line.split(",") for line in lines)
    made = columns_of(titles, rows)
    understand(made, chosen or {})
    return made


def taken(column: Column) -> str:
    """What a column is taken for, or why it is not read."""
    return str(column.meaning) if column.heading is not None else column.why


@together(
    ("lines", "meanings"),
    [
        (("Place,Name,Time", *RUNNERS), ["place", "name", "result"]),
        (("Zxq,Wvu,Tsr", *RUNNERS), ["not known", "name", "result"]),
        (("Gender,Name,Time", "F,Ada Alfa,4:01", "M,Bea Beta,4:02"), ["sex", "name", "result"]),
        (("Gender,Name,Time", *RUNNERS), ["not read", "name", "result"]),
        (("Name,Lane,Nat", "Ada,4,GBR", "Bea,5,KEN"), ["name", "lane", "nation"]),
        (("Name,Nation,State", "Ada,GBR,Kent", "Bea,KEN,Nairobi"), ["name", "nation", "the nation is in 'Nation'"]),
        (("Name,State", "Ada,Kent", "Bea,Nairobi"), ["name", "nation"]),
        (("Name,Lane", "Ada,4", "Bea,x"), ["name", "lane"]),
        (("Name,Time,Result Mark", "Ada,4:01,", "Bea,,DNS"), ["name", "result", "status"]),
        (("Zxq,Name,Time", "Unofficial Finishers,Ada,4:01", "Did Not Finish,Bea,"), ["status", "name", "result"]),
        (("Zxq,Name,Time", "Finishers,Ada,4:01", "Novices,Bea,4:09"), ["not known", "name", "result"]),
        (
            ("Name,Status,Time,Result Mark", "Ada,ok,4:01,", "Bea,DNS,,DNS"),
            ["name", "status", "result", "its cells are no result"],
        ),
        (("Name,Lane", "Ada,4", "Bea,x", "Cia,y"), ["name", "its cells are no lane"]),
        (("Name,Lane,Nat", "Ada,x,1", "Bea,y,2"), ["name", "its cells are no lane", "its cells are no nation"]),
        (("Name,Bib", "Ada,12", "Bea,4:03"), ["name", "its cells are no bib"]),
        (("Name,Bib", "Ada,12", "Bea,12", "Cia,12"), ["name", "its cells are no bib"]),
        (("Name,Bib", "Ada,12", "Bea,", "Cia,A13"), ["name", "bib"]),
        (("Name,Laps,Distance", "Ada,12,4800 m", "Bea,11,4400 m"), ["name", "number of laps", "distance"]),
        (("Name,Laps", "Ada,72.5; 73.1", "Bea,72.6; 73.2"), ["name", "laps"]),
        (("Name,Start,Time", "Ada,10:00:00,1:01:00", "Bea,10:00:10,1:02:00"), ["name", "start", "result"]),
        (("Name,Rank,Time", "Ada,4:01,1:01:00", "Bea,4:02,1:02:00"), ["name", "its cells are no place", "result"]),
        (("Name,Rank,Time", "Ada,1.,4:01", "Bea,DNF,", "Cia,-1 lap,"), ["name", "place", "result"]),
        (("Name,Event,Category", "Ada,1500 m,W40", "Bea,1500 m,W45"), ["name", "event", "category"]),
        (("Name,DNF,Time", "Ada,no,4:01", "Bea,yes,"), ["name", "status", "result"]),
        (("Name,Status,Time", "Ada,ok,4:01", "Bea,DNF,"), ["name", "status", "result"]),
        (("Name,Time", "Ada,60 km", "Bea,61.5 km", "Cia,-"), ["name", "distance"]),
    ],
)
def test_a_column_is_what_its_heading_says_if_its_cells_are(lines: tuple[str, ...], meanings: list[str]) -> None:
    assert [taken(column) for column in columns(*lines)] == meanings


@together(
    ("cells", "meaning"),
    [
        (("59", "60", "61"), "result"),
        (("1", "2", "3"), PLACES),
        (("3", "1", "2"), PLACES),
        (("4", "5", "6"), "result"),
        (("1", "2", "22"), "its cells are no result"),
        (("1", "2", "23"), "result"),
        (("1", "2"), "its cells are no result"),
        (("1", "19"), "result"),
        (("240", "DNF", "s.t."), "result"),
        (("DNF", "DNS", "-"), "its cells are no result"),
        (("", "", ""), "result"),
        (("4:01", "Ada", "Bea"), "its cells are no result"),
        (("4:01", "4:02", "4:03", "Ada", "Bea"), "result"),
    ],
)
def test_times_are_told_from_places_and_from_words(cells: tuple[str, ...], meaning: str) -> None:
    assert taken(columns("Name,Time", *(f"R{number},{cell}" for number, cell in enumerate(cells)))[1]) == meaning


@together(
    ("lines", "meanings"),
    [
        (("Name,5 km,Time", "Ada,15:00,30:00", "Bea,,31:00", "Cia,DNF,"), ["split", "result"]),
        (("Name,5 km,Time", "Ada,1,30:00", "Bea,2,31:00", "Cia,3,32:00"), [PLACES, "result"]),
        # Places of a part of the field are told by those of the whole beside them.
        (
            ("Name,5 km,10 km,Time", "Ada,1,7,30:00", "Bea,2,8,31:00", "Cia,3,9,32:00"),
            [PLACES, PLACES, "result"],
        ),
        (("Name,10 km,Time", "Ada,7,30:00", "Bea,8,31:00", "Cia,9,32:00"), ["split", "result"]),
    ],
)
def test_points_have_times_or_places(lines: tuple[str, ...], meanings: list[str]) -> None:
    assert [taken(column) for column in columns(*lines)[1:]] == meanings


@pytest.mark.parametrize(("others", "read"), [(9, True), (10, False)])
def test_of_ten_at_a_point_one_has_a_time(others: int, read: bool) -> None:
    point = columns("Name,5 km", "Ada,15:00", *(f"R{number},x" for number in range(others)))[1]
    assert (point.heading is not None) == read


@together(
    ("lines", "told"),
    [
        (("Name,Vorname", "Alfa,Ada", "Beta,Bea", "Cent,Cia"), ["family name (beside 'Vorname')", "given name"]),
        (("Name,Surname", "Ada,Alfa", "Bea,Beta", "Cia,Cent"), ["given name (beside 'Surname')", "family name"]),
        (("Name,Vorname", "Ada Alfa,Ada", "Bea Beta,Bea", "Cent,Cia"), ["name", WHOLE]),
        (("Name,Vorname", "Ada Alfa,Ada", "Beta,Bea"), ["family name (beside 'Vorname')", "given name"]),
        (("Name,First name,Surname", "Ada Alfa,Ada,Alfa", "Bea Beta,Bea,Beta"), ["name", WHOLE, WHOLE]),
        (("First name,Surname", "Ada,Alfa", "Bea,Beta"), ["given name", "family name"]),
        (("Club,x", "Harriers,A", "Runners,B", "Track,C"), [f"name ({TEAM})", "not known"]),
        (("Nation,x", "USA,A", "GBR,B", "KEN,C"), [f"name ({TEAM})", "not known"]),
        (("Club,x", "Harriers,A", "Harriers,B", "Track,C"), ["club", "not known"]),
        (("Club,x", "Harriers,Ada Alfa", "Runners,Bea Beta", "Track,Cia Cent"), ["club", f"name ({CELLS})"]),
        (("x,y", "Ada Alfa,4:01", "Bea Beta,4:02"), [f"name ({CELLS})", f"result ({CELLS})"]),
        (("tally label,y", "Far Run,4:01", "Long Run,4:02"), ["not known", f"result ({CELLS})"]),
        (("x,y", "Ada,4:01", "Bea,4:02"), ["not known", f"result ({CELLS})"]),
        (("x,y,z", "Ada Alfa,4:01,4:02", "Bea Beta,4:02,4:03"), [f"name ({CELLS})", "not known", "not known"]),
        (("Name,Time", "Ada,60 km", "Bea,61.5 km"), ["name", "distance (its cells are distances)"]),
    ],
)
def test_names_and_times_are_found_beside_other_columns_and_by_their_cells(
    lines: tuple[str, ...], told: list[str]
) -> None:
    made = columns(*lines)
    assert [f"{taken(one)} ({one.why})" if one.heading and one.why else taken(one) for one in made] == told


@together(
    ("title", "said", "meaning"),
    [
        ("Time", "gun time", "gun time"),
        ("time", "5 km", "split"),
        ("3", "club", "club"),
        ("column 3", "club", "club"),
        ("Time", "ignore", "not read"),
        ("Time", "note", "note"),
    ],
)
def test_the_user_may_say_what_a_column_is(title: str, said: str, meaning: str) -> None:
    column = columns("Place,Name,Time", *RUNNERS, chosen={title: said})[2]
    assert (str(column.meaning), column.why) == (meaning, "--column")


@together(
    ("title", "said", "words"),
    [
        ("Tim", "gun", "no column is headed 'Tim'; did you mean 'Time'?"),
        ("9", "gun", "no column is headed '9'; there are 'Place', 'Name', 'Time'"),
        ("Time", "zzz", "'zzz' is nothing that a column can be; it is one of name, "),
    ],
)
def test_what_there_is_not_is_said_with_a_way_out(title: str, said: str, words: str) -> None:
    with pytest.raises(WrongColumn) as error:
        columns("Place,Name,Time", *RUNNERS, chosen={title: said})
    assert str(error.value).startswith(words)


def column(*cells: str, title: str = "Place") -> Column:
    """One column, not understood."""
    return columns_of([title], [[cell] for cell in cells])[0]


def test_of_a_long_column_some_hundreds_of_cells_are_looked_at_from_all_of_it() -> None:
    long = column(*map(str, range(10_000)))
    assert 200 <= len(long.sample) <= 300
    assert min(map(int, long.sample)) < 500
    assert max(map(int, long.sample)) > 9500
    assert len({int(cell) % 10 for cell in long.sample}) >= 5
    assert column(*[""] * 5000, "A", *[""] * 5000).sample == ["A"]
    wide = columns_of(["Place"] * 900, [[str(row)] * 900 for row in range(300)])
    assert sum(len(one.sample) for one in wide) <= 60_000
    assert min(len(one.sample) for one in wide) >= 40


@together(
    ("cells", "counted"),
    [
        (("1", "2", "3", "4"), True),
        (("3", "4", "4", "6"), True),
        (("4", "5", "6", "7"), False),
        (("1", "3", "2", "4", "5"), True),
        (("4", "3", "2", "1"), False),
        (("1", "A", "B"), False),
        (("1", "A"), True),
        (("A", "B"), False),
    ],
)
def test_places_count_up(cells: tuple[str, ...], counted: bool) -> None:
    assert counts(column(*cells)) == counted


@together(
    ("title", "time"),
    [("Time", True), ("5 km", True), ("Lap 1", True), ("Place", False), ("5 km rank", False), ("Zxq", False)],
)
def test_a_heading_names_a_time_and_nothing_else(title: str, time: bool) -> None:
    assert says_time(title) == time


@together(
    ("title", "cell", "status"),
    [("DNF", "yes", "dnf"), ("DNF", "no", ""), ("DNF", "12 km", "12 km"), ("DNF", "", ""), ("Status", "yes", "yes")],
)
def test_a_flag_says_a_status_by_yes(title: str, cell: str, status: str) -> None:
    assert flag_status(title, cell).lower() == status


def test_names_are_two_words_and_seldom_the_same() -> None:
    assert looks_like_names(column("Ada Alfa", "Bea Beta")) == 1.0
    assert looks_like_names(column("Ada Alfa", "Ada Alfa")) == 0.5
    assert looks_like_names(column("Ada Alfa", "Bea")) == 0.5
    assert looks_like_names(column("", title="x")) == 0.0


def test_what_stands_most_often_and_titles_in_a_message() -> None:
    assert (most_common(column("A", "B", "B")), most_common(column(""))) == ("B", "")
    assert listed(["Place", "Name"]) == "'Place', 'Name'"
    assert listed(["A", "B", "C"], most=1) == "'A' and 2 more"
    assert listed(["A", "B", "C"], most=3) == "'A', 'B', 'C'"


@together(
    ("title", "cells", "meaning"),
    [
        ("Name", "Ada Bea 1 2", "name"),
        ("Name", "Ada 1 2", "category"),
        ("Vorname", "Ada Bea Cia 4:01 Eva Fay Gia Hoy Ivy Joy", ""),
        ("Vorname", "Ada Bea Cia 4:01 Eva Fay Gia Hoy Ivy Joy Kay", "given name"),
        ("Nachname", "Ada Bea Cia 4:01 Eva Fay Gia Hoy Ivy Joy", ""),
        ("Nachname", "Ada Bea Cia 4:01 Eva Fay Gia Hoy Ivy Joy Kay", "family name"),
        ("Club", "A B C 1 2 3 4 5 6 7", "club"),
        ("Club", "A B 1 2 3 4 5 6 7", ""),
        ("Nation", "KEN GBR USA 1 2", "nation"),
        ("Nation", "KEN GBR 1 2", "name"),
        ("Sex", "M F M F 12", "sex"),
        ("Sex", "M F M 12", "not read"),
        ("Category", "A B C 1 2 3 4 5 6 7", "category"),
        ("Category", "A B 1 2 3 4 5 6 7", "not read"),
        ("Category", "20-29 30-39 70+ 1 2 3 4 5 6 7", "category"),
        ("Lane", "1 2 x y", "lane"),
        ("Lane", "1 x y", ""),
        ("Place", "1 2 3 x y", "place"),
        ("Place", "1 2 x y", "bib"),
        ("Place", "1 2 = 4", "place"),
        ("Place", "1 2 0 0 0", "place"),
        ("Place", "1 2 3 4 5 6 7 4:01 4:02 4:03", "point"),
        ("Place", "1 2 3 4 5 6 7 8 4:01 4:02 4:03", "place"),
        ("Bib", "1 2 3 4 4:01", "bib"),
        ("Bib", "1 2 3 4:01", ""),
        ("Bib", "A23456789012 2 3 4", "bib"),
        ("Bib", "A234567890123 2 3 4", ""),
        ("Bib", "1 1 2 2", "bib"),
        ("Bib", "1 1 1 2", "bib"),
        ("Nr.", "11 11 11 12 12", "place"),
        ("Nr.", "11 11 12 12", "bib"),
        ("DNF", "y n y n y n y n y x", "status"),
        ("Status", "DNF x", "status"),
        ("Status", "DNF x y", ""),
        ("Laps", "12 13 14 15 x", "number of laps"),
        ("Laps", "12 13 14 x", ""),
        ("Distance", "400 800 1200 x y", "distance"),
        ("Distance", "400 800 x y", "point"),
        ("Event", "a 1500 m x", "event"),
        ("Start", "10:00:00 10:00:01 10:00:02 x y", "start"),
        ("Start", "10:00:00 10:00:01 x y", ""),
    ],
)
def test_enough_cells_are_what_the_heading_says(title: str, cells: str, meaning: str) -> None:
    rows = [f"R,{cell}" for cell in cells.split()]
    found = columns(f"Runner,{title}", *rows)[1]
    assert (found.meaning if found.heading is not None else "") == meaning, found.why


@together(
    ("cells", "split"),
    [
        ("3:01 x y z a b c d e f", True),
        ("3:01 x y z a b c d e f g", False),
        ("3:01 DNF DNF DNF DNF DNF DNF DNF a b c d e f", False),
        ("3:01 DNF DNF DNF DNF DNF DNF DNF DNF DNF DNF a b c", True),
        ("3:01(1) 3:02(2) 3:03(3) x y", True),
    ],
)
def test_few_have_a_time_at_a_point(cells: str, split: bool) -> None:
    found = columns("Runner,1 km", *(f"R,{cell}" for cell in cells.split()))[1]
    assert (found.heading is not None) is split


@together(
    ("cells", "ranks"),
    [
        ("1 2 3", True),
        ("3 4 6", True),
        ("3 4 7", False),  # as many as there are rows, and three
        ("4 5 6", False),
        ("1 2", False),
        ("1 2 x", False),
    ],
)
def test_numbers_at_a_point_are_ranks_from_among_the_first(cells: str, ranks: bool) -> None:
    rows = [f"R,{cell}" for cell in cells.split()]
    assert (columns("Runner,5 km", *rows)[1].why == PLACES) is ranks
    assert (columns("Runner,5 km Rank", *rows)[1].heading is None) is True


@together("cells", ["4 5 6", "3 4 6"])
def test_under_a_heading_of_ranks_they_may_be_those_of_the_last(cells: str) -> None:
    assert columns_module._are_ranks(column(*cells.split(), title="5 km Position"))
    assert not columns_module._are_ranks(column("4:05", "5", "6", title="5 km Position"))
