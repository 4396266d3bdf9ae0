"""A record's even pace across the track, and its letters."""

import pytest

from replay.cells.ink import Ink
from replay.drawing.course.stadium import paint
from replay.drawing.stadium.paceline import berths, ends_of, line, tagged
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.race.track import Oval

STADIUM = paint(Oval(1500.0), 80, 28, DARK)
INK = Ink(DARK.good, DARK.panel, bold=True)


@pytest.mark.parametrize("along", [250.0, 350.0, 470.0])
def test_a_line_across_the_track_has_its_letters_beside_it_and_none_where_others_stand(along: float) -> None:
    drawn = line(STADIUM, ends_of(STADIUM, along), DARK.good, look_of(DARK))
    assert {text for texts in drawn.values() for _, text, _ in texts} <= {"┃", "━"}
    places = berths(STADIUM, along, 2)
    layer = tagged(drawn, places, "WR", INK)
    ((y, x),) = ((y, x) for y, texts in layer.items() for x, text, _ in texts if text == "WR")
    assert not any(x <= at < x + 2 for at, text, _ in drawn.get(y, ()))
    full = {row: [(0, "·" * STADIUM.width, INK)] for row in range(STADIUM.height)}
    assert tagged(full, places, "WR", INK) == full
    one = {**drawn, y: sorted((*drawn.get(y, ()), (x + 1, "K", INK)))}
    assert (x, "WR", INK) not in tagged(one, places, "WR", INK)[y]
