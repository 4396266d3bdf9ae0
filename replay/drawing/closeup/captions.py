"""What is written in the follow view: who is who, how far apart they are, and how the race stands."""

import math
from collections.abc import Collection, Sequence

from replay.cells.apart import apart, widths_at
from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import Overlay, fill, over, row_width, spread
from replay.drawing.closeup.called import called_in, name_of
from replay.drawing.closeup.inview import Away, Runner
from replay.drawing.closeup.plan import Plan
from replay.drawing.panels.figures import clock_digits
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.race.race import Race
from replay.race.times import format_clock, format_gap, format_time_left, format_to_go
from replay.state.timeline import RaceState, Timeline


def names(
    runners: Sequence[Runner], shape: Plan, cast: Cast, look: Look, focus: int | None
) -> dict[int, list[Overlay]]:
    """Names in the rows above the track, each over its runner or as near as the others let it.

    Those who follow each other are in different rows: a name keeps its row until its runner passes or is passed.

    Args:
        runners: Who is in view, the furthest ahead first.
        shape: The panel.
        cast: Names, letters and colours.
        look: Inks.
        focus: The chosen entry, if any.
    """
    rails = [[runner for runner in runners if runner.rank % shape.rails == rail] for rail in range(shape.rails)]
    chip = 1 if look.drawn else cast.code  # in plain characters a letter is on everybody's chest
    called = [_called(mine, cast, shape.width, chip) for mine in rails]
    if chip > 1 and not all(map(_is_whole, called, rails)):  # one way for all rows: one letter if so everybody is named
        short = [_called(mine, cast, shape.width, 1) for mine in rails]
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


_Called = tuple[list[str], list[int]]
"""The names of a row, the furthest ahead first, and where these begin, from the left."""


def _called(mine: Sequence[Runner], cast: Cast, width: int, chip: int) -> _Called:
    """The names of a row behind so many letters, and where they begin."""
    called = called_in(mine, cast, width, chip)
    return called, _starts(mine[: len(called)][::-1], called, cast, width, chip)


def _is_whole(called: _Called, mine: Sequence[Runner]) -> bool:
    """Whether everybody in a row has his name."""
    return len(called[0]) == len(mine) and all(called[0])


def _starts(shown: Sequence[Runner], called: list[str], cast: Cast, width: int, chip: int) -> list[int]:
    """Where the names of a row begin, from the left; from the last on they give way to letters, while some are far off.

    Args:
        shown: Who is in the row, the furthest back first.
        called: Their names, the furthest ahead first; those that give way are emptied.
        cast: Letters.
        width: Cells.
        chip: Letters before a name.
    """
    centres = [runner.half / 2 + 1 for runner in shown]
    while True:
        widths = [chip + 2 + len(name) if name else cast.code for name in reversed(called)]
        starts = apart(centres, widths, width)
        seen = (min(max(x, 0), width) for x in centres)  # who is half out of the picture has his name at its edge
        off = (max(at - x, x - at - wide, 0) for at, wide, x in zip(starts, widths, seen, strict=True))
        last = next((at for at in range(len(called) - 1, -1, -1) if called[at]), None)
        if last is None or max(off) <= _FAR:
            return starts
        called[last] = ""


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


def gaps(
    runners: Sequence[Runner], away: Away, cast: Cast, look: Look, width: int, ghosts: Collection[int] = ()
) -> Row:
    """A ruler below the track: the letters of those in view, the metres between them, and how many are out of view.

    Those who are home have their seconds behind the winner beside their letters. To `ghosts` nothing is measured: the
    board says how they stand.
    """
    blank: Row = ((look.glyph("─", "-") * width, Ink(look.theme.border, look.theme.background)),)
    ink = look.page
    ends: list[Overlay] = []
    left, right = 0, width
    if away.behind:
        metres = f"{_about(away.behind_sure)}{away.behind_metres:.0f}"
        cells = [runner.half // 2 for runner in runners if runner.half >= 0 and not runner.home]
        text = _how_many_more(away, cells, metres, look.glyph("◂", "<"))
        ends.append((0, text, ink))
        left = len(text)
    if away.ahead:
        text = f" {away.ahead:,} ahead, {_about(away.ahead_sure)}{away.ahead_metres:.0f} m {look.glyph('▸', '>')}"
        right = width - len(text)
        ends.append((right, text, ink))
    home = [runner for runner in reversed(runners) if runner.home]
    if not home and staggered(runners):
        laned = _in_lanes(runners, left, right, cast, ink, ghosts)
        return over(blank, sorted([*ends, *laned], key=lambda overlay: overlay[0]))
    letters = _seconds(home, left, right, cast, ink) if home else []
    right = letters[0][0] - 1 if letters else right
    on = [runner for runner in reversed(runners) if not runner.home and left <= runner.half // 2 < right]
    on = on[-max(right - left, 0) :]
    widths = widths_at([runner.half // 2 for runner in on], cast.code, _NUMBER)
    widths = [1 if home else min(widths, default=1)] * len(widths)  # one way for all
    starts = _abreast(on, widths, left, right)
    for at, runner in enumerate(on):
        if at and not {runner.entry, on[at - 1].entry} & set(ghosts):
            ends += _between(on[at - 1], runner, left + starts[at - 1] + widths[at - 1], left + starts[at], ink)
        letter = left + starts[at], cast.tags[runner.entry], cast.chips[runner.entry]
        ends += [letter] if widths[at] == 1 else cast.chip_at(left + starts[at], runner.entry)
    return over(blank, sorted([*ends, *letters], key=lambda overlay: overlay[0]))


def _abreast(on: Sequence[Runner], widths: Sequence[int], left: int, right: int) -> list[int]:
    """Where the letters of runners begin after `left`: if there is room with blanks between, or they read as a word."""
    space = int(sum(widths) + len(widths) - 1 <= right - left)
    return apart([runner.half // 2 - left + 0.5 for runner in on], widths, right - left, space)


_NUMBER = 6
"""Cells of the metres between two."""


def _how_many_more(away: Away, cells: Sequence[int], metres: str, sign: str) -> str:
    """How many are out of view behind, in as many words as cover no letter; those it covers all the same count too.

    Args:
        away: Who is out of view.
        cells: Where the letters of those in view are to be.
        metres: How far back the first of those out of view is.
        sign: Points backwards.
    """

    def said(more: int) -> tuple[str, ...]:
        return f"{sign} {more:,} more, {metres} m back ", f"{sign} {more:,} more ", f"{sign}{more:,} "

    room = min(cells, default=math.inf)
    for text in said(away.behind):
        if len(text) <= room:
            return text
    covered = sum(cell < len(said(away.behind)[-1]) for cell in cells)
    return said(away.behind + covered)[-1]


def staggered(runners: Sequence[Runner]) -> bool:
    """Whether so much of a stagger is left that who is further along need not have run further."""
    left = [runner.along - runner.seen.metres for runner in runners]
    return bool(left) and max(left) - min(left) > 0.5


def _in_lanes(
    runners: Sequence[Runner], left: int, right: int, cast: Cast, ink: Ink, ghosts: Collection[int]
) -> list[Overlay]:
    """The letters of those in lanes, each with the metres he has run less than the one who has run most."""
    racing = [runner for runner in runners if runner.entry not in ghosts]
    first = max(racing or runners, key=lambda runner: runner.seen.metres)
    on = [runner for runner in reversed(runners) if left <= runner.half // 2 < right]
    starts = _abreast(on, [1] * len(on), left, right)
    pieces: list[Overlay] = []
    for runner, start in zip(reversed(on), reversed(starts), strict=True):
        x = left + start
        less = first.seen.metres - runner.seen.metres
        text = f" {_about(first.sure and runner.sure)}{less:.1f} "
        if less >= 0.05 and runner.entry not in ghosts and x + 1 + len(text) <= right:
            pieces.append((x + 1, text, ink))
        pieces.append((x, cast.tags[runner.entry], cast.chips[runner.entry]))
        right = x
    legend = " metres to the first "
    if left + len(legend) < right and len(pieces) > len(on):
        pieces.append((left, legend, ink))
    return pieces


def _about(sure: bool) -> str:
    return "" if sure else "~"


def _seconds(home: Sequence[Runner], left: int, right: int, cast: Cast, ink: Ink) -> list[Overlay]:
    """The letters of finishers, in rising order of metres, each with the seconds behind the winner, near where he is.

    In a narrow panel the signs and leading zeros go, so that there is room for everybody.
    """
    texts = _fitting(home, right - left)
    home = home[len(home) - len(texts) :]
    widths = [1 + len(text) for text in texts]
    starts = apart([runner.half / 2 - left + 0.5 for runner in home], widths, right - left)
    return [
        piece
        for x, runner, text in zip(starts, home, texts, strict=True)
        for piece in ((left + x, cast.tags[runner.entry], cast.chips[runner.entry]), (left + x + 1, text, ink))
    ]


def _fitting(home: Sequence[Runner], room: int) -> list[str]:
    """What stands beside the letters of the finishers for whom there is room, those in front."""
    texts = [_behind(runner) for runner in home]
    if sum(map(len, texts)) + 2 * len(texts) - 1 > room:
        texts = [text.replace("+0.", ".").replace("+", "") for text in texts]
    while texts and sum(map(len, texts)) + 2 * len(texts) - 1 > room:
        texts = texts[1:]
    return texts


def late(runners: Sequence[Runner], row: Row, cast: Cast, look: Look) -> Row:
    """The row above the ruler, and in it, where it is free, seconds of finishers for whom the ruler has no room."""
    labels = "".join(text for text, _ in row)
    width = len(labels)
    home = [runner for runner in reversed(runners) if runner.home]
    rest = home[: len(home) - len(_fitting(home, width))]
    if not rest:
        return row
    edge = width - len(labels.lstrip())
    first = len(labels.rstrip()) + 1
    pieces: list[Overlay] = []
    x = width
    for runner in reversed(rest):
        text = _behind(runner).replace("+0.", ".").replace("+", "")
        x -= len(text) + 2
        if x < first and first:
            first, x = 0, edge - len(text) - 2
        if x < first:
            break
        pieces += [(x + 1, text, Ink(look.theme.text, None)), (x, cast.tags[runner.entry], cast.chips[runner.entry])]
    return over(row, pieces[::-1])


def _behind(runner: Runner) -> str:
    if not runner.behind:
        return ""
    return _about(runner.sure) + format_gap(runner.behind, runner.decimals)


def _between(last: Runner, runner: Runner, start: int, end: int, ink: Ink) -> list[Overlay]:
    """The metres between a runner and the one ahead, where there is room."""
    number = f"{_about(last.sure and runner.sure)}{runner.seen.metres - last.seen.metres:.1f}"
    for text in (f" {number} m ", f" {number} ", number):
        if len(text) + 2 <= end - start:
            return [(start + (end - start - len(text)) // 2, text, ink)]
    return []


# The line on top


def headline(
    timeline: Timeline, state: RaceState, cast: Cast, look: Look, width: int, named: Collection[int] = ()
) -> Row:
    """The clock, how far it is, where on the track that is, and who leads; `named` have names in view."""
    left: list[Run] = [(f" {_clock(state, timeline)} ", look.accent), (" ", look.panel)]
    left += _progress(state, timeline, look)
    right = _leading(state, timeline, cast, look, named)
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


def _leading(state: RaceState, timeline: Timeline, cast: Cast, look: Look, named: Collection[int]) -> list[Run]:
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
