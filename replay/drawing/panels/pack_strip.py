"""The pack strip: the runners by metres behind the leader, on a scale that jumps no more than it must.

The scale is logarithmic: a metre in the leading pack is wide, a metre among the last is narrow. It ends at the first of
a few marks that everybody is within: one that followed the field would move under the runners while they stand still.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log1p
from typing import NamedTuple

from replay.cells.apart import apart
from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import Overlay, fill, over, row_width
from replay.cells.text import cell_width
from replay.drawing.panels.packs import Behind, packs_of
from replay.drawing.panels.shortened import shortened
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.race.track.lanes import Laned

_NEAR = 6.0
"""Metres within which the scale is nearly even."""


_SHORTEST = 5
"""Marks that the scale has at least."""
_STRAY = 6
"""Cells by which letters give way to others, so that a blank is between any two."""
_STRAY_WIDE = 9
"""The same of three letters, where all have three: who they are matters more than a cell."""


class PaceMark(NamedTuple):
    """The pace lights as the strip shows them."""

    behind: float
    """Metres behind the leader; ahead where negative."""
    told: Sequence[str]
    """How the leader stands to them, in several lengths, the longest first."""


class Group(NamedTuple):
    """Runners who run together, as the strip shows them."""

    right: int
    """The column of its first runner."""
    left: int
    """And of its last."""
    gap: tuple[str, ...]
    """To the group in front, in several lengths."""


class Light(NamedTuple):
    """The pace lights on the strip."""

    column: int
    ahead: bool
    """Ahead of the leader: off the strip."""
    told: tuple[str, ...]
    """How the leader stands to them, in several lengths, the longest first."""


class PackStrip(NamedTuple):
    """All that the strip shows in a width."""

    title: str
    runners: tuple[tuple[int, int], ...]
    """Entry and column, the nearest to the leader first."""
    groups: tuple[Group, ...]
    marks: tuple[int, ...]
    """Metres on the scale."""
    light: Light | None = None
    waiting: tuple[int, ...] = ()
    """Those on the start line or just off it, before anybody is behind anybody."""
    beyond: tuple[int, ...] = ()
    """Those further back than the scale reaches, the nearest first."""
    lapped: frozenset[int] = frozenset()
    """Those a lap or more behind: in small letters."""
    wanted: tuple[int, ...] = ()
    """Those who are named before all others."""
    front: str = "lead"
    """What is at the right end: the leader, and once somebody is home the line."""


def strip_of(
    behind: Iterable[Behind],
    width: int,
    marks: tuple[int, ...] = Laned.behind,
    light: PaceMark | None = None,
    title: str = "metres behind",
) -> PackStrip:
    """What the strip shows.

    Args:
        behind: Those running, in any order.
        width: Cells.
        marks: Metres on the scale, rising from 0: a track's `behind`.
        light: The pace lights, if they are on.
        title: What the scale counts.
    """
    every = sorted(behind, key=lambda runner: runner.metres)
    furthest = every[-1].metres if every else 0.0
    marks = marks[: max(bisect_left(marks, furthest) + 1, min(_SHORTEST, len(marks)))]
    last = marks[-1]
    behind = [runner for runner in every if runner.metres <= last]
    beyond = tuple(runner.entry for runner in every[len(behind) :])
    groups = tuple(
        Group(_column(pack.runners[0].metres, width, last), _column(pack.runners[-1].metres, width, last), pack.gap)
        for pack in packs_of(behind)
    )
    lit = None
    if light is not None:
        ahead = light.behind < 0
        lit = Light(width - 1 if ahead else _column(light.behind, width, last), ahead, tuple(light.told))
    runners = tuple((runner.entry, _column(runner.metres, width, last)) for runner in behind)
    return PackStrip(title, runners, groups, marks, lit, beyond=beyond)


def strip_rows(strip: PackStrip, cast: Cast, look: Look, width: int, height: int) -> list[Row]:
    """The strip in exactly `height` rows: runners stacked where they are level, and the scale below them.

    With three rows or more the uppermost has a bracket over every group and the gap to the group in front.

    Args:
        strip: What it shows, in this width.
        cast: Names, letters and colours.
        look: Inks.
        width: Cells.
        height: Rows, at least 2.
    """
    if strip.waiting:
        return _waiting_rows(strip, cast, look, width, height)
    left = _beyond(strip, cast, look)
    start = row_width(left) + 1 if left else 0
    wide, first = cast.code, 1 if height >= 3 else 0
    bracketed = first and len(strip.groups) > 1
    rows_of = _stacked(strip, height - 1 - bracketed, start, width, wide)
    if bracketed and not _is_crowded(rows_of):
        rows_of.insert(0, {})  # the brackets have a row of their own
    elif bracketed:
        rows_of = _stacked(strip, height - 1, start, width, wide)
    if _is_crowded(rows_of):  # not all have room for theirs
        wide = 1
        rows_of = _stacked(strip, height - 1, start, width, wide)
    levels = [_tagged(row, strip, cast, look, wide) for row in rows_of]
    at = 0
    for text, ink in left:
        levels[-1][at] = (at, text, ink)
        at += cell_width(text)
    if strip.light is not None:
        x, mark = strip.light.column, look.glyph("▸", ">") if strip.light.ahead else look.glyph("┆", "|")
        for level in levels:
            if all(not at <= x < at + len(text) for at, text, _ in level.values()):
                level[x] = (x, mark, _lit(look))
    titled = _entitle(levels[0], strip, look, width)
    _name(rows_of[first:], levels[first:], strip, cast, look)
    if first:
        _bracket(levels[0], strip.groups, look, width)
    rows = [over(fill((), width, look.panel), (level[x] for x in sorted(level))) for level in levels]
    return [*rows, _scale(strip.marks, look, width, "" if titled else " m", strip.front)]


def _waiting_rows(strip: PackStrip, cast: Cast, look: Look, width: int, height: int) -> list[Row]:
    """Everybody by name, else by three letters, else by one: as many as there is room for."""
    title = f" {strip.title}: "
    room = width - cell_width(title) - 1
    ways = (cast.codes, cast.names), (cast.codes, ("",) * len(cast.names)), (cast.tags, ("",) * len(cast.names))
    lines: list[list[Run]] = []
    for letters, names in ways:
        lines, left = [[]], room
        for entry in strip.waiting:
            after = f" {names[entry]}  " if names[entry] else " "
            size = cell_width(letters[entry]) + cell_width(after)
            if size > left and lines[-1]:
                lines.append([])
                left = room
            chip = cast.chip(entry) if letters is cast.codes else [(letters[entry], cast.chips[entry])]
            lines[-1] += [*chip, (after, look.panel)]
            left -= size
        if len(lines) <= height:
            break
    heads = [title, *[" " * cell_width(title)] * (height - 1)]
    rows = [fill([(head, look.muted), *line], width, look.panel) for head, line in zip(heads, lines, strict=False)]
    return [*rows, *[fill((), width, look.panel)] * (height - len(rows))]


class _Mark(NamedTuple):
    """A letter in a row, or how many there are for whom there is no room."""

    column: int
    """Where it belongs."""
    who: tuple[int, ...]
    wide: int
    """Cells of the letters of one."""

    @property
    def cells(self) -> int:
        return self.wide if len(self.who) == 1 else 1 + len(str(len(self.who)))


def _stacked(strip: PackStrip, height: int, left: int, width: int, wide: int) -> list[dict[int, _Mark]]:
    """The runners by rows and columns, those who are level above each other, a blank between any two."""
    rows: list[list[_Mark]] = [[] for _ in range(height)]
    for entry, column in strip.runners:
        free = (row for row in reversed(rows) if not row or row[-1].column - column > wide)
        row = next(free, min(reversed(rows), key=len))
        row.append(_Mark(column, (entry,), wide))
    return [_spaced(row[::-1], left, width, _STRAY_WIDE if wide > 1 else _STRAY) for row in rows]


def _spaced(marks: list[_Mark], left: int, width: int, stray: int) -> dict[int, _Mark]:
    """Marks by their first cells, from the left; the last of a pack are counted where some would be too far off."""
    while True:
        wanted = [mark.column + 0.5 - left for mark in marks]
        cells = [mark.cells for mark in marks]
        starts = [left + at for at in apart(wanted, cells, width - left)]
        away = [abs(at + mark.cells // 2 - mark.column) for at, mark in zip(starts, marks, strict=True)]
        fits = sum(cells) + len(cells) - 1 <= width - left
        worst = max(range(len(marks)), key=away.__getitem__, default=0)
        if len(marks) < _PAIR or (fits and away[worst] <= stray):
            return dict(zip(starts, marks, strict=True))
        first = worst
        while first > 0 and starts[first - 1] + cells[first - 1] + 1 == starts[first]:
            first -= 1
        first = min(first, len(marks) - _PAIR)
        merged = marks[first + 1]._replace(who=(*marks[first].who, *marks[first + 1].who))
        marks[first : first + _PAIR] = [merged]


_PAIR = 2


def _tagged(row: dict[int, _Mark], strip: PackStrip, cast: Cast, look: Look, wide: int) -> dict[int, Overlay]:
    """The runners of a row, each by three letters or by one."""
    return {
        x: (x, _letters(who[0], strip, cast, wide), cast.chips[who[0]])
        if len(who) == 1
        else (x, f"{look.glyph('×', 'x')}{len(who)}", look.muted)  # with a plus it would be a gap
        for x, (_, who, _) in row.items()
    }


def _letters(entry: int, strip: PackStrip, cast: Cast, wide: int) -> str:
    text = cast.codes[entry] if wide > 1 else cast.tags[entry]
    return text.lower() if entry in strip.lapped else text


def _beyond(strip: PackStrip, cast: Cast, look: Look) -> list[Run]:
    """Who is further back than the scale reaches: the nearest, and how many more."""
    if not strip.beyond:
        return []
    first, count = strip.beyond[0], len(strip.beyond) - 1
    text = _letters(first, strip, cast, cast.code)
    return [
        (look.glyph("◂", "<"), look.muted),
        (text, cast.chips[first]),
        (f", {count} more " if count else " ", look.muted),
    ]


def _entitle(level: dict[int, Overlay], strip: PackStrip, look: Look, width: int) -> bool:
    """Write on the left what is shown, or how the leader stands to the pace lights, as fully as there is room.

    Whether it says what the scale counts.
    """
    ink = look.muted if strip.light is None else _lit(look)
    told = (strip.title,) if strip.light is None else strip.light.told
    start = 0
    while start in level:
        start += cell_width(level[start][1])
    room = min((x for x in level if x >= start), default=width) - start
    text = next((f" {text} " for text in told if cell_width(text) + 2 <= room), "")
    if text:
        level[start] = (start, text, ink)
    return bool(text) and strip.light is None


def _is_crowded(rows: Sequence[dict[int, _Mark]]) -> bool:
    """Whether some are counted only."""
    return any(len(mark.who) > 1 for row in rows for mark in row.values())


_APART = 3
"""Blanks between somebody's letters and the name of the next one, which would else seem to be his."""


def _name(
    rows: Sequence[dict[int, _Mark]], levels: Sequence[dict[int, Overlay]], strip: PackStrip, cast: Cast, look: Look
) -> None:
    """Write the names that have room behind (to the left of) their letters, from the first on.

    Where there is none for somebody's nobody further back is named: he would seem to matter more. The wanted are named
    wherever they are.
    """
    places = {
        mark.who[0]: (level, x)
        for row, level in zip(rows, levels, strict=True)
        for x, mark in row.items()
        if len(mark.who) == 1
    }
    order = [entry for entry, _ in strip.runners]
    going = True
    for entry in dict.fromkeys((*strip.wanted, *order)):
        if entry not in places or not (going or entry in strip.wanted):
            going = going and entry in strip.wanted
            continue
        level, x = places[entry]
        end = max((at + cell_width(text) for at, (_, text, _) in level.items() if at < x), default=-1)
        name = shortened(cast.names[entry], x - end - 1 - (_APART if end >= 0 else 1))
        if name:
            level[x - cell_width(name) - 1] = (x - cell_width(name) - 1, name, look.muted)
        elif entry not in strip.wanted:
            going = False


def _bracket(level: dict[int, Overlay], groups: Sequence[Group], look: Look, width: int) -> None:
    """Draw a bracket over every group of two or more where there is another, and write each gap between two groups."""
    if len(groups) < 2:
        return
    taken = {x + at for x, text, _ in level.values() for at in range(len(text))}
    end = width
    for right, left, gaps in groups:
        room = end - right - 1
        gap = next((gap for gap in gaps if len(gap) + 2 <= room), "")
        if gap:
            at = right + 1 + (room - len(gap)) // 2
            if taken.isdisjoint(range(at - 1, at + len(gap) + 1)):
                level[at] = (at, gap, look.muted)
        if left < right and taken.isdisjoint(range(left, right + 1)):  # it is no line from one's letters
            line = look.glyph("╭", "/") + look.glyph("─", "-") * (right - left - 1) + look.glyph("╮", "\\")
            level[left] = (left, line, look.muted)
        end = left


def _lit(look: Look) -> Ink:
    return Ink(fg=look.theme.lights, bg=look.theme.panel, bold=True)


def _column(metres: float, width: int, last: int) -> int:
    share = log1p(max(metres, 0.0) / _NEAR) / log1p(last / _NEAR)
    return max(width - 2 - round(min(share, 1.0) * (width - 4)), 0)


@lru_cache(maxsize=8)
def _scale(marks: tuple[int, ...], look: Look, width: int, unit: str, front: str) -> Row:
    """The scale; its furthest number has the unit, where nothing else says it, and its end what is there."""
    tick = look.glyph("┴", "+")
    placed: list[Overlay] = []
    free = width
    for metres in marks:
        label = look.glyph("◂", "<") + front if metres == 0 else str(metres) + (unit if metres == marks[-1] else "")
        x = _column(metres, width, marks[-1])
        start = min(max(x - len(label) + 1 if metres == 0 else x - len(label) // 2, 0), width - len(label))
        if start + len(label) < free:
            placed.append((start, label, look.muted))
            free = start
    line = fill([(look.glyph("─", "-") * width, look.muted)], width, look.panel)
    if not placed:
        return over(line, [(width - 2, tick, look.faint)])
    return over(line, sorted(placed, key=lambda overlay: overlay[0]))
