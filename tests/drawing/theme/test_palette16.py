"""Pictures for terminals of sixteen colours, by the numbers that Rich sends."""

from collections import Counter

import pytest
from rich.color import Color, ColorSystem

from replay.cells.ansi import codes_of
from replay.cells.depth import Depth
from replay.cells.ink import Ink, letter_on
from replay.cells.rows import over
from replay.drawing.course.stadium import paint
from replay.drawing.theme.known import KNOWN
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK, LIGHT, Theme
from replay.drawing.theme.palette16 import DARK_16, LIGHT_16, in_16_colours
from replay.drawing.theme.runners import runner_colours
from replay.files.formats import read_race
from replay.race.track import INDOOR_STRAIGHT, Oval
from tests.builders import entry, race
from tests.drawing.pictures import SIZES
from tests.drawing.pictures import TRACKS as PICTURED
from tests.places import RACES

TRACKS = [Oval(1500.0), Oval(1500.0, 200.0, INDOOR_STRAIGHT, 6, 1.0)]
WHICH = pytest.mark.parametrize("theme", [DARK_16, LIGHT_16], ids=lambda theme: theme.name)


def sent(colour: int) -> int | None:
    return Color.from_rgb(colour >> 16, colour >> 8 & 255, colour & 255).downgrade(ColorSystem.STANDARD).number


@WHICH
def test_no_runner_has_the_colour_of_what_is_run_on_or_written_on(theme: Theme) -> None:
    grounds = {
        *theme.grass, *theme.floor, *theme.indoor_bank, theme.surface, theme.surface_line, theme.indoor, theme.road,
        theme.indoor_line, theme.kerb, theme.rim, theme.board, theme.board_edge, theme.board_indoor, theme.apron,
        theme.road_edge, theme.panel, theme.background,
    }  # fmt: skip
    assert {sent(colour) for colour in runner_colours(30, theme)}.isdisjoint({sent(colour) for colour in grounds})


@WHICH
@pytest.mark.parametrize("track", TRACKS, ids=["outdoor", "indoor"])
def test_a_track_is_painted_in_no_colour_of_a_runner_but_start_and_finish(theme: Theme, track: Oval) -> None:
    rows = paint(track, 76, 28, theme).rows
    used = {sent(colour) for row in rows for _, ink in row for colour in (ink.fg, ink.bg) if colour is not None}
    lines = {sent(theme.start), sent(theme.finish), sent(theme.board_text)}
    assert not (used - lines) & {sent(colour) for colour in runner_colours(30, theme)}


@WHICH
def test_the_colours_of_a_theme_are_sent_as_they_are_meant(theme: Theme) -> None:
    sixteen = [0, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA]
    sixteen += [0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF]
    colours = [value for value in theme if isinstance(value, int) and not isinstance(value, bool)]
    assert set(colours) <= set(sixteen)
    assert [sent(colour) for colour in sixteen] == list(range(16))


@WHICH
def test_a_letter_is_black_or_white_on_its_chip_and_never_made_grey_by_bold(theme: Theme) -> None:
    for colour in runner_colours(30, theme):
        ink = Ink(fg=letter_on(colour), bg=colour, bold=True)
        assert sent(letter_on(colour)) in (0, 15)
        if sent(letter_on(colour)) == 0:
            assert codes_of(ink, Depth.SIXTEEN)[0] == ""
            assert codes_of(ink, Depth.TRUE)[0] == "1"


def test_a_theme_keeps_its_side() -> None:
    assert in_16_colours(DARK) is DARK_16
    assert in_16_colours(LIGHT) is LIGHT_16


@WHICH
def test_what_is_written_on_a_scoreboard_stands_on_its_colour(theme: Theme) -> None:
    for track in PICTURED.values():
        for size in (*SIZES, (138, 43)):
            stadium = paint(track, *size, theme)
            room = stadium.infield
            written = over(stadium.rows[room.y + room.height // 2], [(room.x + room.width // 2, "0:05", Ink(fg=1))])
            assert [ink.bg for text, ink in written if text == "0:05"] in ([theme.board], [theme.board_indoor])


@WHICH
def test_those_whom_the_library_knows_best_have_a_colour_each_in_every_race(theme: Theme) -> None:
    for path in sorted(RACES.glob("*.yaml")):
        field = read_race(path)[0]
        colours = dict(zip([who.name for who in field.entries], cast_of(field, look_of(theme)).colours, strict=True))
        best = [colours[name] for name in KNOWN if name in colours][:5]
        assert len(set(best)) == len(best), path.stem


@WHICH
def test_a_small_field_has_a_colour_each(theme: Theme) -> None:
    colours = len(set(runner_colours(30, theme)))
    for many in range(2, 2 * colours + 1):
        field = race(*(entry(f"Runner {number}", 220.0 + number, nation="USA") for number in range(many)))
        given = cast_of(field, look_of(theme)).colours
        assert len(set(given)) == min(many, colours)
        assert max(given.count(colour) for colour in given) <= (many - 1) // colours + 1


@WHICH
def test_who_shares_a_colour_of_sixteen_with_another_has_a_chip_the_other_way_round(theme: Theme) -> None:
    colours = len(set(runner_colours(30, theme)))
    for many in range(2, 2 * colours + 1):
        field = race(*(entry(f"Runner {number}", 220.0 + number, nation="USA") for number in range(many)))
        cast = cast_of(field, look_of(theme))
        assert len(set(cast.chips)) == many
        for chip in cast.chips:
            assert {sent(ink) for ink in (chip.fg, chip.bg) if ink is not None} & {0, 15}
    for path in sorted(RACES.glob("*.yaml")):
        cast = cast_of(read_race(path)[0], look_of(theme))
        assert max(Counter(cast.chips).values()) <= -(-len(cast.chips) // (2 * colours)), path.stem
