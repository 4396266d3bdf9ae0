"""Who is called above his head: nobody's name stands over somebody else without a line to whom it is.

Where a line finds no way, the name in its way gives way to three letters, and so does its own; where there is none even
so, the letters go, and a runner has his letter on his chest. Who has to do with less is looked at every other second:
limbs cover a head for a part of a stride, and names that came and went with it would be read by nobody.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from replay.cells.rows import Layer, Overlay
from replay.drawing.closeup.captions import names
from replay.drawing.closeup.inview import Runner
from replay.drawing.closeup.plan import Plan
from replay.drawing.closeup.tethers import Labels, heads_of, labels_of, tethers
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look

STEADY = 2.0
"""Seconds for which it holds who is called with less than his name."""


class Called(NamedTuple):
    """What stands above the heads."""

    rows: Mapping[int, Sequence[Overlay]]
    """Letters, names and lines by row, in rising order of columns."""
    mute: frozenset[int]
    """Who has none."""


class Few(NamedTuple):
    """Who is called with less than his name, as it was found at one time and then holds for a while."""

    hidden: frozenset[int]
    """Who has nothing above him: his head is behind somebody else's."""
    terse: frozenset[int]
    """Who has three letters."""
    focus: int | None
    """The chosen entry, if any: an arrow is over his head, and his name stays."""
    heap: bool
    """Whether most are hidden, as at the gun: the names above them are those of who is in it."""


def few(
    runners: Sequence[Runner], layers: Sequence[Layer], shape: Plan, cast: Cast, look: Look, focus: int | None
) -> Few:
    """Who has to do with less; `focus` is the chosen entry, and the others are the arguments of `called`."""
    there = [runner for runner in runners if 0 <= runner.half // 2 < shape.width]
    heads = heads_of(there, layers, 0 if look.drawn else shape.scale)
    hidden = frozenset(runner.entry for runner in there if runner.entry not in heads and runner.entry != focus)
    if len(hidden) * 2 > len(there):
        return Few(frozenset(), frozenset(), focus, heap=True)
    seen = [runner for runner in _in_the_picture(runners, shape) if runner.entry not in hidden]
    captions = names(seen, shape, cast, look, focus)
    labels = labels_of(seen, captions, cast)
    found = tethers(heads, captions, labels, layers, cast, look)
    if not found.lost or look.drawn:
        return Few(hidden, frozenset(), focus, heap=False)
    bare = {entry for entry, (_, start, end) in labels.items() if end - start <= cast.code}
    return Few(hidden, frozenset((bare | _in_the_way(heads, labels, found.lost)) - {focus}), focus, heap=False)


def called(
    runners: Sequence[Runner],
    layers: Sequence[Layer],
    shape: Plan,
    cast: Cast,
    look: Look,
    less: Few,
) -> Called:
    """The names of runners, and lines down to them.

    Args:
        runners: Who is to be called, the furthest ahead first.
        layers: What is drawn over the grass, by row and column: figures.
        shape: The panel.
        cast: Names, letters and colours.
        look: Inks.
        less: Who has to do with less.
    """
    there = [runner for runner in runners if 0 <= runner.half // 2 < shape.width]
    heads = heads_of(there, layers, 0 if look.drawn else shape.scale)
    seen = [runner for runner in _in_the_picture(runners, shape) if runner.entry not in less.hidden]
    captions = names(seen, shape, cast, look, less.focus, less.terse)
    labels = labels_of(seen, captions, cast)
    found = tethers(heads, captions, labels, layers, cast, look)
    lost = found.lost - {less.focus}
    if less.heap or look.drawn:  # in plain characters everybody has his letter on his chest
        lost = frozenset()
    gone = {labels[entry] for entry in lost}
    rows = {
        y: [one for one in overlays if not any(y == row and start <= one[0] < end for row, start, end in gone)]
        for y, overlays in found.rows.items()
    }
    mute = frozenset(runner.entry for runner in runners if runner.entry in lost or runner.entry not in labels)
    return Called(rows if gone else found.rows, mute)


def _in_the_picture(runners: Sequence[Runner], shape: Plan) -> list[Runner]:
    """Those of whom something is in the picture: the others are counted beside it."""
    aside = shape.scale // 2
    return [runner for runner in runners if -aside <= runner.half // 2 < shape.width + aside]


def _in_the_way(heads: Mapping[int, tuple[int, int]], labels: Labels, lost: frozenset[int]) -> set[int]:
    """Those who are lost, and whose names are in the way of their lines."""
    found = set(lost)
    for entry in lost:
        x, row = heads[entry][0], labels[entry][0]
        found |= {one for one, (y, start, end) in labels.items() if y > row and start - 2 <= x <= end + 1}
    return found


def without(layer: Layer, seen: Layer) -> Layer:
    """What is in a row but for what was there before."""
    return {x: cell for x, cell in layer.items() if seen.get(x) is not cell}


def named_of(known: Iterable[int], captions: Mapping[int, Sequence[Overlay]], cast: Cast) -> tuple[int, ...]:
    """Who of those known has his name in view."""
    texts = {text for overlays in captions.values() for _, text, _ in overlays}
    return tuple(entry for entry in known if cast.names[entry] in texts)
