"""What the lists of one file are called, where one key has several: `results` of each event, `runners` of each heat."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_NAMED = ("event", "race", "title", "discipline", "class")
_OF_CLASSES = (
    "category",
    "categorie",
    "kategorie",
    "categoria",
    "division",
    "gender",
    "sex",
    "geschlecht",
    "age group",
)
_TELL_APART = (*_NAMED, *_OF_CLASSES, "heat", "heat number", "round", "race number", "wave", "lauf", "serie")
_NUMBERS = ("no", "nr", "number", "num", "section")


class Named(NamedTuple):
    """What is known of a list that may tell it from others."""

    name: str
    within: Sequence[str]
    """What it is within, the outermost first."""
    said: Mapping[str, str]
    holder: str
    """The key of what holds it."""


def called_apart(lists: Sequence[Named]) -> list[str]:
    """A name for each list: its own, or that of what it is within, of its event or its heat, else with a number."""
    twice = {name for name, count in Counter(one.name for one in lists).items() if count > 1}
    made = []
    for one in lists:
        alike = [other for other in lists if other.name == one.name]
        made.append((_apart(one, alike) or one.name) if one.name in twice else one.name)
    again, so_far = Counter(made), Counter[str]()
    for at, name in enumerate(made):
        so_far[name] += 1
        made[at] = f"{name or 'list'} {so_far[name]}" if again[name] > 1 else name
    return made


def _apart(one: Named, alike: Sequence[Named]) -> str:
    """What one of several lists of one name is called, and no other of them; empty where nothing tells."""
    if one.within and len({tuple(other.within) for other in alike}) == len(alike):
        return one.within[-1]
    key = next((key for key in _TELL_APART if len({other.said.get(key) for other in alike}) == len(alike)), "")
    if key in one.said:
        return one.said[key] if key in (*_NAMED, *_OF_CLASSES) else f"{key} {one.said[key]}"
    if one.holder and len({other.holder for other in alike}) == len(alike):
        return one.holder
    for key in (*_TELL_APART, *_NUMBERS):
        told = {(*other.within, other.said.get(key)) for other in alike}
        if one.within and key in one.said and len(told) == len(alike):
            return f"{one.within[-1]}, {key} {one.said[key]}"
    return ""
