"""Texts that stand once in a workbook count in each cell that has them."""

import pytest

from replay.files.table.containers import texts
from replay.files.table.containers.workbook import UnreadableBook, sheets_of
from tests.files.table.madebooks import ods, xlsx, zipped
from tests.together import together

OPEN = "<o:content xmlns:o='o' xmlns:t='t'>{}</o:content>"
ROW = "<t:table-row t:number-rows-repeated='3'>{}</t:table-row>"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


@together(
    ("rows", "characters"),
    [
        (ROW.format("<t:table-cell><t:p>abc</t:p></t:table-cell>"), 9),
        (ROW.format("<t:table-cell t:number-columns-repeated='5'><t:p>ab</t:p><t:p>c</t:p></t:table-cell>"), 45),
        (ROW.format("<t:table-cell o:string-value='abcd' t:number-columns-repeated='2'/>"), 24),
        (ROW.format("<t:table-cell><t:p>a<t:s t:c='7'/></t:p></t:table-cell>"), 24),
        (ROW.format("<t:table-cell t:number-columns-repeated='many'>a</t:table-cell>"), 3),
    ],
)
def test_what_is_repeated_counts_as_often(rows: str, characters: int) -> None:
    assert texts.repeated([OPEN.format(rows).encode()]) == characters


def test_what_is_shared_counts_in_each_cell_that_names_it() -> None:
    lengths = texts.shared([b"<sst><si><t>abc</t></si><si><r><t>ab</t></r><r><t>cde</t></r></si></sst>"])
    assert lengths == [3, 5]
    cells = ["<c t='s'><v>1</v></c>", "<c t='s'><v> 0 </v></c>", "<c><v>1</v></c>", "<c t='s'><v>9</v></c>"]
    assert texts.sharing([f"<row>{''.join(cells)}{cells[0]}</row>".encode()], lengths) == 13


_CELL = '<c t="s"><v>0</v></c>'


def _shared(text: str, cells: int, more: str = "") -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    row = f'<row r="1">{_CELL * cells}</row>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{row}</sheetData></worksheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{main}"><si>{text}</si>{more}</sst>',
        }
    )


def _repeated(cell: str) -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'<o:document-content xmlns:o="{_ODF}:office:1.0" xmlns:table="{_ODF}:table:1.0" '
            f'xmlns:text="{_ODF}:text:1.0"><table:table-row>{cell}</table:table-row></o:document-content>',
        }
    )


_TIMES = 'table:number-columns-repeated="50"'


@pytest.mark.parametrize(
    "data",
    [
        _shared(f"<t>{'x' * 2000}</t>", 60),
        _shared("<r><t>x</t></r>" * 2000, 60),
        _repeated(f"<table:table-cell {_TIMES}><text:p>{'x' * 2100}</text:p></table:table-cell>"),
        _repeated(f"<table:table-cell {_TIMES}>{'<text:p>xxx</text:p>' * 700}</table:table-cell>"),
        _repeated(f'<table:table-cell {_TIMES} o:string-value="{"x" * 2100}"/>'),
        _repeated('<table:table-cell><text:p><text:s text:c="200000"/></text:p></table:table-cell>'),
    ],
    ids=["shared", "shared in parts", "repeated", "repeated in parts", "repeated value", "counted blanks"],
)
def test_a_text_that_would_fill_the_memory_is_refused_before_it_does(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("replay.files.table.containers.workbook._MOST_TEXT", 100_000)
    with pytest.raises(UnreadableBook, match="its cells hold more than 100,000 characters"):
        sheets_of(data)


def test_texts_that_fit_are_counted_where_the_longest_of_them_would_not_fit_in_every_cell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("replay.files.table.containers.workbook._MOST_TEXT", 5000)
    long = _shared("<t>x</t>", 100, f"<si><t>{'x' * 2000}</t></si>")
    with pytest.raises(UnreadableBook) as told:  # it has no list of its sheets
        sheets_of(long)
    assert "characters" not in str(told.value)
    assert sheets_of(ods([["Name", "Zeit"], ["Ada", "x" * 300]]))[0].rows[1][0] == "Ada"


def test_shared_texts_are_bounded_though_no_cell_names_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.table.containers.workbook.LARGEST", 1000)
    with pytest.raises(UnreadableBook, match="its texts have more than 1,000 bytes"):
        sheets_of(_shared(f"<t>{'x' * 2000}</t>", 0))
    assert sheets_of(xlsx({"S": [["a"]]}))[0].rows == [["a"]]
