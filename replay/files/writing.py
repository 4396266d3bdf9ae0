"""A race written down: as the plain CSV that every command reads, or as a race file to go on with by hand."""

import csv
import io
import json
from collections.abc import Iterator

from replay.files.table.kinds.distances import ON_TRACK
from replay.files.table.values.guarded import guarded
from replay.race.clocks import by_clock, clocks_of, placed_by_clock
from replay.race.events import ROAD_FROM, event_in, is_on_road, relay_legs
from replay.race.legs import is_even
from replay.race.order import lapped_text, laps_down
from replay.race.race import Clock, CourseLine, Entry, Evidence, Race, Split, Status, Surface, Time
from replay.race.times import format_exact, with_minutes

_COLUMNS = (
    "name",
    "nation",
    "bib",
    "club",
    "sex",
    "category",
    "marks",
    "role",
    "note",
    "lane",
    "status",
    "place",
    "start",
)
_TEXTS = 9
"""Of these, the first, which may be any text."""


def race_text(race: Race, ending: str, course: str = "") -> str:
    """The text of a race for a file of this ending: `.csv` has results and splits, `.yaml` more of what is known.

    Args:
        race: The race.
        ending: Of the file.
        course: The name of the file beside it that has the line of its course; a table names none.

    Raises:
        ValueError: Races are not written to such a file; the message says to which.
    """
    match ending.lower():
        case ".csv":
            return _csv(race)
        case ".yaml" | ".yml":
            return _yaml(race, course)
        case other:
            raise ValueError(f"races are written as .yaml or .csv, not as {other or 'a file without an ending'!r}")


def _metres(metres: float) -> str:
    """A distance to the millimetre."""
    return f"{metres:.3f}".rstrip("0").rstrip(".")


def clock_words(seconds: float | None) -> str:
    """Seconds with minutes, for a column of plain numbers headed `start` would be taken for bibs; empty for None."""
    return with_minutes(format_exact(seconds)) if seconds is not None else ""


def _mark(metres: float) -> str:
    """The heading of times at a distance: `13.087` could be thirteen kilometres."""
    written = _metres(metres)
    return f"{written}0" if len(written.partition(".")[2]) == 3 else written


def _time(time: Time | None) -> str:
    """A time as it was given, with `~` before one that was given as an estimate."""
    return "" if time is None else f"{time.evidence.mark}{time.text or format_exact(time.seconds)}"


def _claimed(time: Time, known: Evidence) -> str:
    """A time for a race file all of whose times are known so; one that is known otherwise, or is doubted, says so."""
    said = [f"evidence: {time.evidence}"] if time.evidence not in (known, Evidence.ESTIMATED) else []
    said += ["doubtful: true"] if time.doubtful else []
    return f"{{{', '.join((f'time: {_time(time)}', *said))}}}" if said else _time(time)


def _evidence(race: Race, *, weakest: bool = False) -> Evidence:
    """How most times of a race are known, or the weakest of them is: estimates say so themselves.

    Of a race that was never run every time is worked out.
    """
    if race.what_if:
        return Evidence.ESTIMATED
    times = [split.time for entry in race.entries for split in _known(entry, race)]
    times += [entry.result for entry in race.entries if entry.result is not None]
    known: list[Evidence] = [time.evidence for time in times if time.evidence is not Evidence.ESTIMATED]
    if not known:
        return race.evidence
    return max(known, key=lambda one: one.weakness) if weakest else max(Evidence, key=known.count)


def _known(entry: Entry, race: Race) -> list[Split]:
    """The times on the way that were given; in a race for distance that at the end too, where it is not the clock's."""
    known = [split for split in entry.splits if split.time.evidence is not Evidence.ESTIMATED or split.margin is None]
    end = entry.arrival
    if race.duration is None or end is None or end.margin is not None:
        return known
    clocked = end.time.seconds == race.duration and end.time.evidence is not Evidence.ESTIMATED
    return known if clocked else [*known, end]


def _distances(race: Race) -> list[float]:
    return sorted({split.distance for entry in race.entries for split in _known(entry, race)})


def _csv(race: Race) -> str:
    told, race = race, by_clock(race, Clock.NET)  # as a table with starts is read
    handicap = race is not told and placed_by_clock(race) is not race
    out = io.StringIO()
    for key, text in _head(race):
        out.write(f"# {key}: {text}\n")
    marks = _distances(race)
    rows = [(*map(guarded, cells[:_TEXTS]), *cells[_TEXTS:]) for cells in map(_cells, race.entries)]
    members = max((len(entry.legs) for entry in race.entries), default=0)
    apart = len(clocks_of(race)) > 1
    used = [
        at
        for at, name in enumerate(_COLUMNS)
        if name == "name" or (any(row[at] for row in rows) and (name != "start" or apart))
    ]
    writer = csv.writer(out, lineterminator="\n")
    last = "finish" if race.duration is None else "distance"
    runners = _runners(race, members)
    titles = [_HANDICAP if handicap and _COLUMNS[at] == "start" else _COLUMNS[at] for at in used]
    clock = ["gun time"] if handicap else []
    writer.writerow([*titles, *runners, *map(_mark, marks), *clock, last])
    for entry, by_gun, row in zip(race.entries, told.entries, rows, strict=True):
        clock = [_time(by_gun.result)] if handicap else []
        times = {split.distance: _time(split.time) for split in _known(entry, race)}
        names = [guarded(leg.name) for leg in entry.legs] + [""] * (members - len(entry.legs))
        writer.writerow(
            [*(row[at] for at in used), *names, *(times.get(mark, "") for mark in marks), *clock, _end(entry)]
        )
    return out.getvalue()


_HANDICAP = "handicap"
"""How starts are headed whose places are in the order of arrival."""


def _runners(race: Race, members: int) -> list[str]:
    """The headings of a relay's runners; where their legs are not of one length, each says where it begins."""
    titles = [f"runner {number}" for number in range(1, members + 1)]
    team = next((entry for entry in race.entries if len(entry.legs) == members), None)
    if team is None or is_even(team.legs, race.distance):
        return titles
    return [f"{title} ({_metres(leg.start)} m)" for title, leg in zip(titles, team.legs, strict=True)]


def _end(entry: Entry) -> str:
    """The result; of a race for distance how far."""
    if entry.result is None and entry.arrival is not None and entry.arrival.margin is None and not laps_down(entry):
        return _ran(entry.arrival.distance)
    return _time(entry.result) or lapped_text(entry)


def _ran(metres: float) -> str:
    return f"{_metres(metres)} m"


def _head(race: Race) -> list[tuple[str, str]]:
    far = (
        ("distance_m", f"{_metres(race.distance)}")
        if race.duration is None
        else ("duration", format_exact(race.duration))
    )
    found = [far, ("title", race.title)]
    course = race.course
    lap = f", {_metres(course.lap)} m" if course.lap is not None else ""
    found += [("track", f"{course.surface.value}{lap}")] if lap or course.surface is not _guessed(race) else []
    found += [("event", race.event)] if race.event else []
    found += [("meeting", race.meeting)] if race.meeting else []
    found += [("venue", str(race.venue))] if str(race.venue) else []
    found += [("date", race.date.isoformat())] if race.date else []
    known = _evidence(race, weakest=True)
    found += [("evidence", str(known))] if known is not Evidence.MEASURED else []
    return [(key, " ".join(text.split())) for key, text in found]


def _guessed(race: Race) -> Surface:
    """What a table that does not say is taken to be run on."""
    on_road = is_on_road(race.distance, len(race.entries)) if race.duration is None else race.duration > ON_TRACK
    return Surface.ROAD if on_road else Surface.OUTDOOR


def _cells(entry: Entry) -> tuple[str, ...]:
    status = "" if entry.status in (Status.FINISHED, Status.UNKNOWN) else entry.status.name
    if entry.status is Status.FINISHED and not _end(entry):
        status = Status.FINISHED.value
    lane = str(entry.lane) if entry.lane is not None else ""
    place = str(entry.place) if entry.place is not None else ""
    start = clock_words(entry.start)
    marks, role = " ".join(entry.marks), str(entry.role or "")
    who = (entry.name, entry.nation, entry.bib, entry.club, entry.sex, entry.category)
    note = "" if laps_down(entry) else entry.note
    return *who, marks, role, note, lane, status, place, start


def _yaml(race: Race, course: str) -> str:
    lines = [f"race: {_quoted(race.title)}"]
    lines += [f"event: {_quoted(race.event)}"] if race.event else []
    lines += [f"meeting: {_quoted(race.meeting)}"] if race.meeting else []
    lines += [f"date: {race.date.isoformat()}"] if race.date else []
    venue = {"stadium": race.venue.stadium, "city": race.venue.city, "country": race.venue.country}
    told = [f"{key}: {_quoted(text)}" for key, text in venue.items() if text]
    lines += [f"venue: {{{', '.join(told)}}}"] if told else []
    far = f"distance: {_metres(race.distance)}" if race.duration is None else f"duration: {format_exact(race.duration)}"
    lines.append(far)
    surface, lap = race.course.surface, race.course.lap
    if lap is not None:
        lines.append(f"track: {{surface: {surface.value}, lap: {_metres(lap)}}}")
    elif surface is not Surface.OUTDOOR or race.distance >= ROAD_FROM:
        lines.append(f"track: {surface.value}")
    lines += [f"course: {_quoted(course)}"] if course else []
    lines += [f"clock: {race.clock}"] if race.clock is not Clock.GUN else []
    known = _evidence(race)
    lines += [f"evidence: {known}", "entries:"]
    lines += [f"  - {{{', '.join(_fields(entry, race, known))}}}" for entry in race.entries]
    return "\n".join(lines) + "\n"


_DEGREE = 111_319.491
"""Metres of a degree on the equator (WGS 84), where a course is laid whose place on earth is not kept."""


def course_text(line: CourseLine) -> str:
    """The line of a course as GPX: its shape and heights, laid beside the equator's first metre."""
    heights = line.heights or (None,) * len(line.points)
    points = "".join(
        f'<trkpt lat="{north / _DEGREE:.8f}" lon="{east / _DEGREE:.8f}">'
        + (f"<ele>{height:.1f}</ele>" if height is not None else "")
        + "</trkpt>\n"
        for (east, north), height in zip(line.points, heights, strict=True)
    )
    head = '<gpx version="1.1" creator="race-replay" xmlns="http://www.topografix.com/GPX/1/1">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}<trk><trkseg>\n{points}</trkseg></trk></gpx>\n'


def _legs(entry: Entry, race: Race) -> Iterator[str]:
    """Who runs which leg, and where it begins unless all are of one length."""
    even = is_even(entry.legs, race.distance) and relay_legs(event_in(race.title) or race.title) in (1, len(entry.legs))
    for leg in entry.legs:
        yield _quoted(leg.name) if even else f"{{name: {_quoted(leg.name)}, start: {_metres(leg.start)}}}"


def _fields(entry: Entry, race: Race, known: Evidence) -> list[str]:
    """An entry's keys and values, of its splits those that are known; of a race that was never run every one."""
    cells = dict(zip(_COLUMNS, _cells(entry), strict=True))
    plain = {key: cells.pop(key) for key in ("role", "lane", "status", "place", "start")}
    del cells["marks"], cells["note"]
    found = [f"{key}: {_quoted(text)}" for key, text in cells.items() if text]
    found += [f"short: {_quoted(entry.short)}"] if entry.short else []
    for key, marks in (("marks", entry.marks), ("pending", entry.pending)):
        found += [f"{key}: [{', '.join(map(_quoted, marks))}]"] if marks else []
    bests = (("pb", entry.pb), ("sb", entry.sb))
    found += [f"{key}: {_claimed(best, known)}" for key, best in bests if best is not None]
    found += [f"{key}: {text}" for key, text in plain.items() if text]
    found += [f"result: {_claimed(entry.result, known)}"] if entry.result is not None else []
    if entry.result is None and _end(entry):
        found.append(f"{'result' if laps_down(entry) else 'distance'}: {_end(entry)}")
    found += [f"note: {_quoted(entry.note)}"] if entry.note and not laps_down(entry) else []
    found += [f"legs: [{', '.join(_legs(entry, race))}]"] if entry.legs else []
    told = entry.splits if race.what_if else _known(entry, race)
    splits = ", ".join(f"{_metres(split.distance)}: {_claimed(split.time, known)}" for split in told)
    return [*found, f"splits: {{{splits}}}"] if splits else found


def _quoted(text: str) -> str:
    """A scalar that YAML reads as this text, whatever is in it: JSON's strings are among its own."""
    return json.dumps(text, ensure_ascii=False)
