"""What somebody has chosen once for all: the theme, kept between sessions.

A file of one word in the user's folder for state; whatever is wrong with it, nothing was chosen and nothing is said.
"""

from contextlib import suppress
from pathlib import Path

from replay.files.paths import first_bytes
from replay.race.problems import ReplayError

THEMES = ("dark", "light")


def theme_file() -> Path:
    """Where it is kept: in the platform's place for state."""
    import platformdirs

    return Path(platformdirs.user_state_dir("race-replay", appauthor=False)) / "theme"


def chosen_theme(path: Path | None = None) -> str | None:
    """One of `THEMES`; None where none was chosen."""
    with suppress(OSError, RuntimeError):
        word = first_bytes(path or theme_file(), 16).decode(errors="replace").strip()
        return word if word in THEMES else None
    return None


def remember_theme(name: str, path: Path | None = None) -> None:
    """Remember one of `THEMES`; where it cannot be written nothing is remembered."""
    from replay.files.written import write_new

    with suppress(OSError, RuntimeError, ReplayError):
        path = path or theme_file()
        if path.is_absolute():  # it is not, for somebody without a home
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new(str(path), f"{name}\n", force=True)
