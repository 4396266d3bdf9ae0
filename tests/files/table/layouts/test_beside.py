"""Lists that stand beside one another."""

import pytest

from replay.files.table.layouts import beside
from tests.files.table.test_reader import reading
from tests.together import together


@together(
    ("text", "runners"),
    [
        ("Pos,Name,Time,,Pos,Name,Time\n1,Ada,31:02,,1,Al,30:02\n2,Bea,31:40,,,,\n", "Ada Bea Al"),
        (
            "Name,Time,Name,Time,Name,Time\nAda,31:02,Bea,31:10,Cia,31:12\nDot,32:02,,,Eva,32:12\n",
            "Ada Dot Bea Cia Eva",
        ),
        ("Pos,Women,Time,Men,Time\n1,Ada,31:02,Al,30:02\n2,Bea,31:40,,\n", "Ada(F) Bea(F) Al(M)"),
        ("Pos,Name,Women,Men,Time\n1,Ada,1,,31:02\n2,Bea,2,,31:40\n3,Al,,1,31:50\n", "Ada Bea Al"),  # places
    ],
)
def test_they_become_one(text: str, runners: str) -> None:
    race = reading(text, distance=10_000.0).race
    assert race is not None
    told = [f"{entry.name}({entry.sex})" if entry.sex else entry.name for entry in race.entries]
    assert " ".join(told) == runners


def test_of_very_many_rows_without_headings_none_are_looked_at_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [["Ada A", "4:10", "Bea B", "4:11"], ["Cia C", "4:12", "Dot D", "4:13"]]
    monkeypatch.setattr(beside, "_MOST_ROWS", 2)
    assert beside.unheaded_below_one_another(rows, [1, 2]) is not None
    # Less than two thirds of a column are names, or one name again and again: these are no lists beside one another.
    for first, second in (("Ada A", "1"), ("Bea B", "Bea B")):
        assert (
            beside.unheaded_below_one_another(
                [["Ada A", "4:10", first, "4:11"], ["Cia C", "4:12", second, "4:13"]], [1, 2]
            )
            is None
        )
    assert beside.unheaded_below_one_another([*rows, ["Eva E", "4:14", "", ""]], [1, 2, 3]) is None


def stacked(titles: str, *rows: str, over: str = "") -> tuple[list[str], list[str]] | None:
    """Headings and rows of lists put below one another, each as one text; the rows with their lines."""
    cells = [row.split(",") for row in rows]
    names = beside.names_over(titles.split(","), over.split(",")) if over else []
    found = beside.below_one_another(titles.split(","), cells, range(2, 2 + len(rows)), names)
    if found is None:
        return None
    return found[0], [f"{line}: {','.join(row)}" for row, line in zip(found[1], found[2], strict=True)]


@together(
    ("titles", "rows", "made"),
    [
        ("Name,Time,Name,Time", ["Ada,1,Bea,2"], (["Name", "Time"], ["2: Ada,1", "2: Bea,2"])),
        ("Name,Time,,Name,Time", ["Ada,1,,Bea,2", "Cia,3"], (["Name", "Time"], ["2: Ada,1", "3: Cia,3", "2: Bea,2"])),
        (
            ",".join(["Name,Time"] * 4),
            ["Ada,1,Bea,2,Cia,3,Dot,4"],
            (["Name", "Time"], ["2: Ada,1", "2: Bea,2", "2: Cia,3", "2: Dot,4"]),
        ),
        ("Name,Time,Name,Gap", ["Ada,1,Bea,2"], None),
        ("Name,Name", ["Ada,Bea"], None),  # one column each
        ("Time,Lap,Time,Lap", ["1,2,3,4"], None),  # nobody is named
        ("Name,Time,Name,Time,Name", ["Ada,1,Bea,2,Cia"], None),
        (",".join(["Name,Time"] * 6), [",".join(["Ada,1"] * 6)], (["Name", "Time"], ["2: Ada,1"] * 6)),
        (",".join(["Name,Time"] * 7), [",".join(["Ada,1"] * 7)], None),
        (
            "Women,Time,Men,Time",
            ["Ada,1,Al,2", ",,Bo,3"],
            (["Name", "Time", "Sex"], ["2: Ada,1,Women", "2: Al,2,Men", "3: Bo,3,Men"]),
        ),
        (
            "Pos,Women,Time,Men,Time",
            ["1,Ada,1,Al,2"],
            (["Pos", "Name", "Time", "Sex"], ["2: 1,Ada,1,Women", "2: 1,Al,2,Men"]),
        ),
        ("Women,Time,Men,Gap", ["Ada,1,Al,2"], None),
        ("Women,Time,Female,Time", ["Ada,1,Bea,2"], None),
        ("Women,Men", ["Ada,Al"], None),
        ("Women,Time", ["Ada,1"], None),
        ("F,Time,M,Time", ["Ada,1,Al,2"], None),
        ("Women,Time,Men,Time", ["1,1,2,2"], None),  # it counts them
    ],
)
def test_lists_are_alike_or_of_two_sexes(titles: str, rows: list[str], made: object) -> None:
    assert stacked(titles, *rows) == made


def test_a_list_has_a_name_over_it() -> None:
    heads, row = "Name,Time,Name,Time", "Ada,1,Al,2"
    women = (["Name", "Time", "Sex"], ["2: Ada,1,Women", "2: Al,2,Men"])
    assert stacked(heads, row, over="Women,,Men,") == women
    assert stacked(heads, row, over="Heat 1,,Heat 2") == (
        ["Name", "Time", "Event"],
        ["2: Ada,1,Heat 1", "2: Al,2,Heat 2"],
    )
    for no_names in ("Heat 1,,Heat 1,", "Heat 1,x,Heat 2,", "Heat 1,,,", "Heat 1"):
        assert stacked(heads, row, over=no_names) == (["Name", "Time"], ["2: Ada,1", "2: Al,2"]), no_names


@together(
    ("rows", "made"),
    [
        (["Ada A,4:10,Al A,4:01", "Bea B,4:11,Bo B,4:02"], ["Ada A,4:10", "Bea B,4:11", "Al A,4:01", "Bo B,4:02"]),
        (
            ["Women,,Men,", "Ada A,4:10,Al A,4:01", "Bea B,4:11,Bo B,4:02"],
            ["Ada A,4:10,Women", "Bea B,4:11,Women", "Al A,4:01,Men", "Bo B,4:02,Men"],
        ),
        (
            ["Oak Mile,,,", "Ada A,4:10,Al A,4:01", "Bea B,4:11,Bo B,4:02"],
            ["Oak Mile,,,", "Ada A,4:10", "Bea B,4:11", "Al A,4:01", "Bo B,4:02"],
        ),
        (
            ["Ada A,4:10,Al A,4:01,Cia C,4:20,Cy C,4:05", "Bea B,4:11,Bo B,4:02,Dot D,4:21,Di D,4:06"],
            [
                "Ada A,4:10",
                "Bea B,4:11",
                "Al A,4:01",
                "Bo B,4:02",
                "Cia C,4:20",
                "Dot D,4:21",
                "Cy C,4:05",
                "Di D,4:06",
            ],
        ),
        (["1,Ada A,4:10,1,Al A,4:01"] * 2, None),  # one name again and again
        (
            ["1,Ada A,4:10,1,Al A,4:01", "2,Bea B,4:11,2,Bo B,4:02"],
            ["1,Ada A,4:10", "2,Bea B,4:11", "1,Al A,4:01", "2,Bo B,4:02"],
        ),
        (["Ada A,4:10,4:01,Al A", "Bea B,4:11,4:02,Bo B"], None),
        (["4:10,4:01", "4:11,4:02"], None),
        (["Ada A,4:10", "Bea B,4:11"], None),
        (["Ada A,Al A", "Bea B,Bo B"], None),
    ],
)
def test_lists_without_headings_are_alike_in_their_cells(rows: list[str], made: list[str] | None) -> None:
    found = beside.unheaded_below_one_another([row.split(",") for row in rows], range(1, 1 + len(rows)))
    assert (None if found is None else [",".join(row) for row in found[0]]) == made
    assert found is None or len(found[1]) == len(found[0])


@together(
    ("cells", "kind"),
    [("4:01 4:02 x", "time"), ("4:01 x", ""), ("4:01 4:02 4:03 x y", ""), ("1 2 3 4 x", "number"), ("", "")],
)
def test_more_than_three_in_five_cells_are_of_one_kind(cells: str, kind: str) -> None:
    assert beside._kind([*cells.split(), ""]) == kind
