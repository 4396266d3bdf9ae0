"""The order that is drawn while nothing is known of it."""

import pytest

from replay.reconstruction.lots import draw_lots
from tests.builders import entry, race

FIELD = [entry(name, 210.0 + 2 * k) for k, name in enumerate(("Ann", "Bea", "Cat", "Dot"))]


def test_lots_are_drawn_by_lane_where_there_are_lanes_and_never_by_the_place_in_the_file() -> None:
    lanes = race(*(entry(name, 105.0 + k, lane=8 - k) for k, name in enumerate("ABCDEFGH")), distance=800.0)
    lots = draw_lots(lanes, range(8))
    assert sorted(lots, key=lambda index: lots[index]) == [7, 6, 5, 4, 3, 2, 1, 0]
    assert sum(lots.values()) == pytest.approx(0.0, abs=1e-9)
    by_name = {FIELD[index].name: lot for index, lot in draw_lots(race(*FIELD), range(4)).items()}
    turned = {FIELD[::-1][index].name: lot for index, lot in draw_lots(race(*FIELD[::-1]), range(4)).items()}
    assert by_name == turned
