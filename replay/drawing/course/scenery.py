"""What the painters of ovals, straights and roads share: bands of colour, grass, people, the scoreboard's place."""

import math
from collections.abc import Callable
from typing import NamedTuple

from replay.cells.canvas import Canvas, Rect
from replay.cells.ink import contrast, lit, mix
from replay.drawing.course.profile import Profile
from replay.drawing.theme.palette import STEPS, Theme

Point = tuple[float, float]


class Painting(NamedTuple):
    """A painted course before it is read out."""

    canvas: Canvas
    infield: Rect
    place: Callable[[float, float], Point]
    """From distance and metres out to cells from the left and from the top."""
    profile: Profile | None = None
    """The heights of the course, where they are known."""
    grained: Callable[[float], float] | None = None
    """The distance that stands for all that are drawn like this one, where places are known to a grain only."""


LEGIBLE = 4.5
"""The contrast that text wants: WCAG 2.2, 1.4.3."""
FAR, NEAR = 0.9, 1.08
"""Light at the top and at the bottom of a picture."""


def light(canvas: Canvas, spare: Rect) -> None:
    """Lights the picture as from the near side, but not the cells to spare; row by row, so that it adds no runs."""
    for y, row in enumerate(canvas.pixels):
        share = round(FAR + (NEAR - FAR) * (y // 2) / max(1, canvas.height - 1), 3)
        inside = spare.y <= y // 2 < spare.y + spare.height
        kept = row[spare.x : spare.x + spare.width] if inside else []
        known = {colour: lit(colour, share) for colour in set(row)}
        row[:] = [known[colour] for colour in row]
        row[spare.x : spare.x + len(kept)] = kept


_SPECKS = "⠁⠂⠄⠐⠠⠈⡀⢀⠅⠊⠔⠡⢁⡈⠢⠑"


def crowd(canvas: Canvas, theme: Theme) -> None:
    """People in the stands."""
    strew(canvas, theme.stands, theme.crowd)


def far_stand(canvas: Canvas, high: int, theme: Theme) -> None:
    """A full stand along the upper edge, so many pixels high, with a hoarding before it; nothing of height 0."""
    for y in range(high):
        canvas.fill(0, y, canvas.width, 1, theme.stands[min(len(theme.stands) - 1, (high - 1 - y) // 4)])
    canvas.fill(0, high, canvas.width, 1 if high else 0, theme.hoarding)
    crowd(canvas, theme)


def strew(canvas: Canvas, grounds: tuple[int, ...], colour: int) -> None:
    """Specks of one colour on cells of these grounds, by a fixed rule."""
    for y in range(canvas.height):
        top, bottom = canvas.pixels[2 * y], canvas.pixels[2 * y + 1]
        for x in range(canvas.width):
            if top[x] == bottom[x] and top[x] in grounds:
                canvas.write(x, y, _SPECKS[(x * 7 + y * 13 + (x * y) % 5) % len(_SPECKS)], colour)


def lettered(canvas: Canvas, x: int, y: int, text: str, colour: int) -> None:
    """Writes on the painting in this colour, or where it cannot be read in black or white; as far as there is room.

    A letter that would need another ink than most of its word stands on their ground.
    """
    grounds = canvas.pixels[2 * y + 1][x : x + len(text)]
    inks = [_ink(colour, ground) for ground in grounds]
    most = max(inks, key=inks.count, default=colour)
    common = next((ground for ground, ink in zip(grounds, inks, strict=True) if ink == most), 0)
    for at, (character, ink) in enumerate(zip(text, inks, strict=False), x):
        if ink != most:
            canvas.fill(at, 2 * y, 1, 2, common)
        canvas.write(at, y, character, most)


def _ink(colour: int, ground: int) -> int:
    """The colour, or black or white where it cannot be read on a ground."""
    return colour if contrast(colour, ground) >= LEGIBLE else 0 if contrast(0, ground) > LEGIBLE else 0xFFFFFF


def board(canvas: Canvas, place: Rect, ground: int, edge: int) -> Rect:
    """Paints a scoreboard with rounded corners and an edge a pixel wide, and returns the cells to write on."""
    left, top = place.x - 1, 2 * place.y - 1
    wide, tall = place.width + 2, 2 * place.height + 2
    rounding = 3 if wide > 30 else 2
    corners = [(left + wide - 1 - x if right else left + x, top + tall - 1 - y if low else top + y, x, y)
               for right in (0, 1) for low in (0, 1) for x in range(rounding) for y in range(rounding)]  # fmt: skip
    inside = [at for at in corners if 0 <= at[0] < canvas.width and 0 <= at[1] < 2 * canvas.height]
    before = [canvas.pixels[y][x] for x, y, _, _ in inside]
    canvas.fill(left, top, wide, tall, edge)
    canvas.fill(left + 1, top + 1, wide - 2, tall - 2, ground)
    for (px, py, x, y), under in zip(inside, before, strict=True):
        whole = mix(under, edge, _covered(rounding, x, y, canvas.soft))
        within = _covered(rounding - 1, x - 1, y - 1, canvas.soft) if x and y else 0.0
        canvas.pixels[py][px] = mix(whole, ground, within)
    x, y = max(0, place.x + 1), max(0, place.y)
    right, bottom = min(canvas.width, place.x + place.width - 1), min(canvas.height, place.y + place.height)
    return Rect(x, y, max(0, right - x), max(0, bottom - y))


def _covered(radius: float, x: int, y: int, soft: bool) -> float:
    """The share of a pixel, counted from a corner rounded with this radius, that lies inside; else whether it does."""
    beyond = math.hypot(max(radius - x - 0.5, 0.0), max(radius - y - 0.5, 0.0)) - radius
    share = min(1.0, max(0.0, 0.5 - beyond))
    return round(STEPS * share) / STEPS if soft else float(share >= 0.5)


def mown(wide: int, step: int, tones: tuple[int, int]) -> list[int]:
    """A row of upright stripes `step` pixels wide, symmetrical about the middle."""
    return [tones[round((wide / 2 - x - 0.5) / step) % 2] for x in range(wide)]
