"""How far somebody has come in each story, kept between sessions.

A small JSON file in the user's folder for state; whatever is wrong with it, stories begin at the beginning and
nothing is said.
"""

import json
from contextlib import suppress
from pathlib import Path

from replay.files.paths import first_bytes, own_folder
from replay.files.written import alone, write_whole

_LARGEST = 1_000_000
"""Bytes that are looked at; what is larger is nothing that was written here."""


def progress_file() -> Path:
    """Where it is kept: in the platform's place for state."""
    return own_folder("state") / "stories.json"


def part_reached(story: str, path: Path | None = None) -> int:
    """The part of a story to go on with, counted from 0."""
    try:
        return max(_read(path or progress_file()).get(story, 0), 0)
    except OSError:
        return 0


def remember_part(story: str, part: int, path: Path | None = None) -> None:
    """Remember the part of a story to go on with; 0 forgets it.

    A file that cannot be read or written is left as it is; what another instance remembers meanwhile is kept.
    """
    with suppress(OSError):
        path = path or progress_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        with alone(path.parent):
            parts = _read(path)
            if parts.get(story, 0) != part:
                parts = {known: at for known, at in {**parts, story: part}.items() if at}
                write_whole(path, json.dumps(parts).encode())


def _read(path: Path) -> dict[str, int]:
    """The parts, by story.

    Raises:
        OSError: There is something that cannot be read.
    """
    try:
        found = json.loads(first_bytes(path, _LARGEST))
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(key): value for key, value in found.items() if isinstance(value, int)}
