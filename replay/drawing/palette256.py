"""The two themes for terminals of 256 colours, in colours those terminals have.

Left to themselves they would show each colour as the nearest they have, and neighbours of one hue would come out in
different ones. So there is no light over the picture, nothing is softened, and the stripes and lane lines are further
apart.
"""

from dataclasses import replace

from replay.drawing.palette import DARK, LIGHT, Theme

DARK_256 = replace(
    DARK,
    truecolour=False,
    background=0x121212,
    panel=0x1C1C1C,
    panel_raised=0x303030,
    border=0x444444,
    text=0xEEEEEE,
    muted=0x949494,
    accent=0xFFD75F,
    good=0x5FD787,
    bad=0xFF8787,
    gold=0xFFD700,
    silver=0xD0D0D0,
    bronze=0xD7875F,
    estimated=0x9E9E9E,
    surface=0xAF5F5F,
    surface_line=0xAF875F,
    indoor=0x005FAF,
    indoor_line=0x5F87AF,
    indoor_rim=0xAFD7FF,
    indoor_bank=(0x005F87, 0x005FAF),
    floor=(0x5F5F5F, 0x585858),
    kerb=0xE4E4E4,
    rim=0xD7AF87,
    finish=0xFFFFFF,
    start=0xFFD7D7,
    mark=0xD7AFAF,
    break_line=0x87FF87,
    grass=(0x005F00, 0x005F00),
    board=0x1C1C1C,
    board_edge=0x303030,
    board_indoor=0x262626,
    board_indoor_edge=0x3A3A3A,
    board_text=0xFFFFFF,
    board_muted=0xAFAFAF,
    board_accent=0xFFD75F,
    apron=0x303030,
    hoarding=0x005F87,
    stands=(0x262626, 0x1C1C1C),
    crowd=0x585858,
    road=0x585858,
    road_edge=0x303030,
)
LIGHT_256 = replace(
    LIGHT,
    truecolour=False,
    background=0xEEEEEE,
    panel=0xFFFFFF,
    panel_raised=0xDADADA,
    border=0xC6C6C6,
    text=0x121212,
    muted=0x5F5F5F,
    accent=0x875F00,
    good=0x005F00,
    bad=0xAF0000,
    gold=0x875F00,
    silver=0x5F5F5F,
    bronze=0x870000,
    estimated=0x626262,
    surface=0xD7875F,
    surface_line=0xD7AF87,
    indoor=0x87AFD7,
    indoor_line=0xAFD7FF,
    indoor_rim=0xD7FFFF,
    indoor_bank=(0x5FAFD7, 0x87AFD7),
    floor=(0xD7D7AF, 0xD7D7AF),
    kerb=0xFFFFFF,
    rim=0xFFD7D7,
    finish=0xFFFFFF,
    start=0xFFFFFF,
    mark=0xFFD7AF,
    break_line=0x008700,
    grass=(0xAFD787, 0x87D787),
    board=0x005F00,
    board_edge=0x5F875F,
    board_indoor=0x444444,
    board_indoor_edge=0x87875F,
    board_text=0xFFFFFF,
    board_muted=0xD0D0D0,
    board_accent=0xFFD75F,
    apron=0xD0D0D0,
    hoarding=0x5F87AF,
    stands=(0xDADADA, 0xE4E4E4),
    crowd=0xA8A8A8,
    road=0xBCBCBC,
    road_edge=0xE4E4E4,
)


def in_256_colours(theme: Theme) -> Theme:
    """The theme for a terminal that has no more than 256 colours."""
    return DARK_256 if theme.name == "dark" else LIGHT_256
