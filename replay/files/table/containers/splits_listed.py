"""Splits in a list of objects, each of which says where and when: by the words of its keys, or by its values."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from replay.files.missing import is_missing
from replay.files.table.values.cells import is_clock, is_distance, is_time
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import FINISH, START, read_point
from replay.race.times import format_exact


def plain_keys(rows: Sequence[Mapping[str, str]]) -> tuple[str, str]:
    """The keys of where and when by what they hold, where no word says it: `{"d": 1000, "t": "2:55.1"}`."""
    keys = list(rows[0]) if rows else []
    timed = next((key for key in keys if all(is_clock(row.get(key, "")) for row in rows)), "")
    timed = timed or next((key for key in keys if _has_both(key, rows)), "")
    far = [
        key
        for key in keys
        if key != timed and _RANK.search(key) is None and len({row.get(key) for row in rows}) == len(rows)
    ]
    far = [key for key in far if _WHEN.search(key) is None] or far
    if not far:
        several = (key for key in keys if key != timed and len({row.get(key) for row in rows}) == len(rows))
        far = [key for key in several if all(_is_marked(row.get(key, "")) for row in rows)]
    counted = [key for key in far if all(_NUMBER.fullmatch(row.get(key, "")) for row in rows)]
    marked = (key for key in counted if all(float(row[key]) % _MARKED == 0 for row in rows))
    numbered = next(marked, next(iter(counted), ""))
    named = next((key for key in far if all(read_point(row.get(key, "")) is not None for row in rows)), "")
    return numbered or named, timed


def far_key(rows: Sequence[Mapping[str, str]]) -> str:
    """The key of how far each point is, where they have names that say it of none: `{"name": "Hut", "km": 8.5}`.

    Also `m`, of numbers that rise as metres do, and minutes never: `{"m": 400, "s": 56.2}`.
    """
    if metres := _metres_key(rows):
        return metres
    key = next((key for key in (rows[0] if rows else ()) if _FAR.fullmatch(key)), "")
    named = [text for row in rows for of, text in row.items() if _NAMED.fullmatch(of)]
    if not key or len(rows) < len(("two", "points")) or not named:
        return ""
    if any(found not in (None, START, FINISH) for found in map(read_point, named)):
        return ""
    if not all(_NUMBER.fullmatch(row.get(key, "")) for row in rows):
        return ""
    far = [float(row[key]) for row in rows]
    return key if all(one < two for one, two in pairwise(far)) else ""


def measured_key(rows: Sequence[Mapping[str, str]]) -> str:
    """The key of how far each point is, beside that of which it is: `{"Nr": 4, "Distance": 3000}`; no lap's length."""
    numbered = [key for key in (rows[0] if rows else ()) if _COUNTED.fullmatch(key)]
    key = next((key for key in (rows[0] if rows else ()) if _FAR.fullmatch(key)), "")
    if not numbered or not key or not all(_NUMBER.fullmatch(row.get(key, "")) for row in rows):
        return ""
    far = [float(row[key]) for row in rows]
    return key if all(one < two for one, two in pairwise(far)) else ""


_COUNTED = re.compile(r"nr|no|number|lap|lap_?(?:no|nr|number|index)|index|order|seq(?:uence)?|#", re.IGNORECASE)


def _metres_key(rows: Sequence[Mapping[str, str]]) -> str:
    far = [row["m"] for row in rows if _NUMBER.fullmatch(row.get("m", ""))]
    metres = [float(one) for one in far]
    rising = all(one < two for one, two in pairwise(metres))
    return "m" if metres and len(far) == len(rows) and rising and metres[0] > _MINUTES else ""


_MINUTES = 60
"""That an hour has: no clock has so many."""
_FAR = re.compile(r"km|kms|miles?|met(?:er|re)s|dist(?:ance)?(?:_?(?:km|m|miles?|met(?:er|re)s))?", re.IGNORECASE)
_NAMED = re.compile(r"name|label|title|place|station|checkpoint|location", re.IGNORECASE)


def stretched(rows: Sequence[Mapping[str, str]]) -> Sequence[Mapping[str, str]]:
    """Stretches that say where they begin and end, as the points at their ends, with the times added up; else the rows.

    Only where each begins at the one before, and has a time: `{"from": "5 km", "to": "10 km", "time": "18:20"}`.
    """
    if not rows or not all({"from", "to"} <= row.keys() for row in rows):
        return rows
    if any(before["to"] != row["from"] for before, row in pairwise(rows)):
        return rows
    timed = next((key for key in rows[0] if key not in ("from", "to") and is_clock(rows[0][key])), "")
    cells = [read_cell(row.get(timed, "")) for row in rows]
    seconds = [PLAIN.seconds(cell) if cell is not None else None for cell in cells]
    total, made = 0.0, []
    for row, took in zip(rows, seconds, strict=True):
        if took is None:
            return rows
        total += took
        made.append({"point": row["to"], "time": format_exact(total)})
    return made


def _has_both(key: str, rows: Sequence[Mapping[str, str]]) -> bool:
    """Whether a key has seconds with their parts and times with minutes: `18.50`, `1:15.50`."""
    texts = [row.get(key, "") for row in rows]
    return any(map(is_clock, texts)) and all(is_clock(text) or _SECONDS.fullmatch(text) for text in texts)


_SECONDS = re.compile(r"\d{1,2}[.,]\d{1,3}")


def _is_marked(text: str) -> bool:
    """Whether a number is one of metres that a track is marked in, and no rank."""
    return _NUMBER.fullmatch(text) is not None and float(text) >= _MARKED and float(text) % _MARKED == 0


_MARKED = 50
"""Metres that tracks are marked in: of two numbers it is the one that counts them, and the other the lap."""
_RANK = re.compile(r"rank|pos|place", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WHERE = re.compile(
    r"dist|name|label|point|split|location|km|mile|met(?:er|re)|where|at\b|lap|nr|number", re.IGNORECASE
)
_WHEN = re.compile(
    r"^t$|^s$|^ms$|milli|tim(?:e|ing)|elapsed|cum|sec|zeit|temps|tiempo|tempo|mark|value|net|gun|chip", re.IGNORECASE
)


def says_where(key: str, text: str) -> bool:
    """Whether a value is the point of a split, by its key."""
    return bool(text) and _WHERE.search(key) is not None and not (":" in text and is_time(text))


def says_when(key: str, text: str) -> bool:
    """Whether a value is the time of a split, by its key."""
    return _WHEN.search(key) is not None and (is_missing(text) or is_time(text))


def is_guessed(row: Mapping[str, str]) -> bool:
    """Whether a split says of itself that nobody took it: `{"evidence": "estimated"}`, `{"estimated": true}`."""
    return row.get("evidence") == "estimated" or any(
        _GUESSED.fullmatch(key) and text.lower() in _YES for key, text in row.items()
    )


_GUESSED = re.compile(r"(?:is_?)?(?:estimated?|interpolated|calculated|projected)", re.IGNORECASE)
_YES = frozenset(("true", "1", "yes"))


def in_seconds(key: str, text: str) -> str:
    """A time whose key says that it counts milliseconds (`elapsedMs`), as a clock shows it."""
    if not text.isdecimal() or len(text) > _MOST_DIGITS or _MILLIS.search(key) is None:
        return text
    hours, rest = divmod(int(text), 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}".rstrip("0").rstrip(".")


_MILLIS = re.compile(r"^ms$|Ms$|MS$|_ms$|milli", re.ASCII)
_MOST_DIGITS = 10


def are_kilometres(rows: Sequence[Mapping[str, str]]) -> bool:
    """Whether distances, of which no key says in what they count, are too few for metres: 14.2 after an hour."""
    far = next((key for key in (rows[0] if rows else ()) if key.lower() in _UNIT_UNKNOWN), "")
    last = rows[-1].get(far, "") if far else ""
    if not _NUMBER.fullmatch(last) or float(last) >= _METRES_FROM:
        return False
    found = []
    for row in rows:
        time = next((text for key, text in row.items() if says_when(key, text) and is_clock(text)), "")
        cell = read_cell(time) if time else None
        seconds = PLAIN.seconds(cell) if cell is not None else None
        if seconds is not None and _NUMBER.fullmatch(row.get(far, "")) and float(row[far]) > 0:
            found.append(seconds / float(row[far]))
    return bool(found) and min(found) > _SLOW


_METRES_FROM = 1000
"""What no race has kilometres."""
_UNIT_UNKNOWN = frozenset(("dist", "distance"))
_SLOW = 20.0
"""Seconds for a metre that nobody takes, and for a kilometre or a mile nobody has as few."""


@lru_cache(maxsize=600)
def point(key: str, text: str) -> str:
    """How a column at a point is headed: a bare number is what its key counts in."""
    if not re.fullmatch(r"[\d.,]+", text):
        return text
    if re.fullmatch(r"controls?|code|cp|station|checkpoint|control ?code", key, re.IGNORECASE) and text.isdigit():
        return f"Control {text}"
    unit = "km" if "km" in key.lower() or "kilo" in key.lower() else "mi" if "mile" in key.lower() else ""
    if re.search(r"lap|nr|number", key, re.IGNORECASE):
        return f"Lap {text}"
    return f"{text} {unit or 'm'}" if unit or is_distance(f"{text} m") else text
