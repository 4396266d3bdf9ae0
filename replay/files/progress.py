"""How far somebody has come in each story and in each race, kept between sessions.

Two small JSON files in the user's folder for state; whatever is wrong with one, all begins at the beginning and nothing
is said.
"""

import json
from contextlib import suppress
from pathlib import Path

from replay.files.paths import absolute, first_bytes, own_folder
from replay.files.written import alone, write_whole
from replay.race.race import Race

_LARGEST = 1_000_000
"""Bytes that are looked at; what is larger is nothing that was written here."""
_BEGUN = 5.0
"""Seconds from the gun before which there is nothing to go on with."""
MOST = 500
"""Races that are remembered: those that were left last."""


def progress_file() -> Path:
    """Where the parts of stories are kept: in the platform's place for state."""
    return own_folder("state") / "stories.json"


def races_file() -> Path:
    """Where the seconds of races are kept, beside it."""
    return own_folder("state") / "races.json"


def part_reached(story: str, path: Path | None = None) -> int:
    """The part of a story to go on with, counted from 0."""
    return int(_reached(story, path or progress_file()))


def remember_part(story: str, part: int, path: Path | None = None) -> None:
    """Remember the part of a story to go on with; 0 forgets it.

    A file that cannot be read or written is left as it is, and one that holds nothing of ours is begun anew; what
    another instance remembers meanwhile is kept.
    """
    _remember(story, part, path or progress_file())


def left_at(race: Race) -> float:
    """The second from the gun at which a race was left; 0 where it was not, or at its end. It goes by its file."""
    return _reached(str(absolute(Path(race.path))), races_file()) if race.path else 0.0


def leave_at(race: Race, second: float | None) -> None:
    """Remember the second at which a race is left; None, its end, forgets it, and hardly begun nothing changes."""
    if race.path and (second is None or second >= _BEGUN):
        _remember(str(absolute(Path(race.path))), round(second or 0.0, 1), races_file())


def _reached(name: str, path: Path) -> float:
    try:
        return max(_read(path).get(name, 0), 0)
    except OSError:
        return 0


def _remember(name: str, reached: float, path: Path) -> None:
    with suppress(OSError):
        if not reached and not path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with alone(path.parent):
            known = _read(path)
            if known.get(name, 0) != reached:
                known.pop(name, None)
                kept = {**known, name: reached} if reached else known
                write_whole(path, json.dumps(dict(list(kept.items())[-MOST:])).encode())


def _read(path: Path) -> dict[str, float]:
    """How far, by name.

    Raises:
        OSError: There is something that cannot be read.
    """
    try:
        found = json.loads(first_bytes(path, _LARGEST))
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(key): value for key, value in found.items() if isinstance(value, int | float) and 0 <= value < 1e9}
