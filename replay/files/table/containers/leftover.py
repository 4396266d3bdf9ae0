"""What stands in a file of JSON and in no list that was read of it: texts that name its event, and times."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from replay.files.cleaning import clean_text
from replay.files.table.containers.workbook import SheetRows
from replay.race.events import event_in, event_metres

_DEEPEST = 30
_MOST = 200_000
"""Values that are looked at."""
_MOST_BESIDE = 5000
"""Values beside the rows that are asked for an event, which takes longer."""
_LONGEST = 80
_FEWEST = 2


def events_beside(value: object, rows: Sequence[object]) -> list[str]:
    """Texts that name an event, and stand in none of these rows; none where they name several."""
    inside = {id(row) for row in rows}
    found: dict[float, str] = {}
    for _, text in _texts(value, "", inside, 0, [_MOST_BESIDE]):
        event = event_in(text) if len(text) <= _LONGEST and any(map(str.isalpha, text)) else None
        try:
            metres = event_metres(event) if event is not None else None
        except ValueError:
            continue
        if metres is not None and len(text.split()) > len(found.get(metres, "").split()):
            found[metres] = text
    return list(found.values()) if len(found) == 1 else []


def unread_times(value: object, sheets: Sequence[SheetRows]) -> tuple[int, str]:
    """How many times stand in a value and in no list made of it, and where the first stands."""
    read = Counter(cell for sheet in sheets for row in sheet.rows for cell in row if ":" in cell)
    said = Counter(text for sheet in sheets for text in (sheet.comments or {}).values())
    left: Counter[str] = Counter()
    known: set[str] = set()
    for where, text in _texts(value, "", set(), 0, [_MOST]):
        if where in known or ":" not in text or _PACE.search(where) or _CLOCK.fullmatch(text) is None:
            continue
        if read[text] > 0 or said[text] > 0:
            (read if read[text] > 0 else said)[text] -= 1
            known.add(where)
        else:
            left[where] += 1
    wholly = {where: count for where, count in left.items() if where not in known}
    count = sum(wholly.values())
    return (count, next(iter(wholly))) if count >= _FEWEST else (0, "")


_PACE = re.compile(r"pace|speed|tempo|schnitt|allure|ritmo", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,3}(?::\d\d){1,2}(?:[.,]\d{1,3})?")


def _texts(value: object, where: str, inside: set[int], depth: int, room: list[int]) -> Iterator[tuple[str, str]]:
    """The texts of a value, each with the keys that lead there."""
    if depth > _DEEPEST or id(value) in inside or room[0] <= 0:
        return
    room[0] -= 1
    if isinstance(value, str):
        yield where, clean_text(value[:200])
    elif isinstance(value, dict):
        for key, held in value.items():
            if not isinstance(held, str | list | dict):
                continue
            yield from _texts(held, f"{where}.{key}" if where else str(key), inside, depth + 1, room)
    elif isinstance(value, list):
        for held in value:
            if not isinstance(held, str | list | dict):
                continue
            yield from _texts(held, where, inside, depth + 1, room)
