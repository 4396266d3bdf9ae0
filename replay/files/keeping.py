"""Keeping a race that was opened among the user's own: under a name that is free, never over another."""

import os
from collections.abc import Callable, Collection
from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.files.writing import course_text, race_text
from replay.files.written import write_new
from replay.race.clocks import by_clock
from replay.race.names import fold
from replay.race.problems import ReplayError
from replay.race.race import Clock, Entry, Race

_MANY = 200
"""Runners from which a race is kept as a table: nobody goes on with so many by hand."""
_LONGEST = 60
_NEAR = 0.01
"""Metres within which two distances are one."""


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

    What is written is read again first: not every race is one that a table can hold.

    Args:
        race: The race.
        path: Where; its ending says how.
        force: Whether what is there may be replaced.

    Raises:
        ValueError: Races are not written to such a file, or it would not be read as the same race.
        ReplayError: A file is there already, or cannot be written; nothing was written then.
    """
    line = race.course.line if path.suffix.lower() in (".yaml", ".yml") else None
    beside = path.parent / f"{path.stem}-course.gpx"
    text = race_text(race, path.suffix, beside.name if line is not None else "")
    if lost := lost_in(race, path.suffix):
        other = ".csv" if path.suffix.lower() != ".csv" else ".yaml"
        raise ValueError(f"read again it would not be the same race: {lost}; keep it as {other}")
    if line is None:
        write_new(str(path), text, force)
        return
    before = _content(beside)
    write_new(str(beside), course_text(line), force)
    try:
        write_new(str(path), text, force)
    except ReplayError:
        if before is not None:
            write_new(str(beside), before, force=True)
        else:
            beside.unlink(missing_ok=True)
        raise


def _content(path: Path) -> bytes | None:
    """What a file holds; None where there is none, or nothing that could be put there again."""
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def lost_in(race: Race, ending: str) -> str:
    """What would be lost or another if the race were read from what is written of it, in words; empty for nothing."""
    text = race_text(race, ending)
    found = read_source(Source(text.encode("utf-8", "replace"), Path(f"race{ending.lower()}")), Choices())
    if found.race is None:
        return next((problem.message for problem in found.problems), "it could not be read")
    back, meant = found.race, race
    if ending.lower() == ".csv":  # as a table with starts is read
        back, meant = by_clock(back, Clock.NET), by_clock(meant, Clock.NET)
    if back.duration != meant.duration or (meant.duration is None and abs(back.distance - meant.distance) > _NEAR):
        return f"of {meant.distance:g} m it would be one of {back.distance:g} m"
    if len(back.entries) != len(meant.entries):
        return f"of {len(meant.entries)} runners there would be {len(back.entries)}"
    for one, other in zip(meant.entries, back.entries, strict=True):
        if (what := next((name for name, told in _TOLD.items() if told(one) != told(other)), None)) is not None:
            return f"{what} of {one.name or other.name} would be another"
    return ""


_UNWRITTEN = ("facts", "records", "quotes", "disputes", "notes", "sources", "kits", "conditions", "note")
"""What a race file may say that is not written: it stands in the words of that file."""


def left_out(race: Race) -> str:
    """What else is known of a race and stays behind where it is kept, in words; empty for nothing."""
    found = [name for name in _UNWRITTEN if getattr(race, name)]
    return f"what stays in the file it was read from: {', '.join(found)}" if found else ""


def _splits(entry: Entry) -> list[tuple[int, int]]:
    """The times on the way that are known, in whole units: millimetres and milliseconds."""
    known = [split for split in entry.splits if split.margin is None]
    return [(round(split.distance * 1000), round(split.time.seconds * 1000)) for split in known]


_TOLD: dict[str, Callable[[Entry], object]] = {
    "the name": lambda entry: entry.name,
    "the result": lambda entry: entry.result and (round(entry.result.seconds, 3), entry.result.evidence),
    "what became": lambda entry: entry.status,
    "the place": lambda entry: entry.place,
    "the times on the way": _splits,
}
"""What must not be lost of a runner."""


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
