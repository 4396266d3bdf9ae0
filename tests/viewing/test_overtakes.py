"""The rows of who passes among the first stand out for a moment."""

import pytest

from replay.cells.rows import plain, row_width
from replay.drawing.view import Eye, View
from replay.files.library import Library
from replay.state import timeline_of
from replay.state.timeline import Timeline
from replay.viewing import picture_of
from replay.viewing.frame import Size, frame
from replay.viewing.overtakes import SLIDE
from replay.viewing.picture import Picture
from tests.builders import entry, race
from tests.miles import LOOK

PLAYING = View(playing=True)
BEAT = 0.1
SECOND = Timeline(
    race(
        entry("Ann Ash", "4:00.00", {800: "2:08.0", 1200: "3:13.0"}),
        entry("Bea Birch", "4:02.00", {800: "2:08.5", 1200: "3:12.0"}),
        entry("Cat Cedar", "4:10.00", {800: "2:09.5", 1200: "3:16.0"}),
    )
)


def board(picture: Picture, t: float, view: View = PLAYING) -> list[str]:
    place, rows = frame(picture, view, t, Size(120, 40)).pieces["board"]
    assert {row_width(row) for row in rows} == {place.width}
    return plain(rows).splitlines()


def outs(picture: Picture, t: float, name: str, view: View = PLAYING) -> int:
    """By how many cells a row stands out of line, against the same moment paused."""
    return _column(board(picture, t, view), name) - _column(board(picture, t, view._replace(playing=False)), name)


def _column(lines: list[str], name: str) -> int:
    return next(line for line in lines if name in line).index(name)


def passed(timeline: Timeline) -> int:
    """The first step of the board at which another leads than at the one before, in the second half of the race."""
    first = [timeline.top(number * BEAT, 1).standings[0].entry for number in range(round(timeline.duration / BEAT))]
    return next(number for number in range(len(first) // 2, len(first)) if first[number] != first[number - 1])


def test_the_row_of_who_passes_pulls_out_and_falls_into_line_again() -> None:
    picture, number = picture_of(SECOND, LOOK), passed(SECOND)
    seen = [outs(picture, (number + ago) * BEAT + 0.01, "Birch") for ago in range(-1, len(SLIDE) + 1)]
    assert seen == [0, *SLIDE, 0]
    assert outs(picture, number * BEAT + 0.01, "Ash") == 0  # who was passed stays in line


def test_where_motion_is_not_wanted_and_while_time_stands_nothing_slides() -> None:
    picture, t = picture_of(SECOND, LOOK), passed(SECOND) * BEAT + 0.01
    assert outs(picture, t, "Birch", PLAYING._replace(still=True)) == 0
    assert board(picture, t, View()) == board(picture, t, View(still=True))


@pytest.mark.parametrize("rate", [1.0, 4.0])
def test_it_follows_from_the_time_alone(rate: float) -> None:
    view = PLAYING._replace(eye=Eye(rate=rate))
    found = timeline_of(Library().race("london-mile-2026")[0])
    asked = [100.0 + 0.35 * at for at in range(60)]
    forward = picture_of(found, LOOK)
    one_after_the_other = {t: board(forward, t, view) for t in asked}
    for t in asked[::-7]:
        assert board(picture_of(found, LOOK), t, view) == one_after_the_other[t]
