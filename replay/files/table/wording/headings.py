"""What a column's heading can mean: the meanings it may have, the likeliest first.

Headings are matched without case, accents, punctuation and `camelCase`. A heading that names a point of the race (`5 km
Czas`, `10K TOD`, `Half`, `Lap 3`, `Checkpoint 2`) is taken apart into the point and what is told of it.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from replay.files.table.wording.glued import unglued
from replay.files.table.wording.lines_below import stands_below
from replay.files.table.wording.mixed import PART_OF_MILE, PARTS, spelt, without_parts
from replay.files.table.wording.nth import nth_stretch
from replay.files.table.wording.point_words import (
    A_LEG,
    BESTS,
    BORN,
    CHECKPOINTS,
    CLOCKS,
    EKIDEN,
    FINISHES,
    GAPS,
    GLUED,
    GUN,
    HALVES,
    HURDLES,
    LAP_AT,
    LAPS,
    LAPS_TO,
    LEGS,
    MARATHONS,
    MEMBER,
    NET,
    NO_TIME,
    NTH,
    OVERALL,
    PACES,
    PREFIXED,
    RANKS,
    SINCE,
    STARTS,
    UNITS,
    UNREAD,
    is_pass,
)
from replay.files.table.wording.words import ALSO, WORDS, Meaning, phrases
from replay.race.events import HALF_MARATHON, MARATHON, read_amount
from replay.race.names import fold, unaccented
from replay.race.race import MILE, Clock
from replay.race.units import YARD


class Told(StrEnum):
    """What a column tells of a point."""

    TIME = "time"
    LAP = "time since the point before"
    CLOCK = "time of day"
    OTHER = "something else"
    """A rank, a pace, a speed, a gap."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the race, as a heading names it."""

    metres: float | None = None
    """From the start; None where the heading does not say."""
    sure: bool = True
    """Whether the unit is named: `5` may be kilometres, miles or laps."""
    number: int | None = None
    """Of a lap, or of a point without a distance."""
    lap: bool = False
    """Whether the number counts laps, or splits that may be laps."""
    half: bool = False
    """Half of the race, or the half marathon."""
    finish: bool = False
    start: bool = False
    hurdle: bool = False
    """Whether the number counts hurdles, which stand where the rules say."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One thing that a heading can mean."""

    meaning: Meaning
    point: Point | None = None
    told: Told = Told.TIME
    clock: Clock | None = None
    """What a split's time counts from, where the heading says so."""
    sure: bool = True
    """Whether the whole heading says so, and not a part of it."""


FINISH, START = Point(finish=True), Point(start=True)

_BY_PHRASE: dict[str, list[Meaning]] = {}
for _table in (WORDS, ALSO):
    for _meaning, _words in _table.items():
        for _phrase in phrases(_words):
            _BY_PHRASE.setdefault(_phrase, []).append(_meaning)
_LONGEST = max(phrase.count(" ") for phrase in _BY_PHRASE) + 1
_LONGEST_TITLE = 400
"""Characters that are looked at; nothing that is known has a tenth of that."""

_LAP_WORD = rf"(?P<word>{'|'.join(sorted(LAPS, key=len, reverse=True))})"
_INDEXED = re.compile(
    rf"{_LAP_WORD}(?: time| zeit| temps| no| nr)? ?(?P<number>\d{{1,4}})"
    r"(?: time| zeit| split| tid| aika| czas| cas| m| ms| s| sec| secs| seconds| millis)?"
)
_INDEXED_AFTER = re.compile(rf"(?P<number>\d{{1,3}}) ?(?:st|nd|rd|th|e|eme|er|re|a|o)? ?{_LAP_WORD}(?: time)?")
_CHECKPOINT = re.compile(
    rf"(?:{CHECKPOINTS})(?: no| nr)? ?(?P<number>\d{{1,3}})(?! ?(?:km|mi|miles?)(?:$| (?!\d)))(?: .*)?"
)
_KM = unaccented(r"km|kms|k|км|公里|キロ|킬로|χλμ|kilomet\w*|quilomet\w*")
_MILES = r"mi|em|miles?|meilen?|milles?|millas?|miglia|milhas?|mil[ey]|mijl"
_METRES = r"m|м|米|met(?:re|er|ro|ri|r)s?|mts?"
_YARDS = r"y|yds?|yards?"
_NUMBER = r"\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+|(?:[' ]\d{3})+)(?![\d.,])|\d+(?:[.,]\d+)?"
_DISTANCE = re.compile(
    rf"(?<![\w.,])(?P<number>{_NUMBER})\s*(?:(?P<km>{_KM})|(?P<mi>{_MILES})|(?P<m>{_METRES})|(?P<y>{_YARDS}))(?![\w])"
)
_UNIT_FIRST = re.compile(rf"(?<!\w)(?:(?P<km>{_KM})|(?P<mi>{_MILES}))[ .]*(?P<number>\d+(?:[.,]\d+)?)(?![\w.,])")
_BARE = re.compile(rf"(?<![\w.,])(?P<number>{_NUMBER})(?![\w.,]*\d)")
_RANGE = re.compile(rf"(?<![\w.,])\d+(?:[.,]\d+)?\s*(?:{_KM}|{_MILES}|{_METRES})?\s*(?:-|–|to|bis|a|/|>|->)\s*(?=\d)")
_TO_FINISH = re.compile(
    rf"\d\s*(?:{_KM}|{_MILES}|{_METRES})?\s*(?:-|–|to|bis|a|/|>|->)\s*(?:finish|end|ziel|arrivee|meta|arrivo|cil|mal)\b"
)
"""The last stretch, `15K-Finish`: when it ends is the result."""
_BRACKETED = re.compile(r"[(\[]\s*([\d.,]+\s*(?:km|k|mi|miles?|m)|(?:km|mile|mi)\s*[\d.,]+)\s*[)\]]$")
"""Where a numbered point is: `CP2 (51.5 km)`."""
_NUMBERED = dict.fromkeys(("#", "c.", "no.", "n°", "nº", "№", "n."), (Heading(Meaning.PLACE), Heading(Meaning.BIB)))
_SHORT = 50.0
"""Metres below which `10M` is ten miles."""


def plain_title(title: str) -> str:
    """A heading in lower case without accents, its words parted by blanks; points, commas and signs stay."""
    text = EKIDEN.sub(r"leg \1", re.sub(GLUED, " ", title.strip()).replace("_", " "))
    pieces = re.split(r"([^\W\d_]+)", text)
    return " ".join("".join(fold(piece) if piece.isalpha() else piece.casefold() for piece in pieces).split())


_BRACKET = re.compile(r"\(.*?\)|\[.*?\]")


@lru_cache(maxsize=4096)
def read_heading(title: str) -> tuple[Heading, ...]:
    """Everything a heading can mean, the likeliest first; empty for one that means nothing known."""
    if stands_below(title):
        return ()
    plain = plain_title(title[:_LONGEST_TITLE])
    plain = plain if plain in _BY_PHRASE else unglued(plain)
    if found := _unread(plain) or _by_clock(plain):
        return found
    point = _pointed(plain) if _BRACKETED.search(plain) is not None else None
    for text in dict.fromkeys((plain, _BRACKET.sub(" ", plain).strip())):
        known = _known(fold(text)) or _composed(fold(text).split())
        if known and point is not None and known[0].meaning is Meaning.RESULT and point.point is not None:
            return (replace(known[0], point=replace(point.point, finish=True)), *known[1:])
        if known:
            return (*known, point) if point is not None else known
    if member := _member(plain) or _NUMBERED.get(plain, ()):
        return member
    point = _pointed(plain)
    if point is not None and A_LEG.fullmatch(plain) is not None:
        return (point, Heading(Meaning.MEMBER))
    if point is not None:
        other = _pointed(_BRACKET.sub(" ", plain).strip()) if point.told is Told.OTHER else None
        # The cells of `400m (rank)` may have the rank behind the time: `65.1 (2)`.
        return (point, replace(other, sure=False)) if other is not None and other.told is Told.TIME else (point,)
    if _BETWEEN.search(plain) is not None and (either := _either(plain)):
        return either
    return _by_part(fold(_BRACKET.sub(" ", plain)))


def _unread(plain: str) -> tuple[Heading, ...]:
    """What is of no use, whatever else the heading says, nor the last stretch's end."""
    unread = UNREAD.search(plain) is not None or _TO_FINISH.search(plain) is not None
    return (Heading(Meaning.IGNORED),) if unread else ()


def _by_clock(plain: str) -> tuple[Heading, ...]:
    """A result that says in brackets what it counts from: `Time (net)`."""
    bracketed = re.fullmatch(r"(.+?)\s*[(\[]\s*(\w+)\s*[)\]]", plain)
    if bracketed is not None and Meaning.RESULT in _BY_PHRASE.get(fold(bracketed[1]), ()):
        word = fold(bracketed[2])
        if word in NET or word in GUN:
            return (Heading(Meaning.NET if word in NET else Meaning.GUN, FINISH),)
    return ()


def _member(plain: str) -> tuple[Heading, ...]:
    """The name of one of a team's runners; of one in two columns the family's."""
    if NTH.fullmatch(plain) is not None:
        return (Heading(Meaning.MEMBER),)
    match = MEMBER.fullmatch(plain)
    meanings = set(_BY_PHRASE.get(fold(match[1]), ())) if match is not None else set()
    if meanings & {Meaning.NAME, Meaning.FAMILY}:
        return (Heading(Meaning.MEMBER),)
    return (Heading(Meaning.IGNORED),) if Meaning.GIVEN in meanings else ()


def _composed(words: list[str]) -> tuple[Heading, ...]:
    """A heading of two parts that say together what it is: `Ges. Rang`, `Place O/A`, `Chip Finish`, `Neto čas`."""
    for at in range(max(1, len(words) - _LONGEST), min(len(words), _LONGEST + 1)):  # no phrase has more words
        for one, two in ((words[:at], words[at:]), (words[at:], words[:at])):
            meanings = _BY_PHRASE.get(" ".join(one), ())
            if " ".join(two) in OVERALL and (Meaning.PLACE in meanings or " ".join(one) in RANKS):
                return (Heading(Meaning.PLACE),)
            if len(two) == 1 and two[0] in NET | GUN and Meaning.RESULT in meanings:
                return (Heading(Meaning.NET if two[0] in NET else Meaning.GUN, FINISH),)
    return ()


def _either(plain: str) -> tuple[Heading, ...]:
    """What the parts of `Klub / Miasto` mean, of which the cells hold one or both."""
    found = [heading for part in _BETWEEN.split(plain) for heading in _known(fold(part))]
    return tuple(replace(heading, sure=False) for heading in found if heading.meaning is not Meaning.IGNORED)


_BETWEEN = re.compile(r"\s*/\s*|\s+[-–|+]\s+")
"""What stands between two headings of one column."""


def _known(words: str) -> tuple[Heading, ...]:
    meanings = _BY_PHRASE.get(words, ())
    return tuple(Heading(meaning, FINISH if meaning is Meaning.RESULT else None) for meaning in meanings)


@lru_cache(maxsize=4096)
def read_point(text: str) -> Point | None:
    """The point of a race that a cell of a long table names: `05K`, `HALF`, `Finish`, `Lap 2`, `300`."""
    text = text[:_LONGEST_TITLE]
    if leg := re.fullmatch(r"\s*[Ll] ?([1-9]\d?)\s*", text):  # of a relay, as FlashResults writes it
        return Point(number=int(leg[1]), lap=True)
    heading = _pointed(plain_title(text).rstrip("* "))
    if heading is not None and heading.told in (Told.TIME, Told.LAP):
        return heading.point
    if FINISHES.search(words := fold(text)) or Meaning.RESULT in _BY_PHRASE.get(words, ()):
        return FINISH
    return START if STARTS.search(words) else None


_PLACED_CHECKPOINT = re.compile(rf"[a-z]{{2,}}\.? ?\d+\W+(?:(?:{_KM}|{_MILES}) ?\d|\d[\d.,]* ?(?:{_KM}|{_MILES})\b)")
"""A numbered point with its distance behind it: `CP1 Km 7`, `VP 2 - 14,5 km`."""
_CONTROL = re.compile(r"(\d{1,2}) ?[(\[]\d{2,3}[)\]]")
"""A control of an orienteering course with its code: `3 (105)`."""


def _pointed(plain: str) -> Heading | None:
    """A heading that names a point of the race."""
    plain = spelt(plain)
    if (number := _CONTROL.fullmatch(plain) or _HURDLE.fullmatch(plain)) is not None:
        return Heading(Meaning.SPLIT, Point(number=int(number[1]), hurdle=number.re is _HURDLE))
    if (quarters := _QUARTERS.fullmatch(plain)) is not None:
        return Heading(Meaning.SPLIT, Point(round(int(quarters[1]) / int(quarters[2]) * MILE, 3)))
    if (ends := nth_stretch(plain)) is not None:
        return Heading(Meaning.SPLIT, Point(*ends), Told.LAP)
    of_day = re.search(CLOCKS, plain) is not None
    text = LAP_AT.sub(r"\1 ", re.sub(CLOCKS, " ", plain) if of_day else plain)
    bracketed = _BRACKETED.search(text)
    found = (
        (_distance(bracketed[1]) if bracketed is not None else None)
        or (_distance(text) if _PLACED_CHECKPOINT.search(text) is not None else None)
        or _numbered(" ".join(re.findall(r"[a-z]+|\d+", fold(text))))
        or _distance(text)
    )
    if found is None and of_day:
        found = START if STARTS.search(text) else FINISH, ""
    if found is None:
        return None
    point, rest = found
    words = set(fold(rest).split())
    told = Told.TIME
    if of_day:
        told = Told.CLOCK
    elif words & (RANKS | GAPS | BESTS) or (words & PACES and not (words <= UNITS or is_pass(words))) or "/" in rest:
        told = Told.OTHER
    elif words & LEGS or (words & SINCE and point.metres is not None) or _RANGE.search(without_parts(text)):
        told = Told.LAP
    if point.metres is not None and point.sure and told is Told.TIME and FINISHES.search(fold(rest)):
        point = replace(point, finish=True)
    clock = Clock.NET if words & NET else Clock.GUN if words & GUN else None
    return Heading(Meaning.SPLIT, point, told, clock)


_HURDLE = re.compile(rf"(?:{HURDLES}) ?([1-9]|10)(?: (?:time|split|cum|touchdown|td))?")
"""A hurdle by its number, where a runner's foot came down behind it: `H3`."""
_QUARTERS = re.compile(r"([1-3])/([48]|2)(?: split| time)?")
"""A part of a mile: nothing else is told in quarters."""


def _miles(text: str) -> tuple[Point, str] | None:
    """A mile, or some quarters of one, in words: `Mile`, `3/4 mile`, `half mile`."""
    match = PART_OF_MILE.search(text)
    rest = PART_OF_MILE.sub(" ", text)
    words = set(fold(rest).split())
    if match is None or words & PACES or (match["part"] is None and words - _TELLING):
        return None
    part = match["part"] or ""
    share = int(part[0]) / int(part[2]) if "/" in part else PARTS.get(part, 1.0)
    return Point(metres=round(share * MILE, 3)), rest


def _distance(text: str) -> tuple[Point, str] | None:
    if "mi" in text and (found := _miles(text)) is not None:
        return found
    text = _RANGE.sub("", text)
    half = HALVES.search(_BRACKET.sub(" ", text) if _DISTANCE.search(text) or _UNIT_FIRST.search(text) else text)
    if half is not None:
        return Point(half=True), HALVES.sub(" ", _DISTANCE.sub(" ", text))
    match = _DISTANCE.search(text) or _UNIT_FIRST.search(text)
    if match is not None:
        rest = f"{text[: match.start()]} {text[match.end() :]}"
        return Point(metres=_in_metres(match)), rest
    if MARATHONS.search(text):
        return Point(metres=MARATHON), MARATHONS.sub(" ", text)
    if (match := _BARE.search(text)) is None:
        return None
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    # A number with a word is a point only where the word says so: `Runner 1` is none.
    words, metres = set(fold(rest).split()), read_amount(match["number"])
    ends = metres >= _METRES_FROM and FINISHES.fullmatch(" ".join(words)) is not None
    if ends or not words <= _TELLING:
        return (Point(metres=metres, sure=False, finish=True), rest) if ends else None
    if metres in _CLASSIC:
        return Point(metres=_CLASSIC[metres]), rest
    return (Point(metres=metres, sure=False), rest) if metres > 0 else None


_CLASSIC = dict.fromkeys((13.1, 21.1, 21.0975, HALF_MARATHON), HALF_MARATHON)
_CLASSIC |= dict.fromkeys((26.2, 42.2, 42.195, MARATHON), MARATHON)
"""Numbers that are distances without their unit: the halves and wholes of marathons, in miles and kilometres."""
_TELLING = (
    frozenset(
        phrases(
            """time, zeit, temps, tiempo, tempo, czas, tijd, tid, aika, cas, s, sec, seconds, cum, cumulative, split,
    ms, millis, secs, min, at, nach, bei, km"""
        )
    )
    | PACES
    | GAPS
    | RANKS
)


def _in_metres(match: re.Match[str]) -> float:
    groups = match.groupdict()
    metric = bool(groups.get("m"))
    amount = read_amount(match["number"], whole=metric)
    if groups.get("km"):
        classic = {21.1: HALF_MARATHON, 42.2: MARATHON}
        return classic.get(amount, amount * 1000.0)
    if groups.get("y"):
        return amount * YARD
    if groups.get("mi") or (amount < _SHORT and match["m"] in ("m", "м")):
        return {13.1: HALF_MARATHON, 26.2: MARATHON}.get(amount, amount * MILE)
    return amount


def _numbered(words: str) -> tuple[Point, str] | None:
    if match := re.fullmatch(r"(?:time|zeit|temps|tiempo|tempo|czas|tid) (\d{1,2})", words):
        return Point(number=int(match[1]), lap=True), ""
    if match := LAPS_TO.fullmatch(words):
        return Point(number=int(match[1]), lap=True), "leg"
    match = _INDEXED.fullmatch(words) or _INDEXED_AFTER.fullmatch(words)
    if match is not None:
        number = int(match["number"])
        # `Split 400` is at 400 m; the word tells whether the time is since the point before.
        point = Point(metres=number, sure=False) if number >= _METRES_FROM else Point(number=number, lap=True)
        return point, match["word"] if match["word"] in LEGS else ""
    if match := PREFIXED.fullmatch(words):
        return Point(metres=float(match["number"]), sure=False), ""
    match = _CHECKPOINT.fullmatch(words)
    return (Point(number=int(match["number"])), "") if match is not None else None


_METRES_FROM = 100


def _by_part(words: str) -> tuple[Heading, ...]:
    """A heading of which only a part is known: `Overall Finish Time`, `Athlete's name`. Of ranks it is another."""
    parts = words.split()
    for count in range(min(_LONGEST, len(parts) - 1), 0, -1):
        for start in range(len(parts) - count, -1, -1):
            phrase = " ".join(parts[start : start + count])
            meaning = _BY_PHRASE.get(phrase, [None])[0]
            if meaning is None or len(phrase) < 3:
                continue
            others = {*parts[:start], *parts[start + count :]}
            timed = meaning in (Meaning.RESULT, Meaning.DATE)
            if meaning is Meaning.PLACE or (timed and others & (NO_TIME | BORN)):
                meaning = Meaning.IGNORED
            return (Heading(meaning, FINISH if meaning is Meaning.RESULT else None, sure=False),)
    return ()
