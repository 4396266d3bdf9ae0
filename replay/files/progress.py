"""How far somebody has come in each story, kept between sessions.

A small JSON file in the user's folder for state; whatever is wrong with it, stories begin at the beginning and
nothing is said.
"""

import json
import os
from pathlib import Path


def progress_file() -> Path:
    """Where it is kept: in the platform's place for state."""
    import platformdirs  # not needed before a story is opened

    return Path(platformdirs.user_state_dir("race-replay", appauthor=False)) / "stories.json"


def part_reached(story: str, path: Path | None = None) -> int:
    """The part of a story to go on with, counted from 0."""
    return max(_read(path or progress_file()).get(story, 0), 0)


def remember_part(story: str, part: int, path: Path | None = None) -> None:
    """Remember the part of a story to go on with; 0 forgets it. A file that cannot be written is left as it is."""
    path = path or progress_file()
    parts = _read(path)
    if parts.get(story, 0) == part:
        return
    parts = {known: at for known, at in {**parts, story: part}.items() if at}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        fresh.write_text(json.dumps(parts), encoding="utf-8")
        fresh.replace(path)
    except OSError:
        return


def _read(path: Path) -> dict[str, int]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(key): value for key, value in found.items() if isinstance(value, int)}
