"""The list of what happened so far."""

import pytest

from replay.commentary import Call, CallKind
from replay.files.bookmarks import Bookmark
from replay.race.names import fold
from replay.viewing.moments import Moments

CALLS = (
    Call(0.0, CallKind.GUN, "The gun!"),
    Call(50.0, CallKind.LEAD, "Ann takes the lead", estimated=True),
    Call(60.0, CallKind.QUOTE, "I felt good", by="Ann Äsh"),
    Call(200.0, CallKind.FINISH, "Bea wins"),
)


def texts(t: float, typed: str = "") -> list[str]:
    return [found.text for found in Moments(CALLS, (Bookmark(55.0, "look"), Bookmark(210.0)), t).search(typed)]


def test_what_happened_is_listed_the_latest_first_and_nothing_that_comes_later() -> None:
    assert texts(100.0) == [
        " 3:30.0  marked",
        " 1:00.0  “I felt good” Ann Äsh",
        " 0:55.0  look",
        "~0:50.0  Ann takes the lead",
        " 0:00.0  The gun!",
    ]
    assert " 3:20.0  Bea wins" in texts(200.0)


def test_it_is_filtered_by_words_kinds_and_names_without_accents() -> None:
    assert texts(100.0, "lead") == ["~0:50.0  Ann takes the lead"]
    assert texts(100.0, "quote ash") == [" 1:00.0  “I felt good” Ann Äsh"]
    assert texts(100.0, "bookmark look") == [" 0:55.0  look"]
    assert texts(100.0, "nobody") == []


def test_a_line_goes_to_its_moment() -> None:
    moments = Moments(CALLS, (), 100.0)
    found = moments.search("lead")[0]
    assert isinstance(found.value, int)
    assert moments.listed[found.value].t == 50.0


def test_the_bell_is_found_by_what_it_begins_and_a_line_that_says_it_is_a_finish_says_so_once() -> None:
    calls = (Call(150.0, CallKind.BELL, "The bell!"), Call(200.0, CallKind.FINISH, "Bea wins"))
    moments = Moments(calls, (), 300.0)
    assert [(found.text, found.beside) for found in moments.search("last lap")] == [(" 2:30.0  The bell!", "bell")]
    assert [(found.text, found.beside) for found in moments.search("finish")] == [(" 3:20.0  Bea wins", "")]


def test_for_thousands_of_pasted_words_each_text_is_folded_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folded: list[str] = []

    def counted(text: str) -> str:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr("replay.viewing.moments.fold", counted)
    assert len(texts(300.0, "lead " * 10_000)) == 1
    assert len(folded) == 1 + len(texts(300.0))
