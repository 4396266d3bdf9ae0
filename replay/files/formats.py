"""The formats of race files, in one table: by its content a file finds its reader, by an ending a race its writer.

To add a format: a line in FORMATS and a module with `read(source, choices) -> Reading`. What reads a format is imported
when the first file of it is met.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from replay.files.source import Choices, Reading, Source, read_bytes
from replay.files.understood import Understood
from replay.race.problems import Problem, UnreadableRace
from replay.race.race import Course, Race

Read = Callable[[Source, Choices], Reading]


@dataclass(frozen=True, slots=True)
class Format:
    """One format of files."""

    name: str
    """In words, for messages: `race file`."""
    endings: tuple[str, ...]
    """What its files' names end in; they decide only where the content tells nothing."""
    told: Callable[[Source], bool]
    """Whether a file is plainly of this format, by its content; it looks at little of it."""
    read: Read
    """Makes the best of a file of this format, whatever is in it; it raises at most `UnreadableRace`."""
    read_together: "Callable[[Sequence[Source], Choices], Reading] | None" = None
    """The same of several files that are one race, where such files are made one by one for each runner."""


_RACE_KEY = re.compile(r"^(race|story)[ \t]*:", re.MULTILINE)
_LIST_KEY = re.compile(rb"^(entries|parts)[ \t]*:", re.MULTILINE)


def _is_race_file(source: Source) -> bool:
    # Both keys, since `race: Spring 10k` may also stand above a table.
    return _RACE_KEY.search(source.start) is not None and _LIST_KEY.search(source.data) is not None


def _is_text(source: Source) -> bool:
    return "\0" not in source.start


def _read_race_file(source: Source, choices: Choices) -> Reading:
    from replay.files.yaml.reading import read

    return read(source, choices)


def _read_table(source: Source, choices: Choices) -> Reading:
    from replay.files.table.plaincsv import read

    return read(source, choices)


def _is_recording(source: Source) -> bool:
    return _RECORDING.search(source.start) is not None or source.data[8:12] == b".FIT"


def _read_recordings(sources: Sequence[Source], choices: Choices) -> Reading:
    from replay.files.gps.reading import read_together

    return read_together(sources, choices)


def _read_recording(source: Source, choices: Choices) -> Reading:
    return _read_recordings([source], choices)


def _is_iof(source: Source) -> bool:
    return re.search(r"<(?:\w+:)?(?:ResultList|StartList)[\s>]|IOFdata\.dtd|iofVersion", source.start) is not None


def _read_iof(source: Source, choices: Choices) -> Reading:
    from replay.files.results.iof import read

    return read(source, choices)


def _is_lenex(source: Source) -> bool:
    return re.search(r"<(?:\w+:)?LENEX[\s>]", source.start) is not None


def _read_lenex(source: Source, choices: Choices) -> Reading:
    from replay.files.results.lenex import read

    return read(source, choices)


_RECORDING = re.compile(r"<(?:\w+:)?(?:gpx|TrainingCenterDatabase|Activities|Trackpoint)[\s>]")

FORMATS = (
    Format("race file", (".yaml", ".yml"), _is_race_file, _read_race_file),
    Format("recording", (".gpx", ".tcx", ".fit"), _is_recording, _read_recording, _read_recordings),
    Format("IOF XML", (".xml",), _is_iof, _read_iof),
    Format("LENEX", (".lef", ".lxf"), _is_lenex, _read_lenex),
    Format("table", (".csv",), _is_text, _read_table),
)
"""Asked in this order; the table comes last, since every text may be one."""

RACE_ENDINGS = tuple(ending for form in FORMATS for ending in form.endings)
"""Endings of the files that a folder of races is searched for, in the order of preference."""


def format_of(source: Source) -> Format | None:
    """The format of a file: by its content, where that tells, else by its ending; None for one that is not read."""
    *others, table = FORMATS
    told = next((form for form in others if form.told(source)), None)
    named = next((form for form in FORMATS if source.ending in form.endings), None)
    return told or named or (table if table.told(source) else None)


def opened(source: Source) -> tuple[Source, Format]:
    """A file out of its archive, if it is one, and its format.

    Raises:
        UnreadableRace: It is of no format that is read.
    """
    if source.data.startswith((b"\x1f\x8b", b"PK")):
        from replay.files.archives import unpacked  # few files are archives

        source = unpacked(source, RACE_ENDINGS)
    form = format_of(source)
    if form is None:
        hint = f"a race is a file ending in {', '.join(RACE_ENDINGS)}"
        what = f"files ending in {source.ending!r}" if source.ending else "files of this kind"
        raise UnreadableRace([Problem(str(source.path), None, f"{what} are not read", hint)])
    return source, form


def read_source(source: Source, choices: Choices) -> Reading:
    """Read bytes of any format; it raises nothing, whatever they are."""
    try:
        source, form = opened(source)
    except UnreadableRace as error:
        return Reading(None, error.problems, Understood(""))
    return _read(form, [source], choices)


def read_file(path: Path | str, choices: Choices | None = None) -> Reading:
    """Read a file of any format; it raises nothing, whatever is there."""
    path = Path(path)
    try:
        source = Source(read_bytes(path), path)
    except UnreadableRace as error:
        return Reading(None, error.problems, Understood(""))
    return read_source(source, choices or Choices())


def read_files(paths: Iterable[Path | str], choices: Choices | None = None) -> tuple[Reading, ...]:
    """Read several files, and the files of folders; it raises nothing, whatever is there.

    Returns:
        A reading of each file, but one of all recordings together, where the first of them stands: they are of several
        runners of one race.
    """
    choices = choices or Choices()
    readings: list[Reading | Format] = []
    together: dict[Format, list[Source]] = {}
    for path in _files(map(Path, paths)):
        try:
            source, form = opened(Source(read_bytes(path), path))
        except UnreadableRace as error:
            readings.append(Reading(None, error.problems, Understood("")))
            continue
        if form.read_together is None:
            readings.append(_read(form, [source], choices))
        elif form in together:
            together[form].append(source)
        else:
            readings.append(form)
            together[form] = [source]
    return tuple(_read(found, together[found], choices) if isinstance(found, Format) else found for found in readings)


def _read(form: Format, sources: Sequence[Source], choices: Choices) -> Reading:
    try:
        return form.read_together(sources, choices) if form.read_together else form.read(sources[0], choices)
    except UnreadableRace as error:
        return Reading(None, error.problems, Understood(form.name))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and those of folders that may be races, by name."""
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.iterdir() if file.suffix.lower() in RACE_ENDINGS and file.is_file())
        else:
            yield path


def read_race(
    path: Path | str, *, distance: float | None = None, course: Course | None = None, estimates: bool = True
) -> tuple[Race, tuple[Problem, ...]]:
    """Read a race from a file of any format.

    Args:
        path: The file.
        distance: Metres, for a file that does not say.
        course: The course, for a file that does not say.
        estimates: Whether to read its estimates; a list of races does without, and they are half of a file.

    Returns:
        The race, and everything in the file that was left out or is doubtful.

    Raises:
        UnreadableRace: No race can be made of the file; it holds all problems found.
    """
    reading = read_file(path, Choices(distance=distance, course=course, estimates=estimates))
    if reading.race is None:
        raise UnreadableRace(reading.problems)
    return reading.race, reading.problems
