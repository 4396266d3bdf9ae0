"""A race in numbers: its splits as a table, and all that is known of it as JSON, with where everybody is."""

import csv
import io
import json
import math
from collections.abc import Iterator

from replay.answers.shown import show_answer, with_finish
from replay.answers.spoken import calls_answer
from replay.answers.values import Answer, number
from replay.export.take import Progress, Take
from replay.files.table.values.guarded import guarded
from replay.files.writing import clock_words
from replay.race.race import Clock, Evidence, Time
from replay.race.times import format_time

COLUMNS = (
    "place", "name", "nation", "bib", "status", "distance_m", "time", "time_s", "evidence", "range_m",
    "doubtful", "source", "start", "race", "meeting", "date", "track",
)  # fmt: skip
STEPS = 1, 2, 5, 10, 30, 60, 300, 600
"""Seconds between two points of the grid, of which the shortest is taken that does not make it too large."""
LARGEST = 1_000_000
"""Positions in a grid, at most."""


def splits_csv(take: Take, progress: Progress) -> bytes:
    """The splits as a table of text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if take.timeline.race.what_if:
        out.write(f"# what if: {'; '.join(take.timeline.race.what_if)}\n")
    if take.timeline.race.duration is not None:
        out.write(f"# duration: {format_time(take.timeline.race.duration, 0)}\n")
    writer.writerow(COLUMNS)
    for row in split_rows(take):
        writer.writerow([guarded(value) if isinstance(value, str) else value for value in row])
    return out.getvalue().encode()


def split_rows(take: Take) -> Iterator[list[str | float | bool | None]]:
    """A row for each time of each runner, the finish among them; who has no time has a row without one.

    Each says what race it is of: tables of several are laid together.
    """
    race = take.timeline.race
    day = race.date.isoformat() if race.date is not None else ""
    of_race = race.title, race.meeting, day, race.course.surface.value
    for entry, told in zip(race.entries, show_answer(race)["entries"], strict=True):
        start = clock_words(entry.start) if race.clock is Clock.NET else ""  # else times are from the gun
        who = told["place"], told["name"], told["nation"], entry.bib, told["status"]
        clocks = [_clock(split.time) for split in with_finish(entry, race)]
        for split, clock in zip(told["splits"] or [{}], clocks or [""], strict=True):
            rest = (split.get(key) for key in ("evidence", "range", "doubtful", "source"))
            yield [*who, split.get("distance"), clock, split.get("time"), *rest, start, *of_race]


def _clock(time: Time) -> str:
    """A time with the digits it was given: hand times have one, others three; what is worked out has two."""
    given = len(time.text.replace(",", ".").partition(".")[2]) if time.text else _DIGITS
    digits = _DIGITS if time.evidence is Evidence.ESTIMATED else min(given, 3)
    return time.evidence.mark + format_time(time.seconds, digits)


_DIGITS = 2


def race_json(take: Take, progress: Progress) -> bytes:
    """What `show` and `calls` answer, and everybody's metres on a grid of time."""
    answer = show_answer(take.timeline.race)
    answer["calls"] = calls_answer(take.calls)
    answer["positions"] = positions(take, progress)
    return (json.dumps(answer, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode()


def positions(take: Take, progress: Progress) -> Answer:
    """Everybody's metres, to a centimetre, on a grid of a second, or more for a large field.

    Between two splits they are worked out. `runners` are in the order of the entries; null is not known to be anywhere.
    """
    film, motion, entries = take.film, take.timeline.motion, take.timeline.race.entries
    length = film.end - film.start
    step = next((step for step in STEPS if len(entries) * length / step <= LARGEST), STEPS[-1])
    times = [film.start + step * at for at in range(math.floor(length / step + 1e-9) + 1)]
    columns = []
    for done, t in enumerate(times, 1):
        columns.append([_metres(metres) for metres in motion.distances_at(t)])
        progress(done / len(times))
    names = [entry.name for entry in entries]
    runners = [
        {"name": name, "distances": list(row)} for name, row in zip(names, zip(*columns, strict=True), strict=True)
    ]
    return {"step": step, "from": number(film.start), "times": [number(t) for t in times], "runners": runners}


def _metres(value: float) -> float | None:
    return None if math.isnan(value) else round(float(value), 2)
