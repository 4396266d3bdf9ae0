"""What is in a folder, for one who looks for a file by typing its path: files that may be races before others."""

import os
from collections.abc import Iterator
from itertools import islice, takewhile
from pathlib import Path
from typing import NamedTuple

from replay.files.dropped import path_of
from replay.files.formats import RACE_ENDINGS
from replay.files.paths import expanded, first_bytes
from replay.race.names import fold
from replay.race.problems import one_line

KNOWN_ENDINGS = (*RACE_ENDINGS, ".gz", ".zip", ".txt", ".md", ".htm", ".html", ".xls")
"""Endings of files that may well be races; others may be, too."""

_MOST = 5000
"""Files of a folder that are listed."""
_LOOKED_AT = 50_000
"""And those whose names are looked at, with every letter that is typed."""


class Item(NamedTuple):
    """A file or a folder."""

    name: str
    path: Path
    folder: bool = False
    known: bool = False
    """Whether its ending is one of files that may be races."""
    size: int = 0
    """Bytes."""


class Listing(NamedTuple):
    """What a typed path leads to."""

    folder: Path
    typed: str
    """What is typed of a name in the folder."""
    items: tuple[Item, ...]
    """What it may be: folders, files that may be races, other files; each by name."""
    problem: str = ""
    """Why there is nothing, where it is not for the name."""
    more: bool = False
    """Whether there may be others, which are not listed."""


def meant(text: str) -> str:
    """A typed path without what a path from the root or from home was typed behind: `/here//tmp/a.csv`, `/here/~/a`."""
    if text.lower().startswith(("file:", "http:", "https:")):
        return text
    anew = max(text.rfind("//"), text.rfind("/~"))
    return text[anew + 1 :] if anew >= 0 else text


def listing(text: str) -> Listing:
    """What a typed path may mean: the items of its folder in whose names what is typed last stands."""
    before, slash, typed = meant(text).rpartition("/")
    folder, wanted = path_of(before + slash or "."), fold(typed)
    try:
        with os.scandir(folder) as found:
            named = (entry for entry in islice(found, _LOOKED_AT) if _is_meant(entry.name, typed, wanted))
            kept = [_item(entry) for entry in islice(named, _MOST)]
            more = next(named, next(found, None)) is not None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return Listing(folder, typed, (), f"{one_line(str(folder))} cannot be looked into: {why}")
    kept.sort(
        key=lambda item: (not item.folder, not item.known, not fold(item.name).startswith(wanted), fold(item.name))
    )
    return Listing(folder, typed, tuple(kept), more=more)


def _is_meant(name: str, typed: str, wanted: str) -> bool:
    if name.startswith(".") and not typed.startswith("."):
        return False
    return bool(wanted and wanted in fold(name)) or name.startswith(typed)


def _item(entry: "os.DirEntry[str]") -> Item:
    path = Path(entry.path)
    try:
        folder = entry.is_dir()
        size = 0 if folder else entry.stat().st_size
    except OSError:  # a link that leads nowhere
        folder, size = False, 0
    return Item(entry.name, path, folder, path.suffix.lower() in KNOWN_ENDINGS, size)


def completed(text: str, found: Listing) -> str:
    """The typed path with as much more as all items have in common that begin so; of one folder with its slash."""
    begun = [item for item in found.items if item.name.lower().startswith(found.typed.lower())] or list(found.items)
    if not begun:
        return text
    if len(begun) == 1:
        common = begun[0].name + ("/" if begun[0].folder else "")
    else:
        first, last = min(item.name for item in begun), max(item.name for item in begun)
        common = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))
    head = text[: len(text) - len(found.typed)]
    return head + common if len(common) > len(found.typed) or len(begun) == 1 else text


def recordings(found: Listing) -> tuple[Path, ...]:
    """The recordings of a folder, which together may be one race."""
    return tuple(item.path for item in found.items if item.path.suffix.lower() in (".gpx", ".tcx", ".fit"))


def typed_path(path: Path) -> str:
    """A folder as one types it, with a slash behind and `~` for one's home."""
    home = expanded("~")
    inside = path.is_relative_to(home) and path != home
    text = f"~/{path.relative_to(home)}" if inside else "~" if path == home else str(path)
    return text.rstrip("/") + "/"


def first_lines(path: Path, count: int) -> Iterator[str]:
    """The first lines of a text file; none of a file that is no text."""
    try:
        head = first_bytes(path, 16_384)
    except (OSError, ValueError):
        return
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace")
    elif b"\0" in head or head.startswith(b"\x1f\x8b"):
        return
    else:
        text = head.decode("utf-8", "ignore") if _is_utf8(head) else head.decode("cp1252", "replace")
    for line in text.splitlines()[:count]:
        yield one_line(line.expandtabs(4))


def _is_utf8(head: bytes) -> bool:
    for cut in range(4):  # the last character may be cut
        try:
            head[: len(head) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return True
    return False
