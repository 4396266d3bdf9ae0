"""A workbook, read with a library that others wrote."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from python_calamine import load_workbook

from replay.export.values import COLUMNS
from replay.export.xlsx import xlsx
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.export.taking import take, unwatched


def test_numbers_are_numbers_and_text_is_text() -> None:
    nasty = race(
        entry("=1+1", 240.0, {800: "2:00.50"}, nation="@x", bib="-7"), entry("http://x.y", None), distance=1500.0
    )
    taken = take(timeline=Timeline(nasty))
    made = xlsx(taken, unwatched)
    book = load_workbook(BytesIO(made))
    assert book.sheet_names == ["splits"]
    head, first, second, third = book.get_sheet_by_name("splits").to_python()
    assert tuple(head) == COLUMNS
    told = dict(zip(head, first, strict=True))
    assert [told[name] for name in ("name", "nation", "bib", "distance_m", "time", "time_s", "evidence")] == [
        "=1+1", "@x", "-7", 800.0, "2:00.50", 120.5, "measured",
    ]  # fmt: skip
    assert second[COLUMNS.index("time_s")] == 240.0
    assert third[COLUMNS.index("name")] == "http://x.y"
    with ZipFile(BytesIO(made)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<v>" in sheet
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert xlsx(taken, unwatched) == made


def test_the_sheet_of_a_race_that_was_never_run_says_so() -> None:
    changed = replace(race(entry("Ann", 240.0), distance=1500.0), what_if=("Ann finish = 4:00",))
    book = load_workbook(BytesIO(xlsx(take(timeline=Timeline(changed)), unwatched)))
    assert book.sheet_names == ["what if"]
