"""Bookmarks in races, each with a note, kept between sessions: one small JSON file a race in the user's data folder.

A file belongs to a race by its name and by who ran how far in it: two races that are called `results` have one each.
"""

import hashlib
import json
import re
from pathlib import Path
from typing import NamedTuple

from replay.files.paths import first_bytes, own_folder
from replay.files.written import alone, write_whole
from replay.race.problems import ReplayError, one_line
from replay.race.race import Race, Role

_LARGEST = 1_000_000
"""Bytes that are looked at; what is larger is nothing that was written here."""
_LONGEST = 200
"""Characters of a note."""
_LATEST = 1e9
"""Seconds that no race lasts; what is more need not even be a number that can be reckoned with."""
_SAME = 0.05
"""Seconds within which two bookmarks are one."""


class Bookmark(NamedTuple):
    """A moment of a race, and what somebody wrote there."""

    t: float
    """Seconds from the gun."""
    note: str = ""


def bookmarks_file(race: Race) -> Path:
    """Where a race's bookmarks are kept."""
    who = "\n".join((f"{race.distance:g}", *(entry.name for entry in race.entries if entry.role is not Role.GUEST)))
    digest = hashlib.sha256(who.encode("utf-8", "replace")).hexdigest()[:10]
    named = re.sub(r"[^A-Za-z0-9_-]", "_", race.id)[:60]
    return own_folder("data") / "bookmarks" / f"{named}-{digest}.json"


def bookmarks_of(race: Race) -> tuple[Bookmark, ...]:
    """The bookmarks of a race, in order of time; none where they cannot be read."""
    try:
        return _read(bookmarks_file(race))
    except OSError:
        return ()


def beside(bookmarks: tuple[Bookmark, ...], t: float) -> Bookmark | None:
    """The bookmark at a time, if there is one."""
    return next((bookmark for bookmark in bookmarks if abs(bookmark.t - t) < _SAME), None)


def keep_bookmark(race: Race, kept: Bookmark) -> tuple[Bookmark, ...]:
    """Keep a bookmark, in place of one at its time; what another instance kept meanwhile stays.

    Returns:
        All of the race now.

    Raises:
        ReplayError: It cannot be written.
    """
    return _change(race, kept.t, (Bookmark(round(kept.t, 3), one_line(kept.note)[:_LONGEST]),))


def forget_bookmark(race: Race, t: float) -> tuple[Bookmark, ...]:
    """Forget the bookmark at a time; what is left.

    Raises:
        ReplayError: It cannot be written.
    """
    return _change(race, t, ())


def _change(race: Race, t: float, new: tuple[Bookmark, ...]) -> tuple[Bookmark, ...]:
    path = bookmarks_file(race)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with alone(path.parent):
            _put_aside(path)
            others = (bookmark for bookmark in _read(path) if abs(bookmark.t - t) >= _SAME)
            found = tuple(sorted((*others, *new)))
            content = {"race": race.id, "bookmarks": [{"at": at, "note": note} for at, note in found]}
            write_whole(path, json.dumps(content, ensure_ascii=False, indent=1).encode())
    except OSError as error:
        why = error.strerror or str(error)
        raise ReplayError(f"the bookmark is not kept: {one_line(str(path.parent))} cannot be written: {why}") from None
    return found


def _put_aside(path: Path) -> None:
    """What is no list of bookmarks may be one with a slip of somebody's hand: it is not written over, but stays beside.

    Raises:
        OSError: It cannot be read, or stay there.
    """
    try:
        text = first_bytes(path, _LARGEST)
    except FileNotFoundError:
        return
    try:
        found = json.loads(text)
        ours = isinstance(found, dict) and isinstance(found.get("bookmarks"), list)
    except (ValueError, RecursionError):
        ours = not text.strip()
    if not ours:
        path.replace(path.with_name(f"{path.name}.damaged"))


def _read(path: Path) -> tuple[Bookmark, ...]:
    """What a file holds; nothing of one that nobody wrote here.

    Raises:
        OSError: There is something that cannot be read.
    """
    try:
        found = json.loads(first_bytes(path, _LARGEST))
    except (FileNotFoundError, ValueError, RecursionError):
        return ()
    listed = found.get("bookmarks") if isinstance(found, dict) else None
    rows = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    return tuple(sorted(bookmark for row in rows if (bookmark := _bookmark(row)) is not None))


def _bookmark(row: dict[str, object]) -> Bookmark | None:
    at, note = row.get("at"), row.get("note")
    if not isinstance(at, int | float) or not 0 <= at < _LATEST:
        return None
    return Bookmark(float(at), one_line(note)[:_LONGEST] if isinstance(note, str) else "")
