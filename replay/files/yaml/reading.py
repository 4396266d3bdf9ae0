"""From the bytes of a race file to a race, key by key."""

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from replay.files.cleaning import clean_text
from replay.files.paths import beside, first_bytes
from replay.files.source import Choices, Known, Reading, Source, read_bytes
from replay.files.understood import Understood
from replay.files.yaml import header
from replay.files.yaml import keys as file_keys
from replay.files.yaml.entries import farthest, read_entries
from replay.files.yaml.estimates import read_estimates
from replay.files.yaml.facts import read_facts
from replay.files.yaml.mending import mended
from replay.files.yaml.quotes import read_disputes, read_notes, read_quotes
from replay.files.yaml.reader import Ground, Reader
from replay.files.yaml.slips import as_one, read_typed
from replay.files.yaml.yamltree import Mapping as MapNode
from replay.files.yaml.yamltree import Node, Scalar
from replay.race.events import event_in, relay_legs
from replay.race.names import Names
from replay.race.order import beyond
from replay.race.problems import Problem, UnreadableRace
from replay.race.race import Clock, Course, CourseLine, Entry, Evidence, Race, Surface

_NOTHING_SAID = Choices()
_ESTIMATES = re.compile(rb"\n(?=estimates:[ \t]*\r?\n(?:[ \t][^\n]*(?:\n|\Z)|\r?\n)*\Z)")
"""Where the estimates of a file begin, if they are its end, as `reconstruct` writes them."""


def read(source: Source, choices: Choices) -> Reading:
    """Read a race file.

    Raises:
        UnreadableRace: No race can be made of it; it holds all problems found.
    """
    data = source.data
    if not choices.estimates:
        data = _ESTIMATES.split(data, maxsplit=1)[0] + b"\n"
    race, problems = parse_race(data, source.path, choices)
    said = choices.distance is not None or choices.duration is not None
    return Reading(race, problems, Understood.of(race, "race file", "--distance" if said else "the file"))


def parse_race(data: bytes, path: Path, choices: Choices = _NOTHING_SAID) -> tuple[Race, tuple[Problem, ...]]:
    """Read the bytes of a YAML race file; see `replay.files.formats.read_race`."""
    documents, found = read_typed(data, str(path))
    tree, more = as_one(documents, str(path))
    reader = Reader(str(path), (*found, *more))
    if isinstance(tree, Scalar):
        reader.fail(tree.line, "the file is no map of keys and values", "begin with `race: the title`")
        raise reader.unreadable()
    if isinstance(tree, MapNode) and tree.get("story") is not None and tree.get("race") is None:
        reader.fail(tree.line, "this is a story, not a race", "`race-replay list` names the races")
        raise reader.unreadable()
    if isinstance(tree, MapNode):
        tree = mended(tree, reader)
    values = reader.fields(tree, file_keys.RACE, "the race file")
    for key in file_keys.REQUIRED["race"]:
        if key == "race" and key not in values and "entries" in values:
            called = Source(b"", path).words
            reader.warn(
                tree.line, f"the race file has no 'race', and is called {called!r} after its name", "add `race:`"
            )
        elif key not in values:
            reader.fail(tree.line, f"the race file has no {key!r}", f"add `{key}:`")
    duration = choices.duration
    if duration is None and "distance" not in values and choices.distance is None:
        duration = header.read_duration(reader, values)
    if duration is None:
        metres = header.read_distance(reader, values, tree.line, choices.distance)
    else:
        metres = _farthest(reader, values, tree.line)
    where = header.read_course(reader, values, choices.course, metres)
    if where.file is not None and metres is not None:
        where = replace(where, line=_course_line(reader, values["course"], where, path, metres))
    reach = beyond(where, metres) if duration is not None and metres is not None else metres
    ground = Ground(reach or math.inf, where, duration, _legs(values))
    race = _race(reader, values, path, ground)
    if not race.entries and "entries" in values:
        table = [problem for problem in reader.problems if problem.path != reader.path]
        why = f": {table[-1].message}" if table else ""
        hint = (table[-1].hint if table else "") or "write a name for each runner"
        reader.fail(values["entries"].line, f"the race has no entries that can be read{why}", hint)
    if reader.fatal:
        raise reader.unreadable()
    return race, tuple(reader.problems)


def _legs(values: Mapping[str, Node]) -> int:
    """How many of a team run one after another, by the event or else the title: 4 in a `4x400m`."""
    texts = [node.text for key in ("event", "race") if isinstance(node := values.get(key), Scalar)]
    relays = [text for text in texts if re.search(r"\d ?[x×*] ?\d", text)]
    return max((relay_legs(event_in(text) or text) for text in relays), default=1)


def _farthest(reader: Reader, values: Mapping[str, Node], line: int) -> float | None:
    """Metres of the one who came farthest in a race for distance; none is fatal."""
    metres = farthest(values.get("entries"))
    if metres is None:
        line = values["entries"].line if "entries" in values else line
        message = "this is a race for distance, and no entry says how far it came"
        reader.fail(line, message, "write it as {name: Ada Alfa, distance: 18517}")
    return metres


def _race(reader: Reader, values: Mapping[str, Node], path: Path, ground: Ground) -> Race:
    sources = header.read_sources(reader, values.get("sources"))
    known = reader.known(values, Known(Evidence.REPORTED))
    entries = _entries(reader, values, path, known, ground)
    names = Names(entries)
    digest, entries = read_estimates(reader, values.get("estimates"), names, entries, ground)
    stem = Source(b"", path).stem
    return Race(
        id=stem,
        title=reader.text(values.get("race"), "race") or clean_text(Source(b"", path).words),
        distance=ground.distance,
        duration=ground.duration,
        entries=entries,
        event=reader.text(values.get("event"), "event"),
        meeting=reader.text(values.get("meeting"), "meeting"),
        conditions=reader.text(values.get("conditions"), "conditions"),
        note=reader.text(values.get("note"), "note"),
        date=header.read_date(reader, values.get("date")),
        venue=header.read_venue(reader, values.get("venue")),
        course=ground.course,
        clock=reader.choice(values.get("clock"), Clock, "clock") or Clock.GUN,
        evidence=known.evidence,
        sources=sources,
        kits=_kits(reader, values.get("kits"), entries),
        facts=read_facts(reader, values.get("facts"), names, ground),
        records=header.read_records(reader, values.get("records"), known),
        notes=read_notes(reader, values.get("notes"), names, entries, ground),
        quotes=read_quotes(reader, values.get("quotes"), names, entries, ground),
        disputes=read_disputes(reader, values.get("disputes")),
        estimates_digest=digest,
        path=str(path),
    )


def _kits(reader: Reader, node: Node | None, entries: tuple[Entry, ...]) -> dict[str, int]:
    if node is None:
        return {}
    from replay.files.yaml.kits import read_kits  # few files have any

    return read_kits(reader, node, entries)


def _entries(reader: Reader, values: Mapping[str, Node], path: Path, known: Known, ground: Ground) -> tuple[Entry, ...]:
    """The entries of the file, or of the CSV beside it that it names."""
    node = values.get("entries")
    if not isinstance(node, Scalar):
        return read_entries(reader, node, known, ground)
    from replay.files.table.reader import read_entries as read_rows

    table = beside(path, Path(node.text), ".csv")
    if table is None:
        reader.error(node.line, f"entries names {node.text!r}, which is no CSV file beside this one")
        return ()
    evidence = known.evidence if "evidence" in values else Evidence.MEASURED
    choices = Choices(distance=ground.distance, course=ground.course)
    try:
        entries, reading = read_rows(Source(read_bytes(table), table), choices, Known(evidence, known.source))
    except UnreadableRace as error:
        reader.problems.extend(error.problems)
        return ()
    reader.problems.extend(reading.problems)
    return entries


def _course_line(reader: Reader, node: Node, course: Course, path: Path, metres: float) -> CourseLine | None:
    """The line in the GPX file that a course names; None, and a problem, where there is none."""
    if course.surface is not Surface.ROAD:
        reader.error(
            node.line, f"a course of its own is for the road, not for {course.surface}", "leave out one of them"
        )
        return None
    recording = beside(path, Path(course.file or ""), ".gpx")
    if recording is None:
        reader.error(node.line, f"course names {course.file!r}, which is no GPX file beside this one")
        return None
    from replay.files.gps.fixes import UnreadableRecording  # only a race with a course needs it
    from replay.files.gps.line import LARGEST, OFF, course_line

    try:
        line, length = course_line(first_bytes(recording, LARGEST + 1), metres)
    except OSError as error:
        reader.error(node.line, f"the course {course.file!r} cannot be read: {error.strerror or error}")
        return None
    except UnreadableRecording as error:
        reader.problems.append(Problem(str(recording), error.line, f"no course can be read from this file: {error}"))
        return None
    if abs(length / metres - 1) > OFF:
        reader.warn(
            node.line,
            f"the line in {course.file!r} is {length / 1000:.2f} km long and the race {metres / 1000:.2f} km",
            "it is drawn scaled to the race's distance",
        )
    return line
