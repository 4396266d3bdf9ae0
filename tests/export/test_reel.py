"""A film shows what frames show: what its shots are added up to is the frame of that time."""

import pytest

from replay.cells.ansi import changes_to_text, rows_to_text
from replay.cells.depth import Depth
from replay.drawing.view import Eye, View
from replay.export.reel import blank, scenes, shots
from replay.export.take import Film
from replay.viewing.frame import Size, frame
from replay.viewing.recording import Scene
from tests.cells.terminal import pictured, shown
from tests.export.taking import SMALL, take, unwatched
from tests.miles import TIMELINE
from tests.together import together


@pytest.mark.parametrize("size", [Size(60, 20), Size(120, 40), Size(20, 5)])
@pytest.mark.parametrize("view", [View(), View(eye=Eye(near=1.0)), View(chosen=1)], ids=["far", "close", "chosen"])
def test_what_shots_add_up_to_is_the_last_frame(size: Size, view: View) -> None:
    filmed = take(224.0, TIMELINE.duration, fps=2.0, view=view, size=size)
    page = filmed.look.page
    written = [rows_to_text(blank(size, page), Depth.TRUE).replace("\n", "\r\n")]
    written += [changes_to_text(shot.changes, Depth.TRUE) for shot in shots(filmed, unwatched)]
    end = view._replace(ended=True)
    rows = frame(filmed.picture(), end, TIMELINE.duration, size).rows
    assert shown(*size, *written) == pictured(rows, Depth.TRUE)


def test_a_film_that_ends_on_the_way_stands_there_and_is_not_over() -> None:
    filmed = take(10.0, 20.0, fps=1.0)
    last = list(shots(filmed, unwatched))[-1]
    assert (last.at, last.t) == (10.0, 20.0)
    written = "".join(text for change in last.changes for text, _ in change.new)
    assert "end" not in written


@together(
    ("film", "want"),
    [
        (Film(0.0, 2.0, 1.0, 2.0), [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0), (1.5, 1.5), (2.0, 2.0)]),
        (Film(10.0, 20.0, 10.0, 2.0), [(0.0, 10.0), (0.5, 15.0), (1.0, 20.0)]),
        (Film(0.0, 0.7, 1.0, 2.0), [(0.0, 0.0), (0.5, 0.5), (0.7, 0.7)]),
        (Film(5.0, 5.0, 1.0, 30.0), [(0.0, 5.0)]),
    ],
)
def test_frames_come_evenly_and_the_end_is_one_of_them(film: Film, want: list[tuple[float, float]]) -> None:
    assert [(scene.at, scene.t) for scene in scenes(take()._replace(film=film))] == pytest.approx(want)


def test_of_a_recording_it_shows_what_was_seen_at_each_time() -> None:
    near = View(eye=Eye(near=1.0))
    seen = Scene(0.0, 30.0, View()), Scene(0.9, 31.0, View()), Scene(1.1, 90.0, near), Scene(2.2, 90.5, near)
    filmed = take(fps=2.0)._replace(recorded=seen)
    found = scenes(filmed)
    assert [scene.at for scene in found] == [0.0, 0.5, 1.0, 1.5, 2.0, 2.2]
    assert [scene.t for scene in found] == [30.0, 30.0, 31.0, 90.0, 90.0, 90.5]
    assert [scene.view for scene in found] == [View()] * 3 + [near] * 3
    assert [shot.at for shot in shots(filmed, unwatched)] == [scene.at for scene in found]


def test_what_has_other_panels_than_before_adds_up_too() -> None:
    views = View(), View(bare=True), View(eye=Eye(near=1.0)), View()
    seen = [Scene(float(at), 100.0 + at, view) for at, view in enumerate(views)]
    for number in range(2, 5):
        filmed = take(fps=1.0)._replace(recorded=seen[:number])
        written = [rows_to_text(blank(SMALL, filmed.look.page), Depth.TRUE).replace("\n", "\r\n")]
        written += [changes_to_text(shot.changes, Depth.TRUE) for shot in shots(filmed, unwatched)]
        last = seen[number - 1]
        rows = frame(filmed.picture(), last.view, last.t, SMALL).rows
        assert shown(*SMALL, *written) == pictured(rows, Depth.TRUE)


def test_how_much_is_done_is_told_up_to_the_whole() -> None:
    told: list[float] = []
    list(shots(take(0.0, 2.0, fps=2.0), told.append))
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) == 5
