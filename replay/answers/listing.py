"""The library: `list`."""

from collections.abc import Iterable

from replay.answers.columns import table
from replay.answers.values import Answer, iso_date, number
from replay.files.cleaning import clean_text
from replay.files.library import LibraryItem
from replay.files.story import RacePart


def list_answer(items: Iterable[LibraryItem]) -> list[Answer]:
    """`list --json`."""
    return [_item_answer(item) for item in items]


def _item_answer(item: LibraryItem) -> Answer:
    if item.error is not None:
        return {"id": item.id, "error": item.error}
    race = item.race
    if race is None:
        parts = item.story.parts if item.story else ()
        races = sum(isinstance(part, RacePart) for part in parts)
        return {"id": item.id, "kind": item.kind, "title": item.title, "date": None, "distance": None, "runners": None,
                "documented": "full", "races": races}  # fmt: skip
    runners = sum(entry.competes for entry in race.entries)
    return {"id": item.id, "kind": item.kind, "title": race.title, "meeting": race.meeting, "date": iso_date(race),
            "distance": number(race.distance), "runners": runners, "documented": race.documented}  # fmt: skip


def list_text(items: Iterable[LibraryItem]) -> str:
    """The library as a table."""
    rows = []
    for item in items:
        if item.error is not None:
            rows.append((clean_text(item.id), "", "", f"cannot be read: {item.error}"))
        elif item.race is not None:
            race = item.race
            title = ", ".join(part for part in (race.title, race.meeting) if part)
            rows.append((clean_text(item.id), str(race.date or ""), race.documented, title))
        else:
            rows.append((clean_text(item.id), "", "story", item.title))
    return table(("id", "date", "known", "race"), rows)
