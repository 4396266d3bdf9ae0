"""What a line across the track is called at its foot."""

from replay.cells.ink import Ink
from replay.cells.rows import plain
from replay.drawing.closeup.tagged import tagged
from tests.miles import LOOK
from tests.together import together


@together(
    ("foot", "x", "told"),
    [
        ("      1500 m     1510 m", 9, "        WR       1510 m"),
        ("      1500 m     1510 m", 1, " WR   1500 m     1510 m"),
        ("      42.19 km  FINISH ", 18, "      42.19 km  FINISH "),
        ("  bell: last lap       ", 17, "  bell: last lap WR    "),
        ("    bell: last lap     ", 3, " WR bell: last lap     "),
        ("  bell: last lap       ", 9, "  bell: last lap       "),
        ("      1500 m     1510 m", 40, "      1500 m     1510 m"),
    ],
)
def test_the_tag_of_a_line_takes_the_place_of_a_distance_and_of_nothing_else(foot: str, x: int, told: str) -> None:
    assert plain([tagged(((foot, Ink()),), x, "WR", 0x00FF00, LOOK)]).rstrip() == told.rstrip()
