"""The colours of each kind of course close up, and of what is beside it."""

from typing import NamedTuple

from replay.drawing.theme.palette import Theme
from replay.race.race import Surface


class Paint(NamedTuple):
    """The colours of a kind of course and of what is beside it."""

    surface: int
    line: int
    kerb: int
    rim: int
    field: tuple[int, int]
    """In stripes."""
    seats: tuple[int, ...]
    """Of the far side, from below."""
    crowd: int


def _outdoor(theme: Theme) -> Paint:
    return Paint(theme.surface, theme.surface_line, theme.kerb, theme.rim, theme.grass, theme.stands, theme.crowd)


def _indoor(theme: Theme) -> Paint:
    return _outdoor(theme)._replace(
        surface=theme.indoor, line=theme.indoor_line, rim=theme.indoor_rim, field=theme.floor
    )


def _road(theme: Theme) -> Paint:
    """A road, with grass on both sides."""
    edge = theme.blend(theme.road, theme.start, 0.5) if theme.truecolour else theme.kerb
    return Paint(theme.road, theme.road_edge, edge, edge, theme.grass, theme.grass[1:], theme.grass[0])


def _pool(theme: Theme) -> Paint:
    rope = theme.blend(theme.water, theme.start, 0.45)
    return _outdoor(theme)._replace(surface=theme.water, line=rope, rim=rope, field=(theme.apron, theme.apron))


PAINTS = {
    Surface.OUTDOOR: _outdoor,
    Surface.STRAIGHT: _outdoor,
    Surface.INDOOR: _indoor,
    Surface.ROAD: _road,
    Surface.POOL: _pool,
}
