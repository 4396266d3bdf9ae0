"""Times whose parts stand in columns of their own."""

from replay.files.table.meanings.column import columns_of
from replay.files.table.meanings.parted import joined_times, larger_of_two, spaced_times, without_days
from tests.together import together


def joined(titles: list[str], *rows: list[str], kept: tuple[str, ...] = ()) -> dict[str, list[str]]:
    columns, _ = joined_times(columns_of(titles, rows), kept)
    return {column.title: list(column.cells) for column in columns}


@together(
    ("titles", "row", "title", "time"),
    [
        (["Min", "Sec"], ["14", "32"], "Time (min:sec)", "14:32"),
        (["HH", "MM", "SS"], ["1", "4", "5,5"], "Time (h:min:sec)", "01:04:05.5"),
        (["Time (h)", "Time (min)"], ["2", "5"], "Time (h:min)", "02:05:00"),
        (["5 km Min.", "5 km Sek."], ["15", "7"], "5 km (min:sec)", "15:07"),
        (["Min", "Sec", "Hund"], ["3", "58", "5"], "Time (min:sec:1/100)", "03:58.05"),
        (["H", "Min", "Sec", "Hund"], ["1", "3", "58", "5"], "Time (h:min:sec:1/100)", "01:03:58.05"),
        (["Min", "Sec"], ["100", "32"], "Time (min:sec)", "100:32"),
    ],
)
def test_parts_are_one_time(titles: list[str], row: list[str], title: str, time: str) -> None:
    assert joined(titles, row) == {title: [time]}


@together(
    ("titles", "row"),
    [
        (["Min", "Place"], ["14", "3"]),
        (["Min"], ["14"]),
        (["Time (min)", "Time (sec)"], ["14.53", "872"]),
        (["Time (min)", "Time (sec)"], ["14", "872"]),
        (["5 km min", "10 km sec"], ["14", "32"]),
        (["Sec", "Min"], ["32", "14"]),
    ],
)
def test_others_stay_as_they_are(titles: list[str], row: list[str]) -> None:
    assert joined(titles, row) == {title: [cell] for title, cell in zip(titles, row, strict=True)}


def test_a_status_in_a_part_is_kept_and_blanks_are_no_time() -> None:
    rows = ["14", "32"], ["", "DNF"], ["", ""], ["15", ""], ["15", "5"]
    assert joined(["Min", "Sec"], *rows) == {"Time (min:sec)": ["14:32", "DNF", "", "15:00", "15:05"]}


def test_what_the_user_names_stays_a_column() -> None:
    assert list(joined(["Min", "Sec"], ["14", "32"], kept=("Sec",))) == ["Min", "Sec"]


@together(
    ("minutes", "joined_up"),
    [
        (["99", "99"], True),
        (["100", "100"], False),
        (["100", "101"], True),
        (["100"], True),
        (["x", "100", "100"], True),
    ],
)
def test_the_same_number_of_metres_in_all_cells_is_no_minutes(minutes: list[str], joined_up: bool) -> None:
    rows = [[one, "32"] for one in minutes]
    assert (len(joined(["split_1_m", "split_1_s"], *rows)) == 1) is joined_up


@together(("words", "joined_up"), [(1, True), (2, False)])
def test_more_than_half_of_the_cells_are_numbers(words: int, joined_up: bool) -> None:
    rows = [["DNF", ""]] * words + [["14", "32"]] * 2
    assert (len(joined(["Min", "Sec"], *rows)) == 1) is joined_up


def changed(title: str, cells: list[str], kept: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    """What cells become, and which columns are told of, by the reader of two times and that of blanks."""
    columns = columns_of([title], [[cell] for cell in cells])
    told = larger_of_two(columns) + spaced_times(columns, kept)
    assert columns[0].sample == [cell.strip() for cell in columns[0].cells]
    return list(columns[0].cells), told


@together(
    ("title", "cells", "made"),
    [
        ("5 km", ["6:03 / 3:02"], ["6:03"]),
        ("5 km", ["3:02|6:03"], ["6:03"]),
        ("Club", ["6:03 / 3:02"], None),
        ("5 km", [*["3:02 / 6:03"] * 9, "DNF"], [*["6:03"] * 9, "DNF"]),
        ("5 km", [*["3:02 / 6:03"] * 8, "DNF"], None),
        ("5 km", ["35 10", "36-12", "1 05 02,5"], ["35:10", "36:12", "1:05:02,5"]),
        ("Time", ["35 10", "DNF"], ["35:10", "DNF"]),
        ("Lane", ["35 10"], None),
        ("Time", [*["35 10"] * 9, "36:12"], [*["35:10"] * 9, "36:12"]),
        ("Time", [*["35 10"] * 8, "36:12"], None),
        ("Time", ["35 61"], None),
        ("Time", ["DNF"], None),
    ],
)
def test_two_times_or_blanks_in_a_cell(title: str, cells: list[str], made: list[str] | None) -> None:
    assert changed(title, cells) == (made or cells, [repr(title)] if made else [])


def test_blanks_stay_in_a_column_that_the_user_names() -> None:
    assert changed("Time", ["35 10"], kept=("Time",)) == (["35 10"], [])


def test_a_day_is_taken_off_that_all_have() -> None:
    for cells, made in (
        (["1900-01-01 00:35:10", ""], ["00:35:10", ""]),
        (["1900-01-01 00:35:10", "0:36:00"], ["1900-01-01 00:35:10", "0:36:00"]),
        (["1900-01-02 00:35:10"], ["1900-01-02 00:35:10"]),
    ):
        (column,) = columns_of(["Time"], [[cell] for cell in cells])
        without_days([column])
        assert list(column.cells) == made
