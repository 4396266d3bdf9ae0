"""What one knows before the gun: what is at stake and who runs, by their whole names, while nothing else is to be said.

It stands where the commentary has nothing yet, from the top, and goes row by row as that fills its panel.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from replay.cells.ink import Row, Run
from replay.cells.rows import Lines, fill, row_width
from replay.cells.text import cell_width
from replay.drawing.scene import Scene
from replay.race.bests import best_told
from replay.race.race import Entry, Status
from replay.race.shortnames import role_note
from replay.race.times import format_clock
from replay.race.track import Track

_LEAST = 3
"""Rows from which there is something to show: a heading, one row and a blank one."""
_MARGIN = 2
"""Cells on the left, and between two columns."""
_FEW = 2
"""Runners of whom fewer are no field."""
_BEST, _NATION, _NAME = 3, 2, 0
"""How much is told of a runner: also his best, also whom he runs for and whether he makes the pace, or his name."""
_NAMED = 60
"""Runners of a large field that are looked at, by their bibs."""


def with_before(rows: list[Row], scene: Scene, width: int, *, listed: bool = False) -> list[Row]:
    """The rows of the commentary, and what is known before the race in those of them at the top that are empty.

    Who runs is no part of it where that is `listed` elsewhere.
    """
    blank = fill((), width, scene.look.panel)
    free = next((at for at, row in enumerate(rows) if row != blank), len(rows))
    return [*before_rows(scene, width, free, listed=listed), *rows[free:]] if free >= _LEAST else rows


def before_rows(scene: Scene, width: int, height: int, *, listed: bool = False) -> list[Row]:
    """What is known before the race, in exactly `height` rows of `width` cells, the last of them empty."""
    stakes = _stakes(scene)
    left = max((row_width(line) for line in stakes), default=-_MARGIN) + _MARGIN
    if left > width // 2:  # no room beside it
        left = 0
    look, beside = scene.look, bool(left or not stakes)
    room = height - 1 - (0 if beside else len(stakes))
    field = _field(scene, width - left - 2 * _MARGIN, room) if not listed else []
    if stakes and not any(record.holder for record in scene.race.records):
        alone = _field(scene, width - 2 * _MARGIN, height - 1) if not listed else []
        if _told(alone) > _told(field):  # who runs matters more
            stakes, left, field, beside = [], 0, alone, True
    lines: Lines = []
    if beside:
        for one, other in zip_longest(stakes, field, fillvalue=()):
            lines.append([*fill(one, left, look.panel), *other] if left else [*other])
    else:
        lines = [*stakes, *field]
    rows = [fill([(" " * _MARGIN, look.panel), *line], width, look.panel) for line in lines[: max(height - 1, 0)]]
    return [*rows, *[fill((), width, look.panel)] * (height - len(rows))]


def _stakes(scene: Scene) -> Lines:
    """The records as they stand, each with its holder and year; without any how the race is run."""
    race, look = scene.race, scene.look
    records = [record for record in race.records if record.holder]
    if not records and len(race.entries) > _NAMED:
        return []
    if not records:
        return [[("the race", look.heading)], *([(words, look.panel)] for words in _facts(scene))]
    label = max(cell_width(record.label) for record in records)
    time = max(cell_width(record.time.text) for record in records)
    lines: Lines = [[("at stake", look.heading)]]
    for record in records:
        year = record.date.partition("-")[0]
        by = f"{record.holder}, {year}" if year else record.holder
        lines.append(
            [
                (f"{record.label:{label}}  ", look.muted),
                (f"{record.time.text:>{time}}", look.strong),
                (f"  {by}", look.panel),
            ]
        )
    return lines


def _told(lines: Lines) -> int:
    """How much they tell, in characters."""
    return sum(len(text.strip()) for line in lines for text, _ in line)


def listed_rows(scene: Scene, width: int, height: int, title: str = "the field", *, short: bool = False) -> list[Row]:
    """Who runs, in as few columns as can be, in exactly so many rows and cells; none where not all have room.

    Of each as much is told as fits, but a best of nobody unless of all; and names may be `short` where whole ones have
    no room.
    """
    race, look = scene.race, scene.look
    runners = [at for at in scene.cast.order[:_NAMED] if _starts(race.entries[at])]
    if len(runners) < _FEW or height < _LEAST or len(race.entries) > _NAMED:
        return []
    across = -(-len(runners) // (height - 1))
    wide = (width - 1) // across
    whole = [entry.name for entry in race.entries]
    known = (whole, scene.cast.names) if short else (whole,)
    ways = [(whole, (_BEST,)), *((names, (_NATION, _NAME)) for names in known)]
    told = ([_fitting(at, scene, names, levels, wide) for at in runners] for names, levels in ways)
    cells = next((found for found in told if all(found)), [])
    if not cells:
        return []
    high = -(-len(cells) // across)
    heading = look.heading._replace(bg=look.theme.panel_raised)
    rows = [fill([(f" {title}", heading)], width, heading)]
    for at in range(high):
        row = [run for cell in cells[at::high] for run in fill(cell, wide, look.panel)]
        rows.append(fill([(" ", look.panel), *row], width, look.panel))
    return [*rows, *[fill((), width, look.panel)] * (height - len(rows))]


def _fitting(at: int, scene: Scene, names: Sequence[str], levels: Sequence[int], wide: int) -> list[Run]:
    """As much of a runner as has room in so many cells and a blank; nothing where not even the least has."""
    cells = (_cell(at, scene, much, names) for much in levels)
    return next((cell for cell in cells if row_width(cell) < wide), [])


def _facts(scene: Scene) -> list[str]:
    """What anybody knows of a race from which no records are known, but who runs."""
    race, track = scene.race, scene.track
    if race.duration is not None:
        return [f"{format_clock(race.duration, 0)} to run"]
    facts = [track.label(race.distance)]
    laps = race.distance / (race.course.lap_metres or race.distance)
    if track.counted and laps > 1:
        even = [f"{laps:g} laps"] if (2 * laps).is_integer() else []
        facts.append(", ".join([*even, *([f"the bell at {track.label(track.bell)}"] if track.bell else [])]))
    times = Counter(split.distance for entry in race.entries for split in entry.splits if not split.time.evidence.mark)
    on_the_way = [metres for metres in sorted(times) if metres < race.distance]
    points = [metres for metres in on_the_way if 2 * times[metres] > len(race.entries)]
    if not on_the_way:
        facts.append("timed at the finish only")
    elif points:
        facts.append(f"timed at {_at(points, track)} and the finish")
    else:
        facts.append(f"some timed at {_at(on_the_way, track)}")
    return facts


def _at(points: Sequence[float], track: Track) -> str:
    if len(points) > _POINTS:
        return f"{len(points)} points"
    return ", ".join(track.label(metres) for metres in points)


_POINTS = 4
"""Where times were taken is told one by one up to so many."""


def _field(scene: Scene, width: int, height: int) -> Lines:
    """Who runs, in as many columns as there is room for, from the left, by their bibs; who has no row is counted.

    Of everybody as much is told as lets all be told, or else as many as can be; of thousands all there is.
    """
    race, cast = scene.race, scene.cast
    listed = [at for at in cast.order[:_NAMED] if _starts(race.entries[at])]
    runners = sum(map(_starts, race.entries))
    lettered = cast.code > 1  # of a large field many have the same one
    rows = max(height - 1, 0)
    ways = [[_cell(at, scene, much) for at in listed] for much in (_BEST, _NATION, _NAME)]
    fits = ((cells, columns) for cells in ways if rows * len(columns := _columns(cells, width)) >= runners)
    some = max(ways, key=lambda cells: len(_columns(cells, width))) if lettered else ways[0]
    cells, columns = next(fits, (some, _columns(some, width)))
    across = len(columns)
    if rows * across < runners:
        rows = max(rows - 1, 0)  # the last says how many more there are
    if not across or rows * across < min(len(cells), _FEW):
        return []
    if lettered and 3 * rows * across < len(cells):  # the board has more of them
        return []
    lines: Lines = [[("the field", scene.look.heading)]]
    for at in range(0, min(len(cells), rows * across), across):
        there = zip(cells[at : at + across], columns, strict=False)
        lines.append([run for cell, wide in there for run in fill(cell, min(wide, width), scene.look.panel)])
    if rows * across < runners:
        lines.append([(scene.look.words(f"… {runners - rows * across:,} more"), scene.look.muted)])
    return lines


def _columns(cells: Sequence[Sequence[Run]], width: int) -> list[int]:
    """The widths of as many columns as there is room for, each as wide as it must be, and one at least."""
    wide = [row_width(cell) + _MARGIN for cell in cells]
    ways = ([max(wide[at::across]) for at in range(across)] for across in range(len(wide), 1, -1))
    return next((columns for columns in ways if sum(columns) <= width), wide[:0] if not wide else [max(wide)])


def _starts(entry: Entry) -> bool:
    return not entry.ghost and entry.status is not Status.DNS


def _cell(at: int, scene: Scene, much: int, names: Sequence[str] = ()) -> list[Run]:
    """A whole name, with its letters where these are his own; a nation, and the best time from before the race."""
    look, entry, lettered = scene.look, scene.race.entries[at], scene.cast.code > 1
    cell: list[Run] = [*scene.cast.chip(at)] if lettered else []
    cell.append((f"{' ' if lettered else ''}{names[at] if names else entry.name}", look.panel))
    best = best_told(entry, scene.race.entries)
    words = " ".join(word for word in (entry.runs_for, role_note(entry), best)[:much] if word)
    if words:
        cell.append((f" {words}", look.muted))
    return cell
