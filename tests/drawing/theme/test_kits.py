"""Who gets which colour of the palette."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ink import difference, oklab
from replay.drawing.theme.kits import KITS, in_kit
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK, LIGHT, Theme
from replay.drawing.theme.palette256 import DARK_256, LIGHT_256
from replay.drawing.theme.runners import DISTINCT, runner_colours
from replay.files.yaml.keys import KIT_COLOURS
from tests.builders import entry, race
from tests.together import together

THEMES = [DARK, LIGHT, DARK_256, LIGHT_256]
WHICH = together("theme", THEMES)


def worn(nations: list[str]) -> list[int | None]:
    return [KITS.get(nation) for nation in nations]


@given(st.lists(st.sampled_from([*KITS, "", "XYZ"]), max_size=DISTINCT), st.sampled_from(THEMES))
def test_whatever_the_nations_every_runner_has_a_colour_of_the_palette_and_no_two_the_same(
    nations: list[str], theme: Theme
) -> None:
    colours = in_kit(worn(nations), runner_colours(DISTINCT, theme))
    assert len(set(colours)) == len(nations)
    assert set(colours) <= set(runner_colours(DISTINCT, theme))


@WHICH
def test_without_nations_the_colours_go_in_the_order_of_the_palette(theme: Theme) -> None:
    palette = runner_colours(DISTINCT, theme)
    assert in_kit([None] * 7, palette) == list(palette[:7])


@WHICH
@together(
    ("nation", "greener", "bluer"),
    [("KEN", False, None), ("ETH", True, None), ("USA", None, True), ("NED", False, False)],
)
def test_a_nation_gets_the_hue_of_its_kit(theme: Theme, nation: str, greener: bool | None, bluer: bool | None) -> None:
    (colour,) = in_kit(worn([nation]), runner_colours(DISTINCT, theme))
    _, green_red, blue_yellow = oklab(colour)
    assert greener is None or (green_red < 0) is greener
    assert bluer is None or (blue_yellow < 0) is bluer


@pytest.mark.parametrize("theme", [DARK, DARK_256], ids=["dark", "dark 256"])
def test_gold_is_for_those_in_gold_where_the_theme_has_it(theme: Theme) -> None:
    (colour,) = in_kit(worn(["AUS"]), runner_colours(DISTINCT, theme))
    assert oklab(colour)[2] > 0.08


@WHICH
def test_two_of_a_nation_both_have_a_colour_near_its_own_where_there_are_two(theme: Theme) -> None:
    one, two = in_kit(worn(["USA", "USA"]), runner_colours(DISTINCT, theme))
    assert one != two
    assert difference(one, two) > 0.03


def test_the_colours_do_not_hang_on_the_result_or_on_the_order_of_the_file() -> None:
    names = [("Ay", "KEN"), ("Be", "USA"), ("Ce", "NOR"), ("De", "KEN"), ("Ef", "")]
    look = look_of(DARK)
    seen = set()
    for seed in range(6):
        results = random.Random(seed).sample(range(215, 230), 5)
        order = random.Random(seed + 50).sample(range(5), 5)
        field = race(*(entry(names[at][0], float(results[at]), nation=names[at][1]) for at in order))
        cast = cast_of(field, look)
        seen.add(tuple(sorted(zip(cast.names, cast.colours, strict=True))))
    assert len(seen) == 1


def test_of_a_larger_field_the_first_twenty_are_distinct_and_the_others_grey() -> None:
    field = race(*(entry(f"Runner {number:02}", 220.0 + number, nation="KEN") for number in range(24)))
    colours = cast_of(field, look_of(LIGHT)).colours
    assert len(set(colours)) == DISTINCT + 1
    assert len(set(colours[DISTINCT:])) == 1


@WHICH
@together("kits", [{"Harriers": 0xD2202F, "Striders": 0x2450B0}, {"NOR": 0x2450B0, "Harriers": 0xD2202F}])
def test_a_kit_the_file_gives_goes_before_that_of_the_nation_and_a_club_before_a_nation(
    theme: Theme, kits: dict[str, int]
) -> None:
    field = race(
        entry("Ay", 220.0, nation="NOR", club="Harriers"), entry("Be", 221.0, nation="NOR", club="Striders"), kits=kits
    )
    one, two = cast_of(field, look_of(theme)).colours
    assert oklab(one)[1] > 0.05
    assert oklab(two)[2] < -0.05


@WHICH
def test_without_kits_in_the_file_clubs_change_nothing(theme: Theme) -> None:
    names = [("Ay", "KEN"), ("Be", "USA"), ("Ce", "NOR")]
    plain = race(*(entry(name, 220.0, nation=nation) for name, nation in names))
    clubs = race(*(entry(name, 220.0, nation=nation, club="Harriers") for name, nation in names))
    assert cast_of(plain, look_of(theme)).colours == cast_of(clubs, look_of(theme)).colours


@together("colour", KIT_COLOURS.values())
@WHICH
def test_whatever_its_colour_a_club_has_one_of_the_palette(theme: Theme, colour: int) -> None:
    palette = runner_colours(DISTINCT, theme)
    assert set(in_kit([colour, colour, None], palette)) <= set(palette)


@WHICH
def test_a_kit_the_file_gives_has_its_nearest_colour_of_all_twenty_whatever_nations_there_are(theme: Theme) -> None:
    palette = runner_colours(DISTINCT, theme)
    for at, colour in enumerate(palette):
        nations = [
            entry(f"A{number}", 220.0, nation=nation) for number, nation in enumerate(["KEN", "USA", "AUS", "ETH"])
        ]
        field = race(*nations, entry("Zed", 224.0, nation="NOR", club="Harriers"), kits={"Harriers": colour})
        colours = cast_of(field, look_of(theme)).colours
        assert colours[-1] == palette[at]
        assert len(set(colours)) == 5


@WHICH
def test_a_red_kit_is_more_red_than_blue_beside_a_nation_in_red(theme: Theme) -> None:
    field = race(
        *(entry(f"A{number}", 220.0 + number, nation="KEN") for number in range(4)),
        entry("Zed", 226.0, club="Harriers"),
        kits={"Harriers": KIT_COLOURS["red"]},
    )
    _, green_red, blue_yellow = oklab(cast_of(field, look_of(theme)).colours[-1])
    assert green_red > 0.05
    assert blue_yellow > -0.02
