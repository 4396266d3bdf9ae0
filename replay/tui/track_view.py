"""The widget of the course: close up every cell may change, and only those that do are written."""

from textual.strip import Strip

from replay.cells.ink import Row
from replay.tui.cells import Cells
from replay.tui.rowstrip import RowStrip, strip_of
from replay.tui.sparse import SparseStrip


class TrackView(Cells):
    """Shows the course; `scattered` says whether its changes lie all over it."""

    scattered = False

    def scatter(self, scattered: bool) -> None:
        """From here on changes lie all over it, or here and there."""
        if scattered != self.scattered:
            self.scattered = scattered
            self.redraw_whole()

    def strip(self, row: Row, width: int) -> Strip:
        """A row of the picture."""
        return strip_of(row, width, SparseStrip if self.scattered else RowStrip)
