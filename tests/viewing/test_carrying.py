"""What was chosen, in the race as it is from here on."""

import pytest

from replay.analysis.reference import Reference
from replay.analysis.whatif import what_if
from replay.drawing.view import Sort, View
from replay.files.library import Library, shipped_folder
from replay.race.race import Race
from replay.reconstruction.completion import completed
from replay.state import timeline_of
from replay.viewing.camera import CHOSEN
from replay.viewing.carrying import same_entry
from replay.viewing.frame import Size, frame
from replay.viewing.viewer import Viewer
from tests.builders import entry, race
from tests.miles import LOOK
from tests.together import together

RACES = sorted(path.stem for path in shipped_folder().glob("*.yaml"))
THREE = race(entry("Ada", 240.0), entry("Bea", 241.0), entry("Cyd", 242.0))
TWO = race(entry("Ada", 240.0), entry("Cyd", 242.0))


def _viewer(of: Race, view: View) -> Viewer:
    viewer = Viewer(timeline_of(of), LOOK, lambda: 0.0, lambda: False)
    viewer.view = view
    return viewer


def test_who_is_chosen_stays_chosen_where_somebody_before_him_is_gone() -> None:
    viewer = _viewer(THREE, View(chosen=2, pinned=1, marked=(0, 1, 2), against=Reference(entry=2)))
    viewer.with_timeline(timeline_of(TWO))
    view = viewer.view
    assert (view.chosen, view.pinned, view.marked, view.against) == (1, None, (0, 1), Reference(entry=1))


def test_a_camera_on_its_way_from_who_is_gone_goes_on() -> None:
    now = [0.0]
    viewer = Viewer(timeline_of(THREE), LOOK, lambda: now[0], lambda: True)
    viewer.board.pick(2)
    viewer.turn_to(CHOSEN)
    now[0] = 9.0
    for chosen in (1, 2):
        viewer.board.pick(chosen)
        for later in (0.0, 0.1, 0.2):
            now[0] += later
            seen = viewer.seen(Size(160, 48))
            frame(seen.picture, seen.view, seen.t, Size(160, 48))
    viewer.with_timeline(timeline_of(TWO))
    seen = viewer.seen(Size(160, 48))
    frame(seen.picture, seen.view, seen.t, Size(160, 48))
    assert (seen.view.eye.focus, seen.view.eye.before) == (1, None)
    assert seen.view.eye.come < 1


def test_of_two_of_one_name_the_bib_tells_who_it_is() -> None:
    ann, other = entry("Ann", 240.0, bib="1"), entry("Ann", 241.0, bib="2")
    assert same_entry(race(ann, other), race(other), 1) == 0
    assert same_entry(race(ann, other), race(other), 0) is None
    assert same_entry(race(ann), race(other), None) is None


@together("name", RACES)
def test_no_race_without_one_of_its_first_shows_another_runner_or_another_column(name: str) -> None:
    run = completed(Library().race(name)[0])[0]
    for gone in (0, 1):
        if len(run.entries) < 4:
            continue
        viewer = _viewer(run, View(chosen=3, chart="splits", every_mark=True))
        marks = viewer.stage.sights.splits(viewer.view).splits.marks
        for column in (len(marks) - 1, len(marks)):
            viewer = _viewer(run, View(chosen=3, chart="splits", every_mark=True, sort=Sort(column, turned=True)))
            words = viewer.stage.sights.splits(viewer.view).sort_words(viewer.view.sort)
            without = run.entries[gone].name
            if sum(without in one.name for one in run.entries) > 1:
                continue
            viewer.with_timeline(timeline_of(what_if(run, (f"without {without}",))))
            view, sight = viewer.view, viewer.stage.sights.splits(viewer.view)
            assert view.chosen is not None
            assert viewer.stage.race.entries[view.chosen].name == run.entries[3].name
            assert words
            assert view.sort.column is None or sight.sort_words(view.sort) == words
            viewer.player.stay(viewer.stage.timeline.over)
            frame(viewer.picture, viewer.view, viewer.now, Size(120, 40))


@pytest.mark.parametrize("words", ["1200 m: the time there", "no such column", ""])
def test_a_column_that_is_not_there_sorts_nothing(words: str) -> None:
    sight = _viewer(TWO, View()).stage.sights.splits(View())
    found = sight.sorted_as(words, turned=True)
    assert found == Sort() or sight.sort_words(found) == words
    assert sight.sort_words(Sort(99)) == ""
