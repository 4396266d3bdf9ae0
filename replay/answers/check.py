"""Every problem of files and folders, for `race-replay check`."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from replay.files.formats import RACE_ENDINGS, read_file
from replay.files.library import Library, companions
from replay.files.paths import is_folder
from replay.files.source import Choices, read_bytes
from replay.files.story import RacePart, read_story
from replay.race.problems import MissingExtra, Problem, Severity, UnreadableRace, did_you_mean
from replay.reconstruction import is_sparse, reconstruct, why


def check(
    paths: Iterable[Path | str], library: Library | None = None, choices: Choices | None = None
) -> tuple[Problem, ...]:
    """Read race files, plain CSV files and stories, and collect what is wrong with them.

    Args:
        paths: Files, and folders, whose race files are all read, those of the folders within them too.
        library: Where the races of stories are looked up; the user's when None.
        choices: What the files do not say, or say wrongly.

    Returns:
        The problems, file by file, in the order of their lines.
    """
    problems: list[Problem] = []
    for path in map(Path, paths):
        files = list(_files(path))
        if not files:
            message = f"the folder holds no file ending in {', '.join(RACE_ENDINGS)}"
            problems.append(Problem(str(path), None, message, severity=Severity.WARNING))
        for file in files:
            problems.extend(_check(file, library, choices))
    return tuple(problems)


def _files(path: Path) -> Iterator[Path]:
    if not is_folder(path):
        yield path
        return
    found = sorted(file for file in path.rglob("*") if file.suffix.lower() in RACE_ENDINGS and file.is_file())
    beside = companions(found)
    yield from (file for file in found if file.name not in beside)


def _check(path: Path, library: Library | None, choices: Choices | None) -> list[Problem]:
    try:
        problems = _check_story(path, library) if _is_story(path) else _check_race(path, choices)
    except UnreadableRace as unreadable:
        problems = list(unreadable.problems)
    return sorted(problems, key=lambda problem: (problem.path != str(path), problem.line or 0))


def _check_race(path: Path, choices: Choices | None) -> list[Problem]:
    """What the reader finds, and facts that cannot all be true."""
    reading = read_file(path, choices)
    race, found = reading.race, reading.problems
    if race is None:
        raise UnreadableRace(found)
    if not race.facts or not is_sparse(race):
        return list(found)
    try:
        conflicts = reconstruct(race).conflicts
    except MissingExtra as error:
        message = f"whether its facts can all be true was not worked out: {error}"
        return [*found, Problem(str(path), None, message, severity=Severity.WARNING)]
    if any(conflict.unsolved for conflict in conflicts):
        return [*found, Problem(str(path), None, f"nothing is estimated: {why(conflicts)}", severity=Severity.WARNING)]
    hint = "correct one of them or leave it out"
    lines = sorted({conflict.line for conflict in conflicts if conflict.line is not None})
    together = [Problem(str(path), line, why(conflicts), hint) for line in lines[-1:]]
    return [*found, *together]


def _is_story(path: Path) -> bool:
    if path.suffix.lower() not in RACE_ENDINGS[:2]:
        return False
    return path.parent.name == "stories" or re.search(rb"^story[ \t]*:", read_bytes(path), re.MULTILINE) is not None


def _check_story(path: Path, library: Library | None) -> list[Problem]:
    story, found = read_story(path)
    problems = list(found)
    folder = path.parent.parent if path.parent.name == "stories" else path.parent
    known = {*(library or Library()).ids(), *(file.stem for file in folder.glob("*") if file.is_file())}
    for part in story.parts:
        if isinstance(part, RacePart) and part.race not in known:
            hint = did_you_mean(part.race, known)
            problems.append(Problem(str(path), part.line, f"the library has no race {part.race!r}", hint))
    return problems
