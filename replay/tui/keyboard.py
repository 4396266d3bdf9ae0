"""The keys of any keyboard: what a terminal reports of them, as the keys that commands are bound to.

A key keeps the character that it types. Its name is that of the same key on a keyboard with Latin letters, where it has
none itself: a terminal may report that one (kitty's protocol calls it the base key), else it follows from the position.
"""

import re
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.events import Key

ALTERNATES = 4
"""The flag with which kitty's protocol reports the base key too."""

_REPORT = re.compile(r"\x1b\[(\d+)(?::\d*)?(?::(\d+))?(?:;(\d*)(?::(\d+))?)?(;[\d:]*)?u")
"""In kitty's protocol: the key's code, its base key's, modifiers, whether it is let go, its text."""
_SHIFT, _CAPS_LOCK, _LET_GO = 1, 64, "3"

_LATIN, _SHIFTED = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`", 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё"
_GREEK = {"ς": "w", **dict(zip("ερτυθιοπασδφγηξκλζχψωβνμ", "ertyuiopasdfghjklzxcvbnm", strict=True))}
_POSITIONS = {
    **dict(zip(_CYRILLIC, _LATIN, strict=True)),
    **dict(zip(_CYRILLIC.upper(), _SHIFTED, strict=True)),
    **dict(zip("іїєўґ", "s]'o`", strict=True)),  # where Ukrainian and Belarusian are otherwise
    **dict(zip("ІЇЄЎҐ", 'S}"O~', strict=True)),
    **_GREEK,
    **{greek.upper(): latin.upper() for greek, latin in _GREEK.items() if greek != "ς"},
}
"""Letters that are not Latin to what is typed by the same keys of a keyboard of the United States."""
_WITH_SHIFT = dict(zip("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?', strict=True))

_NAMES = {
    "add": "plus",
    "subtract": "minus",
    "decimal": "full_stop",
    "separator": "comma",
    "divide": "slash",
    "multiply": "asterisk",
    "equal": "equals_sign",
    "shift+space": "space",
    "shift+backspace": "backspace",
    "shift+enter": "enter",
    "shift+escape": "escape",
}
"""Keys that have two names: those of the number pad, and those that shift does not change."""


class Keyboard(XTermParser):
    """Textual's parser, with every keyboard's keys as ours."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
        """The keys of a sequence, as the commands know them."""
        found = _REPORT.fullmatch(sequence)
        if found is None:
            for key in super()._sequence_to_key_events(sequence, alt):
                yield self._known(key)
            return
        code, base, modifiers, event, text = found.groups(default="")
        if event == _LET_GO:
            return
        held = int(modifiers or "1") - 1
        for key in super()._sequence_to_key_events(f"\x1b[{code};{modifiers}{text}u", alt):
            yield self._known(self._unlocked(key, held), chr(int(base)) if base else "", bool(held & _SHIFT))

    def _unlocked(self, key: Key, held: int) -> Key:
        """Caps Lock changes what is typed, and no command."""
        character = key.character or ""
        if not held & _CAPS_LOCK or not character.isalpha() or key.key != character:
            return key
        return Key(character.upper() if held & _SHIFT else character.lower(), key.character)

    def _known(self, key: Key, base: str = "", shifted: bool = False) -> Key:
        """A key by the name that commands are bound to."""
        *held, name = key.key.split("+") if len(key.key) > 1 else [key.key]
        if len(name) == 1 and not name.isascii():
            if base.isascii() and base.isprintable() and base:
                latin = (base.upper() if base.isalpha() else _WITH_SHIFT.get(base, base)) if shifted else base
            else:
                latin = _POSITIONS.get(name, name)
            named = next(iter(super()._sequence_to_key_events(latin)), key)
            return Key("+".join([*held, named.key]), key.character)
        return Key(_NAMES[key.key], key.character) if key.key in _NAMES else key
