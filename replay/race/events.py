"""What an event's name says: how far it is, and whether it is run on the road."""

import re

from replay.race.race import MILE

HALF_MARATHON = 21097.5
MARATHON = 42195.0
"""Metres of the road's two classic distances (World Athletics Competition and Technical Rules, TR 55)."""

EXAMPLES = "800m, 1500m, mile, 2 miles, 5000m, 3000m steeplechase, 10 km, half marathon or marathon"

_UNITS = {"m": 1.0, "k": 1000.0, "mile": MILE}
_AMOUNT = re.compile(
    r"(\d{1,3}(?:[,' ]\d{3})+|\d+(?:\.\d+)?)\s*-?\s*(m|met(?:re|er)s?|km?|kilomet(?:re|er)s?|mi|miles?)?"
)
_WORDS = {"one": "1", "a": "1", "two": "2", "three": "3", "four": "4", "five": "5", "ten": "10"}


def event_metres(event: str) -> float:
    """Metres of an event such as `1500m`, `mile`, `2 miles`, `10 km`, `half marathon` or `3000m steeplechase`.

    Raises:
        ValueError: The text names no distance.
    """
    text = _plain(event)
    if text == "half marathon":
        return HALF_MARATHON
    if text == "marathon":
        return MARATHON
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise ValueError(f"{event!r} is no event such as {EXAMPLES}")
    amount, unit = float(re.sub(r"[,' ]", "", match[1])), match[2] or "m"
    metres = amount * _UNITS["mile" if unit.startswith("mi") else unit[0]]
    if not 1 <= metres <= 1_000_000:
        raise ValueError(f"{event!r} is not between 1 m and 1000 km")
    return metres


def is_road_event(event: str) -> bool:
    """Whether an event is run on the road by its name alone: the marathons, and what is counted in kilometres."""
    text = _plain(event)
    return "marathon" in text or re.search(r"\d\s*(k|km|kilomet(re|er)s?)$", text) is not None


def _plain(event: str) -> str:
    """The event's distance alone: lower case, without `men's`, `steeplechase` and the like, number words as digits."""
    text = " ".join(event.lower().replace("’", "'").split())
    text = re.sub(r"\b(men|women|boys|girls|mixed)('s)?\b", "", text)
    text = re.sub(
        r"(?<=[\dm ])\s*(steeplechase|steeple|sc|hurdles|h|flat|road race|road|race|run|walk|dash)$", "", text.strip()
    )
    text = text.strip(" ,").replace("half-marathon", "half marathon")
    first, _, rest = text.partition(" ")
    text = f"{_WORDS.get(first, first)} {rest}".strip()
    return {"mile": "1 mile", "half": "half marathon"}.get(text, text)
