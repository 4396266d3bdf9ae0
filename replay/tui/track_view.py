"""The stadium on the screen: painted once for a size and a theme, with runners and scoreboard laid over it."""

from collections.abc import Mapping, Sequence

from textual.geometry import Region
from textual.strip import Strip

from replay.cells.ink import Row
from replay.cells.rows import Ground, Overlay
from replay.tui.cells import Cells, joined
from replay.tui.rowstrip import RowStrip, strip_of
from replay.tui.sparse import SparseStrip

Layer = Mapping[int, Sequence[Overlay]]
"""Overlays by row, in rising order of their cells."""


class TrackView(Cells):
    """Shows a painting with overlays; only the cells whose overlay changed are repainted."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start with nothing painted."""
        super().__init__(id=id)
        self._painting: Sequence[Row] = ()
        self._grounds: list[Ground] = []
        self._layer: dict[int, tuple[Overlay, ...]] = {}
        self._whole: Sequence[Row] | None = None

    def set_painting(self, painting: Sequence[Row]) -> None:
        """Show another painting: after a change of size or theme."""
        self._painting = painting
        self._grounds = [Ground(row) for row in painting]
        self._layer = {}
        self._whole = None
        self.redraw_whole()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show a picture of which every cell may change, instead of the painting; until the next `set_layer`."""
        other, self._whole = self._whole is None, rows
        if other:
            self.redraw_whole()
        else:
            self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Row]:
        """The painting with what lies over it, or the picture shown instead."""
        if self._whole is not None:
            return self._whole
        return [ground.over(self._layer.get(y, ())) for y, ground in enumerate(self._grounds)]

    def strip(self, row: Row, width: int) -> Strip:
        """A row of the painting, or of the picture shown instead."""
        return strip_of(row, width, RowStrip if self._whole is None else SparseStrip)

    def set_layer(self, layer: Layer) -> None:
        """Lay these over the painting instead of what lies there."""
        old, new = self._layer, {y: tuple(overlays) for y, overlays in layer.items() if overlays}
        self._layer = new
        if self._whole is not None:
            self._whole = None
            self.redraw_whole()
            return
        width, height = self._drawn_size
        if not width:
            return
        spans: list[Region] = []
        for y in old.keys() | new.keys():
            before, after = old.get(y, ()), new.get(y, ())
            if before == after or not 0 <= y < min(height, len(self._painting)):
                continue
            self._strips[y] = strip_of(self._grounds[y].over(after) if after else self._painting[y], width)
            spans += _spans(before, after, y, width)
        if spans:
            self.refresh(*spans)


def _spans(before: Sequence[Overlay], after: Sequence[Overlay], y: int, width: int) -> list[Region]:
    """The cells in which two layers of a row differ, near ones joined."""
    changed = sorted((overlay[0], overlay[0] + len(overlay[1])) for overlay in set(before) ^ set(after))
    return [Region(start, y, min(end, width) - start, 1) for start, end in joined(changed) if start < width]
