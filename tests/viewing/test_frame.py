"""The frame: a pure function of a picture, a view, a time and a size."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.cells.rows import plain, row_width
from replay.commentary import call_race
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import Eye, Hint, View
from replay.files.library import Library, shipped_folder
from replay.state.timeline import Timeline
from replay.viewing import picture_of
from replay.viewing.frame import Frame, Size, frame
from replay.viewing.panels import PANELS
from replay.viewing.picture import Picture
from tests.depth import examples

RACES = sorted(path.stem for path in shipped_folder().glob("*.yaml"))
LOOK = look_of(DARK)
LONDON = "london-mile-2026"
KEYS = (Hint("q", "menu", "back", 1),)


@cache
def timeline_of(race: str) -> Timeline:
    return Timeline(Library().race(race)[0])


@cache
def calls_of(race: str) -> tuple[object, ...]:
    return tuple(call_race(timeline_of(race)))


def picture(race: str) -> Picture:
    """A picture of which nothing has been asked before."""
    return picture_of(timeline_of(race), LOOK, calls_of(race))  # type: ignore[arg-type]


@cache
def kept(race: str) -> Picture:
    """A picture of which everything has been asked."""
    return picture(race)


views = st.builds(
    View,
    chosen=st.sampled_from([None, 0]),
    pinned=st.sampled_from([None, 0]),
    gap_in_metres=st.booleans(),
    names=st.sampled_from(["leader", "first three", "initials", "off"]),
    trails=st.sampled_from(["off", "short"]),
    eye=st.sampled_from([Eye(), Eye(rate=16.0), Eye(1.0), Eye(1.0, 0, 0), Eye(0.5, 0, 0)]),
    bare=st.booleans(),
    read_back=st.integers(0, 3),
    playing=st.booleans(),
    sketch=st.booleans(),
    ended=st.booleans(),
    hints=st.sampled_from([(), KEYS]),
)


@examples(60)  # the first of a race paints its stadium
@given(
    st.sampled_from(["london-mile-2026", "rio-2016-800m", "san-diego-half-2023"]),
    views,
    st.floats(0, 5000),
    st.builds(Size, st.integers(20, 200), st.integers(4, 60)),
)
def test_the_same_arguments_give_the_same_rows_whatever_was_asked_before(
    race: str, view: View, t: float, size: Size
) -> None:
    t = min(t, timeline_of(race).duration)
    again, fresh = frame(kept(race), view, t, size), frame(picture(race), view, t, size)
    assert again == fresh
    assert [row_width(row) for row in again.rows] == [size.width] * size.height


@pytest.mark.sampled(4)
@pytest.mark.parametrize("race", RACES)
def test_the_sketch_that_was_seen_first_is_not_seen_again(race: str) -> None:
    """The panel of who starts stayed as blank as it was while the screen was set up."""
    shown, size = picture(race), Size(120, 40)
    frame(shown, View(sketch=True), 0.0, size)
    for t in (0.0, 5.0):
        assert frame(shown, View(), t, size) == frame(picture(race), View(), t, size)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("race", RACES)
def test_every_panel_of_every_race_is_as_large_as_its_place_from_the_gun_to_the_end(
    race: str,
) -> None:
    shown, size = picture(race), Size(120, 40)
    for share in (0.0, 0.3, 0.99, 1.0):
        made = frame(shown, View(hints=KEYS), share * timeline_of(race).duration, size)
        assert set(made.pieces) <= {panel.name for panel in PANELS}
        for place, rows in made.pieces.values():
            assert [row_width(row) for row in rows] == [place.width] * place.height


def clock(made: Frame) -> str:
    """What a frame shows, as text."""
    return plain(made.rows)


def test_what_is_read_changes_in_steps_while_time_passes_and_is_exact_when_it_stands() -> None:
    shown, size = kept("london-mile-2026"), Size(120, 40)
    runs, stands = View(playing=True), View()
    board = [frame(shown, runs, t, size).pieces["board"].rows for t in (100.01, 100.05, 100.09)]
    assert board[0] is board[1] is board[2]
    exact = frame(shown, stands, 100.09, size).pieces["board"].rows
    assert exact == frame(picture("london-mile-2026"), stands, 100.09, size).pieces["board"].rows
    # At 16x a step of the clock on the wall is longer.
    fast = View(playing=True, eye=Eye(rate=16.0))
    assert frame(shown, fast, 100.0, size).pieces["board"] == frame(shown, fast, 100.7, size).pieces["board"]


def test_beside_a_chart_the_runners_are_drawn_at_half_the_rate_of_frames_and_exactly_when_time_stands() -> None:
    shown, places = kept(LONDON), {(80, 24): False, (120, 40): True}
    for (width, height), beside in places.items():
        view = View(chart="trace", playing=True)
        drawn = [frame(shown, view, 100.01 + at / 30, Size(width, height)).pieces for at in range(6)]
        close = [pieces["closeup"].rows if "closeup" in pieces else [] for pieces in drawn]
        assert len({id(rows) for rows in close if rows}) == (3 if beside else 0)
    still = [frame(shown, View(chart="trace"), 100.01 + at / 30, Size(120, 40)).pieces["closeup"].rows for at in (0, 1)]
    assert still[0] != still[1]


def test_the_close_view_below_the_stadium_is_the_close_view_without_its_line_of_text() -> None:
    rio = "rio-2016-800m"  # without a record that is near, which would be a line across the track
    made = frame(kept(rio), View(), 30.0, Size(200, 60)).pieces
    place, rows = made["closeup"]
    alone = picture(rio).stage.follow(place.width, place.height + 1)
    assert rows == alone.rows(30.0)[1:]
    assert "FINISH" in plain(made["course"].rows)


def test_a_sketch_leaves_out_the_chart_and_the_close_view_and_nothing_else() -> None:
    size = Size(200, 60)
    whole, sketch = (
        frame(kept("london-mile-2026"), View(sketch=sketch), 90.0, size).pieces for sketch in (False, True)
    )
    differ = {name for name in whole if whole[name] != sketch[name]}
    assert differ == {"chart", "closeup"}


def test_without_keys_there_is_no_footer_and_bare_there_is_the_track_and_its_title() -> None:
    shown, size = kept("london-mile-2026"), Size(120, 40)
    assert "footer" not in frame(shown, View(), 10.0, size).pieces
    assert set(frame(shown, View(bare=True), 10.0, size).pieces) == {"title", "course"}


def test_what_stands_where_the_chart_will_be_takes_the_place_of_its_sketch() -> None:
    picture = picture_of(Timeline(kept("london-mile-2026").stage.race), look_of(DARK))
    sketched, drawn = (
        plain(frame(picture, View(sketch=sketch), 1.0, Size(120, 40)).pieces["chart"].rows) for sketch in (True, False)
    )
    assert not sketched.strip()
    assert "even pace" in drawn
