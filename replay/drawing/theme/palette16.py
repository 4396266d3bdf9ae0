"""The two themes for terminals of 16 colours, and the runners' colours there.

Every colour is one of the sixteen, so that nothing depends on which of them a terminal takes for the nearest. Runners
have none that the grass, the track, its kerb or the scoreboard has; fewer than runners: their letters tell them apart.
"""

from typing import Final

from replay.drawing.theme.palette import DARK, LIGHT, Theme

BLACK, RED, GREEN, BROWN, BLUE, PURPLE, TEAL, SILVER = (
    0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
)  # fmt: skip
GREY, ROSE, LIME, YELLOW, SKY, PINK, AQUA, WHITE = (
    0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
)  # fmt: skip
"""The sixteen as the text modes of IBM's VGA had them. Terminals differ in how they show them, not in their order."""

DARK_16: Final[Theme] = DARK._replace(
    truecolour=False,
    sixteen=True,
    background=BLACK,
    panel=BLACK,
    panel_raised=BLACK,
    border=GREY,
    text=WHITE,
    muted=SILVER,
    accent=YELLOW,
    good=LIME,
    bad=ROSE,
    gold=YELLOW,
    silver=SILVER,
    bronze=BROWN,
    estimated=SILVER,
    sign=SILVER,
    surface=RED,
    surface_line=SILVER,
    indoor=BLUE,
    indoor_line=SILVER,
    indoor_rim=SILVER,
    indoor_bank=(BLUE,),
    floor=(GREY, GREY),
    kerb=SILVER,
    rim=SILVER,
    finish=WHITE,
    start=WHITE,
    mark=SILVER,
    break_line=LIME,
    grass=(GREEN, GREEN),
    board=BLACK,
    board_edge=BLACK,
    board_indoor=BLACK,
    board_indoor_edge=BLACK,
    board_text=WHITE,
    board_muted=SILVER,
    board_accent=YELLOW,
    skin=WHITE,
    shade=SILVER,
    board_good=LIME,
    board_bad=ROSE,
    apron=BLACK,
    hoarding=BLUE,
    stands=(BLACK,),
    crowd=GREY,
    road=GREY,
    road_edge=BLACK,
    lights=AQUA,
    board_lights=AQUA,
    water=BLUE,
)
LIGHT_16: Final[Theme] = LIGHT._replace(
    truecolour=False,
    sixteen=True,
    background=WHITE,
    panel=WHITE,
    panel_raised=WHITE,
    border=SILVER,
    text=BLACK,
    muted=GREY,
    accent=BLUE,
    good=BLACK,
    bad=RED,
    gold=BROWN,
    silver=GREY,
    bronze=BROWN,
    estimated=GREY,
    sign=GREY,
    surface=RED,
    surface_line=SILVER,
    indoor=TEAL,
    indoor_line=SILVER,
    indoor_rim=WHITE,
    indoor_bank=(TEAL,),
    floor=(SILVER, SILVER),
    kerb=WHITE,
    rim=WHITE,
    finish=WHITE,
    start=WHITE,
    mark=SILVER,
    break_line=LIME,
    grass=(GREEN, GREEN),
    board=BLACK,
    board_edge=BLACK,
    board_indoor=BLACK,
    board_indoor_edge=BLACK,
    board_text=WHITE,
    board_muted=SILVER,
    board_accent=YELLOW,
    skin=WHITE,
    shade=SILVER,
    board_good=LIME,
    board_bad=ROSE,
    apron=SILVER,
    hoarding=TEAL,
    stands=(GREY,),
    crowd=SILVER,
    road=SILVER,
    road_edge=WHITE,
    lights=BLUE,
    board_lights=AQUA,
    water=SKY,
)

_OCHRE = 0xB8720A
"""Brown as most terminals show it, lighter than IBM's: it takes black letters."""
RUNNERS_16: Final = {
    "dark": (YELLOW, AQUA, PINK, WHITE, SKY, _OCHRE, PURPLE, LIME, ROSE),
    "light": (BLUE, PURPLE, _OCHRE, SKY, PINK, ROSE),
}
"""Without teal: black letters are too dark on it in some terminals, white ones too light in others. The last are near
the grass and the track, and have an outline there."""

SHADES_16: Final = {
    "dark": (*(PURPLE,) * 3, *(ROSE,) * 3, *(YELLOW,) * 3, WHITE),
    "light": (*(PINK,) * 3, *(PURPLE,) * 3, *(BLUE,) * 3, BLACK),
}
"""Of a crowd, from few to many: ever further from the road, and none the road itself."""


def in_16_colours(theme: Theme) -> Theme:
    """The theme for a terminal that has no more than 16 colours."""
    return DARK_16 if theme.name == "dark" else LIGHT_16
