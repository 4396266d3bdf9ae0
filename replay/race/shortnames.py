"""Names as boards and commentary use them: short, and no two alike in one race.

A file may say how a runner is called (`short: García Romo`). Otherwise the family name is taken: the words in capitals
where a result list prints it so (`Faith KIPYEGON`), else the last word that is no initial: Ledecky K is Ledecky, and
Ella B. is Ella. Lists in Russian and in Chinese characters have it first. Runners who would share a name get their
first initial before it, and their whole name if that does not part them.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from replay.race.names import fold
from replay.race.race import Entry, Role

_PARTICLES = frozenset(
    {"de", "da", "do", "dos", "van", "von", "der", "den", "di", "du", "la", "le", "el", "al", "bin", "ben", "st."}
)


_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def family_name(name: str) -> str:
    """The family name of a full name, as well as one can tell without being told."""
    words = name.split()
    capitals = [at for at, word in enumerate(words) if is_capitals(word)]
    if capitals and len(capitals) < len(words):
        while capitals[0] > 1 and words[capitals[0] - 1] in _PARTICLES:
            capitals.insert(0, capitals[0] - 1)
        return in_small_letters(" ".join(words[at] for at in capitals))
    if not words or (len(words) == 1 and _is_nation(name)):
        return name
    if not any(map(str.isalpha, words[-1])):  # `Runner 7`, as lists without names have it
        return name
    least = 1
    if behind := _initials_behind(words):
        words, least = words[:-behind], 0
    elif not name.isascii() and _is_first(words):
        return words[0]
    start = len(words) - 1
    while start > least and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return _titled(" ".join(words[start:])) if name.isupper() else " ".join(words[start:])


def _initials_behind(words: Sequence[str]) -> int:
    """How many of the last words of a name are initials: of `Ella B.`, `Titmus A` and `Pavo J. K.`, none of `A B`."""
    count = 0
    while count < len(words) - 1 and _INITIAL.fullmatch(words[-1 - count]):
        count += 1
    return count if count and len(words[-1 - count].strip(".")) > 1 else 0


def _is_first(words: Sequence[str]) -> bool:
    """Whether it is the first word: of `Петров Пётр`, `Петров Пётр Ильич`, `佐藤 健`, no `Пётр Петров`."""
    if len(words) > 1 and unicodedata.east_asian_width(words[0][0]) == "W":
        return True
    ends = [_SURNAME.search(word) is not None for word in words]
    return len(words) > 1 and (_PATRONYMIC.search(words[-1]) is not None or (ends[0] and not ends[-1]))


_SURNAME = re.compile("(?:[оеё]ва?|[иы]на?|ск(?:ий|ая)|[оы]й|ая|ко|у?к|ю?к)$")
_PATRONYMIC = re.compile("[^ ]+(?:ич|вна|чна)$")
"""How Russian and Ukrainian family names end, and names after one's father."""
_INITIAL = re.compile(r"[^\W\d_]\.?(-?[^\W\d_]\.)*")
"""`K`, `K.`, `J.P.` and `J.-P.`."""


def _is_nation(name: str) -> bool:
    """Whether it is a relay's team: `USA`."""
    if len(name) != len("USA") or not name.isupper():
        return False
    from replay.race.nations import is_nation_code  # few names are of three letters

    return is_nation_code(name)


def short_names(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The short name of every entry, in their order; no two alike unless the full names are."""
    return _short_names(tuple(entry.name for entry in entries), tuple(entry.short for entry in entries))


@lru_cache(maxsize=4)  # the picture, the commentary and the race on its other clock want those of one large field
def _short_names(names: tuple[str, ...], given: tuple[str, ...]) -> tuple[str, ...]:
    family = [short or family_name(name) for name, short in zip(names, given, strict=True)]
    found = family
    for fuller in (_initialled, _whole):
        twice = {name for name, count in Counter(found).items() if count > 1}
        found = [
            fuller(name, short) if one in twice else one for one, name, short in zip(found, names, family, strict=True)
        ]
    return tuple(found)


def _initialled(name: str, short: str) -> str:
    return name if _initials_behind(name.split()) else f"{name[:1]}. {short}"


def _whole(name: str, _: str) -> str:
    return name


def initials(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Two letters for every entry, all different: JK for Josh Kerr; of two of those, Ke for one and Ki for the other.

    They are given out in the order of the alphabet, so that they say nothing about who is first. Where no two letters
    of a name are free it has any that are; beyond all there are (1,352) a runner has `··`.
    """
    wanted = [_pairs(entry) for entry in entries]
    shared = Counter(pairs[0] for pairs in wanted)
    order = sorted(range(len(entries)), key=lambda at: (entries[at].name, at))
    alone = [at for at in order if shared[wanted[at][0]] == 1]
    free = dict.fromkeys(one + two for two in (*_CAPITALS.lower(), *_CAPITALS) for one in _CAPITALS)
    found = ["··"] * len(entries)
    used: set[str] = set()
    for at in dict.fromkeys((*alone, *order)):
        first = 0 if shared[wanted[at][0]] == 1 else 1
        own = (pair for pair in wanted[at][first:] if pair in free or not (pair.isascii() or pair in used))
        pair = next(own, next(iter(free), None))
        if pair is not None:
            found[at] = pair
            free.pop(pair, None)
            used.add(pair)
    return tuple(found)


def _pairs(entry: Entry) -> list[str]:
    """The two letters that somebody would have, the best first."""
    family = _letters(entry.short or family_name(entry.name)) or "X"
    given = _letters(entry.name)[:1] if len(entry.name.split()) > 1 else ""
    rest = family[1:].lower() or "x"
    pairs = [family[0] + letter for letter in rest] + [given + letter for letter in rest if given]
    return [given + family[0], *pairs] if given else pairs


def tags(
    codes: Sequence[str],
    held: Mapping[int, str] | None = None,
    order: Sequence[int] | None = None,
    others: Sequence[str] = (),
) -> tuple[str, ...]:
    """One character for each code of three letters, all different: one of the code's own, so that who sees it finds it.

    Initials go to all whose initial is free, then later letters of their codes to as many of the rest as can have one,
    and then others of their names. Who then has none has a digit, else a small letter; beyond those there are (60) a
    runner has `·`. Whoever already has a character, by the place of the code, keeps it.

    Args:
        codes: Three letters each, as from `codes`.
        held: Characters that are given already, by the place of the code.
        order: Places of the codes in the order in which they may choose, nothing that tells who is first; that of the
            alphabet where none is given. Who is not in it and holds nothing has `·`.
        others: For each code the letters that its owner may have where it has none left, as from `other_letters`; it
            is `told_by` such a letter then.
    """
    taken = dict(held or {})
    order = sorted(range(len(codes)), key=lambda at: (codes[at], at)) if order is None else order
    asking = [at for at in order if at not in taken]
    owners = dict.fromkeys(taken.values(), -1)
    wanted = {at: _chosen_of(codes[at]) for at in asking}
    for at in asking:
        if wanted[at] and wanted[at][0] not in owners:
            owners[wanted[at][0]] = at
    settled = {at: char for char, at in owners.items() if at >= 0}
    kept = frozenset(settled.values())  # whoever has his initial keeps it: only later letters are handed on
    lacking = [at for at in asking if at not in settled and not _hand_on(at, wanted, owners, kept, set())]
    if others:
        wanted |= {at: wanted[at] + others[at] for at in asking}
        for at in lacking:
            _hand_on(at, wanted, owners, kept, set())
    taken |= {at: char for char, at in owners.items() if at >= 0}
    free = iter([char for char in f"23456789{_CAPITALS.lower()}{_CAPITALS}" if char not in taken.values()])
    for at in asking:
        taken[at] = taken.get(at) or next(free, "·")
    return tuple(taken.get(at, "·") for at in range(len(codes)))


def _chosen_of(code: str) -> str:
    """The characters that somebody would have, the best first: of `'22`, as a guest from that year has it, the last."""
    return code[:0:-1] if code[:1] in ("'", _NUMBER) else code.rstrip()


_NUMBER = "#"
"""What codes begin with whose owners have no letter that fits into a cell, as in Chinese characters: `#01`."""


def _hand_on(
    at: int, wanted: Mapping[int, str], owners: dict[str, int], kept: Collection[str], asked: set[str]
) -> bool:
    """Give somebody a letter of his code that is free, or that its owner can do without; whether there is one.

    It is the search for an augmenting path in the matching of runners and letters.
    """
    for char in wanted[at]:
        if char in kept or char in asked or owners.get(char, at) == -1:
            continue
        asked.add(char)
        if char not in owners or _hand_on(owners[char], wanted, owners, kept, asked):
            owners[char] = at
            return True
    return False


def codes(entries: Sequence[Entry], held: Mapping[int, str] | None = None) -> tuple[str, ...]:
    """Three letters for every entry, all different, as on television: KER for Kerr, NUG for Nuguse.

    The first three of the family name where nobody else would have them, else its first and two later ones or the given
    name's initial and two; where letters give out, its first and a number. Of shorter names the rest is blank. They do
    not depend on who is first.

    Args:
        entries: Entries of a race.
        held: Codes that are given already, by the place of the entry.
    """
    found = dict(held or {})
    taken = set(found.values())
    # Ghosts come last: they take nothing from those who race.
    order = sorted(range(len(entries)), key=lambda at: (bool(entries[at].ghost), entries[at].name, at))
    wanted = {at: _codes_of(entries[at]) for at in order if at not in found}
    shared = Counter(ways[0] for at, ways in wanted.items() if ways and not entries[at].ghost)
    alone = [at for at, ways in wanted.items() if ways and shared[ways[0]] == 1 and not entries[at].ghost]
    for at in dict.fromkeys((*alone, *wanted)):
        ways = wanted[at]
        numbered = (f"{ways[0][0] if ways else _NUMBER}{n:02}" for n in range(1, 100))
        found[at] = next((code for code in (*ways, *numbered) if code not in taken), "···")
        taken.add(found[at])
    return tuple(found[at] for at in range(len(entries)))


def _codes_of(entry: Entry) -> list[str]:
    """The three letters that somebody would have, the best first; a guest from another year has that: `'22`."""
    year = re.search(r"\d\d(\d\d)$", entry.short or entry.name) if entry.role is Role.GUEST else None
    if year is not None:
        letters = _letters(entry.short or entry.name)[:_LOOKED_AT]
        return [f"'{year[1]}", *(f"{letter}{year[1]}" for letter in letters)]
    called = entry.short or family_name(entry.name)
    family = _letters(called)[:_LOOKED_AT]
    if not family:
        return []
    given = _letters(entry.name.removeprefix(called))[:1] if len(entry.name.split()) > 1 else ""
    first, rest = family[0], family[1:]
    pairs = [one + two for at, one in enumerate(rest) for two in rest[at + 1 :]]
    if given and len(family) == _PAIR:  # Qu Yunxia is QUY
        pairs = [rest + given]
    ways = [first + pair for pair in pairs] + ([given + first + letter for letter in rest] if given else [])
    return ways or [f"{first}{letter}".ljust(_CODE) for letter in rest] or [first.ljust(_CODE)]


_LOOKED_AT = 30
"""Letters of a name: any two of them make a code, and a hostile name has 10,000."""
_CODE, _PAIR = 3, 2
"""Letters of a code, and of a family name that is shorter than a code."""


def other_letters(entry: Entry) -> str:
    """The letters of somebody's family name, then the initial of his given name and what is left of it."""
    if entry.ghost or entry.role is Role.GUEST:
        return ""
    family = _letters(entry.short or family_name(entry.name))
    return "".join(dict.fromkeys(family + _letters(entry.name)))


def told_by(letter: str, code: str, entry: Entry, taken: Collection[str]) -> str:
    """Three letters of somebody in which that one is, that are not taken: his own if it is there, as it is in `KER`.

    Thomas Keen, to whom no letter of his family name is left, has `TKE` by his `T`.
    """
    if letter in code or entry.ghost:
        return code
    ways = [way for way in _codes_of(entry) if letter in way]
    return next((way for way in (*ways, code[:2] + letter) if way not in taken), code)


def _letters(name: str) -> str:
    """The capital letters of a short name without accents, as far as one fits into a cell and is written from the left.

    The initial before a full stop is none of them.
    """
    folded = unicodedata.normalize("NFC", fold(name.rpartition(". ")[2])).upper()
    return "".join(char for char in folded if char.isalpha() and (char.isascii() or _is_of_a_cell(char)))


def _is_of_a_cell(char: str) -> bool:
    return unicodedata.bidirectional(char) == "L" and unicodedata.east_asian_width(char) not in "WF"


def is_capitals(word: str) -> bool:
    """Whether a word is in capitals, as lists print family names: `KIPYEGON`, `O'HARE`, `McMASTER`; no initials are.

    Two without a vowel are initials (`CJ Allen`), but for the one family name of that kind, and so is `AJ`.
    """
    word = word.removeprefix("Mc")
    if "." in word or not word.isupper():  # as nearly no word is, and a large field has 100,000
        return False
    letters = [char for char in word if char.isalpha()]
    if len(letters) == 2 and word != "NG" and (word.endswith("J") or not any(char in "AEIOUY" for char in letters)):
        return not word.isascii()
    return len(letters) > 1 and all(map(str.isupper, letters))


def in_small_letters(family: str) -> str:
    """A family name of which words are in capitals, as names are written: `Ben Amor` for `BEN AMOR`."""
    return " ".join(_titled(word) if is_capitals(word) else word for word in family.split())


def _titled(word: str) -> str:
    """A word in capitals as names are written: Kipyegon, O'Hare, McMaster."""
    return "".join(_capitalised(part) for part in re.split(r"([-'’ ])", word))


def _capitalised(part: str) -> str:
    if len(part) > _SHORT_MC and part[:2].upper() == "MC":
        return f"Mc{part[2:].capitalize()}"
    return part[:1].upper() + part[1:].lower()


_SHORT_MC = 4
"""Letters: no `Mc` is looked for in so short a name."""


def role_note(entry: Entry) -> str:
    """What stands behind the name of one who is no competitor: `pace`, `guest`, `ghost`; empty for all others."""
    if entry.ghost:
        return "ghost"
    return _ROLE_NOTES[entry.role] if entry.role is not None else ""


_ROLE_NOTES = {Role.PACEMAKER: "pace", Role.GUEST: "guest"}
