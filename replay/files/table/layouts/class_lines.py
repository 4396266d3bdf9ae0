"""Lists of one race by class, each below a line that names it, and mostly with the headings anew: `Vet Men 40-49`."""

import re
from collections.abc import Sequence

from replay.files.table.layouts.cutting import Row
from replay.files.table.wording.sex_words import SEXES
from replay.files.table.wording.words import phrases
from replay.race.names import fold

_FEWEST = 2
"""Classes of a race."""
_LONGEST = 40
"""Letters of a class's name."""
_MOST = 500
"""Lines by themselves: no race has so many classes."""
CLASS_TITLES = ("Category", "Sex")
"""Headings of the columns that are made."""
_WORDS = frozenset(
    phrases(
        """senior, seniors, junior, juniors, vet, vets, veteran, veterans, master, masters, open, elite, youth, youths,
    category, cat, class, group, age, ages, under, over, and, to, years, yrs, division, u, s, klasse, ak,
    altersklasse, kategorie, jugend, jahre, categorie, espoir, espoirs, cadet, cadets, minime, minimes,
    categoria, juvenil, cadete, sub, allievi, cadetti, assoluti, kategoria, kategoria wiekowa, juniorzy, seniorzy,
    klass, ungdom, veteraner, sarja, kategorija, trida, overall, hauptklasse, ar, let,
    vuotta, anos, ans, anni, jaar, lat, wheelchair, wheelchairs"""
    )
)
_CODE = re.compile(r"[mwfhdkjsbgv]{0,3}[u]?\d{1,2}(?:[-–]\d{1,2}|\+)?|[mwf]?[sjvou]\d?|[mfw]|\d{1,2}\s*[-–]\s*\d{1,2}")
_BETWEEN = re.compile(r"[\s/&()',.’]+")


def names_class(text: str) -> bool:
    """Whether a line by itself names a class, and says nothing else: `Senior Women`, `M 40-49`, `U15 Boys`."""
    plain = fold(text.strip().rstrip(":"))
    if not plain or len(plain) > _LONGEST or not any(map(str.isalpha, plain)):
        return False
    parts = [part for part in _BETWEEN.split(plain.replace(":", " ")) if part.strip("-–")]
    return bool(parts) and all(map(_is_of_class, parts))


def sex_of_class(text: str) -> str:
    """`M` or `F` where a class's name has the word of one sex; else empty."""
    told = {sex for part in re.findall(r"[^\W\d]+", fold(text)) if (sex := _sex(part)) and len(part) > 1}
    codes = {SEXES.get(code, "") for code in re.findall(r"\b([a-z])(?:[uv]?\s?\d{2}|\b)", fold(text))} - {""}
    sexes = told or codes
    return sexes.pop() if len(sexes) == 1 else ""


def _sex(word: str) -> str:
    return SEXES.get(word) or SEXES.get(word.removesuffix("s"), "")


def _is_of_class(part: str) -> bool:
    return part in _WORDS or bool(_sex(part)) or _CODE.fullmatch(part) is not None


def with_classes(
    rows: Sequence[Row], lines: Sequence[int], at: int, *, sexes: bool
) -> tuple[list[Row], list[int]] | None:
    """The rows from the heading on with a column of classes, and maybe of sexes; None where no two lines name any.

    Args:
        rows: Of the whole text.
        lines: The line of each.
        at: Which of them is the heading.
        sexes: Whether no column has the sexes.
    """
    alone = [number for number, row in enumerate(rows) if row and row[0].strip() and not any(map(str.strip, row[1:]))]
    if len(alone) > _MOST:
        return None
    named = {number: rows[number][0].strip().rstrip(":") for number in alone if names_class(rows[number][0])}
    every = set(named.values())
    of_sexes = {text: sex_of_class(text) for text in every}
    first = min(named, default=len(rows))
    if len(every) < _FEWEST or first > at + 1 or len(every) <= len(set(of_sexes.values()) - {""}):
        return None
    width = max(map(len, rows[at:]))
    both = sexes and len(set(of_sexes.values()) - {""}) == len(CLASS_TITLES)
    made, kept, own = list[Row](), list[int](), named.get(max((n for n in named if n < at), default=-1), "")
    for number in range(at, len(rows)):
        if number in named:
            own = named[number]
        elif number == at or rows[number] != rows[at]:
            filled = any(map(str.strip, rows[number]))
            told = [own, *([of_sexes.get(own, "")] if both else [])] if filled else [""] * (1 + both)
            if number == at:
                told = [*CLASS_TITLES[: 1 + both]]
            made.append([*rows[number], *[""] * (width - len(rows[number])), *told])
            kept.append(lines[number])
    return made, kept
