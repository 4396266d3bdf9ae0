"""Small fields on every kind of track, and the close view of them."""

from functools import lru_cache

from replay.cells.ink import Row
from replay.drawing.closeup.follow import FollowView
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK, LIGHT
from replay.race.race import Course, Race, Surface
from replay.state.packing import Placing
from replay.state.timeline import Timeline
from tests.builders import entry, race

NAMES = ("Abel", "Brown", "Cole", "Dunn", "Evans", "Fox", "Green", "Hale", "Ivory", "Jones", "King", "Lowe")
SIZES = ((24, 7), (38, 11), (58, 15), (78, 26), (138, 42), (200, 50))


def pack(count: int = 12, distance: float = 1500.0, pace: float = 7.0, **more: object) -> Race:
    """A field in which each is a little slower than the one before."""
    runners = [
        entry(NAMES[i], distance / pace + 0.3 * i, {distance / 2: distance / 2 / pace + 0.1 * i}) for i in range(count)
    ]
    return race(*runners, distance=distance, **more)  # type: ignore[arg-type]


RACES = {
    "track": pack(),
    "lanes": pack(8, 100.0, 10.0, course=Course(surface=Surface.STRAIGHT)),
    "indoor": pack(6, 800.0, course=Course(surface=Surface.INDOOR, lap=200.0)),
    "one lap": pack(8, 400.0, 9.0),
    "staggered": pack(8, 800.0),
    "pool": pack(8, 200.0, 1.8, course=Course(surface=Surface.POOL)),
    "road": pack(5, 10_000.0, 6.0, course=Course(surface=Surface.ROAD)),
}

JUMPS = {
    "hurdles": pack(8, 110.0, 8.5, event="110m hurdles"),
    "lap over hurdles": race(
        *(entry(name, 50.0, lane=lane) for lane, name in enumerate(NAMES[:8], 1)), distance=400.0, event="400m hurdles"
    ),
    "steeplechase": pack(8, 3000.0, 6.0, event="3000m steeplechase"),
}
"""Races with something in the way."""


@lru_cache(maxsize=64)
def view(kind: str, width: int, height: int, light: bool = False, ascii: bool = False) -> FollowView:  # noqa: A002
    timeline = Timeline((RACES | JUMPS)[kind])
    look = look_of(LIGHT if light else DARK, ascii)
    return FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, width, height)


def text(row: Row) -> str:
    return "".join(piece for piece, _ in row)
