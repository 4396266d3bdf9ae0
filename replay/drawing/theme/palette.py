"""Every colour of the product, for a dark and a light screen."""

from functools import lru_cache
from typing import Literal, NamedTuple

from replay.cells.ink import difference, mix

STEPS = 4
"""Shares of a pixel in which an edge is softened: few, so that rows keep long runs, and as many as look smooth."""
ALIKE = 0.05
"""How far apart two colours are, in OKLab, whose edge shows no more than one step."""

_STRAY = 0.045
"""How far a colour may be from a mixture that it stands for: beyond, it would look like another hue."""

_FADED = {"dark": 0.55, "light": 0.2}
"""How much the panel takes of a line that is not looked at: a light one swallows dark lines, and their hues, sooner."""


class Theme(NamedTuple):
    """The colours of one look, 0xRRGGBB. Nothing is said by colour alone: a letter or a word stands beside it."""

    name: Literal["dark", "light"]
    background: int
    """Behind everything, and where the stadium's surroundings fade to."""
    panel: int
    """Boards and lists."""
    panel_raised: int
    """A chosen row, a heading's strip."""
    border: int
    text: int
    muted: int
    accent: int
    """Keys, the clock, what is chosen."""
    good: int
    bad: int
    gold: int
    silver: int
    bronze: int
    estimated: int
    """Times that were worked out."""
    sign: int
    """Numbers beside the course."""
    surface: int
    """An outdoor track."""
    surface_line: int
    """Its lane lines, hinted."""
    indoor: int
    """An indoor track."""
    indoor_line: int
    indoor_rim: int
    indoor_bank: tuple[int, ...]
    """Its banked bends, from the kerb to the top of the bank."""
    floor: tuple[int, int]
    """What an indoor track goes round."""
    kerb: int
    rim: int
    """The line round the outside of the track."""
    finish: int
    start: int
    mark: int
    """Every 100 m."""
    break_line: int
    grass: tuple[int, int]
    """The two stripes of mown grass."""
    board: int
    """The calm part of the infield that the scoreboard's figures stand on, dark in both themes; its inks follow."""
    board_edge: int
    board_indoor: int
    board_indoor_edge: int
    board_text: int
    board_muted: int
    board_accent: int
    skin: int
    """Of running figures, whoever they are."""
    shade: int
    """Their far arms and legs."""
    board_good: int
    """On the board: inside a record."""
    board_bad: int
    """And outside it."""
    apron: int
    """The ground beside the track."""
    hoarding: int
    """The advertising round it."""
    stands: tuple[int, ...]
    """Rows of seats, from the track outwards."""
    crowd: int
    road: int
    road_edge: int
    lights: int
    """Pace lights along the rail."""
    board_lights: int
    """What the scoreboard says of them."""
    water: int
    """The water jump."""
    truecolour: bool = True
    """Whether any colour can be had: the picture may then be lit and softened."""
    sixteen: bool = False
    """Whether there are only the sixteen colours of the oldest terminals."""
    palette: Literal["usual", "colour-blind", "contrast"] = "usual"
    """For which eyes its colours were chosen; see `palettes`."""

    def blend(self, a: int, b: int, share: float) -> int:
        """`a` with a share of `b` over it, or the nearer of the two where there are no colours between."""
        if self.truecolour:
            return mix(a, b, share)
        return mix(a, b, round(share)) if self.sixteen else self._between(a, b, share)

    def faded(self, colour: int) -> int:
        """A line's colour where others matter more: nearer the panel, if there is one between."""
        return colour if self.sixteen else self.had(mix(colour, self.panel, _FADED[self.name]))

    def had(self, colour: int) -> int:
        """The colour, or of those that a terminal of 256 has the one that looks most like it."""
        if self.truecolour:
            return colour
        from replay.drawing.theme.xterm import nearest  # few terminals have no more than 256

        return nearest(colour)

    def soften(self, a: int, b: int, share: float) -> int:
        """The same for an edge, which is smooth also where there are few colours, if there is one that is near.

        Between colours that are much alike one step is enough, and between those that hardly differ none.
        """
        steps = _steps_between(a, b)
        if self.truecolour:
            return mix(a, b, round(share * steps) / steps)
        if self.sixteen:
            return a if share < 0.5 else b
        return self._between(a, b, round(share * steps) / steps)

    def _between(self, a: int, b: int, share: float) -> int:
        """Of 256 colours the one that looks like a mixture, or the nearer of the two where none does."""
        mixed = mix(a, b, share)
        found = self.had(mixed)
        return found if difference(found, mixed) < _STRAY else mix(a, b, round(share))


DARK = Theme(
    name="dark",
    background=0x0E1117,
    panel=0x141821,
    panel_raised=0x1F2633,
    border=0x2C3545,
    text=0xE9ECF1,
    muted=0x8792A5,
    accent=0xF5C451,
    good=0x6CD48A,
    bad=0xFF7B6B,
    gold=0xF2C230,
    silver=0xC3CBD6,
    bronze=0xD08B4C,
    estimated=0x93A0B5,
    sign=0xA3ADBD,
    surface=0xA8442F,
    surface_line=0xB6563F,
    indoor=0x2F62A8,
    indoor_line=0x4576B8,
    indoor_rim=0x9DB7DA,
    indoor_bank=(0x27518C, 0x2B5A9A, 0x2F62A8, 0x366DB6),
    floor=(0x6B4A38, 0x634434),
    kerb=0xDCD6C8,
    rim=0xC9A395,
    finish=0xFFFFFF,
    start=0xF0DCD2,
    mark=0xD9A595,
    break_line=0x7FE08A,
    grass=(0x2B5F34, 0x24532D),
    board=0x143220,
    board_edge=0x1B4128,
    board_indoor=0x35261E,
    board_indoor_edge=0x433026,
    board_text=0xF2F5EE,
    board_muted=0x9DB0A2,
    board_accent=0xF5C451,
    skin=0xD9A77F,
    shade=0x8A6247,
    board_good=0x6CE88E,
    board_bad=0xFF8F80,
    apron=0x2A2F38,
    hoarding=0x31557F,
    stands=(0x1D2330, 0x1A1F2A, 0x171B24, 0x14181F, 0x11151B),
    crowd=0x4A576F,
    road=0x4A505C,
    road_edge=0x2B3140,
    lights=0x00D5FF,
    board_lights=0x7FE3FF,
    water=0x3F8FE0,
)
"""An evening meeting under floodlights."""

LIGHT = Theme(
    name="light",
    background=0xF3F1EC,
    panel=0xFAF8F4,
    panel_raised=0xE9E4DA,
    border=0xCFC8BA,
    text=0x1B1F27,
    muted=0x5B626F,
    accent=0x9A4B00,
    good=0x1B7A3A,
    bad=0xB3261E,
    gold=0x8A6100,
    silver=0x5C6673,
    bronze=0x8A4B18,
    estimated=0x5B626F,
    sign=0x444A54,
    surface=0xD98A68,
    surface_line=0xE3A183,
    indoor=0x86AEDD,
    indoor_line=0xA3C3E8,
    indoor_rim=0xE2ECF8,
    indoor_bank=(0x6F99CE, 0x7AA4D6, 0x86AEDD, 0x93B9E4),
    floor=(0xC4B49E, 0xBBAA93),
    kerb=0xFFFFFF,
    rim=0xF6E3D8,
    finish=0xFFFFFF,
    start=0xFFF6F0,
    mark=0xF3D3C3,
    break_line=0x1E8A3C,
    grass=(0x9CC985, 0x90C079),
    board=0x2F5B3A,
    board_edge=0x4C7F4F,
    board_indoor=0x5B4030,
    board_indoor_edge=0x8A6A52,
    board_text=0xFFFFFF,
    board_muted=0xBBCBBF,
    board_accent=0xF7CF6B,
    skin=0xEFC39A,
    shade=0x7A4A2E,
    board_good=0xA8FFB8,
    board_bad=0xFFC0B4,
    apron=0xCFCAC0,
    hoarding=0x44709F,
    stands=(0xDCD7CC, 0xE1DDD3, 0xE6E2DA, 0xEBE8E1, 0xEFECE6),
    crowd=0xA79F90,
    road=0x989CA6,
    road_edge=0xDCD9D2,
    lights=0x0046E0,
    board_lights=0xA6E6FF,
    water=0x2F86D8,
)
"""A sunny afternoon."""


@lru_cache(maxsize=2048)
def _steps_between(a: int, b: int) -> int:
    apart = difference(a, b)
    return 1 if apart < ALIKE / 2 else 2 if apart < ALIKE else STEPS
