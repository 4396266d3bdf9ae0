"""A workbook with a sheet for each runner, called by the name: one race, of which each sheet has somebody's laps."""

from collections.abc import Sequence
from dataclasses import replace

from replay.files.source import Reading
from replay.files.table.kinds.alone import NOBODY
from replay.files.table.values.people import read_person
from replay.race.events import event_in
from replay.race.problems import Problem, Severity
from replay.race.race import Entry, Race

_FEWEST = 2
_MOST = 50


def of_runners(path: str, names: Sequence[str], readings: Sequence[Reading], what: str) -> Reading | None:
    """The race of all, where each sheet is the race of one whom only the sheet's name tells; None for others.

    Args:
        path: Of the file.
        names: Of the sheets.
        readings: Of each of them.
        what: What they are called in such a file, in the plural: `sheets`.
    """
    races = [reading.race for reading in readings if reading.race is not None]
    alone = all(_is_nameless(reading) for reading in readings)
    if not alone or len(races) != len(names) or not _FEWEST <= len(names) <= _MOST or not all(map(_names, names)):
        return None
    if len({(race.distance, race.duration, race.course) for race in races}) > 1 or len(set(names)) < len(names):
        return None
    entries = [_called(race, name) for race, name in zip(races, names, strict=True)]
    told = f"each of the {what} has the laps of one runner, whose name it has; `--part NAME` takes one"
    first = readings[0]
    assumed = tuple(one for one in first.understood.assumed if NOBODY not in one)
    problems = [Problem(path, None, told, severity=Severity.WARNING)]
    for one in (problem for reading in readings for problem in reading.problems if NOBODY not in problem.message):
        problems += [one] if one not in problems else []
    understood = replace(first.understood, runners=len(entries), assumed=(told, *assumed))
    return Reading(replace(races[0], entries=tuple(entries)), tuple(problems), understood)


def _is_nameless(reading: Reading) -> bool:
    told = any(NOBODY in one for one in reading.understood.assumed)
    return told and reading.race is not None and len(reading.race.entries) == 1


def _names(text: str) -> bool:
    """Whether a sheet may be called by a runner's name."""
    return text[:1].isalpha() and not any(map(str.isdigit, text)) and event_in(text) is None


def _called(race: Race, name: str) -> Entry:
    person = read_person(name)
    return replace(race.entries[0], name=person.name, short=person.short, nation=person.nation)
