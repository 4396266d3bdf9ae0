"""The columns of a table."""

from replay.files.table.meanings.column import columns_of


def test_columns_in_which_there_is_nothing_are_none_and_the_others_have_a_title() -> None:
    made = columns_of(["", "", "Time"], [["", "A", ""], ["-", "", ""]])
    assert [(one.index, one.title, one.sample) for one in made] == [(1, "column 2", ["A"]), (2, "Time", [])]
    assert columns_of(["Time"], []) == []


def test_as_many_rows_as_there_are() -> None:
    rows = [[str(number), f"Runner {number}"] for number in range(20_001)]
    bibs, names = columns_of(["Bib", "Name"], rows)
    assert [*zip(bibs.cells, names.cells, strict=True)] == [*map(tuple, rows)]
