"""Every shipped race can be taken along in every kind of file."""

import math
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
from replay.files.formats import read_race, read_source
from replay.files.source import Choices, Source
from replay.race.race import Entry, Evidence
from replay.state import timeline_of
from replay.state.timeline import Timeline
from replay.viewing.frame import Size, frame
from tests.export.taking import unwatched
from tests.miles import LOOK
from tests.places import RACES
from tests.together import together

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
    return Take(timeline, calls, film, LOOK, View(eye=Eye(near=near), trails="long"), size)


def races_of(form: Form) -> list[Path]:
    """Pixels and films are made of the same frames, and take long: of some races, each of which is in some film."""
    if form.extra:
        return PATHS[::7]
    return PATHS[FORMS.index(form) // 2 % 2 :: 2] if form.fps else PATHS


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
@together("form", FORMS)
def test_it_is_made_and_made_the_same_again(path: Path, form: Form) -> None:
    """Every form of a race is made again, and the first of every race; `tests/cli/test_exporting.py` has another."""
    races = races_of(form)
    if path not in races:
        return
    one = form.make(take(path, 0.0, Size(60, 20)), unwatched)
    assert one
    if path is races[0] or form is FORMS[0]:
        assert one == form.make(take(path, 0.0, Size(60, 20)), unwatched)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
@together("ending", [".csv", ".json"])
def test_what_is_taken_along_is_read_again_as_it_is_known(path: Path, ending: str) -> None:
    race = read_race(path)[0]
    form = next(form for form in FORMS if ending in form.endings)
    whole = Take(timeline_of(race), (), Film(0.0, 1.0, 1.0, 1.0), LOOK, View(), Size(60, 20))
    again = read_source(Source(form.make(whole, unwatched), Path(f"x{ending}")), Choices()).race
    assert again is not None
    assert (again.title, again.meeting, again.date) == (" ".join(race.title.split()), race.meeting, race.date)
    assert (again.distance, again.course.surface) == (race.distance, race.course.surface)
    assert [known(entry) for entry in again.entries] == [known(entry) for entry in race.entries]


def known(entry: Entry) -> tuple[object, ...]:
    """Who it is, and the times that were not worked out."""
    times = [(round(split.distance, 1), split.time) for split in entry.splits]
    times += [(math.inf, entry.result)] if entry.result is not None else []
    told = [(at, round(time.seconds, 2)) for at, time in times if time.evidence is not Evidence.ESTIMATED]
    return entry.name, entry.nation, entry.bib, entry.status, told


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_all_that_is_no_letter_is_drawn_by_us_or_found_in_any_font(path: Path) -> None:
    """What a font may lack, or have in another width, would leave holes in pictures."""
    common = set("·×°±−–—‘’“”…‖→↑↓←❝")
    turn = PATHS.index(path)
    for near in (0.0, 1.0):
        seen = take(path, near, Size(160, 50))
        for t in (0.0, seen.film.start, seen.film.end)[int(near + turn) % 2 :: 2]:  # the others of the next race
            rows = frame(seen.picture(), seen.view, t, seen.size).rows
            signs = {cell.text for row in rows for cell in cells_of(row) if not cell.text.isascii()}
            left = {sign for sign in signs - common if shapes_of(sign) is None}
            assert {sign for sign in left if not unicodedata.category(sign[0]).startswith("L")} <= {"»", "«"}
