"""Every shipped race can be taken along in every kind of file."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest

from replay.commentary import Call, call_race
from replay.drawing.view import Eye, View
from replay.export.cells import cells_of
from replay.export.forms import FORMS, Form
from replay.export.shapes import shapes_of
from replay.export.take import Film, Take
from replay.files.formats import read_race
from replay.state import timeline_of
from replay.state.timeline import Timeline
from replay.viewing.frame import Size, frame
from tests.export.taking import unwatched
from tests.miles import LOOK
from tests.places import RACES

PATHS = sorted(RACES.glob("*.yaml"))


@cache
def called(path: Path) -> tuple[Timeline, tuple[Call, ...]]:
    """A race and its commentary."""
    timeline = timeline_of(read_race(path)[0])
    return timeline, call_race(timeline)


def take(path: Path, near: float, size: Size) -> Take:
    """The end of a race, in a few frames."""
    timeline, calls = called(path)
    film = Film(timeline.duration * 0.9, timeline.duration, timeline.duration / 20, 2.0)
    return Take(timeline, calls, film, film.start, LOOK, View(eye=Eye(near=near), trails="long"), size)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.endings[0])
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_it_is_made_and_made_the_same_again(path: Path, form: Form) -> None:
    one, two = (form.make(take(path, 0.0, Size(60, 20)), unwatched) for _ in range(2))
    assert one
    assert one == two


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_all_that_is_no_letter_is_drawn_by_us_or_found_in_any_font(path: Path) -> None:
    """What a font may lack, or have in another width, would leave holes in pictures."""
    common = set("·×°±−–—‘’“”…‖→↑↓←❝")
    for near in (0.0, 1.0):
        seen = take(path, near, Size(160, 50))
        for t in (0.0, seen.film.start, seen.film.end):
            rows = frame(seen.picture(), seen.view, t, seen.size).rows
            signs = {cell.text for row in rows for cell in cells_of(row) if not cell.text.isascii()}
            left = {sign for sign in signs - common if shapes_of(sign) is None}
            assert {sign for sign in left if not unicodedata.category(sign[0]).startswith("L")} <= {"»", "«"}
