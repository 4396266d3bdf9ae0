"""Times on the way in lines below each runner's own, whose distances stand once, in lines above all of them.

Rank Name         Nat   Result
       100m        200m        300m
       400m        500m
   1 Ada Alfa     NOR   1:32.04
       14.1  (2)   29.3  (1)   45.2 (1)
     1:01.0  (1) 1:16.8  (1)

So the sheets of race analysis of championships and league meetings are printed.
"""

import re
from collections.abc import Sequence

_POINT = re.compile(r"(?<![\d.,])\d[\d.,]{0,8}\s?(?:m|km|k|mi|miles?|yds?)(?![a-z])|half(?:way)?", re.IGNORECASE)
_TIME = re.compile(r"((?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?|\d{1,3}[.,]\d{1,3})(?:\s*[(\[]\s*\d{1,4}=?\s*[)\]])?")
_FEWEST = 2
"""Points of the first such line, and lines of times."""


def times_under_points(lines: Sequence[str]) -> tuple[dict[int, list[tuple[str, str]]], set[int]]:
    """The lines of times by their index, each time behind its distance; and the lines of distances.

    None of either where hardly a line of times stands below lines of distances.
    """
    found: dict[int, list[tuple[str, str]]] = {}
    headings, said = set[int](), list[list[re.Match[str]]]()
    row = 0
    for at, line in enumerate(lines):
        points = _only(_POINT, line)
        if len(points) >= (1 if at - 1 in headings else _FEWEST):
            said = [*said, points] if at - 1 in headings else [points]
            headings.add(at)
            continue
        times = _only(_TIME, line)
        row = row + 1 if times and at - 1 in found else 0
        if times and row < len(said) and len(times) <= len(said[row]) and at - 1 not in headings:
            found[at] = [(_text(point), time[1]) for point, time in _paired(said[row], times)]
    return (found, headings) if len(found) >= _FEWEST else ({}, set())


def _only(pattern: re.Pattern[str], line: str) -> list[re.Match[str]]:
    """What of a kind a line has, where it has nothing else."""
    return list(pattern.finditer(line)) if line.strip() and not pattern.sub("", line).strip() else []


def _text(point: re.Match[str]) -> str:
    return "".join(point[0].lower().split())


def _paired(points: list[re.Match[str]], times: list[re.Match[str]]) -> list[tuple[re.Match[str], re.Match[str]]]:
    """Each time with its point: the one that it stands under, where some are missing, else one after another."""
    if len(points) == len(times):
        return list(zip(points, times, strict=True))
    nearest = [min((abs(point.end() - time.end(1)), at) for at, point in enumerate(points))[1] for time in times]
    if len(set(nearest)) == len(nearest):
        return [(points[at], time) for at, time in zip(nearest, times, strict=True)]
    return list(zip(points, times, strict=False))
