"""Times on the way of who was first there, where lines beside a list name them: `400m 55.5 (Mol), 800m 1:52.2 (Mol)`.

They are these runners' own times. Of whom such a line does not say who it was nothing is known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from replay.files.source import Reading
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import read_point
from replay.race.names import fold
from replay.race.race import Entry, Evidence, Race, Split, Time

_POINT = r"(?<![\d:.,])(?P<point>\d[\d.,]{0,6}\s?(?:m|km|k|mi|miles?|yds?)?|half(?:way)?)(?!\d|:\d)"
_TIME = r"(?P<time>(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?|\d{2}[.,]\d{1,3})(?![\d:.])"
_WHO = r"(?P<who>[^\W\d_](?:[^\d,;:|()\[\]]{0,48}[^\W\d_]\.?)?)"
_ORDERS = tuple(
    re.compile(order, re.IGNORECASE)
    for order in (
        rf"{_POINT}\s*[:=–-]?\s+{_TIME}\s*[–-]?\s*[(\[]{_WHO}\s*(?:[,(]\s*[A-Z]{{3}}\)?)?\s*[)\]]",
        rf"{_POINT}\s*[:=–-]?\s+{_TIME}\s*[–-]?\s+{_WHO}(?=\s*(?:[,;|()]|\d|$))",
        rf"{_POINT}\s*[:=–-]?\s+(?:\d{{1,5}}\s+)?{_WHO}\s*[,:–-]?\s*(?:\([A-Z]{{3}}\))?\s*[,:–-]?\s*{_TIME}",
    )
)
"""How a point, a time and a name may follow each other."""
_LONGEST = 400
"""Characters of a line."""
_FASTEST = 12.5
"""Metres a second that nobody runs faster over any stretch of a race."""


class _Led(NamedTuple):
    """Somebody at a point."""

    line: int
    split: Split
    who: str


def with_leaders(reading: Reading, lines: Sequence[str], numbers: Iterable[int]) -> tuple[Reading, set[int]]:
    """The reading, with the times of who led where somebody in the list is meant, and the lines that were all used.

    Args:
        reading: Of the list.
        lines: Of the text.
        numbers: The lines with who led, counted from 1.
    """
    race = reading.race
    if race is None:
        return reading, set()
    found = {at: list(_told(lines[at - 1], at, race)) for at in sorted(numbers)}
    entries, used = list(race.entries), dict[int, int]()
    for led in (one for told in found.values() for one in told):
        meant = [at for at, entry in enumerate(entries) if _is(led.who, entry)]
        meant = meant or [at for at, entry in enumerate(entries) if fold(entry.name).split()[:1] == [fold(led.who)]]
        if len(meant) == 1 and (made := _with(entries[meant[0]], led.split, race)) is not None:
            entries[meant[0]] = made
            used[led.line] = used.get(led.line, 0) + 1
    if not used:
        return reading, set()
    count = sum(used.values())
    said = f"{count} times on the way are of who led there, as line {min(used)} names them"
    understood = reading.understood
    said = said if count > 1 else said.replace("s on the way are", " on the way is")
    understood = replace(understood, assumed=(*understood.assumed, said))
    whole = {at for at, told in found.items() if used.get(at) == len(told)}
    return replace(reading, race=replace(race, entries=tuple(entries)), understood=understood), whole


def _told(line: str, at: int, race: Race) -> Iterator[_Led]:
    """What a line tells in the order in which most of it fits."""
    each = [list(order.finditer(line[:_LONGEST])) for order in _ORDERS]
    for match in max(each, key=len):
        point, seconds = read_point(match["point"]), plain_seconds(match["time"])
        metres = point and (race.distance / 2 if point.half else point.metres)
        if metres and seconds and metres < race.distance - 1:
            text = match["time"].replace(",", ".")
            yield _Led(at, Split(metres, Time(seconds, Evidence.MEASURED, text)), match["who"])


def _is(who: str, entry: Entry) -> bool:
    """Whether a name, or the family name alone, is that of an entry; the nation may stand behind it."""
    words, own = fold(who).split(), fold(entry.name).split()
    words = [word for word in words if len(words) == 1 or word != fold(entry.nation)]
    given = [word.rstrip(".") for word in own]
    if len(words) > 1 and set(words) == set(own):
        return True  # the family's name first
    return bool(words) and words[-1] in own[1:] + own[-1:] and all(_begins(word.rstrip("."), given) for word in words)


def _begins(word: str, own: Sequence[str]) -> bool:
    return word in own or (len(word) == 1 and any(one.startswith(word) for one in own))


def _with(entry: Entry, split: Split, race: Race) -> Entry | None:
    """The entry with one more split; None where it has that already, or nobody can have run so."""
    if any(abs(own.distance - split.distance) < 1 for own in entry.splits):
        return None
    splits = tuple(sorted((*entry.splits, split), key=lambda own: own.distance))
    points = [(0.0, 0.0), *((own.distance, own.time.seconds) for own in splits)]
    if entry.result is not None:
        points.append((race.distance, entry.result.seconds))
    runs = all((after[0] - before[0]) < _FASTEST * (after[1] - before[1]) for before, after in pairwise(points))
    return replace(entry, splits=splits) if runs else None
