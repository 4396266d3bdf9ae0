"""A picture of a moment in pixels."""

from io import BytesIO

from replay.export.pixels import Pixels
from replay.export.take import Progress, Take
from replay.viewing.frame import frame

WIDE = 16
"""Pixels across a cell: 120x40 of them are 1920 by 1280."""


def png(take: Take, progress: Progress) -> bytes:
    """The moment of a take."""
    pixels = Pixels(take.size, WIDE, take.look.theme)
    pixels.draw(frame(take.picture(), take.view, take.film.start, take.size).rows)
    out = BytesIO()
    pixels.image.save(out, "PNG", compress_level=9)
    return out.getvalue()
