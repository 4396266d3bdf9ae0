"""The formats of race files, in one table: by its content a file finds its reader, by an ending a race its writer.

To add a format: a line in FORMATS and a module with `read(source, choices) -> Reading`. What reads a format is imported
when the first file of it is met.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from replay.files.foreign import foreign
from replay.files.harmless import harmless
from replay.files.paths import is_folder
from replay.files.source import Choices, Reading, Source, read_bytes
from replay.files.telling import (
    has,
    is_hytek,
    is_lif,
    is_mail,
    is_oe,
    is_race_file,
    is_race_result,
    is_recording,
    is_solv,
    is_splitsbrowser,
    is_text,
    is_text_in_columns,
    is_value,
    is_web_page,
    is_workbook,
    is_xml,
    is_yaml_list,
)
from replay.files.understood import Understood
from replay.race.problems import Problem, Severity, UnreadableRace
from replay.race.race import Clock, Race

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
    takes: tuple[str, ...] = ("distance", "track", "title", "event")
    """What of a user's choices means something here: of `replay.files.said.KINDS`."""
    read_together: "Callable[[Sequence[Source], Choices], Reading] | None" = None
    """The same of several files that are one race, where such files are made one by one for each runner."""


LARGE_FILE, LARGE_PACKED = 60_000, 10_000
"""Bytes, as text and packed: a smaller file has not so many runners that their reading is kept."""
_PACKED = (b"\x1f\x8b", b"PK", b"%PDF")

_YAML = (".yaml", ".yml")


def _late(module: str, name: str = "read") -> Any:  # noqa: ANN401 - functions of several kinds
    """A function of a module that is imported when it is first called."""

    def call(*arguments: object) -> object:
        return getattr(import_module(f"replay.files.{module}"), name)(*arguments)

    return call


def _read_recording(source: Source, choices: Choices) -> Reading:
    return _read_recordings([source], choices)


_read_recordings: "Callable[[Sequence[Source], Choices], Reading]" = _late("gps.reading", "read_together")

_read_plain: Read = _late("table.reader")


def read_table(source: Source, choices: Choices) -> Reading:
    """Read a table as text; where none can be made out in it, cells that stand below one another."""
    found = _read_plain(source, choices)
    if found.race is None and not _late("results.stacked_lists", "is_stacked")(source, found):
        prose = _late("results.stacked_lists", "is_prose")(source, found)
        return replace(found, problems=(Problem(str(source.path), None, *_NO_LIST),)) if prose else found
    return found if found.race is not None else _late("results.stacked_lists", "read_stacked")(source, choices)


_NO_LIST = ("no list of results is found in this text", "write a line for each runner, such as `1. Ada Alfa 35:10`")

_ANY = ("distance", "track", "title", "event")
_PART = (*_ANY, "part")
_TABLE = (*_PART, "times", "clock", "start", "date order", "column")
_TEXT_TABLE = (*_TABLE[:-1], "delimiter", "encoding", "column")

FORMATS = (
    Format("race file", _YAML, is_race_file, _late("yaml.race_file")),
    Format("YAML list", (), is_yaml_list, _late("table.containers.yamllists"), _TABLE),
    Format(
        "recording",
        (".gpx", ".tcx", ".fit"),
        is_recording,
        _read_recording,
        (*_PART, "times", "start"),
        _read_recordings,
    ),
    Format(
        "IOF XML",
        (".xml",),
        has(r"<(?:\w+:)?(?:ResultList|StartList)[\s>]|IOFdata\.dtd|iofVersion"),
        _late("results.iof"),
        _PART,
    ),
    Format("LENEX", (".lef", ".lxf"), has(r"<(?:\w+:)?LENEX[\s>]"), _late("results.lenex"), _PART),
    Format("FinishLynx LIF", (".lif",), is_lif, _late("results.lynx"), _PART),
    Format(
        "Hy-Tek export",
        (),
        lambda source: source.start.startswith("H;") and bool(_late("results.hyteksemi", "is_hytek_export")(source)),
        _late("results.hyteksemi"),
        _PART,
    ),
    Format("Hy-Tek results", (), is_hytek, _late("results.hytek"), (*_PART, "date order")),
    Format("OE list", (), is_oe, _late("results.punched", "read_oe"), (*_PART, "encoding")),
    Format("SOLV list", (), is_solv, _late("results.solv", "read_solv"), (*_PART, "encoding")),
    Format(
        "SplitsBrowser CSV", (), is_splitsbrowser, _late("results.punched", "read_splitsbrowser"), (*_PART, "encoding")
    ),
    Format("RACE RESULT list", (), is_race_result, _late("results.tabled", "read_race_result"), _PART),
    Format(
        "JSON",
        (".json", ".ndjson", ".jsonl"),
        is_value,
        _late("table.containers.objects"),
        _TABLE,
    ),
    Format("web page", (), is_web_page, _late("table.containers.webpage"), _TABLE),
    Format("XML", (), is_xml, _late("table.containers.elements"), _TABLE),
    Format("PDF", (".pdf",), has("%PDF-"), _late("results.tabled", "read_pdf"), _TABLE),
    Format("workbook", (".xlsx", ".ods"), is_workbook, _late("table.containers.sheets"), _TABLE),
    Format("text in columns", (), is_text_in_columns, _late("results.tabled", "read_text"), _TABLE),
    Format("table", (".csv", ".tsv"), is_text, read_table, _TEXT_TABLE),
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


def opened(source: Source, named: str | None = None) -> tuple[Source, Format]:
    """A file out of its archive, if it is one, and its format.

    Args:
        source: The file.
        named: The name of the one that is meant, where an archive holds several.

    Raises:
        UnreadableRace: It is of no format that is read.
    """
    _not_foreign(source)
    if source.data.startswith((b"\x1f\x8b", b"PK")):
        from replay.files.archives import unpacked  # few files are archives

        source = unpacked(source, RACE_ENDINGS, named)
        _not_foreign(source)
    if is_mail(source):
        from replay.files.mails import out_of_mail  # few files are messages

        source = out_of_mail(source, RACE_ENDINGS)
    form = format_of(source)
    if form is None:
        hint = f"a race is a file ending in {', '.join(RACE_ENDINGS)}"
        what = f"files ending in {source.ending!r}" if source.ending else "files of this kind"
        raise UnreadableRace([Problem(str(source.path), None, f"{what} are not read", hint)])
    return source, form


def _not_foreign(source: Source) -> None:
    told = foreign(source)
    if told is not None:
        raise UnreadableRace([Problem(str(source.path), None, f"this is {told[0]}, which is not read", told[1])])


def read_source(source: Source, choices: Choices) -> Reading:
    """Read bytes of any format; it raises nothing, whatever they are."""
    try:
        sources, form = _opened(source, choices)
    except UnreadableRace as error:
        return Reading(None, error.problems, Understood(""))
    return _read(form, sources, choices)


def _opened(source: Source, choices: Choices) -> tuple[Sequence[Source], Format]:
    """A file, or all recordings in an archive that holds nothing else, and their format."""
    if source.data.startswith(b"PK") and choices.part is None:
        from replay.files.archives import all_of  # few files are archives

        form = next(form for form in FORMATS if form.read_together is not None)
        found = all_of(source, form.endings, [ending for ending in RACE_ENDINGS if ending not in form.endings])
        if found and all(map(form.told, found)):
            return found, form
    only, form = opened(source, choices.part)
    return [only], form


def read_file(path: Path | str, choices: Choices | None = None) -> Reading:
    """Read a file of any format; it raises nothing, whatever is there. A large one is read once and kept."""
    path, choices = Path(path), choices or Choices()
    if is_folder(path):
        return _read_folder(path, choices)
    try:
        source = Source(read_bytes(path), path)
    except UnreadableRace as error:
        return Reading(None, error.problems, Understood(""))
    if len(source.data) < (LARGE_PACKED if source.data.startswith(_PACKED) else LARGE_FILE):
        return read_source(source, choices)
    from replay.files.compiled.folder import read_once  # few files are large

    return read_once(source, choices, lambda: read_source(source, choices))


def _read_folder(path: Path, choices: Choices) -> Reading:
    """The one race that a folder's files are of, as recordings of several runners are."""
    readings = read_files([path], choices)
    if len(readings) == 1:
        return readings[0]
    held = f"this is a folder that holds {len(readings) or 'no'} races"
    hint = "name a file in it; `check` takes folders"
    return Reading(None, (Problem(str(path), None, held, hint),), Understood(""))


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
            sources, form = _opened(Source(read_bytes(path), path), choices)
        except UnreadableRace as error:
            readings.append(Reading(None, error.problems, Understood("")))
            continue
        if form.read_together is None:
            readings.append(_read(form, sources, choices))
            continue
        if form not in together:
            readings.append(form)
        together.setdefault(form, []).extend(sources)
    return tuple(_read(found, together[found], choices) if isinstance(found, Format) else found for found in readings)


def read_as_one(paths: Sequence[Path | str], choices: Choices) -> Reading:
    """Read a file, or several that are of one race; it raises nothing, whatever is there."""
    if len(paths) == 1:
        return read_file(paths[0], choices)
    readings = read_files(paths, choices)
    if len(readings) == 1:
        return readings[0]
    said = f"these are {len(readings)} races"
    return Reading(None, (Problem(str(paths[0]), None, said, "open them one by one"),), Understood(""))


def _read(form: Format, sources: Sequence[Source], choices: Choices) -> Reading:
    if choices.part and choices.part.casefold() in (sources[0].inside.casefold(), sources[0].stem.casefold()):
        choices = replace(choices, part=None)  # it named the file in its archive
    if choices.event and choices.distance is None and choices.duration is None:
        choices = replace(choices, distance=_metres_of(choices.event))
    try:
        found = form.read_together(sources, choices) if form.read_together else form.read(sources[0], choices)
    except UnreadableRace as error:
        found = Reading(None, error.problems, Understood(form.name))
    if found.race is not None:
        found = replace(found, race=harmless(found.race))
    found = _called(_told_unused(replace(found, takes=form.takes), choices, sources[0]), choices)
    return found if choices.clock is None else _timed_by(found, choices.clock)


def _told_unused(found: Reading, choices: Choices, source: Source) -> Reading:
    """What was read, and that an option the user gave changes nothing, where it does not."""
    if found.race is None:
        return found
    told = []
    if choices.part is not None and not found.understood.parts:
        told.append(f"--part {choices.part!r} changes nothing: the file has one race")
    if choices.start is not None and "start" not in found.takes:
        told.append("--start changes nothing: its times are from the start")
    if not told:
        return found
    problems = (Problem(str(source.path), None, one, severity=Severity.WARNING) for one in told)
    understood = replace(found.understood, assumed=(*found.understood.assumed, *told))
    return replace(found, problems=(*found.problems, *problems), understood=understood)


def _metres_of(event: str) -> float | None:
    """Metres that an event names; None where it names none."""
    from replay.race.events import event_in, event_metres  # few say what event it was

    try:
        return event_metres(event_in(event) or event)
    except ValueError:
        return None


def _called(found: Reading, choices: Choices) -> Reading:
    """What was read, under the title and the event that the user says."""
    said = {name: text for name in ("title", "event") if (text := getattr(choices, name)) is not None}
    if not said:
        return found
    race = replace(found.race, **said) if found.race is not None else None
    return replace(found, race=race, understood=replace(found.understood, **said))


def _timed_by(found: Reading, clock: Clock) -> Reading:
    """What was read, with all times on a clock; where there is no such clock, that is told."""
    from replay.race.clocks import by_clock  # few ask for one

    if found.race is None:
        return found
    race, understood = by_clock(found.race, clock), found.understood
    if race.clock is not clock:
        said = f"the {clock}'s clock is not known, since nobody's start is: times are from the {race.clock}"
        return replace(found, understood=replace(understood, assumed=(*understood.assumed, said)))
    return replace(found, race=race, understood=replace(understood, clock=clock))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and those of folders that may be races, by name."""
    for path in paths:
        try:
            inside = sorted(path.iterdir()) if is_folder(path) else [path]
        except OSError:
            inside = [path]
        yield from (file for file in inside if file == path or (file.suffix.lower() in RACE_ENDINGS and file.is_file()))


def read_race(
    path: Path | str, *, distance: float | None = None, estimates: bool = True
) -> tuple[Race, tuple[Problem, ...]]:
    """Read a race from a file of any format.

    Args:
        path: The file.
        distance: Metres, whatever the file says.
        estimates: Whether to read its estimates; a list of races does without, and they are half of a file.

    Returns:
        The race, and everything in the file that was left out or is doubtful.

    Raises:
        UnreadableRace: No race can be made of the file; it holds all problems found.
    """
    reading = read_file(path, Choices(distance=distance, estimates=estimates))
    if reading.race is None:
        raise UnreadableRace(reading.problems)
    return reading.race, reading.problems
