"""The overlay of the stadium: letters where the pack is dense, three where it leaves room, and outlines."""

import itertools

from replay.cells.ink import Ink, contrast, letter_on
from replay.drawing.course.stadium import paint
from replay.drawing.stadium.chip import Chip
from replay.drawing.stadium.chips import settle
from replay.drawing.stadium.overlay import is_outlined, lay, roomy_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.race.track import Oval
from tests.drawing.stadium.test_names import named

LOOK = look_of(DARK)
RED = 0xFF0F1E


def test_the_overlay_is_sorted_without_overlap_and_the_same_every_time() -> None:
    stadium = paint(Oval(1500.0), 80, 28, DARK)
    chips = named(stadium, [300.0, 301.0, 305.0, 309.0, 330.0, 700.0])
    over = lay(stadium, chips, LOOK)
    assert over == lay(stadium, chips, LOOK)
    assert sum(piece in "ABCDEF" for cells in over.values() for _, piece, _ in cells) == 6
    for cells in over.values():
        for (x, piece, _), (after, _, _) in itertools.pairwise(cells):
            assert x + len(piece) <= after


def test_a_chip_is_a_bold_letter_on_the_colour_of_the_runner() -> None:
    stadium = paint(Oval(1500.0), 80, 28, DARK)
    x, y = stadium.cell(500.0, 0.0)
    over = lay(stadium, [Chip(x, y, "K", 0xFFFF54)], LOOK)
    assert over == {int(y): ((int(x), "K", Ink(letter_on(0xFFFF54), 0xFFFF54, bold=True)),)}


def test_who_is_alone_has_three_letters_and_who_is_in_a_pack_has_one() -> None:
    stadium = paint(Oval(1500.0), 80, 28, DARK)
    chips = named(stadium, [*(300.0 - at / 2 for at in range(14)), 340.0])
    settled = settle(chips, stadium)
    roomy = roomy_of(settled, stadium)
    assert roomy.pop(14) == -1
    assert not roomy
    written = {text for cells in lay(stadium, chips, LOOK, settled.ways, {14: -1}).values() for _, text, _ in cells}
    assert {"A", "B", "N", "OOO"} <= written


def test_where_there_is_room_no_three_letters_are_right_beside_each_other_like_a_code() -> None:
    stadium = paint(Oval(1500.0), 80, 28, DARK)
    for along in range(100, 1500, 11):
        chips = named(stadium, [along - 1.5 * at for at in range(7)])
        taken = settle(chips, stadium).taken
        assert len(taken) == 7
        assert not any((x + 1, y) in taken and (x + 2, y) in taken for x, y in taken)


def test_three_letters_are_on_the_course_and_cover_nobody() -> None:
    stadium = paint(Oval(1500.0), 58, 22, DARK)
    for along in range(100, 1500, 9):
        chips = named(stadium, [float(along), along - 1.0, along - 12.0, along - 30.0])
        wide = dict.fromkeys(range(along % 4))
        settled = settle(chips, stadium, wide=wide)
        over = lay(stadium, chips, LOOK, settled.ways, settled.offs | roomy_of(settled, stadium))
        cells = [(x + at, y) for y, row in over.items() for x, text, _ in row for at in range(len(text))]
        assert len(cells) == len(set(cells))
        assert not any(stadium.infield.holds(*cell) or cell in stadium.words for cell in cells)
        for row in over.values():
            ends = [(x, x + len(text), len(text)) for x, text, _ in row if text.isalpha()]
            assert not [1 for (_, end, a), (x, _, b) in itertools.pairwise(ends) if end == x and max(a, b) > 1], (
                "a word"
            )


def test_of_those_who_touch_where_no_colours_part_them_every_other_one_is_reversed() -> None:
    stadium = paint(Oval(1500.0), 80, 28, DARK)
    painted, plain = look_of(DARK), look_of(DARK, coloured=False)
    for look, colours, parted in (
        (plain, (1, 2, 3), 1),
        (painted, (1, 2, 3), 0),
        (painted, (1, 1, 3), 1),
        (painted, (1, 1, 1), 1),
    ):
        x, y = (int(part) for part in stadium.cell(500.0, 0.0))
        chips = [Chip(x + at + 0.5, y + 0.5, "ABC"[at], colours[at], entry=at, in_lane=True) for at in range(3)]
        inks = [
            ink
            for row in lay(stadium, chips, look).values()
            for text, _, ink in [(t, x, i) for x, t, i in row]
            if text in "ABC"
        ]
        assert len(inks) == 3
        assert sum(ink.reverse for ink in inks) == parted


def test_who_does_not_stand_off_the_track_has_an_outline_that_does() -> None:
    assert is_outlined(RED, DARK)
    assert not is_outlined(0xFFFFFF, DARK)
    stadium = paint(Oval(1500.0), 80, 28, DARK)
    x, y = stadium.cell(500.0, 0.0)
    over = lay(stadium, [Chip(x, y, "K", RED)], LOOK)
    (row,) = over.values()
    assert [text for _, text, _ in row] == ["▕", "K", "▏"]
    for _, text, ink in row:
        if text != "K":
            assert ink.fg is not None
            assert contrast(ink.fg, DARK.surface) >= 3.0
