"""The library as a list, and what a story has in it."""

from replay.cells.rows import plain
from replay.drawing.pages.menu import menu_rows
from replay.drawing.pages.races import contents, first_race, listed
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


def test_where_the_day_is_not_known_the_list_has_the_month_that_the_meeting_is_called_by() -> None:
    (line,) = [line for line, item in listed(Library().items()) if item is not None and item.id.startswith("san-diego")]
    assert line.detail == "Dec 2023"


def test_in_the_list_no_title_is_cut_where_a_shorter_one_fits() -> None:
    lines = [line for line, _ in listed(Library().items())]
    for width in (36, 44, 54, 70):
        rows = plain(menu_rows(lines, 0, LOOK, width, len(lines))).splitlines()
        for line, row in zip(lines, rows, strict=True):
            shortest = min((line.text, *line.shorter), key=len)
            assert line.heading or "…" not in row or len(shortest) > width - len(line.detail) - 5, (width, row)
    assert "Bowerman Mile, Prefontaine Classic " in plain(menu_rows(lines, 0, LOOK, 54, len(lines)))
    assert "…" not in plain(menu_rows(lines, 0, LOOK, 36, len(lines)))  # at 80x24


def test_a_story_begins_with_a_race_and_nothing_else_does() -> None:
    items = list(Library().items())
    for item in items:
        begins = first_race(item, items)
        assert (begins is not None) == (item.story is not None)
        assert begins is None or "Olympic" in begins.meeting
