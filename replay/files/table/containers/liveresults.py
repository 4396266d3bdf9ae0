"""The JSON of liveresultat.orientering.se: a class with its controls, and results that name those by their codes.

Times are hundredths of a second, statuses numbers, and beside the time at each control stand its status and place.
Source: liveresultat.orientering.se/api.php.
"""

from collections.abc import Mapping
from typing import Any

from replay.race.times import format_time

_STATUSES = {1: "DNS", 2: "DNF", 3: "MP", 4: "DSQ", 5: "OTL", 11: "DNS", 12: "DNS"}


def told_plainly(value: object) -> object:
    """What a text of JSON holds; this service's with names, times and statuses as people write them."""
    if not isinstance(value, Mapping):
        return value
    controls, results = value.get("splitcontrols"), value.get("results")
    if not isinstance(controls, list) or not isinstance(results, list):
        return value
    names = {
        str(control["code"]): str(control["name"])
        for control in controls
        if isinstance(control, Mapping) and {"code", "name"} <= control.keys()
    }
    rows = [_row(row, names) for row in results if isinstance(row, Mapping)]
    return {"title": str(value.get("className", "")), "results": rows}


def _row(row: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, str]:
    status = _STATUSES.get(row["status"], "") if isinstance(row.get("status"), int) else ""
    made = {key: str(row.get(key) or "") for key in ("place", "name", "club")}
    splits = row.get("splits")
    for code, name in names.items():
        made[name] = _time(splits.get(code)) if isinstance(splits, Mapping) else ""
    start = row.get("start")
    made["start"] = _time(start) if isinstance(start, int) else ""
    return {**made, "result": "" if status else _time(row.get("result")), "race status": status}


def _time(hundredths: object) -> str:
    text = str(hundredths)
    counts = text.isdecimal() and len(text) <= len(str(_MOST)) and 0 < int(text) < _MOST
    return format_time(int(text) / 100, 2) if counts else ""


_MOST = 8_640_000 * 7
"""Hundredths of a week."""
