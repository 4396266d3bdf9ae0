"""Large fields: what is worked out for everybody at once, and what is drawn of it."""

import json
import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.cells.canvas import Rect
from replay.cells.ink import difference, oklab
from replay.cells.rows import over, plain
from replay.drawing.course.stadium import paint
from replay.drawing.panels.crowd_strip import CrowdStrip, column, columns, crowd_rows, heights
from replay.drawing.stadium.density import LEVELS, Density, densest, shades
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK, LIGHT
from replay.drawing.theme.palette16 import DARK_16, LIGHT_16
from replay.drawing.theme.palette256 import DARK_256, LIGHT_256
from replay.drawing.view import View
from replay.motion.curves import RunnerMotion
from replay.motion.large import FieldMotion
from replay.race.race import Course, Entry, Race, Role, Status, Stopped, Surface
from replay.race.times import parse_clock, parse_time
from replay.race.track import Road, track_of
from replay.state import timeline_of
from replay.state.evidence import is_ranked
from replay.state.large import LargeTimeline
from replay.state.timeline import RunnerState, Timeline
from replay.viewing import picture_of
from replay.viewing.course import CourseView
from replay.viewing.labels import Labels
from replay.viewing.large import LargeCourseView, LargeStage
from replay.viewing.stage import Stage
from tests.builders import entry, race, splits
from tests.depth import examples
from tests.together import together

LOOK = look_of(DARK)
ROAD = Course(Surface.ROAD)


class Many(LargeTimeline):
    """Works out the states of any number of runners with NumPy."""

    many = 0


@st.composite
def marathoners(draw: st.DrawFn) -> Entry:
    """Somebody in a race of 3000 m with splits close together and far apart, whatever became of him."""
    start = draw(st.sampled_from([None, None, 0.0, 20.0, 333.3]))
    at, t, last = {}, start or 0.0, 0.0
    for distance in (100.0, 1000.0, 1500.0, 2000.0, 2900.0, 3000.0):
        t += (distance - last) / draw(st.sampled_from([3.0, 3.3, 4.0, 5.5]))
        at[distance], last = round(t, 1), distance
    for gone in draw(st.sets(st.sampled_from([100.0, 1000.0, 1500.0, 2000.0, 2900.0]))):
        del at[gone]
    finish = at.pop(3000.0)
    status = draw(st.sampled_from([*[Status.FINISHED] * 4, *Status]))
    result = finish if status in {Status.FINISHED, Status.DQ} else None
    role = draw(st.sampled_from([None, None, None, Role.GUEST, Role.PACEMAKER]))
    stopped = draw(st.sampled_from([None, Stopped(by=2500.0)]))
    name = draw(st.text("abcde", min_size=1, max_size=3))
    return entry(name, result, dict(at), status=status, role=role, stopped=stopped, start=start)


fields = st.lists(marathoners(), min_size=4, max_size=12).map(lambda entries: race(*entries, distance=3000.0))
instants = st.one_of(st.floats(0, 1100), st.sampled_from([0.0, 100 / 3.0, 333.3, 500.0, 1000.0]))


def both(one: Race) -> tuple[Timeline, Timeline]:
    """The race as a small one, and as a large one."""
    small, large = Timeline(one), Many(one)
    assert isinstance(large.motion, FieldMotion)
    return small, large


def agree(one: RunnerState, other: RunnerState) -> bool:
    """Whether two states are the same, numbers to a millionth."""
    for name in ("entry", "status", "place", "result", "evidence", "split"):
        if getattr(one, name) != getattr(other, name):
            return False
    laps = one.lap_time, other.lap_time
    numbers = [(getattr(one, name), getattr(other, name)) for name in ("distance", "gap", "gap_metres", "speed")]
    numbers.append((laps[0] and laps[0].seconds, laps[1] and laps[1].seconds))
    if (laps[0] and (laps[0].number, laps[0].evidence)) != (laps[1] and (laps[1].number, laps[1].evidence)):
        return False
    return all(a == b or (a is not None and b is not None and abs(a - b) < 1e-6) for a, b in numbers)


def _entry(runner: RunnerState) -> int:
    return runner.entry


@examples(25)
@given(fields, instants)
def test_the_states_of_a_large_field_are_those_its_runners_have_one_by_one(one: Race, t: float) -> None:
    small, large = both(one)
    expected = small.at(t)
    found = large.at(t)
    assert (found.lap, found.laps_to_go) == (expected.lap, expected.laps_to_go)
    assert found.leader_distance == pytest.approx(expected.leader_distance, abs=1e-6)
    # Two who are level to the last bit but one may stand the other way round.
    assert [runner.place for runner in found.standings] == [runner.place for runner in expected.standings]
    for mine, plainly in zip(*(sorted(state.standings, key=_entry) for state in (found, expected)), strict=True):
        assert agree(mine, plainly), (mine, plainly)


@examples(25)
@given(fields, st.lists(instants, min_size=1, max_size=8))
def test_a_field_that_goes_to_and_fro_in_time_is_where_it_is_without(one: Race, times: list[float]) -> None:
    _, large = both(one)
    for t in times:
        np.testing.assert_array_equal(large.motion.distances_at(t), FieldMotion(one).distances_at(t))


@examples(25)
@given(
    fields, instants, st.lists(st.sampled_from([-5.0, 0.0, 99.0, 100.0, 1000.0, 2950.0, 3000.0, 3001.0]), min_size=12)
)
def test_what_is_asked_of_all_at_once_is_what_is_asked_one_by_one(one: Race, t: float, aims: list[float]) -> None:
    field, alone = FieldMotion(one), RunnerMotion(one)
    everybody = range(len(one.entries))
    assert field.homes() == alone.homes()
    assert [field.end(i) for i in everybody] == [alone.end(i) for i in everybody]
    assert sorted(field.on_course(t)) == pytest.approx(sorted(alone.on_course(t)), abs=1e-6)
    speeds = [alone.speed_at(i, t) for i in everybody]
    assert field.speeds_at(t).tolist() == pytest.approx(_plain(speeds), abs=1e-6, nan_ok=True)
    wanted = [alone.time_at(i, aims[i]) for i in everybody]
    assert field.times_of(everybody, np.array(aims[: len(everybody)])) == pytest.approx(_plain(wanted), nan_ok=True)
    for far in aims:
        assert field.times_at(far) == pytest.approx(alone.times_at(far), nan_ok=True)
    paths = [path for i in everybody if (path := alone.path(i)) is not None]
    assert field.passed() == {far for path in paths for far in path.distances[1:]}


@examples(25)
@given(fields, instants)
def test_the_points_passed_before_an_instant_are_those_of_the_paths(one: Race, t: float) -> None:
    motion = FieldMotion(one)
    for i, (count, last, ahead) in enumerate(zip(*motion.passed_at(t), strict=True)):
        path = motion.path(i)
        points = [*zip(path.times[1:], path.distances[1:], strict=True)] if path is not None else []
        gone = [point for point in points if point[0] < t]
        on = [point for point in points if point[0] == t]
        assert count in {len(gone), len(gone) + len(on)}
        if not on:
            assert last == (gone[-1][0] if gone else -math.inf)
            there = gone[-1][1] if gone else 0.0
            assert ahead == (points[count][1] - there if count < len(points) else math.inf)


def _plain(values: list[float | None]) -> list[float]:
    return [math.nan if value is None else value for value in values]


@examples(25)
@given(fields, instants)
def test_somebody_wanted_is_shown_as_he_stands_among_all(one: Race, t: float) -> None:
    for timeline in both(one):
        whole = {runner.entry: runner for runner in timeline.at(t).standings}
        for i in range(len(one.entries)):
            found = next(runner for runner in timeline.top(t, 1, [i]).standings if runner.entry == i)
            assert found == whole[i]


@examples(25)
@given(fields, st.lists(instants, min_size=2, max_size=2).map(sorted))
def test_everybody_who_counts_is_home_on_the_way_or_out(one: Race, times: list[float]) -> None:
    small, _ = both(one)
    ranked = sum(map(is_ranked, one.entries))
    tallies = [small.tally(t) for t in times]
    for t, tally in zip(times, tallies, strict=True):
        assert tally.home + tally.running + tally.out == ranked
        states = [runner for runner in small.at(t).standings if is_ranked(one.entries[runner.entry])]
        assert tally.home == sum(runner.status == "finished" for runner in states)
        assert tally.out == sum(runner.status in ("dnf", "dq") for runner in states)
    assert tallies[0].out <= tallies[1].out


def crowd(count: int, **more: Any) -> Race:  # noqa: ANN401
    """A half marathon of so many runners, each ten seconds behind the one before."""
    entries = [entry(f"Ann Number{i:03}", 3600.0 + 10 * i, {10_000.0: 1700.0 + 5 * i}) for i in range(count)]
    return race(*entries, distance=21_097.5, course=ROAD, **more)


CROWD = crowd(300)
PANEL = (76, 27)


@together("theme", [DARK, LIGHT, DARK_256, LIGHT_256, DARK_16, LIGHT_16])
def test_shades_go_one_way_in_lightness_so_that_they_read_without_hues(theme: Any) -> None:  # noqa: ANN401
    lights = [oklab(colour)[0] for colour in shades(theme)]
    assert lights == sorted(lights, reverse=theme.name == "light")
    assert len(shades(theme)) == LEVELS
    assert difference(shades(theme)[0], theme.road) > 0.03


@given(st.lists(st.floats(0, 21_000), max_size=60), st.floats(0, 21_000), st.booleans())
def test_who_joins_a_crowd_makes_its_shade_no_weaker_and_is_seen(
    runners: list[float], other: float, drawn: bool
) -> None:
    one = DENSITIES[drawn]
    before, after = one.levels(np.array(runners)), one.levels(np.array([*runners, other]))
    assert (after >= before).all()
    x, y = STADIUM.cell(other, 4.0)
    assert after[int(y) if drawn else int(2 * y), int(x)] > 0


STADIUM = paint(Road(21_097.5), *PANEL, DARK)
DENSITIES = {
    False: Density(Road(21_097.5), STADIUM, LOOK, 300),
    True: Density(Road(21_097.5), STADIUM, look_of(DARK, coloured=False), 300),
}


def test_where_nobody_is_there_is_no_shade_and_what_has_not_changed_is_the_same_row() -> None:
    one = DENSITIES[False]
    assert not one.layer(np.zeros(0))
    first = one.layer(np.array([100.0, 15_000.0]))
    again = one.layer(np.array([100.0, 18_000.0]))
    assert any(first[y] is again[y] for y in first.keys() & again.keys())
    assert first != again


@given(st.integers(1, 100_000), st.sampled_from((3000.0, 5000.0, 21_097.5, 42_195.0)))
def test_what_is_dense_is_a_round_number_that_follows_the_field(runners: int, distance: float) -> None:
    dense = densest(runners, distance)
    assert f"{dense:g}".strip("0.")[:1] in {"1", "2", "5"}
    assert 2 < runners / dense / (distance / 42_195) <= 21, "a fifth of the course has most of them"
    assert densest(2 * runners, distance) >= dense


@given(st.lists(st.floats(0, 21_097.5), max_size=80), st.integers(20, 200))
def test_every_runner_is_in_one_column_of_the_strip(runners: list[float], width: int) -> None:
    counts = columns(np.array(runners), 21_097.5, width)
    assert (len(counts), sum(counts)) == (width, len(runners))
    bars = heights(counts, 2, 30)
    assert all((bar > 0) == (count > 0) and bar <= 16 for bar, count in zip(bars, counts, strict=True))


@given(st.lists(st.floats(0, 21_097.5), max_size=80), st.integers(20, 200), st.integers(2, 5), st.booleans())
def test_the_strip_of_a_crowd_has_the_size_it_is_given(
    runners: list[float], width: int, height: int, plainly: bool
) -> None:
    look = look_of(DARK, ascii=plainly)
    counts = columns(np.array(runners), 21_097.5, width)
    stars = tuple((column(run, 21_097.5, width), "1", look.strong, "Somebody") for run in runners[:3])
    rows = crowd_rows(CrowdStrip("where everybody is", tuple(counts), 30, stars, 21_097.5), look, width, height)
    assert [sum(len(text) for text, _ in row) for row in rows] == [width] * height
    assert not plainly or plain(rows).isascii()


def drawn(t: float, chosen: int | None = None) -> str:
    """The course and the scoreboard of the crowd at a time."""
    picture = picture_of(timeline_of(CROWD), look_of(DARK, ascii=True, coloured=False))
    stage = picture.stage
    stadium = stage.stadium(*PANEL)
    wanted = [] if chosen is None else [chosen]
    state = stage.timeline.top(t, 30, wanted)
    order = list(dict.fromkeys([*wanted, *(runner.entry for runner in state.standings)]))
    marks = Labels(frozenset(wanted), tuple(wanted))
    layer = dict(picture.course.runners(t, stadium, order, marks))
    for y, overlays in stage.scores(state, stadium.infield).items():
        layer[y] = tuple(sorted((*layer.get(y, ()), *overlays), key=lambda overlay: overlay[0]))
    return plain([over(row, layer.get(y, ())) for y, row in enumerate(stadium.rows)])


def test_the_scoreboard_of_a_large_field_says_how_many_are_where_and_the_clock_runs_on() -> None:
    assert "300 on the start line" in drawn(0.0)
    assert "300 on the road" in drawn(1800.0)
    late = drawn(3600.0 + 995)
    assert "100 home - 200 on the road" in late
    assert "1:00:00" in late
    stage = LargeStage(timeline_of(CROWD), LOOK)
    small = stage.scores(stage.timeline.top(3600.0 + 995, 3), Rect(0, 0, 40, 5))
    assert "1:16:35" in {text for overlays in small.values() for _, text, _ in overlays}
    end = drawn(20_000.0)
    assert "300 home" in end
    assert "on the road" not in end


@together(("width", "text"), [(60, "at an even pace R0 leads"), (30, "~R0 leads")])
def test_of_results_alone_it_is_said_that_the_leader_leads_at_an_even_pace(width: int, text: str) -> None:
    field = race(*(entry(f"R{k}", 1200.0 + k) for k in range(150)), distance=5000.0)
    timed = replace(field, entries=(replace(field.entries[0], splits=splits({2500.0: 598.0})), *field.entries[1:]))
    for of, even in ((field, True), (timed, False)):
        stage = LargeStage(timeline_of(of), LOOK)
        rows = stage.scores(stage.timeline.top(600.0, 3), Rect(0, 0, width, 12))
        told = "".join(told for overlays in rows.values() for _, told, _ in overlays)
        assert (text in told) == even
        assert "R0 leads" in told


def test_of_a_large_field_the_first_three_and_the_chosen_stand_out_of_characters() -> None:
    start = drawn(1800.0, chosen=250)
    assert "Number250" in start.replace("\n", " ")
    assert all(letter in start for letter in "123")
    assert any(mark in start for mark in ":+*%@")


def test_a_chosen_runner_far_back_is_on_the_board_with_his_place() -> None:
    stage = LargeStage(timeline_of(CROWD), LOOK)
    rows = plain(stage.board(stage.timeline.top(1800.0, 30, [250]), View(chosen=250), 44, 20).draw())
    line = next(line for line in rows.splitlines() if "Number250" in line)
    assert line.split()[0] == "251"
    assert "more" in rows


@given(st.text("0123456789.:, ٣", max_size=14))
def test_plain_seconds_are_read_quickly_and_the_same(text: str) -> None:
    def read(reader: Callable[[str], float]) -> float | str:
        try:
            return reader(text)
        except ValueError as error:
            return str(error)

    assert read(parse_time) == read(parse_clock)


def test_a_small_race_is_on_a_stage_of_its_own() -> None:
    small = picture_of(timeline_of(crowd(20)), LOOK)
    assert (type(small.stage), type(small.course)) == (Stage, CourseView)
    picture = picture_of(timeline_of(CROWD), LOOK)
    large = picture.stage
    assert (type(large), type(picture.course)) == (LargeStage, LargeCourseView)
    assert large.cast.tags[:2] == ("N", "N")
    assert len(set(large.cast.colours)) == 1


def test_a_large_field_on_an_oval_is_drawn_where_it_runs_lap_by_lap() -> None:
    many = race(*(entry(f"R{i}", 1800.0 + i) for i in range(250)), distance=10_000.0)
    picture = picture_of(timeline_of(many), LOOK)
    stadium = picture.stage.stadium(*PANEL)
    layer = picture.course.runners(900.0, stadium, [0, 1, 2])
    assert sum(len(text) for overlays in layer.values() for _, text, _ in overlays) > 5
    assert track_of(many).lap == 400.0


def test_the_json_of_a_large_field_is_that_of_a_small_one_in_fewer_lines(capsys: pytest.CaptureFixture[str]) -> None:
    from replay.cli.printing import print_json

    for count in (10, 3000):
        answer = {"race": "a", "standings": [{"place": i, "gap": None} for i in range(count)]}
        print_json(answer)
        assert json.loads(capsys.readouterr().out) == answer


def test_somebody_without_a_known_time_does_not_disturb_the_others() -> None:
    entries = [*CROWD.entries, entry("Late", None), entry("Gone", None, status=Status.DNS)]
    many = timeline_of(replace(CROWD, entries=tuple(entries)))
    state = many.at(1800.0)
    assert len(state.standings) == len(entries)
    assert [runner.status for runner in state.standings[-2:]] == ["unknown", "dns"]
    assert all(runner.distance is None or math.isfinite(runner.distance) for runner in state.standings)


def test_once_everybody_is_home_the_course_is_bare() -> None:
    picture = picture_of(timeline_of(CROWD), LOOK)
    end = picture.stage.timeline.duration
    stadium = picture.stage.stadium(*PANEL)
    assert picture.course.runners(end - 60, stadium, [])
    assert not picture.course.runners(end, stadium, [])


def test_one_who_starts_as_the_one_before_him_is_home_runs_as_ever() -> None:
    one = race(entry("Ann", 300.0, {1000: 100.0}), entry("Bea", 650.0, {1000: 420.0}, start=300.0), distance=3000.0)
    motion = FieldMotion(one)
    assert motion.distance_at(1, 420.0) == pytest.approx(1000.0)
    assert motion.time_at(1, 1000.0) == pytest.approx(420.0)
    assert list(motion.times_at(3000.0)) == pytest.approx([300.0, 650.0])
