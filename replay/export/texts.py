"""A race in words: what is said of it, line by line; and its own file."""

from pathlib import Path

from replay.analysis.ghosts import without_ghosts
from replay.answers.spoken import calls_text
from replay.export.take import Progress, Take
from replay.files.writing import race_text

RACE_FILES = ".yaml", ".yml"


def commentary_text(take: Take, progress: Progress) -> bytes:
    """The commentary of a part of a race, under a line that names it."""
    said = [call for call in take.calls if take.film.start <= call.time <= take.film.end]
    return f"{take.title}\n\n{calls_text(said, take.timeline.race)}\n".encode()


def race_yaml(take: Take, progress: Progress) -> bytes:
    """The race as a race file: its own text where it came from one, with all that only a person can write."""
    race = take.timeline.given
    path = Path(race.path)
    if path.suffix.lower() in RACE_FILES and not race.what_if:
        return path.read_bytes()
    return race_text(without_ghosts(race), ".yaml").encode()
