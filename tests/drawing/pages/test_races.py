"""The library as a list, and what a story has in it."""

from replay.cells.rows import plain
from replay.drawing.pages.races import contents
from replay.files.library import Library
from replay.files.story import RacePart
from tests.miles import LOOK


def test_a_story_lists_its_races_in_the_order_in_which_they_are_told() -> None:
    items = list(Library().items())
    item = next(item for item in items if item.story is not None)
    assert item.story is not None
    lines = plain(tuple(line) for line in contents(item, items, LOOK, 60)).splitlines()
    assert len(lines) == sum(isinstance(part, RacePart) for part in item.story.parts)
    assert lines[0].split()[0] == "1"
    assert "Tokyo" in lines[0]
    assert lines[0].endswith("Aug 2021")
    assert contents(items[0] if items[0].story is None else items[-1], items, LOOK, 60) == []
