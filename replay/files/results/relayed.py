"""Relays in Hy-Tek's reports: below a team stand those who ran, `1) Alfa, Ada SR   2) Beta, Bea JR`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from replay.files.cleaning import clean_text
from replay.files.results.listed import Mark, Row, seconds_of
from replay.race.events import event_in, relay_legs
from replay.race.legs import Leg, legs_of
from replay.race.medleys import medley_ends
from replay.race.times import format_time

_MEMBER = re.compile(r"(?<!\S)([1-8])\)\s*(.*?)(?=\s+[1-8]\)|\s*$)")
_YEAR = re.compile(r"\s+(?:\(?(?:FR|SO|JR|SR|[MWFX]?\d{1,2})\)?)\s*$")
"""What stands behind a name: the year at school, or the age."""
_TEAM = re.compile(r"\s*(?:\d{1,3}|--+|-)\s+\S.*(?:\d[:.]\d\d|\b(?:DNF|DNS|DQ|SCR|FS))\S*(?:\s+\d+)*\s*")
_SEVERAL = 2


def members_in(line: str) -> list[str]:
    """Who ran, by a line below a team; empty for any other line."""
    found = list(_MEMBER.finditer(line))
    if not found or line[: found[0].start()].strip():
        return []
    return [_name(match[2]) for match in found]


def _name(text: str) -> str:
    """Somebody's name as it is spoken, and the time of his leg behind it, where there is one."""
    timed = _BEHIND.search(text)
    own = text if timed is None else text[: timed.start()]
    family, comma, given = clean_text(_YEAR.sub("", own)).partition(",")
    name = f"{given.strip()} {family.strip()}".strip() if comma else family
    return name if timed is None else f"{name} {timed[1]}"


_BEHIND = re.compile(r"(?<=[^\W\d])[.,]?\s+[(\[]?(?:\d{3,4} ?m?:? +)?((?:\d{1,2}:)?\d{1,2}[.:]\d{1,2})[)\]]?\s*$")
"""The time of a leg, which may say how long that was: `(1200: 2:53.10)`."""


def is_team(line: str, below: str) -> bool:
    """Whether a line is a team with its time, and the next one begins to say who ran."""
    return _TEAM.fullmatch(line) is not None and len(members_in(below)) >= _SEVERAL


def has_teams(lines: Sequence[str]) -> bool:
    """Whether teams and who ran stand in some lines."""
    filled = [line for line in lines if line.strip()]
    return sum(map(is_team, filled, filled[1:])) >= _SEVERAL


def with_legs(row: Row, members: Sequence[str], distance: float, event: str) -> Row:
    """A team with those who ran for it, and when they handed over, where times of legs stand behind their names."""
    apart = [_TIMED.fullmatch(member) for member in members]
    names = [match[1] if match is not None else member for match, member in zip(apart, members, strict=True)]
    legs = legs_in(names, distance, event)
    ran = [seconds_of(match[2]) for match in apart if match is not None]
    row = replace(row, legs=legs)
    if row.marks or row.seconds is None or not ran or None in ran or not len(ran) == len(legs) == len(members):
        return row
    ends = list(accumulate(filter(None, ran)))
    if abs(ends[-1] - row.seconds) > _ROUNDED * len(ends):
        return row
    digits = max(len(match[2].partition(".")[2]) for match in apart if match is not None)
    marks = (Mark(leg.start, round(end, 3), format_time(end, digits)) for leg, end in zip(legs[1:], ends, strict=False))
    return replace(row, marks=tuple(marks))


_TIMED = re.compile(r"(\D*[^\W\d]\D*?)[\s,]+\(?((?:\d{1,2}:)?\d{1,2}[.:]\d{1,2})\)?")
"""Somebody with the time of his leg: `Ella Clarke 57.9`."""
_ROUNDED = 0.3
"""Seconds by which the times of legs, taken by hand, may miss the result."""


def legs_in(names: Sequence[str], distance: float, event: str) -> tuple[Leg, ...]:
    """The legs of a team: of one length, and four, unless the event says otherwise."""
    ends = medley_ends(event)
    if ends and ends[-1] == distance:
        return tuple(map(Leg, names, (0.0, *ends[:-1])))
    count = max(relay_legs(event_in(event) or event), len(names))
    return legs_of(names, distance, count if count > 1 else _FOUR) if names else ()


_FOUR = 4
