"""The day and the town in what stands above the events of a Hy-Tek report, an American program's."""

import datetime
import re
from collections.abc import Sequence

from replay.files.cleaning import clean_text
from replay.files.source import DateOrder
from replay.files.table.values.months import day_in
from replay.race.events import event_in


def day_above(text: str, order: DateOrder | None) -> datetime.date | None:
    """The day in a line above; the program is an American one, and so is the order of month and day."""
    if order is not None:
        return day_in(text, order)
    return (day_in(text, DateOrder.MONTH_FIRST) if "/" in text else None) or day_in(text)


def either_way(text: str) -> str:
    """What is to be said of a day in a line above that could be another, its month being its day."""
    one, two = (day_in(text, order) for order in (DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST))
    if "/" not in text or one is None or two is None or one == two:
        return ""
    return f"the race was on {one.isoformat()}, the month first as Americans write it; --date-order dmy says otherwise"


def place_above(above: Sequence[str]) -> str:
    """Where it was, as a line between the meeting's and the first event says it beside a day."""
    for text in above[1:]:
        if day_in(text) is not None or day_in(text, DateOrder.MONTH_FIRST) is not None:
            parts = [part.strip() for part in _BETWEEN.split(_DIGITS.sub("|", text))]
            told = [part for part in parts if part and day_in(part) is None and _WEEKDAY.fullmatch(part) is None]
            place = clean_text(", ".join(told))
            return place if re.search(r"[^\W\d_]{3}", place) and event_in(place) is None else ""
    return ""


_DIGITS = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
_BETWEEN = re.compile(r"[,;|]|\s[-–]+(?:\s|$)|\s{2,}")
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?", re.IGNORECASE)
