"""Digits that a scanner took for letters, `48.5l`, `49.O6`, `l` for the first place, and signs that were mistyped."""

import re
from collections.abc import Sequence
from itertools import pairwise

from replay.files.understood import Tallies, Tally

_LIKE = str.maketrans("OoQlI|!SsB", "0001111558")
_DIGIT = r"[\dOoQlI|!SsB]"
_TIME = re.compile(
    rf"(?<![\w.:,|!]){_DIGIT}{{1,3}}(?:[:.]{_DIGIT}{{2}}){{1,2}}(?:[.,]{_DIGIT}{{1,2}})?(?![\w:|!]|[.,]\d)"
)
_CLEAN = re.compile(r"(?<![\w.:,])\d{1,3}(?:[:.]\d{2}){1,2}(?:[.,]\d{1,2})?(?![\w:]|[.,]\d)")
_FIRST, _SECOND = re.compile(r"(\s*)[lI|!]([.)]?\s)"), re.compile(r"\s*2[.)]?\s")
_FEWEST = 2
"""Digits of a time that were read as such, and clean times in the list."""


def mended_lines(lines: Sequence[str]) -> tuple[list[str], tuple[Tally, ...]]:
    """The lines of a text with all of these set right, and how many were mended of each kind."""
    tallies = Tallies()
    for what, mend in (
        ("lines with letters in place of digits, which are read as these", corrected),
        ("lines with the sign of minutes in place of that of seconds, which is read as this", with_seconds_signed),
        ("lines with times whose parts hyphens part", with_colons),
    ):
        lines, found = mend(lines)
        if found:
            tallies.add(what, f"line {found[0]}", len(found))
    return list(lines), tallies.all()


def corrected(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines with those digits, and the numbers of the lines that had others, counted from 1.

    Args:
        lines: Of a text; one without other times stays as it is.
    """
    if sum(_CLEAN.search(line) is not None for line in lines) < _FEWEST:
        return list(lines), []
    made = [_TIME.sub(lambda match: _as_digits(match[0]), line) for line in lines]
    filled = [at for at, line in enumerate(made) if line.strip()]
    for at, after in pairwise(filled):
        if _FIRST.match(made[at]) is not None and _SECOND.match(made[after]) is not None:
            made[at] = _FIRST.sub(r"\g<1>1\g<2>", made[at], count=1)
    return made, [at + 1 for at, line in enumerate(lines) if line != made[at]]


def with_seconds_signed(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines, and those, counted from 1, in which a sign for minutes stands for that of seconds: `40'04'46`.

    So it is read where several times beside it have both signs, `41'31"80`.
    """
    if sum(_SIGNED.search(line) is not None for line in lines) < _FEWEST:
        return list(lines), []
    made = [_MISTYPED.sub("\\1'\\2″\\3", line) for line in lines]
    return made, [at for at, (line, was) in enumerate(zip(made, lines, strict=True), 1) if line != was]


def with_colons(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines, and those, counted from 1, in which a hyphen parts minutes and seconds: `37-58`, `2-24-53`.

    So it is read in a text with several such times and none with a colon; `40-44` alone may be an age.
    """
    if sum(len(_HYPHENS.findall(line)) for line in lines[:_MANY]) < _SEVERAL or any(map(_COLON.search, lines)):
        return list(lines), []
    made = [_HYPHENS.sub(lambda match: match[0].replace("-", ":"), line) for line in lines]
    return made, [at for at, (line, was) in enumerate(zip(made, lines, strict=True), 1) if line != was]


_HYPHENS = re.compile(
    r"(?<=[^\W\d_] |[.)(:,–] )(?:\d-)?\d{1,2}-[0-5]\d(?![\w-]|[.,:]\d| ?(?:km|k|m|miles?|years?|and|J)\b)"
)
_COLON = re.compile(r"\d:\d\d")
_SEVERAL, _MANY = 3, 200
_SIGNED = re.compile(r"\d['’′][0-5]\d(?:[\"”″]|''|’’)\d{1,2}(?!\d)")
_MISTYPED = re.compile(r"(?<![\d'’′:.,])(\d{1,3})['’′]([0-5]\d)['’′](\d{1,2})(?![\d'’′:.,])")


def _as_digits(text: str) -> str:
    return text.translate(_LIKE) if sum(map(str.isdigit, text)) >= _FEWEST else text
