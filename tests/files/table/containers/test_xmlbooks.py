"""Workbooks that are XML by themselves."""

import pytest

from replay.files.table.containers import xmlbooks
from replay.files.table.containers.known_keys import UnreadableObjects
from replay.files.table.containers.xmlbooks import sheets_in
from replay.files.xmltree import read_xml
from tests.together import together


def excel(*rows: str) -> list[tuple[str, list[list[str]], list[int]]]:
    """The sheets of a workbook of Excel's with one sheet."""
    return told(f'<Workbook><Worksheet Name="Mile"><Table>{"".join(rows)}</Table></Worksheet></Workbook>')


def flat(*rows: str) -> list[tuple[str, list[list[str]], list[int]]]:
    """The same of OpenDocument."""
    return told(f'<document><table name="Mile">{"".join(rows)}</table></document>')


def told(text: str) -> list[tuple[str, list[list[str]], list[int]]]:
    return [
        (sheet.name, [list(row) for row in sheet.rows], list(sheet.lines))
        for sheet in sheets_in(read_xml(text.encode()))
    ]


def element(tag: str, inner: str, said: dict[str, object]) -> str:
    attributes = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in said.items())
    return f"<{tag}{attributes}>{inner}</{tag}>"


def row(*cells: str, **said: object) -> str:
    return element("Row", "".join(cells), said)


def cell(text: str, kind: str = "String", **said: object) -> str:
    return element("Cell", element("Data", text, {"Type": kind}), said)


HEAD = row(cell("name"), cell("time"), cell("bib"))


@together(
    ("rows", "made"),
    [
        ([row(cell("Ada"), cell("4:01"), cell("7", "Number"))], [["Ada", "4:01", "7"]]),
        ([row(cell("Ada"), cell("7", "Number", Index=3))], [["Ada", "", "7"]]),
        ([row(cell("Ada", MergeAcross=1), cell("7", "Number"))], [["Ada", "", "7"]]),
        ([row(cell("Ada"), "<Cell/>", cell("7.5", "Number"))], [["Ada", "", "7.5"]]),
        ([row(cell("<b>Ada</b><i>Alfa</i>"), cell("x", "Number"))], [["Ada Alfa", "x", ""]]),
        ([row(cell("Ada"), cell("1899-12-31T00:04:01.500", "DateTime"))], [["Ada", "0:04:01.5", ""]]),
        ([row(cell("Ada"), cell("soon", "DateTime"))], [["Ada", "soon", ""]]),
    ],
)
def test_cells_stand_where_they_say_and_are_of_their_kind(rows: list[str], made: list[list[str]]) -> None:
    ((name, found, lines),) = excel(HEAD, *rows)
    assert (name, found[1:], lines[0]) == ("Mile", made, 1)


def test_rows_have_the_lines_that_they_say() -> None:
    ((_, rows, lines),) = excel(HEAD, row(cell("Ada"), Index=4), row(cell("Bea")))
    assert [(line, cells[0]) for line, cells in zip(lines, rows, strict=True) if cells[0]] == [
        (1, "name"),
        (4, "Ada"),
        (5, "Bea"),
    ]


def cells(*told: str, **said: object) -> str:
    return element("table-row", "".join(told), said)


def held(text: str, **said: object) -> str:
    return element("table-cell", element("p", text, {}), said)


@together(
    ("rows", "made"),
    [
        ([cells(held("Ada"), held("4:01", value_type="time", time_value="PT00H04M01.5S"))], [["Ada", "0:04:01.5"]]),
        ([cells(held("Ada"), held("7,0", value_type="float", value="7"))], [["Ada", "7"]]),
        ([cells(held("Ada"), held("x", value_type="float", value="x"))], [["Ada", "x"]]),
        ([cells(held("Ada"), held("", number_columns_repeated=1))], [["Ada", ""]]),
        ([cells(held("Ada"), number_rows_repeated=2)], [["Ada", ""], ["Ada", ""]]),
        ([cells(held("Ada"), number_rows_repeated=1_048_570)], [["Ada", ""]] * 1000),
        (
            [cells(held("Ada")), cells(held("", number_columns_repeated=900), number_rows_repeated=100_000)],
            [["Ada", ""]],
        ),
        ([cells(held("A", number_columns_repeated=2))], [["A", "A"]]),
        ([cells("<covered-table-cell/>", held("4:01"), "<other/>")], [["", "4:01"]]),
        ([cells("<table-cell><p>Ada</p><p>Oak</p></table-cell>")], [["Ada\nOak", ""]]),
    ],
)
def test_what_repeats_stands_as_often_unless_it_is_nothing(rows: list[str], made: list[list[str]]) -> None:
    ((name, found, _),) = flat(cells(held("name"), held("time")), *rows)
    assert name == "Mile"
    assert [one for one in found[1:] if any(one)] == made


def test_sheets_in_which_nothing_stands_and_other_documents_are_none() -> None:
    assert told("<Workbook><Worksheet><Table/></Worksheet></Workbook>") == []
    assert told("<results><Row/></results>") == []


def test_more_cells_than_are_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for most, refused in ((6, False), (5, True)):
        monkeypatch.setattr(xmlbooks, "MOST_CELLS", most)
        if refused:
            with pytest.raises(UnreadableObjects):
                excel(HEAD, HEAD)
        else:
            assert len(excel(HEAD, HEAD)) == 1
