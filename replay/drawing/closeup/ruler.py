"""The ruler below the track close up: how far apart those in view are, and how far behind who is not."""

import math
import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from replay.cells.apart import apart
from replay.cells.ink import Ink, Row
from replay.cells.rows import Overlay, over
from replay.cells.text import cell_width
from replay.drawing.closeup.inview import Away, Runner
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.race.times import format_gap


def gaps(
    runners: Sequence[Runner], away: Away, cast: Cast, look: Look, width: int, ghosts: Collection[int] = ()
) -> Row:
    """A ruler below the track: the letters of those in view, the metres between them, and how many are out of view.

    Those who are home have their seconds behind the winner beside their letters. To `ghosts` nothing is measured: the
    board says how they stand, or nobody knows.
    """
    blank: Row = ((look.glyph("─", "-") * width, Ink(look.theme.border, look.theme.background)),)
    ink = look.page
    there = [runner for runner in runners if runner.half >= 0]
    alone = len([runner for runner in there if runner.entry not in ghosts]) == 1
    ends = _behind_all(away, there, alone, cast, look)
    left = ends[-1][0] + len(ends[-1][1]) if ends else 0
    pieces = _ahead_of_all(away, width - there[0].half // 2 - cast.code if alone else 0, cast, look)
    right = width - (pieces[-1][0] + len(pieces[-1][1]) if pieces else 0)
    ends += [(right + x, text, how) for x, text, how in pieces]
    home = [runner for runner in reversed(runners) if runner.home]
    if not home and staggered(runners):
        laned = _in_lanes(runners, left, right, cast, ink, ghosts)
        return over(blank, sorted([*ends, *laned], key=lambda overlay: overlay[0]))
    letters = _seconds(home, left, right, cast, ink) if home else []
    right = letters[0][0] - 1 if letters else right
    on = [runner for runner in reversed(runners) if not runner.home and left <= runner.half // 2 < right]
    on = on[-max(right - left, 0) :]
    widths = _widths([runner.half // 2 for runner in on], cast.code)
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


def _widths(cells: Sequence[int], wide: int) -> list[int]:
    """Cells for the letters at some cells: all three, unless the metres to a neighbour then have no room, or they.

    Where these have none beside one letter either, they take no room away.
    """
    beside = [two - one for one, two in pairwise(cells)]
    fit = [far > wide + _NUMBER or wide < far <= _NUMBER for far in beside]
    return [wide if before and after else 1 for before, after in zip([True, *fit], [*fit, True], strict=True)][
        : len(cells)
    ]


_NUMBER = 6
"""Cells of the metres between two."""


def _behind_all(away: Away, there: Sequence[Runner], alone: bool, cast: Cast, look: Look) -> list[Overlay]:
    """Who runs behind the panel; of one man `alone` who is next, and how far behind him or before the line."""
    if not away.behind:
        return []
    sign, metres = look.glyph("◂", "<"), f"{_about(away.behind_sure)}{away.behind_metres:.0f}"
    if alone and away.measured and away.next is not None:
        start, end = (f"{sign} ", f" {metres} m to go") if away.home else (f"{sign} {metres} m to ", "")
        name, more = f" {cast.names[away.next]}{end}", f", {away.behind - 1:,} more" if away.behind > 1 else ""
        ends = f"{name}{more} ", f"{name} ", f"{end} "
        if named := _named(start, away.next, ends, min(runner.half // 2 for runner in there), cast, look):
            return named
    cells = [runner.half // 2 for runner in there if not runner.home]
    return [(0, _how_many_more(away, cells, metres, sign), look.page)]


def _ahead_of_all(away: Away, room: int, cast: Cast, look: Look) -> list[Overlay]:
    """Who runs ahead of the panel, from column 0 on; of one man alone, before whom there is `room`, who is next."""
    if not away.ahead:
        return []
    sign, metres = look.glyph("▸", ">"), f"{_about(away.ahead_sure)}{away.ahead_metres:.0f}"
    if not away.measured:
        return [(0, f" {away.ahead:,} ahead {sign}", look.page)]
    if away.before is not None:
        name, more = f" {cast.names[away.before]}", f", {away.ahead - 1:,} more" if away.ahead > 1 else ""
        ends = f"{name}{more} {sign}", f"{name} {sign}", f" {sign}"
        if named := _named(f" {metres} m to ", away.before, ends, room, cast, look):
            return named
    return [(0, f" {away.ahead:,} ahead, {metres} m {sign}", look.page)]


def _named(start: str, who: int, ends: Sequence[str], room: int, cast: Cast, look: Look) -> list[Overlay]:
    """Somebody's letters behind a text, and the first text behind them for which there is room; else nothing."""
    x = len(start) + cast.code
    text = next((text for text in ends if x + cell_width(text) <= room), None)
    if text is None:
        return []
    return [(0, start, look.page), *cast.chip_at(len(start), who), (x, text, look.page)]


def _how_many_more(away: Away, cells: Sequence[int], metres: str, sign: str) -> str:
    """How many are out of view behind, in as many words as cover no letter; those it covers all the same count too.

    Args:
        away: Who is out of view.
        cells: Where the letters of those in view are to be.
        metres: How far back the first of those out of view is.
        sign: Points backwards.
    """

    def said(more: int) -> tuple[str, ...]:
        how = "m to go" if away.home else "m back"
        longest = (f"{sign} {more:,} more, {metres} {how} ",) if away.measured else ()
        return *longest, f"{sign} {more:,} more ", f"{sign}{more:,} "

    room = min(cells, default=math.inf)
    for text in said(away.behind):
        if len(text) <= room:
            return text
    covered = sum(cell < len(said(away.behind)[-1]) for cell in cells)
    return said(away.behind + covered)[-1]


def beyond(row: Row, away: Away, look: Look) -> Row:
    """The row below the track where there is no ruler, with how many are out of view at its ends.

    What stands there gives way to it.
    """
    text = "".join(part for part, _ in row)
    pieces: list[Overlay] = []
    if away.behind:
        pieces.append((0, f"{look.glyph('◂', '<')} {away.behind:,} more ", look.page))
    if away.ahead:
        words = f" {away.ahead:,} ahead {look.glyph('▸', '>')}"
        pieces.append((len(text) - cell_width(words), words, look.page))
    for start, words, _ in tuple(pieces):
        for found in _SAID.finditer(text):
            if found.start() <= start + cell_width(words) and start <= found.end():
                row = over(row, [(found.start(), " " * len(found[0]), Ink())])
    return over(row, pieces) if pieces else row


_SAID = re.compile(r"\S+(?: \S+)*")


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
    whole = sum(map(len, texts)) + (cast.code + 1) * len(texts) - 1 <= right - left
    letters = cast.code if whole else 1
    widths = [letters + len(text) for text in texts]
    starts = apart([runner.half / 2 - left + 0.5 for runner in home], widths, right - left)
    pieces: list[Overlay] = []
    for x, runner, text in zip(starts, home, texts, strict=True):
        letter = left + x, cast.tags[runner.entry], cast.chips[runner.entry]
        pieces += cast.chip_at(left + x, runner.entry) if whole else [letter]
        pieces.append((left + x + letters, text, ink))
    return pieces


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
