"""Who of a crowd is a figure, and in which colours everybody else is."""

import pytest

from replay.drawing.closeup.camera import Seen
from replay.drawing.closeup.crowd import CROWD, FIGURES, VESTS, Crowd
from replay.drawing.closeup.follow import FollowView
from replay.drawing.closeup.inview import Runner
from replay.drawing.closeup.paints import PAINTS
from replay.drawing.theme.lineup import cast_of, crowd_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK, LIGHT, Theme
from replay.drawing.theme.palette16 import DARK_16, LIGHT_16
from replay.drawing.theme.palette256 import DARK_256, LIGHT_256
from replay.drawing.view import Eye
from replay.race.race import Course, Surface
from replay.state.packing import Placing
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.drawing.closeup.fields import text

LOOK = look_of(DARK)
FIELD = race(
    *(entry(f"Runner {at}", 1800.0 + 0.2 * at, {5000.0: 900.0 + 0.1 * at}) for at in range(300)),
    distance=10_000.0,
    course=Course(surface=Surface.ROAD),
)
MANY, COLOURED = crowd_of(FIELD, LOOK), cast_of(FIELD, LOOK)
RUNNERS = [Runner(at, 100 - at, 40, at, Seen(0.0, 0.0, 4.0, 60.0), 500.0 - at) for at in range(60)]


def test_of_a_crowd_the_first_are_figures_or_those_nearest_to_the_chosen() -> None:
    crowd = Crowd(MANY, LOOK, 0x505050)
    assert [runner.entry for runner in crowd.figures(RUNNERS, None)] == list(range(FIGURES))
    near = [runner.entry for runner in crowd.figures(RUNNERS, 30)]
    assert 30 in near
    assert len(near) == FIGURES
    assert max(near) - min(near) == FIGURES - 1
    assert crowd.figures(RUNNERS[:FIGURES], None) == RUNNERS[:FIGURES]


def test_where_everybody_has_a_colour_more_are_figures_and_all_keep_theirs() -> None:
    crowd = Crowd(COLOURED._replace(colours=tuple(range(len(COLOURED.colours)))), LOOK, 0x505050)
    assert crowd.figures(RUNNERS[:CROWD], 30) == RUNNERS[:CROWD]
    assert crowd.inks(40, None, figure=False) == ()
    assert crowd.cast(3).colours == tuple(range(300))


@pytest.mark.parametrize("theme", [DARK, LIGHT, DARK_256, LIGHT_256, DARK_16, LIGHT_16])
def test_in_every_depth_of_colour_a_crowd_stands_off_the_road_and_the_road_has_a_kerb(theme: Theme) -> None:
    paint, look = PAINTS[Surface.ROAD](theme), look_of(theme)
    crowd = Crowd(crowd_of(FIELD, look), look, paint.surface)
    assert all(paint.surface not in crowd.inks(at, None, figure=False) for at in range(VESTS))
    assert paint.kerb != paint.surface


def test_the_chosen_of_a_large_field_has_the_colour_that_the_board_has() -> None:
    crowd = Crowd(MANY, LOOK, 0x505050)
    assert crowd.cast(7).colours[7] == DARK.lights
    assert set(crowd.cast(7).colours[:7]) == {MANY.colours[0]}
    assert crowd.cast(None) == MANY
    assert crowd.inks(7, 7, figure=True)[0] == DARK.lights


def test_close_up_a_crowd_fills_the_road_and_the_chosen_is_in_it_by_name() -> None:
    timeline = Timeline(FIELD)
    shown = FollowView(timeline, Placing(timeline), MANY, LOOK, 120, 26)
    rows = shown.rows(1500.0, Eye(1.0, 150, 150))
    road = rows[shown.plan.rail_top + shown.plan.rails : shown.plan.kerb + shown.plan.track]
    colours = {ink.fg for row in road for _, ink in row}
    assert DARK.lights in colours
    crowd = Crowd(MANY, LOOK, shown.ground.surface)
    vests = [crowd.inks(entry, None, figure=False)[0] for entry in range(VESTS)]
    assert len(set(vests)) == VESTS
    assert len(colours & set(vests)) > VESTS // 2
    names = "".join(text(row) for row in rows[1 : shown.plan.kerb])
    assert "Runner 150" in names
    assert names.count("Runner") <= FIGURES
