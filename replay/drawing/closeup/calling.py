"""Who is called above his head: nobody's name stands over somebody else without a line to whom it is.

Where a line finds no way, the name in its way gives way to three letters, and so does its own; where there is none even
so, the letters go, and a runner has his letter on his chest.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from replay.cells.rows import Layer, Overlay
from replay.drawing.closeup.captions import names
from replay.drawing.closeup.inview import Runner
from replay.drawing.closeup.plan import Plan
from replay.drawing.closeup.tethers import Labels, heads_of, labels_of, tethers
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look


class Called(NamedTuple):
    """What stands above the heads."""

    rows: Mapping[int, Sequence[Overlay]]
    """Letters, names and lines by row, in rising order of columns."""
    mute: frozenset[int]
    """Who has none."""


def called(
    runners: Sequence[Runner], layers: Sequence[Layer], shape: Plan, cast: Cast, look: Look, focus: int | None
) -> Called:
    """The names of runners, and lines down to them.

    Args:
        runners: Who is to be called, the furthest ahead first.
        layers: What is drawn over the grass, by row and column: figures.
        shape: The panel.
        cast: Names, letters and colours.
        look: Inks.
        focus: The chosen entry, if any: an arrow is over his head, and his name stays.
    """
    there = [runner for runner in runners if 0 <= runner.half // 2 < shape.width]
    heads = heads_of(there, layers, 0 if look.drawn else shape.scale)
    hidden = {runner.entry for runner in there if runner.entry not in heads and runner.entry != focus}
    heap = len(hidden) * 2 > len(there)  # as at the gun: the names above it are those who are in it
    if heap:
        hidden = set()
    seen = [runner for runner in runners if runner.entry not in hidden]
    captions = names(seen, shape, cast, look, focus)
    labels = labels_of(seen, captions, cast)
    found = tethers(heads, captions, labels, layers, cast, look)
    if found.lost and not heap and not look.drawn:
        bare = {entry for entry, (_, start, end) in labels.items() if end - start <= cast.code}
        terse = (bare | _in_the_way(heads, labels, found.lost)) - {focus}
        captions = names(seen, shape, cast, look, focus, terse)
        labels = labels_of(seen, captions, cast)
        found = tethers(heads, captions, labels, layers, cast, look)
    lost = found.lost - {focus}
    if heap or look.drawn:  # in plain characters everybody has his letter on his chest
        lost = frozenset()
    gone = {labels[entry] for entry in lost}
    rows = {
        y: [one for one in overlays if not any(y == row and start <= one[0] < end for row, start, end in gone)]
        for y, overlays in found.rows.items()
    }
    mute = frozenset(runner.entry for runner in runners if runner.entry in lost or runner.entry not in labels)
    return Called(rows if gone else found.rows, mute)


def _in_the_way(heads: Mapping[int, tuple[int, int]], labels: Labels, lost: frozenset[int]) -> set[int]:
    """Those who are lost, and whose names are in the way of their lines."""
    found = set(lost)
    for entry in lost:
        x, row = heads[entry][0], labels[entry][0]
        found |= {one for one, (y, start, end) in labels.items() if y > row and start - 2 <= x <= end + 1}
    return found


def less(layer: Layer, seen: Layer) -> Layer:
    """What is in a row but for what was there before."""
    return {x: cell for x, cell in layer.items() if seen.get(x) is not cell}
