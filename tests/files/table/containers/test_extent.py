"""The size of a sheet is known before it is made, however its cells are written."""

import pytest

from replay.files.table.containers.extent import NoSheet, TooLarge, extent_of
from tests.together import together

EXCEL = "<worksheet><sheetData>{}</sheetData></worksheet>"
OPEN = "<a:content xmlns:a='a' xmlns:t='t'>{}</a:content>"

NINE = "<t:table-row t:number-rows-repeated='9'>"


@together(
    ("sheet", "cells"),
    [
        (EXCEL.format('<row r="1"><c r="A1"/><c r="C1"/></row><row r="5"><c r="B5"/></row>'), 15),
        (EXCEL.format('<row r="7"/>'), 7),
        (EXCEL.format("<c r='XFD1048576'/>"), 16_384 * 1_048_576),
        (EXCEL.format('<c t="s"\n r = "AA&#50;0"/>'), 27 * 20),
        ('<x:worksheet xmlns:x="x"><x:c r="b2"/></x:worksheet>', 4),
        (EXCEL.format("<c/><c/>"), 1),
        (OPEN.format(f"{NINE}<t:table-cell t:number-columns-repeated='8'/></t:table-row>"), 1),
        (OPEN.format(f"{NINE}<t:table-cell t:number-columns-repeated='8'><p/></t:table-cell></t:table-row>"), 72),
        (OPEN.format("<t:table-row><t:table-cell t:number-columns-repeated='8' a:value='1'/></t:table-row>"), 8),
        (OPEN.format("<t:table-row><t:table-cell t:number-columns-repeated='0'><p/></t:table-cell></t:table-row>"), 1),
    ],
)  # fmt: skip
def test_cells_are_counted_however_they_are_written(sheet: str, cells: int) -> None:
    assert extent_of([sheet.encode()]).cells == cells
    half = len(sheet) // 2  # it comes in pieces
    data = sheet.encode("utf-16")
    assert extent_of([data[:half], data[half:]]).cells == cells


@together(
    ("sheet", "told"),
    [
        (EXCEL.format(f'<c r="D{"9" * 40}"/>'), "it has a cell 'D9999999999999999999'"),
        (EXCEL.format('<c r="ABCDE1"/>'), "it has a cell 'ABCDE1'"),
        (EXCEL.format('<c r=""/>'), "it has a cell ''"),
        (OPEN.format("<t:table-cell t:number-columns-repeated='many'/>"), "it repeats something 'many' times"),
        (EXCEL.format("<c>"), "mismatched tag"),
        ("<worksheet><c r='" + " " * 1_000_000, "a tag in it has more than 1,000,000 bytes"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "entities of its own"),
        ("", "no element found"),
    ],
)
def test_what_is_no_sheet_is_refused(sheet: str, told: str) -> None:
    with pytest.raises(NoSheet, match=told):
        extent_of([sheet.encode()])


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.table.containers.extent.MOST_ROWS", 100)
    monkeypatch.setattr("replay.files.table.containers.extent.MOST_FILLED", 300)


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        (EXCEL.format("<row><c><v>1</v></c></row>" * 101), "more than 100 rows"),
        (EXCEL.format("<row/>" + "<c/>" * 301), "more than 300 cells"),
        (OPEN.format("<t:table-row t:number-rows-repeated='101'><p/></t:table-row>"), "more than 100 rows"),
        (OPEN.format(f"{NINE}<t:table-cell t:number-columns-repeated='34'><p/>"), "more than 300 cells"),
    ],
)
@pytest.mark.usefixtures("small")
def test_a_sheet_is_gone_through_up_to_a_bound(sheet: str, told: str) -> None:
    """It is told before the end is seen, which need not be well-formed."""
    with pytest.raises(TooLarge, match=told):
        extent_of([sheet.encode()])


@pytest.mark.usefixtures("small")
def test_a_row_is_counted_once_however_many_of_its_cells_are_filled() -> None:
    row = "<row>" + "<c r='C60'><v>1</v></c>" * 3 + "</row>"
    assert extent_of([EXCEL.format(row * 60).encode()]).cells == 180


@pytest.mark.usefixtures("small")
def test_blank_rows_are_not_counted() -> None:
    """A sheet of which each row has a format, down to the last that there can be, is a list like any other."""
    blank = EXCEL.format('<row r="9"><c r="A9" s="1"/></row>' * 200)
    assert extent_of([blank.encode()]).cells == 9
