"""Charts in place of the track."""

import re
from dataclasses import replace
from itertools import product

import pytest

from replay.cells.rows import plain
from replay.drawing.panels.plot import AXIS
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import CHARTS, View
from replay.race.pacelights import target
from replay.race.race import Course, Entry, Role, Status, Surface
from replay.state.timeline import Timeline
from replay.viewing import picture_of
from replay.viewing.charts import tiles_of
from replay.viewing.choices import next_chart
from replay.viewing.frame import Size, frame, moment
from replay.viewing.panels import PANELS
from tests.builders import entry, race
from tests.miles import MILE

PICTURE = picture_of(Timeline(MILE), look_of(DARK))


def text(view: View, t: float = 180.0, size: Size = Size(120, 40)) -> str:  # noqa: B008
    return plain(frame(PICTURE, view, t, size).rows)


def test_every_chart_says_what_it_shows_and_has_a_clock_above_it() -> None:
    for name, words in CHARTS.items():
        shown = text(View(chart=name), size=Size(100, 24))
        assert words in shown
        assert "3:00.0" in shown.splitlines()[0]
        assert "FINISH" not in shown


def test_beside_a_chart_the_track_is_small_with_the_clock_and_a_click_there_picks_who_is_there() -> None:
    size = Size(120, 40)
    for name in CHARTS:
        view = View(chart=name)
        at = moment(PICTURE, view, 180.0, size)
        place, rows = frame(PICTURE, view, 180.0, size).pieces["small"]
        assert "FINISH" in plain(rows)
        assert "3:00.0" not in text(view, size=size).splitlines()[0], "its scoreboard has the clock"
        small = next(panel for panel in PANELS if panel.name == "small")
        clicks = {small.click(at, x, y, *place[2:]) for x in range(place.width) for y in range(place.height)}
        assert clicks == {"play_pause", "pick(0)", "pick(1)"}, "the third has left the track"


def test_in_a_sprint_gaps_of_hundredths_fill_the_trace() -> None:
    sprint = race(
        entry("Ann Ash", "10.01"), entry("Bea Birch", "10.13"), distance=100.0, course=Course(Surface.STRAIGHT)
    )
    rows = plain(frame(picture_of(Timeline(sprint), look_of(DARK)), View(chart="trace"), 10.2, Size(80, 24)).rows)
    numbers = [float(line[:7]) for line in rows.splitlines() if re.fullmatch(r" *\d\.\d+ *", line[:7])]
    assert max(numbers) <= 0.4


def test_a_trace_to_the_pinned_runner_says_so() -> None:
    assert "seconds behind Ingebrigtsen" in text(View(chart="trace", pinned=1))


def test_a_trace_to_the_pace_lights_that_are_on_says_so_unless_a_runner_is_pinned() -> None:
    lit = View(chart="trace", light=target("3:45"), cursor=800.0)
    assert "seconds behind target 3:45, even pace" in text(lit._replace(cursor=None))
    assert "seconds behind Ingebrigtsen" in text(lit._replace(cursor=None, pinned=1))
    assert values(lit) != values(lit._replace(light=None))
    assert "field's mean" in text(lit._replace(chart="mean", cursor=None)), "whatever the lights are set to"


def test_a_value_against_somebody_who_was_not_timed_there_is_an_estimate() -> None:
    two = race(entry("Ann", 120.0, {400: 59.0}), entry("Bea", 122.0), distance=800.0)
    picture = picture_of(Timeline(two), look_of(DARK))

    def read(view: View) -> str:
        return plain(frame(picture, view, 200.0, Size(120, 40)).rows).splitlines()[1]

    trace, code = View(chart="trace", cursor=400.0), picture.stage.cast.codes[0]
    assert f"{code} ~" not in read(trace._replace(pinned=0))
    assert f"{code} ~" in read(trace._replace(pinned=1))
    assert f"{code} ~" in read(trace._replace(chart="mean"))


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
    assert "1 2 3 4" in shown, "tags are places, since letters are too few"


def test_it_says_how_far_the_mean_is_known_where_that_is_not_far() -> None:
    tail = race(entry("Ann", 200.0), entry("Bea", 900.0), distance=1500.0)
    picture = picture_of(Timeline(tail), look_of(DARK))
    view = View(chart="mean")
    head = plain(frame(picture, view, 190.0, Size(120, 40)).rows).splitlines()[1]
    assert re.search(r"the field's mean \(all have been at 3\d\d m[,)]", head)
    assert "all have been" not in text(view)
    cursor = plain(frame(picture, View(chart="trace", cursor=1400.0), 900.0, Size(120, 40)).rows).splitlines()[1]
    assert "+10:53" in cursor


def values(view: View, t: float = 300.0) -> str:
    """The row in which values are read."""
    return text(view, t).splitlines()[1]


def test_at_the_cursor_the_values_are_read_of_whoever_has_been_there() -> None:
    codes = PICTURE.stage.cast.codes
    trace = values(View(chart="trace", cursor=800.0))
    assert trace.startswith(" 800 m")
    assert f"{codes[1]} +0.2" in trace
    assert f"{codes[0]} +0.3" in trace
    assert trace.index(codes[2]) < trace.index(codes[1]) < trace.index(codes[0]), "the first come first"
    assert f"{codes[1]} 2" in values(View(chart="positions", cursor=800.0))
    assert "7." in values(View(chart="speed", cursor=800.0))
    assert "nobody has been here yet" in values(View(chart="trace", cursor=800.0), 60.0)
    assert "seconds behind" in values(View(chart="trace"))


def test_the_last_lap_may_be_seen_alone() -> None:
    whole, lap = View(chart="trace"), View(chart="trace", zoomed=True)
    assert "100 to go" in text(lap, 300.0)
    assert "100 to go" not in text(whole, 300.0)
    assert "lap 2" not in text(lap, 300.0).splitlines()[-5:]
    charts = PICTURE.stage.sights.charts
    assert charts.last_lap == pytest.approx(1209.344)
    assert [round(charts.metres(300.0, lap, (x, 5), (74, 20))) for x in (0, 7, 1000)] == [1209, 1209, 1609]
    assert round(charts.metres(300.0, whole, (7, 5), (74, 20))) == 0


def test_a_chart_goes_no_further_than_the_race_has_come_and_as_far_as_it_is_read() -> None:
    charts, right, size = PICTURE.stage.sights.charts, (1000, 5), (74, 20)
    view = View(chart="trace")
    ends = [round(charts.metres(t, view, right, size)) for t in (0.0, 50.0, 90.0, 150.0, 200.0, 400.0)]
    assert ends == [50, 400, 700, 1200, 1609, 1609]
    assert round(charts.metres(90.0, view._replace(cursor=1000.0), right, size)) == 1000
    assert round(charts.metres(90.0, view._replace(cursor=809.344), right, size)) == 900
    assert round(charts.metres(90.0, view._replace(spoilers=True), right, size)) == 1609
    for chart in ("trace", "positions", "speed"):
        foot = next(line for line in text(View(chart=chart), 90.0, Size(120, 24)).splitlines() if "lap 2" in line)
        assert foot.split() == ["lap", "2", "700", "m"]


@pytest.mark.parametrize("size", [Size(80, 24), Size(200, 60)])
def test_a_chart_on_which_nothing_is_seen_says_why(size: Size) -> None:
    lap = View(chart="trace", zoomed=True, both=False)
    assert "the last lap has not begun" in text(lap, 60.0, size)
    assert "the last lap has not begun" not in text(lap, 230.0, size)
    assert "draws itself as the race is run" in text(View(chart="trace", both=False), 0.0, size)
    untimed = picture_of(Timeline(race(entry("Ann", 240.0), entry("Bea", 241.0), distance=1500.0)), look_of(DARK))
    assert "no split is known yet" in plain(frame(untimed, View(chart="projection"), 100.0, size).rows)


def test_a_click_goes_to_the_distance_that_is_seen_there() -> None:
    charts, size = PICTURE.stage.sights.charts, (74, 20)
    assert charts.clicked(300.0, View(chart="trace"), (7, 5), size) == "reach(0.0)"
    assert charts.clicked(300.0, View(chart="trace", zoomed=True), (7, 5), size) == "reach(1209.3)"


def test_without_a_bell_there_is_no_last_lap_and_of_a_road_it_is_the_last_tenth() -> None:
    def last_lap(distance: float, course: Course) -> float:
        timeline = Timeline(race(entry("Ann", 60.0 * distance / 300), distance=distance, course=course))
        return picture_of(timeline, look_of(DARK)).stage.sights.charts.last_lap

    assert last_lap(100.0, Course(Surface.STRAIGHT)) == 0.0
    assert last_lap(10_000.0, Course(Surface.ROAD)) == pytest.approx(9000.0)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("size", [Size(20, 5), Size(80, 24), Size(200, 60)])
@pytest.mark.parametrize(
    "entries",
    [
        (),
        (entry("Ann", None, status=Status.DNS),),
        (entry("Ann", 240.0),),
        (entry("Ann", 240.0, role=Role.GUEST),),
    ],
)
def test_of_nobody_or_of_one_every_chart_is_drawn(entries: tuple[Entry, ...], size: Size) -> None:
    picture = picture_of(Timeline(race(*entries, distance=1500.0)), look_of(DARK))
    for chart, metres, t in product(CHARTS, (False, True), (0.0, 60.0, 300.0)):
        view = View(chart=chart, gap_in_metres=metres)
        assert len(frame(picture, view, t, size).rows) == size.height


def test_where_there_is_room_two_other_charts_stand_below_and_b_takes_them_away() -> None:
    size, heads = Size(200, 60), [CHARTS[chart] for chart in ("trace", "positions", "speed")]
    for chart in ("trace", "positions", "speed"):
        assert all(head in text(View(chart=chart), 180.0, size) for head in heads)
        assert sum(head in text(View(chart=chart, both=False), 180.0, size) for head in heads) == 1
        assert sum(head in text(View(chart=chart), 180.0, Size(80, 24)) for head in heads) == 1
    below = text(View(chart="mean"), 180.0, size)
    assert heads[0] not in below
    assert heads[1] in below


def test_a_click_on_a_chart_below_goes_to_the_distance_that_is_seen_there() -> None:
    charts, size, view = PICTURE.stage.sights.charts, (138, 40), View(chart="trace")
    tiles = tiles_of(view, *size)
    assert sum(tile.place.width * tile.place.height for tile in tiles) == 138 * 40
    ends = [(place.x + AXIS, place.y + 3) for _, place in tiles]
    assert [round(charts.metres(300.0, view, end, size)) for end in ends] == [0, 0, 0]
    far = [(place.x + place.width - 1, place.y + 3) for _, place in tiles]
    assert [round(charts.metres(300.0, view, end, size)) for end in far] == [1609, 1609, 1609]


def test_a_trace_is_in_metres_where_gaps_are_and_a_speed_is_a_pace() -> None:
    assert "metres behind the first" in text(View(chart="trace", gap_in_metres=True))
    assert "metres behind the field's mean" in text(View(chart="mean", gap_in_metres=True))
    pace = View(chart="speed", gap_in_metres=True)
    assert "seconds for 400 m over 100 m" in text(pace)
    assert "~5" in values(pace._replace(cursor=800.0))
    assert "~" in values(View(chart="trace", gap_in_metres=True, cursor=800.0))


def test_a_projection_shades_the_range_of_the_chosen_runner() -> None:
    shown = text(View(chart="projection", chosen=0), 300.0)
    assert "░ 9 times in 10" in shown
    assert "░" not in text(View(chart="projection"), 300.0)
    read = values(View(chart="projection", chosen=0, cursor=800.0))
    assert f"{PICTURE.stage.cast.codes[0]} ~3:" in read or f"{PICTURE.stage.cast.codes[0]} ~4:" in read
    short = picture_of(Timeline(race(entry("Ann", 50.0, {200: 24.0}), distance=400.0)), look_of(DARK))
    assert "no finishes are projected" in plain(frame(short, View(chart="projection"), 30.0, Size(120, 40)).rows)


def test_a_speed_is_seen_before_the_middle_half_of_the_field() -> None:
    field = race(*(entry(f"Runner {at}", 300.0 + 4 * at) for at in range(8)), distance=1500.0)
    picture = picture_of(Timeline(field), look_of(DARK))
    for chosen, shaded in ((3, True), (None, False)):
        shown = plain(frame(picture, View(chart="speed", chosen=chosen), 200.0, Size(120, 40)).rows)
        assert ("░ the middle half" in shown) is shaded


def test_what_is_to_come_is_shown_to_who_asks_for_it_and_where_the_race_is() -> None:
    asked, usual = (text(View(chart="trace", spoilers=wanted), 100.0) for wanted in (True, False))
    end = text(View(chart="trace"), 1000.0)
    assert " now " in asked
    assert " now " not in usual
    assert [row[:74] for row in asked.splitlines()[2:20]] != [row[:74] for row in usual.splitlines()[2:20]]
    tags = [code for code in PICTURE.stage.cast.codes if any(code in row[55:74] for row in end.splitlines()[2:30])]
    assert tags
    assert all(any(code in row[55:74] for row in asked.splitlines()[2:30]) for code in tags)


def test_a_ghost_is_in_every_chart_and_in_no_place() -> None:
    ghost = replace(entry("Old", 121.0, {400: 58.5}, role=Role.GUEST), ghost="--vs old:Old", short="Old")
    two = race(entry("Ann", 120.0, {400: 59.0}), entry("Bea", 122.0, {400: 58.0}), ghost, distance=800.0)
    picture = picture_of(Timeline(two), look_of(DARK))
    code = picture.stage.cast.codes[2]
    for chart in ("trace", "mean", "positions", "speed", "projection"):
        rows = plain(frame(picture, View(chart=chart), 125.0, Size(120, 40)).rows).splitlines()
        assert any(f"{code} Old" in row[50:74] for row in rows), chart
    read = plain(frame(picture, View(chart="positions", cursor=400.0), 125.0, Size(120, 40)).rows).splitlines()[1]
    assert code not in read[:74].split()


def test_where_one_alone_has_a_likely_finish_a_ghost_is_seen_beside_it() -> None:
    ghost = replace(entry("Old", 223.0, {400: 55.0}, role=Role.GUEST), ghost="--vs old:Old", short="Old")
    field = race(entry("Ann", 227.0, {800: 113.5}), entry("Bea", 228.0), ghost, distance=1609.344)
    picture = picture_of(Timeline(field), look_of(DARK))
    rows = plain(frame(picture, View(chart="projection"), 150.0, Size(120, 40)).rows).splitlines()
    assert any(f"{picture.stage.cast.codes[2]} Old" in row[:74] for row in rows)


def test_only_seconds_are_written_in_minutes() -> None:
    apart = race(entry("Ann", 240.0), entry("Bea", 420.0), distance=1500.0)
    picture = picture_of(Timeline(apart), look_of(DARK))

    def scale(chart: str, *, other: bool) -> list[str]:
        rows = plain(frame(picture, View(chart=chart, gap_in_metres=other), 420.0, Size(120, 40)).rows).splitlines()
        return [row[:7].strip() for row in rows[2:30] if row[:6].strip()]

    assert "2:00" in scale("trace", other=False)
    assert "200" in scale("trace", other=True)
    assert not any(":" in label for label in scale("trace", other=True))
    assert not any(":" in label for label in scale("positions", other=False))
    assert "1:20" in scale("speed", other=True)


def test_of_likely_finishes_it_says_how_many_have_any() -> None:
    ann, bea = entry("Ann Ash", 240.0, {400: 64.0}), entry("Bea Birch", 245.0)
    picture = picture_of(Timeline(race(ann, bea, distance=1500.0)), look_of(DARK))
    shown = plain(frame(picture, View(chart="projection"), 200.0, Size(80, 24)).rows)
    assert "likely finishes, from splits (1 of 2 have any)" in shown
    both = picture_of(Timeline(race(ann, entry("Bea Birch", 245.0, {400: 65.0}), distance=1500.0)), look_of(DARK))
    assert "have any" not in plain(frame(both, View(chart="projection"), 200.0, Size(80, 24)).rows)


def test_at_the_cursor_the_chosen_runner_is_read_first_however_little_room_there_is() -> None:
    field = race(*(entry(f"Runner{at} Name{at}", 240.0 + at, {400: 60.0 + at}) for at in range(9)), distance=1500.0)
    picture = picture_of(Timeline(field), look_of(DARK))
    view = View(chart="trace", cursor=400.0, chosen=7)
    line = plain(frame(picture, view, 200.0, Size(80, 24)).rows).splitlines()[1]
    assert line.split()[2:4] == [picture.stage.cast.codes[7], "+7.0"]
