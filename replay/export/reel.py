"""A film of a race: its frames one after the other, each as what makes it of the one before."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from replay.cells.ansi import Change
from replay.cells.canvas import Rect
from replay.cells.ink import Ink, Row
from replay.cells.rows import fill, is_even
from replay.export.take import Progress, Take
from replay.viewing.frame import Frame, Piece, Size, frame
from replay.viewing.recording import Scene


class Shot(NamedTuple):
    """A frame of a film."""

    at: float
    """Seconds of the film."""
    t: float
    """Seconds from the gun."""
    changes: Sequence[Change]
    """What makes it of the shot before. The first one's are all rows of the screen, from the top, from `blank` ones."""


def shots(take: Take, progress: Progress) -> Iterator[Shot]:
    """The frames of a film; the last one shows its end, as it stands.

    Args:
        take: What is filmed.
        progress: Is told how much is done.
    """
    picture, screen, found = take.picture(), _Screen(take.size), scenes(take)
    for number, (at, t, view) in enumerate(found, 1):
        yield Shot(at, t, screen.changes(frame(picture, view, t, take.size)))
        progress(number / len(found))


def scenes(take: Take) -> list[Scene]:
    """What is seen in each frame of a film, the last of which shows its end: as it is played, or as somebody saw it."""
    film = take.film
    if take.recorded:
        began = [scene.at for scene in take.recorded]
        times = instants(take.seconds, film.fps)
        return [take.recorded[bisect_right(began, at + 1e-9) - 1]._replace(at=at) for at in times]
    playing = take.view._replace(playing=True, eye=take.view.eye._replace(rate=film.rate))
    over = playing._replace(playing=False, ended=film.end >= take.timeline.over)
    *on, last = instants(film.seconds, film.fps)
    return [*(Scene(at, film.start + at * film.rate, playing) for at in on), Scene(last, film.end, over)]


def instants(seconds: float, fps: float) -> list[float]:
    """When the frames of a film are shown, in its own seconds; its end is one of them."""
    count = math.ceil(seconds * fps - 1e-9)
    return [number / fps for number in range(count)] + [seconds]


def blank(size: Size, page: Ink) -> list[Row]:
    """The rows of a screen with nothing on it."""
    return [fill((), size.width, page)] * size.height


class _Line(NamedTuple):
    """A row of a panel, as it was drawn and as it fills the panel."""

    drawn: Row
    full: Row
    even: bool


class _Screen:
    """What is shown: it knows the panels' rows, so that only those that are drawn anew are compared."""

    def __init__(self, size: Size) -> None:
        """Show nothing yet."""
        self._size = size
        self._shown: dict[str, tuple[Sequence[Row], list[_Line]]] = {}
        self._before: Frame | None = None

    def changes(self, new: Frame) -> list[Change]:
        """What makes a frame of the one before."""
        before, self._before = self._before, new
        if before is not None and _places(before) == _places(new):
            return [change for name, piece in new.pieces.items() for change in self._changed(name, piece, new.page)]
        self._shown = {name: (piece.rows, _lines(piece, new.page, ())) for name, piece in new.pieces.items()}
        rows = zip(blank(self._size, new.page) if before is None else before.rows, new.rows, strict=True)
        return [Change(0, y, old, row, is_even(old) and is_even(row)) for y, (old, row) in enumerate(rows)]

    def _changed(self, name: str, piece: Piece, page: Ink) -> Iterator[Change]:
        rows, before = self._shown[name]
        if rows is piece.rows:
            return
        now = _lines(piece, page, before)
        self._shown[name] = piece.rows, now
        for y, (old, new) in enumerate(zip(before, now, strict=True), piece.place.y):
            if old is not new and old.full != new.full:
                yield Change(piece.place.x, y, old.full, new.full, old.even and new.even)


def _places(seen: Frame) -> dict[str, Rect]:
    return {name: piece.place for name, piece in seen.pieces.items()}


def _lines(piece: Piece, page: Ink, before: Sequence[_Line]) -> list[_Line]:
    """The rows of a panel in their full width; those that are the very ones of before stay."""
    found = []
    for y in range(piece.place.height):
        row = piece.rows[y] if y < len(piece.rows) else ()
        if before and before[y].drawn is row:
            found.append(before[y])
            continue
        full = fill(row, piece.place.width, page)
        found.append(_Line(row, full, is_even(full)))
    return found
