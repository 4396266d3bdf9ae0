"""What programs wrap one value in, taken off: databases that say its type, XML's text and attributes, parts of a time.

MongoDB has `{"$numberDouble": "222.66"}`, DynamoDB `{"N": "222.66"}`, Firestore `{"doubleValue": 222.66}` and
documents in `fields`; what was XML once has `{"#text": "3:42.66"}` or a list of one; a time may be
`{"minutes": 3, "seconds": 42}` or `{"value": 222.66, "unit": "s"}`.
Sources: MongoDB Extended JSON (v2), DynamoDB's AttributeValue, Firestore's Value.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from replay.race.times import format_exact, with_minutes

_TYPES = frozenset(
    {"S", "N", "BOOL", "NULL", "M", "L", "SS", "NS"}
    | {f"{kind}Value" for kind in ("string", "integer", "double", "boolean", "timestamp", "null", "reference")}
)
_TEXTS = ("#text", "_text", "$t", "_", "#cdata-section", "__text")
_SIGNS = frozenset("@#_$")
_ATTRIBUTES = ("@attributes", "_attributes", "$", "_attr")
_PARTS = {
    **dict.fromkeys(("h", "hh", "hr", "hrs", "hour", "hours"), 3600.0),
    **dict.fromkeys(("m", "mm", "min", "mins", "minute", "minutes"), 60.0),
    **dict.fromkeys(("s", "ss", "sec", "secs", "second", "seconds"), 1.0),
    **dict.fromkeys(("tenths", "tenth"), 0.1),
    **dict.fromkeys(("hundredths", "centiseconds", "hundredth", "cs"), 0.01),
    **dict.fromkeys(("ms", "millis", "milliseconds", "thousandths"), 0.001),
    **dict.fromkeys(("us", "micros", "microseconds"), 1e-6),
    **dict.fromkeys(("nanos", "nanoseconds"), 1e-9),
}
_LARGEST = 1e7
_METRES_FROM, _METRES_TO = 100, 100_000
"""What counts so many `m` without an hour counts no minutes."""
_MOST_PARTS = 6
"""Of one time."""


def unwrapped(value: Mapping[str, Any]) -> object:
    """What an object is put round; the object itself where it is put round nothing."""
    if len(value) == 1:
        ((key, held),) = value.items()
        if key.startswith("$") and not isinstance(held, list):
            return unwrapped(held) if isinstance(held, Mapping) else held
        if key in _TYPES and _is_typed(key, held):
            return None if key in ("NULL", "nullValue") else held
        if key == "mapValue" and isinstance(held, Mapping):
            return held.get("fields", {})
        if key == "arrayValue" and isinstance(held, Mapping):
            return held.get("values", [])
        if key in _TEXTS and not isinstance(held, list | Mapping):
            return held
    if len(value) <= _MOST_PARTS and _may_be_time(tuple(value)) and (seconds := _seconds(value)) is not None:
        return seconds
    return _without_marks(_of_document(value))


@lru_cache(maxsize=2000)
def _may_be_time(names: tuple[str, ...]) -> bool:
    """Whether an object of these keys may be a time in its parts, or with its unit: most objects are not."""
    lower = {name.lower() for name in names}
    return lower <= _PARTS.keys() or not lower.isdisjoint(("unit", "units", "timeunit", "timeinmillis"))


def _is_typed(key: str, held: object) -> bool:
    if key == "M":
        return isinstance(held, Mapping) and all(isinstance(one, Mapping) for one in held.values())
    if key == "L":
        return isinstance(held, list) and all(isinstance(one, Mapping) for one in held)
    if key == "N":
        return isinstance(held, str) and re.fullmatch(r"-?\d+(?:\.\d+)?", held) is not None
    if key in ("S", "BOOL", "NULL"):
        return isinstance(held, str if key == "S" else bool)
    return not isinstance(held, Mapping | list) or key in ("SS", "NS")


def _of_document(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """A document of Firestore as its fields, and a feature of GeoJSON as its properties."""
    properties = value.get("properties")
    if value.get("type") == "Feature" and isinstance(properties, Mapping):
        return properties
    fields = value.get("fields")
    if isinstance(fields, Mapping) and fields and all(map(_is_wrapped, fields.values())):
        return fields
    return value


def _is_wrapped(held: object) -> bool:
    return isinstance(held, Mapping) and len(held) == 1 and next(iter(held)).endswith("Value")


def _without_marks(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """An element of XML with its attributes as its own, and what it has one of as that, not as a list of one."""
    if any(key[:1] in _SIGNS for key in value):
        made: dict[str, Any] = {}
        for key, held in value.items():
            if key in _ATTRIBUTES and isinstance(held, Mapping):
                made |= held
            elif key in _TEXTS:
                made["text"] = held
            else:
                made[key[1:] if key[:1] == "@" and key[1:] not in value else key] = held
        value = made
    ones = {key for key, held in value.items() if isinstance(held, list) and _is_one(held)}
    if len(ones) > 1:
        return {key: held[0] if key in ones else held for key, held in value.items()}
    return value


def _is_one(held: object) -> bool:
    return isinstance(held, list) and len(held) == 1 and isinstance(held[0], str)


def _seconds(value: Mapping[str, Any]) -> str | None:
    """A time of which the parts stand by themselves, or with its unit beside it, as a clock shows it."""
    lower = {key.lower(): held for key, held in value.items()}
    if len(value) > 1 and lower.keys() <= _PARTS.keys():
        numbers = {key: _number(held) for key, held in lower.items()}
        if "h" not in lower and _METRES_FROM <= (numbers.get("m") or 0) < _METRES_TO:
            return None  # a split, its metres beside its seconds: `{"m": 400, "s": 56.2}`
        whole = sum(number * _PARTS[key] for key, number in numbers.items() if number is not None)
        timed = any(_PARTS[key] <= 1 for key in lower) and None not in numbers.values()
        return _shown(whole) if timed and 0 <= whole < _LARGEST else None
    if len(value) > len(("value", "unit")):
        return None
    unit = lower.get("unit", lower.get("units", lower.get("timeunit")))
    held = next((lower[key] for key in ("value", "amount") if key in lower), None)
    if "timeinmillis" in lower:
        unit, held = "ms", lower["timeinmillis"]
    amount = _number(held)
    factor = _PARTS.get(unit.lower()) if isinstance(unit, str) and unit.lower() not in ("m", "mm") else None  # metres
    return _shown(amount * factor) if amount is not None and factor is not None else None


def _number(held: object) -> float | None:
    if isinstance(held, str) and re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", held):
        return float(held)
    return float(held) if isinstance(held, int | float) and not isinstance(held, bool) and 0 <= held < 1e12 else None


def _shown(seconds: float) -> str:
    return with_minutes(format_exact(seconds))
