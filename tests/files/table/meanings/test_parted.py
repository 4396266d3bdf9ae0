"""Times whose parts stand in columns of their own."""

from replay.files.table.meanings.column import columns_of
from replay.files.table.meanings.parted import joined_times
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
