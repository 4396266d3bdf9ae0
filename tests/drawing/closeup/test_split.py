"""The split screen: the leaders above and the chase below, while one shot cannot hold both."""

import pytest

from replay.cells.rows import plain
from replay.drawing.closeup.follow import FollowView
from replay.drawing.closeup.split import LONE, SplitView, split_of
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import Eye
from replay.race.race import Role
from replay.state.packing import Placing
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.drawing.closeup.fields import text, view

LEADERS = Eye(1.0)
SIZE = 138, 42


def followed(behind: float, width: int = SIZE[0], height: int = SIZE[1]) -> FollowView:
    """Two who run away over 1500 m from three who are so many seconds behind in the end."""
    times = 210.0, 210.5, 210.0 + behind, 210.3 + behind, 210.6 + behind
    timeline = Timeline(race(*(entry(name, at) for name, at in zip("ABCDE", times, strict=True)), distance=1500.0))
    look = look_of(DARK)
    return FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, width, height)


def shot(behind: float) -> SplitView:
    split = split_of(followed(behind))
    assert split is not None
    return split


def seen(part: FollowView, t: float) -> set[int]:
    width = part.plan.width
    return {runner.entry for runner in part.seen_at(t, LEADERS) if 0 <= runner.half // 2 < width}


def test_a_gap_too_wide_for_one_shot_is_shown_in_two_which_hold_those_on_its_sides() -> None:
    split = shot(12.0)
    on = [t for t in range(210) if split.on(t, LEADERS)]
    assert on == list(range(on[0], on[-1] + 1))
    assert 0 < on[0] < 100
    for t in on:
        assert seen(split.above, t) >= {0, 1}
        assert seen(split.below, t) >= {2, 3, 4}
        assert not seen(split.above, t) & {2, 3, 4}


def test_both_shots_fill_the_panel_and_the_lower_says_how_far_the_chase_is_behind() -> None:
    split = shot(12.0)
    rows = split.rows(150.0, LEADERS, None, named=True, trail=0.0)
    assert {len(text(row)) for row in rows} == {SIZE[0]}
    assert len(rows) == SIZE[1]
    ahead, chase = split.below.timeline.top(150.0, 5).standings[1:3]
    assert ahead.distance is not None
    assert chase.distance is not None
    assert f"THE CHASE  ~{ahead.distance - chase.distance:.0f} m behind" in text(rows[split.first])
    assert "led by" in text(rows[split.first])
    assert " s" not in text(rows[split.first]).partition("behind")[0], "the board has the seconds"


@pytest.mark.parametrize("behind", [0.8, 1.5])
def test_those_who_are_together_stay_in_one_shot(behind: float) -> None:
    split = shot(behind)
    assert not any(split.on(t, LEADERS) for t in range(210))


def test_the_finish_has_all_the_room_and_so_have_a_chosen_runner_and_the_way_from_one() -> None:
    split = shot(12.0)
    assert split.on(150.0, LEADERS)
    assert not split.on(150.0, Eye(1.0, 2, 2))
    assert not split.on(150.0, Eye(1.0, None, 2, 0.5))
    assert not split.on(209.0, LEADERS)
    assert not split.on(215.0, LEADERS)


def test_whether_it_is_split_depends_on_the_time_alone() -> None:
    times = [190.0, 30.0, 100.0, 60.0, 205.0]
    forward = shot(12.0)
    assert [forward.on(t, LEADERS) for t in times] == [shot(12.0).on(t, LEADERS) for t in times]


def test_in_a_smaller_panel_one_man_on_bare_track_is_above_the_chase_and_two_who_fight_have_it_all() -> None:
    pair, size = split_of(followed(12.0, *LONE)), LONE
    assert pair is not None
    assert not any(pair.on(t, LEADERS) for t in range(210))
    runners = [entry(name, 210.0 + 12.0 * (at > 0) + at / 5) for at, name in enumerate("ABCDE")]
    timeline, look = Timeline(race(*runners, distance=1500.0)), look_of(DARK)
    lone = split_of(FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, *size))
    assert lone is not None
    assert lone.on(150.0, LEADERS)
    assert {len(text(row)) for row in lone.rows(150.0, LEADERS, None, named=True, trail=0.0)} == {size[0]}


def test_a_guest_far_behind_is_no_chase() -> None:
    runners = [entry("Ada", 210.0), entry("Bea 2022", 230.0, role=Role.GUEST)]
    timeline, look = Timeline(race(*runners, distance=1500.0)), look_of(DARK)
    split = split_of(FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, *SIZE))
    assert split is not None
    assert not any(split.on(t, LEADERS) for t in range(210))


@pytest.mark.parametrize("size", [(LONE[0] - 1, 42), (138, LONE[1] - 1)])
def test_a_small_panel_has_one_shot(size: tuple[int, int]) -> None:
    assert split_of(followed(12.0, *size)) is None


def test_nobody_is_split_in_lanes_or_in_the_water() -> None:
    assert split_of(view("pool", *SIZE)) is None
    lanes = split_of(view("one lap", *SIZE))
    assert lanes is not None
    assert not any(lanes.on(t, LEADERS) for t in range(48))


def test_a_row_belongs_to_the_shot_it_is_in() -> None:
    split = shot(12.0)
    assert split.part(split.first - 1) == (split.above, split.first - 1)
    assert split.part(split.first + 2) == (split.below, 2)
    assert "THE CHASE" not in plain(split.above.rows(150.0, LEADERS))
