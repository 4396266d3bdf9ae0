"""The foot of the leaderboard: which part of a large field is listed, and where the chosen runner stands in it."""

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
    """Where the chosen runner of a large field stands: `23rd of 48,000`, and among those like him."""

    entry: int
    lines: tuple[str, ...]
    """What is said, the most important first."""


def foot_rows(part: Part | None, card: Card | None) -> int:
    """Rows at the foot of a board that are no runners."""
    return (part is not None) + (len(card.lines) if card is not None else 0)


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
        first, *others = card.lines
        name = fit(f" {scene.cast.names[card.entry]}", max(width - cell_width(first) - 2, 4))
        rows.append(fill([(name + " ", look.strong), (first, look.accent)], width, look.panel))
        rows += [fill([(fit(f" {line}", width - 1), look.muted)], width, look.panel) for line in others]
    return rows
