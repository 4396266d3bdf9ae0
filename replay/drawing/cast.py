"""Who is who on the screen: a short name, a letter and a colour for every entry of a race."""

from typing import NamedTuple

from replay.drawing.ink import Ink
from replay.drawing.kits import in_kit, kit_of
from replay.drawing.look import Look
from replay.drawing.palette import DISTINCT, runner_colours
from replay.race import Race
from replay.shortnames import short_names, tags

_CHOICE = 14
"""Colours that a field chooses among at least."""


class Cast(NamedTuple):
    """Names, letters and inks of a race's entries, in the race's order of entries."""

    names: tuple[str, ...]
    tags: tuple[str, ...]
    colours: tuple[int, ...]
    chips: tuple[Ink, ...]
    order: tuple[int, ...]
    """Indices of the entries by bib, or by name where there are no bibs: never by what became of them."""


def cast_of(race: Race, look: Look) -> Cast:
    """The cast of a race in a look.

    Colours go by club or nation and the alphabet, so that they give nothing of the result away.
    """
    names = short_names(race.entries)
    order = tuple(sorted(range(len(names)), key=lambda at: _rank(race, names, at)))
    # The palette begins with what is furthest apart: a small field chooses among a few more than it needs.
    distinct = runner_colours(min(DISTINCT, max(len(names), _CHOICE)), look.theme)
    first = in_kit([kit_of(race.entries[index], race.kits) for index in order[:DISTINCT]], distinct)
    colours = [0] * len(names)
    for colour, index in zip((*first, *runner_colours(len(names), look.theme)[DISTINCT:]), order, strict=True):
        colours[index] = colour
    return Cast(
        names=names,
        tags=tags(names),
        colours=tuple(colours),
        chips=tuple(look.chip(colour) for colour in colours),
        order=order,
    )


def crowd_of(race: Race, look: Look) -> Cast:
    """The cast of a large field: too few letters and colours for one of each, so all have their initials and a grey."""
    names = short_names(race.entries)
    grey = runner_colours(DISTINCT + 1, look.theme)[-1]
    return Cast(
        names=names,
        tags=tuple(name[:1].upper() for name in names),
        colours=(grey,) * len(names),
        chips=(look.chip(grey),) * len(names),
        order=tuple(sorted(range(len(names)), key=lambda at: _rank(race, names, at))),
    )


def _rank(race: Race, names: tuple[str, ...], index: int) -> tuple[int, int, str]:
    bib = race.entries[index].bib
    return (0, int(bib), "") if bib.isdigit() else (1, 0, names[index])
