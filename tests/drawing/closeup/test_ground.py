"""What stands in the way close up: hurdles, barriers, water."""

import pytest

from replay.drawing.closeup.follow import REACH
from replay.drawing.theme.palette import DARK
from replay.drawing.view import Eye
from replay.race.race import When, WhenKind
from replay.race.track import Oval
from tests.drawing.closeup.fields import text, view

WET = next(metres for metres, wet in Oval(3000.0, steeplechase=True).race_jumps() if wet)


def lifts(kind: str, at: float) -> dict[float, int]:
    """How high everybody in view is, by metres run, when the first has come so far."""
    shown = view(kind, 138, 42)
    t = shown.timeline.time_of(When(WhenKind.DISTANCE, at))
    return {runner.seen.metres: runner.lift for runner in shown.seen_at(t, Eye(1.0))}


@pytest.mark.parametrize(("kind", "jump"), [("hurdles", 13.72), ("steeplechase", WET)])
def test_who_is_over_a_jump_is_off_the_ground_and_nobody_else(kind: str, jump: float) -> None:
    over = lifts(kind, jump)
    first = max(over)
    assert over[first] == max(over.values()) > 1
    assert all((lift == 0) for metres, lift in over.items() if abs(metres - jump) > REACH)
    assert not any(lifts(kind, jump - 3.0).values())


def test_there_is_water_behind_the_barrier_of_a_water_jump_and_it_is_named() -> None:
    shown = view("steeplechase", 138, 42)
    rows = shown.rows(shown.timeline.time_of(When(WhenKind.DISTANCE, WET - 2.0)))
    assert "water jump" in "\n".join(map(text, rows))
    blue = [len(piece) for row in rows for piece, ink in row if ink.bg == DARK.water]
    assert len(blue) >= 4
    dry = shown.rows(shown.timeline.time_of(When(WhenKind.DISTANCE, WET + 78.0)))
    assert "barrier" in "\n".join(map(text, dry))
    assert not any(ink.bg == DARK.water for row in dry for _, ink in row)


def test_each_lane_of_a_lap_has_its_hurdles_where_its_runner_meets_them() -> None:
    shown = view("lap over hurdles", 138, 42)
    over = lifts("lap over hurdles", 80.0)
    assert len(set(over.values())) == 1  # level in their lanes, all are over the second hurdle at once
    assert min(over.values()) > 1
    picture = shown.rows(shown.timeline.time_of(When(WhenKind.DISTANCE, 78.0)))
    columns = [min(map(line.find, set("▌▐") & set(line))) for row in picture if set("▌▐") & set(line := text(row))]
    assert len(set(columns)) > 4
