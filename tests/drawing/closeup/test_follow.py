"""The follow view: where the eye is, figures that run, names that do not jump, rows that fill the panel."""

import itertools
import math
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replay.cells.apart import apart
from replay.cells.ink import Row
from replay.cells.rows import plain, row_width
from replay.drawing.closeup.camera import Camera, seen, staying_back
from replay.drawing.closeup.captions import headline
from replay.drawing.closeup.figures import HEAD, PHASES, STEPS, SWIMMING, figure, plain_figure, stride_phase
from replay.drawing.closeup.follow import FollowView
from replay.drawing.closeup.ground import plan
from replay.drawing.closeup.trails import STEPS as FADES
from replay.drawing.closeup.trails import Place, streak
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK, LIGHT
from replay.drawing.view import Eye
from replay.race.race import Course, Race, Status, Stopped, Surface
from replay.race.track import KERB, Oval
from replay.state.packing import Placing
from replay.state.timeline import Timeline
from tests.builders import entry, race

NAMES = ("Abel", "Brown", "Cole", "Dunn", "Evans", "Fox", "Green", "Hale", "Ivory", "Jones", "King", "Lowe")
SIZES = ((24, 7), (38, 11), (58, 15), (78, 26), (138, 42), (200, 50))


def pack(count: int = 12, distance: float = 1500.0, pace: float = 7.0, **more: object) -> Race:
    """A field in which each is a little slower than the one before."""
    runners = [
        entry(NAMES[i], distance / pace + 0.3 * i, {distance / 2: distance / 2 / pace + 0.1 * i}) for i in range(count)
    ]
    return race(*runners, distance=distance, **more)  # type: ignore[arg-type]


RACES = {
    "track": pack(),
    "lanes": pack(8, 100.0, 10.0, course=Course(surface=Surface.STRAIGHT)),
    "indoor": pack(6, 800.0, course=Course(surface=Surface.INDOOR, lap=200.0)),
    "one lap": pack(8, 400.0, 9.0),
    "staggered": pack(8, 800.0),
    "pool": pack(8, 200.0, 1.8, course=Course(surface=Surface.POOL)),
    "road": pack(5, 10_000.0, 6.0, course=Course(surface=Surface.ROAD)),
}


@lru_cache(maxsize=64)
def view(kind: str, width: int, height: int, light: bool = False, ascii: bool = False) -> FollowView:  # noqa: A002
    timeline = Timeline(RACES[kind])
    look = look_of(LIGHT if light else DARK, ascii)
    return FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, width, height)


def text(row: Row) -> str:
    return "".join(piece for piece, _ in row)


# The panel


@pytest.mark.parametrize("kind", RACES)
@pytest.mark.parametrize("size", SIZES)
def test_rows_fill_the_panel_at_every_size_from_gun_to_finish(kind: str, size: tuple[int, int]) -> None:
    shown = view(kind, *size)
    duration = shown.timeline.duration
    for t in (0.0, 1.5, duration / 3, duration - 1, duration, duration + 60):
        for focus in (None, 2):
            rows = shown.rows(t, Eye(1.0, focus, focus))
            assert len(rows) == size[1]
            assert {len(text(row)) for row in rows} == {size[0]}


@given(st.lists(st.floats(0, 240), min_size=2, max_size=6), st.sampled_from([None, 0, 5]))
@settings(max_examples=25, deadline=None)
def test_a_picture_depends_on_its_time_alone_in_whatever_order_times_are_asked_for(
    times: list[float], focus: int | None
) -> None:
    fresh = FollowView(
        (timeline := Timeline(RACES["track"])),
        Placing(timeline),
        cast_of(timeline.race, look_of(DARK)),
        look_of(DARK),
        78,
        26,
    )
    forward = [fresh.rows(t, Eye(1.0, focus, focus)) for t in times]
    assert [fresh.rows(t, Eye(1.0, focus, focus)) for t in reversed(times)] == forward[::-1]
    assert [view("track", 78, 26).rows(t, Eye(1.0, focus, focus)) for t in times] == forward


def test_the_last_hundred_metres_in_plain_characters_look_like_this() -> None:
    assert [text(row).rstrip() for row in view("track", 56, 13, ascii=True).rows(200.0)] == [
        " 3:20.0  LAST LAP  100 m to go          A leads B ~+0.3",
        "F Fox          D Dunn        B Brown",
        "       E Evans         C Cole         A Abel",
        "",
        "  o       o      o       o      o       o",
        " <F-     <E-    <D-     <C-    <B-     <A-",
        r"=/=>======|>=====|\=====_|======|>=====/=>==============",
        "----------------------------------------+---------------",
        "________________________________________|_______________",
        "                                        |",
        "----------------------------------------+---------------",
        "                                        1400 m",
        "<7 -------E-~1.9-D-~1.9--C-~1.9-B-~1.9--A---------------",
    ]


@pytest.mark.parametrize("kind", ["lanes", "one lap", "staggered"])
@pytest.mark.parametrize("size", SIZES[2:])
def test_in_lanes_feet_are_below_the_kerb_and_in_every_lane_lower(kind: str, size: tuple[int, int]) -> None:
    shown = view(kind, *size)
    track, lane = shown.timeline.track, shown._lane(0.0)
    feet = [shown._foot(track.lane_out(number), lane) - 2 * shown.plan.kerb for number in range(1, track.lanes + 1)]
    assert feet[0] > 1  # the kerb is the first half row
    assert feet == sorted(set(feet))
    assert feet[0] <= 2 * lane + 1
    assert feet[-1] <= 2 * shown.plan.track


def test_at_the_rail_feet_are_below_the_kerb() -> None:
    for size in SIZES:
        shown = view("track", *size)
        assert shown._foot(0.0, shown._lane(1000.0)) - 2 * shown.plan.kerb > 1


def test_plain_pictures_have_no_character_beyond_ascii() -> None:
    for kind in RACES:
        shown = view(kind, 78, 26, ascii=True)
        for t in (0.0, 5.0, shown.timeline.duration - 0.5):
            assert plain(shown.rows(t, Eye(1.0, 1, 1))).isascii()


@pytest.mark.parametrize(("kind", "light"), [("track", False), ("track", True), ("one lap", False), ("road", True)])
def test_rows_are_few_runs_although_everything_moves(kind: str, light: bool) -> None:
    shown = view(kind, 120, 27, light)
    rows = [row for tenth in range(0, 200, 7) for row in shown.rows(30 + tenth / 10)]
    assert sum(len(row) for row in rows) / len(rows) <= 14


def test_a_paused_race_stands_still_and_a_running_one_moves() -> None:
    shown = view("track", 78, 26)
    assert shown.rows(60.0) == shown.rows(60.0)
    assert shown.rows(60.0) != shown.rows(60.1)


def test_the_start_the_bell_and_the_finish_are_written_where_they_are() -> None:
    shown = view("track", 78, 26)
    timeline = shown.timeline
    assert "start" in plain(shown.rows(0.0))
    bell = timeline.motion.time_at(0, 1100.0)
    assert bell is not None
    assert "bell: last lap" in plain(shown.rows(bell))
    assert "FINISH" in plain(shown.rows(timeline.duration))
    assert "FINISH" not in plain(shown.rows(bell))


def test_metres_on_the_ground_go_by_to_the_left() -> None:
    shown = view("track", 78, 26)
    when = shown.timeline.motion.time_at(0, 503.0)
    assert when is not None
    columns = [
        text(row).find("500 m") for step in range(8) for row in shown.rows(when + step / 30) if "500 m" in text(row)
    ]
    assert len(columns) == 8
    assert all(b <= a for a, b in itertools.pairwise(columns))
    assert columns[-1] < columns[0]


def test_between_finishers_stand_seconds_and_between_runners_metres() -> None:
    shown = view("track", 138, 42)
    assert " m " in text(shown.rows(205.0)[-1])
    home = text(shown.rows(shown.timeline.duration + 9)[-1])
    assert [f"{NAMES[i][0]}+{0.3 * i:.2f}" in home for i in range(1, 12)] == [True] * 11
    assert " m " not in home
    names = plain(shown.rows(shown.timeline.duration + 9))
    assert "1 Abel" in names
    assert "1 Abel" not in plain(shown.rows(60.0))


@pytest.mark.parametrize("width", [58, 78, 138])
def test_everybody_who_is_home_has_seconds_in_the_ruler_however_narrow_it_is(width: int) -> None:
    shown = view("one lap", width, 26)
    ruler = text(shown.rows(shown.timeline.duration + 30)[-1])
    for i in range(1, 8):
        assert f"{NAMES[i][0]}+{0.3 * i:.2f}" in ruler or f"{NAMES[i][0]}{0.3 * i:.2f}".replace("0.", ".") in ruler


@pytest.mark.parametrize("size", [(38, 12), (50, 16), (58, 15)])
def test_seconds_for_which_the_ruler_has_no_room_are_in_the_row_above_it(size: tuple[int, int]) -> None:
    shown = view("track", *size)
    written = plain(shown.rows(shown.timeline.duration + 60)[-2:])
    assert [NAMES[i][0] + f"{0.3 * i:.2f}".removeprefix("0") in written for i in range(1, 12)] == [True] * 11


def test_runners_who_are_level_are_side_by_side_in_the_ruler() -> None:
    ruler = text(view("track", 78, 26).rows(0.0)[-1])
    assert {letter for letter in ruler if letter.isalpha()} == {name[0] for name in NAMES}


def test_what_is_estimated_has_its_mark_and_what_is_measured_has_none() -> None:
    points = range(100, 1500, 100)
    runners = [entry(name, 210.0 + i, {at: 0.14 * at + i for at in points}) for i, name in enumerate(NAMES[:3])]
    timeline = Timeline(race(*runners, distance=1500.0))
    look = look_of(DARK)
    measured = FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, 138, 42).rows(100.0)
    assert " +1.0" in text(measured[0])
    assert "~" not in text(measured[0]) + text(measured[-1])
    estimated = view("track", 138, 42).rows(206.0)
    assert "~+0." in text(estimated[0])
    assert "~" in text(estimated[-1])


def test_after_the_finish_the_headline_has_the_gap_as_the_results_have_it() -> None:
    shown = view("track", 138, 42)
    line = text(shown.rows(shown.timeline.duration + 9)[0])
    assert line.rstrip().endswith("Brown +0.30")


@pytest.mark.parametrize("kind", ["staggered", "one lap"])
@pytest.mark.parametrize("size", SIZES[1:])
def test_at_the_gun_of_a_race_in_lanes_everybody_stands_where_the_stagger_has_him(
    kind: str, size: tuple[int, int]
) -> None:
    shown = view(kind, *size)
    track, scale = shown.timeline.track, shown.plan.scale
    rows = shown.rows(0.0, named=False)
    columns = [
        min(
            x
            for row in rows[shown.plan.rail_top : -1 if shown.plan.ruler else None]
            if (x := text(row).find(name[0])) >= 0
        )
        for name in NAMES[:8]
    ]
    away = [column - columns[0] for column in columns]
    stagger = [track.along(0.0, lane) for lane in range(1, 9)]
    assert away[-1] > 3 * 7
    shrunk = away[-1] / stagger[-1]
    assert shrunk <= scale
    assert all(abs(cells - metres * shrunk) <= 1.5 for cells, metres in zip(away, stagger, strict=True))
    if shown.plan.ruler:
        assert [letter for letter in text(rows[-1]) if letter.isalpha()] == [name[0] for name in NAMES[:8]]


def test_in_lanes_the_ruler_has_metres_run_and_not_the_stagger() -> None:
    shown = view("staggered", 138, 42)
    t = 8.0
    run = shown.timeline.motion.distances_at(t)
    assert f"H ~{run[0] - run[7]:.1f} " in text(shown.rows(t)[-1])
    assert "A ~" not in text(shown.rows(t)[-1])


@pytest.mark.parametrize("t", [0.0, 5.0, 12.0, 14.0])
def test_while_a_stagger_is_left_everybody_is_in_the_ruler(t: float) -> None:
    shown = view("staggered", 78, 26)
    ruler = text(shown.rows(t)[-1]).replace("metres behind", "")
    assert [letter in ruler for letter in "ABCDEFGH"] == [True] * 8


def test_names_in_lanes_are_written_on_the_track_and_not_on_boxes() -> None:
    shown = view("staggered", 138, 42)
    ground = shown.ground.surface
    written = [ink for row in shown.rows(0.0)[1:-1] for piece, ink in row if piece in NAMES]
    assert len(written) == 8
    assert {ink.bg for ink in written} == {ground}


def test_after_the_break_the_view_has_its_own_scale() -> None:
    shown = view("staggered", 78, 26)
    assert shown._view(400.0, 0.7).scale == shown.plan.scale
    assert shown._view(0.0, 0.7).scale < shown._view(60.0, 0.7).scale < shown.plan.scale


@pytest.mark.parametrize("kind", ["track", "indoor", "staggered"])
@pytest.mark.parametrize("size", SIZES[1:])
def test_at_rest_behind_the_line_the_letter_of_everybody_is_to_be_seen(kind: str, size: tuple[int, int]) -> None:
    shown = view(kind, *size)
    rows = shown.rows(shown.timeline.duration + 60, named=False)
    picture = "".join(text(row) for row in rows[shown.plan.rail_top : shown.plan.kerb + shown.plan.track])
    assert {letter for letter in picture if letter.isalpha()} == {
        name[0] for name in NAMES[: len(shown.timeline.race.entries)]
    }


@pytest.mark.parametrize("size", SIZES[1:])
def test_on_the_start_line_the_letter_of_everybody_is_to_be_seen(size: tuple[int, int]) -> None:
    shown = view("track", *size)
    rows = shown.rows(0.0, named=False)[shown.plan.rail_top : shown.plan.kerb + shown.plan.track]
    assert {letter for row in rows for letter in text(row) if letter.isalpha()} == {name[0] for name in NAMES}


@pytest.mark.parametrize("size", SIZES[2:])
@pytest.mark.parametrize("t", [30.0, 100.0, 190.0])
def test_names_above_the_track_cover_no_head(size: tuple[int, int], t: float) -> None:
    shown = view("track", *size)
    without = shown.rows(t, named=False)
    for y in range(shown.plan.rail_top, shown.plan.rail_top + shown.plan.rails):
        assert text(without[y]).strip() == ""


def test_the_pace_lights_are_on_the_kerb_where_they_are_and_nowhere_else() -> None:
    shown = view("track", 78, 26)
    dark = shown.rows(60.0)
    for further in (-3.0, 0.0, 1.0):
        lit = shown.rows(60.0, light=shown.timeline.motion.distances_at(60.0)[0] + further)
        assert [y for y in range(26) if lit[y] != dark[y]] == [shown.plan.kerb]
    assert shown.rows(60.0, light=1000.0) == dark


def test_names_are_left_out_when_nobody_wants_them() -> None:
    shown = view("track", 78, 26)
    assert "Cole" in plain(shown.rows(60.0))
    assert "Cole" not in plain(shown.rows(60.0, named=False))


def test_those_out_of_view_are_counted_with_their_distance() -> None:
    shown = view("track", 58, 15)
    distances = shown.timeline.motion.distances_at(200.0)
    gaps = sorted(distances[0] - distance for distance in distances)
    hidden = [gap for gap in gaps if gap > 0.55 * shown.plan.metres]
    assert hidden
    ruler = text(shown.rows(200.0, Eye(1.0, 0, 0))[-1])
    letters = sum(letter.isalpha() for letter in ruler)
    # There is no room to say it without covering letters: all that have none are counted.
    assert ruler.startswith(f"◂{len(NAMES) - letters} ")
    assert len(hidden) <= len(NAMES) - letters <= len(hidden) + 1
    alone = text(view("track", 200, 50).rows(20.0, Eye(1.0, 0, 0))[-1])
    assert "more" not in alone


def test_where_no_letter_is_covered_the_ruler_says_how_far_back_the_others_are() -> None:
    runners = [
        entry(name, 200.0 + i, {700: 700 * (200.0 + i) / 1500}) for i, name in zip((0, 9, 10), NAMES, strict=False)
    ]
    timeline = Timeline(race(*runners, distance=1500.0))
    look = look_of(DARK)
    shown = FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, 78, 26)
    gap = 150.0 * 1500 * (1 / 200 - 1 / 209)
    assert text(shown.rows(150.0)[-1]).startswith(f"◂ 2 more, ~{gap:.0f} m back ")


def test_a_large_field_is_drawn_by_those_in_front_and_counted_whole() -> None:
    runners = [entry(f"Runner {i}", 1800.0 + 2 * i, {5000.0: 900.0 + i}) for i in range(400)]
    timeline = Timeline(race(*runners, distance=10_000.0, course=Course(surface=Surface.ROAD)))
    look = look_of(DARK)
    shown = FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, 76, 26)
    for t in (0.0, 30.0, 900.0, 1800.0, 2300.0, timeline.duration):
        assert {len(text(row)) for row in shown.rows(t)} == {76}
    distances = [float(distance) for distance in timeline.motion.distances_at(900.0)]
    hidden = sum(max(distances) - distance > 0.72 * shown.plan.metres for distance in distances)
    assert text(shown.rows(900.0)[-1]).startswith(f"◂ {hidden} more")
    assert shown.rows(900.0) == shown.rows(900.0)


# The eye


def with_a_pacemaker() -> Timeline:
    """A pacemaker 20 m ahead of the others steps off at 800 m."""
    return Timeline(
        race(
            entry("Pace", at={400: 55.0, 800: 110.0}, status=Status.DNF, stopped=Stopped(after=800.0)),
            entry("Abel", 220.0, {400: 58.0, 800: 116.0}),
            entry("Brown", 221.0, {400: 58.2, 800: 116.2}),
        )
    )


def test_the_eye_glides_to_the_next_when_the_leader_steps_off() -> None:
    camera = Camera(with_a_pacemaker(), 5.0)
    places = [camera.metres(100 + step / 30, None) for step in range(20 * 30)]
    moves = [b - a for a, b in itertools.pairwise(places)]
    # The front of the race falls back by some 40 m at once; no frame shows more than a metre of that.
    assert max(map(abs, moves)) < 1.0
    assert min(moves) < 0


def test_from_one_runner_to_another_the_eye_goes_over_without_a_jump() -> None:
    shown = view("track", 78, 26)
    way = [shown.rows(180.0, Eye(1.0, 9, 1, step / 20)) for step in range(21)]
    assert way[0] != way[-1]
    assert way[-1] == shown.rows(180.0, Eye(1.0, 9, 9))
    columns = [text(rows[-2]).find("1260 m") for rows in way]
    seen_at = [column for column in columns if column >= 0]
    assert len(seen_at) > 3
    assert all(0 <= b - a <= 12 for a, b in itertools.pairwise(seen_at))


def test_the_eye_goes_exactly_with_an_even_pace() -> None:
    timeline = Timeline(pack(1))
    camera = Camera(timeline, 5.0)
    for t in (20.0, 50.5, 77.77):
        assert camera.metres(t, 0) == pytest.approx(timeline.motion.distance_at(0, t), abs=0.02)


@given(st.floats(0, 60), st.floats(0, 60), st.floats(5, 30))
def test_the_eye_stays_back_with_a_second_just_out_of_sight_and_does_not_jump(a: float, b: float, sight: float) -> None:
    back, other = staying_back(a, sight), staying_back(b, sight)
    assert 0 <= back <= sight / 4
    assert abs(back - other) <= abs(a - b) + 1e-9
    if a + 1.5 <= sight * 1.25:
        assert a + 1.5 <= sight + back + 1e-9


def test_a_leader_and_the_second_are_both_in_view_while_the_panel_holds_them() -> None:
    runners = [
        entry(name, 200.0 + i, {700: 700 * (200.0 + i) / 1500}) for i, name in zip((0, 3, 20), NAMES, strict=False)
    ]
    timeline = Timeline(race(*runners, distance=1500.0))
    look = look_of(DARK)
    shown = FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, 78, 26)
    # Twelve metres apart: the leader's usual place leaves eleven behind him.
    rows = [text(row) for row in shown.rows(108.0)]
    assert any("Abel" in row for row in rows[1:])
    assert any("Brown" in row for row in rows[1:])
    assert {"A", "B"} <= {letter for letter in rows[-1] if letter.isalpha() and letter.isupper()}


def test_the_eye_comes_to_rest_behind_the_line() -> None:
    timeline = Timeline(pack(1))
    camera = Camera(timeline, 5.0)
    assert camera.metres(timeline.duration + 60, None) == pytest.approx(1505.0, abs=0.01)
    assert camera.metres(0.0, None) < 0.5


def test_a_runner_without_a_distance_leaves_the_eye_with_the_leaders() -> None:
    timeline = Timeline(race(entry("Abel", 220.0), entry("Brown")))
    camera = Camera(timeline, 5.0)
    assert camera.metres(100.0, 1) == camera.metres(100.0, None)


def test_a_finisher_runs_out_without_a_jerk_and_comes_to_rest_where_he_should() -> None:
    timeline = Timeline(pack(1))
    end = timeline.duration
    at = [
        seen(timeline, 0, end + d, timeline.motion.distance_at(0, end + d) or 0.0, 9.0) for d in (-0.1, 0.0, 0.1, 60.0)
    ]
    before, line, after, rest = (found.metres for found in at if found is not None)
    assert after - line == pytest.approx(line - before, rel=0.1)
    assert rest == pytest.approx(1509.0, abs=0.01)


def test_who_steps_off_walks_to_the_infield_and_is_gone() -> None:
    timeline = with_a_pacemaker()
    end = timeline.motion.end(0)
    assert end is not None
    off = seen(timeline, 0, end + 2, 800.0, 9.0)
    assert off is not None
    assert off.aside < 0
    assert seen(timeline, 0, end + 10, 800.0, 9.0) is None


# Figures


@given(st.floats(0, 900), st.floats(0, 6000))
def test_legs_go_round_with_time_and_distance(seconds: float, metres: float) -> None:
    assert 0 <= stride_phase(seconds, metres) < PHASES


@pytest.mark.parametrize("speed", [6.0, 7.0, 8.0, 9.0])
def test_a_runner_takes_three_to_three_and_a_half_steps_a_second(speed: float) -> None:
    frames = [stride_phase(at / 1000, speed * at / 1000) for at in range(10_000)]
    pictures = sum(a != b for a, b in itertools.pairwise(frames))
    steps = pictures / PHASES * 2 / 10
    assert 2.9 <= steps <= 3.6
    assert steps == pytest.approx(STEPS[0] + STEPS[1] * speed, abs=0.1)


def test_legs_go_as_fast_as_in_life_however_fast_the_race_is_shown() -> None:
    once = [stride_phase(at / 30, 7 * at / 30) for at in range(300)]
    for rate in (2, 4, 16, 64):
        assert [stride_phase(rate * at / 30, 7 * rate * at / 30, rate) for at in range(300)] == once
    slowly = [stride_phase(at / 120, 7 * at / 120, 0.25) for at in range(300)]
    assert slowly == [stride_phase(at / 120, 7 * at / 120) for at in range(300)], "in slow motion they do too"


@pytest.mark.parametrize("scale", [4, 5, 6, 7, 8])
def test_every_figure_has_a_head_a_letter_and_legs_that_reach_the_ground(scale: int) -> None:
    for phase, effort, half_x, half_y in itertools.product(range(PHASES), (0, 1, 2), (False, True), (False, True)):
        pieces = figure(scale, phase, effort, half_x, half_y)
        assert sum(not piece.text for piece in pieces) == 1
        cells = [(piece.x, piece.y) for piece in pieces]
        assert len(set(cells)) == len(cells)
        assert max(y for _, y in cells) <= 0
        tall = -min(y for _, y in cells) + 1
        assert 0.8 * scale <= tall <= 1.05 * scale + 1
        letter = next(piece for piece in pieces if not piece.text)
        assert min(y for _, y in cells) < letter.y < 0


@pytest.mark.parametrize("scale", [4, 6, 8])
@pytest.mark.parametrize("effort", [2, SWIMMING])
def test_the_pictures_of_a_stride_differ(scale: int, effort: int) -> None:
    assert len({figure(scale, phase, effort, False, False) for phase in range(PHASES)}) == PHASES


@pytest.mark.parametrize("scale", [4, 6, 8])
def test_a_swimmer_lies_in_the_water_behind_his_head(scale: int) -> None:
    heads = 0
    for phase in range(PHASES):
        pieces = figure(scale, phase, SWIMMING, False, False)
        assert sum(not piece.text for piece in pieces) == 1
        xs, ys = [piece.x for piece in pieces], [piece.y for piece in pieces]
        assert max(ys) <= 0
        assert (max(xs) - min(xs) + 1) > 1.5 * scale
        ahead = [max(xs) - piece.x for piece in pieces if piece.part == HEAD]
        assert all(reach < scale for reach in ahead)
        heads += bool(ahead)
    assert heads > PHASES / 2, "an arm may hide it"
    assert len({plain_figure(phase, SWIMMING) for phase in range(PHASES)}) > 2


def test_half_a_cell_to_the_right_is_half_a_cell_to_the_right() -> None:
    """The quarters that are filled, in half cells, move by exactly one."""

    def filled(half: bool) -> set[tuple[int, int]]:
        pieces = figure(6, 0, 2, half, False)
        blocks = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
        return {
            (2 * piece.x + quarter % 2, 2 * piece.y + quarter // 2)
            for piece in pieces
            if piece.text and piece.under < 0
            for quarter in range(4)
            if blocks.index(piece.text) >> quarter & 1
        }

    legs = {(x, y) for x, y in filled(False) if y >= -1}
    assert {(x + 1, y) for x, y in legs} == {(x, y) for x, y in filled(True) if y >= -1}


def test_plain_figures_stand_still_until_they_run() -> None:
    assert len({plain_figure(phase, 0) for phase in range(PHASES)}) == 1
    assert len({plain_figure(phase, 2) for phase in range(PHASES)}) > 2


# Texts


@given(
    st.lists(st.tuples(st.floats(-10, 110), st.integers(1, 12)), max_size=8).map(sorted),
)
def test_texts_are_apart_inside_and_in_order(items: list[tuple[float, int]]) -> None:
    wanted, widths = [at for at, _ in items], [width for _, width in items]
    starts = apart(wanted, widths, 110)
    for (x, width), after in itertools.pairwise(zip(starts, widths, strict=True)):
        assert x + width + 1 <= after[0]
    if starts:
        assert starts[0] >= 0
        assert starts[-1] + widths[-1] <= 110


def test_a_text_with_room_is_over_its_place() -> None:
    assert apart([10.0, 50.0], [4, 6], 80) == [8, 47]


@given(st.lists(st.floats(5, 95), min_size=1, max_size=6), st.floats(0, 0.4))
def test_a_small_move_is_a_small_move_of_the_texts(wanted: list[float], shift: float) -> None:
    wanted = sorted(wanted)
    widths = [8] * len(wanted)
    before, after = apart(wanted, widths, 100), apart([at + shift for at in wanted], widths, 100)
    assert all(abs(a - b) <= 1 for a, b in zip(before, after, strict=True))


def test_names_do_not_jump_while_the_order_stays() -> None:
    shown = view("track", 120, 27)
    before: dict[str, tuple[int, int]] = {}
    for step in range(60):
        rows = shown.rows(150 + step / 30)
        for y in range(shown.plan.rail_top, shown.plan.rail_top + shown.plan.rails):
            line = text(rows[y])
            for name in NAMES:
                x = line.find(f" {name} ")
                if x >= 0:
                    if name in before:
                        assert before[name][1] == y
                        assert abs(before[name][0] - x) <= 2
                    before[name] = x, y
    assert before


def test_the_headline_keeps_the_clock_the_lap_and_the_leader() -> None:
    timeline = Timeline(RACES["track"])
    look = look_of(DARK)
    line = text(headline(timeline, 170.0, cast_of(timeline.race, look), look, 90))
    assert len(line) == 90
    assert "2:50.0" in line
    assert "LAST LAP" in line
    assert "Abel" in line
    assert "Abel" not in text(headline(timeline, 0.0, cast_of(timeline.race, look), look, 90))


@given(st.integers(20, 320), st.integers(7, 90))
def test_a_plan_uses_every_row_once(width: int, height: int) -> None:
    shape = plan(width, height)
    assert 1 + shape.far + shape.rails + shape.grass + shape.track + 1 + shape.ruler == height
    assert shape.track >= 3
    assert 4 <= shape.scale <= 10


# The curved start line


@pytest.mark.parametrize(("distance", "before"), [(1609.344, 9.344), (1500.0, 0.0), (5000.0, 0.0)])
@pytest.mark.parametrize("out", [0.5, 2.0, 5.0, 9.0])
def test_from_all_of_a_curved_start_line_the_way_to_the_inside_is_as_long(
    distance: float, before: float, out: float
) -> None:
    track = Oval(distance)
    radius = track.radius + KERB
    x, y = track.ahead(out) - before, radius + out
    ways = []
    for thousandth in range(1500):  # to a point of the bend in a straight line that stays outside it, then along it
        turn = thousandth / 1000
        qx, qy = radius * math.sin(turn), radius * math.cos(turn)
        if (x - qx) * qx + (y - qy) * qy >= 0:
            ways.append(math.hypot(x - qx, y - qy) - radius * turn)
    assert min(ways) == pytest.approx(before, abs=0.01)


@given(st.floats(0, 9.7), st.floats(0, 9.7), st.floats(0, 300))
def test_who_stands_further_out_stands_further_along_until_all_are_inside(one: float, two: float, run: float) -> None:
    track = Oval(1500.0)
    low, high = sorted((one, two))
    assert 0 <= track.ahead(low, run) <= track.ahead(high, run)
    assert track.ahead(high, run) <= track.ahead(high)
    assert track.ahead(high, 120.0) == 0
    assert track.ahead(0.0) == 0


@pytest.mark.parametrize("kind", ["lanes", "one lap", "staggered", "road"])
def test_races_that_start_in_lanes_or_on_roads_have_no_curved_line(kind: str) -> None:
    assert Timeline(RACES[kind]).track.ahead(5.0) == 0


@pytest.mark.parametrize("size", SIZES[1:])
def test_everybody_on_a_curved_start_line_is_in_view(size: tuple[int, int]) -> None:
    rows = view("track", *size).rows(0.0, named=False)
    assert all(any(tag in text(row) for row in rows[1:-1]) for tag in "ABCDEFGHIJKL")


@pytest.mark.parametrize("height", range(1, 9))
@pytest.mark.parametrize("kind", ["track", "road"])
def test_a_panel_too_low_for_a_track_is_drawn_too(kind: str, height: int) -> None:
    shown = view(kind, 20, height)
    for t in (0.0, shown.timeline.finish, shown.timeline.finish + 2.0):
        assert [row_width(row) for row in shown.rows(t)] == [20] * len(shown.rows(t))


# Trails


@given(st.floats(0, 100), st.floats(0.2, 8.0), st.floats(-50, 300), st.floats(0.1, 60.0))
def test_a_trail_goes_back_cell_by_cell_as_far_as_its_seconds_and_fades(
    t: float, length: float, x: float, pace: float
) -> None:
    cells = list(streak(t, length, Place(x, 40), lambda time: Place(x - pace * (t - time), 40)))
    assert [cell.x for cell in cells] == list(range(math.floor(x), math.floor(x) - len(cells), -1))[: len(cells)]
    steps = [cell.step for cell in cells]
    assert steps == sorted(steps)
    assert all(0 <= step < FADES for step in steps)
    assert {cell.row for cell in cells} <= {19}
    seen_back = min(length, t) * pace
    assert len(cells) <= max(math.ceil(min(seen_back, max(x, 0) + 1)) + 1, 0)
    if x > seen_back:
        assert len(cells) >= math.floor(seen_back) - 1


def test_a_trail_bends_where_the_runner_moved_out() -> None:
    cells = list(streak(10.0, 2.0, Place(50.0, 40), lambda time: Place(50 - 10 * (10 - time), 40 if time > 9 else 30)))
    rows = [cell.row for cell in cells]
    assert rows[0] == 19
    assert rows[-1] == 14
    assert rows == sorted(rows, reverse=True)


@pytest.mark.parametrize("kind", RACES)
@pytest.mark.parametrize("ascii", [False, True])
def test_trails_are_laid_under_the_runners_and_change_nothing_else(kind: str, ascii: bool) -> None:  # noqa: A002
    shown = view(kind, 78, 26, ascii=ascii)
    for t in (3.0, shown.timeline.duration / 2, (shown.timeline.winner_time or 0.0) + 1.0):
        bare, laid = shown.rows(t), shown.rows(t, trail=6.0)
        assert laid == shown.rows(t, trail=6.0)
        assert bare != laid or t > shown.timeline.duration / 2  # where all finish on the kerb there is no room for one
        for row, other in zip(bare, laid, strict=True):
            for was, now in zip(text(row), text(other), strict=True):
                assert was == now or now in ("." if ascii else "▂▁▀")
    assert shown.rows(0.0, trail=6.0) == shown.rows(0.0), "nobody has run yet"
