"""Tracks, sizes and themes that pictures are painted of, and what a painted row shows."""

from replay.cells.ink import Row
from replay.drawing.theme.palette import DARK, LIGHT
from replay.race.track import INDOOR_STRAIGHT, Oval, Pool, Road, Straight, Track

THEMES = (DARK, LIGHT)

TRACKS: dict[str, Track] = {
    "outdoor": Oval(1500.0),
    "in lanes": Oval(400.0),
    "break": Oval(800.0),
    "indoor": Oval(1500.0, 200.0, INDOOR_STRAIGHT, 6, 1.0),
    "straight": Straight(100.0),
    "road": Road(10_000.0),
    "marathon": Road(42_195.0),
    "pool": Pool(200.0),
    "short course": Pool(50.0, 25.0, 10),
}

SIZES = ((38, 11), (58, 22), (80, 28), (130, 45))


def text(row: Row) -> str:
    return "".join(piece for piece, _ in row)


def halves(row: Row) -> list[tuple[int | None, int | None]]:
    """The colours a terminal shows in the upper and the lower half of every cell; letters count as their ground."""
    out: list[tuple[int | None, int | None]] = []
    for piece, ink in row:
        for character in piece:
            upper = ink.fg if character in "▀█" else ink.bg
            lower = ink.fg if character in "▄█" else ink.bg
            out.append((upper, lower))
    return out
