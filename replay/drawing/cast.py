"""Who is who on the screen: a short name, a letter and a colour for every entry of a race."""

from dataclasses import dataclass

from replay.drawing.ink import Ink
from replay.drawing.look import Look
from replay.drawing.palette import runner_colours
from replay.race import Race
from replay.shortnames import short_names, tags


@dataclass(frozen=True, slots=True)
class Cast:
    """Names, letters and inks of a race's entries, in the race's order of entries."""

    names: tuple[str, ...]
    tags: tuple[str, ...]
    colours: tuple[int, ...]
    chips: tuple[Ink, ...]
    order: tuple[int, ...]
    """Indices of the entries by bib, or by name where there are no bibs: never by what became of them."""


def cast_of(race: Race, look: Look) -> Cast:
    """The cast of a race in a look. Colours go by the alphabet, so that they give nothing of the result away."""
    names = short_names(race.entries)
    order = tuple(sorted(range(len(names)), key=lambda at: _rank(race, names, at)))
    palette = runner_colours(len(names), look.theme)
    colours = [0] * len(names)
    for colour, index in zip(palette, order, strict=True):
        colours[index] = colour
    return Cast(
        names=names,
        tags=tags(names),
        colours=tuple(colours),
        chips=tuple(look.chip(colour) for colour in colours),
        order=order,
    )


def _rank(race: Race, names: tuple[str, ...], index: int) -> tuple[int, int, str]:
    bib = race.entries[index].bib
    return (0, int(bib), "") if bib.isdigit() else (1, 0, names[index])
