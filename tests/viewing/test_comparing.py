"""Runners side by side, as they are seen at a time."""

from replay.cells.rows import plain
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import View
from replay.state.timeline import Timeline
from replay.viewing import picture_of
from replay.viewing.frame import Size, frame
from tests.builders import entry, race

ANN = entry("Ann Ash", 240.0, {300: 47.0, 700: 112.0, 1100: 180.0})
BEA = entry("Bea Birch", 245.0, {300: 46.0, 700: 113.0, 1100: 179.0})
CAT = entry("Cat Cedar", 250.0, {300: 48.0, 700: 115.0, 1100: 185.0})
PICTURE = picture_of(Timeline(race(ANN, BEA, CAT)), look_of(DARK))
SIGHT = PICTURE.stage.sights.compared
VIEW = View(chart="compare")


def text(view: View, t: float = 260.0) -> str:
    return plain(frame(PICTURE, view, t, Size(140, 40)).rows)


def names(view: View, t: float = 260.0) -> list[str]:
    return [side.runner.name for side in SIGHT.known(t, view).sides]


def test_those_marked_are_compared_and_with_fewer_the_chosen_and_the_first() -> None:
    assert names(VIEW._replace(marked=(2, 0, 1))) == ["Cat Cedar", "Ann Ash", "Bea Birch"]
    assert names(VIEW._replace(marked=(2,))) == ["Cat Cedar", "Ann Ash"]
    assert names(VIEW._replace(chosen=1)) == ["Bea Birch", "Ann Ash"]
    assert names(VIEW) == ["Ann Ash", "Bea Birch"]


def test_nothing_is_shown_that_is_not_known_yet() -> None:
    at = SIGHT.known(113.0, VIEW)
    assert all(time is None or time.seconds <= 113.0 for mark in at.marks for time in mark.times)
    assert any(apart is not None for mark in at.marks for apart in mark.apart)
    assert all(one.seconds <= 113.0 for one in at.passes)
    ended = SIGHT.known(260.0, VIEW)
    assert len(ended.passes) > len(at.passes)
    assert SIGHT.known(113.0, VIEW._replace(spoilers=True)) == ended


def test_it_says_how_they_stand_where_most_was_lost_and_who_went_past_whom() -> None:
    shown = text(VIEW._replace(marked=(0, 1)))
    assert "finish 4:00.00" in shown
    assert "finish 4:05.00 +5.00, lost most ~" in shown, "the splits are not at the marks"
    assert "~+" in shown.split("lost most")[1], "and neither are the gaps below the bars"
    assert "Ash past Birch, ~" in shown


def test_at_a_bar_the_time_is_read_and_what_the_other_lost() -> None:
    view, size = VIEW._replace(marked=(0, 1)), (94, 20)
    metres = PICTURE.stage.sights.metres(200.0, view, (47, 9), size)
    assert metres is not None
    assert 650 < metres < 700
    assert " 600-700 m  ASH 1:52.00  BIR +1.0 lost ~0.3" in text(view._replace(cursor=metres))
    assert "not run to its end yet" in text(view._replace(cursor=metres), 105.0)
    assert PICTURE.stage.sights.metres(200.0, view, (2, 9), size) is None, "names, and no distance"


def test_a_click_on_one_chooses_and_one_below_goes_there() -> None:
    view, size = VIEW._replace(marked=(2, 0)), (94, 20)
    assert [SIGHT.clicked(260.0, view, (3, y), size) for y in (0, 1, 2, 9)] == ["", "pick(2)", "pick(0)", ""]
    assert SIGHT.clicked(260.0, view, (50, 9), size) == "reach(750.0)"


def test_what_was_lost_between_two_measured_times_is_no_estimate() -> None:
    times: dict[float, float | str] = {at: at * 0.16 for at in range(100, 1500, 100)}
    late: dict[float, float | str] = {at: at * 0.16 + (at > 700) * 1.25 for at in times}
    field = race(entry("Ann Ash", 240.0, times), entry("Bea Birch", 241.25, late))
    shown = plain(frame(picture_of(Timeline(field), look_of(DARK)), VIEW, 260.0, Size(140, 40)).rows)
    assert "finish 4:01.25 +1.25, lost most 1.25 s 700-800" in shown
