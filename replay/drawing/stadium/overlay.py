"""The overlay of the stadium at an instant: chips in their cells, with an outline where they need one, and names.

A runner has three letters where the pack leaves room for them, else one.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType

from replay.cells.ink import Ink, contrast, letter_on
from replay.cells.rows import Overlay
from replay.drawing.course.stadium import Stadium
from replay.drawing.stadium.berths import berths
from replay.drawing.stadium.chip import Cell, Chip
from replay.drawing.stadium.chips import Settled, Way, settle
from replay.drawing.stadium.names import Span, place_names, sides_of, tether
from replay.drawing.theme.look import Look
from replay.drawing.theme.palette import Theme

Cells = dict[int, tuple[Overlay, ...]]
"""By row: text from a column on, in order and without overlap."""


@lru_cache(maxsize=256)
def chip_ink(colour: int, emphasised: bool) -> Ink:
    """A dark or white letter on the runner's colour; underlined when emphasised."""
    return Ink(letter_on(colour), colour, bold=True, underline=emphasised)


@lru_cache(maxsize=256)
def hollow_ink(colour: int, emphasised: bool, look: Look) -> Ink:
    """A ghost's letter in the runner's colour; underlined when emphasised."""
    return look.hollow(colour)._replace(underline=emphasised)


@lru_cache(maxsize=256)
def name_ink(colour: int, paper: Ink, emphasised: bool) -> Ink:
    """A name in the runner's colour, as on the panels."""
    return Ink(colour, paper.bg, bold=True, underline=emphasised)


def is_outlined(colour: int, theme: Theme) -> bool:
    """Whether a runner's colour stands off track and grass so little that he is drawn with an outline."""
    grounds = theme.surface, theme.indoor, *theme.grass
    return any(contrast(colour, ground) < _STANDS_OFF for ground in grounds)


@lru_cache(maxsize=256)
def _outlined(colour: int, look: Look) -> bool:
    """The same in a look, which is looked up by what it is: of a theme all colours would be hashed, for each runner."""
    return is_outlined(colour, look.theme)


_STANDS_OFF = 3.0
"""The contrast from which something stands off what is behind it by itself (WCAG 2, of graphical objects)."""


def lay(
    stadium: Stadium,
    chips: Sequence[Chip],
    look: Look,
    held: Mapping[int, Way] = MappingProxyType({}),
    wide: Mapping[int, int | None] = MappingProxyType({}),
) -> Cells:
    """The overlay of one instant: chips by priority, the names of those that have one, and how many more there are.

    Args:
        stadium: The painting.
        chips: Runners, those first who may take a cell that two want.
        look: Beside the track is written as on its panel; names are in the colours of the runners.
        held: See `settle`.
        wide: See `settle`.
    """
    settled = settle(chips, stadium, held, wide)
    taken, paper = settled.taken, look.panel
    size = len(chips[0].tag) if chips else 1
    covered = set(taken) if size == 1 else {(x + at, y) for at in range(size) for x, y in taken}
    tags: dict[int, Span] = {}
    own = look.coloured and len({chip.colour for chip in chips}) == len(chips)
    parted: Collection[Cell] = () if own else _parted(taken, size, look)
    rows: dict[int, list[Overlay]] = {}
    faint: list[Span] = []
    for (x, y), chip in taken.items():
        text, off = chip.tag, settled.offs.get(chip.entry)
        if off is not None:
            text = chip.code
            x += off
            covered.update(((x, y), (x + 1, y), (x + 2, y)))
        if chip.name:
            tags[chip.entry] = Span(x, x + len(text), y)
        if not (look.drawn or chip.hollow) and _outlined(chip.colour, look):
            faint.append(Span(x, x + len(text), y))
        ink = hollow_ink(chip.colour, chip.emphasised, look) if chip.hollow else chip_ink(chip.colour, chip.emphasised)
        if (x, y) in parted:
            ink = ink._replace(reverse=True)
        rows.setdefault(y, []).append((x, text, ink))
    named = [chip for chip in chips if chip.name and chip.entry in settled.ways]
    for x, y, chip in _beside(stadium, named, settled.hidden, covered, tags):
        line = (tether(stadium, Span(x, x + chip.length, y), tags[chip.entry], covered) or ()) if chip.tag else ()
        for there, row in line:
            glyph = look.glyph("─", "-") if row == y else look.glyph("│", "|")
            rows.setdefault(row, []).append((there, glyph, Ink(chip.colour, bold=True)))
        ink = name_ink(chip.colour, paper, chip.emphasised) if chip.tag else paper
        rows.setdefault(y, []).append((x, chip.name, ink))
        covered.update(line, ((x + at, y) for at in range(chip.length)))
    _outline(stadium, faint, covered, rows)
    return {y: tuple(sorted(cells, key=itemgetter(0))) for y, cells in rows.items()}


def _outline(stadium: Stadium, faint: Sequence[Span], covered: set[Cell], rows: dict[int, list[Overlay]]) -> None:
    """A line at both sides of letters that do not stand off the track."""
    for start, end, y in faint:
        for x, half in ((start - 1, "▕"), (end, "▏")):  # an eighth of a cell: half of one is a bar in a pack
            if stadium.holds(x, y) and (x, y) not in covered and (x, y) not in stadium.words:
                covered.add((x, y))
                rows[y].append((x, half, _OUTLINE))


def _parted(taken: Mapping[Cell, Chip], size: int, look: Look) -> Collection[Cell]:
    """Every other one of those who touch where no colours part them: their letters would read as a word."""
    touching: list[Cell] = []
    for (x, y), chip in taken.items():
        before = taken.get((x - size, y))
        if before is not None and (not look.coloured or before.colour == chip.colour):
            touching.append((x, y))
    found: set[Cell] = set()
    for x, y in sorted(touching):
        if (x - size, y) not in found:
            found.add((x, y))
    return found


_PACK = 15.0
"""Metres within which those for whom there is no room are counted together."""
_NEARBY = 16
"""Cells along the track by which a count may stand off its pack."""
_OUTLINE = Ink(0x000000)
"""Black stands off every track, and off every runner who does not stand off the track himself."""


def roomy_of(settled: Settled, stadium: Stadium, first: Collection[int] = ()) -> dict[int, int]:
    """Who has so much room on both sides that it lasts for a while, with how many cells off his own his code begins.

    Of the first ones it is enough that there is room now: a letter by itself says too little of who is among them.
    """
    taken, roomy = settled.taken, dict[int, int]()
    for (x, y), chip in taken.items():
        if chip.entry in settled.offs:
            continue
        if chip.entry in first or all((x + at, y) not in taken for at in _APART):
            start = next(berths(chip, (x, y), stadium, taken), None)
            if start is not None:
                roomy[chip.entry] = start - x
    return roomy


_APART = (-4, -3, -2, -1, 1, 2, 3, 4)
"""Where nobody else is beside one whose code has room for a while, in cells."""


def _beside(
    stadium: Stadium, names: Sequence[Chip], hidden: Sequence[Chip], covered: Set[Cell], tags: Mapping[int, Span]
) -> list[tuple[int, int, Chip]]:
    """What is written beside the track: names, and how many there was no room for, so that nobody is lost in silence.

    A count for which there is no room beside its pack stands nearby, or one stands for all; else it takes the place of
    a name: who has that is on the track.
    """
    if not hidden:
        return place_names(stadium, names, covered, tags)
    ways = [_more(stadium, hidden, words, apart) for words in ("{:,} more", "×{:,}") for apart in (_PACK, math.inf)]
    ways, found = ways if len(ways[0]) > 1 else ways[::2], []
    for kept in range(len(names), -1, -1):
        for counts in ways:
            found = place_names(stadium, [*names[:kept], *counts], covered, tags)
            there = [chip for _, _, chip in found]
            for count in counts:
                if count not in there:
                    found += _nearby(stadium, count, covered | _cells(found))
            if sum(not chip.tag for _, _, chip in found) == len(counts):
                return found
    return found


def _cells(found: Iterable[tuple[int, int, Chip]]) -> set[Cell]:
    return {(x + at, y) for x, y, chip in found for at in range(chip.length)}


def _nearby(stadium: Stadium, count: Chip, covered: Set[Cell]) -> list[tuple[int, int, Chip]]:
    """A count beside the track at the first free place before or behind its pack."""
    cell = stadium.crossing(count.along, 1).back
    for off in (sign * step * cell for step in range(2, _NEARBY, 2) for sign in (-1, 1)):
        moved = count._replace(sides=sides_of(stadium, count.along + off))
        if found := place_names(stadium, [moved], covered):
            return found
    return []


def _more(stadium: Stadium, hidden: Iterable[Chip], words: str, apart: float) -> list[Chip]:
    """How many there was no room for: one count for those of a pack, beside the first of them; a `+` were a gap."""
    packs: list[list[Chip]] = []
    for chip in sorted(hidden, key=lambda chip: -chip.along):
        if packs and packs[-1][-1].along - chip.along < apart:
            packs[-1].append(chip)
        else:
            packs.append([chip])
    return [
        Chip(
            pack[0].x, pack[0].y, "", 0, name=words.format(len(pack)), sides=sides_of(stadium, pack[0].along),
            along=pack[0].along,
        )
        for pack in packs
    ]  # fmt: skip
