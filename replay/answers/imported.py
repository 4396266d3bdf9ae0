"""What was understood of a file, as text: what is shown before it is trusted."""

from collections.abc import Iterable, Iterator

from replay.files.source import Reading
from replay.files.understood import Column, Understood
from replay.race.problems import Problem, told
from replay.race.race import Race
from replay.race.teams import is_relay
from replay.race.times import format_distance, format_time


def understood_text(reading: Reading) -> str:
    """What a file was taken for: the race, each column, what was assumed, repaired, left out, and is to be asked."""
    return "\n".join(_lines(reading.understood, reading.problems, "teams" if _is_relay(reading.race) else "runners"))


def _is_relay(race: Race | None) -> bool:
    return race is not None and is_relay(race)


def _lines(found: Understood, problems: tuple[Problem, ...], who: str) -> Iterator[str]:
    yield f"format    {found.format or 'not read'}"
    yield f"title     {found.title or '-'}"
    if found.event and found.event != found.title:
        yield f"event     {found.event}"
    if found.distance is not None:
        yield f"distance  {format_distance(found.distance)} (from {found.distance_from or 'the file'})"
    if found.duration is not None:
        yield f"duration  {format_time(found.duration, 0)}: a race for distance"
    yield f"{who:10}{found.runners:,}"
    yield from _listed("splits", [found.counting] if found.counting else [])
    yield from _listed("clock", [found.clock] if found.clock else [])
    yield from _listed("columns", [_column(column) for column in found.columns])
    yield from _listed("assumed", found.assumed)
    yield from _listed("repaired", found.repaired)
    yield from _listed("left out", found.left_out)
    asked = (f"{question.text} {question.option} {question.suggestion}" for question in found.questions)
    yield from _listed("asked", [text.rstrip() for text in asked])
    said = {*found.assumed, *(f"left out: {one}" for one in found.left_out)}
    yield from told(problem for problem in problems if problem.message not in said)


def _listed(title: str, items: Iterable[object]) -> Iterator[str]:
    """Lines of one kind, the first with its title."""
    for number, item in enumerate(items):
        yield f"{'' if number else title:10}{item}"


def _column(column: Column) -> str:
    why = f"  ({column.why})" if column.why else ""
    return f"{column.title!r} -> {column.meaning or 'not read'}{why}"
