"""The themes in 256 colours."""

import itertools
import math

import pytest

from replay.cells.ink import contrast, difference, oklab
from replay.drawing.course.stadium import paint
from replay.drawing.theme.palette import Theme
from replay.drawing.theme.palette256 import DARK_256, LIGHT_256, in_256_colours
from replay.drawing.theme.runners import runner_colours
from tests.drawing.pictures import TRACKS
from tests.drawing.theme.eyes import VISIONS, seen_with
from tests.together import together

XTERM = {
    red << 16 | green << 8 | blue for red, green, blue in itertools.product((0, 95, 135, 175, 215, 255), repeat=3)
} | {grey << 16 | grey << 8 | grey for grey in range(8, 248, 10)}
"""The colours 16 to 255 of a terminal of 256 colours: a cube and a ramp of greys."""


@together("theme", [DARK_256, LIGHT_256])
@together("name", TRACKS)
def test_a_picture_for_256_colours_has_no_others(theme: Theme, name: str) -> None:
    stadium = paint(TRACKS[name], 80, 28, theme)
    used = {colour for row in stadium.rows for _, ink in row for colour in (ink.fg, ink.bg)}
    assert used - {None} <= XTERM
    assert set(runner_colours(21, theme)) <= XTERM


@pytest.mark.parametrize("theme", [DARK_256, LIGHT_256], ids=lambda theme: theme.name)
def test_runners_differ_in_256_colours_too(theme: Theme) -> None:
    colours = runner_colours(20, theme)
    assert len(set(colours)) == 20
    for a, b in itertools.combinations(colours, 2):
        for vision in VISIONS:
            assert difference(seen_with(a, vision), seen_with(b, vision)) >= 0.04
    for colour, surface in itertools.product(colours, (theme.surface, theme.surface_line, theme.indoor, theme.road)):
        assert difference(colour, surface) >= 0.1
    assert in_256_colours(theme) is theme


@pytest.mark.parametrize("theme", [DARK_256, LIGHT_256], ids=lambda theme: theme.name)
def test_a_board_of_256_colours_has_a_hue_and_its_words_can_be_read(theme: Theme) -> None:
    for board in (theme.board, theme.board_indoor):
        _, *hue = oklab(board)
        assert math.hypot(*hue) >= 0.08, f"{board:06x} is grey"
        inks = theme.board_text, theme.board_muted, theme.board_accent, theme.board_good, theme.board_bad
        assert min(contrast(ink, board) for ink in inks) >= 4.5


@pytest.mark.parametrize("theme", [DARK_256, LIGHT_256], ids=lambda theme: theme.name)
def test_a_line_on_the_track_is_seen_in_256_colours_too(theme: Theme) -> None:
    for ground, share in itertools.product((theme.surface, theme.indoor, theme.road), (0.45, 0.6)):
        line = theme.blend(ground, theme.start, share)
        assert line in XTERM
        assert difference(line, ground) >= 0.08, f"{line:06x} on {ground:06x}"
