"""Small figures of runners and swimmers, drawn with the four quarters of a cell, whose limbs go round as theirs do.

A figure is a body of sticks seen from the side: a stride takes the thigh forward and back, the knee folds while the leg
swings through, the arms go against the legs. It is drawn once for each scale, moment of the stride and half cell it may
stand on; after that a figure is a handful of characters laid over the ground.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from replay.drawing.closeup.camera import Seen

SWIMMING = 3
"""The effort of one who swims."""
PHASES = 8
"""Pictures of one stride, which is two steps."""

STEPS = (1.75, 0.20)
"""Steps a second at rest, and more of them for each metre a second: 3.0 at 6 m/s, 3.4 at 8, 3.8 at a sprinter's 10. Our
own straight line through what is seen in races; being straight, it adds up to the steps taken without any memory."""

_BLOCKS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By the quarters that are filled: 1 upper left, 2 upper right, 4 lower left, 8 lower right."""


class Piece(NamedTuple):
    """One cell of a figure, from the cell its feet stand in."""

    x: int
    """Columns to the right."""
    y: int
    """Rows down; most are negative."""
    text: str
    """One character; empty for the runner's letter."""
    part: int
    """What the character is drawn of: `NEAR`, `FAR` or `HEAD`."""
    under: int = -1
    """The part behind the character; -1 where the ground shows."""


NEAR, FAR, HEAD, LIMB, SHORTS, HAIR = range(6)
"""Parts of a figure: the body in its vest, the far arm and leg, the head, the near arm and leg, shorts, hair."""

Figure = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Stick:
    start: tuple[float, float]
    end: tuple[float, float]
    thick: float
    """Metres from its middle to its edge."""
    part: int = NEAR


def stride_phase(seconds: float, metres: float, rate: float = 1.0) -> int:
    """Which picture of the stride somebody is in who has run so long and so far.

    Where the race is shown `rate` times as fast as it was, legs go no faster than in life: a leg that is somewhere else
    in every frame seems to stand, or to go backwards as the spokes of a wheel do in a film.
    """
    steps = (STEPS[0] * seconds + STEPS[1] * metres) / max(rate, 1.0)
    return int(steps / 2 * PHASES) % PHASES


@lru_cache(maxsize=2048)
def figure(scale: int, phase: int, effort: int, half_x: bool, half_y: bool) -> Figure:
    """A figure for a scale.

    Args:
        scale: Cells a metre; a cell is twice as high as wide.
        phase: 0 to `PHASES` - 1.
        effort: 0 standing, 1 jogging, 2 running, `SWIMMING`.
        half_x: Whether it stands half a cell further right than its cell's left edge.
        half_y: Whether its feet are at the middle of their cell, else at its lower edge.
    """
    right, up = int(half_x), int(half_y)
    cells: dict[tuple[int, int], list[int]] = {}
    for (x, y), part in _quarters(scale, phase, effort).items():
        x, y = x + right, y - up
        cells.setdefault((x // 2, y // 2), [-1] * 4)[x % 2 + 2 * (y % 2)] = part
    chest_x, chest_y = _CHEST if effort != SWIMMING else _AFLOAT
    chest = math.floor(chest_x * scale + right / 2), math.floor(-chest_y * scale / 2 - up / 2) + 1
    pieces = [_piece(x, y, parts) for (x, y), parts in sorted(cells.items()) if (x, y) != chest]
    return (*pieces, Piece(*chest, "", NEAR))


_SAMPLES = 3
"""Points looked at along each side of a quarter of a cell."""


@lru_cache(maxsize=64)
def _quarters(scale: int, phase: int, effort: int) -> dict[tuple[int, int], int]:
    """The part that fills each quarter of a cell which is mostly filled; (0, 1) is right of the feet, on the ground."""
    if effort == SWIMMING:
        sticks = _swimming(phase / PHASES)
    else:
        sticks = _standing() if effort == 0 else _running(phase / PHASES, 1.0 if effort == 2 else 0.55)
    wide, tall = 0.5 / scale / _SAMPLES, 1.0 / scale / _SAMPLES
    hit: dict[tuple[int, int], int] = {}
    for stick in sorted(sticks, key=lambda stick: _COVERING.index(stick.part)):
        (x0, y0), (x1, y1) = stick.start, stick.end
        thick = max(stick.thick, _THINNEST / scale)
        for column in range(math.floor((min(x0, x1) - thick) / wide), math.ceil((max(x0, x1) + thick) / wide)):
            for row in range(math.floor((min(y0, y1) - thick) / tall), math.ceil((max(y0, y1) + thick) / tall)):
                if _inside(stick, thick, (column + 0.5) * wide, (row + 0.5) * tall):
                    hit[column, row] = stick.part
    counts: dict[tuple[int, int], list[int]] = {}
    for (column, row), part in hit.items():
        counts.setdefault((column // _SAMPLES, 1 - row // _SAMPLES), [0] * len(_COVERING))[part] += 1
    return {at: parts.index(max(parts)) for at, parts in counts.items() if sum(parts) >= _ENOUGH and at[1] <= 1}


_COVERING = (FAR, NEAR, LIMB, SHORTS, HEAD, HAIR)
"""Parts from the furthest to the nearest."""
_THINNEST = 0.36
"""Cells from the middle of a limb to its edge, at least: a thinner one would show in some places and not in others."""
_ENOUGH = 4
"""Points of the nine of a quarter that make it filled."""


def plain_figure(phase: int, effort: int) -> Figure:
    """A figure of three rows of plain characters; see `figure`."""
    if effort == SWIMMING:
        stroke = "-/|\\"[phase % 4]
        return tuple(
            Piece(x - 2, 0, text, HEAD if text == "o" else NEAR) for x, text in enumerate(("~", "=", "", "o", stroke))
        )
    legs = _PLAIN_LEGS[phase % len(_PLAIN_LEGS)] if effort else "/ \\"
    arms = "<-" if effort else "/\\"
    body = ((" ", "o", " "), (arms[0], "", arms[1]), tuple(legs))
    return tuple(
        Piece(x - 1, y - 2, text, HEAD if y == 0 else NEAR)
        for y, row in enumerate(body)
        for x, text in enumerate(row)
        if text != " "
    )


_PLAIN_LEGS = ("/ >", "_| ", " |>", " |\\")
"""Legs of one step."""


def _piece(x: int, y: int, parts: list[int]) -> Piece:
    """A cell from what fills its four quarters: two parts where they fill it, else all in what there is most of."""
    present = sorted({part for part in parts if part >= 0}, key=lambda part: (-parts.count(part), part))
    main = present[0]
    if len(present) == 2 and -1 not in parts:
        return Piece(x, y, _BLOCKS[sum((part == main) << at for at, part in enumerate(parts))], main, present[1])
    return Piece(x, y, _BLOCKS[sum((part >= 0) << at for at, part in enumerate(parts))], main)


_CHEST, _AFLOAT = (0.06, 1.2), (0.0, 0.2)
"""Where the letter is, in metres, on one who stands and on one who swims."""


def _inside(stick: _Stick, thick: float, x: float, y: float) -> bool:
    (x0, y0), (x1, y1) = stick.start, stick.end
    dx, dy = x1 - x0, y1 - y0
    length = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((x - x0) * dx + (y - y0) * dy) / length)) if length else 0.0
    return (x - x0 - share * dx) ** 2 + (y - y0 - share * dy) ** 2 <= thick**2


def _limb(joint: tuple[float, float], angle: float, length: float) -> tuple[float, float]:
    """The end of a limb that hangs from a joint, turned forward by an angle in degrees."""
    turn = math.radians(angle)
    return joint[0] + length * math.sin(turn), joint[1] - length * math.cos(turn)


def _leg(hip: tuple[float, float], phase: float, reach: float, part: int) -> list[_Stick]:
    """A leg; at phase 0 it is furthest forward, at 0.5 furthest back."""
    turn = 2 * math.pi * phase
    thigh = 6 + 38 * reach * math.cos(turn)
    fold = 12 + 88 * reach * max(0.0, -math.sin(turn - 0.35))
    knee = _limb(hip, thigh, 0.44)
    ankle = _limb(knee, thigh - fold, 0.46)
    shorts = [_Stick(hip, _limb(hip, thigh, 0.2), 0.13, SHORTS)] if part == LIMB else []
    return [_Stick(hip, knee, 0.10, part), _Stick(knee, ankle, 0.075, part), *shorts]


def _arm(shoulder: tuple[float, float], phase: float, reach: float, part: int) -> list[_Stick]:
    swing = -8 + 42 * reach * math.cos(2 * math.pi * phase)
    elbow = _limb(shoulder, swing, 0.28)
    hand = _limb(elbow, swing + 75, 0.24)
    return [_Stick(shoulder, elbow, 0.06, part), _Stick(elbow, hand, 0.055, part)]


def _running(phase: float, reach: float) -> list[_Stick]:
    # The body is lowest in the middle of a step and highest between two.
    bounce = 0.05 * reach * abs(math.cos(2 * math.pi * phase))
    hip = 0.0, 0.90 + bounce
    neck = 0.10 + 0.03 * reach, 1.42 + bounce
    head = neck[0] + 0.06, neck[1] + 0.20
    shoulder = neck[0] - 0.01, neck[1] - 0.05
    return [
        *_head(head),
        _Stick(hip, neck, 0.15),
        *_leg(hip, phase, reach, part=LIMB),
        *_leg(hip, phase + 0.5, reach, part=FAR),
        *_arm(shoulder, phase + 0.5, reach, part=LIMB),
        *_arm(shoulder, phase, reach, part=FAR),
    ]


def _head(middle: tuple[float, float]) -> list[_Stick]:
    """A head that looks to the right, with hair above and behind."""
    x, y = middle
    return [_Stick(middle, middle, 0.15, HEAD), _Stick((x - 0.11, y + 0.03), (x - 0.02, y + 0.11), 0.07, HAIR)]


def _swimming(phase: float) -> list[_Stick]:
    """The front crawl: one arm over the water while the other pulls under it, and the feet beat."""
    hip, neck, head = (-0.5, 0.12), (0.4, 0.2), (0.62, 0.22)
    sticks = [_Stick(head, head, 0.15, HEAD), _Stick(hip, neck, 0.14)]
    for turn, part in ((phase, NEAR), (phase + 0.5, FAR)):
        hand = neck[0] + 0.7 * math.cos(2 * math.pi * turn), neck[1] - 0.55 * math.sin(2 * math.pi * turn)
        foot = -1.25, 0.1 + 0.12 * math.sin(6 * math.pi * turn)
        sticks += [_Stick(neck, hand, 0.07, part), _Stick(hip, foot, 0.08, part)]
    return sticks


def figure_of(
    seen: Seen, moves: bool, swims: bool, rate: float, at: tuple[int, bool, bool] | None, leaps: bool = False
) -> Figure:
    """The picture of somebody at this moment of the stride, or the stroke.

    Args:
        seen: How the entry is seen.
        moves: Whether the gun has gone.
        swims: Whether the race is in a pool.
        rate: How many times as fast as it was the race is shown.
        at: Cells a metre, and on which half of a cell; None for plain characters.
        leaps: Whether somebody is over a hurdle, with one leg in front and one behind.
    """
    speed = seen.speed if moves else 0.0
    effort = 0 if speed < 0.6 else SWIMMING if swims else 1 if speed < 3.5 else 2
    phase = stride_phase(seen.seconds, seen.metres, rate) if effort and not leaps else 0
    if at is None:
        return plain_figure(phase, effort)
    scale, half_x, half_y = at
    return figure(scale, phase, effort, half_x, half_y)


def _standing() -> list[_Stick]:
    hip, neck = (0.0, 0.90), (0.08, 1.42)
    head = neck[0] + 0.05, neck[1] + 0.20
    front, back = (0.22, 0.02), (-0.20, 0.02)
    return [
        *_head(head),
        _Stick(hip, neck, 0.15),
        _Stick(hip, front, 0.09, LIMB),
        _Stick(hip, back, 0.09, part=FAR),
        _Stick(hip, (0.05, 0.72), 0.14, SHORTS),
        _Stick((neck[0], 1.36), (-0.06, 1.0), 0.06, LIMB),
        _Stick((neck[0], 1.36), (0.28, 1.08), 0.055, LIMB),
    ]
