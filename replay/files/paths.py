"""Paths as people and files name them, and the bytes that are there: of regular files, and of nothing else."""

import os
import stat
from pathlib import Path
from typing import Literal


def expanded(named: str) -> Path:
    """A path whose `~` is somebody's home; where there is no such home, as it is written."""
    return Path(os.path.expanduser(named))  # noqa: PTH111 - `Path.expanduser` raises there


def absolute(path: Path) -> Path:
    """A path from the root; as it is where the folder that one is in is gone."""
    try:
        return path.absolute()
    except OSError:
        return path


def here() -> Path:
    """The folder that one is in; one's home where it is gone."""
    found = absolute(Path())
    return found if found.is_absolute() else expanded("~")


_elsewhere: dict[str, Path] = {}
"""Where a visitor's own files go, by their kind."""


def keep_own_in(folder: Path) -> None:
    """Have what this process remembers and keeps of its own in a folder: whoever it is for, it is not this user."""
    _elsewhere.update({kind: folder / kind for kind in ("data", "state")})


def own_folder(kind: Literal["data", "state", "cache", "config"]) -> Path:
    """The program's folder in the platform's place for a kind of files.

    For a user who has no home there is none: what it gives then can neither be read nor made.
    """
    if kind in _elsewhere:
        return _elsewhere[kind]
    import platformdirs  # few ask for it, and the menu should open soon

    named = {"data": platformdirs.user_data_dir, "state": platformdirs.user_state_dir}
    named["config"] = platformdirs.user_config_dir
    try:
        found = Path(named.get(kind, platformdirs.user_cache_dir)("race-replay", appauthor=False))
    except (RuntimeError, KeyError):
        found = Path()
    return found if found.is_absolute() else Path(os.devnull) / "no home"


def is_folder(path: Path) -> bool:
    """Whether there is a folder; `Path.is_dir` raises where a path is too long for the system."""
    return os.path.isdir(path)  # noqa: PTH112


def first_bytes(path: Path, count: int) -> bytes:
    """So many bytes of a regular file: what else there is may never end, or keep one waiting for ever.

    Raises:
        OSError: It cannot be opened, or is no regular file.
    """
    # A pipe into which nobody writes would not be opened before somebody does.
    with os.fdopen(
        os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb"
    ) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(0, "it is no regular file")
        return file.read(count)


def beside(path: Path, name: Path, ending: str) -> Path | None:
    """The file of a name that a race file mentions, where it lies in the race file's folder, also by links."""
    if name.is_absolute() or ".." in name.parts or name.suffix.lower() != ending:
        return None
    found = path.parent / name
    return found if found.resolve().is_relative_to(path.parent.resolve()) else None
