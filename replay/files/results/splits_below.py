"""Times on the way in a line below each runner's own, each behind its distance: `1000m 3:05.2   2000m 6:10.1`."""

import re
from collections.abc import Sequence

from replay.files.results.layout import Laid
from replay.files.results.lines import TIME
from replay.files.results.points_above import times_under_points
from replay.files.table.values.notations import plain_seconds

_PAIR = re.compile(
    r"(\d[\d.,]{0,9}\s?(?:m|km|k|mi|miles?|yds?)|\b\d{3,5}(?=\s?[:=]\s)|half(?:way)?)\s*[:=]?\s*"
    r"((?:\d{1,2}:)?\d{1,3}[:.]\d{2}(?:[.,]\d{1,3})?|\d{1,3}[.,]\d{1,3})(?:\s*[(\[][\d:.,+ ]*[)\]])?[\s,;|/]*",
    re.IGNORECASE,
)
_TEAM = re.compile(r"\s*[^\W\d][^\d,;:]+(?:[,;]\s*[^\W\d][^\d,;:]+){2,3}\s*")
"""Who ran for a team, in a line below it."""
_LEG = re.compile(r"([^\W\d][^\d,;:]*?)[\s:–-]*\(?((?:\d{1,2}:)?\d{1,3}\.\d{1,2}|\d{1,2}:\d{2})\)?")
_LEGS = range(2, 9)
_BY_HAND = 0.5
"""Seconds by which each leg's time may miss, so that all together make the team's."""
_FEWEST = 2
"""Runners with such a line."""


def splits_below(lines: Sequence[str]) -> dict[int, dict[str, str]]:
    """The lines that have nothing but times at points, by their index: none where no runner's line is above each."""
    found: dict[int, dict[str, str]] = {}
    whose = set[int]()
    under, points = times_under_points(lines)
    for at, line in enumerate(lines):
        pairs = under.get(at) or [(match[1], match[2]) for match in _PAIR.finditer(line)]
        if _TEAM.fullmatch(line) is not None and at and any(map(str.isdigit, lines[at - 1])):
            names = [name.strip() for name in re.split("[,;]", line)]
            found[at] = {f"Leg {number}": name for number, name in enumerate(names, 1)}
            whose.add(at - 1)
            continue
        if at and (legs := legs_told(line, lines[at - 1])):
            found[at] = legs
            whose.add(at - 1)
            continue
        if not pairs and at and (times := _only_times(line)) and _is_runner(lines[at - 1]):
            found[at] = {"Laps": " ".join(times)}
            whose.add(at - 1)
            continue
        if (
            pairs
            and (at in under or _is_pairs(line))
            and at
            and (at - 1 in found or (lines[at - 1].strip() and not _is_pairs(lines[at - 1])))
        ):
            found[at] = {"".join(point.lower().split()): time for point, time in pairs}
            whose.update({at - 1} - found.keys())
    first = min(found, default=0)
    others = sum(TIME.search(line) is not None for at, line in enumerate(lines) if at not in found)
    if len(found) < _FEWEST or (len(whose) < _FEWEST and others > 1):
        return {}
    if not any(map(str.isdigit, lines[first - 1])):
        return {}
    return found | {at: dict[str, str]() for at in points}


def _only_times(line: str) -> list[str]:
    """The times of a line that has nothing else but laps in brackets: `62.1 - 2:07.0 (64.9) - 3:12.3 (65.3)`."""
    if _TIMES_ALONE.fullmatch(line[:_LONGEST]) is None:
        return []
    times = re.findall(_A_TIME, _LAPS_BESIDE.sub(" ", line))
    return times if len(times) >= _FEWEST else []


_A_TIME = (
    r"(?<![\d:.,])(?:\d{1,2}:)?\d{1,3}[:.]\d{2}(?:[.,]\d{1,3})?(?![\d:.,])"
    r"|(?<![\d:.,])\d{2,3}[.,]\d{1,3}(?![\d:.,])"
)
_LAPS_BESIDE = re.compile(r"[(\[][\d:.,+ ]+[)\]]")
_TIMES_ALONE = re.compile(r"\s+[\d:.,()\[\] /–—;|-]+")
"""A line that is set in, and has digits and signs alone."""
_LONGEST = 400


def _is_runner(line: str) -> bool:
    """Whether a line has somebody's name and one time, and so none on the way."""
    return any(map(str.isalpha, line)) and len(re.findall(_A_TIME, line)) == 1


def _is_pairs(line: str) -> bool:
    return not _PAIR.sub("", line).strip()


def legs_told(line: str, above: str) -> dict[str, str]:
    """Who ran for a team, each with his time, `Al Ash 51.2, Bo Beck 50.0`, where these make that of the line above."""
    if ", " not in line and "; " not in line:
        return {}
    legs = [_LEG.fullmatch(part.strip()) for part in re.split(r"[,;]\s", line)]
    times = [match[2] for match in legs if match is not None]
    ran = [second for time in times if (second := plain_seconds(time))]
    if len(legs) not in _LEGS or not len(legs) == len(times) == len(ran):
        return {}
    whole = [plain_seconds(match[0]) or 0.0 for match in TIME.finditer(above)]
    if not whole or abs(max(whole) - sum(ran)) > _BY_HAND * len(ran):
        return {}
    named = ((number, match) for number, match in enumerate(legs, 1) if match is not None)
    return {title: text for at, one in named for title, text in ((f"Leg {at}", one[1]), (f"Leg {at} Time", one[2]))}


def with_splits_below(laid: Laid, below: dict[int, dict[str, str]]) -> Laid:
    """The rows with a column for each point that stands below them."""
    points = list(dict.fromkeys(point for told in below.values() for point in told))
    rows = [[*laid.rows[0], *points]]
    ends = [*laid.lines[2:], max(below, default=0) + 2]
    for row, line, end in zip(laid.rows[1:], laid.lines[1:], ends, strict=True):
        own = {point: time for at in range(line, end - 1) for point, time in below.get(at, {}).items()}
        rows.append([*row, *(own.get(point, "") for point in points)])
    return Laid(rows, laid.lines)
