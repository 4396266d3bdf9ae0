"""Writes only the cells that changed: Textual 8.2 writes a changed span from the left edge of its widget.

Textual crops such a span on the right alone (Textual issue 5625), so that a runner in the home straight costs the whole
painting to his left, for every span of the row; and the way from a changed cell to the terminal leads through two
timers, a message and a picture of the whole screen, which cost more than drawing. So it is remembered what the terminal
shows, rows are compared with that, and where a screen is on top and its panels lie side by side it may write what
differs at once; Textual's own picture stays right, since it asks for the rows whenever it paints.

What is replaced and gone around here is private code. It is therefore done only where its text is exactly what this was
written against; any other Textual keeps its own way and draws the same picture with more bytes.
"""

import inspect
import sys
from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from weakref import WeakKeyDictionary

from rich.console import Console
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen

from replay.cells.ansi import go_to, patches_to_text, row_to_text
from replay.cells.changes import Patch
from replay.cells.depth import Depth
from replay.cells.displayed import Displayed
from replay.tui.rowstrip import RowStrip

_WRITTEN_AGAINST = "47514bdc1c45843dc82dcb6c6549df8a67680dabf21ffd2c3a7555b23657d1d9"
"""SHA-256 of the sources of `_KNOWN` in Textual 8.2.8."""

_stock = ChopsUpdate.render_segments
_stock_layout = LayoutUpdate.render_segments
_KNOWN = (_stock, _stock_layout, App._display, Screen._compositor_refresh, Screen._on_timer_update)

_displayed: WeakKeyDictionary[Console, Displayed] = WeakKeyDictionary()
"""What is known of each console's terminal."""


def install() -> bool:
    """Write only what changed, where this Textual is known; whether it is."""
    known = is_known()
    if known:
        ChopsUpdate.render_segments = _render_segments  # type: ignore[method-assign]
        LayoutUpdate.render_segments = _render_layout  # type: ignore[method-assign]
    return known


def remove() -> None:
    """Back to Textual's own way."""
    ChopsUpdate.render_segments = _stock  # type: ignore[method-assign]
    LayoutUpdate.render_segments = _stock_layout  # type: ignore[method-assign]


def is_known() -> bool:
    """Whether the code to be replaced is the code this was written against."""
    try:
        sources = [inspect.getsource(function) for function in _KNOWN]
    except (OSError, TypeError):
        return False
    return sha256("".join(sources).encode()).hexdigest() == _WRITTEN_AGAINST


def writes(screen: Screen[Any]) -> bool:
    """Whether a screen may at times write what has changed itself."""
    return ChopsUpdate.render_segments is _render_segments and not screen.app.is_headless and sys.platform != "win32"


def displayed_by(screen: Screen[Any]) -> Displayed | None:
    """What the terminal of a screen shows, if the screen may write to it now: on top, and in no need of a layout."""
    app = screen.app
    free = app._running and not app._closed and not app._batch_count and not app.is_inline
    settled = not (screen._layout_required or screen._repaint_required or screen._scroll_required)
    return _displayed.get(app.console) if free and settled and app.screen is screen else None


def write(screen: Screen[Any], patches: Sequence[Patch], depth: Depth) -> None:
    """Write patches to the terminal of a screen, as one frame."""
    app = screen.app
    if app._driver is not None:
        text = patches_to_text(patches, depth, app.size.width)
        app._driver.write(f"{SYNC_START}{text}{SYNC_END}" if app._sync_available else text)


def _render_layout(self: LayoutUpdate, console: Console) -> str:
    """Textual's own way to write whole rows, after which the terminal shows what is not remembered."""
    _displayed.pop(console, None)
    return _stock_layout(self, console)


def _render_segments(self: ChopsUpdate, console: Console) -> str:
    """The control sequences that write the changed spans, each from its first cell to its last.

    Of a row that is remembered only the cells that differ from what is on the terminal are written.
    """
    out: list[str] = []
    displayed = _displayed.setdefault(console, Displayed())
    patches: list[Patch] = []
    depth = Depth.TRUE
    for y, x1, x2 in self.spans:
        for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
            if strip is None or x >= x2 or end <= x1:
                continue
            if isinstance(strip, RowStrip):
                found = displayed.show(y, x, strip.row, strip.cell_length)
                patches += found or ()
                depth = strip.depth
                if found is None:
                    out.append(go_to(x, y) + row_to_text(strip.row, depth))
                continue
            left, right = max(x, x1), min(end, x2)
            displayed.overwritten(y, left, right)
            out.append(go_to(left, y) + strip.crop(left - x, right - x).render(console))
    if patches:
        out.append(patches_to_text(patches, depth, console.width))
    return "".join(out)
