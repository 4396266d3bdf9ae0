"""A race without characters that command a terminal, whichever reader let one through."""

from dataclasses import replace
from operator import attrgetter
from typing import Any

from replay.files.cleaning import clean_text, commands
from replay.race.race import Entry, Race

_OF_RACE = ("title", "event", "meeting", "conditions", "note")
_OF_VENUE = ("stadium", "city", "country")
_OF_ENTRY = ("name", "short", "nation", "bib", "club", "sex", "category", "note")
_TEXTS = attrgetter(*_OF_ENTRY)


def harmless(race: Race) -> Race:
    """The race; readers clean what they read, and this is for what one of them forgot: it costs a look."""
    if not all(map(_is_plain, race.entries)):
        race = replace(race, entries=tuple(map(_harmless_entry, race.entries)))
    venue = replace(race.venue, **_cleaned(race.venue, _OF_VENUE))
    return replace(race, venue=venue, **_cleaned(race, _OF_RACE))


def _is_plain(entry: Entry) -> bool:
    return "".join((*_TEXTS(entry), *entry.marks)).isprintable()


def _harmless_entry(entry: Entry) -> Entry:
    if _is_plain(entry):
        return entry
    return replace(entry, marks=tuple(map(clean_text, entry.marks)), **_cleaned(entry, _OF_ENTRY))


def _cleaned(value: Any, names: tuple[str, ...]) -> dict[str, Any]:  # noqa: ANN401 - a race, a runner or a venue
    """The texts that hold a command, without it."""
    return {name: clean_text(text) for name in names if commands(text := getattr(value, name))}
