"""Lines from names to those whose names they are."""

from dataclasses import replace

import pytest

from replay.cells.ink import Ink
from replay.cells.rows import Layer, Overlay, over, plain
from replay.drawing.closeup.camera import Seen
from replay.drawing.closeup.inview import Runner
from replay.drawing.closeup.tethers import heads_of, labels_of, tethers
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import Eye
from tests.builders import entry, race
from tests.drawing.closeup.fields import view
from tests.miles import LOOK

FIELD = race(entry("Ada Ash", 220.0), entry("Bea Birch", 221.0), distance=1500.0)
INK = Ink(0xFFFFFF)
HEAD = "█", INK


def runner(at: int, x: int) -> Runner:
    return Runner(at, 2 * x, 24, at, Seen(100.0, 0.0, 7.0, 15.0), 100.0)


def lines(captions: dict[int, list[Overlay]], heads: dict[int, int], only_ascii: bool = False) -> set[tuple[int, int]]:
    """The cells of lines; `heads` are rows by columns, of one runner each."""
    looked = look_of(DARK, only_ascii)
    layers: list[Layer] = [{} for _ in range(20)]
    for x, y in heads.items():
        layers[y][x] = HEAD
    runners = [runner(at, x) for at, x in enumerate(heads)]
    cast = cast_of(FIELD, looked)
    labels = labels_of(runners, captions, cast)
    found = tethers(heads_of(runners, layers), captions, labels, layers, cast, looked).rows
    bar = "|" if looked.ascii else "│"
    return {(x, y) for y, overlays in found.items() for x, text, _ in overlays if text == bar}


def named(at: int, x: int) -> list[Overlay]:
    cast = cast_of(FIELD, LOOK)
    return [(x, cast.tags[at], cast.chips[at]), (x + 2, cast.names[at], INK)]


@pytest.mark.parametrize("only_ascii", [False, True])
def test_a_line_goes_from_a_name_down_to_the_head_below_it(only_ascii: bool) -> None:
    assert lines({1: named(0, 10)}, {12: 8}, only_ascii) == {(12, y) for y in range(2, 8)}


def test_a_name_near_its_head_has_none_nor_one_that_is_far_beside_it() -> None:
    assert lines({1: named(0, 10)}, {12: 4}) == set()
    assert lines({1: named(0, 10)}, {30: 12}) == set()


def drawn(captions: dict[int, list[Overlay]], heads: dict[int, int]) -> list[str]:
    """What is over the grass, by row, up to the first head."""
    layers: list[Layer] = [{} for _ in range(20)]
    for x, y in heads.items():
        layers[y][x] = HEAD
    runners, cast = [runner(at, x) for at, x in enumerate(heads)], cast_of(FIELD, LOOK)
    labels = labels_of(runners, captions, cast)
    found = tethers(heads_of(runners, layers), captions, labels, layers, cast, LOOK).rows
    return [plain([over(((" " * 30, INK),), found.get(y, []))]) for y in range(1, min(heads.values()))]


def test_a_line_bends_to_a_head_beside_its_name() -> None:
    assert drawn({1: named(0, 10)}, {18: 5}) == [
        "          A Ash",
        "              └───┐",
        "                  │",
        "                  │",
    ]
    assert drawn({1: named(0, 10)}, {6: 4}) == ["          A Ash", "      ┌───┘", "      │"]


def test_lines_with_bends_cross_neither_each_other_nor_a_figure() -> None:
    assert drawn({1: [*named(0, 4), *named(1, 12)]}, {18: 5, 20: 5}) == [
        "    A Ash   B Birch",
        "                  └─┐",
        "                    │",
        "                    │",
    ]


def test_a_line_goes_round_a_name_that_is_in_its_way_and_does_not_come_out_under_that() -> None:
    assert drawn({1: named(0, 2), 2: named(1, 5)}, {6: 7, 20: 8}) == [
        "  A Ash",
        "   │ B Birch",
        "   └──┐",
        "      │",
        "      │",
        "      │",
    ]
    assert drawn({1: named(0, 10), 2: named(1, 9)}, {12: 7}) == [
        "       ┌─ A Ash",
        "       │ B Birch",
        "       └────┐",
        "            │",
        "            │",
        "            │",
    ]


def test_a_line_for_which_there_is_no_way_is_not_drawn_in_part() -> None:
    assert drawn({1: named(0, 10), 2: [(0, "x" * 30, INK)]}, {12: 7})[2:] == [""] * 4


def test_a_line_with_a_bend_goes_down_through_no_other() -> None:
    cells = [cell for x in (9, 12, 15) for cell in lines({1: named(0, 8), 2: named(1, 11)}, {x: 9, 11: 9})]
    assert len(cells) > 6
    rows = drawn({1: named(0, 4), 2: named(1, 12)}, {13: 8, 15: 8})
    assert not any("┼" in row for row in rows)


def test_close_up_every_line_is_in_the_colour_of_a_runner_or_of_signs() -> None:
    shown = view("track", 138, 42)
    times = 60.0, 120.0, 200.0
    named, bare = (
        {ink.fg for t in times for row in shown.rows(t, Eye(1.0), named=on) for text, ink in row if text == "│"}
        for on in (True, False)
    )
    inks = named - bare
    assert inks
    assert inks <= {*shown.cast.colours, shown.look.theme.sign}


def test_of_two_heads_in_one_place_one_is_seen_and_who_is_behind_another_has_none() -> None:
    layers: list[Layer] = [{} for _ in range(20)]
    for y in range(5, 12):
        layers[y][20] = HEAD
    near, behind = runner(0, 19), runner(1, 19)
    assert heads_of([near, behind], layers, 8) == {0: (20, 5)}
    far = replace(behind, foot=30)  # his head is three rows lower
    assert heads_of([near, far], layers, 8) == {0: (20, 5)}


def test_whose_line_finds_no_way_is_told() -> None:
    captions = {1: named(0, 10), 2: [(0, "x" * 30, INK)]}
    layers: list[Layer] = [{} for _ in range(20)]
    layers[7][12] = HEAD
    runners, cast = [runner(0, 12)], cast_of(FIELD, LOOK)
    labels = labels_of(runners, captions, cast)
    assert tethers(heads_of(runners, layers), captions, labels, layers, cast, LOOK).lost == {0}
