"""The library: `list`.

What a list says follows from the files that are there. It is kept with their names, sizes and times in the user's
cache: as long as these are the same, none of them need be read, which is nearly all that a list takes.
"""

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import replay
from replay.files.paths import first_bytes, own_folder

if TYPE_CHECKING:
    from replay.files.library import Library, LibraryItem

Answer = dict[str, Any]


class Listed(NamedTuple):
    """A file of the library, as a list has it."""

    id: str
    kind: str
    error: str | None = None
    """Why it cannot be watched; nothing else is known then."""
    title: str = ""
    meeting: str = ""
    date: str | None = None
    distance: float | None = None
    """Metres; None of a story."""
    runners: int | None = None
    documented: str = ""
    races: int = 0
    """How many a story goes through."""


def listed(library: "Library") -> list[Listed]:
    """Every file of a library: as it was found the last time, where nothing has changed since."""
    from replay.files.library import shipped_folder

    state = _state(shipped_folder(), library.folder)
    kept = own_folder("cache") / "list.json"
    found = _kept(kept, state) if state is not None else None
    if found is None:
        found = [listed_item(item) for item in library.items()]
        if state is not None:
            _keep(kept, state, found)
    return found


def listed_item(item: "LibraryItem") -> Listed:
    """A file that was read."""
    from replay.answers.values import iso_date, number
    from replay.files.story import RacePart

    race = item.race
    if item.error is not None:
        return Listed(item.id, item.kind, item.error)
    if race is None:
        parts = item.story.parts if item.story else ()
        races = sum(isinstance(part, RacePart) for part in parts)
        return Listed(item.id, item.kind, None, item.title, documented="full", races=races)
    runners = sum(entry.competes for entry in race.entries)
    return Listed(
        item.id, item.kind, None, race.title, race.meeting, iso_date(race), number(race.distance), runners,
        race.documented,
    )  # fmt: skip


def list_answer(items: Iterable[Listed]) -> list[Answer]:
    """`list --json`."""
    return [_item_answer(item) for item in items]


def _item_answer(item: Listed) -> Answer:
    if item.error is not None:
        return {"id": item.id, "error": item.error}
    if item.kind == "story":
        return {"id": item.id, "kind": item.kind, "title": item.title, "date": None, "distance": None, "runners": None,
                "documented": item.documented, "races": item.races}  # fmt: skip
    return {"id": item.id, "kind": item.kind, "title": item.title, "meeting": item.meeting, "date": item.date,
            "distance": item.distance, "runners": item.runners, "documented": item.documented}  # fmt: skip


def list_text(items: Iterable[Listed]) -> str:
    """The library as a table."""
    from replay.answers.columns import table
    from replay.files.cleaning import clean_text

    rows = []
    for item in items:
        known = "story" if item.kind == "story" else item.documented
        title = ", ".join(part for part in (item.title, item.meeting) if part)
        if item.error is not None:
            known, title = "", f"cannot be read: {item.error}"
        rows.append((clean_text(item.id), item.date or "", known, title))
    return table(("id", "date", "known", "race"), rows)


_MOST_FILES = 100_000
"""Files in a folder of races, with those below it, of which the times are looked at: half a second."""
_LARGEST = 5_000_000
"""Bytes of what is kept."""


def _state(*folders: Path) -> str | None:
    """The digest of what a list of these folders follows from: the program, and the names, sizes and times of files.

    None where there is too much to look at.
    """
    package = Path(replay.__file__).parent
    state = hashlib.sha256(repr((replay.__version__, *map(os.fspath, folders))).encode())
    looked_into = package / "files", package / "race", package / "answers", *folders
    for number, told in enumerate(chain.from_iterable(map(_files_below, map(os.fspath, looked_into)))):
        if number >= _MOST_FILES:
            return None
        state.update(repr(told).encode())
    return state.hexdigest()


def _files_below(folder: str) -> Iterator[tuple[str, int, int, int]]:
    """Path, bytes and times of what lies in a folder and below it, by name; nothing where there is no such folder."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        with suppress(OSError):
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files_below(entry.path)
                continue
            seen = entry.stat()
            # What is in a folder elsewhere is not looked at: it counts as changed.
            unseen = time.time_ns() if entry.is_dir() else 0
            yield entry.path, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns + unseen


def _kept(path: Path, state: str) -> list[Listed] | None:
    """What was kept of this state; None where there is nothing, or something else."""
    try:
        told = json.loads(first_bytes(path, _LARGEST))
        found = [Listed(*item) for item in told["listed"]] if told["state"] == state else None
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None
    return found if found is None or all(map(_fits, found)) else None


_MOST = 1e9
"""More than any number that a list has; no more need even be one that JSON has."""


def _fits(item: Listed) -> bool:
    """Whether it is as it is written here, each value of its type: others may have written it."""
    texts = [item.id, item.kind, item.title, item.meeting, item.documented]
    texts += [text for text in (item.error, item.date) if text is not None]
    numbers: list[object] = [item.races, *(one for one in (item.distance, item.runners) if one is not None)]
    return all(isinstance(text, str) for text in texts) and all(
        isinstance(one, int | float) and 0 <= one < _MOST for one in numbers
    )


def _keep(path: Path, state: str, found: list[Listed]) -> None:
    from replay.files.written import write_whole

    with suppress(OSError, ValueError):  # a name may be no text
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps({"state": state, "listed": found}).encode())
