"""Runners in the colours of their clubs or nations, as far as the palette has them.

Only the checked palette is given out, each colour once: runners stay as easy to tell apart as they are without kits,
and a club or a nation only decides who gets which. A field with five in red has one or two in what comes nearest to it.
"""

import math
from collections.abc import Mapping, Sequence

from replay.cells.ink import oklab
from replay.race.race import Entry

NEAR = 0.13
"""How far a colour may be from a kit's, in OKLab with lightness counted less, and still be told for it."""
GIVEN_NEAR = 0.25
"""The same for a kit that the race file gives: somebody looks for it."""
_LIGHTNESS = 0.3
"""What a difference in lightness counts: how light a runner can be is up to the theme."""

_RED, _GREEN, _YELLOW, _BLUE, _SKY, _ORANGE = 0xD2202F, 0x1B8A45, 0xF6CE1B, 0x2450B0, 0x62A8DC, 0xF36C21
KITS = {
    **dict.fromkeys(("NOR", "KEN", "ESP", "MAR", "SUI", "BEL", "DEN", "CAN", "CHN", "POL", "TUR", "TUN"), _RED),
    **dict.fromkeys(("BRN", "POR", "JPN", "TTO", "CUB", "AUT", "PER", "BDI", "CRO"), _RED),
    **dict.fromkeys(("ETH", "IRL", "RSA", "MEX", "ALG", "NGR", "KSA"), _GREEN),
    **dict.fromkeys(("AUS", "SWE", "BRA", "JAM", "UGA", "COL", "UKR", "ROU", "ECU"), _YELLOW),
    **dict.fromkeys(("USA", "GBR", "FRA", "ITA", "FIN", "ISR", "GRE", "EST", "IND", "ISL"), _BLUE),
    **dict.fromkeys(("BOT", "DJI", "SOM", "ARG", "URU", "BAH"), _SKY),
    "NED": _ORANGE,
    "NZL": 0x16181C,
    "QAT": 0x7A1E3A,
    "LAT": 0x8A1538,
}
"""What their vests mostly are or have long been, by the codes of World Athletics. Kits change with the years and the
supplier: this is what a viewer expects, no record of what was worn, and nothing but a runner's colour depends on it."""


def given_to(entry: Entry, given: Mapping[str, int]) -> int | None:
    """The colour that the race file gives somebody's club, or his nation."""
    return given.get(entry.club, given.get(entry.nation))


def in_kit(
    kits: Sequence[int | None],
    palette: Sequence[int],
    given: Sequence[int | None] = (),
    choice: int | None = None,
) -> list[int]:
    """A colour of the palette for everybody.

    The nearest pair of a kit and a colour is joined first, then the nearest of those left, as long as they are near:
    of the kits that the race file gives before all others, and these in the whole palette. Whoever is left takes what
    is left, in its order.

    Args:
        kits: The colours of all runners, None where none is known, in the order in which they may choose among equals.
        palette: At least as many colours; every place in it is given out at most once.
        given: Of the same runners' colours those that the race file gives.
        choice: How many of the palette's first the others choose among, at least as many as there are runners; all if
            None.
    """
    chosen: dict[int, int] = {}
    _join(given, palette, GIVEN_NEAR, chosen)
    _join(kits, palette[:choice], NEAR, chosen)
    taken = set(chosen.values())
    rest = (at for at in range(len(palette)) if at not in taken)
    return [palette[chosen[runner] if runner in chosen else next(rest)] for runner in range(len(kits))]


def _join(kits: Sequence[int | None], palette: Sequence[int], near: float, chosen: dict[int, int]) -> None:
    """Adds to the places chosen, by runner, those of the nearest pairs of a kit and a colour."""
    lab = [_lab(colour) for colour in palette]
    pairs = sorted(
        (math.dist(_lab(kit), lab[at]), runner, at)
        for runner, kit in enumerate(kits)
        if kit is not None
        for at in range(len(palette))
    )
    taken = set(chosen.values())
    for far, runner, at in pairs:
        if far <= near and runner not in chosen and at not in taken:
            chosen[runner] = at
            taken.add(at)


def _lab(colour: int) -> tuple[float, float, float]:
    lightness, green_red, blue_yellow = oklab(colour)
    return lightness * _LIGHTNESS, green_red, blue_yellow
