"""Lines from the names above the track down to those whose names they are, where grass is between."""

from collections.abc import Mapping, Sequence

from replay.cells.ink import Ink, contrast
from replay.cells.rows import Layer, Overlay
from replay.cells.text import cell_width
from replay.drawing.closeup.inview import Runner
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look

NEAR = 2
"""Rows between a name and a head up to which an eye goes from one to the other by itself."""
SEEN = 1.8
"""The contrast with the grass from which on a line is in its runner's colour."""


def tethers(
    runners: Sequence[Runner],
    captions: Mapping[int, Sequence[Overlay]],
    layers: Sequence[Layer],
    cast: Cast,
    look: Look,
) -> dict[int, list[Overlay]]:
    """The rows of names with lines below them, each to the head of its runner.

    Args:
        runners: Who is in view.
        captions: Letters and names by row, in rising order of columns.
        layers: What is drawn over the grass, by row and column: figures.
        cast: Letters and inks.
        look: Inks.
    """
    rows: dict[int, list[Overlay]] = {y: list(overlays) for y, overlays in captions.items()}
    taken = {
        (x + at, y) for y, overlays in captions.items() for x, text, _ in overlays for at in range(cell_width(text))
    }
    bar = look.glyph("│", "|")
    for runner in runners:
        found = _label(runner, captions, cast)
        if found is None:
            continue
        row, start, end = found
        x = runner.half // 2
        down = range(row + 1, len(layers))
        head = next((y for y in down if not {x - 1, x, x + 1}.isdisjoint(layers[y])), len(layers))
        if head - row - 1 <= NEAR or not start <= x < end:
            continue
        colour = cast.colours[runner.entry]
        ink = Ink(colour if contrast(colour, look.theme.grass[0]) >= SEEN else look.theme.sign, None)
        for y in range(row + 1, head):
            if (x, y) not in taken:
                taken.add((x, y))
                rows.setdefault(y, []).append((x, bar, ink))
    return {y: sorted(overlays, key=lambda overlay: overlay[0]) for y, overlays in rows.items()}


def _label(runner: Runner, captions: Mapping[int, Sequence[Overlay]], cast: Cast) -> tuple[int, int, int] | None:
    """The row of a runner's name, and its columns from the first to before the end; None where there is none."""
    tag, code, chip = cast.tags[runner.entry], cast.codes[runner.entry], cast.chips[runner.entry]
    for y, overlays in captions.items():
        for at, (x, text, ink) in enumerate(overlays):
            if ink == chip and (text == tag or code.startswith(text)):
                end = x + cell_width(tag if text == tag else code)
                name = next(((left, more) for left, more, _ in overlays[at + 1 : at + 2] if left == end + 1), None)
                return y, x, end if name is None else name[0] + cell_width(name[1])
    return None
