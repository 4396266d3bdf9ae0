"""The scale of the chart of gaps."""

import math

import pytest

from replay.drawing.panels.gap_scale import Scale, held


@pytest.mark.parametrize(
    ("gaps", "most"),
    [
        ((), 0.0),
        ((0.0,), 0.0),
        ((0.0, 90.0), 90.0),  # the first three, however far they are apart
        ((0.0, 80.0, 300.0), 300.0),
        ((0.0, 4.8, 5.1, 8.0, 12.0, 20.0, 110.0, 374.0), 20.0),  # two far behind, of eight
        ((0.0, 1.0, 1.5, 7.0), 7.0),  # nobody is dropped over a few metres
        ((0.0, 100.0, 101.0, 102.0, 103.0, 104.0), 104.0),  # one away, and the pack
        ((0.0, 1.0, 2.0, 3.0, 60.0, 61.0, 62.0, 63.0), 63.0),  # as many behind as in front
        ((0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0), 70.0),  # strung out
    ],
)
def test_the_scale_holds_the_first_three_and_the_pack(gaps: tuple[float, ...], most: float) -> None:
    assert held(gaps) == most


def test_the_scale_grows_only_and_holds_who_is_asked_for() -> None:
    gaps = [
        [0.0, 2.0, 3.0, 4.0, 9.0],
        [0.0, 6.0, 7.0, 8.0, 90.0],
        [0.0, 1.0, 2.0, 3.0, 180.0],
        [0.0, 1.0, *[math.nan] * 3],
    ]
    scale, chosen, ghost = Scale(gaps), Scale(gaps, asked=[4]), Scale(gaps, ghosts=[3])
    assert [scale.upto(past) for past in range(5)] == [5, 10, 10, 10, 10]
    assert [chosen.upto(past) for past in range(5)] == [5, 10, 100, 200, 200]
    assert ghost.upto(4) == 10
    assert scale.upto(0) == 5
