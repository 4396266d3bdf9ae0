"""Lights that run along the rail at an even pace: for a record, an earlier winning time, or a target of one's own.

They are what track meetings show beside the runners: the lights leave the start line with the gun and run at one speed
all the way, without a start from rest, so that they come home at exactly their time. Real lights may be set to any
pacing plan; ours are always even, and the screen says so. Only what was known before the race is shown.
"""

from collections.abc import Iterable
from typing import NamedTuple

from replay.race.race import Race, Status
from replay.race.times import format_apart, parse_time

_COMMON = frozenset({"World", "Meeting", "Championship", "National", "Stadium", "Course", "Area"})
"""First words of a label that lose their capital inside a sentence."""


class PaceLight(NamedTuple):
    """A light that needs so many seconds for the distance."""

    label: str
    """What the time is, as it stands in a sentence: `world record`, `2023 winning time`."""
    seconds: float
    """For the whole distance, greater than 0."""
    digits: str
    """The time as it was given."""
    holder: str = ""

    def distance_at(self, t: float, distance: float) -> float:
        """Metres along at `t` seconds from the gun, in a race of so many metres: the same for every second."""
        return distance * min(max(t, 0.0) / self.seconds, 1.0)


def lights_of(race: Race, earlier: Iterable[PaceLight] = ()) -> tuple[PaceLight, ...]:
    """The lights there are for a race: its records, a world record or best first, then the `earlier` ones given.

    Of several with one time the first is kept. A record whose time is doubtful or was worked out has no light.
    """
    records = [
        PaceLight(inside(record.label), record.time.seconds, record.time.text, record.holder)
        for record in sorted(race.records, key=lambda record: not record.label.lower().startswith("world"))
        if not record.time.doubtful and record.time.text and record.time.seconds > 0
    ]
    lights: dict[float, PaceLight] = {}
    for light in (*records, *earlier):
        lights.setdefault(light.seconds, light)
    return tuple(lights.values())


def target(text: str) -> PaceLight:
    """The light for a time of one's own: `3:45` or `1:59:59`.

    Raises:
        ValueError: It is no time, or no time at all.
    """
    seconds = parse_time(text)
    if not seconds:
        raise ValueError("nobody runs that fast: give a time for the whole distance, such as 3:45")
    return PaceLight("target", seconds, text.strip())


def earlier_winners(race: Race, others: Iterable[Race]) -> tuple[PaceLight, ...]:
    """The winning times of the same race in the years before, of `others`, the latest first.

    The same race has the same title and meeting, over the same distance on the same kind of course.
    """
    found: list[tuple[int, PaceLight]] = []
    for other in others:
        if race.date is None or other.date is None or other.date.year >= race.date.year or not _alike(race, other):
            continue
        won = [
            (entry.result.seconds, entry.name, entry.result)
            for entry in other.entries
            if entry.status is Status.FINISHED and entry.competes and entry.result is not None and entry.result.text
        ]
        if won:
            _, name, time = min(won, key=lambda winner: winner[:2])
            label = f"{other.date.year} winning time"
            found.append((other.date.year, PaceLight(label, time.seconds, time.text, name)))
    return tuple(light for _, light in sorted(found, key=lambda pair: -pair[0]))


def _alike(race: Race, other: Race) -> bool:
    """The same race of a meeting; what stands after a comma (`, Diamond League final`) changes with the years."""

    def known_by(one: Race) -> tuple[object, ...]:
        return one.title.casefold(), one.meeting.split(",")[0].casefold(), one.distance, one.course.surface

    return known_by(race) == known_by(other)


def inside(label: str) -> str:
    """A label as it stands inside a sentence: `World record` loses its capital, `European record` keeps it."""
    first = label.split(" ", 1)[0]
    return label[:1].lower() + label[1:] if first in _COMMON else label


class Standing(NamedTuple):
    """How a runner stands to a light: metres on the way, seconds once both are home."""

    light: PaceLight
    metres: float | None
    """Ahead of the light where positive; None once the runner is home."""
    seconds: float | None
    """Slower than the light's time where positive; None until the runner is home."""
    estimated: bool
    """Whether where the runner is, or the time, was worked out."""


def standing(
    light: PaceLight, t: float, run: float, distance: float, result: float | None, estimated: bool = False
) -> Standing:
    """How somebody stands to a light.

    Args:
        light: The light.
        t: Seconds from the gun.
        run: Metres the runner has run.
        distance: Metres of the race.
        result: The runner's time in seconds, once home.
        estimated: Whether `run`, or the result, was worked out.
    """
    if result is not None:
        return Standing(light, None, round(result - light.seconds, 9), estimated)
    return Standing(light, run - light.distance_at(t, distance), None, estimated)


def told(standing: Standing, name: str) -> tuple[str, ...]:
    """A line about it in several lengths, the longest first: `3.1 m ahead of world record 3:43.13, even`."""
    light, sign = standing.light, "~" if standing.estimated else ""
    if standing.metres is None:
        off = standing.seconds or 0.0
        exact = sign + format_apart(abs(off), 2)
        side = "outside" if off > 0 else "inside"
        if not round(off, 2):
            return f"{name} level with the {light.label}, {light.digits}", f"level with {light.digits}"
        return (
            f"{name} {exact} {side} the {light.label}, {light.digits}",
            f"{exact} {side} {light.digits}",
            f"{sign}{'+' if off > 0 else '-'}{format_apart(abs(off), 2)}",
        )
    far = f"{abs(standing.metres):.1f} m"
    where = f"{sign}{far} {'ahead of' if standing.metres > 0 else 'behind'}" if far != "0.0 m" else "level with"
    return (
        f"{name} {where} the {light.label}, {light.digits} at an even pace",
        f"{name} {where} {light.label} {light.digits}, even pace",
        f"{where} {light.label} {light.digits}, even",
        f"{where} an even {light.digits}",
        f"{sign}{far} {'up' if standing.metres > 0 else 'down'}, even {light.digits}",
    )
