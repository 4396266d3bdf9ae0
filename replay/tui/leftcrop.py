"""Writes only the cells that changed: Textual 8.2 writes a changed span from the left edge of its widget.

Textual crops such a span on the right alone (Textual issue 5625), so that a runner in the home straight costs the whole
painting to his left, for every span of the row. What is replaced here is private code. It is therefore replaced only
where its text is exactly what this was written against; any other Textual keeps its own way and draws the same picture
with more bytes.
"""

import inspect
from hashlib import sha256
from weakref import WeakKeyDictionary

from rich.color import ColorSystem
from rich.console import Console
from textual._compositor import ChopsUpdate, LayoutUpdate

from replay.tui.rowstrip import RowStrip
from replay.tui.sparse import Patch, Shown, SparseStrip, encoded

_WRITTEN_AGAINST = "4c1cdb567e0b8354bd70cb129da78a42314c39eb8aacd5bf21951cbd5aaba0ef"
"""SHA-256 of the source of `ChopsUpdate.render_segments` in Textual 8.2.8."""

_stock = ChopsUpdate.render_segments
_stock_layout = LayoutUpdate.render_segments

_shown: WeakKeyDictionary[Console, Shown] = WeakKeyDictionary()
"""What is known of each console's terminal."""


def install() -> bool:
    """Crop on the left too, where this Textual is known; whether it is."""
    known = is_known()
    if known:
        ChopsUpdate.render_segments = _render_segments  # type: ignore[method-assign]
        LayoutUpdate.render_segments = _render_layout  # type: ignore[method-assign]
        SparseStrip.compared = True
    return known


def remove() -> None:
    """Back to Textual's own way."""
    ChopsUpdate.render_segments = _stock  # type: ignore[method-assign]
    LayoutUpdate.render_segments = _stock_layout  # type: ignore[method-assign]
    SparseStrip.compared = False


def is_known() -> bool:
    """Whether the code to be replaced is the code this was written against."""
    try:
        source = inspect.getsource(_stock)
    except (OSError, TypeError):
        return False
    return sha256(source.encode()).hexdigest() == _WRITTEN_AGAINST


def _render_layout(self: LayoutUpdate, console: Console) -> str:
    """Textual's own way to write whole rows, after which the terminal shows what is not remembered."""
    _shown.pop(console, None)
    return _stock_layout(self, console)


def _render_segments(self: ChopsUpdate, console: Console) -> str:
    """The control sequences that write the changed spans, each from its first cell to its last.

    Of the rows of a picture that moves as a whole only the cells that differ from what is on the terminal are written.
    """
    out: list[str] = []
    system = console._color_system or ColorSystem.TRUECOLOR
    shown = _shown.setdefault(console, Shown())
    patches: list[Patch] = []
    for y, x1, x2 in self.spans:
        for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
            if strip is None or x >= x2 or end <= x1:
                continue
            left, right = max(x, x1), min(end, x2)
            if type(strip) is SparseStrip:
                found = shown.show(y, x, strip)
                if found is not None:
                    patches += found
                    continue
                left, right = x, end
            else:
                shown.written(y, left, right)
            out.append(f"\x1b[{y + 1};{left + 1}H")
            if isinstance(strip, RowStrip):
                out.append(strip.written(left - x, right - x, system))
            else:
                out.append(strip.crop(left - x, right - x).render(console))
    if patches:
        out.append(encoded(patches, system, console.width))
    return "".join(out)
