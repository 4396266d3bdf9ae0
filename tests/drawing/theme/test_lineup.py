"""Who is who on the screen."""

import math
from typing import Any

import pytest

from replay.cells.ink import difference, oklab
from replay.drawing.theme.lineup import cast_of, without_year
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK, LIGHT, Theme
from replay.drawing.theme.palette256 import DARK_256, LIGHT_256
from replay.drawing.theme.runners import DISTINCT, runner_colours
from replay.race.race import Role
from tests.builders import entry, race
from tests.together import together


@together(
    ("name", "shown"),
    [
        ("Kerr 2024", "Kerr"),
        ("Runner", "Runner"),
        ("Ingebrigtsen 2024", "Ingebrigtsen"),
        ("Bolt '09", "Bolt"),
        ("Runner 46313", "Runner 46313"),
        ("No. 12", "No. 12"),
    ],
)
def test_a_year_at_the_end_of_a_name_can_be_left_out(name: str, shown: str) -> None:
    assert without_year(name) == shown


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_a_ghost_is_hollow_and_has_his_year(theme: Theme) -> None:
    look = look_of(theme)
    old: dict[str, Any] = {"role": Role.GUEST, "ghost": "--vs old:Old"}
    cast = cast_of(
        race(
            entry("Ann Yew", 240.0),
            entry("Ann Yew 2024 (Old)", 239.0, short="Yew 2024", **old),
            entry("Bea Elm 2024 (Old)", 239.0, short="Elm 2024", **old),
            entry("You (5:00)", 300.0, short="You", **old),
        ),
        look,
    )
    assert cast.codes == ("YEW", "'24", "E24", "YOU")
    assert cast.tags == ("Y", "4", "1", "y")
    filled, *hollow = cast.chips
    assert filled.bg == cast.colours[0]
    assert [(chip.fg, chip.bg) for chip in hollow] == [(colour, theme.panel) for colour in cast.colours[1:]]
    assert len(set(cast.colours)) == 4


def test_everybody_has_the_same_place_in_the_palette_of_256_colours() -> None:
    nations = [
        "JPN",
        "ESP",
        "NZL",
        "KEN",
        "UGA",
        "CAN",
        "MAR",
        "ETH",
        "TUN",
        "KEN",
        "KEN",
        "JPN",
        "USA",
        "SWE",
        "USA",
        "ETH",
    ]
    field = race(*(entry(f"Runner {at}", 500.0 + at, nation=nation) for at, nation in enumerate(nations)))
    for themes in ((DARK, DARK_256), (LIGHT, LIGHT_256)):
        places = [
            [runner_colours(DISTINCT, theme).index(colour) for colour in cast_of(field, look_of(theme)).colours]
            for theme in themes
        ]
        assert places[0] == places[1]
        for one, other in zip(*(runner_colours(DISTINCT, theme)[:14] for theme in themes), strict=True):
            assert difference(one, other) < 0.16, "each place has one hue"


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_in_a_small_field_no_two_have_colours_of_one_kind_though_all_are_in_blue(theme: Theme) -> None:
    for many, apart in ((2, 0.25), (3, 0.25), (4, 0.19), (6, 0.16), (8, 0.14)):
        field = race(*(entry(f"Runner {at}", 220.0 + at, nation="USA" if at % 2 else "GBR") for at in range(many)))
        labs = [oklab(colour) for colour in cast_of(field, look_of(theme)).colours]
        nearest = min(math.dist(one, other) for at, one in enumerate(labs) for other in labs[:at])
        assert nearest >= apart, (many, nearest)
