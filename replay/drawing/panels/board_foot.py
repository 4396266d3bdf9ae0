"""The foot of the leaderboard: which part of a large field is listed, and where the chosen runner stands in it."""

from collections.abc import Sequence
from typing import NamedTuple

from replay.cells.ink import Row
from replay.cells.rows import fill
from replay.cells.text import cell_width, fit
from replay.drawing.scene import Scene
from replay.state.timeline import RunnerState


class Part(NamedTuple):
    """The part of the standings that a board lists, where that is not simply the first."""

    runners: tuple[RunnerState, ...]
    places: tuple[int | None, ...]
    """Of each of them among those who are listed at all."""
    above: int
    """How many are listed above the first of them."""
    listed: int
    """How many there are in all."""
    words: str = ""
    """Who they are; empty for everybody."""


class Card(NamedTuple):
    """Where the chosen runner of a large field stands."""

    entry: int
    place: str
    """`23rd`."""
    of: str
    """`of 48,000`."""
    more: tuple[str, ...]
    """What else there is to say, the most important first: `ahead of 97 %`, `3rd woman`."""


CARD_ROWS = 2


def foot_of(part: Part | None, card: Card | None, scene: Scene, width: int) -> list[Row]:
    """Which part is listed, and where the chosen runner stands."""
    look = scene.look
    rows: list[Row] = []
    if part is not None:
        words = f" {look.glyph('·', '-')} {part.words}" if part.words else ""
        last = part.above + len(part.runners)
        text = f" {part.above + 1:,}{look.glyph('–', '-')}{last:,} of {part.listed:,}{words}" if part.listed else ""
        text = text or f" nobody{words}"
        rows.append(fill([(fit(text, width - 1), look.muted)], width, look.panel))
    if card is not None:
        name = scene.cast.names[card.entry]
        stands = f"{card.place} {card.of}"
        if cell_width(name) + cell_width(stands) + 3 > width:
            stands = card.place
        name = fit(f" {name}", max(width - cell_width(stands) - 2, 4))
        rows.append(fill([(name + " ", look.strong), (stands, look.accent)], width, look.panel))
        rows.append(fill([(f" {_as_many(card.more, width - 2)}", look.muted)], width, look.panel))
    return rows


def _as_many(parts: Sequence[str], width: int) -> str:
    """As many of some parts as there is room for, whole."""
    texts = (", ".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((text for text in texts if cell_width(text) <= width), "")
