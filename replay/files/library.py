"""The library: the races shipped with the program and those in the user's own folder.

What reads files is imported when the first is read: the menu's first frame comes before that.
"""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from replay.files.cleaning import clean_text
from replay.files.paths import expanded, first_bytes, own_folder
from replay.race.problems import Problem, ReplayError, UnreadableRace, did_you_mean

if TYPE_CHECKING:
    from replay.files.source import Choices, Reading
    from replay.files.story import Story
    from replay.race.race import Race

Kind = Literal["race", "story"]

FOLDER_VARIABLE = "RACE_REPLAY_RACES"
"""The environment variable that names the user's folder."""


class LibraryFile(NamedTuple):
    """A file of the library, not yet read."""

    id: str
    """The file's stem."""
    kind: Kind
    path: Path
    shipped: bool
    clash: str = ""
    """Why the file cannot be had by its id: another has it, or it stands for more than are listed; else empty."""


class LibraryItem(NamedTuple):
    """A file of the library, read: a race, a story, or an error."""

    id: str
    kind: Kind
    path: Path
    shipped: bool
    race: "Race | None" = None
    story: "Story | None" = None
    problems: tuple[Problem, ...] = ()
    error: str | None = None
    """Why it cannot be watched, in one sentence; None when it can."""

    @property
    def title(self) -> str:
        """The race's or story's title; the id of a broken file."""
        told = self.race or self.story
        return told.title if told is not None else clean_text(self.id)


def shipped_folder() -> Path:
    """The folder of the shipped races: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "races"
    return inside if inside.is_dir() else package.parent / "races"


def user_folder() -> Path:
    """The user's own folder: what RACE_REPLAY_RACES names, else `races` in the platform's place for data."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return expanded(named)
    return own_folder("data") / "races"


class Library:
    """The shipped races and stories, and those of one user's folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """Look into the shipped races and `folder` (the user's own when None). Nothing is read yet."""
        self._folder = folder
        self._files: tuple[LibraryFile, ...] | None = None
        self._read: dict[Path, LibraryItem] = {}

    @property
    def folder(self) -> Path:
        """The user's folder."""
        if self._folder is None:
            self._folder = user_folder()
        return self._folder

    def files(self) -> tuple[LibraryFile, ...]:
        """The files, unread: shipped ones first, races before stories, by id; of very many the first, and a word."""
        if self._files is None:
            every = tuple(self._scan())
            more = len(every) - _MOST_LISTED
            self._files = (*every[:_MOST_LISTED], _untold(self.folder, more)) if more > 0 else every
        return self._files

    def look_again(self) -> None:
        """Forget which files there are: one was added."""
        self._files = None

    def ids(self) -> tuple[str, ...]:
        """The ids that `find` and `load` know."""
        return tuple(file.id for file in self.files() if not file.clash)

    def items(self) -> tuple[LibraryItem, ...]:
        """Every file, read; a broken one is an item with its error."""
        return tuple(self.read(file) for file in self.files())

    def load(self, race_id: str) -> LibraryItem:
        """Read the file of an id.

        Raises:
            ReplayError: There is no such id.
        """
        return self.read(self._file(race_id))

    def story(self, argument: str) -> LibraryItem | None:
        """The story of an id, read; None where that is something else."""
        file = next(
            (file for file in self._any() if file.id == argument and file.kind == "story" and not file.clash), None
        )
        item = self.read(file) if file is not None else None
        return item if item is not None and item.story is not None else None

    def read(self, file: LibraryFile) -> LibraryItem:
        """Read a file once; it never raises, whatever is in the file."""
        if file.path not in self._read:
            self._read[file.path] = _read(file)
        return self._read[file.path]

    def glance(self, file: LibraryFile) -> LibraryItem:
        """Read a file for a list of races: as `read` does, but without its estimates, and not kept."""
        return self._read.get(file.path) or _read(file, estimates=False)

    def find(self, argument: str) -> Path:
        """The file that a RACE argument means.

        It is a path when it has a slash or a known ending or names an existing file, and an id otherwise; a folder is
        one where the library has no such id.

        Raises:
            ReplayError: It is an id that the library does not have.
        """
        from replay.files.formats import RACE_ENDINGS

        path = Path(argument)
        slashes = ("/", os.sep, os.altsep or "/")
        try:
            is_path = any(slash in argument for slash in slashes) or path.suffix.lower() in RACE_ENDINGS
            if argument and (is_path or path.is_file()):
                return expanded(argument)
        except (OSError, ValueError, RuntimeError) as error:
            raise ReplayError(f"{argument[:80]!r} cannot be a file: {error}") from None
        try:
            return self._file(argument).path
        except ReplayError:
            if argument and path.is_dir():
                return expanded(argument)
            raise

    def race(self, *arguments: str, choices: "Choices | None" = None) -> "tuple[Race, tuple[Problem, ...]]":
        """Read the race that a RACE argument means, or that several are of: the recordings of its runners.

        Raises:
            ReplayError: An argument means nothing, no race can be made of its file, or they are of several races.
        """
        found = self.reading(*arguments, choices=choices)
        if found.race is None:
            raise UnreadableRace(found.problems)
        return found.race, found.problems

    def reading(self, *arguments: str, choices: "Choices | None" = None) -> "Reading":
        """What can be made of the files that RACE arguments mean, and what was understood of them.

        Raises:
            ReplayError: An argument means nothing, or they are of several races.
        """
        from replay.files.formats import read_file, read_files

        paths = [self.find(argument) for argument in arguments]
        readings = read_files(paths, choices) if len(paths) > 1 else (read_file(paths[0], choices),)
        if len(readings) > 1:
            raise ReplayError(f"{', '.join(arguments)[:200]}: these are {len(readings)} races; name one of them")
        return readings[0]

    def _file(self, race_id: str) -> LibraryFile:
        for file in self._any():
            if file.id == race_id and not file.clash:
                return file
        hint = did_you_mean(race_id, self.ids()) or "`race-replay list` names them"
        raise ReplayError(f"the library has no race {race_id[:80]!r}; {hint}")

    def _any(self) -> Iterable[LibraryFile]:
        """Those that an id may be of; a shipped race is found before the user's folder is looked for."""
        return self._files if self._files is not None and len(self._files) <= _MOST_LISTED else self._scan()

    def _scan(self) -> Iterator[LibraryFile]:
        taken: dict[str, Path] = {}
        for shipped in (True, False):
            folder = shipped_folder() if shipped else self.folder
            if not shipped and _same(folder, shipped_folder()):
                continue
            for kind, path in _race_files(folder):
                first = taken.setdefault(path.stem, path)
                clash = ""
                if first is not path:
                    clash = f"the library already has {path.stem!r} in {first}: rename {path.name}"
                yield LibraryFile(path.stem, kind, path, shipped, clash)


_MOST_LISTED = 2000
"""Files of which a list is read: each takes some milliseconds, and a folder of downloads may have any number."""


def _untold(folder: Path, more: int) -> LibraryFile:
    """What stands in the list for those that are not in it."""
    told = f"{folder} has {more:,} more files than are listed; put fewer in it, or name them: `race-replay FILE`"
    return LibraryFile(f"{more:,} more", "race", folder, False, told)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _race_files(folder: Path) -> Iterator[tuple[Kind, Path]]:
    """The race and story files of a folder, by name; no CSV that a race file of the folder names as its entries."""
    from replay.files.formats import RACE_ENDINGS

    races = _listed(folder, RACE_ENDINGS)
    beside = companions(races)
    for path in races:
        if path.name not in beside:
            yield "race", path
    for path in _listed(folder / "stories", (".yaml", ".yml")):
        yield "story", path


def _listed(folder: Path, endings: Iterable[str]) -> list[Path]:
    known = tuple(endings)
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in known and not path.name.startswith(".")]
        return sorted(
            (path for path in found if path.is_file()), key=lambda path: (path.stem, known.index(path.suffix.lower()))
        )
    except OSError:
        return []


_LARGEST = 64_000_000
_COMPANIONS = frozenset({".csv", ".gpx"})
_NAMES_COMPANION = re.compile(rb"^(?:entries|course):[ \t]*+[\"']?([^\"'\r\n#]+?\.(?:csv|gpx))\b", re.MULTILINE)


def companions(races: Iterable[Path]) -> set[str]:
    """Names of the CSV files that stand beside a race file as its entries, and of the GPX files that are its course."""
    paths = list(races)
    if all(path.suffix.lower() not in _COMPANIONS for path in paths):
        return set()
    found: set[str] = set()
    for path in paths:
        if path.suffix.lower() in (".yaml", ".yml"):
            try:
                text = first_bytes(path, _LARGEST)
            except OSError:
                continue
            found.update(match[1].decode("utf-8", "replace") for match in _NAMES_COMPANION.finditer(text))
    return found


def _read(file: LibraryFile, estimates: bool = True) -> LibraryItem:
    from replay.files.formats import read_race
    from replay.files.story import read_story

    race: Race | None = None
    story: Story | None = None
    problems: tuple[Problem, ...] = ()
    error: str | None = None
    try:
        if file.clash:
            problems, error = (Problem(str(file.path), None, file.clash),), file.clash
        elif file.kind == "story":
            story, problems = read_story(file.path)
        else:
            race, problems = read_race(file.path, estimates=estimates)
    except UnreadableRace as unreadable:
        problems, error = unreadable.problems, str(unreadable)
    return LibraryItem(file.id, file.kind, file.path, file.shipped, race, story, problems, error)
