"""Palettes for other eyes: what they are for holds, in every theme and for as many colours as a terminal has."""

import itertools

import pytest

from replay.cells.depth import Depth
from replay.cells.ink import contrast, difference, letter_on
from replay.drawing.theme.known import KNOWN
from replay.drawing.theme.palette import Theme
from replay.drawing.theme.palettes import in_palette
from replay.drawing.theme.runners import known_colour, runner_colours
from replay.drawing.theme.themes import theme_of
from replay.files.preferences import PALETTES
from tests.drawing.theme.eyes import VISIONS, seen_with
from tests.drawing.theme.test_palette256 import XTERM
from tests.together import together

DEEP = (Depth.TRUE, Depth.EIGHT_BIT)


def themes(palette: str) -> list[Theme]:
    return [theme_of(light, depth, palette) for light in (False, True) for depth in DEEP]


def each(palette: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("theme", themes(palette), ids=["dark", "dark 256", "light", "light 256"])


def apart(a: int, b: int) -> float:
    """How far apart two colours are to those eyes that tell them least."""
    return min(difference(a, b), *(difference(seen_with(a, eyes), seen_with(b, eyes)) for eyes in VISIONS))


@together("palette", PALETTES)
def test_there_is_each_palette_that_can_be_set(palette: str) -> None:
    assert {theme.palette for theme in themes(palette)} == {palette}
    for light in (False, True):
        assert theme_of(light, Depth.SIXTEEN, palette) is theme_of(light, Depth.SIXTEEN)


@each("colour-blind")
def test_the_colour_blind_tell_track_from_grass_and_good_from_bad(theme: Theme) -> None:
    assert all(apart(theme.surface, grass) >= 0.06 for grass in theme.grass)
    assert apart(theme.good, theme.bad) >= 0.1
    assert apart(theme.board_good, theme.board_bad) >= 0.1


@each("colour-blind")
def test_the_colour_blind_tell_runners_from_each_other_and_from_the_track(theme: Theme) -> None:
    first = 0.10 if not theme.truecolour else 0.135 if theme.name == "dark" else 0.11
    least = 0.055 if theme.truecolour else 0.05
    colours = runner_colours(20, theme)
    assert all(apart(a, b) >= least for a, b in itertools.combinations(colours, 2))
    assert all(apart(a, b) >= first for a, b in itertools.combinations(colours[:8], 2))
    for colour in colours:
        assert contrast(colour, theme.panel) >= 4.5
        assert contrast(colour, letter_on(colour)) >= 4.5
        assert all(difference(colour, track) >= 0.1 for track in (theme.surface, theme.surface_line, theme.road))


@each("colour-blind")
def test_those_who_are_in_most_races_have_the_colours_that_are_furthest_apart(theme: Theme) -> None:
    most = [known_colour(known.colour, theme) for known in list(KNOWN.values())[:8]]
    assert set(most) == set(runner_colours(8, theme))
    assert len({known_colour(place, theme) for place in range(20)}) == 20


@each("contrast")
def test_with_contrast_everything_that_is_read_stands_out(theme: Theme) -> None:
    for ink in (theme.text, theme.muted, theme.accent, theme.good, theme.bad, theme.estimated):
        assert contrast(ink, theme.panel) >= 7
        assert contrast(ink, theme.background) >= 7
    for ink in (theme.text, theme.muted, theme.accent):
        assert contrast(ink, theme.panel_raised) >= 7
    assert contrast(theme.board_text, theme.board) >= 15
    assert contrast(theme.border, theme.panel) >= 3


@together("palette", PALETTES)
def test_for_256_colours_a_palette_has_no_others(palette: str) -> None:
    for theme in themes(palette)[1::2]:
        inks = {value for value in theme if type(value) is int}
        rows = {colour for value in theme if isinstance(value, tuple) for colour in value}
        assert inks | rows | set(runner_colours(21, theme)) <= XTERM


@together("depth", [Depth.TRUE, Depth.EIGHT_BIT, Depth.SIXTEEN])
@together("light", [False, True])
def test_the_ground_of_the_crowd_is_nowhere_else_in_a_stadium(light: bool, depth: Depth) -> None:
    """People are strewn on its colour: on an infield that had it they would sit on the scoreboard."""
    theme = theme_of(light, depth)
    inside = {theme.surface, theme.indoor, *theme.indoor_bank, *theme.grass, *theme.floor, theme.kerb, theme.rim}
    assert not inside & set(theme.stands)
    assert theme.crowd not in theme.stands


@together("palette", PALETTES)
def test_the_sixteen_colours_of_a_terminal_stay_as_they_are(palette: str) -> None:
    for light in (False, True):
        sixteen = theme_of(light, Depth.SIXTEEN, palette)
        assert sixteen.sixteen
        assert in_palette(sixteen, palette) is sixteen
