"""What reports tell of a race and of those in it, for the commentary and the start card."""

from replay.race.race import Note, Race, WhenKind


def all_notes(race: Race) -> list[tuple[int | None, Note]]:
    """Every note, each with the entry it is about: those of the race first."""
    own = [(index, note) for index, entry in enumerate(race.entries) for note in entry.notes]
    return [*((note.runner, note) for note in race.notes), *own]


def notes_before(race: Race) -> list[tuple[int | None, Note]]:
    """Those that were known before the gun."""
    return [pair for pair in all_notes(race) if pair[1].show.kind is WhenKind.BEFORE]
