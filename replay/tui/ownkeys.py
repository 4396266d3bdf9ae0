"""Keys of somebody's own: one that is pressed does what another does as the program comes.

The keys of a preset are given so too, and the user's win over them. Nothing here needs a terminal.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from replay.files.preferences import Preferences
from replay.tui.keys import GROUPS, Key, binding_id

PRESETS: Mapping[str, Mapping[str, str]] = {
    "default": {},
    "mpv": {"[": "-", "]": "+", "!": "[", "@": "]", "Q": "q"},
    "vim": {
        "w": "]",
        "b": "[",
        "}": "PgDn",
        "{": "PgUp",
        "ctrl+f": "PgDn",
        "ctrl+b": "PgUp",
        "^": "Home",
        "$": "End",
        "ctrl+a": "}",
        "ctrl+x": "{",
        "ctrl+g": "w",
        "ctrl+n": "b",
    },
}
"""Each preset's keys, and the ones whose work they do. What is the same in all of them is not here."""

_WRITTEN = {key.keys.split(",")[0]: key.shown for group in GROUPS.values() for key in group}
"""How the keys are written that the program comes with."""
_NAMES = {written.casefold(): name for name, written in _WRITTEN.items() if len(written) > 1 or not written.isascii()}
_HELD = ("ctrl", "shift", "alt")
_NOBODYS = frozenset(("ctrl+c", "ctrl+z", "ctrl+l"))
"""What leaves, stops and redraws the program whatever is on top: a footer that offered something else would lie."""


class OwnKey(NamedTuple):
    """A key that does what another does."""

    name: str
    """Textual's name of it."""
    written: str
    of: str
    """Textual's name of the other."""


def name_of(written: str) -> str:
    """Textual's name of a key as people write it: `[`, `PgUp`, `ctrl+f`, `←`.

    Raises:
        ValueError: It is no key; the message says so.
    """
    *held, last = written.split("+") if len(written) > 1 else [written]
    whole = _NAMES.get(written.casefold())
    if whole is not None:
        return whole
    name = _NAMES.get(last.casefold(), last)
    if len(last) == 1 and last.isprintable() and last.isascii():
        from replay.tui.private import name_of_key

        name = name_of_key(last)
    known = name in _NAMES.values() or (len(last) == 1 and last.isprintable()) or _is_function_key(last)
    if not known or len(set(held)) < len(held) or not set(held) <= set(_HELD):
        raise ValueError(f"own_keys: {written[:40]!r} is no key; write it as the help does: x, [, PgUp, ctrl+f")
    return "+".join([*held, name])


def _is_function_key(name: str) -> bool:
    return name[:1] == "f" and name[1:].isdecimal() and 1 <= int(name[1:3]) <= 24


def own_keys(preferences: Preferences) -> tuple[OwnKey, ...]:
    """The keys of a preset and of the user's own.

    Raises:
        ValueError: One is no key, or does what no key does as the program comes.
    """
    found: dict[str, OwnKey] = {}
    for written, other in (*PRESETS[preferences.keys].items(), *preferences.own_keys.items()):
        name, of = name_of(written), name_of(other)
        if name in _NOBODYS:
            raise ValueError(f"own_keys: {written!r} does the same wherever one is, and nothing else; take another key")
        if of not in _EVERY:
            raise ValueError(f"own_keys: {other!r} does nothing as the program comes; name one of the help's keys")
        found[name] = OwnKey(name, written, of)
    return tuple(found.values())


def usable(preferences: Preferences) -> tuple[Preferences, str]:
    """Settings without own keys that cannot be, and what is wrong with them; empty where nothing is."""
    try:
        own_keys(preferences)
    except ValueError as error:
        return preferences._replace(own_keys={}), str(error)
    return preferences, ""


_EVERY = {name for group in GROUPS.values() for key in group for name in key.keys.split(",")}


def with_own(keys: Sequence[Key], own: Iterable[OwnKey]) -> tuple[Key, ...]:
    """The keys of a screen with those of one's own; one that is left without any has none and is not shown."""
    here = {name for key in keys for name in key.keys.split(",")}
    given = [one for one in own if one.of in here]
    taken = {one.name for one in given}
    return tuple(_with_own(key, given, taken) for key in keys)


def _with_own(key: Key, given: Iterable[OwnKey], taken: set[str]) -> Key:
    before = key.keys.split(",")
    mine = {one.name: one.written for one in given if one.of in before}
    if not mine and not taken & set(before):
        return key
    names = [*mine, *(name for name in before if name not in taken)]
    shown, *also = [mine.get(name) or _written(name) for name in names] or [""]
    return key._replace(keys=",".join(names), shown=shown, also=" ".join(also))


def _written(name: str) -> str:
    from textual.keys import key_to_character

    return _WRITTEN.get(name) or key_to_character(name) or name


def keymap(own: Sequence[OwnKey]) -> dict[str, str]:
    """What Textual is told of one's own keys; who has lost his to another loses it by that."""
    return {
        binding_id(before, group): after.keys
        for group in GROUPS.values()
        for before, after in zip(group, with_own(group, own), strict=True)
        if after.keys and after.keys != before.keys
    }


def as_set(keys: Sequence[Key], own: Sequence[OwnKey], preferences: Preferences) -> tuple[Key, ...]:
    """The keys of a screen as somebody has set them, with words for how far they go."""
    return tuple(_told(key, preferences) for key in with_own(keys, own))


def _told(key: Key, preferences: Preferences) -> Key:
    way = "Back" if key.action.endswith("(-1)") else "Forward"
    if key.action.startswith("seek("):
        return key._replace(help=f"{way} {preferences.seek:g} s ({preferences.seek_road:g} s on roads)")
    if key.action.startswith("seek_fine("):
        fine = f"{way} {preferences.seek_fine:g} s"
        return key._replace(help=fine, label=fine.lower())
    return key
