"""Workbooks: of Excel and OpenDocument, told by what is in them, of one sheet or several."""

import builtins
import gzip
import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.files import formats
from replay.files.source import Choices, Reading, Source
from replay.files.table.containers import workbook
from replay.race.race import Status
from tests.depth import examples
from tests.files.table.madebooks import DAY, HOURS, MOMENT, TIME_OF_DAY, Styled, ods, of_day, xlsx, zipped
from tests.together import together

Rows = list[list[str | float | Styled | None]]

RESULTS: Rows = [
    ["Spring 10 km"],
    ["Date", Styled(45_820.0, DAY)],
    [],
    ["Pos", "Bib", "Name", "5 km", "Time"],
    [1.0, 101.0, "Ada Alfa", Styled(of_day("0:15:20"), TIME_OF_DAY), Styled(of_day("0:31:02"), HOURS)],
    [2.0, 102.0, "Bea Beta", Styled(of_day("0:15:30.5"), TIME_OF_DAY), Styled(of_day("0:31:40"), HOURS)],
    [None, 103.0, "Cia Gamma", Styled(of_day("0:16:40"), TIME_OF_DAY), "DNF"],
]


def reading(data: bytes, name: str = "a-race.xlsx", **choices: Any) -> Reading:  # noqa: ANN401
    return formats.read_source(Source(data, Path(name)), Choices(**choices))


def test_a_sheet_is_read_as_the_table_it_is() -> None:
    found = reading(xlsx({"Results": RESULTS}))
    race = found.race
    assert race is not None
    assert found.problems == ()
    assert (race.title, race.distance, str(race.date), race.id) == ("Spring 10 km", 10_000.0, "2025-06-12", "a-race")
    ada, bea, cia = race.entries
    assert ada.result is not None
    assert (ada.place, ada.bib, ada.result.text, ada.splits[0].time.text) == (1, "101", "31:02", "15:20.0")
    assert (bea.splits[0].time.seconds, cia.status, cia.line) == (930.5, Status.DNF, 7)
    assert found.understood.format == "workbook, the sheet 'Results'"


@together("name", ["a.csv", "results", "a.xlsx"])
def test_a_workbook_is_told_by_what_is_in_it(name: str) -> None:
    assert reading(xlsx({"Results": RESULTS}), name).race is not None
    assert reading(gzip.compress(xlsx({"Results": RESULTS})), f"{name}.gz").race is not None


def test_opendocument_is_read_alike() -> None:
    rows = [["Platz", "Name", "Zeit"], ["1", "Ada Ähr", "PT00H31M02S"], ["2", "Bea Beta", "PT26H31M02.5S"]]
    found = reading(ods(rows), "a.ods", distance=100_000.0)
    race = found.race
    assert race is not None, found.problems
    assert [entry.name for entry in race.entries] == ["Ada Ähr", "Bea Beta"]
    assert race.entries[1].result is not None
    assert race.entries[1].result.seconds == 26 * 3600 + 31 * 60 + 2.5


def test_times_of_more_than_a_day_and_those_without_a_format_are_times() -> None:
    rows: Rows = [
        ["Name", "Time"],
        ["Ada", Styled(26.5 / 24, TIME_OF_DAY)],
        ["Bea", Styled(49.2 / 24, HOURS)],
        ["Cia", Styled(50.0 / 24, MOMENT)],
        ["Dea", 1.25],
    ]
    race = reading(xlsx({"Results": rows}), distance=160_000.0).race
    assert race is not None
    seconds = [entry.result.seconds for entry in race.entries if entry.result is not None]
    assert seconds == [26.5 * 3600, 49.2 * 3600, 50.0 * 3600, 30.0 * 3600]


def test_numbers_that_head_columns_of_times_are_kilometres_and_no_days() -> None:
    times = [Styled(of_day(text), TIME_OF_DAY) for text in ("0:15:20", "0:31:02", "0:46:30")]
    rows: Rows = [["Spring 15 km"], ["Name", 5.0, 10.0, 15.0], ["Ada", *times], ["Bea", *times]]
    race = reading(xlsx({"Results": rows})).race
    assert race is not None
    assert [(split.distance, split.time.text) for split in race.entries[0].splits] == [
        (5000.0, "15:20"),
        (10_000.0, "31:02"),
    ]


def test_a_time_of_more_than_a_day_has_the_digits_that_the_others_have() -> None:
    rows = [["Name", "Time"], ["Ada", "PT16H40M00S"], ["Bea", "PT26H23M20.000000000S"]]
    race = reading(ods(rows), "a.ods", distance=160_000.0).race
    assert race is not None
    assert [entry.result and entry.result.text for entry in race.entries] == ["16:40:00", "26:23:20"]


def laps_of(*seconds: float) -> Rows:
    rows: Rows = [["Lap", "Distance", "Lap time"]]
    for at, lap in enumerate(seconds, 1):
        rows.append([at, 400.0 * at, Styled(lap / 86_400, HOURS)])
    return rows


def test_a_sheet_for_each_runner_with_his_laps_is_one_race_of_all_of_them() -> None:
    book = xlsx({"Amy Fox": laps_of(95.0, 97.0, 98.0), "Bob Gum": laps_of(99.0, 100.0, 101.0)})
    found = reading(book)
    assert found.race is not None
    assert [(one.name, one.result and one.result.seconds) for one in found.race.entries] == [
        ("Amy Fox", 290.0),
        ("Bob Gum", 300.0),
    ]
    assert "each of the sheets has the laps of one runner" in str(found.problems[0])
    one = reading(book, part="Bob Gum").race
    assert one is not None
    assert len(one.entries) == 1


@together("names", [("Amy Fox", "Session 2"), ("Amy Fox", "3000m")])
def test_sheets_that_are_called_by_nobody_are_races_of_their_own(names: tuple[str, str]) -> None:
    race = reading(xlsx({name: laps_of(95.0, 97.0, 98.0) for name in names})).race
    assert race is not None
    assert len(race.entries) == 1


def test_minutes_that_excel_took_for_hours_are_minutes() -> None:
    rows: Rows = [["Name", "Time"]]
    rows += [["R", Styled(of_day(f"{minutes}:20:00"), TIME_OF_DAY)] for minutes in (15, 16)]
    found = reading(xlsx({"Results": rows}), distance=5000.0)
    assert found.race is not None
    assert [entry.result and entry.result.seconds for entry in found.race.entries] == [920.0, 980.0]
    assert "a spreadsheet took for hours and minutes" in found.understood.assumed[0]


def test_moments_of_the_day_give_the_starts() -> None:
    start, end = 45_820 + of_day("9:00:00"), 45_820 + of_day("9:31:02")
    rows: Rows = [["Name", "Start Time", "Finish Time"], ["Ada", Styled(start, MOMENT), Styled(end, MOMENT)]]
    race = reading(
        xlsx({"Results": [*rows, ["Bea", rows[1][1], Styled(end + 60 / 86_400, MOMENT)]]}), distance=1e4
    ).race
    assert race is not None
    assert [entry.result and entry.result.seconds for entry in race.entries] == [1862.0, 1922.0]


def test_of_several_sheets_the_one_with_runners_is_read_and_the_others_are_told() -> None:
    found = reading(xlsx({"Info": [["Spring 10 km"], ["a note"]], "Results": RESULTS, "Blank": []}))
    assert found.race is not None
    assert [str(problem) for problem in found.problems] == [
        "a-race.xlsx: warning: of the sheets this is 'Results', the only one that is a race; beside it are 'Info'"
    ]


def test_of_several_races_the_largest_is_read_and_another_by_its_name() -> None:
    book = xlsx({"Women 10 km": RESULTS[3:6], "Men 10 km": RESULTS[3:]})
    largest, named, numbered = (reading(book, distance=1e4, part=part) for part in (None, "women 10 km", "1"))
    assert [found.race and len(found.race.entries) for found in (largest, named, numbered)] == [3, 2, 2]
    assert "of 2 sheets this is 'Men 10 km', the largest" in largest.understood.assumed[0]
    wrong = reading(book, part="Wimen 10 km")
    assert wrong.race is None
    assert "none of the sheets is called" in str(wrong.problems[-1])


def test_without_the_library_the_command_is_told_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    really = builtins.__import__

    def missing(name: str, *arguments: Any, **more: Any) -> Any:  # noqa: ANN401
        if name == "python_calamine":
            raise ImportError(name)
        return really(name, *arguments, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    monkeypatch.delitem(sys.modules, "python_calamine", raising=False)
    assert [str(problem) for problem in reading(xlsx({"Results": RESULTS})).problems] == [
        "a-race.xlsx: error: this workbook cannot be read: python-calamine, which reads workbooks, is not installed; "
        "`pip install 'race-replay[tables]'` brings it"
    ]


def test_a_sheet_that_would_not_fit_into_memory_is_refused() -> None:
    sheet = '<worksheet><sheetData><row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row></sheetData>'
    members = {"[Content_Types].xml": "<Types/>", "xl/worksheets/sheet1.xml": f"{sheet}</worksheet>"}
    problems = reading(zipped(members)).problems
    assert "a sheet has more than 8,000,000 cells" in str(problems[-1])


def test_a_sheet_counts_wherever_it_lies_and_however_its_cells_are_named() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx({"Results": RESULTS}))) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    sheet = members.pop("xl/worksheets/sheet1.xml")
    links = members["xl/_rels/workbook.xml.rels"].replace("worksheets/sheet1.xml", "worksheets/elsewhere.xml")
    large = sheet.replace("</sheetData>", "<row r='1048576'><c r='XFD1048576'/></row></sheetData>")
    for content, told in ((sheet, ()), (large, ("a sheet has more than 8,000,000 cells",))):
        found = reading(
            zipped({**members, "xl/_rels/workbook.xml.rels": links, "xl/worksheets/elsewhere.xml": content})
        )
        assert (found.race is None) == bool(told)
        assert all(words in str(found.problems[-1]) for words in told)


def test_sheets_of_the_same_cells_are_counted_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_CELLS", 200)
    data = xlsx({"A": RESULTS, "B": RESULTS})
    assert "its sheets have more than 200 cells" not in str(reading(xlsx({"A": RESULTS})).problems)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    links = members["xl/_rels/workbook.xml.rels"].replace("sheet2.xml", "sheet1.xml")
    book = members["xl/workbook.xml"].replace(
        "</sheets>", "".join(f'<sheet name="{n}" sheetId="{n}" r:id="r1"/>' for n in range(3, 40)) + "</sheets>"
    )
    found = reading(zipped({**members, "xl/_rels/workbook.xml.rels": links, "xl/workbook.xml": book}))
    assert "its sheets have more than 200 cells; save the rows alone" in str(found.problems[-1])


def test_a_long_text_that_many_cells_share_is_counted_as_often(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 101))
    books = (
        {"[Content_Types].xml": "<a/>", "xl/worksheets/s.xml": f"<worksheet><sheetData>{cells}</sheetData></worksheet>",
         "xl/sharedStrings.xml": f"<sst><si><t>{'x' * 1000}</t></si></sst>"},
        {"mimetype": "x", "content.xml": "<a xmlns:t='t'><t:table-row t:number-rows-repeated='100'><t:table-cell>"
         f"<p>{'x' * 1000}</p></t:table-cell></t:table-row></a>"},
    )  # fmt: skip
    for members in books:
        for most, told in ((90_000, True), (110_000, False)):
            monkeypatch.setattr(workbook, "_MOST_TEXT", most)
            said = str(reading(zipped(members)).problems[-1])
            assert (f"its cells hold more than {most:,} characters" in said) == told, said


def test_no_more_is_unpacked_than_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_BYTES", 100)
    assert "more than 100 bytes" in str(reading(xlsx({"Results": RESULTS})).problems[-1])


@together(
    ("members", "told"),
    [
        ({"[Content_Types].xml": "", "xl/workbook.xml": ""}, "this workbook cannot be read"),
        ({"mimetype": "x", "content.xml": "<a>"}, "this workbook cannot be read"),
        ({"[Content_Types].xml": "", "word/document.xml": ""}, "is not read"),
    ],
)
def test_what_is_no_workbook_says_so(members: dict[str, str], told: str) -> None:
    found = reading(zipped(members), "a.docx")
    assert found.race is None
    assert told in str(found.problems[-1])


@pytest.mark.parametrize("instead", ["", "</a>", "<a", "&b;", '<a b="" b="">', "\0"])
def test_an_open_document_that_is_broken_anywhere_is_refused(instead: str) -> None:
    with zipfile.ZipFile(io.BytesIO(ods([["Name", "Time"], ["Ada", "31:02"]]))) as archive:
        content = archive.read("content.xml").decode()
    for at in range(1, len(content) - 1, len(content) // 40):
        found = reading(zipped({"mimetype": "x", "content.xml": content[:at] + instead}), "a.ods")
        assert "this workbook cannot be read" in str(found.problems[-1])


def test_an_open_document_with_entities_is_refused() -> None:
    content = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    found = reading(zipped({"mimetype": "x", "content.xml": content}), "a.ods")
    assert "it declares entities of its own" in str(found.problems[-1])


def test_an_empty_workbook_says_so() -> None:
    assert str(reading(xlsx({"Results": []})).problems[-1]) == "a-race.xlsx: error: nothing stands in this workbook"


@examples(80)
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_a_race_or_a_clear_error(at: int, damage: bytes) -> None:
    data = xlsx({"Results": RESULTS})
    at %= len(data)
    found = reading(data[:at] + damage + data[at + len(damage) :])
    assert found.race is not None or found.problems


def test_a_sheets_name_may_say_how_far_it_was() -> None:
    rows: Rows = [["Place", "Name", "Time"], [1.0, "Ada Alfa", "31:30"], [2.0, "Bea Beta", "32:02"]]
    found = reading(xlsx({"Women 5K": rows[:2], "Men 10K": rows}))
    assert found.race is not None
    assert (found.race.distance, found.race.title) == (10_000.0, "Men 10K")
