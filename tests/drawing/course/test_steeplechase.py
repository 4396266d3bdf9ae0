"""The barriers and the water jump of a steeplechase."""

from dataclasses import replace

import pytest

from replay.drawing.course.stadium import paint
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK, LIGHT, Theme
from replay.drawing.theme.palette256 import DARK_256, LIGHT_256
from replay.race.race import Course, Surface
from replay.race.track import Oval, track_of
from replay.state.timeline import Timeline
from replay.viewing.stage import Stage
from tests.builders import entry, race
from tests.together import together

CHASE = Oval(3000.0, steeplechase=True)


@together(
    ("words", "jumps"),
    [
        ({"event": "3000m steeplechase"}, 5),
        ({"event": "3000m sc"}, 5),
        ({"event": "2000 m SC"}, 5),
        ({"title": "3000 Metres Steeplechase Men - Final"}, 5),
        ({"event": "3000m", "title": "Before the steeplechase"}, 0),
        ({"event": "3000m"}, 0),
    ],
)
def test_a_steeplechase_is_known_by_its_event_or_else_its_title(words: dict[str, str], jumps: int) -> None:
    track = track_of(replace(race(entry("A", 500.0), distance=3000.0), **words))  # type: ignore[arg-type]
    assert isinstance(track, Oval)
    assert len(track.jumps) == jumps


def test_nobody_jumps_indoors() -> None:
    track = track_of(race(entry("A", 500.0), distance=2000.0, event="2000m sc", course=Course(Surface.INDOOR)))
    assert isinstance(track, Oval)
    assert track.jumps == ()


@pytest.mark.parametrize(("distance", "dry", "wet"), [(3000.0, 28, 7), (2000.0, 18, 5)])
def test_there_are_as_many_jumps_as_the_rules_ask_for(distance: float, dry: int, wet: int) -> None:
    jumps = Oval(distance, steeplechase=True).race_jumps()
    assert (sum(not water for _, water in jumps), sum(water for _, water in jumps)) == (dry, wet)
    assert [metres for metres, _ in jumps] == sorted(metres for metres, _ in jumps)
    assert all(0 < metres < distance for metres, _ in jumps)


def test_jumps_are_evenly_spread_and_the_fourth_is_half_round_the_second_bend() -> None:
    gaps = {round(b - a, 6) for a, b in zip(CHASE.jumps, CHASE.jumps[1:], strict=False)}
    assert gaps == {80.0}
    x, y = CHASE.point(CHASE.distance + CHASE.jumps[3], 0.0)
    assert x < -CHASE.straight / 2
    assert y == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize("size", [(50, 14), (76, 25), (138, 36)])
@pytest.mark.parametrize("theme", [DARK, LIGHT, DARK_256, LIGHT_256], ids=["dark", "light", "dark 256", "light 256"])
def test_the_water_is_seen_inside_the_second_bend_and_nobody_runs_through_it(
    size: tuple[int, int], theme: Theme
) -> None:
    plain, chase = (paint(Oval(3000.0, steeplechase=over), *size, theme) for over in (False, True))
    changed = {
        (x, y)
        for y in range(size[1])
        for x in range(size[0])
        if plain.background(x, y) != chase.background(x, y) and 4 * x < size[0] and abs(2 * y - size[1]) < size[1] / 3
    }
    assert len(changed) >= 3
    run = {chase.cell(metres, out) for metres in range(400) for out in (0.0, 1.0, 3.0)}
    wet = {
        (x, y)
        for y, row in enumerate(chase.rows)
        for x, character in enumerate("".join(piece for piece, _ in row))
        if character == "~"
    }
    assert wet
    assert not wet & {(int(x), int(y)) for x, y in run}
    assert chase.infield == plain.infield


def test_in_plain_characters_barriers_are_crosses_and_the_water_has_ripples() -> None:
    rows = paint(CHASE, 76, 25, DARK, ascii=True).rows
    text = ["".join(piece for piece, _ in row) for row in rows]
    assert sum(row.count("x") for row in text) >= 5
    assert any("~" in row[:12] for row in text[8:16])
    assert not any("x" in "".join(piece for piece, _ in row) for row in paint(Oval(3000.0), 76, 25, DARK, True).rows)


def test_close_up_the_jumps_come_by_with_their_names() -> None:
    field = race(entry("A", 500.0), entry("B", 505.0), distance=3000.0, event="3000m sc")
    stage = Stage(Timeline(field), look_of(DARK))
    view = stage.follow(100, 24)
    for name, into_water in (("water jump", True), ("barrier", False)):
        at = next(metres for metres, water in CHASE.race_jumps() if water is into_water)
        times = [(at - ahead) * 500.0 / 3000.0 for ahead in range(-20, 20, 2)]
        shown = ["".join(piece for row in view.rows(t) for piece, _ in row) for t in times]
        assert any(name in picture for picture in shown)
