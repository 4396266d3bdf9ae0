"""A document of XML as JSON would have it, of which lists are made: an element is its text, or what it holds by name.

What an element holds several times is a list in all elements like it: a runner with one split has a list of one. Times
at points are called the same wherever they come from, however the program that wrote them calls them: `splits`, each
with a `point` and a `time`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from replay.files.missing import is_missing
from replay.files.table.containers.splits_listed import point, says_when, says_where
from replay.files.table.values.cells import is_clock, is_time
from replay.files.table.wording.headings import read_heading, read_point
from replay.files.table.wording.words import Meaning
from replay.files.xmltree import Element
from replay.race.names import fold
from replay.race.statuses import is_out

_TEXT = "text"
_SPLITS = "splits"
_MOSTLY = 0.6
_LOOKED_AT = 30
_MOST_SAID = 12
"""Things that a point says."""
_OF_POINTS = re.compile(
    r"split|lap|pass|point|punkt|inter|zeit|zwischen|check|kontroll|control|read|tid|temps|parzial|parcial"
)
"""What an element is called of which a runner has only one."""
_LAPS = re.compile(r"lap|leg|sector|section|diff|gap|behind|delta|pace", re.IGNORECASE)
_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.BIB}


def plain_of(root: Element) -> object:
    """What a document's outermost element holds."""
    return _Plain(root).made


class _Plain:
    """A document, and which of its elements are several."""

    def __init__(self, root: Element) -> None:
        self._places: dict[tuple[int, str], int] = {}
        """A number for each path of tags."""
        self._several: set[int] = set()
        """Those of which an element has several."""
        self._points: dict[int, tuple[str, str]] = {}
        """What says where and when in the elements of a path, where they are points."""
        self._looked: dict[int, int] = {}
        """How many of a path were asked whether they are points."""
        self._late = False
        """Whether elements of a path were found to be points when others had been taken for none."""
        self._find(root, 0)
        self.made = self._of(root, 0)
        if self._late:
            self._looked = dict.fromkeys(self._looked, _LOOKED_AT)
            self.made = self._of(root, 0)

    def _find(self, element: Element, place: int) -> None:
        tags = Counter(child.tag for child in element.children)
        for tag, count in tags.items():
            inner = self._places.setdefault((place, tag), len(self._places) + 1)
            if count > 1:
                self._several.add(inner)
        for child in element.children:
            if child.children:
                self._find(child, self._places[place, child.tag])

    def _of(self, element: Element, place: int) -> object:
        if not element.children:
            if not element.attributes:
                return element.text
            return {**element.attributes, _TEXT: element.text} if element.text else dict(element.attributes)
        held: dict[str, Any] = dict(element.attributes)
        if element.text:
            held.setdefault(_TEXT, element.text)
        by: dict[str, list[object]] = {}
        for child in element.children:
            by.setdefault(child.tag, []).append(self._of(child, self._places[place, child.tag]))
        for tag, found in by.items():
            inner = self._places[place, tag]
            several = inner in self._several
            keys = self._keys(inner, tag, found, several)
            if keys is not None and _SPLITS not in held:
                held[_SPLITS] = _splits(found, *keys)
                continue
            if not several and isinstance(found[0], dict) and found[0].keys() == {_SPLITS} and _SPLITS not in held:
                held |= found[0]
                continue
            if is_out(tag) and not several and isinstance(found[0], dict) and len(found[0]) == 1:
                (inside,) = found[0].values()  # those who did not finish, also if it is one
                found = inside if isinstance(inside, list) else [inside] if isinstance(inside, dict) else found
                several = found is not by[tag]
            said = _labelled(found) if several and place == 0 else {}
            if said:
                held |= {key: text for key, text in said.items() if key not in held}
                continue
            held[tag if tag not in held else f"{tag} of it"] = found if several else found[0]
        return held

    def _keys(self, place: int, tag: str, found: list[object], several: bool) -> tuple[str, str] | None:
        """What says where and when in elements that are points; None in others, of which only the first are asked."""
        known = self._points.get(place)
        looked = self._looked.get(place, 0)
        if known is not None or looked >= _LOOKED_AT:
            return known
        if not looked and not several and not _OF_POINTS.search(fold(tag)):
            self._looked[place] = _LOOKED_AT
            return None
        some = found[:_LOOKED_AT]
        self._looked[place] = looked + len(some)
        told = list(filter(None, map(_where_and_when, some)))
        if len(told) > _MOSTLY * len(some):  # a row's cells, each with its heading, are no points
            known = self._points[place] = told[0]
            self._late |= looked > 0
        return known


def _labelled(found: Sequence[object]) -> dict[str, str]:
    """What elements say of the whole, each by a word of its own: `<label type="eventname">City 10 km</label>`."""
    said: dict[str, str] = {}
    for one in found:
        if not isinstance(one, dict) or len(one) != len(("key", _TEXT)) or not isinstance(one.get(_TEXT), str):
            return {}
        key = next(text for of, text in one.items() if of != _TEXT)
        if not isinstance(key, str) or not key.replace("_", "").isalpha() or key in said:
            return {}
        said[key] = one[_TEXT]
    return said


def _where_and_when(one: object) -> tuple[str, str] | None:
    """The keys that say where and when in a point; None of anything else."""
    if (
        not isinstance(one, dict)
        or not 1 < len(one) <= _MOST_SAID
        or any(not isinstance(text, str) for text in one.values())
    ):
        return None
    if any(
        heading.meaning in _NAMES and heading.sure
        for key in one
        if key.lower() != "name"
        for heading in read_heading(key)[:1]
    ):
        return None
    if any(len(key) == 1 and _PERSON.fullmatch(text) and read_point(text) is None for key, text in one.items()):
        return None
    timed = [key for key, text in one.items() if is_clock(text) or (says_when(key, text) and is_time(text))]
    timed.sort(key=lambda key: (_LAPS.search(key) is not None, not is_clock(one[key])))
    if not timed:
        return None
    named = [
        key for key, text in one.items() if key not in timed[:1] and read_point(text) is not None and not is_clock(text)
    ]
    named.sort(key=lambda key: (not says_where(key, one[key]), one[key].isdigit()))
    if not named:
        return None
    where = named[0]
    return (where, timed[0]) if says_where(where, one[where]) or _is_far(one[where]) else None


_PERSON = re.compile(r"[^\W\d_][\w'.-]+(?: [^\W\d_][\w'.-]+){1,3}")
"""A name, below a key that says nothing: `<N>Ada Alfa</N>`."""


def _is_far(text: str) -> bool:
    """Whether a text is a point by itself: no bare number, but of so many metres as a track is marked in."""
    return not text.isdecimal() or (len(text) < _DIGITS and int(text) >= _NEAREST and int(text) % _MARKED == 0)


_NEAREST, _MARKED, _DIGITS = 100, 50, 9


def _splits(found: Sequence[object], where: str, when: str) -> object:
    """The points of a runner as all are called: each with its time, or one by one where they are only numbered."""
    told = [(str(one.get(where, "")), str(one.get(when, ""))) for one in found if isinstance(one, dict)]
    times = ["" if is_missing(time) else time for _, time in told]
    points = [point(where, text) if text else text for text, _ in told]
    if len(set(points)) < len(points) or any(text.isdigit() for text, _ in told):
        return [{"point": at, "time": time} for at, time in zip(points, times, strict=True)]
    return dict(zip(points, times, strict=True))
