"""Rows that are no runners, and runners who are called as such rows begin."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.files.table.layouts import totals
from replay.files.table.layouts.totals import is_no_runner, is_prose, is_remark, sounds_like_total
from tests.together import together

TITLES = ["Place", "Name", "Time"]


@together(
    "text",
    ["Total: 12", "Finishers", "Average", "Mittelwert", "Median time", "Page 1 of 2", "Min:", "Total finishers: 2"],
)
def test_totals(text: str) -> None:
    assert sounds_like_total(text)


@together("text", ["Max", "Max Muster", "Min Lee", "Ada", "12", "", "Media Alfa", "Totti Ada"])
def test_names(text: str) -> None:
    assert not sounds_like_total(text)


class _Everything:
    def __contains__(self, _: object) -> bool:
        return True


def test_the_first_letters_tell_nothing_that_the_words_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    words = sorted(totals._TOTALS | totals._OF_TIMES)
    spelt = {form(word) for word in words for form in (str.upper, str.title, _accented, lambda word: word[:2])}
    spelt |= {f"{word[0]}'{word[1:]}" for word in words} | {f"{word[:2]}\u2019{word[2:]}" for word in words}
    spelt |= {"", "A", "Æon", "Ada", "12", "İstanbul", "Ø", "Étienne", "ſum", "ﬁnishers", "\u0130nd", "Min-Ji", "Su"}
    texts = [
        f"{one}{rest}" for one in sorted(spelt) for rest in ("", " Lee", " 12", ":", "-time", ", Jim", "\u0301 of")
    ]
    quick = [sounds_like_total(text) for text in texts]
    monkeypatch.setattr(totals, "_BEGINNINGS", _Everything())
    assert quick == [sounds_like_total(text) for text in texts]
    assert 0 < sum(quick) < len(quick)


def _accented(word: str) -> str:
    return f"{word[0]}{word[1]}\u0308{word[2:]}"


@together(
    ("row", "gone"),
    [
        (["Average", "", "36:32"], True),
        (["Finishers:", "2", ""], True),
        (["Page, Jim", "", "37:00"], False),
        (["Page, Jim", "", "DNS"], False),
        (["Page 1 of 1", "", ""], True),
        (["Place", "Name", "Time"], True),
        (["-", "", "n/a"], True),
        (["1", "Ada Alfa", "35:10"], False),
    ],
)
def test_rows(row: list[str], gone: bool) -> None:
    assert is_no_runner(row, TITLES) is gone


@pytest.mark.parametrize("encoding", [None, "utf-8", "cp1252", "utf-16", "cp437", "shift_jis"])
def test_rows_without_a_cell_are_no_totals(encoding: str | None) -> None:
    """As a wrong encoding or delimiter makes them, which somebody tries where a file is opened."""
    for text in ("Name;Zeit\nAda;32:10\nBea;33:05\nCyd;34:56\n", "who,when\nAda,Monday\n", "\n\n;\n", "Total\n"):
        for delimiter in (None, ",", ";", "\t", "|", " "):
            choices = Choices(encoding=encoding, delimiter=delimiter)
            found = read_source(Source(text.encode(), Path("a.csv")), choices)
            assert found.race is not None or found.problems


@together(
    ("row", "prose", "remark"),
    [
        (["Timing by us", "", ""], False, True),
        (["Timing by us", ""], False, True),  # of two cells one may be a name
        (["Timing by us"], False, False),
        (["Timing by us", "", "4:01"], False, False),
        (["Timing us", "", ""], False, False),
        (["All times are by the gun", "", ""], True, True),
        (["Ada van der Alfa", "", ""], True, False),
        (["Ada van Alfa", "", ""], False, False),
        (["Weather: rain", "", ""], True, False),
        (["Notes:", "", ""], True, False),
        (["Notes:", ""], False, False),
        (["Notes:", "", "x"], False, False),
        (["12: 4", "", ""], False, False),
        (["", "", ""], False, False),
        ([], False, False),
    ],
)
def test_a_sentence_by_itself_is_no_runner(row: list[str], prose: bool, remark: bool) -> None:
    assert (is_prose(row), is_remark(row)) == (prose, remark)


@together(
    ("row", "gone"),
    [
        (["Place", "Ada", "Time", "", "", ""], True),  # two headings anew
        (["Place", "Ada", "4:01", "x", "", ""], False),
        (["Place", "Name", "c", "d", "e", "f"], False),
        (["Place", "Name", "Time", "d", "e", "f"], True),
        (["Total", "12", "x", "", "", ""], True),
        (["Total", "12", "x", "y", "", ""], False),  # a total says little
        (["Total", "4:01", "", "", "", ""], True),
        (["Finishers", "4:01", "", "", "", ""], False),
        (["Average", "12", "x", "y", "z", "4:01"], True),
    ],
)
def test_a_row_of_few_words_is_a_total(row: list[str], gone: bool) -> None:
    assert is_no_runner(row, ["Place", "Name", "Time", "Club", "Lane", "Note"]) is gone
