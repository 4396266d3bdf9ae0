"""Rows with as many cells as there are headings, and without those that are no runners."""

import pytest

from replay.files.table.findings import Findings
from replay.files.table.layouts.evened import even_out, without_totals
from replay.files.table.layouts.grid import Grid
from replay.race.problems import UnreadableRace
from tests.together import together

TITLES = ["Place", "Name", "Time"]
ADA, BEA = ["1", "Ada", "4:01"], ["2", "Bea", "4:02"]


def evened(*rows: list[str], titles: list[str] = TITLES) -> tuple[list[list[str]], list[int], Findings]:
    found = Findings("a.csv")
    made, lines = even_out(Grid(titles, list(rows), range(2, 2 + len(rows)), delimiter=","), found)
    return [*made], [*lines], found


@together(
    ("odd", "made", "told"),
    [
        (["3", "Cia"], ["3", "Cia", ""], ""),
        (["3", "Cia", "4:03", "", " "], ["3", "Cia", "4:03"], ""),
        (["3", "Cia", "4:03", "x"], ["3", "Cia", "4:03"], "1 cell behind the last heading"),
        (["3", "Cia", "DNF", "x"], None, "1 row with more cells than headings"),
        (["3", "Cia", "Oak", "4:03"], None, "1 row with more cells than headings"),
    ],
)
def test_rows_have_as_many_cells_as_there_are_headings(odd: list[str], made: list[str] | None, told: str) -> None:
    rows, lines, found = evened(ADA, odd, BEA)
    assert rows == [ADA, *([made] if made else []), BEA]
    assert lines == ([2, 3, 4] if made else [2, 4])
    assert [str(one).partition(" (")[0] for one in found.left_out.all()] == ([told] if told else [])


def test_a_status_may_stand_beside_a_time() -> None:
    titles = ["Name", "400 m", "Time"]
    rows, _, found = evened(["Ada", "1:01", "2:03"], ["Bea", "1:02", "DNF", "x"], titles=titles)
    assert rows[1] == ["Bea", "1:02", "DNF"]
    assert [one.count for one in found.left_out.all()] == [1]


def test_where_nobody_has_a_row_nobody_runs() -> None:
    with pytest.raises(UnreadableRace, match="names no runner"):
        evened(["3", "Cia", "4", "x"])


@together(
    ("rows", "names"),
    [
        ([["1", "Alfa", " Ada", "4:01"], ["2", "Beta", " Bea", "4:02"]], ["Alfa, Ada", "Beta, Bea"]),
        ([["1", "Alfa", "Ada", "4:01"], ["2", "Beta", "Bea", "4:02"]], ["Alfa,Ada", "Beta,Bea"]),
        ([["1", "Alfa", "Ada", "4:01"], ["2", "Beta", "4", "4:02"]], []),
        ([["1", "Alfa", "Ada", "4:01"], ["2", "Beta", "", "4:02"]], []),
        ([["1", "Alfa", "Ada", "4:01"], ["2", "Bea", "4:02"]], ["Bea"]),
    ],
)
def test_a_comma_in_a_name_stands_without_quotes(rows: list[list[str]], names: list[str]) -> None:
    if not names:
        with pytest.raises(UnreadableRace):
            evened(*rows)
        return
    made, _, found = evened(*rows)
    assert [row[1] for row in made] == names
    assert [one.count for one in found.repaired.all()] == ([2] if len(names) > 1 else [])


def test_the_comma_may_be_that_of_another_text() -> None:
    titles = ["Name", "Town", "Time"]
    rows = [["Ada", "Oak", " Ohio", "4:01"], ["Bea", "Elm", " Iowa", "4:02"]]
    made, _, _ = evened(*rows, titles=titles)
    assert [row[1] for row in made] == ["Oak, Ohio", "Elm, Iowa"]


def kept(rows: list[list[str]], titles: list[str] = TITLES) -> tuple[list[int], list[tuple[str, int]]]:
    """The lines of the rows that are kept, and what is told of those left out."""
    found = Findings("a.csv")
    _, lines = without_totals(rows, range(2, 2 + len(rows)), titles, found)
    return [*lines], [(f"{one}".partition("(")[2], one.count) for one in found.left_out.all()]


@together(
    ("rows", "lines"),
    [
        ([ADA, BEA], [2, 3]),
        ([ADA, ["# a remark", "", ""], BEA], [2, 4]),
        ([ADA, ["#1", "", ""], BEA], [2, 3, 4]),
        ([ADA, ["# a remark", "", "4:03"], BEA], [2, 3, 4]),
        ([ADA, ["Total: 2", "", ""], BEA], [2, 4]),
        ([ADA, ["", "Total: 2", ""], BEA], [2, 4]),
        ([ADA, ["Notes: rain", "", ""], BEA], [2, 4]),
        ([ADA, BEA, ["Timing by us", "", ""], ["Thanks to all", "", ""]], [2, 3]),
        ([ADA, ["Timing by us", "", ""], BEA], [2, 3, 4]),
        ([["Total: 2", "", ""]], [2]),
    ],
)
def test_what_is_no_runner_is_left_out_and_counted(rows: list[list[str]], lines: list[int]) -> None:
    gone = len(rows) - len(lines)
    first = next((at for at in range(2, 2 + len(rows)) if at not in lines), 0)
    assert kept(rows) == (lines, [(f"first: line {first})", gone)] if gone else [])


def test_a_sentence_may_be_a_name_where_names_stand_first() -> None:
    rows = [["Ada", "4:01", ""], ["Ada de la Alfa", "", ""], ["Bea", "4:02", ""]]
    assert kept(rows, ["Name", "Time", "Club"])[0] == [2, 3, 4]
    assert kept(rows, ["Bib", "Name", "Time"])[0] == [2, 4]
