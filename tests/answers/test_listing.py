"""A list is kept as long as its files are as they were, and no longer."""

import json
import math
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from replay.answers.listing import Listed, list_answer, list_text, listed
from replay.files.library import Library
from replay.files.paths import own_folder

RACE = "race: Club mile\nevent: mile\nentries:\n  - {name: Ann, result: '4:40.0'}\n"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Library]:
    """The libraries of which every file was read."""
    read: list[Library] = []
    items = Library.items

    def watched(library: Library) -> object:
        read.append(library)
        return items(library)

    monkeypatch.setattr(Library, "items", watched)
    return read


def test_what_has_not_changed_is_not_read_again(own_races: Path, reads: list[Library]) -> None:
    (own_races / "club.yaml").write_text(RACE, encoding="utf-8")
    (own_races / "broken.yaml").write_text("race: [", encoding="utf-8")
    first = listed(Library())
    assert listed(Library()) == first
    assert len(reads) == 1
    own = [item for item in first if item.id in ("club", "broken")]
    assert [(item.id, item.title, item.runners, item.error is None) for item in own] == [
        ("broken", "", None, False), ("club", "Club mile", 1, True),
    ]  # fmt: skip
    assert "cannot be read" in list_text(own)
    assert sorted(list_answer(own)[0]) == ["error", "id"]


def test_of_a_folder_of_thousands_the_list_is_kept_too(own_races: Path, reads: list[Library]) -> None:
    for number in range(2500):
        (own_races / f"{number}.csv").touch()
    assert listed(Library()) == listed(Library())
    assert len(reads) == 1


def _changed(folder: Path) -> None:
    (folder / "club.yaml").write_text(RACE.replace("Club", "Park"), encoding="utf-8")


def _touched_back(folder: Path) -> None:
    path = folder / "club.yaml"
    before = path.stat()
    _changed(folder)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _added(folder: Path) -> None:
    (folder / "another.yaml").write_text(RACE, encoding="utf-8")


def _beside(folder: Path) -> None:
    (folder / "part").mkdir()
    (folder / "part" / "x.csv").write_text("name,time\n", encoding="utf-8")


CHANGES = [_changed, _touched_back, _added, _beside, lambda folder: (folder / "club.yaml").unlink()]


@pytest.mark.parametrize("change", CHANGES, ids=["changed", "touched back", "added", "beside", "gone"])
def test_whatever_changes_is_seen(change: Callable[[Path], None], own_races: Path, reads: list[Library]) -> None:
    (own_races / "club.yaml").write_text(RACE, encoding="utf-8")
    listed(Library())
    change(own_races)
    assert listed(Library()) == _anew()
    assert len(reads) == 3


def _anew() -> list[Listed]:
    (own_folder("cache") / "list.json").unlink()
    return listed(Library())


@pytest.mark.parametrize("text", ["", "{", "[]", '{"state": 1}', "\0", "[" * 100_000], ids=range(6))
def test_whatever_is_kept_there_is_no_hindrance(text: str, own_races: Path, reads: list[Library]) -> None:
    (own_races / "club.yaml").write_text(RACE, encoding="utf-8")
    first = listed(Library())
    (own_folder("cache") / "list.json").write_text(text, encoding="utf-8")
    assert listed(Library()) == first
    assert len(reads) == 2


def test_a_kept_value_of_another_type_is_not_taken(own_races: Path) -> None:
    (own_races / "club.yaml").write_text(RACE, encoding="utf-8")
    first, kept = listed(Library()), own_folder("cache") / "list.json"
    as_it_was = kept.read_text(encoding="utf-8")
    for at in range(len(Listed._fields)):
        wrong: object
        for wrong in ([], {"a": 1}, math.nan, math.inf, -1, 10**400):
            told = json.loads(as_it_was)
            told["listed"][0][at] = wrong
            kept.write_text(json.dumps(told), encoding="utf-8")
            assert listed(Library()) == first, (at, wrong)
