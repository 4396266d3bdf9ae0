"""The folder in the user's cache where readings of large files are kept, and when one of them may be taken.

A reading is kept under a digest of all it follows from: the file's bytes and name, what the user says of it, and the
program, down to the modules that read. It is taken only if every byte of it is as it was written. Whatever is wrong,
with the folder or with what lies in it, is as if there were none, and nothing is said.
"""

import atexit
import hashlib
import json
import math
import os
import re
import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import replay
from replay.files.cleaning import commands
from replay.files.compiled.columns import Columns, from_columns, to_columns
from replay.files.paths import first_bytes, own_folder
from replay.files.source import Choices, Reading, Source
from replay.files.written import write_whole
from replay.race.bulk import uncollected

MANY = 2000
"""Entries from which on a reading is kept: fewer are read in an instant."""
MOST_FILES = 12
MOST_BYTES = 200_000_000
"""What the folder holds at most; what was used longest ago goes first."""

_LATER: list[tuple[Path, bytes, Reading]] = []
_OWN_ENTRIES = re.compile(rb"^entries:[ \t]*(?:[#|\[].*)?\r?$", re.MULTILINE)
"""In a race file that has its entries itself; others name a table."""
_FORM = b"race-replay reading 1\n"
_ENDING = ".reading"
_SIGNS = tuple("\\" + letter for letter in "ubfr")
"""How JSON writes controls, which no text that was read has."""


def cache_folder() -> Path:
    """The folder, in the platform's place for what can be made again."""
    return own_folder("cache") / "readings"


def read_once(source: Source, choices: Choices, read: Callable[[], Reading]) -> Reading:
    """The reading of a source, kept from an earlier time where it is large.

    Args:
        source: The file as it lies there.
        choices: What the user says of it.
        read: Reads it.
    """
    key = _key(source, choices)
    place = cache_folder() / f"{key.hex()[:32]}{_ENDING}"
    found = _found(place, key)
    if found is not None:
        return found
    reading = read()
    if _is_kept(source, reading):
        if not _LATER:
            atexit.register(keep_now)
        _LATER.append((place, key, reading))
    return reading


def keep_now() -> None:
    """Write what was read since: once there is time for it, at the program's end at the latest."""
    while _LATER:
        _keep(*_LATER.pop())


def _is_kept(source: Source, reading: Reading) -> bool:
    """Whether a reading is worth keeping and follows from its file alone, and from no table or course beside it."""
    race = reading.race
    if race is None or len(race.entries) < MANY or race.course.file is not None:
        return False
    return reading.understood.format != "race file" or _OWN_ENTRIES.search(source.data) is not None


def _key(source: Source, choices: Choices) -> bytes:
    digest = hashlib.sha256(_FORM + _program())
    for part in (repr(choices), str(source.path), source.inside):
        digest.update(f"{len(part)} {part}".encode(errors="surrogatepass"))
    digest.update(source.data)
    return digest.digest()


@lru_cache(maxsize=1)
def _program() -> bytes:
    """What tells this program from another: its version, and the state of the modules that a reading comes from."""
    package = Path(__file__).resolve().parents[2]
    told = [replay.__version__, sys.byteorder, sys.version]
    for folder in ("files", "race"):
        for path in sorted((package / folder).rglob("*.py")):
            with suppress(OSError):
                seen = path.stat()
                told.append(f"{path.name} {seen.st_size} {seen.st_mtime_ns}")
    return "\n".join(told).encode()


def _found(place: Path, key: bytes) -> Reading | None:
    try:
        data = first_bytes(place, MOST_BYTES + 1)
        reading = _from_bytes(data, key)
    except (OSError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError, MemoryError):
        return None
    if reading is not None:
        with suppress(OSError):
            os.utime(place)  # the one that was used longest ago goes first
    return reading


def _keep(place: Path, key: bytes, reading: Reading) -> None:
    with suppress(OSError, TypeError, ValueError, OverflowError):
        with uncollected():
            data = _to_bytes(reading, key)
        place.parent.mkdir(parents=True, exist_ok=True)
        # Whoever reads meanwhile reads the one or the other; and of half a file the digest says that it is none.
        write_whole(place, data, lasting=False)
        _clear(place)


def _clear(kept: Path) -> None:
    """Take out the oldest until the folder holds no more than it may; never what was just written."""
    held: list[tuple[float, int, Path]] = []
    for path in kept.parent.iterdir():
        with suppress(OSError):
            seen = path.stat()
            held.append((-seen.st_mtime if path != kept else -math.inf, seen.st_size, path))
    size = 0
    for number, (_, more, path) in enumerate(sorted(held)):
        size += more
        if number and (number >= MOST_FILES or size > MOST_BYTES):
            with suppress(OSError):
                path.unlink()


def _to_bytes(reading: Reading, key: bytes) -> bytes:
    node, arrays = to_columns(reading, Reading)
    numbers = [column.tobytes() for column in arrays]
    told = {"reading": node, "sizes": list(map(len, numbers))}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    body = b"".join([key, len(text).to_bytes(8), text, *numbers])
    return _FORM + hashlib.sha256(body).digest() + body


def _from_bytes(data: bytes, key: bytes) -> Reading | None:
    """The reading in a file; None where it is no whole file of this program, of this source."""
    start = len(_FORM)
    digest, body = data[start : start + 32], data[start + 32 :]
    if not data.startswith(_FORM) or body[:32] != key or hashlib.sha256(body).digest() != digest:
        return None
    end = 40 + int.from_bytes(body[32:40])
    text = body[40:end].decode("utf-8", "surrogatepass")
    if commands(text) or any(sign in text for sign in _SIGNS):  # no file was read to that: somebody else wrote it
        return None
    told = json.loads(text)
    arrays = list(_arrays(memoryview(body)[end:], told["sizes"]))
    found = from_columns(Columns(told["reading"], arrays), Reading)
    return found if isinstance(found, Reading) else None


def _arrays(data: memoryview, sizes: Sequence[int]) -> Iterator["array[int]"]:
    at = 0
    for size in sizes:
        numbers = array("i")
        numbers.frombytes(data[at : at + size])
        at += size
        yield numbers
