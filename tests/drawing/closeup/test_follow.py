"""The view that goes with the runners: whole pictures of it, from the gun to after the finish."""

import itertools
import re
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ansi import difference
from replay.cells.depth import Depth
from replay.cells.ink import Row
from replay.cells.rows import plain, row_width
from replay.drawing.closeup.camera import WIDEST
from replay.drawing.closeup.follow import FollowView
from replay.drawing.closeup.ground import Light
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import Eye
from replay.files.library import Library
from replay.race.race import Course, Role, Surface
from replay.state.packing import Placing
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.depth import examples
from tests.drawing.closeup.fields import NAMES, RACES, SIZES, text, view
from tests.together import together


@pytest.mark.sampled(4)
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
@examples(25)
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
        " 3:20.0  100 m to go  top bend            ABE leads BRO",
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


@together("kind", ["lanes", "one lap", "staggered"])
@together("size", SIZES[2:])
def test_in_lanes_feet_are_below_the_kerb_and_in_every_lane_lower(kind: str, size: tuple[int, int]) -> None:
    shown = view(kind, *size)
    track, lane = shown.timeline.track, shown._lanes.rows(0.0)
    feet = [
        shown._lanes.foot(track.lane_out(number), lane) - 2 * shown.plan.kerb for number in range(1, track.lanes + 1)
    ]
    assert feet[0] > 1  # the kerb is the first half row
    assert feet == sorted(set(feet))
    assert feet[0] <= 2 * lane + 1
    assert feet[-1] <= 2 * shown.plan.track


def test_at_the_rail_feet_are_below_the_kerb() -> None:
    for size in SIZES:
        shown = view("track", *size)
        assert shown._lanes.foot(0.0, shown._lanes.rows(1000.0)) - 2 * shown.plan.kerb > 1


def test_plain_pictures_have_no_character_beyond_ascii() -> None:
    for kind in RACES:
        shown = view(kind, 78, 26, ascii=True)
        for t in (0.0, 5.0, shown.timeline.duration - 0.5):
            assert plain(shown.rows(t, Eye(1.0, 1, 1))).isascii()


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("kind", "light"), [("track", False), ("track", True), ("one lap", False), ("road", True)])
def test_rows_are_few_runs_although_everything_moves(kind: str, light: bool) -> None:
    shown = view(kind, 120, 27, light)
    rows = [row for tenth in range(0, 200, 7) for row in shown.rows(30 + tenth / 10)]
    assert sum(len(row) for row in rows) / len(rows) <= 17  # with a line to every head


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


@together("kind", ["staggered", "one lap"])
@together("size", SIZES[1:])
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


def test_after_the_break_the_view_has_its_own_scale() -> None:
    shown = view("staggered", 78, 26)
    assert shown._view(400.0, 0.7, 1.0).scale == shown.plan.scale
    assert shown._view(0.0, 0.7, 1.0).scale < shown._view(60.0, 0.7, 1.0).scale < shown.plan.scale


@together("kind", ["track", "indoor", "staggered"])
@together("size", SIZES[1:])
def test_at_rest_behind_the_line_the_letter_of_everybody_is_to_be_seen(kind: str, size: tuple[int, int]) -> None:
    shown = view(kind, *size)
    rows = shown.rows(shown.timeline.duration + 60, named=False)
    picture = "".join(text(row) for row in rows[shown.plan.rail_top : shown.plan.kerb + shown.plan.track])
    assert {letter for letter in picture if letter.isalpha()} == {
        name[0] for name in NAMES[: len(shown.timeline.race.entries)]
    }


@together("size", SIZES[1:])
def test_on_the_start_line_the_letter_of_everybody_is_to_be_seen(size: tuple[int, int]) -> None:
    shown = view("track", *size)
    rows = shown.rows(0.0, named=False)[shown.plan.rail_top : shown.plan.kerb + shown.plan.track]
    assert {letter for row in rows for letter in text(row) if letter.isalpha()} == {name[0] for name in NAMES}


def differ(one: list[Row], other: list[Row]) -> set[tuple[int, int]]:
    """The cells, as column and row, in which two pictures are not the same."""
    both = ([[(char, ink) for piece, ink in row for char in piece] for row in rows] for rows in (one, other))
    return {
        (x, y)
        for y, rows in enumerate(zip(*both, strict=True))
        for x, (before, now) in enumerate(zip(*rows, strict=True))
        if before != now
    }


def column(shown: FollowView, t: float, further: float) -> int:
    """The column of a place so many metres in front of the first, whose own is that of his letter in the ruler."""
    letter = text(shown.rows(t)[-1]).index("A")
    return letter + round(further * shown.plan.scale)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("t", [60.0, 64.0])  # in a bend, and on a straight
def test_the_pace_lights_are_on_the_kerb_and_somebody_runs_with_them(t: float) -> None:
    shown = view("track", 78, 26)
    dark = shown.rows(t)
    for further in (-3.0, 0.0, 1.0):
        lit = shown.rows(t, light=Light(shown.timeline.motion.distances_at(t)[0] + further))
        found, at = differ(dark, lit), column(shown, t, further)
        assert found
        body = {(x, y) for x, y in found if abs(x - at) <= 1.2 * shown.plan.scale}
        assert {y for _, y in found - body} <= {shown.plan.kerb, *({} if t == 64.0 else range(26))}
        assert all("▀" in text(dark[y]) or "▄" in text(dark[y]) for _, y in found - body)
        assert len({y for _, y in body}) > 2
    assert shown.rows(t, light=Light(1000.0)) == dark


def test_a_record_is_a_line_across_the_track_and_somebody_on_it() -> None:
    shown = view("track", 78, 26)
    dark, first = shown.rows(60.0), shown.timeline.motion.distances_at(60.0)[0]
    lit = shown.rows(60.0, light=Light(first + 2.0, 0x6CE88E))
    found, at = differ(dark, lit), column(shown, 60.0, 2.0)
    assert all(abs(x - at) <= 1.2 * shown.plan.scale for x, _ in found)
    assert {y for x, y in found if abs(x - at) <= 1} >= set(
        range(shown.plan.kerb + 1, shown.plan.kerb + shown.plan.track)
    )
    assert {y for _, y in found} & set(range(shown.plan.kerb)), "the head"
    foot = shown.plan.kerb + shown.plan.track
    named = shown.rows(60.0, light=Light(first + 2.0, 0x6CE88E, "WR"))
    assert {y for _, y in differ(named, lit)} == {foot}
    assert " WR " in text(named[foot])


def test_a_large_field_is_drawn_by_those_in_front_and_counted_whole() -> None:
    runners = [entry(f"Runner {i}", 1800.0 + 2 * i, {5000.0: 900.0 + i}) for i in range(400)]
    timeline = Timeline(race(*runners, distance=10_000.0, course=Course(surface=Surface.ROAD)))
    look = look_of(DARK)
    shown = FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, 76, 26)
    for t in (0.0, 30.0, 900.0, 1800.0, 2300.0, timeline.duration):
        assert {len(text(row)) for row in shown.rows(t)} == {76}
    distances = [float(distance) for distance in timeline.motion.distances_at(900.0)]
    hidden = sum(max(distances) - distance > WIDEST * 0.72 * shown.plan.metres for distance in distances)
    said = re.match(r"◂ ?(\d+)", text(shown.rows(900.0)[-1]))
    assert said is not None
    assert hidden <= int(said[1]) <= 399
    assert shown.rows(900.0) == shown.rows(900.0)


def test_a_ghost_out_of_view_is_counted_neither_ahead_nor_behind() -> None:
    ghosts = (entry(name, time, role=Role.GUEST, ghost=f"--vs x:{name}") for name, time in (("Old", 180), ("Yew", 290)))
    timeline = Timeline(race(entry("Ann", 240.0), entry("Bea", 270.0), *ghosts, distance=1500.0))
    look = look_of(DARK)
    shown = FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, 100, 26)
    ruler = text(shown.rows(150.0)[-1])
    assert "ahead" not in ruler
    assert " m to BEA Bea ─" in ruler, "and nobody else"
    assert text(shown.rows(150.0, Eye(1.0, 1, 1))[-1]).endswith(" m to ANN Ann ▸")


def test_from_one_runner_to_another_the_eye_goes_over_without_a_jump() -> None:
    shown = view("track", 78, 26)
    way = [shown.rows(180.0, Eye(1.0, 9, 1, step / 20)) for step in range(21)]
    assert way[0] != way[-1]
    assert way[-1] == shown.rows(180.0, Eye(1.0, 9, 9))
    columns = [text(rows[-2]).find("1260 m") for rows in way]
    seen_at = [column for column in columns if column >= 0]
    assert len(seen_at) > 3
    assert all(0 <= b - a <= 12 for a, b in itertools.pairwise(seen_at))


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


@together("size", SIZES[1:])
def test_everybody_on_a_curved_start_line_is_in_view(size: tuple[int, int]) -> None:
    rows = view("track", *size).rows(0.0, named=False)
    assert all(any(tag in text(row) for row in rows[1:-1]) for tag in "ABCDEFGHIJKL")
    on = [runner.half / 2 for runner in view("track", *size).seen_at(0.0, Eye(near=1.0))]
    assert abs(size[0] - max(on) - min(on)) <= size[0] // 6, "as far from the left as from the right"


@pytest.mark.sampled(4)
@pytest.mark.parametrize("height", range(1, 9))
@pytest.mark.parametrize("kind", ["track", "road"])
def test_a_panel_too_low_for_a_track_is_drawn_too(kind: str, height: int) -> None:
    shown = view(kind, 20, height)
    for t in (0.0, shown.timeline.finish, shown.timeline.finish + 2.0):
        assert [row_width(row) for row in shown.rows(t)] == [20] * len(shown.rows(t))


@pytest.mark.sampled(4)
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


@pytest.mark.sampled(2)
@pytest.mark.parametrize("rate", [1, 4])
def test_a_frame_of_the_close_view_is_small_enough_for_a_slow_line(rate: int) -> None:
    timeline = Timeline(Library().race("london-mile-2026")[0])
    look = look_of(DARK, False)
    follow = FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, 138, 34)
    sizes = []
    for start in (40, 70, 120, 200):
        frames = [follow.rows(start + at * rate / 30, Eye(1.0, rate=rate)) for at in range(20)]
        sizes += [len(difference(old, new, Depth.TRUE).encode()) for old, new in itertools.pairwise(frames)]
    assert statistics.mean(sizes) <= 3500, "24 and more of them a second go over a line of 100 kB a second"


@pytest.mark.parametrize("behind", [0.5, 2.2, 9.0])
def test_at_the_line_the_second_is_in_the_shot_where_one_holds_him_and_nothing_jerks(behind: float) -> None:
    timeline = Timeline(race(entry("Ann", 200.0), entry("Bea", 200.0 + behind), distance=1500.0))
    look = look_of(DARK)
    shown, eye = FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, 74, 24), Eye(1.0)
    columns: list[float] = []
    for frame in range(8 * 30):
        t = 198.0 + frame / 30
        view = shown._view(*shown._followed(t, eye))
        there = {runner.entry: (runner.along - view.left) * view.scale for runner in shown.seen_at(t, eye)}
        columns.append(there[0])
        if t <= 200:
            assert (1 in there) == (behind < 5)
    assert max(abs(after - before) for before, after in itertools.pairwise(columns)) < 0.8
