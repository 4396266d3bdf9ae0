"""A picture as SVG: of a moment, or a small animation of what takes time."""

from replay.export.strips import strips
from replay.export.take import Progress, Take
from replay.export.vectors import drawn
from replay.viewing.frame import frame


def svg(take: Take, progress: Progress) -> bytes:
    """The moment of a take, or its film."""
    if take.seconds:
        return strips(take, progress).encode()
    rows = frame(take.picture(), take.view, take.film.start, take.size).rows
    return drawn(rows, take.size, take.look.theme, take.title).encode()
