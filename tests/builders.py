"""Races built by hand, for tests."""

from typing import Any

from replay.files.formats import read_race
from replay.files.library import shipped_folder
from replay.race.race import Course, Entry, Evidence, Race, Split, Status, Time
from replay.race.times import parse_time


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


def official(race_id: str) -> Race:
    """A shipped race of which there are official splits, with these and the results and nothing else."""
    shipped, _ = read_race(shipped_folder() / f"{race_id}.yaml")
    entries = (
        entry(
            runner.name,
            runner.result.seconds if runner.result is not None else None,
            {split.distance: split.time.seconds for split in runner.splits if split.margin is None},
            status=runner.status,
            place=runner.place,
        )
        for runner in shipped.entries
    )
    return race(*entries, distance=shipped.distance)


def london() -> Race:
    """The mile of London 2026, from its official splits every 100 m."""
    return official("london-mile-2026")
