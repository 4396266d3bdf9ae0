"""What is written in the follow view: who is who, how far apart they are, and how the race stands."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from replay.cells.apart import apart
from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import Overlay, fill, row_width, spread
from replay.drawing.closeup.called import called_in, name_of
from replay.drawing.closeup.inview import Runner
from replay.drawing.closeup.plan import FORWARD, Plan
from replay.drawing.panels.figures import clock_digits
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.race.race import Race
from replay.race.times import format_clock, format_time_left, format_to_go
from replay.state.timeline import RaceState, Timeline


def names(
    runners: Sequence[Runner],
    shape: Plan,
    cast: Cast,
    look: Look,
    focus: int | None,
    terse: Collection[int] = (),
) -> dict[int, list[Overlay]]:
    """Names in the rows above the track, each over its runner or as near as the others let it.

    Those who follow each other are in different rows: a name keeps its row until its runner passes or is passed.

    Args:
        runners: Who is in view, the furthest ahead first.
        shape: The panel.
        cast: Names, letters and colours.
        look: Inks.
        focus: The chosen entry, if any.
        terse: Who has letters only.
    """
    rails = [[runner for runner in runners if runner.rank % shape.rails == rail] for rail in range(shape.rails)]
    chip = 1 if look.drawn else cast.code  # in plain characters a letter is on everybody's chest
    ahead = 0.5 if look.drawn else FORWARD * shape.scale
    way = _Way(shape.width, chip, 1 if look.drawn else _SPACE, terse, ahead + 0.5)
    called = [_called(mine, cast, way) for mine in rails]
    if chip > 1 and not terse and not all(map(_is_whole, called, rails)):
        # One way for all rows: one letter if so everybody is named.
        short = [_called(mine, cast, way._replace(chip=1)) for mine in rails]
        if all(map(_is_whole, short, rails)):
            chip, called = 1, short
    placed: dict[int, list[Overlay]] = {}
    for rail, (mine, (words, starts)) in enumerate(zip(rails, called, strict=True)):
        shown = mine[: len(words)][::-1]
        row = shape.rail_top + shape.rails - 1 - rail
        placed[row] = [
            piece
            for x, runner, name in zip(starts, shown, words[::-1], strict=True)
            for piece in _on_ground(runner, x, name, cast, _name_ink(look, chosen=runner.entry == focus), chip)
        ]
    return placed


_SPACE = 2
"""Cells between two names of a row, where there is room: the line of one above goes down there."""


class _Way(NamedTuple):
    """How the names of a row are put down."""

    width: int
    """Cells."""
    chip: int
    """Letters before a name."""
    space: int
    """Cells between two, where there is room."""
    terse: Collection[int]
    """Who has letters only."""
    ahead: float
    """Cells from the feet to what a name is over."""


_Called = tuple[list[str], list[int]]
"""The names of a row, the furthest ahead first, and where these begin, from the left."""


def _called(mine: Sequence[Runner], cast: Cast, way: _Way) -> _Called:
    """The names of a row behind their letters, and where they begin."""
    called = called_in(mine, cast, way.width, way.chip, way.terse)
    return called, _starts(mine[: len(called)][::-1], called, cast, way)


def _is_whole(called: _Called, mine: Sequence[Runner]) -> bool:
    """Whether everybody in a row has his name."""
    return len(called[0]) == len(mine) and all(called[0])


def _starts(shown: Sequence[Runner], called: list[str], cast: Cast, way: _Way) -> list[int]:
    """Where the names of a row begin, from the left; beside one who is far off the last give way to letters.

    Args:
        shown: Who is in the row, the furthest back first.
        called: Their names, the furthest ahead first; those that give way are emptied.
        cast: Letters.
        way: How they are put down.
    """
    width, centres = way.width, [runner.half / 2 + way.ahead for runner in shown]
    while True:
        widths = [way.chip + 2 + len(name) if name else cast.code for name in reversed(called)]
        roomy = way.space if sum(widths) + way.space * (len(widths) - 1) <= width else 1
        starts = apart(centres, widths, width, roomy)
        seen = (min(max(x, 0), width) for x in centres)  # who is half out of the picture has his name at its edge
        off = [max(at - x, x - at - wide, 0) for at, wide, x in zip(starts, widths, seen, strict=True)]
        if max(off, default=0) <= _FAR:
            return starts
        worst = off.index(max(off))
        first, end = worst, worst + 1  # those who stand in a row without room between them
        while first and starts[first - 1] + widths[first - 1] + roomy >= starts[first]:
            first -= 1
        while end < len(starts) and starts[end - 1] + widths[end - 1] + roomy >= starts[end]:
            end += 1
        last = next((at for at in range(first, end) if called[len(called) - 1 - at]), None)
        if last is None:
            return starts
        called[len(called) - 1 - last] = ""


_FAR = 3
"""Cells beside a name at which an eye, or a line with a bend, still finds whose it is."""


def _on_ground(runner: Runner, x: int, name: str, cast: Cast, ink: Ink, chip: int = 1) -> list[Overlay]:
    """One letter or three, and a name that is written on grass or track itself."""
    if not name:
        return cast.chip_at(x, runner.entry)
    letters = (cast.tags if chip == 1 else cast.codes)[runner.entry]
    return [(x, letters, cast.chips[runner.entry]), (x + chip + 1, name, ink)]


def _name_ink(look: Look, *, chosen: bool) -> Ink:
    return Ink(look.theme.text, None, bold=chosen, underline=chosen)


def names_of_lanes(
    runners: Sequence[Runner], shape: Plan, cast: Cast, look: Look, focus: int | None
) -> dict[int, list[Overlay]]:
    """Names at the left edge, each in its runner’s lane, where they stay; three letters where a runner is near.

    Of two lanes that share a row the outer one's name stands behind the other.
    """
    taken: dict[int, list[Overlay]] = {}
    for runner in sorted(runners, key=lambda runner: (runner.foot, runner.entry)):
        row = (runner.foot + 1) // 2 - 1
        free = min(
            (other.half // 2 for other in runners if 0 <= other.foot - runner.foot <= 2 * shape.scale), default=0
        )
        x = max((at + len(text) + 1 for at, text, _ in taken.get(row, ())), default=1)
        room, name = free - shape.scale // 2 - 3 - x, name_of(cast, runner)
        if room < cast.code:
            continue
        name = name if len(name) <= room else ""
        ink = _name_ink(look, chosen=runner.entry == focus)
        taken[row] = [*taken.get(row, ()), *_on_ground(runner, x, name, cast, ink)]
    return taken


# The line on top


def headline(
    timeline: Timeline, state: RaceState, cast: Cast, look: Look, width: int, named: Collection[int] = ()
) -> Row:
    """The clock, how far it is, where on the track that is, and who leads; `named` have names in view."""
    left: list[Run] = [(f" {_clock(state, timeline)} ", look.accent), (" ", look.panel)]
    left += _progress(state, timeline, look)
    right = _leading(state, cast, look, named)
    over = state.standings and state.standings[0].status == "finished"
    part = "" if over else timeline.track.stretch(state.leader_distance)
    if part and row_width(left) + row_width(right) + len(part) + 5 <= width:
        left.append((f"  {part}", look.muted))
    if row_width(left) + row_width(right) + 1 > width:
        right = right[:2]
    if row_width(left) + row_width(right) + 1 > width:
        return fill(left, width, look.panel)
    return spread(left, right, width, look.panel)


def _clock(state: RaceState, timeline: Timeline) -> str:
    """The clock; it stands at the winner's time, if that is known."""
    race = timeline.race
    first = state.standings[0] if state.standings else None
    result = race.entries[first.entry].result if first is not None and first.status == "finished" else None
    if result is not None and result.text:
        return result.evidence.mark + result.text
    return format_clock(state.time, clock_digits(timeline.track))


def _progress(state: RaceState, timeline: Timeline, look: Look) -> list[Run]:
    track = timeline.track
    if state.standings and state.standings[0].status == "finished":
        return [("FINISH", look.strong)]
    togo = format_to_go(state.leader_distance, track.distance, unit=timeline.race.course.unit)
    duration = timeline.race.duration
    if duration is not None:
        return [(format_time_left(duration - state.time), look.strong)]
    if not track.counted:
        return [(togo, look.strong)]
    if state.laps_to_go == 1:  # the title says so
        return [(togo, look.strong)]
    return [(f"lap {state.lap}/{len(track.laps)}", look.strong), (f"  {togo}", look.panel)]


def _leading(state: RaceState, cast: Cast, look: Look, named: Collection[int]) -> list[Run]:
    """Who leads whom, by their letters where both have their names above their heads; or who has won.

    By how much is said by the leaderboard, in seconds, and by the ruler below the track, in metres.
    """
    first = [runner for runner in state.standings[:2] if runner.place is not None and state.time > 0]
    home = bool(first) and first[0].status == "finished"
    lettered = len(first) == 2 and not home and all(runner.entry in named for runner in first)
    called = [
        [(cast.codes[at], cast.chips[at]), (" " if lettered else f" {cast.names[at]} ", look.strong)]
        for at in (runner.entry for runner in first)
    ]
    if home and len(first) > 1 and (first[1].status, first[1].place) == ("finished", first[0].place):
        return [*called[0], ("and ", look.muted), *called[1], ("win ", look.muted)]
    if home or len(first) < 2:
        return [*called[0], ("wins " if home else "leads ", look.muted)] if called else []
    if (first[1].gap or 0.0) < _LEVEL:
        return [*called[0], ("and ", look.muted), *called[1], ("level ", look.muted)]
    return [*called[0], ("leads ", look.muted), *called[1]]


_LEVEL = 0.05
"""Seconds between two who are said to be level."""


def home_digits(race: Race, entry: int) -> int:
    """Digits of a finisher's seconds behind the winner: as many as his result is printed with."""
    result = race.entries[entry].result
    if result is None or not result.text:
        return 2
    return min(len(result.text.partition(".")[2]), 3)
