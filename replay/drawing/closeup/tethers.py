"""Lines from the names above the track down to those whose names they are, where grass is between."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from replay.cells.ink import Ink, contrast
from replay.cells.rows import Layer, Overlay
from replay.cells.text import cell_width
from replay.drawing.closeup.called import name_of
from replay.drawing.closeup.inview import Runner
from replay.drawing.closeup.plan import FORWARD, rows_of
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look

NEAR = 2
"""Rows between a name and a head up to which an eye goes from one to the other by itself."""
SEEN = 1.8
"""The contrast with the grass from which on a line is in its runner's colour."""


BESIDE = 8
"""Cells beside a name up to which a line with a bend in it goes to a head."""
ROUND = 6
"""Cells beside a name in which its line may go down where there is no way below it."""


Labels = Mapping[int, tuple[int, int, int]]
"""By entry the row of a runner's letters and name, and their columns from the first to before the end."""


class Tethered(NamedTuple):
    """Names with lines below them."""

    rows: dict[int, list[Overlay]]
    """Letters, names and lines by row, in rising order of columns."""
    lost: frozenset[int]
    """Whose names stand over others, or nobody, with no line to whom they are."""


class _Line(NamedTuple):
    """A line that is to be drawn."""

    bends: bool
    head: int
    """The row of the head."""
    aside: int
    """Cells by which it bends."""
    x: int
    """The column of the head."""
    row: int
    """Of the name."""
    start: int
    """The first column of the name."""
    end: int
    """The first behind it."""
    entry: int


def tethers(
    heads: Mapping[int, tuple[int, int]],
    captions: Mapping[int, Sequence[Overlay]],
    labels: Labels,
    layers: Sequence[Layer],
    cast: Cast,
    look: Look,
) -> Tethered:
    """The rows of names with lines below them, each to the head of its runner, straight where that is possible.

    Args:
        heads: Where heads are that are seen; see `heads_of`.
        captions: Letters and names by row, in rising order of columns.
        labels: Where everybody's are among these.
        layers: What is drawn over the grass, by row and column: figures.
        cast: Letters and inks.
        look: Inks.
    """
    written = {
        (x + at, y)
        for y, overlays in captions.items()
        for x, text, _ in overlays
        for at in range(cell_width(text) + 1)  # between letters and a name, too: a line there would be one of theirs
    }
    below = max(captions, default=0) + 1
    wanted, far = _lines(heads, labels, look)
    drawn, lost = _drawn_all(sorted(wanted), below, written, layers, look)
    if lost:  # once more, these first
        order = sorted(wanted, key=lambda line: line.entry not in lost)
        drawn, lost = min((drawn, lost), _drawn_all(order, below, written, layers, look), key=lambda one: len(one[1]))
    rows: dict[int, list[Overlay]] = {y: list(overlays) for y, overlays in captions.items()}
    for entry, cells in drawn.items():
        ink = _ink(cast.colours[entry], look)
        for (x, y), glyph in cells.items():
            rows.setdefault(y, []).append((x, glyph, ink))
    return Tethered({y: sorted(overlays, key=itemgetter(0)) for y, overlays in rows.items()}, frozenset(far | lost))


def _drawn_all(
    lines: Sequence[_Line], below: int, written: AbstractSet[tuple[int, int]], layers: Sequence[Layer], look: Look
) -> tuple[dict[int, dict[tuple[int, int], str]], set[int]]:
    """The cells of lines by entry, each in the way of those that come later, and the entries that have none."""
    taken, drawn = set(written), {}
    for line in lines:
        drawn[line.entry] = cells = _cells(line, below, taken, layers, look)
        taken.update(cells)
    return drawn, {entry for entry, cells in drawn.items() if not cells}


@lru_cache(maxsize=256)
def _ink(colour: int, look: Look) -> Ink:
    return Ink(colour if contrast(colour, look.theme.grass[0]) >= SEEN else look.theme.sign, None)


def heads_of(runners: Sequence[Runner], layers: Sequence[Layer], scale: int = 0) -> dict[int, tuple[int, int]]:
    """The column and the row of the heads that are seen: of who is behind another's there is none.

    Args:
        runners: Who is in view.
        layers: What is drawn over the grass, by row and column: figures.
        scale: Cells a metre; 0 of figures of plain characters, of whom anybody's head may be anybody's.
    """
    found: dict[int, tuple[int, int]] = {}
    claims: list[tuple[int, int, int, int, int]] = []
    """Rows from where a head has to be, column, row, entry, half cells."""
    for runner in runners:
        x, feet = (runner.half + round(2 * FORWARD * scale)) // 2, (runner.foot - runner.lift + 1) // 2
        if not scale:
            found[runner.entry] = x, min(_top(at, layers) for at in (x - 1, x, x + 1))
            continue
        highest = min(feet - rows_of(scale), len(layers)) - _OTHER
        tops = ((at, _top(at, layers)) for at in (x, x + 1, x - 1))
        own = next((top for top in tops if highest <= top[1] <= highest + 2 * _OTHER + 1), None)
        if own is not None:
            claims.append((abs(own[1] - highest - _OTHER), *own, runner.entry, runner.half))
    told: list[tuple[int, int, int]] = []
    for _, x, y, entry, half in sorted(claims):  # one head is one runner's
        same = (abs(y - row) <= 1 and (x == at or abs(half - there) < _HEAD * scale) for at, row, there in told)
        if not any(same):
            found[entry] = x, y
            told.append((x, y, half))
    return found


def _top(x: int, layers: Sequence[Layer]) -> int:
    """The first row in which something stands in a column, or how many there are."""
    return next((y for y, layer in enumerate(layers) if x in layer), len(layers))


_HEAD = 0.3
"""Half cells between two heads, by cells a metre, from which on both are seen."""
_OTHER = 1
"""Rows by which a head is higher than one's own from which on it is another's."""


def _lines(heads: Mapping[int, tuple[int, int]], labels: Labels, look: Look) -> tuple[list[_Line], set[int]]:
    """From whom to whom lines are wanted, and whose name is too far off for one."""
    wanted: list[_Line] = []
    lost: set[int] = set()
    rows = set() if look.drawn else {row for row, _, _ in labels.values()}
    for entry, (x, head) in heads.items():
        if entry not in labels:
            continue
        row, start, end = labels[entry]
        aside = abs(x - min(max(x, start), end - 1))
        if aside > BESIDE:
            lost.add(entry)
        elif head - row - 1 > (0 if aside else NEAR) or any(row < other < head for other in rows):
            wanted.append(_Line(aside > 0, head, aside, x, row, start, end, entry))
    return wanted, lost


def _cells(
    line: _Line, below: int, taken: AbstractSet[tuple[int, int]], layers: Sequence[Layer], look: Look
) -> dict[tuple[int, int], str]:
    """The cells of a line: straight, else with a bend below all names; none where another's is in every way.

    It does not go on behind what is in its way: there it would be the line of that.
    """

    def free(x: int, rows: Iterable[int]) -> int:
        """How many of some rows are free in a column, from the first on."""
        found = 0
        for y in rows:
            if (x, y) in taken or x in layers[y]:
                break
            found += 1
        return found

    x, row, head = line.x, line.row, line.head
    if not line.aside and free(x, range(row + 1, head)) == head - row - 1:
        return _drawn(line, x, head, look)
    first = max(head - free(x, range(head - 1, below - 1, -1)), below)
    if first >= head:
        return {}
    for column in _ways(line, below, taken, 0 if look.drawn else ROUND):
        if not _leads(line, column, taken):
            continue
        between = range(min(column, x) + 1, max(column, x))
        for turn in range(first, min(row + 1 + free(column, range(row + 1, head)), head)):
            if not any((at, turn) in taken or at in layers[turn] for at in between):
                return _drawn(line, column, turn, look)
    return {}


def _ways(line: _Line, below: int, taken: AbstractSet[tuple[int, int]], beside: int) -> list[int]:
    """The columns in which a line can go down past the names, the best first: near, and not beside another's name.

    Args:
        line: The line.
        below: The first row below all names.
        taken: Cells.
        beside: How many columns beside its own name a line may go to.
    """
    x, first, end = line.x, line.start - beside, line.end + beside
    left, right = max(first, x - BESIDE), min(end, x + BESIDE + 1)
    free = [True] * max(right - left + 2, 0)
    """Columns from the one left of the first way on in which nothing is written below the name."""
    for y in range(line.row + 1, below):
        free = [was and (at, y) not in taken for at, was in enumerate(free, left - 1)]
    found = []
    for at, column in enumerate(range(left, right), 1):
        if column != x and free[at]:
            crowded = not (free[at - 1] and free[at + 1])
            outside = not line.start <= column < line.end
            found.append((abs(column - x) + BESIDE // 2 * crowded + BESIDE * outside, column))
    return [column for _, column in sorted(found)]


def _leads(line: _Line, column: int, taken: AbstractSet[tuple[int, int]]) -> bool:
    """Whether a line can go to a column from its name: from below it, or by the blanks beside it."""
    if line.start <= column < line.end:
        return True
    if column > line.end:
        return all((x, line.row) not in taken for x in range(line.end + 1, column + 1))
    return 0 <= column < line.start - 1 and all((x, line.row) not in taken for x in range(column, line.start - 1))


def _drawn(line: _Line, column: int, turn: int, look: Look) -> dict[tuple[int, int], str]:
    """The cells of a line that goes down in a column, and in a row over to the head if that is not below."""
    bar, dash = look.glyph("│", "|"), look.glyph("─", "-")
    x, row = line.x, line.row
    cells = {(column, y): bar for y in range(row + 1, turn)}
    if column > line.end:
        cells |= {(at, row): dash for at in range(line.end + 1, column)} | {(column, row): look.glyph("┐", ".")}
    elif column < line.start:
        cells |= {(at, row): dash for at in range(column + 1, line.start - 1)} | {(column, row): look.glyph("┌", ".")}
    if column == x:
        return cells
    step = 1 if x > column else -1
    cells |= {(at, turn): dash for at in range(column + step, x, step)}
    cells[column, turn] = look.glyph("└" if step > 0 else "┘", "`" if step > 0 else "'")
    cells[x, turn] = look.glyph("┐" if step > 0 else "┌", ".")
    return cells | {(x, y): bar for y in range(turn + 1, line.head)}


def unsaid(runners: Sequence[Runner], labels: Collection[int], cast: Cast, look: Look) -> Collection[int]:
    """Who has a letter on his chest: who has none elsewhere, or a colour that another has; all without colours."""
    colours = Counter(cast.colours[runner.entry] for runner in runners)
    return {
        runner.entry
        for runner in runners
        if look.drawn or colours[cast.colours[runner.entry]] > 1 or runner.entry not in labels
    }


def labels_of(runners: Sequence[Runner], captions: Mapping[int, Sequence[Overlay]], cast: Cast) -> Labels:
    """Where the letters of runners are, with their names."""
    found = ((runner.entry, _label(runner, captions, cast)) for runner in runners)
    return {entry: label for entry, label in found if label is not None}


def _label(runner: Runner, captions: Mapping[int, Sequence[Overlay]], cast: Cast) -> tuple[int, int, int] | None:
    """The row of a runner's name, and its columns from the first to before the end; None where there is none."""
    tag, code, chip = cast.tags[runner.entry], cast.codes[runner.entry], cast.chips[runner.entry]
    for y, overlays in captions.items():
        for at, (x, text, ink) in enumerate(overlays):
            if ink == chip and (text == tag or code.startswith(text)):
                end = x + cell_width(tag if text == tag else code)
                named = overlays[at + 1 : at + 2]
                if named and named[0][:2] == (end + 1, name_of(cast, runner)):  # and not the letters of somebody else
                    end += 1 + cell_width(named[0][1])
                return y, x, end
    return None
