"""The runners' colours: told apart by anybody, and seen on every ground."""

import itertools

import pytest

from replay.cells.ink import contrast, difference, letter_on
from replay.drawing.theme.palette import DARK, Theme
from replay.drawing.theme.palette256 import DARK_256, LIGHT_256
from replay.drawing.theme.runners import runner_colours
from tests.drawing.pictures import THEMES
from tests.drawing.theme.eyes import VISIONS, seen_with


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_twenty_runners_can_be_told_apart_with_any_eyes(theme: Theme) -> None:
    colours = runner_colours(20, theme)
    for a, b in itertools.combinations(colours, 2):
        assert difference(a, b) >= 0.06
        for vision in VISIONS:
            assert difference(seen_with(a, vision), seen_with(b, vision)) >= 0.06, (f"{a:06x} {b:06x}", vision)
    for a, b in itertools.combinations(colours[:8], 2):
        for vision in VISIONS:
            assert difference(seen_with(a, vision), seen_with(b, vision)) >= 0.08, (f"{a:06x} {b:06x}", vision)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_runners_stand_off_the_track_and_read_as_text_on_the_panel(theme: Theme) -> None:
    surfaces = (theme.surface, theme.surface_line, theme.indoor, theme.indoor_line, *theme.indoor_bank, theme.road)
    for colour in runner_colours(21, theme):
        assert contrast(colour, theme.panel) >= 4.5
        assert contrast(colour, letter_on(colour)) >= 4.5
        for surface in surfaces:
            assert difference(colour, surface) >= 0.12, (f"{colour:06x}", f"{surface:06x}")


def test_runners_beyond_the_twentieth_are_neutral() -> None:
    colours = runner_colours(30, DARK)
    assert len(colours) == 30
    assert len(set(colours[20:])) == 1
    red, green, blue = colours[25] >> 16, colours[25] >> 8 & 255, colours[25] & 255
    assert max(red, green, blue) - min(red, green, blue) < 30
    assert colours[20] not in colours[:20]


@pytest.mark.parametrize("theme", [*THEMES, DARK_256, LIGHT_256], ids=lambda theme: f"{theme.name} {theme.truecolour}")
def test_a_line_that_matters_less_is_fainter_and_still_seen(theme: Theme) -> None:
    for colour in runner_colours(20, theme):
        faded = theme.faded(colour)
        assert contrast(colour, theme.panel) > contrast(faded, theme.panel) >= 2.4, f"{faded:06x}"
