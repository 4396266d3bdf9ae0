"""Frames of races of all kinds at odd sizes: none raises, and each is of the size and the letters that were asked."""

from tests.depth import often
from tests.hostile.painting import Painter


def test_every_race_can_be_drawn_at_any_moment_in_any_size_look_and_view() -> None:
    painter = Painter()
    for seed in range(often(25)):
        painter.race(seed)
    assert not painter.told, "\n".join(painter.told)
    assert painter.counted["frames"]
