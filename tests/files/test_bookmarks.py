"""Bookmarks, kept between sessions."""

import json
from dataclasses import replace

import pytest

from replay.files.bookmarks import (
    Bookmark,
    beside,
    bookmarks_file,
    bookmarks_of,
    forget_bookmark,
    keep_bookmark,
)
from replay.race.problems import ReplayError
from tests.builders import entry, race

RACE = race(entry("Ann", 240.0), entry("Bea", 245.0))


def test_they_are_kept_in_order_and_forgotten() -> None:
    keep_bookmark(RACE, Bookmark(200.0, "the kick"))
    assert keep_bookmark(RACE, Bookmark(100.0)) == (Bookmark(100.0), Bookmark(200.0, "the kick"))
    assert bookmarks_of(RACE) == (Bookmark(100.0), Bookmark(200.0, "the kick"))
    assert forget_bookmark(RACE, 100.0) == (Bookmark(200.0, "the kick"),)
    assert bookmarks_of(RACE) == (Bookmark(200.0, "the kick"),)


def test_a_note_takes_the_place_of_the_one_that_was_there() -> None:
    keep_bookmark(RACE, Bookmark(100.0, "first"))
    assert keep_bookmark(RACE, Bookmark(100.01, "second\nline")) == (Bookmark(100.01, "second line"),)
    assert beside(bookmarks_of(RACE), 100.0) == Bookmark(100.01, "second line")
    assert beside(bookmarks_of(RACE), 101.0) is None


def test_another_race_of_the_same_name_has_its_own() -> None:
    keep_bookmark(RACE, Bookmark(100.0))
    assert bookmarks_of(race(entry("Cat", 240.0))) == ()
    assert bookmarks_of(replace(RACE, title="Corrected title")) != ()


def test_a_name_that_is_a_path_stays_in_its_folder() -> None:
    assert bookmarks_file(replace(RACE, id="../../etc/x")).parent == bookmarks_file(RACE).parent


@pytest.mark.parametrize(
    "content",
    ["", "[" * 20_000, "[]", '{"bookmarks": 3}', '{"bookmarks": [3, {"at": "x"}, {"at": -1}, {"at": NaN}]}',
     f'{{"bookmarks": [{{"at": {10**400}}}]}}'],
    ids=["empty", "deep", "list", "number", "rows", "endless"],
)  # fmt: skip
def test_whatever_is_wrong_with_the_file_there_are_none_and_the_next_is_kept(content: str) -> None:
    path = bookmarks_file(RACE)
    path.parent.mkdir(parents=True)
    path.write_text(content)
    assert bookmarks_of(RACE) == ()
    keep_bookmark(RACE, Bookmark(5.0, "here"))
    assert json.loads(path.read_text())["bookmarks"] == [{"at": 5.0, "note": "here"}]


@pytest.mark.parametrize("content", ['{"bookmarks": [{"at": 5, "note": "mine"},]}', "my notes", "{}", "[1]"])
def test_what_cannot_be_read_is_not_written_over(content: str) -> None:
    """A comma too many in a file that somebody edited lost every bookmark in it with the next one."""
    path = bookmarks_file(RACE)
    path.parent.mkdir(parents=True)
    path.write_text(content)
    keep_bookmark(RACE, Bookmark(5.0, "here"))
    keep_bookmark(RACE, Bookmark(6.0, "there"))
    assert path.with_name(f"{path.name}.damaged").read_text() == content
    assert bookmarks_of(RACE) == (Bookmark(5.0, "here"), Bookmark(6.0, "there"))


def test_where_it_cannot_be_written_it_is_said_in_a_sentence() -> None:
    folder = bookmarks_file(RACE).parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.touch()
    with pytest.raises(ReplayError, match="the bookmark is not kept"):
        keep_bookmark(RACE, Bookmark(5.0))
    assert bookmarks_of(RACE) == ()
