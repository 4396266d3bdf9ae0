"""The laps of one activity in JSON, as Strava's and Garmin's services give them: a row for each lap, without names.

Strava has `laps`, which the runner took, and `splits_metric` and `splits_standard`, which it makes itself; Garmin
has `lapDTOs`. Metres and seconds are plain numbers. Sources: developers.strava.com/docs/reference (DetailedActivity),
and what connect.garmin.com answers for an activity's splits.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from replay.files.cleaning import clean_text
from replay.files.table.containers.workbook import SheetRows
from replay.race.times import format_exact, with_minutes

_LAPS = ("laps", "lapDTOs", "splits_metric", "splits_standard", "splits", "autoLaps")
"""Where they stand, the runner's own first."""
_COUNTED = frozenset(("lap_index", "lapIndex"))
"""What only a watch's laps have."""
_SECONDS = ("elapsed_time", "elapsedDuration", "duration", "elapsedTime", "moving_time")
_SEVERAL = 2
_MOST = 5000
_FEW = 50


def laps_of(value: object) -> SheetRows | None:
    """The laps of the activity that a value is, or holds; None where it is none."""
    if isinstance(value, list) and all(isinstance(row, Mapping) and not _COUNTED.isdisjoint(row) for row in value):
        value = {"laps": value}  # as Strava gives them by themselves
    for held in _objects(value):
        for key in _LAPS:
            rows = held.get(key)
            if isinstance(rows, list) and _overlap(rows, held):
                continue
            if isinstance(rows, list) and len(rows) >= _SEVERAL and (laps := _laps(rows[:_MOST])):
                rows = [["Lap", "Distance (m)", "Time"], *laps]
                return SheetRows(key, rows, list(range(1, len(laps) + 2)), _said(held), runner=_runner(held))
    return None


def _overlap(rows: Sequence[object], held: Mapping[str, Any]) -> bool:
    """Whether parts of an activity are longer together than the whole: it is the same way, parted in several ways."""
    inner = [one for one in held.values() if isinstance(one, Mapping)]
    whole = next((far for one in (held, *inner) if (far := _number(one, ("distance",))) is not None), None)
    parts = (_number(row, ("distance",)) or 0.0 for row in rows[:_MOST] if isinstance(row, Mapping))
    return whole is not None and sum(parts) > _MORE * whole


_MORE = 1.3


def is_activity(value: object) -> bool:
    """Whether a value tells how far and how long somebody went, but not of his laps."""
    return any(_number(held, ("distance",)) and _number(held, (*_SECONDS, *_TOTALS)) for held in _deep(value, 0))


_TOTALS = ("totalTime", "total_time", "workoutTime", "time")
_DEEPEST = 4


def _deep(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    """The objects in a value, and in those; of a list the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping) and depth < _DEEPEST:
        yield value
        for held in islice(value.values(), _FEW):
            yield from _deep(held, depth + 1)


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    """A value, and the objects in it."""
    if isinstance(value, Mapping):
        yield value
        yield from (held for held in islice(value.values(), _FEW) if isinstance(held, Mapping))
        only = [held[0] for held in islice(value.values(), _FEW) if isinstance(held, list) and len(held) == 1]
        yield from (one for one in only if isinstance(one, Mapping))  # a session of one exercise


def _laps(rows: Sequence[object]) -> list[list[str]]:
    """Number, metres and time of each; none where one of them has no metres or no time."""
    found: list[list[str]] = []
    for number, row in enumerate(rows, 1):
        metres = _number(row, ("distance",)) if isinstance(row, Mapping) else None
        seconds = _number(row, _SECONDS) if isinstance(row, Mapping) else None
        if metres is None or seconds is None:
            return []
        found.append([str(number), f"{metres:.10g}", with_minutes(format_exact(seconds))])
    return found


def _number(held: Mapping[str, Any], keys: Sequence[str]) -> float | None:
    for key in keys:
        found = held.get(key, held.get(key[:1].upper() + key[1:]))
        if isinstance(found, str) and (parts := _SPAN.fullmatch(found)) is not None:
            hours, minutes, seconds = (float(part or 0) for part in parts.groups())
            found = hours * 3600 + minutes * 60 + seconds
        if isinstance(found, int | float) and not isinstance(found, bool) and 0 < found < _LARGEST:
            return float(found)
    return None


_SPAN = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8}(?:\.\d{1,9})?)S)?")
"""How long something took, as ISO 8601 has it: `PT3M56.5S`."""
_LARGEST = 1e7


def _runner(held: Mapping[str, Any]) -> dict[str, str] | None:
    """Whose activity it is; None where it does not say."""
    who = held.get("athlete")
    names = [who.get(key) for key in ("firstname", "lastname")] if isinstance(who, Mapping) else []
    name = clean_text(" ".join(text for text in names if isinstance(text, str)))[:200]
    return {"name": name} if name else None


def _said(held: Mapping[str, Any]) -> dict[str, str]:
    """What the activity is called, and when it was, by itself or by what it has in short: `summaryDTO`."""
    parts = [held, *(one for one in islice(held.values(), _FEW) if isinstance(one, Mapping))]
    texts = {
        "title": held.get("name") or held.get("activityName"),
        "date": str(next(filter(None, (one.get(key) for one in parts for key in _STARTED)), ""))[:10],
    }
    return {key: clean_text(text)[:200] for key, text in texts.items() if isinstance(text, str) and text}


_STARTED = ("start_date_local", "startTimeLocal", "startLocal", "start_time_local", "startTime")
