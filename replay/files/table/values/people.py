"""Runners' names: one for each row, the given name first, with what stands behind them taken off."""

import re
import sys
from collections.abc import Sequence
from typing import NamedTuple

from replay.files.cleaning import clean_text
from replay.files.table.wording.words import phrases
from replay.race.shortnames import in_small_letters, is_capitals
from replay.race.statuses import StatusNote, read_status


class Person(NamedTuple):
    """A name taken apart."""

    name: str
    short: str = ""
    """The family name, where the list shows which it is."""
    nation: str = ""
    status: StatusNote | None = None


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd", "dr", "esq", "dvm", "dds"})
_NATION = re.compile(r"\s*[(\[]([A-Z]{3})[)\]]$")
_NO_NATIONS = frozenset({"DNF", "DNS", "DSQ"})
_CLOSES = frozenset(")]")
_NATION_WIDE = len("(KEN)")
_STATUS = re.compile(
    r"(.{3,}?)\s+\(?(mp|MP|n/c|N/C|DNF|dnf|DNS|dns|DSQ|dsq|DQ|dq|disq\.?|a\. ?[kK]\.|aK|AK|[hH]\.[cC]\.|HC)\)?"
    r"|(.{3,}?)\s+\((ak|hc|[gG]uest|Gast|EXH|exh)\)"
)
_STATUS_ENDS = frozenset("pPcCfFsSqQkK.)")
"""What such a name ends in: the pattern takes ten times as long to say no."""


def families_first(names: Sequence[str]) -> bool:
    """Whether a list has the family name first and in capitals: `ALFA Ada`."""
    shown = sum(1 for name in names if _leading_capitals(_NATION.sub("", name.strip()).split()))
    return shown > 0.5 * len(names)


FAMILY_FIRST = frozenset(
    phrases(
        """nachname vorname, name vorname, name und vorname, familienname vorname, nom prenom, nom et prenom,
    nom prenoms, cognome e nome, cognome nome, apellidos y nombre, apellidos nombre, apellidos y nombres,
    sobrenome nome, nazwisko i imie, nazwisko imie, naam voornaam, achternaam voornaam, sukunimi etunimi,
    prijmeni a jmeno, prijmeni jmeno, priezvisko a meno, priimek in ime, prezime i ime, pavarde vardas,
    pavarde ir vardas, uzvards vards, efternamn fornamn, etternavn fornavn, last name first name, last first,
    lastname firstname, surname name, surname first name, family name given name, last name first,
    cognoms i nom, фамилия имя, фамилия имя отчество, фио, прізвище та імя, прізвище імя, επωνυμο ονομα,
    nume si prenume, nume prenume, soyadi adi"""
    )
)
"""Headings of names that have the family's first."""
PARTICLES = frozenset(
    phrases(
        """van, von, der, den, de, da, do, dos, del, della, di, du, la, le, el, al, bin, ben, ter, ten, zu, zur, af,
        av"""
    )
)
_TWO_FAMILIES = ("apellidos", "cognoms")


def behind_family(name: str, title: str) -> int:
    """How many words at the beginning of a name are the family's, under a heading that puts it first; 0 for none.

    Args:
        name: Without a comma, in letters that are not all capitals.
        title: The heading, folded: where it speaks of several family names, as Spanish ones do, there are two.
    """
    words = name.split()
    if len(words) < 2 or ord(name[0]) > _LETTERS:
        return 0
    count = 1
    while count < len(words) and words[count - 1].lower() in PARTICLES:
        count += 1
    if title.startswith(_TWO_FAMILIES) and len(words) - count > 1:
        count += 1
    return count if count < len(words) else 0


_LETTERS = 0x52F
"""The last Cyrillic letter: names in other scripts stay as they are written."""


def read_person(text: str, *, family_first: bool = False, title: str = "") -> Person:
    """Read `Kiptum, Kelvin (KEN)`, `ALFA Ada`, `Funnell mp`, `Ada Alfa`.

    The letters stay as they are written; a family name that comes first is put last, and is what boards call the
    runner.

    Args:
        text: A cell.
        family_first: Whether words in capitals at the beginning are the family name.
        title: The heading, folded, where it puts the family name first.
    """
    name, nation, status = _bare(clean_text(text))
    family, comma, given = name.partition(",")
    if comma and _is_turned(family, given):
        family, given = family.strip(), given.strip()
        return Person(f"{given} {family}", in_small_letters(family) if " " in family else "", nation, status)
    if not (family_first or title):
        return Person(name, "", nation, status)
    words = name.split()
    capitals = _leading_capitals(words) if family_first else 0
    leading = capitals or (behind_family(name, title) if title else 0)
    if leading:
        family = " ".join(words[:leading])
        short = family if leading > 1 and not capitals else ""
        return Person(f"{' '.join(words[leading:])} {family}", short, nation, status)
    return Person(name, "", nation, status)


def _bare(name: str) -> tuple[str, str, StatusNote | None]:
    """A name without the nation and what became of the runner, which stand behind it: `(KEN)`, `(DNF)`, `mp`."""
    nation, status = "", None
    match = _NATION.search(name, max(len(name) - _NATION_WIDE, 0)) if name[-1:] in _CLOSES else None
    if match is not None and match[1] not in _NO_NATIONS:
        name, nation = name[: match.start()].rstrip(), sys.intern(match[1])
    if name[-1:] in _STATUS_ENDS and (match := _STATUS.fullmatch(name)):
        name, status = (match[1] or match[3]).rstrip(" ,-"), read_status(match[2] or match[4])
    return name, nation, status


def _is_turned(family: str, given: str) -> bool:
    """Whether `family, given` is a person's name, and neither a title behind it nor a list."""
    words = given.replace(".", "").split()
    if not family.strip() or not words or "," in given or len(words) > _MOST_GIVEN:
        return False
    if any(sign in given for sign in "&+/"):
        return False
    return words[0].lower() not in _SUFFIXES and not any(char.isdigit() for char in family + given)


_MOST_GIVEN = 4


def _leading_capitals(words: Sequence[str]) -> int:
    """How many words at the beginning are in capitals, where the rest is not; 0 for a name that is given first."""
    count = 0
    while count < len(words) and is_capitals(words[count]):
        count += 1
    return count if 0 < count < len(words) and not any(map(is_capitals, words[count:])) else 0


def joined(given: str, family: str) -> Person:
    """One name of two cells."""
    person = read_person(family) if not given.strip() else None
    if person is not None:
        return person
    first = clean_text(given)
    last, nation, status = _bare(clean_text(family))
    short = in_small_letters(last) if first and " " in last else ""
    return Person(f"{first} {last}".strip(), short, nation, status)
