"""What records ask for: where an even pace passes each mark, shown before the chart of gaps has anything to say.

At the gun all are level, and a chart would be an empty box. What one may know beforehand stands in its place: the time
of each lap on the way to a record, as television has it; who runs stands on the board. Without records the chart itself
stands there as soon as anybody has run.
"""

from collections.abc import Iterable, Sequence

from replay.cells.ink import Ink, Row
from replay.cells.rows import Lines, fill
from replay.cells.text import cell_width
from replay.drawing.theme.look import Look
from replay.race.pacelights import PaceLight, lights_of
from replay.race.race import Race
from replay.race.times import format_distance, format_time

_APART = 2
"""Cells between two columns."""
_LEAST = 2
"""Rows of times from which there is anything to show."""


def paces(race: Race) -> bool:
    """Whether there is a record to have an even pace for."""
    return race.duration is None and bool(lights_of(race))


def schedule_rows(race: Race, marks: Iterable[tuple[float, str]], look: Look, width: int, height: int) -> list[Row]:
    """The even pace of as many records as there is room for, in exactly `height` rows of `width` cells.

    Args:
        race: Its records and its distance.
        marks: Metres and label of laps and the bell.
        look: Inks.
        width: Cells.
        height: Rows.
    """
    blank = fill((), width, look.panel)
    ways = [(metres, label) for metres, label in marks if metres < race.distance]
    ways.append((race.distance, "finish"))
    named = [(format_distance(round(metres)), label) for metres, label in ways]
    far, wide = (max(cell_width(words[at]) for words in named) for at in (0, 1))
    left = width - far - wide - 5  # a blank at both edges
    lights = _that_fit(lights_of(race), left)
    lines: Lines = []
    heading = " even pace for a record"
    if lights:
        heads = "".join(f"{light.label:>{_width(light)}}" for light in lights)
        lines = [[(f"{'':{far + wide + 4}}{heads}", look.muted)]]
    elif paces(race):  # one alone, whose name has no room above its times
        first = lights_of(race)[0]
        heading = f" {first.label} pace"
        lights = _that_fit([first._replace(label="")], left) if cell_width(heading) < width else []
    room = height - 1 - len(lines)
    if not lights or not paces(race) or room < _LEAST:
        return [blank] * height
    title = Ink(fg=look.theme.muted, bg=look.theme.panel_raised)
    rows = list(zip(ways, named, strict=True))
    for (metres, _), (where, label) in (rows[at] for at in _spread(len(rows), room)):
        last = metres == race.distance
        times = "".join(f"{_time(light, metres, race):>{_width(light)}}" for light in lights)
        lines.append(
            [
                (f" {where:>{far}}  ", look.panel),
                (f"{label:{wide}} ", look.muted),
                (times, look.strong if last else look.panel),
            ]
        )
    shown = [
        fill([(heading, title)], width, title),
        *(fill(line, width, look.panel) for line in lines),
    ]
    return [*shown, *[blank] * (height - len(shown))]


def _spread(count: int, room: int) -> Sequence[int]:
    """As many of so many marks as have room, the first and the last among them, and as evenly as can be."""
    return range(count) if count <= room else [round(at * (count - 1) / (room - 1)) for at in range(room)]


def _that_fit(lights: Sequence[PaceLight], room: int) -> list[PaceLight]:
    found: list[PaceLight] = []
    for light in lights:
        room -= _width(light)
        if room < 0:
            break
        found.append(light)
    return found


def _width(light: PaceLight) -> int:
    return max(cell_width(light.label), len(light.digits)) + _APART


def _time(light: PaceLight, metres: float, race: Race) -> str:
    """The record itself as it is written; what an even pace makes of it, to a tenth."""
    if metres == race.distance:
        return light.digits
    return format_time(light.seconds * metres / race.distance, 1 if race.distance < _LONG else 0)


_LONG = 20_000
"""Metres from which nobody counts tenths."""
