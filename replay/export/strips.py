"""A small animation as SVG, moved by its own style sheet: no script, so that it plays where a picture may stand.

Each row of each panel is a window. Behind it is a strip of all that the row shows in the film, each once, one below the
other; the style sheet says when the strip is pushed to which. Whoever wants no motion sees the first frame.
"""

from collections.abc import Iterable
from typing import NamedTuple

from replay.cells.ink import Row
from replay.cells.rows import fill
from replay.drawing.theme.palette import Theme
from replay.export.reel import scenes
from replay.export.take import REST, Progress, Take
from replay.export.vectors import HIGH, WIDE, document, line_of
from replay.viewing.frame import Frame, frame


class _Window(NamedTuple):
    """Where a row of a panel is, in cells."""

    y: int
    x: int
    width: int


class _Strip:
    """What a row shows, one after the other."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.rows: dict[Row, int] = {}
        """Each with its place in the strip; an empty one where the row is not there."""
        self.pushes: list[tuple[float, int]] = []
        """From which second of the film which of them is seen."""

    def show(self, at: float, row: Row) -> None:
        """Show a row from a second of the film on."""
        place = self.rows.setdefault(row, len(self.rows))
        if not self.pushes or self.pushes[-1][1] != place:
            self.pushes.append((at, place))


def strips(take: Take, progress: Progress) -> str:
    """The film of a take."""
    found: dict[_Window, _Strip] = {}
    picture, film = take.picture(), scenes(take)
    for number, (at, t, view) in enumerate(film, 1):
        shown = dict(_rows(frame(picture, view, t, take.size)))
        for window in shown.keys() | found.keys():
            strip = found.setdefault(window, _Strip())
            if at and not strip.pushes:
                strip.show(0.0, ())
            strip.show(at, shown.get(window, ()))
        progress(number / len(film))
    style: list[str] = []
    body: list[str] = []
    for number, (window, strip) in enumerate(sorted(found.items())):
        body += _drawn(window, strip, take.look.theme, f"r{number}")
        if len(strip.pushes) > 1:
            style.append(_pushed(strip, f"r{number}", take.seconds + REST))
    style.append("@media(prefers-reduced-motion:reduce){g{animation:none!important}}")
    return document(take.size, take.look.theme, take.title, "".join(style), body)


def _rows(shown: Frame) -> Iterable[tuple[_Window, Row]]:
    for place, rows in shown.pieces.values():
        for y in range(place.height):
            row = fill(rows[y] if y < len(rows) else (), place.width, shown.page)
            yield _Window(place.y + y, place.x, place.width), tuple(row)


def _drawn(window: _Window, strip: _Strip, theme: Theme, name: str) -> Iterable[str]:
    width = window.width * WIDE
    yield f'<svg x="{window.x * WIDE}" y="{window.y * HIGH}" width="{width}" height="{HIGH}">'
    rows = list(strip.rows)
    below = () if () in rows else rows[0]  # what stands in one place, while the rest of the strip is drawn over it
    yield from line_of(below, 0, theme)
    if len(rows) > 1:
        yield f'<g class="{name}">'
        for place, row in enumerate(rows):
            yield from line_of(row, place, theme, over=below)
        yield "</g>"
    yield "</svg>"


def _pushed(strip: _Strip, name: str, seconds: float) -> str:
    steps = "".join(
        f"{100 * at / seconds:.3f}%{{transform:translateY({-place * HIGH}px)}}" for at, place in strip.pushes
    )
    return f"@keyframes {name}{{{steps}}}.{name}{{animation:{name} {seconds:.3f}s step-end infinite}}"
