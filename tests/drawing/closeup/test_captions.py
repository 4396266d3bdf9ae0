"""What is written in the close view: the headline, the ruler, and names above heads."""

import re
from dataclasses import replace

import pytest

from replay.cells.rows import plain
from replay.drawing.closeup.captions import headline
from replay.drawing.closeup.follow import FollowView
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import Eye
from replay.state.packing import Placing
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.drawing.closeup.fields import NAMES, RACES, SIZES, text, view
from tests.together import together


def test_between_finishers_stand_seconds_and_between_runners_metres() -> None:
    shown = view("track", 138, 42)
    assert " m " in text(shown.rows(205.0)[-1])
    home = text(shown.rows(shown.timeline.duration + 9)[-1])
    assert [_has(home, i) for i in range(1, 12)] == [True] * 11
    assert " m " not in home
    names = plain(shown.rows(shown.timeline.duration + 9))
    assert "1 Abel" in names
    assert "1 Abel" not in plain(shown.rows(60.0))


@together("width", [58, 78, 138])
def test_everybody_who_is_home_has_seconds_in_the_ruler_however_narrow_it_is(width: int) -> None:
    shown = view("one lap", width, 26)
    ruler = text(shown.rows(shown.timeline.duration + 30)[-1])
    assert [_has(ruler, i) for i in range(1, 8)] == [True] * 7


def _has(ruler: str, number: int) -> bool:
    """Whether a runner's letters, one or three, have his seconds beside them."""
    seconds = re.escape(f"{0.3 * number:.2f}")
    return (
        re.search(rf"{NAMES[number][0]}(?:[A-Z]{{2}})?(?:\+{seconds}|{seconds.removeprefix('0')})", ruler) is not None
    )


@pytest.mark.parametrize("size", [(38, 12), (50, 16), (58, 15)])
def test_seconds_for_which_the_ruler_has_no_room_are_in_the_row_above_it(size: tuple[int, int]) -> None:
    shown = view("track", *size)
    written = plain(shown.rows(shown.timeline.duration + 60)[-2:])
    assert [NAMES[i][0] + f"{0.3 * i:.2f}".removeprefix("0") in written for i in range(1, 12)] == [True] * 11


def test_runners_who_are_level_are_side_by_side_in_the_ruler() -> None:
    ruler = text(view("track", 78, 26).rows(0.0)[-1])
    assert {letter for letter in ruler if letter.isalpha()} == {name[0] for name in NAMES}


def test_to_a_ghost_nothing_is_measured() -> None:
    points = range(100, 1500, 100)
    runners = [entry(name, 210.0 + i, {at: 0.14 * at + i for at in points}) for i, name in enumerate(NAMES[:3])]
    look = look_of(DARK)
    rulers = []
    for ghost in ("", "x:y"):
        timeline = Timeline(race(runners[0], replace(runners[1], ghost=ghost), runners[2], distance=1500.0))
        shown = FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, 138, 42).rows(100.0)
        rulers.append(text(shown[-1]).count(" m "))
    assert rulers == [2, 0]


def test_what_is_estimated_has_its_mark_and_what_is_measured_has_none() -> None:
    points = range(100, 1500, 100)
    runners = [entry(name, 210.0 + i, {at: 0.14 * at + i for at in points}) for i, name in enumerate(NAMES[:3])]
    timeline = Timeline(race(*runners, distance=1500.0))
    look = look_of(DARK)
    measured = FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, 138, 42).rows(100.0)
    assert "~" not in text(measured[0]) + text(measured[-1])
    estimated = view("track", 138, 42).rows(206.0)
    assert "~" in text(estimated[-1])


def test_after_the_finish_the_headline_has_the_winner_and_the_ruler_the_gaps() -> None:
    shown = view("track", 138, 42)
    rows = shown.rows(shown.timeline.duration + 9)
    assert text(rows[0]).rstrip().endswith("Abel wins")
    assert "+0.30" in text(rows[-1])
    assert "+" not in text(rows[0])


def test_in_lanes_the_ruler_has_metres_run_and_not_the_stagger() -> None:
    shown = view("staggered", 138, 42)
    t = 8.0
    run = shown.timeline.motion.distances_at(t)
    assert f"H ~{run[0] - run[7]:.1f} " in text(shown.rows(t)[-1])
    assert "A ~" not in text(shown.rows(t)[-1])


@together("t", [0.0, 5.0, 12.0, 14.0])
def test_while_a_stagger_is_left_everybody_is_in_the_ruler(t: float) -> None:
    shown = view("staggered", 78, 26)
    ruler = text(shown.rows(t)[-1]).replace("metres to the first", "")
    assert [letter in ruler for letter in "ABCDEFGH"] == [True] * 8


def test_names_in_lanes_are_written_on_the_track_and_not_on_boxes() -> None:
    shown = view("staggered", 138, 42)
    ground = shown.ground.surface
    written = [ink for row in shown.rows(0.0)[1:-1] for piece, ink in row if piece in NAMES]
    assert len(written) == 8
    assert {ink.bg for ink in written} == {ground}


@pytest.mark.parametrize("size", SIZES[2:])
@pytest.mark.parametrize("t", [30.0, 100.0, 190.0])
def test_names_above_the_track_cover_no_head(size: tuple[int, int], t: float) -> None:
    shown = view("track", *size)
    without = shown.rows(t, named=False)
    for y in range(shown.plan.rail_top, shown.plan.rail_top + shown.plan.rails):
        assert text(without[y]).strip() == ""


@together("size", SIZES[1:4])
def test_rows_of_names_have_one_way_of_letters_and_who_has_them_has_none_on_the_chest(size: tuple[int, int]) -> None:
    """Three letters each, or one if so everybody has his name; on the ruler three where the metres have room too."""
    shown = view("track", *size)
    chips = {chip: at for at, chip in enumerate(shown.cast.chips)}
    for t in (46, 109, 165):
        rows = shown.rows(float(t))
        named = rows[1 : shown.plan.rail_top + shown.plan.rails]
        kinds = {len(piece) for row in named for piece, ink in row if ink in chips and piece.isalpha()}
        assert len(kinds) <= 1, (t, kinds)
        called = {ink for row in rows[1 : shown.plan.rail_top + shown.plan.rails] for _, ink in row if ink in chips}
        bodies = rows[shown.plan.rail_top + shown.plan.rails : len(rows) - shown.plan.ruler]
        assert not called & {ink for row in bodies for piece, ink in row if piece.isalpha()}, t


def test_names_are_left_out_when_nobody_wants_them() -> None:
    shown = view("track", 78, 26)
    assert "COL" in plain(shown.rows(60.0))
    assert "COL" not in plain(shown.rows(60.0, named=False))


def test_those_out_of_view_are_counted_with_their_distance() -> None:
    shown = view("track", 58, 15)
    distances = shown.timeline.motion.distances_at(200.0)
    gaps = sorted(distances[0] - distance for distance in distances)
    hidden = [gap for gap in gaps if gap > 0.55 * shown.plan.metres]
    assert hidden
    ruler = text(shown.rows(200.0, Eye(1.0, 0, 0))[-1])
    letters = len(re.findall("[A-Z]+", ruler))
    # There is no room to say it without covering letters: all that have none are counted.
    assert ruler.startswith(f"◂{len(NAMES) - letters} ")
    assert len(hidden) <= len(NAMES) - letters <= len(hidden) + 1
    alone = text(view("track", 200, 50).rows(20.0, Eye(1.0, 0, 0))[-1])
    assert "more" not in alone


def far_apart(*behind: float, size: tuple[int, int] = (78, 26)) -> FollowView:
    """A field at an even pace over 1500 m, each so many seconds behind the first in the end."""
    runners = [entry(name, 200.0 + i, {700: 700 * (200.0 + i) / 1500}) for i, name in zip(behind, NAMES, strict=False)]
    timeline = Timeline(race(*runners, distance=1500.0))
    look = look_of(DARK)
    return FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, *size)


GAP = 150.0 * 1500 * (1 / 200 - 1 / 209)
"""Metres after 150 seconds between two who are nine apart in the end."""


def test_where_no_letter_is_covered_the_ruler_says_how_far_back_the_others_are() -> None:
    assert text(far_apart(0, 0.3, 9, 10).rows(150.0)[-1]).startswith(f"◂ 2 more, ~{GAP:.0f} m back ")


def test_of_one_man_alone_the_ruler_says_how_far_the_next_is_and_who() -> None:
    assert text(far_apart(0, 9, 10).rows(150.0)[-1]).startswith(f"◂ ~{GAP:.0f} m to BRO Brown, 1 more ─")
    assert text(far_apart(0, 9).rows(150.0)[-1]).startswith(f"◂ ~{GAP:.0f} m to BRO Brown ─")
    assert text(far_apart(0, 9, 10, size=(26, 12)).rows(150.0)[-1]).startswith(f"◂ ~{GAP:.0f} m to BRO ─")


def test_of_one_man_alone_who_is_chosen_the_ruler_says_who_is_next_on_both_sides() -> None:
    shown = far_apart(0, 9, 18, 19, size=(100, 26))
    behind = 150.0 * 1500 * (1 / 209 - 1 / 218)
    ruler = text(shown.rows(150.0, Eye(1.0, 1, 1))[-1])
    assert ruler.startswith(f"◂ ~{behind:.0f} m to COL Cole, 1 more ─")
    assert ruler.endswith(f"─ ~{GAP:.0f} m to ABE Abel ▸")


def test_behind_one_man_who_is_home_the_ruler_counts_from_the_line() -> None:
    shown = far_apart(0, 9, 10)
    ruler = text(shown.rows(203.0)[-1])
    left = 1500 - (shown.timeline.motion.distance_at(1, 203.0) or 0.0)
    assert ruler.startswith(f"◂ BRO Brown ~{left:.0f} m to go, 1 more ")


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


def test_the_headline_keeps_the_clock_how_far_it_is_and_the_leader() -> None:
    timeline = Timeline(RACES["track"])
    look = look_of(DARK)
    line = text(headline(timeline, timeline.top(170.0, 2), cast_of(timeline.race, look), look, 90))
    assert len(line) == 90
    assert "2:50.0" in line
    assert "309 m to go" in line
    assert "LAST LAP" not in line, "the title says so"
    assert "Abel" in line
    assert "Abel" not in text(headline(timeline, timeline.top(0.0, 2), cast_of(timeline.race, look), look, 90))


def test_two_who_are_level_close_up_are_level_and_nobody_leads() -> None:
    pair = race(entry("Ann Ash", 200.0, {800: 106.0}), entry("Bea Birch", 200.01, {800: 106.0}))
    look = look_of(DARK)
    timeline = Timeline(pair)
    line = text(headline(timeline, timeline.top(150.0, 2), cast_of(pair, look), look, 90, (0, 1)))
    assert "ASH and BIR level" in line or "BIR and ASH level" in line
    assert "leads" not in line


@pytest.mark.parametrize("size", [(120, 12), (160, 40)])
def test_at_the_start_names_stand_above_the_line_and_not_over_figures(size: tuple[int, int]) -> None:
    shown = view("track", *size)
    rows = shown.rows(0.2)
    cast, above = shown.cast, plain(rows[: shown.plan.kerb])
    lettered = {text for row in rows[:-1] for text, ink in row if ink in cast.chips}
    there = zip(cast.names, cast.codes, cast.tags, strict=True)
    behind = [tag for name, code, tag in there if not (name in above or code in above or tag in lettered)]
    assert len(behind) <= 2, plain(rows)  # whose heads and chests are not seen
    assert set(behind) <= set(text(rows[-1]))
    assert not any(name in plain(rows[shown.plan.kerb :]) for name in NAMES)


@pytest.mark.parametrize("kind", ["lanes", "staggered", "one lap"])
@together("size", [(78, 16), (114, 22), (114, 34), (200, 15), (200, 50)])
def test_in_lanes_everybody_in_view_is_named_however_few_rows_there_are(kind: str, size: tuple[int, int]) -> None:
    shown = view(kind, *size)
    for t in (0.0, 3.0):
        rows = shown.rows(t)
        seen = [runner.entry for runner in shown.seen_at(t, Eye(near=1.0))]
        told = plain(rows[1:-1])
        chips = {shown.cast.chips[at]: at for at in seen}
        lettered = {chips[ink] for row in rows[1:-1] for text, ink in row if text in shown.cast.tags and ink in chips}
        called = {at for at in seen if shown.cast.names[at] in told or shown.cast.codes[at] in told}
        behind = set(seen) - called - lettered  # whose chests are not seen
        assert len(behind) <= 1, plain(rows)


def test_while_nobody_knows_the_order_the_ruler_has_no_metres() -> None:
    """Who was a straight behind by lot was `~190 m back`."""
    shown = view("track", 40, 26)
    state = shown.timeline.top(205.0, 90)
    told = [text(shown.rows(205.0, told=state._replace(order_known=known))[-1]) for known in (True, False)]
    assert [bool(re.search(r"\d\.\d| m\b", ruler)) for ruler in told] == [True, False], told
    assert told[1].startswith("◂8 "), told


@pytest.mark.parametrize("width", [40, 54, 78, 120, 200])
def test_the_ruler_has_three_letters_where_the_metres_beside_them_have_room_too(width: int) -> None:
    shown = view("track", width, 26)
    ruler = text(shown.rows(205.0)[-1])
    tags = [found[0] for found in re.finditer(r"(?<![\w<])[A-Z]{1,3}(?!\w)", ruler)]
    assert tags
    if width >= 120:
        assert any(len(tag) == 3 for tag in tags), ruler
    for beside in re.finditer(r"[A-Z]([─-]+)[A-Z]", ruler):
        assert len(beside[1]) < 8, ruler
