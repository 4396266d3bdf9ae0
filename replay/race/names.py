"""Which runner is meant: by bib, by full name, or by any whole-word part of the name, ignoring case and accents."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol

from replay.race.problems import ReplayError, did_you_mean

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "'": "",
        "’": "",
    }
)
"""Letters that Unicode does not take apart into a base and an accent, and apostrophes, which people leave out."""


class Named(Protocol):
    """What a name is looked up in: `replay.race.race.Entry` is one."""

    @property
    def name(self) -> str:
        """The full name."""

    @property
    def bib(self) -> str:
        """The number on the shirt, as text; empty where unknown."""


class NoSuchRunner(ReplayError):  # noqa: N818 (it reads as what happened, like UnreadableRace)
    """A name that fits nobody, or more than one."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep what is wrong and the way out apart, for messages that name a file."""
        super().__init__(f"{message}; {hint}" if hint else message)
        self.message = message
        self.hint = hint


def unaccented(text: str) -> str:
    """A text without accents, its other signs as they are; syllables of Korean become letters, as `fold` has them."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def fold(text: str) -> str:
    """The words without case, accents and punctuation, parted by single spaces: `GARCÍA-Romo` is `garcia romo`."""
    text = text.lower().replace("'", "") if text.isascii() else unaccented(text.casefold().translate(_LETTERS))
    return " ".join(re.findall(r"\w+", text))


def has_all(text: str, words: Iterable[str]) -> bool:
    """Whether all words stand in a text; of a pasted text there may be thousands, and the text is made once."""
    return all(word in text for word in words)


GUESSES = 100
"""Names nobody has for which the nearest one is looked for: each takes a while in a large field."""


class Names:
    """The names of a race's entries, ready to be looked up."""

    def __init__(self, entries: Iterable[Named]) -> None:
        """Fold every name once; the n-th entry is found as n."""
        self._names = [(entry.name, entry.bib, f" {fold(entry.name)} ") for entry in entries]
        self._bibs: dict[str, list[int]] = {}
        self._words: dict[str, list[int]] = {}
        for index, (_, bib, folded) in enumerate(self._names):
            if bib:
                self._bibs.setdefault(bib.casefold(), []).append(index)
            for word in dict.fromkeys(folded.split()):
                self._words.setdefault(word, []).append(index)
        self._guesses = GUESSES

    def find(self, name: str) -> int:
        """The index of the entry that a bib, a full name or a part of a name means.

        Raises:
            NoSuchRunner: It fits nobody, or it fits two or more (all are listed).
        """
        wanted = name.strip()
        key = f" {fold(wanted)} "
        if not wanted or not key.strip():
            raise NoSuchRunner(f"{name!r} is no runner's name")
        for found in self._stages(wanted, key):
            if len(found) == 1:
                return found[0]
            if found:
                listed = " and ".join(self._label(index) for index in found[:4])
                more = f" and {len(found) - 4} more" if len(found) > 4 else ""
                raise NoSuchRunner(f"{name!r} fits {listed}{more}", "give the full name or the bib")
        raise NoSuchRunner(f"no runner is called {name!r}", self._nearest(wanted))

    def _stages(self, wanted: str, key: str) -> Iterable[list[int]]:
        yield self._bibs.get(wanted.casefold(), [])
        # Only of those who have its rarest word: a file may name many of a large field.
        some = min((self._words.get(word, []) for word in key.split()), key=len)
        yield [index for index in some if self._names[index][2] == key]
        yield [index for index in some if key in self._names[index][2]]

    def _label(self, index: int) -> str:
        name, bib, _ = self._names[index]
        return f"{name!r} ({bib})" if bib else repr(name)

    def _nearest(self, wanted: str) -> str:
        if not self._guesses:
            return ""
        self._guesses -= 1
        names = [name for name, _, _ in self._names[:2000]]
        parts = {part for name in names for part in name.split()}
        return did_you_mean(wanted, [*names, *sorted(parts)])


def find_runner(entries: Iterable[Named], name: str) -> int:
    """The index of the one entry meant by `name`.

    Raises:
        NoSuchRunner: It fits nobody, or two or more.
    """
    return Names(entries).find(name)
