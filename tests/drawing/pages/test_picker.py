"""Looking for a file, as text."""

from pathlib import Path

from replay.cells.rows import plain
from replay.drawing.pages.picker import peek_rows, picker_hints, picker_rows, size_text
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.files.folders import Item, Listing

LOOK = look_of(DARK)
HERE = Path("here")
ITEMS = (
    Item("old", HERE / "old", folder=True),
    Item("a.csv", HERE / "a.csv", known=True, size=812),
    Item("photo.png", HERE / "photo.png", size=2_900_000),
)


def test_folders_files_and_their_sizes() -> None:
    lines = plain(picker_rows(Listing(HERE, "", ITEMS), 1, LOOK, 30, 5)).splitlines()
    assert lines[0].strip() == "old/"
    assert lines[1].startswith("▌ a.csv")
    assert lines[1].endswith("812 B")
    assert lines[2].endswith("2.9 MB")
    assert size_text(1234) == "1.2 kB"


def test_nothing_there_is_told() -> None:
    assert "This folder is empty." in plain(picker_rows(Listing(HERE, "", ()), 0, LOOK, 40, 5))
    assert "Nothing here is called 'x'." in plain(picker_rows(Listing(HERE, "x", ()), 0, LOOK, 40, 5))
    assert "cannot be" in plain(picker_rows(Listing(HERE, "x", (), "it cannot be looked into"), 0, LOOK, 40, 5))


def test_the_beginning_of_a_file_or_what_there_is_to_say() -> None:
    assert plain(peek_rows(["name,time", "Ada,4:02"], "", LOOK, 20, 3)).split() == ["name,time", "Ada,4:02"]
    assert "No text" in plain(peek_rows([], "No text", LOOK, 20, 3))


def test_several_recordings_have_a_key_of_their_own() -> None:
    assert "together" not in [hint.action for hint in picker_hints(1)]
    assert "all 3 recordings as one race" in [hint.label for hint in picker_hints(3)]
