"""The pack strip: the runners by metres behind the leader, on a scale that jumps no more than it must.

The scale is logarithmic: a metre in the leading pack is wide, a metre among the last is narrow. It ends at the first of
a few marks that everybody is within: one that followed the field would move under the runners while they stand still.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log1p
from typing import NamedTuple

from replay.cells.apart import widths_at
from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import Overlay, fill, over
from replay.cells.text import cell_width
from replay.drawing.panels.packs import Behind, packs_of
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.race.track.lanes import Laned

_NEAR = 6.0
"""Metres within which the scale is nearly even."""


_SHORTEST = 5
"""Marks that the scale has at least."""
_STRAY = 4
"""Cells to the left by which somebody's letter gives way where there is no room above another's."""


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


LEAD = "lead"


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
    lead: str = LEAD
    """What the scale calls the place of the first."""


def strip_of(
    behind: Iterable[Behind],
    width: int,
    marks: tuple[int, ...] = Laned.behind,
    light: PaceMark | None = None,
    title: str = "metres behind",
    lead: str = LEAD,
) -> PackStrip:
    """What the strip shows.

    Args:
        behind: Those running, in any order.
        width: Cells.
        marks: Metres on the scale, rising from 0: a track's `behind`.
        light: The pace lights, if they are on.
        title: What the scale counts.
        lead: What it calls the place of the first.
    """
    behind = sorted(behind, key=lambda runner: runner.metres)
    furthest = behind[-1].metres if behind else 0.0
    marks = marks[: max(bisect_left(marks, furthest) + 1, min(_SHORTEST, len(marks)))]
    last = marks[-1]
    groups = tuple(
        Group(_column(pack.runners[0].metres, width, last), _column(pack.runners[-1].metres, width, last), pack.gap)
        for pack in packs_of(behind)
    )
    lit = None
    if light is not None:
        ahead = light.behind < 0
        lit = Light(width - 1 if ahead else _column(light.behind, width, last), ahead, tuple(light.told))
    runners = tuple((runner.entry, _column(runner.metres, width, last)) for runner in behind)
    return PackStrip(title, runners, groups, marks, lit, lead=lead)


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
    stacked, hidden = _stacked(strip, height - 1)
    levels = [_tagged(there, cast, width) for there in stacked]
    if strip.light is not None:
        x, mark = strip.light.column, look.glyph("▸", ">") if strip.light.ahead else look.glyph("┆", "|")
        for level in levels:
            if all(not at <= x < at + len(text) for at, text, _ in level.values()):
                level[x] = (x, mark, _lit(look))
    _entitle(levels[0], strip, hidden, look, width)
    first = 1 if height >= 3 else 0
    for there, level in list(zip(stacked, levels, strict=True))[first:]:
        _name(there, level, cast, look)
    if first:
        _bracket(levels[0], strip.groups, look, width)
    rows = [over(fill((), width, look.panel), (level[x] for x in sorted(level))) for level in levels]
    return [*rows, _scale(strip.marks, strip.lead, look, width)]


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
            lines[-1] += [(letters[entry], cast.chips[entry]), (after, look.panel)]
            left -= size
        if len(lines) <= height:
            break
    heads = [title, *[" " * cell_width(title)] * (height - 1)]
    rows = [fill([(head, look.muted), *line], width, look.panel) for head, line in zip(heads, lines, strict=False)]
    return [*rows, *[fill((), width, look.panel)] * (height - len(rows))]


def _stacked(strip: PackStrip, height: int) -> tuple[list[dict[int, int]], int]:
    """The entries by row and column, those who are level above each other, and how many found no room."""
    levels: list[dict[int, int]] = [{} for _ in range(height)]
    hidden = 0
    for entry, column in strip.runners:
        spots = ((x, level) for x in range(column, max(column - _STRAY, 0) - 1, -1) for level in reversed(levels))
        spot = next(((x, level) for x, level in spots if x not in level), None)
        if spot is None:
            hidden += 1
        else:
            spot[1][spot[0]] = entry
    return levels, hidden


def _tagged(there: dict[int, int], cast: Cast, width: int) -> dict[int, Overlay]:
    """The runners of a row: three letters for who has room for them, else one."""
    columns = sorted(there)
    level: dict[int, Overlay] = {}
    for x, wide in zip(columns, widths_at(columns, cast.code), strict=True):
        entry = there[x]
        start = min(max(x - wide // 2, 0), width - wide)
        level[start] = start, cast.codes[entry] if wide > 1 else cast.tags[entry], cast.chips[entry]
    return level


def _entitle(level: dict[int, Overlay], strip: PackStrip, hidden: int, look: Look, width: int) -> None:
    """Write on the left what is shown, or how the leader stands to the pace lights, as fully as there is room.

    How many found no room is told in any case: beside the title, else in the widest gap between two letters.
    """
    ink = look.muted if strip.light is None else _lit(look)
    told = (strip.title,) if strip.light is None else strip.light.told
    counts = _counts(hidden)
    titles = [f" {text} ({count}) " for text in told for count in counts] or [f" {text} " for text in told]
    room = min(level, default=width)
    text = next((text for text in titles if cell_width(text) <= room), "")
    if text:
        level[0] = (0, text, ink)
        return
    ends = [0, *(x + cell_width(level[x][1]) for x in sorted(level))]
    free, start = max((right - left, left) for left, right in zip(ends, [*sorted(level), width], strict=True))
    count = next((count for count in (f" {count} " for count in counts) if len(count) <= free), "")
    if count:
        at = start + (free - len(count)) // 2 if start else 0
        level[at] = (at, count, look.muted)


def _counts(hidden: int) -> tuple[str, ...]:
    """How many have no letter, in several lengths; none where all have one."""
    if not hidden:
        return ()
    return f"{hidden} more level", f"+{hidden}"


def _name(there: dict[int, int], level: dict[int, Overlay], cast: Cast, look: Look) -> None:
    """Write the names that have room behind (to the left of) their letters."""
    owners = {(cast.codes[entry], cast.chips[entry]): entry for entry in there.values()}
    owners |= {(cast.tags[entry], cast.chips[entry]): entry for entry in there.values()}
    end = 0
    for start in sorted(level):
        _, text, ink = level[start]
        entry = owners.get((text, ink))
        name = cast.names[entry] if entry is not None else ""
        at = start - cell_width(name) - 1
        if name and at >= (end + 1 if end else 0):
            level[at] = (at, name, look.muted)
        end = start + cell_width(text)


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
        if left < right:
            line = look.glyph("╭", "/") + look.glyph("─", "-") * (right - left - 1) + look.glyph("╮", "\\")
            for x in range(left, right + 1):
                if x not in taken:
                    level[x] = (x, line[x - left], look.muted)
        end = left


def _lit(look: Look) -> Ink:
    return Ink(fg=look.theme.lights, bg=look.theme.panel, bold=True)


def _column(metres: float, width: int, last: int) -> int:
    share = log1p(max(metres, 0.0) / _NEAR) / log1p(last / _NEAR)
    return max(width - 2 - round(min(share, 1.0) * (width - 4)), 0)


@lru_cache(maxsize=8)
def _scale(marks: tuple[int, ...], lead: str, look: Look, width: int) -> Row:
    tick = look.glyph("┴", "+")
    placed: list[Overlay] = []
    free = width
    for metres in marks:
        label = look.glyph("◂", "<") + lead if metres == 0 else str(metres)
        x = _column(metres, width, marks[-1])
        start = min(max(x - len(label) + 1 if metres == 0 else x - len(label) // 2, 0), width - len(label))
        if start + len(label) < free:
            placed.append((start, label, look.muted))
            free = start
    line = fill([(look.glyph("─", "-") * width, look.muted)], width, look.panel)
    if not placed:
        return over(line, [(width - 2, tick, look.faint)])
    return over(line, sorted(placed, key=lambda overlay: overlay[0]))
