"""Who is who on the screen: a short name, a letter and a colour for every entry of a race."""

from typing import NamedTuple

from replay.cells.ink import Ink
from replay.drawing.theme.kits import KITS, given_to, in_kit
from replay.drawing.theme.look import Look
from replay.drawing.theme.runners import DISTINCT, runner_colours
from replay.race.race import Race
from replay.race.shortnames import short_names, tags

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
    # Of sixteen colours few are for runners: no more are taken than are needed, so that none comes twice for nothing.
    few = look.theme.sixteen
    choice = min(DISTINCT, len(names) if few else max(len(names), _CHOICE))
    distinct = runner_colours(choice if few else DISTINCT, look.theme)
    asked = [race.entries[index] for index in order[:DISTINCT]]
    given = [given_to(entry, race.kits) for entry in asked]
    worn = [KITS.get(entry.nation) if kit is None else kit for entry, kit in zip(asked, given, strict=True)]
    first = in_kit(worn, distinct, given, choice)
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
