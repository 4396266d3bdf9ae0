"""What is painted on an oval besides its lanes."""

import re

import pytest

from replay.cells.ink import Row
from replay.drawing.course.stadium import paint
from replay.drawing.theme.palette import DARK
from replay.race.track import INDOOR_STRAIGHT, Oval, track_of
from tests.builders import entry, race
from tests.drawing.pictures import text

LAP = race(*(entry(f"Runner {lane}", 50.0, lane=lane) for lane in range(1, 9)), distance=400.0, event="400m hurdles")


def cells(rows: tuple[Row, ...]) -> list[tuple[str, object]]:
    return [(character, ink) for row in rows for part, ink in row for character in part]


def test_a_lap_over_hurdles_has_ten_in_each_lane_from_the_stands_too() -> None:
    hurdled, flat = track_of(LAP), Oval(400.0)
    assert isinstance(hurdled, Oval)
    assert len(hurdled.hurdles) == 10
    with_them, without = paint(hurdled, 138, 40, DARK), paint(flat, 138, 40, DARK)
    there, before = cells(with_them.rows), cells(without.rows)
    changed = [at for at, cell in enumerate(there) if cell != before[at]]
    assert len(changed) >= 40
    assert with_them.infield == without.infield
    for lane in (1, 8):
        for metres in hurdled.hurdles:
            out = (lane - 0.5) * hurdled.lane_width - 0.3
            x, y = with_them.cell(hurdled.along(metres, lane), out)
            near = {138 * (int(y) + up) + int(x) + on for up in (-1, 0, 1) for on in (-1, 0, 1)}
            assert near & set(changed)


def test_in_plain_characters_they_are_crosses() -> None:
    crosses = [character for character, _ in cells(paint(track_of(LAP), 76, 25, DARK, ascii=True).rows)]
    assert crosses.count("x") >= 20
    assert "x" not in [character for character, _ in cells(paint(Oval(400.0), 76, 25, DARK, ascii=True).rows)]


@pytest.mark.parametrize("size", [(74, 24), (138, 37), (238, 68)])
@pytest.mark.parametrize("lap", [200.0, 400.0])
def test_nobody_sits_against_a_word(size: tuple[int, int], lap: float) -> None:
    track = Oval(1500.0) if lap == 400.0 else Oval(1500.0, 200.0, INDOOR_STRAIGHT, 6, 1.0)
    for row in map(text, paint(track, *size, DARK).rows):
        assert not re.search(r"[\u2801-\u28ff]\w|\w[\u2801-\u28ff]", row)
