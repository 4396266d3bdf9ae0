"""FinishLynx LIF: one race a file, as photo-finish cameras write it; fields go by their position.

The first row is of the race: event, round, heat, name, wind and its unit, template, capture time and duration,
distance, time of day of the start. The others are of its runners: place (or a status in the operator's language), ID,
lane, last and first name, affiliation, time, license, delta, reaction time, splits, and what else the operator keeps.
Names and IDs may be missing, and so may the distance. Nothing published says how splits are written; they are read as
times parted by commas, semicolons, bars or blanks, with what stands in brackets left aside, and only believed where
they fit the laps and the result. Source: FinishLynx Online Manual, Database Files.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from replay.files.cleaning import clean_text, shortened
from replay.files.results.laps import at_lap_ends
from replay.files.results.listed import (
    MOST,
    Mark,
    Part,
    Row,
    distance_in,
    distance_missing,
    entries_of,
    part_of,
    seconds_of,
    warnings,
    with_parts,
)
from replay.files.source import Choices, Reading, Source, need_few_lines
from replay.files.understood import Clock, Counting, Tallies, Understood
from replay.race.events import event_in, event_metres, relay_legs
from replay.race.problems import Problem, UnreadableRace
from replay.race.race import Course, Evidence, Race, Status
from replay.race.reactions import reacted
from replay.race.statuses import read_status
from replay.race.times import as_clock

_FORM = "FinishLynx LIF"
_LANES = 10
"""Lanes of the widest track."""
_OF_DAY = re.compile(r"\d{1,2}:\d\d:\d\d\.\d+")


class _Line(NamedTuple):
    """A line that is a row."""

    number: int
    """In the file, from 1."""
    cells: list[str]


class _Head(NamedTuple):
    """The first row."""

    name: str
    distance: float | None
    heat: str
    wind: str
    legs: int
    """How many run one after another: 4 in a relay."""


def is_lif(source: Source) -> bool:
    """Whether a file is a LIF: by its first row, of three numbers, a name, and the time of day of the start."""
    rows = _split(source.start.splitlines()[:3])
    if not rows:
        return False
    (_, head), *below = rows
    if len(head) < 7 or not all(re.fullmatch(r"\d{1,9}", cell.strip()) for cell in head[:3]):
        return False
    started = any(_OF_DAY.fullmatch(cell.strip()) for cell in head[9:])
    return started or any(len(cells) >= 9 and seconds_of(cells[6]) is not None for _, cells in below[:1])


def read(source: Source, choices: Choices) -> Reading:
    """The race of a LIF; see `replay.files.formats.Format.read`."""
    path = str(source.path)
    need_few_lines(source, "LIF", MOST)
    rows = _split(_text(source.data).splitlines())
    if len(rows) < 2 or len(rows[0].cells) < 4:
        hint = "a LIF has a row of the race, and one of each runner"
        raise UnreadableRace([Problem(path, 1, "this LIF has no runners", hint)])
    heats = _heats(rows)
    names = (" ".join(filter(None, (_head(heat[0].cells).name, f"heat {at}"))) for at, heat in heats)
    parts = [Part(name, len(heat) - 1) for name, (_, heat) in zip(names, heats, strict=True)]
    chosen, said = part_of(parts, choices, "heats", path)
    _, rows = heats[chosen]
    head = _head(rows[0].cells)
    distance = choices.distance or head.distance
    if distance is None:
        error, understood = distance_missing(path, head.name or source.stem, _FORM, len(rows) - 1)
        return Reading(None, error.problems, understood)
    return with_parts(_reading(source, choices, head, rows[1:], distance), parts, said)


def _heats(rows: Sequence[_Line]) -> list[tuple[int, list[_Line]]]:
    """The heats one after another, each by its number with its row of the race first; mostly there is one."""
    heads = [at for at, row in enumerate(rows) if not at or _is_head(row.cells)]
    return [(number, [*rows[a:b]]) for number, (a, b) in enumerate(pairwise([*heads, len(rows)]), 1)]


def _is_head(cells: Sequence[str]) -> bool:
    """Whether a row is of a race: three numbers, wind or nothing, no result, and the time of day of the start."""
    numbers = len(cells) > _STARTED and all(re.fullmatch(r"\d{1,9}", cell.strip()) for cell in cells[:3])
    plain = numbers and re.fullmatch(r"[+-]?[\d.,]*", cells[4].strip()) is not None and not cells[6][:1].isdigit()
    return plain and any(_OF_DAY.fullmatch(cell.strip()) for cell in cells[9:])


_STARTED = 9
"""The first cell behind which a time of day is the start's."""


def _reading(source: Source, choices: Choices, head: _Head, rows: Sequence[_Line], distance: float) -> Reading:
    tallies = Tallies()
    course = choices.course or Course()
    read_rows = [_row(number, cells, distance, course, tallies) for number, cells in rows]
    read_rows = _timed_at_one_place(read_rows)
    assumed = []
    if any((row.lane or 0) > _LANES for row in read_rows):
        read_rows = [replace(row, lane=None) for row in read_rows]
        assumed.append(f"lanes above {_LANES} are places on the start line: nobody is in a lane")
    if head.legs > 1:
        read_rows = [replace(row, team=head.legs) for row in read_rows]
    if any(row.marks for row in read_rows):
        assumed.append("the splits are taken for the times at the ends of the laps, though nothing published says so")
    race = Race(
        id=source.stem,
        title=head.name or source.words,
        distance=distance,
        entries=entries_of(read_rows, distance, tallies),
        course=course,
        evidence=Evidence.MEASURED,
        note=f"Wind: {head.wind}." if head.wind else "",
        path=str(source.path),
    )
    understood = Understood(
        format=_FORM,
        title=race.title,
        distance=distance,
        distance_from="--distance" if choices.distance else "the file's first row",
        runners=len(race.entries),
        counting=Counting.CUMULATIVE if any(row.marks for row in read_rows) else None,
        clock=Clock.GUN,
        assumed=tuple(assumed),
        left_out=tallies.all(),
    )
    return Reading(race, warnings(str(source.path), tallies), understood)


def _timed_at_one_place(rows: Sequence[Row]) -> list[Row]:
    """The rows, in which the times of who stopped are where the others' are: all were taken at the same lines."""
    places = [mark.metres for mark in max((row.marks for row in rows if row.seconds is not None), key=len, default=())]
    return [
        replace(row, marks=tuple(mark._replace(metres=at) for mark, at in zip(row.marks, places, strict=False)))
        if row.seconds is None and 0 < len(row.marks) <= len(places)
        else row
        for row in rows
    ]


def _text(data: bytes) -> str:
    """The text: UTF-8 where it is that, else Windows' code page, which the program writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _split(lines: Sequence[str]) -> list[_Line]:
    """The rows; comments, which begin with a semicolon, and empty lines are none."""
    rows: list[_Line] = []
    for number, line in enumerate(lines, 1):
        if not line.strip(" ,\t\0") or line.startswith(";"):
            continue
        sign = "\t" if line.count("\t") > max(line.count(","), 3) else ","
        try:
            (cells,) = csv.reader([line.replace("\0", "")], delimiter=sign)
        except csv.Error:
            cells = line.split(sign)
        rows.append(_Line(number, shortened(cells)))
    return rows


def _head(cells: Sequence[str]) -> _Head:
    cells = [clean_text(cell) for cell in cells] + [""] * 11
    named = None
    try:
        named = event_metres(cells[9]) if cells[9] else None
    except ValueError:
        named = None
    told, legs = distance_in(cells[3]), relay_legs(event_in(cells[3]) or cells[3])
    if told is not None and named is not None and legs > 1 and abs(named * legs - told) < 1:
        named = told  # a relay's leg
    wind = f"{cells[4]} {cells[5].replace('mps', 'm/s')}".strip() if re.search(r"\d", cells[4]) else ""
    return _Head(cells[3], named or told, cells[2], wind, legs)


def _row(number: int, cells: Sequence[str], distance: float, course: Course, tallies: Tallies) -> Row:
    cells = [clean_text(cell) for cell in cells] + [""] * 11
    place, bib, lane, last, first, club, result = cells[:7]
    noted = read_status(place) or read_status(result)
    seconds = seconds_of(result)
    if result and seconds is None and noted is None:
        tallies.add("times that are none", f"line {number}: {result[:20]!r}")
    of = f"lane {lane}" if lane else f"no. {bib}" if bib else f"place {place}" if place else f"row {number}"
    return Row(
        name=f"{first} {last}".strip() or of,
        line=number,
        bib=bib if bib != "0" else "",
        lane=int(lane) if re.fullmatch(r"[1-9]\d?", lane) else None,
        club=club,
        note="; ".join(filter(None, [noted.note if noted is not None else "", reacted(seconds_of(cells[9]))])),
        status=noted.status if noted is not None else None if seconds is not None else Status.UNKNOWN,
        place=int(place) if re.fullmatch(r"[1-9]\d{0,4}", place) else None,
        seconds=seconds,
        text=as_clock(result.replace(",", "."), seconds) if seconds is not None else "",
        marks=_marks(number, cells[10], seconds, distance, course, tallies),
    )


def _marks(
    number: int, text: str, result: float | None, distance: float, course: Course, tallies: Tallies
) -> tuple[Mark, ...]:
    """The times at the ends of the laps; none where they do not fit."""
    if not text:
        return ()
    words = re.split(r"[,;|\s]+", re.sub(r"[(\[].*?[)\]]", " ", text))
    marks = at_lap_ends([word for word in words if word], result, distance, course)
    if marks is None:
        tallies.add("splits that do not fit the laps", f"line {number}: {text[:40]!r}")
    return marks or ()
