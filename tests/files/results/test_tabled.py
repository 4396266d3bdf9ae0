"""Rows out of RACE RESULT's lists, of columns of blanks and of PDF files, read as tables."""

import builtins
import json
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.files.formats import read_source
from replay.files.results.raceresult import UnreadableList, read_lists
from replay.files.results.tabled import read_lines
from replay.files.source import Choices, Reading, Source
from replay.race.problems import Severity
from replay.race.race import Race, Status
from tests.depth import examples
from tests.files.results.madepdf import Word, pdf
from tests.together import together

LIST = Path(__file__).parent / "lists" / "raceresult.json"
COLUMNS = """\
                 Spring 800
Place Name                Nation  400m    Result
===== =================== === ======== =========
    1 Ada Alder           IRL   1:01.2   2:04.50
    2 Bea Birch           GBR            2:05.11
      Cyd Cedar                               DNF
"""


def reading(data: bytes, name: str, **choices: object) -> Reading:
    return read_source(Source(data, Path(name)), Choices(**choices))  # type: ignore[arg-type]


def race(found: Reading) -> Race:
    assert found.race is not None, found.problems
    return found.race


# RACE RESULT


def test_a_list_that_calls_a_function_is_read_and_who_is_laps_behind_does_not_win() -> None:
    fields = [
        *({"Expression": key, "Label": label} for key, label in (("RANK", "Place"), ("BIB", "Bib"))),
        *({"Expression": key, "Label": ""} for key in ("COUNTRY.FLAG", 'if([R]=T6;GapTimeTop(1;2;"-");"LAP")')),
        *({"Expression": key, "Label": key} for key in ("Name", "Gun Time")),
    ]
    rows = [
        [7, "1.", 7, "[img:flags/KE.gif]", "-", "Ada Alder", "2:49:13.70"],
        [8, "2.", 8, "[img:flags/RO.gif]", "+01:30.88", "Bea Birch", "2:50:44.58"],
        [9, "3.", 9, "[img:flags/RO.gif]", "-2 LAP", "Cyd Cedar", "1:54:44.37"],
    ]
    form = {"ListName": "Result Lists|Oak Run", "HeadLine1": "[EventName]", "Fields": fields}
    text = f"jQuery({json.dumps({'list': form, 'data': {'#1_Marathon': rows}})});"
    found = race(reading(text.encode(), "answer.jsonp"))
    assert found.title == "Oak Run, Marathon"
    assert [(entry.name, entry.nation, entry.result is None) for entry in found.entries] == [
        ("Ada Alder", "KEN", False),
        ("Bea Birch", "ROU", False),
        ("Cyd Cedar", "ROU", True),
    ]


def test_groups_in_a_group_are_one_race_and_each_is_one_too() -> None:
    found = reading(LIST.read_bytes(), "raceresult.json", part="50k, Men")
    assert race(found).title == "Splits, 50k, Men"
    first, second, third = race(found).entries
    assert first.result is not None
    assert (first.bib, first.result.seconds) == ("5", 4 * 3600 + 35 * 60 + 36.43)
    assert second.bib == "7"
    assert third.status is Status.DNF
    assert found.understood.format == "RACE RESULT list"
    whole = reading(LIST.read_bytes(), "raceresult.json")
    assert race(whole).title == "Splits, 50k"
    assert [entry.bib for entry in race(whole).entries] == ["5", "7", "9", "6"]
    assert {entry.place for entry in race(whole).entries} == {None}
    assert whole.understood.assumed[0].startswith("of 3 lists this is '50k', the largest")


@together(
    ("line", "told"),
    [
        ("Oakham, 28.09.2025", ("2025-09-28", "Oakham")),
        ("Sunday, 28 September 2025", ("2025-09-28", "")),
        ("28.09.2025", ("2025-09-28", "")),
        ("Overall", ("None", "")),
    ],
)
def test_below_its_name_a_list_says_when_and_where(line: str, told: tuple[str, str]) -> None:
    held = json.loads(LIST.read_bytes())
    held["list"] |= {"HeadLine1": "Oak Run", "HeadLine2": line, "ListName": ""}
    found = race(reading(json.dumps(held).encode(), "a.json"))
    assert (str(found.date), str(found.venue)) == told


def test_a_group_is_taken_by_its_name() -> None:
    (only,) = race(reading(LIST.read_bytes(), "a", part="women")).entries
    assert only.bib == "6"


def test_labels_may_be_in_several_languages_or_missing_or_with_markup() -> None:
    above, (_whole, men, women) = read_lists(LIST.read_bytes())
    assert above == ("Result Lists|Splits",)
    assert men.titles == women.titles == ("Pl.", "Bib", "Name", "SEX", "25 km", "Result")
    assert men.rows[0][0] == "1."


def test_groups_of_the_sexes_are_one_race_and_those_of_other_names_may_be_several() -> None:
    rows = [["1", "1", "A&amp;B", "<b>15:10</b>"], ["2", "2", "C", "15:20"]]
    fields = [{"Label": "#", "Expression": "[BIB]"}, *({"Label": label} for label in ("Name", "Result"))]
    form = {"HeadLine1": "Park&nbsp;5 km", "Fields": fields}
    for names, title, count in ((("Männlich", "Weiblich"), "Park 5 km", 4), (("A", "B"), "Park 5 km, A", 2)):
        data = {"#1_" + names[0]: rows, "#2_" + names[1]: [["3", "3", "D", "16:10"], ["4", "4", "E", "16:20"]]}
        found = race(reading(json.dumps({"list": form, "data": data}).encode(), "a.json"))
        assert (found.title, found.distance, len(found.entries)) == (title, 5000, count)
        assert (found.entries[0].name, found.entries[0].bib) == ("A&B", "1")


def test_rows_may_have_no_groups_and_no_identifier() -> None:
    data = {"List": {"Fields": [{"Label": "Name"}, {"Label": "Result"}]}, "data": [["A", "1:50.1"], ["B", "1:51.2"]]}
    found = reading(json.dumps(data).encode(), "a.json", distance=800.0)
    assert [entry.name for entry in race(found).entries] == ["A", "B"]


@together(
    ("data", "reason"),
    [
        (b"{", "it is no JSON"),
        (b"[" * 100_000, "it is no JSON"),
        (b"{}", "no `list` with its fields"),
        (b'{"list": {"Fields": 3}, "data": []}', "no `list` with its fields"),
    ],
)
def test_other_json_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableList, match=reason):
        read_lists(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=20,
)


@examples(60)
@given(JSON, JSON, JSON)
def test_of_any_json_a_race_is_made_or_a_sentence_told(fields: Any, data: Any, field: Any) -> None:  # noqa: ANN401
    text = json.dumps({"list": {"Fields": [{"Label": "Name"}, field, {"Label": fields}]}, "data": {"#1_a": data}})
    found = reading(text.encode("utf-8", "replace"), "a.json", distance=800.0)
    assert found.race is not None or found.problems[-1].severity is Severity.ERROR


# Columns of blanks


def test_a_list_in_columns_is_a_table() -> None:
    found = reading(COLUMNS.encode(), "spring.txt")
    first, second, third = race(found).entries
    assert (first.name, first.nation, first.place) == ("Ada Alder", "IRL", 1)
    assert [(split.distance, split.time.seconds) for split in first.splits] == [(400.0, 61.2)]
    assert second.splits == ()
    assert third.status is Status.DNF
    assert race(found).title == found.understood.title == "Spring 800"
    assert found.understood.format == "text set in columns"


def test_headings_over_a_rule_and_nobody_below_them_are_no_race() -> None:
    source = Source(b"", Path("a.txt"))
    assert read_lines(["Pos Name Time", "=== ===== ====="], source, Choices(), "text").race is None


def test_what_is_wrong_in_it_is_told_by_its_line() -> None:
    found = reading(COLUMNS.replace("2:05.11", "2:65.11").encode(), "spring.txt", distance=800.0)
    assert any(problem.line == 5 and "2:65.11" in problem.message for problem in found.problems)


# PDF


def page(rows: list[list[str]], title: str = "Race Analysis 800 m Women") -> list[Word]:
    places = (60, 90, 120, 260, 300, 370, 440)
    words: list[Word] = [(200, 780, title)]
    for number, row in enumerate(rows):
        words += [(x, 740 - 14 * number, cell) for x, cell in zip(places, row, strict=True) if cell]
    return words


HEAD = ["Place", "Bib", "Name", "Nation", "400m", "600m", "Result"]
ROWS = [
    ["1", "102", "Ada Alder", "IRL", "1:01.2 (1)", "1:32.0 (2)", "2:04.50"],
    ["2", "47", "Bea Birch", "GBR", "1:01.4 (2)", "", "2:05.11"],
    ["3", "9", "Cyd de la Cédar", "ESP", "1:01.9 (3)", "1:33.0 (4)", "2:06.00"],
]


def test_a_pdf_with_a_text_layer_is_a_table() -> None:
    found = reading(pdf(page([HEAD, *ROWS])), "analysis.pdf")
    first, second, third = race(found).entries
    assert first.result is not None
    assert (first.name, first.bib, first.nation, first.result.text) == ("Ada Alder", "102", "IRL", "2:04.50")
    assert [(split.distance, split.time.text) for split in first.splits] == [(400.0, "1:01.2"), (600.0, "1:32.0")]
    assert [split.distance for split in second.splits] == [400.0]
    assert third.name == "Cyd de la Cédar"
    assert (found.understood.format, found.understood.distance_from) == ("PDF", "the list's title")


def test_a_pdf_of_pictures_or_of_prose_is_refused_with_a_way_out() -> None:
    assert "it holds pictures of text only" in str(reading(pdf([]), "a.pdf").problems[-1])
    prose = pdf([(60, 700, "Everybody ran very well."), (60, 680, "It rained.")])
    assert "copy its rows into a CSV file" in str(reading(prose, "a.pdf").problems[-1])
    assert "this PDF cannot be read" in str(reading(b"%PDF-1.4\n", "a.pdf").problems[-1])


def test_no_more_is_drawn_than_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.results.pdf._OF_A_PAGE", 0)
    monkeypatch.setattr("replay.files.results.pdf.LARGEST", 1000)
    monkeypatch.setattr("pypdf.PageObject.extract_text", None)  # what is too much is not even begun
    told = str(reading(pdf(page([HEAD, *ROWS])), "a.pdf").problems[-1])
    assert "it draws more than 1,000 bytes; save the pages of the race alone" in told


@pytest.mark.parametrize(
    ("bound", "texts", "told"),
    [("_SHOWN_ON_A_PAGE", 31, "a page shows 31 texts"), ("_READ_IN_VAIN", 31, "its first pages have no time")],
)
def test_a_flood_of_words_and_a_book_of_prose_are_refused_early(
    monkeypatch: pytest.MonkeyPatch, bound: str, texts: int, told: str
) -> None:
    monkeypatch.setattr(f"replay.files.results.pdf.{bound}", 30)
    words = [(40.0, 800.0 - 9 * at, "word") for at in range(texts)]
    assert told in str(reading(pdf(words, page([HEAD, *ROWS])), "a.pdf").problems[-1])


def test_pages_are_counted_though_nothing_is_drawn_on_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.results.pdf.LARGEST", 100_000)
    assert reading(pdf(page([HEAD, *ROWS])), "a.pdf").race is not None
    many = pdf(*[[]] * 60)
    assert "it has 60 pages" in str(reading(many, "a.pdf").problems[-1])
    said_less = many.replace(b"/Count 60", b"/Count 1 ")
    assert said_less != many
    assert "it draws more than 100,000 bytes" in str(reading(said_less, "a.pdf").problems[-1])


def test_without_the_library_the_command_that_brings_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *arguments: Any, **more: Any) -> Any:  # noqa: ANN401
        if name == "pypdf":
            raise ImportError(name)
        return real(name, *arguments, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    problem = reading(pdf(page([HEAD, *ROWS])), "a.pdf").problems[-1]
    assert str(problem) == (
        "a.pdf: error: this PDF cannot be read: pypdf is not installed; `pip install 'race-replay[pdf]'` brings it"
    )


@pytest.mark.parametrize(
    ("filters", "stream", "told"),
    [
        (b"/ASCII85Decode", b"z" * 2_000_001 + b"~>", "a stream has 2,000,003 characters to decode"),
        (b"[/FlateDecode /ASCII85Decode]", zlib.compress(b"z" * 3_000_000), "a stream has 3,000,000 characters to"),
        (b"/FlateDecode", zlib.compress(b" " * 2_000_001), "a page draws more than 2,000,000 bytes"),
        (
            b"/FlateDecode /DecodeParms << /Predictor 15 /Columns 1 >>",
            zlib.compress(b"\x04 " * 2_000_001),
            "a stream has 4,000,002 characters to decode",
        ),
    ],
    ids=["characters", "packed characters", "one page", "told by those before"],
)
def test_a_stream_that_would_grow_is_refused(filters: bytes, stream: bytes, told: str) -> None:
    whole = pdf(page([HEAD]))
    begin, end = whole.rindex(b"<< /Length"), whole.rindex(b"endstream")
    told_length = b"<< /Length %d /Filter %s >>\nstream\n" % (len(stream), filters)
    assert told in str(reading(whole[:begin] + told_length + stream + b"\n" + whole[end:], "a.pdf").problems[-1])


def test_objects_are_counted_before_any_is_looked_for() -> None:
    assert "it has 500,001 objects" in str(reading(b"%PDF-1.4\n" + b"1 0 obj\n" * 500_001, "a.pdf").problems[-1])


@pytest.mark.parametrize("step", [(100_000, 0), (0, 100_000)], ids=["wide", "high"])
def test_texts_that_stand_far_apart_are_no_page(step: tuple[int, int]) -> None:
    words = [(50 + at * step[0], 50 + at * step[1], f"{at} Ada Alfa 1:51.{at}") for at in range(1100)]
    problem = str(reading(pdf(words), "a.pdf", distance=800.0).problems[-1])
    assert "characters wide and high; save it again" in problem


@examples(60)
@given(st.data())
def test_of_any_pdf_a_race_is_made_or_a_sentence_told(data: st.DataObject) -> None:
    changed = bytearray(pdf(page([HEAD, *ROWS])))
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(8, len(changed) - 1))
        if data.draw(st.booleans()):
            changed[place] = data.draw(st.integers(0, 255))
        else:
            del changed[place : place + data.draw(st.integers(1, 80))]
    found = reading(bytes(changed), "a.pdf", distance=800.0)
    assert found.race is not None or found.problems[-1].severity is Severity.ERROR


def test_what_a_damaged_pdf_makes_its_library_say_reaches_nobody(caplog: pytest.LogCaptureFixture) -> None:
    whole = pdf(page([HEAD, *ROWS]))
    for at in range(0, len(whole), 97):
        reading(whole[:at] + b" 0 " + whole[at + 9 :], "a.pdf")
    assert [record.name for record in caplog.records] == []


def test_sections_of_a_race_result_list_are_legs() -> None:
    data = b"""{"list": {"Fields": [{"Expression": "DisplayName", "Label": "Name"},
        {"Expression": "Section1Split", "Label": "10 km"}, {"Expression": "Section2Split", "Label": "20 km"},
        {"Expression": "Finish.Chip", "Label": "Result"}]},
        "data": {"#1_30k": [["5", "Abe Alder", "0:40:00.10", "0:42:00.20", "2:05:00.60"],
                            ["6", "Bo Birch", "0:41:00.10", "0:43:00.20", "2:08:00.60"]]}}"""
    found = read_source(Source(data, Path("sections.json")), Choices(distance=30_000.0))
    assert found.race is not None
    splits = found.race.entries[0].splits
    assert [(split.distance, split.time.text) for split in splits] == [(10_000, "40:00.10"), (20_000, "1:22:00.30")]


def test_the_leaders_splits_above_a_list_are_told_as_left_out() -> None:
    led = "1000 m: Zeta 2:45.1\n2000 m Zeta 5:31.0\n400: 65.1, 800: 2:11.0\n"
    text = f"5000 m Men 18:30\n{led}1. Ada Alfa 13:40.1\n2. Bea Beta 13:41.0\n"
    found = read_source(Source(text.encode(), Path("leaders.txt")), Choices())
    assert found.race is not None
    assert found.race.distance == 5000.0
    (tally,) = found.understood.left_out
    assert str(tally) == "3 lines above the list with who led on the way (first: line 2)"
    assert str(tally) in str(found.problems[-1])


def test_the_bib_before_the_fields_is_the_runners() -> None:
    data = {
        "DataFields": ["BIB", "ID", "NAME", "TIME"],
        "list": {"HeadLine1": "5 km", "Fields": [{"Label": "Name"}, {"Label": "Time"}]},
        "data": [["7", "107", "Ada Alfa", "17:40"], ["9", "109", "Bea Beta", "18:20"]],
    }
    found = reading(json.dumps(data).encode(), "a.json").race
    assert found is not None
    assert [entry.bib for entry in found.entries] == ["7", "9"]


def test_a_line_of_headings_is_no_title_and_tells_no_distance() -> None:
    text = (
        "Athlete YR # Team Score Time Gap Avg. Mile\n1 Ada Alder Oak 22:23.5 7:12.0\n2 Bea Birch Elm 22:26.6 7:13.0\n"
    )
    found = reading(text.encode(), "oak.txt")
    assert found.race is None
    assert found.understood.title == "Oak"
    assert "does not say how far" in found.problems[-1].message
