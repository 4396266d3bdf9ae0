"""The plain CSV of results: a row per runner, a column per split, made for large fields.

Comma, UTF-8 with or without BOM. Leading `# key: value` lines are comments, of which `distance_m` counts, and `event`,
`competition`, `venue` and `date` name the race. Columns: `name` (or `athlete`), `nation`, `status`, `place` (a number
or DNF, DNS, DQ), `bib`, `lane`, `club`, `sex`, `notes`; columns headed by a number (metres); `finish`, `result` or
`result_s`. Times are `m:ss.ff` or seconds; blank is unknown; other columns are ignored. A file from timing is measured.
"""

import csv
import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from replay.files.cleaning import clean_text
from replay.files.source import Choices, Reading, Source
from replay.files.understood import Understood
from replay.files.yaml.header import ROAD_FROM
from replay.files.yaml.reader import FINISH_TOLERANCE, Ground, Known, Reader
from replay.race.limits import fewest_seconds, sound_splits
from replay.race.problems import Problem, UnreadableRace, did_you_mean
from replay.race.race import Course, Entry, Evidence, Race, Role, Split, Status, Surface, Time, Venue
from replay.race.times import as_clock, parse_time

_MAX_BYTES = 64_000_000
_MAX_PROBLEMS = 1000

_NAMES = {"name": "name", "athlete": "name", "team": "club", "gender": "sex", "note": "notes", "noc": "nation"}
_TEXTS = ("name", "nation", "status", "place", "bib", "lane", "club", "sex", "notes")
_RESULTS = ("finish", "result", "result_s")
_STATUSES = {"": None, "ok": Status.FINISHED, "dsq": Status.DQ, **{str(status): status for status in Status}}
_BLANK = frozenset({"", "-", "–", "—"})


def parse_csv(
    data: bytes, path: Path, *, distance: float | None = None, course: Course | None = None
) -> tuple[Race, tuple[Problem, ...]]:
    """Read the bytes of a plain CSV.

    Args:
        data: The file's bytes; any bytes at all.
        path: Where they are from.
        distance: Metres, where the file does not say.
        course: The course; without one it is outdoor, and road from `ROAD_FROM` on.

    Returns:
        The race, and everything that was left out.

    Raises:
        UnreadableRace: There is no name column, no runner, or no distance.
    """
    reader = Reader(str(path))
    comments, rows = _open(reader, data)
    metres = _distance(reader, comments, distance)
    where = course or Course(Surface.ROAD if metres >= ROAD_FROM else Surface.OUTDOOR)
    known = Known(Evidence.MEASURED)
    race = Race(
        id=path.stem,
        title=comments.get("event") or path.stem,
        distance=metres,
        entries=_rows(reader, rows, Ground(metres, where), known),
        meeting=comments.get("competition", ""),
        date=_date(comments.get("date", "")),
        venue=Venue(city=comments.get("venue", "")),
        course=where,
        evidence=known.evidence,
        path=str(path),
    )
    return race, tuple(reader.problems)


def read(source: Source, choices: Choices) -> Reading:
    """Read a table.

    Raises:
        UnreadableRace: No race can be made of it; it holds all problems found.
    """
    race, problems = parse_csv(source.data, source.path, distance=choices.distance, course=choices.course)
    race = replace(race, id=source.stem)
    return Reading(race, problems, Understood.of(race, "table"))


def read_entries(reader: Reader, data: bytes, ground: Ground, known: Known) -> tuple[Entry, ...]:
    """The entries of a CSV that a race file names.

    Raises:
        UnreadableRace: There is no name column, or no runner.
    """
    _, rows = _open(reader, data)
    return _rows(reader, rows, ground, known)


def _fail(reader: Reader, line: int | None, message: str, hint: str = "") -> UnreadableRace:
    reader.fail(line, message, hint)
    return reader.unreadable()


Rows = Iterator[tuple[int, list[str]]]


def _open(reader: Reader, data: bytes) -> tuple[dict[str, str], Rows]:
    """The comments, and the rows from the heading on with their lines."""
    if len(data) > _MAX_BYTES:
        raise _fail(reader, None, f"the file has {len(data):,} bytes, and at most {_MAX_BYTES:,} are read")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8"
        raise _fail(reader, line, message, "save the file as UTF-8") from None
    lines = text.splitlines(keepends=True)
    comments: dict[str, str] = {}
    first = 0
    while first < len(lines) and (lines[first].startswith("#") or not lines[first].strip()):
        key, _, value = lines[first].lstrip("# ").partition(":")
        comments.setdefault(clean_text(key).lower(), clean_text(value))
        first += 1
    return comments, _numbered(reader, lines, first)


def _numbered(reader: Reader, lines: list[str], first: int) -> Rows:
    rows = csv.reader(lines[first:])
    while True:
        line = first + rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise _fail(reader, line, f"this is no CSV: {error}") from None
        if any(row):
            yield line, row


def _distance(reader: Reader, comments: Mapping[str, str], given: float | None) -> float:
    text = comments.get("distance_m", "")
    if re.fullmatch(r"\d{1,7}(\.\d+)?", text) and 1 <= float(text) <= 1_000_000:
        return float(text)
    if text:
        reader.error(None, f"distance_m is no number of metres: {text!r}")
    if given is None:
        hint = "begin the file with `# distance_m: 1500`, or give --distance 1500"
        raise _fail(reader, None, "the file does not say how far the race was", hint)
    return given


def _date(text: str) -> datetime.date | None:
    with suppress(ValueError):
        return datetime.date.fromisoformat(text[:10])
    return None


def _rows(reader: Reader, rows: Rows, ground: Ground, known: Known) -> tuple[Entry, ...]:
    line, heading = next(rows, (1, []))
    table = _Table(reader, line, heading, ground, known)
    entries = []
    for at, row in rows:
        entry = table.entry(at, row)
        if entry is not None:
            entries.append(entry)
        if len(reader.problems) >= _MAX_PROBLEMS:
            reader.error(at, f"more than {_MAX_PROBLEMS} problems: those after this line are not listed")
            break
    entries.extend(entry for at, row in rows if (entry := table.entry(at, row)) is not None)
    del reader.problems[_MAX_PROBLEMS + 1 :]
    if not entries:
        raise _fail(reader, None, "the file names no runner")
    return tuple(entries)


class _Column:
    """A split column; equal cells share one split, which makes 50,000 rows quick."""

    def __init__(self, index: int, metres: float) -> None:
        self.index = index
        self.metres = metres
        self.what = f"split at {metres:g} m"
        self.splits: dict[str, Split] = {}


class _Table:
    """The heading, understood; turns rows into entries."""

    def __init__(self, reader: Reader, line: int, heading: Sequence[str], ground: Ground, known: Known) -> None:
        self.reader, self.ground, self.known = reader, ground, known
        self.width = len(heading)
        self.texts: dict[str, int] = {}
        self.results: list[int] = []
        columns: dict[float, _Column] = {}
        for index, title in enumerate(heading):
            self._take(line, index, clean_text(title).lower(), columns)
        if "name" not in self.texts:
            self._no_name(line, heading)
        self.results.sort(key=lambda index: _RESULTS.index(clean_text(heading[index]).lower()))
        self.columns = [columns[metres] for metres in sorted(columns)]
        points = [0.0, *sorted(columns), ground.distance]
        self.fewest = [fewest_seconds(b - a, standing=a == 0) for a, b in pairwise(points)]

    def _take(self, line: int, index: int, title: str, columns: dict[float, _Column]) -> None:
        title = _NAMES.get(title, title)
        if title in _TEXTS:
            self.texts.setdefault(title, index)
        elif title in _RESULTS:
            self.results.append(index)
        elif at := re.fullmatch(r"(\d{1,7}(?:\.\d+)?) ?m?", title):
            metres = float(at[1])
            if abs(metres - self.ground.distance) <= FINISH_TOLERANCE:
                self.at_finish = index
            elif metres in columns:
                self.reader.error(line, f"a second column is headed {title!r}", "take one of the two out")
            elif 0 < metres < self.ground.distance:
                columns[metres] = _Column(index, metres)
            else:
                self.reader.error(line, f"the column {title!r} is not within the race's {self.ground.distance:g} m")
        elif near := did_you_mean(title, (*_TEXTS, *_RESULTS), 0.8):
            self.reader.warn(line, f"the column {title!r} is not read", near)

    at_finish: int | None = None

    def _no_name(self, line: int, heading: Sequence[str]) -> None:
        titles = [clean_text(title)[:40] for title in heading[:12]]
        near = next((title for title in titles if did_you_mean(title.lower(), ("name", "athlete"))), None)
        hint = f"is it {near!r}?" if near else "a plain CSV has a heading with `name` or `athlete`, parted by commas"
        raise _fail(self.reader, line, f"no column is headed 'name' or 'athlete': {', '.join(titles)!r}", hint)

    def entry(self, line: int, row: list[str]) -> Entry | None:
        """One row's entry; None for a row that is left out."""
        if any(map(str.strip, row[self.width :])):
            hint = "put a value with a comma in quotes"
            self.reader.error(line, f"the row has {len(row)} cells under {self.width} headings, and is left out", hint)
            return None
        row = [*row, *[""] * (self.width - len(row))]
        cells = {key: clean_text(row[index]) for key, index in self.texts.items()}
        if not cells["name"]:
            self.reader.error(line, "the row names no runner, and is left out")
            return None
        return self._entry(line, row, cells)

    def _entry(self, line: int, row: Sequence[str], cells: Mapping[str, str]) -> Entry:
        name = cells["name"]
        status, place = self._status(line, name, cells)
        result, named = self._result(line, name, row)
        splits = self._splits(line, name, row, result)
        result, status = self.reader.outcome(line, name, result, status or named, splits, self.ground)
        marks, note, role = _notes(cells.get("notes", ""))
        return Entry(
            name=name,
            nation=cells.get("nation", ""),
            bib=cells.get("bib", ""),
            lane=self._lane(line, name, cells.get("lane", "")),
            club=cells.get("club", ""),
            sex=cells.get("sex", ""),
            marks=marks,
            note=note,
            role=role,
            status=status,
            place=place,
            result=result,
            splits=splits,
            line=line,
        )

    def _status(self, line: int, name: str, cells: Mapping[str, str]) -> tuple[Status | None, int | None]:
        text, place = cells.get("status", "").lower().strip("-–—"), cells.get("place", "").strip("=. ")
        if text not in _STATUSES:
            hint = f"it is one of {', '.join(Status)}"
            self.reader.error(line, f"{name} has the unknown status {text!r}", did_you_mean(text, Status) or hint)
        status = _STATUSES.get(text)
        if place.lower() in _STATUSES:
            return status or _STATUSES[place.lower()], None
        if place.isascii() and place.isdigit() and len(place) < 9 and int(place) >= 1:
            return status, int(place)
        if place not in _BLANK:
            self.reader.error(line, f"{name} has the place {place!r}, which is neither a number nor DNF, DNS or DQ")
        return status, None

    def _lane(self, line: int, name: str, text: str) -> int | None:
        if text in _BLANK:
            return None
        if text.isascii() and text.isdigit() and len(text) < 4 and int(text) >= 1:
            return int(text)
        self.reader.error(line, f"{name} has the lane {text!r}, which is no number from 1")
        return None

    def _result(self, line: int, name: str, row: Sequence[str]) -> tuple[Time | None, Status | None]:
        """The result, by the first result column that has one, else by a split column at the finish."""
        for index in (*self.results, *(() if self.at_finish is None else (self.at_finish,))):
            cell = row[index].strip()
            status = _STATUSES.get(cell.lower())
            if status is not None:
                return None, status
            if cell not in _BLANK:
                return self._time(line, name, "result", cell), None
        return None, None

    def _splits(self, line: int, name: str, row: Sequence[str], result: Time | None) -> tuple[Split, ...]:
        splits: list[Split] = []
        for column in self.columns:
            cell = row[column.index]
            if not cell:
                continue
            split = column.splits.get(cell)
            if split is None:
                split = self._split(line, name, column, cell)
                if split is None:
                    continue
                column.splits[cell] = split
            splits.append(split)
        if not splits or self._plainly_sound(splits, result):
            return tuple(splits)
        kept, dropped = sound_splits(splits, result, self.ground.distance)
        for split, reason in dropped:
            self.reader.error(line, f"{name}'s split at {split.distance:g} m is left out: {split.time.text} {reason}")
        return kept

    def _plainly_sound(self, splits: Sequence[Split], result: Time | None) -> bool:
        """The quick answer for a row with all its splits: no stretch is anywhere near the limit."""
        if len(splits) < len(self.columns):
            return False
        before = 0.0
        for split, fewest in zip(splits, self.fewest, strict=False):
            if split.time.seconds - before < fewest:
                return False
            before = split.time.seconds
        return result is None or result.seconds - before >= self.fewest[-1]

    def _split(self, line: int, name: str, column: _Column, cell: str) -> Split | None:
        text = cell.strip()
        if text in _BLANK:
            return None
        time = self._time(line, name, column.what, text)
        return None if time is None else Split(column.metres, time)

    def _time(self, line: int, name: str, what: str, text: str) -> Time | None:
        digits = text
        try:
            seconds = parse_time(text)  # as nearly always; it lets nothing pass that would have to be cleaned
        except ValueError:
            digits = clean_text(text).rstrip("* ")
            try:
                seconds = parse_time(digits)
            except ValueError as error:
                self.reader.error(line, f"{name}'s {what}: {error}")
                return None
        if seconds <= 0:
            self.reader.error(line, f"{name}'s {what} is not greater than 0: {digits!r}")
            return None
        evidence = Evidence.ESTIMATED if text.endswith("*") else self.known.evidence
        return Time(seconds, evidence, as_clock(digits, seconds), self.known.source)


def _notes(text: str) -> tuple[tuple[str, ...], str, Role | None]:
    """Marks such as `WR PB`, or a note, or a role."""
    if not text:
        return (), "", None
    for role in Role:
        if text.lower() == role:
            return (), "", role
    words = text.split()
    if all(re.fullmatch(r"=?[A-Z]{2,3}", word) for word in words):
        return tuple(words), "", None
    return (), text, Role.PACEMAKER if "pacemaker" in text.lower() else None
