"""Charts in place of the track."""

from replay.cells.rows import plain
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import CHARTS, View
from replay.state.timeline import Timeline
from replay.viewing import picture_of
from replay.viewing.choices import next_chart
from replay.viewing.frame import Size, frame
from tests.builders import entry, race
from tests.miles import MILE

PICTURE = picture_of(Timeline(MILE), look_of(DARK))


def text(view: View, t: float = 180.0, size: Size = Size(120, 40)) -> str:  # noqa: B008
    return plain(frame(PICTURE, view, t, size).rows)


def test_every_chart_says_what_it_shows_and_has_a_clock_above_it() -> None:
    for name, words in CHARTS.items():
        shown = text(View(chart=name))
        assert words in shown
        assert "3:00.0" in shown.splitlines()[0]
        assert "FINISH" not in shown


def test_a_trace_to_the_pinned_runner_says_so() -> None:
    assert "seconds behind Ingebrigtsen" in text(View(chart="trace", pinned=1))


def test_the_charts_come_one_after_the_other_and_the_track_again() -> None:
    view, seen = View(), []
    for _ in range(len(CHARTS) + 1):
        view = next_chart(view).view
        seen.append(view.chart)
    assert seen == [*CHARTS, ""]
    assert next_chart(View(), -1).view.chart == list(CHARTS)[-1]


def test_while_time_passes_a_chart_is_drawn_twice_a_second_and_paused_it_is_of_the_moment() -> None:
    stage, view = PICTURE.stage, View(chart="trace", playing=True)
    first, same, later = (stage.sights.of(view).shown(t, view, 76, 20).what for t in (100.1, 100.4, 100.6))
    assert first == same != later
    paused = View(chart="trace")
    then, after = (stage.sights.of(paused).shown(t, paused, 76, 20).what for t in (100.1, 100.4))
    assert then != after


def test_of_a_large_field_the_first_are_drawn() -> None:
    field = race(*(entry(f"Runner {at}", 300.0 + at) for at in range(300)), distance=1500.0)
    from replay.state import timeline_of

    picture = picture_of(timeline_of(field), look_of(DARK))
    shown = plain(frame(picture, View(chart="trace", chosen=299), 200.0, Size(120, 40)).rows)
    assert "299" in shown
