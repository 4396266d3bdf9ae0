"""What a reader of files is given, and what it gives back: the same for every format."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from replay.files.cleaning import clean_text
from replay.files.paths import first_bytes, is_folder
from replay.files.understood import Counting, Understood
from replay.race.problems import Problem, Severity, UnreadableRace
from replay.race.race import Clock, Course, Evidence, Race

LARGEST = 64_000_000
"""Bytes of the largest file that is read, out of its archive: a list of a quarter of a million runners with ten splits
each, and no race has had half of them."""
SMALLER = "keep of it what is of one race, and of that the columns with names, numbers and times"
"""The way out for a larger one."""

_START = 4096


Progress = Callable[[float], None]
"""Is told shares from 0 to 1 that rise."""


def _untold(share: float) -> None:
    """Nobody waits."""


class DateOrder(StrEnum):
    """How a day in digits is written."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"


def as_title(name: str) -> str:
    """A file's name as words, each with a capital; a day in digits stays whole, and capitals where somebody put any."""
    bare = clean_text(re.sub(r"_|(?<!\d)-|-(?!\d)", " ", name))
    if bare != bare.lower():
        return bare
    words = enumerate(bare.split())
    return " ".join(word if at and word in _SMALL else f"{word[:1].upper()}{word[1:]}" for at, word in words)


_SMALL = frozenset(["and", "at", "de", "der", "des", "du", "et", "for", "in", "of", "on", "the", "to", "und", "von"])
"""Words of a title that begin small, in the languages that most results are in."""


@dataclass(frozen=True, slots=True)
class Start:
    """When the race of some recordings began, where the user knows it better than they do."""

    line: bool = False
    """Whether each runner's time begins on the start line."""
    gun: float | None = None
    """Seconds after midnight UTC at which the gun went."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user says of a file, over what the file says or seems to say; what is None is found out."""

    distance: float | None = None
    """Metres, whatever the file says."""
    road: bool = False
    """Whether they were said as those of road races are: `10km`, `half`."""
    duration: float | None = None
    """Seconds of a race for distance, whatever the file says."""
    course: Course | None = None
    """What it was run on, whatever the file says."""
    title: str | None = None
    event: str | None = None
    """Such as `3000m steeplechase`; where it names a distance and none is said, that is the race's."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Columns' titles, each with what it is to be taken for."""
    delimiter: str | None = None
    """What parts the cells of a table: one character."""
    encoding: str | None = None
    """Of a text, as Python calls it: `cp1252`."""
    counting: Counting | None = None
    clock: Clock | None = None
    date_order: DateOrder | None = None
    start: Start | None = None
    part: str | None = None
    """Which race of a file that holds several: the name of a class, a list or an event, or its number."""
    estimates: bool = True
    """Whether to read a race file's estimates; a list of races does without, and they are half of a file."""
    progress: Progress = field(default=_untold, repr=False, compare=False)
    """Is told how much of a long reading is done."""


@dataclass(frozen=True)
class Source:
    """The bytes of a file, out of any archive it lay in."""

    data: bytes
    path: Path
    """The file as the user named it, for messages; what it names beside it is looked for there."""
    inside: str = ""
    """Its name in the archive at `path`; empty for a file that lay in none."""

    @property
    def name(self) -> str:
        """The file's own name, without folders; bytes that are no UTF-8 are shown as unknown."""
        return os.fsencode(self.inside or self.path.name).decode("utf-8", "replace")

    @property
    def stem(self) -> str:
        """The name without its ending: the race's id."""
        return Path(self.name).stem

    @property
    def words(self) -> str:
        """That as words, for the title of a race whose file has no other: `city_run_2023` is `City Run 2023`."""
        return as_title(self.stem)

    @property
    def ending(self) -> str:
        """The name's ending in lower case, with its dot."""
        return Path(self.name).suffix.lower()

    @cached_property
    def start(self) -> str:
        """The first few thousand bytes as text, by the byte order mark, else each byte a character."""
        head = self.data[:_START]
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            return head.decode("utf-16", "replace")
        return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The names in it, where it is a zip archive (as a workbook is); nothing else has any."""
        if not self.data.startswith(b"PK"):
            return ()
        import io
        import zipfile  # few files are archives

        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                return tuple(archive.namelist())
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return ()


class Known(NamedTuple):
    """How a time is known that does not say so itself."""

    evidence: Evidence
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file."""

    race: Race | None
    """None where no race can be made of it; then the last of the problems says why."""
    problems: tuple[Problem, ...]
    """Everything that was left out or is doubtful; things of one kind are one problem."""
    understood: Understood
    takes: tuple[str, ...] = ()
    """What of the user's choices means something for such a file: of `replay.files.said.KINDS`."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems for which something was left out."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


MOST_LINES = 400_000
"""Lines of a list that is set as a text: four times the runners of the largest race."""


def need_few_lines(source: Source, what: str, most: int = MOST_LINES) -> None:
    """Refuse a text of too many lines before they are taken apart, which takes many times as much memory.

    Raises:
        UnreadableRace: It has more; `what` is what it is called.
    """
    lines = sum(map(source.data.count, (b"\n", b"<br", b"<BR"))) + (not source.data.endswith(b"\n"))
    if lines > most:
        message = f"this {what} has {lines:,} lines, and at most {most:,} are read"
        raise UnreadableRace([Problem(str(source.path), None, message, "save the rows of the race alone")])


def read_bytes(path: Path) -> bytes:
    """The file's bytes.

    Raises:
        UnreadableRace: It is no regular file, or cannot be opened; the problem says why.
    """
    try:
        if is_folder(path):
            hint = "name a file in it; `check` takes folders"
            raise UnreadableRace([Problem(str(path), None, "this is a folder", hint)])
        data = first_bytes(path, LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        if str(path).lower().startswith(("http:", "https:", "ftp:")):
            message, hint = "this is an address, and nothing is read from the network", "download the file and name it"
            raise UnreadableRace([Problem(str(path)[:200], None, message, hint)]) from None
        raise UnreadableRace([Problem(str(path)[:200], None, f"the file cannot be read: {reason}")]) from None
    if len(data) > LARGEST:
        message = f"the file has more than the {LARGEST:,} bytes that are read"
        raise UnreadableRace([Problem(str(path), None, message, SMALLER)])
    return data
