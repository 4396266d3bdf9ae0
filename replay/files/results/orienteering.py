"""Classes of an orienteering meeting, whatever file they stand in: runners with their punches become a race.

The controls lie along the course where the middle times of the legs put them (`controls`). A split is counted from the
runner's own start; who started one by one is shown as if all had started together. A relay's team is one entry, with
the ends of its legs among the splits.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from replay.files.results.controls import Punch, course_of, leg_times, places_on
from replay.files.results.listed import Mark, Row, clock, distance_in, distance_missing, entries_of, warnings
from replay.files.source import Choices, Reading, Source
from replay.files.understood import Clock, Counting, Tallies, Understood
from replay.race.legs import Leg
from replay.race.race import Course, Evidence, Race, Status, Surface


@dataclass(frozen=True, slots=True)
class Run:
    """One leg of one runner, or all of an individual race."""

    punches: tuple[Punch, ...]
    """From the start, with the finish."""
    length: float | None
    """Metres of the runner's own course; None where the file does not say."""
    decimals: int = 0
    start: float | None = None
    """The time of the start, in seconds from any fixed moment."""
    untimed: int = 0
    """Controls that were punched, at a time that is not known."""


@dataclass(frozen=True, slots=True)
class Starter:
    """A runner or a team of a class."""

    row: Row
    runs: tuple[Run, ...]
    """One for each leg."""


@dataclass(frozen=True, slots=True)
class ClassResult:
    """A class of a meeting."""

    name: str
    length: float | None
    """Metres of its course, of all legs together; None where the file does not say."""
    starters: tuple[Starter, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a file says beside its classes."""

    form: str
    """The file's format, for people."""
    event: str = ""
    date: datetime.date | None = None


def reading_of(source: Source, choices: Choices, meeting: Meeting, found: ClassResult) -> Reading:
    """The race of one class.

    Args:
        source: The file.
        choices: What the user says.
        meeting: What the file says beside its classes.
        found: The class.
    """
    form, event = meeting.form, meeting.event
    named = None if choices.distance or found.length else _length_in(found.name)
    length = choices.distance or found.length or named
    if length is None:
        error, understood = distance_missing(str(source.path), found.name, form, len(found.starters))
        return Reading(None, error.problems, understood)
    tallies = Tallies()
    entries = entries_of(_rows(found, length, tallies), length, tallies)
    starts = {entry.start for entry in entries if entry.status is not Status.DNS}
    race = Race(
        id=source.stem,
        title=f"{event}: {found.name}" if event else found.name,
        distance=length,
        entries=entries,
        date=meeting.date,
        course=choices.course or Course(Surface.ROAD),
        evidence=Evidence.MEASURED,
        clock=Clock.NET if len(starts) > 1 or None in starts else Clock.GUN,
        note="Where the controls lie along the course is worked out from the times of the legs.",
        path=str(source.path),
    )
    assumed = []
    if race.clock is Clock.NET:
        assumed.append("each runner's time begins at his own start")
    if any(entry.splits for entry in entries):
        assumed.append("the controls are where the middle times of the legs put them along the course")
    understood = Understood(
        format=form,
        title=race.title,
        distance=length,
        distance_from="--distance"
        if choices.distance
        else f"the class's name: {found.name!r}"
        if named
        else "the course's length in the file",
        runners=len(entries),
        counting=Counting.CUMULATIVE,
        clock=race.clock,
        assumed=tuple(assumed),
        left_out=tallies.all(),
    )
    return Reading(race, warnings(str(source.path), tallies), understood)


def _length_in(name: str) -> float | None:
    """Metres that a class is called by, `Short 3 km`; None where no number in its name has a unit."""
    return distance_in(name) if _LENGTH.search(name) is not None else None


_LENGTH = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d{1,2})? ?km\b|(?<![\w.,])\d{3,5} ?m\b", re.IGNORECASE)


def _rows(found: ClassResult, length: float, tallies: Tallies) -> list[Row]:
    """The runners with their splits, each control at its place along the course."""
    count = max((len(starter.runs) for starter in found.starters), default=0)
    legs = [[s.runs[leg] for s in found.starters if leg < len(s.runs)] for leg in range(count)]
    times = [leg_times([run.punches for run in leg]) for leg in legs]
    home = [s.runs for s in found.starters if s.row.status in (None, Status.FINISHED)]
    courses = [Counter(_codes(runs[leg]) for runs in home if leg < len(runs)) for leg in range(count)]
    own = [next((run.length for run in leg if run.length), None) for leg in legs]
    share = [metres or 1.0 for metres in own] if all(own) else [1.0] * count
    lengths = [length * part / sum(share) for part in share]
    begun = [0.0, *accumulate(lengths)]
    begins = [s.runs[0].start for s in found.starters if len(s.runs) == 1 and s.runs[0].start is not None]
    rows = []
    for starter in found.starters:
        marks = list(_marks(starter.runs, courses, times, lengths, tallies, starter.row.name))
        begin = starter.runs[0].start if len(starter.runs) == 1 else None
        start = round(begin - min(begins), 3) if begin is not None else None
        team = tuple(Leg(leg.name, at) for leg, at in zip(starter.row.legs, begun, strict=False))
        rows.append(replace(starter.row, marks=tuple(marks), legs=team, start=start))
    return rows


def _codes(run: Run) -> tuple[str, ...]:
    return tuple(punch.code for punch in run.punches)


def _marks(
    runs: Sequence[Run],
    courses: Sequence[Counter[tuple[str, ...]]],
    times: Sequence[dict[tuple[str, str], float]],
    lengths: Sequence[float],
    tallies: Tallies,
    name: str,
) -> Iterator[Mark]:
    before, begin = 0.0, 0.0
    for leg, run in enumerate(runs):
        codes = _codes(run)
        at = places_on(codes, course_of(codes, courses[leg]), times[leg], lengths[leg])
        for punch, metres in zip(run.punches[1:], at[1:], strict=True):
            if punch.seconds is not None:
                yield Mark(round(before + metres, 1), begin + punch.seconds, clock(begin + punch.seconds, run.decimals))
        if run.untimed:
            tallies.add("controls punched at a time that is not known", name, run.untimed)
        end = run.punches[-1].seconds
        if end is None:
            return
        before, begin = before + lengths[leg], begin + end
