"""Races built by hand, for tests."""

import csv
from pathlib import Path
from typing import Any

import pytest

from replay.race.race import Course, Entry, Evidence, Race, Split, Status, Time
from replay.race.times import parse_time

SHARED = Path(__file__).parents[2] / "shared"


def time(value: float | str, evidence: Evidence = Evidence.MEASURED, **more: Any) -> Time:  # noqa: ANN401
    """A time from seconds or text."""
    seconds = parse_time(value) if isinstance(value, str) else value
    return Time(seconds, evidence, value if isinstance(value, str) else "", **more)


def splits(times: dict[float, float | str], evidence: Evidence = Evidence.MEASURED) -> tuple[Split, ...]:
    """Splits from times by distance."""
    return tuple(Split(distance, time(value, evidence)) for distance, value in sorted(times.items()))


def entry(
    name: str,
    result: float | str | None = None,
    at: dict[float, float | str] | None = None,
    *,
    evidence: Evidence = Evidence.MEASURED,
    status: Status | None = None,
    **more: Any,  # noqa: ANN401
) -> Entry:
    """A runner: finished when there is a result, else of unknown fate, unless `status` says more."""
    return Entry(
        name=name,
        result=time(result, evidence) if result is not None else None,
        splits=splits(at or {}, evidence),
        status=status or (Status.FINISHED if result is not None else Status.UNKNOWN),
        **more,
    )


def race(*entries: Entry, distance: float = 1500.0, course: Course | None = None, **more: Any) -> Race:  # noqa: ANN401
    """A race of 1500 m on a standard track."""
    return Race(id="test", title="Test", distance=distance, entries=entries, course=course or Course(), **more)


def london() -> Race:
    """The mile of London 2026, from its official splits every 100 m; skips where they are absent."""
    path = SHARED / "data" / "splits" / "dl-2026-london_mile-men.csv"
    if not path.exists():
        pytest.skip("the official splits are not here")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    entries = []
    for row in csv.DictReader(lines):
        at = {float(key): float(value) for key, value in row.items() if key.isdigit() and value}
        finished = row["status"] == "finished"
        entries.append(
            entry(
                row["name"],
                float(row["result_s"]) if finished else None,
                {float(key): value for key, value in at.items()},
                status=Status.FINISHED if finished else Status.DNF,
                place=int(row["place"]) if row["place"] else None,
            )
        )
    return race(*entries, distance=1609.344)
