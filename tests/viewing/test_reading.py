"""The cursor on a chart, and what is reached on it."""

from replay.analysis.reference import Reference
from replay.drawing.view import View
from replay.state.timeline import Timeline
from replay.viewing.viewer import Viewer
from tests.builders import entry, race
from tests.miles import LOOK, TIMELINE


def viewer_at(t: float, timeline: Timeline = TIMELINE) -> Viewer:
    viewer = Viewer(timeline, LOOK, lambda: 0.0, lambda: True)
    viewer.player.stay(t)
    return viewer


def test_the_cursor_goes_from_mark_to_mark_finely_by_a_tenth_and_not_off_the_race() -> None:
    viewer = viewer_at(60.0)
    reading = viewer.charts
    reading.cursor()
    assert (viewer.view.chart, viewer.view.reading) == ("trace", True)
    viewer.view = viewer.view._replace(cursor=430.0)
    seen = []
    for way, fine in ((1, False), (1, False), (-1, False), (1, True), (-1, True), (-1, True)):
        reading.move_cursor(way, fine)
        seen.append(viewer.view.cursor)
    assert seen == [500.0, 600.0, 500.0, 510.0, 500.0, 490.0]
    viewer.view = viewer.view._replace(cursor=1600.0)
    reading.move_cursor(1)
    assert viewer.view.cursor == TIMELINE.race.distance
    viewer.view = viewer.view._replace(cursor=50.0)
    reading.move_cursor(-1)
    reading.move_cursor(-1)
    assert viewer.view.cursor == 0.0
    reading.cursor()
    after: View = viewer.view
    assert (after.reading, after.cursor) == (False, None)


def test_of_the_last_lap_marks_are_counted_from_the_finish() -> None:
    viewer = viewer_at(200.0)
    viewer.charts.cursor()
    viewer.charts.zoom()
    viewer.view = viewer.view._replace(cursor=1400.0)
    viewer.charts.move_cursor(1)
    assert viewer.view.cursor is not None
    assert round(TIMELINE.race.distance - viewer.view.cursor, 6) == 200.0


def test_what_is_pointed_at_is_read_but_where_the_arrows_move_the_cursor() -> None:
    viewer = viewer_at(60.0)
    assert viewer.charts.read_at(400.0)
    assert not viewer.charts.read_at(400.0)
    assert viewer.charts.read_at(None)
    viewer.charts.cursor()
    assert not viewer.charts.read_at(400.0)


def test_on_splits_the_arrows_turn_to_other_columns_as_far_as_there_are_any() -> None:
    marks: dict[float, float | str] = {float(far): far / 7 for far in range(100, 5000, 100)}
    viewer = viewer_at(700.0, Timeline(race(entry("A", 5000 / 7, marks), entry("B", 720.0), distance=5000.0)))
    viewer.view = viewer.view._replace(chart="splits", every_mark=True)
    viewer.charts.width = 100
    viewer.charts.cursor()
    assert viewer.view.reading
    reached = [viewer.view.columns]
    for _ in range(60):
        viewer.charts.move_cursor(-1)
        reached.append(viewer.view.columns)
    assert reached[0] is None
    assert reached[-1] == reached[-2] == 0
    onwards = []
    for _ in range(60):
        viewer.charts.move_cursor(1)
        onwards.append(viewer.view.columns)
    assert onwards[0] == 1
    assert onwards[-1] is None


def test_a_chart_against_somebody_is_the_trace_where_none_is_seen() -> None:
    viewer = viewer_at(60.0)
    viewer.charts.trace_to(Reference(entry=1))
    assert (viewer.view.chart, viewer.view.against) == ("trace", Reference(entry=1))
    viewer.view = viewer.view._replace(chart="positions")
    viewer.charts.trace_to(Reference(entry=0))
    assert (viewer.view.chart, viewer.view.against) == ("positions", Reference(entry=0))


def test_side_by_side_comes_in_place_of_the_track_and_goes_again() -> None:
    viewer = viewer_at(60.0)
    for chart in ("compare", ""):
        viewer.charts.compare()
        assert viewer.view.chart == chart


def test_a_race_without_a_last_lap_is_not_seen_without_the_others() -> None:
    viewer = viewer_at(5.0, Timeline(race(entry("A", 11.0), distance=100.0)))
    viewer.charts.zoom()
    assert not viewer.view.zoomed
