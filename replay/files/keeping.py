"""Keeping a race that was opened among the user's own: under a name that is free, never over another."""

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from replay.files.writing import course_text, race_text
from replay.files.written import write_new
from replay.race.names import fold
from replay.race.problems import ReplayError
from replay.race.race import Race

_MANY = 200
"""Runners from which a race is kept as a table: nobody goes on with so many by hand."""
_LONGEST = 60


def suggested_name(race: Race, folder: Path, taken: Collection[str]) -> str:
    """A name that is free, made of the race's title: `evening-mile.yaml`, or `evening-mile-2.yaml`.

    Args:
        race: The race.
        folder: Where it is to be kept.
        taken: Ids that other races have.
    """
    day = "" if race.date is None or str(race.date.year) in race.title else str(race.date)
    words = "".join(char if char.isalnum() else " " for char in fold(f"{race.title} {day}")).split()
    ending = ".yaml" if len(race.entries) < _MANY else ".csv"
    stem = "-".join(words)[:_LONGEST].strip("-") or "race"
    names = (f"{stem}{'' if number == 1 else f'-{number}'}{ending}" for number in range(1, 10_000))
    return next(name for name in names if Path(name).stem not in taken and not os.path.lexists(folder / name))


def write_race(race: Race, path: Path, *, force: bool = False) -> None:
    """Write the race, and beside a race file the line of its course, where it has one.

    Args:
        race: The race.
        path: Where; its ending says how.
        force: Whether what is there may be replaced.

    Raises:
        ValueError: Races are not written to such a file.
        ReplayError: A file is there already, or cannot be written; nothing was written then.
    """
    line = race.course.line if path.suffix.lower() in (".yaml", ".yml") else None
    beside = path.parent / f"{path.stem}-course.gpx"
    text = race_text(race, path.suffix, beside.name if line is not None else "")
    if line is None:
        write_new(str(path), text, force)
        return
    before = path.parent / f".{beside.name}.{os.getpid()}"
    with suppress(OSError):  # there is none
        before.hardlink_to(os.path.realpath(beside))
    try:
        write_new(str(beside), course_text(line), force)
        try:
            write_new(str(path), text, force)
        except ReplayError:
            if os.path.lexists(before):
                before.replace(os.path.realpath(beside))
            else:
                beside.unlink(missing_ok=True)
            raise
    finally:
        before.unlink(missing_ok=True)


def keep(race: Race, folder: Path, name: str, taken: Collection[str]) -> Path:
    """Write the race into the folder, which is made where there is none; the file.

    Args:
        race: The race.
        folder: The user's own.
        name: Of the file, with `.yaml` or `.csv`; without an ending it is YAML.
        taken: Ids that other races have, under which it could not be found.

    Raises:
        ValueError: It cannot be kept under this name; the message says why, and nothing was written.
    """
    name = name.strip()
    if not name or Path(name).name != name or name.startswith("."):
        raise ValueError(f"{name!r} is no name of a file; write one such as my-race.yaml")
    path = folder / (name if Path(name).suffix else f"{name}.yaml")
    race_text(race, path.suffix)  # which says what is wrong with the ending
    if path.stem in taken or os.path.lexists(path):
        raise ValueError(f"there is a race {path.stem!r} already; give this one another name")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_race(race, path)
    except ReplayError as error:
        raise ValueError(str(error)) from None
    except OSError as error:
        raise ValueError(f"{folder} cannot be made: {error.strerror or error}") from None
    return path
