"""A crowd close up: those in front or round the chosen are figures, everybody else a head over a shade."""

from collections.abc import Sequence

from replay.cells.ink import mix
from replay.drawing.closeup.inks import part_colours
from replay.drawing.closeup.inview import Runner
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.drawing.theme.runners import runner_colours

CROWD = 24
"""Runners in view from which on they are a crowd: letters and names tell nobody."""
FIGURES = 6
"""Of a crowd, who are figures, with their names."""
VESTS = 8
"""Colours of the vests of a field that has no colours of its own."""
DIM = 0.35
"""The part that its vest has of the colour of somebody who is in the crowd, the ground the rest."""


class Crowd:
    """The colours of a field that has but one, as a large field has."""

    def __init__(self, cast: Cast, look: Look, surface: int) -> None:
        """Take who is who, how it looks, and the colour of what is run on."""
        self._cast, self._look = cast, look
        self._chosen: tuple[int | None, Cast] = None, cast
        self._heads: list[tuple[int, ...]] = []
        self._dressed: list[tuple[int, ...]] = []
        if len(cast.colours) > CROWD and len(set(cast.colours[: CROWD + 1])) == 1:
            vests = runner_colours(VESTS, look.theme)
            self._heads = [_heads(colour, look, surface) for colour in vests]
            self._dressed = [part_colours(colour, look) for colour in vests]

    def cast(self, entry: int | None) -> Cast:
        """The cast, in which the chosen of such a field has the colour that he has on the board."""
        if entry is None or not self._heads:
            return self._cast
        if self._chosen[0] != entry:
            colours, chips = list(self._cast.colours), list(self._cast.chips)
            colours[entry], chips[entry] = self._look.theme.lights, self._look.chip(self._look.theme.lights)
            self._chosen = entry, self._cast._replace(colours=tuple(colours), chips=tuple(chips))
        return self._chosen[1]

    def figures(self, runners: Sequence[Runner], focus: int | None) -> list[Runner]:
        """Who are figures, in their order: everybody, or of a crowd those in front, or those nearest to the chosen.

        Args:
            runners: Who is in view, the furthest along first.
            focus: The chosen entry, if any.
        """
        if len(runners) <= (FIGURES if self._heads else CROWD):
            return list(runners)
        chosen = next((runner for runner in runners if runner.entry == focus), runners[0])
        near = sorted(runners, key=lambda runner: abs(runner.along - chosen.along))[:FIGURES]
        return [runner for runner in runners if runner in near]

    def inks(self, entry: int, focus: int | None, figure: bool) -> tuple[int, ...]:
        """The colours of somebody's parts, who may be a figure or not; empty where they are those of any field.

        Of so many nobody is known by a vest, and all in grey would be one heap.
        """
        if not self._heads:
            return ()
        if entry == focus:
            return part_colours(self._look.theme.lights, self._look)
        return (self._dressed if figure else self._heads)[entry % VESTS]


def _heads(colour: int, look: Look, surface: int) -> tuple[int, ...]:
    """The colours of the parts of somebody in a crowd: but for the head little is left of them."""
    parts = part_colours(colour, look)
    if len(set(parts)) == 1:
        return parts
    theme = look.theme
    dim = colour if theme.sixteen else theme.had(mix(surface, colour, DIM))
    return dim, dim, parts[2], dim, dim, parts[5]
