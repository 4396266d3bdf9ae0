"""Runners' lines as they were read, and what only all together tell: years at school, clubs behind the times."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from replay.race.nations import is_nation_code, nation_code

TIME = re.compile(
    r"(?<![\w:.,+/-])(?:\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?|\d{1,3}\.\d{2},\d{1,2})[ha]?(?![\w:/]|[.,-]\d| ?/)"
    r"(?! ?(?:[apAP]\.?[mM]\b|[uU](?:hr|ur)\b|(?:per|a) (?:km|mile|lap)\b))"
    r"|(?<![\w:.,])(?:\d{1,2}h ?)?\d{1,3} ?['’′] ?\d{2}(?: ?(?:[\"”″]|''|’’)\d{0,2}|(?![\d'’]))"
)


POINT = re.compile(
    r"(?:\s*\d[\d.,]*\s*(?:km|mi|miles?|yd|(?-i:m|k))\b|\s*\d(?:[\d.,]*\d)?(?-i:[MK])\b(?!\.))", re.IGNORECASE
)
"""What a line begins with that tells who was first at a point of the race, and is no runner's, as `1. M. Moor` is."""


class Line(NamedTuple):
    """A runner's line."""

    place: str
    bib: str
    name: str
    nation: str
    club: str
    time: str
    laps: str = ""
    legs: tuple[str, ...] = ()
    """Of a team, who ran and in what time, one after another: a time may be missing."""
    sex: str = ""


_GRADE, _SENIOR = re.compile(r"[5-9]|1[0-2]"), re.compile(r"9|1[0-2]")
_MARKS = r"(?:[ha]|(?:[mM]in|mins|[Ss]td|[Uu]hr|sec|sek)\.?|[PS]B|[PSCM]R|[Qq]R?)"
_CLUB = re.compile(
    rf"(?:{_MARKS}\s+)*(?:((?!(?:{_MARKS})$)[^\W\d_][^\d:()]{{2,60}})"
    rf"|[(\[](?!{_MARKS}[)\]])(?=[^()]*[^\W\d_]{{3}})([^\W_][^:()\[\]]{{1,60}})[)\]])"
)
_MOSTLY = 0.6
_FEWEST = 3
_LETTERS = 3
"""Of a nation's code."""


def without_grades(found: Mapping[int, Line]) -> dict[int, Line]:
    """The runners without bibs, where these are years at school: from 5 to 12 where several have one, else from 9."""
    bibs = [runner.bib for runner in found.values() if runner.bib]
    form = _GRADE if len(set(bibs)) < len(bibs) else _SENIOR
    if len(found) < _FEWEST or len(bibs) < len(found) or not all(map(form.fullmatch, bibs)):
        return dict(found)
    return {at: runner._replace(bib="") for at, runner in found.items()}


def without_classes(found: Mapping[int, Line]) -> dict[int, Line]:
    """The runners without the years at school behind their names, `ALFA, Ada SO`, where half or more have one."""
    parted = {at: runner.name.rpartition(" ") for at, runner in found.items()}
    told = {at: name for at, (name, _, year) in parted.items() if " " in name and year in _YEARS}
    if len(told) < max(_FEWEST, _HALF * len(found)):
        return dict(found)
    return {at: runner._replace(name=told.get(at, runner.name).rstrip(" ,-")) for at, runner in found.items()}


def without_ends(found: Mapping[int, Line]) -> dict[int, Line]:
    """The runners without the words between their names and times: `Ada Alfa in 37:16`, `avec un temps de 37:16`."""
    return {at: runner._replace(name=_BETWEEN.sub("", runner.name)) for at, runner in found.items()}


_BETWEEN = re.compile(
    r"(?<=\w)(?:\s+(?:in|with|at|ran|clocked|a|an|the|time|of|his|her|mit|einer|der|Zeit|von|en|avec|un|le|temps|de|à"
    r"|con|tiempo|il|tempo|di|com|med|på|tiden|tid|met|een|tijd|van|w|czasie|z|czasem))+$"
)

_YEARS = frozenset(("FR", "SO", "JR", "SR", "Yr", "Year", "Gr", "Grade"))
"""Behind the last four stood a number: `Ada Alfa Yr 12`."""
_HALF = 0.5


def with_nations(found: Mapping[int, Line]) -> dict[int, Line]:
    """The runners with nations for clubs, where all who have one have the name of a nation there, and none a nation."""
    clubs = [runner.club for runner in found.values() if runner.club]
    nations = {club: nation_code(club) for club in clubs if len(club) > _LETTERS}  # `IL` is a club, too
    if len(clubs) < _FEWEST or any(runner.nation for runner in found.values()):
        return dict(found)
    if not nations or sum(map(is_nation_code, nations.values())) < _MOSTLY * len(nations):
        return dict(found)
    return {
        at: runner._replace(nation=nations[runner.club], club="")
        if is_nation_code(nations.get(runner.club, ""))
        else runner
        for at, runner in found.items()
    }


def with_clubs_behind(found: Mapping[int, Line], lines: list[str]) -> dict[int, Line]:
    """The runners with clubs that stand behind their times, `Mia Torres 5:12.33 PR Elm High`, where most have one."""
    tails = {at: _behind(lines[at], runner.time) for at, runner in found.items()}
    if any(runner.name in tails[at] for at, runner in found.items()):
        return dict(found)  # the times stand before the names
    behind = {at: _CLUB.fullmatch(tail) for at, tail in tails.items()}
    told = [at for at, match in behind.items() if match is not None and not found[at].legs]
    if len(told) < max(_FEWEST, _MOSTLY * len(found)) or any(runner.club for runner in found.values()):
        return dict(found)
    return {
        at: runner._replace(club=(match[1] or match[2]).strip()) if (match := behind[at]) is not None else runner
        for at, runner in found.items()
    }


def _behind(line: str, time: str) -> str:
    """What stands behind a time in its line."""
    return line.rpartition(time)[2].strip(" ,;|–-") if time else ""
