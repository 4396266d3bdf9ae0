"""What the screens beside a race have in common: a title, one column or two as there is room, and a footer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textual.events import Click
from textual.screen import Screen

from replay.cells.canvas import Rect
from replay.cells.ink import Row
from replay.drawing.panels.bars import Spots, footer_row, pressed
from replay.drawing.theme.look import Look
from replay.drawing.view import Hint
from replay.race.problems import one_line
from replay.tui.cells import Cells

Places = Mapping[str, Rect]
"""Where each panel of a screen is, by its id; one that is not there has no room."""
ROOM = 72
"""Columns of a screen that has room for two."""


def two_columns(names: tuple[str, str], twentieths: int, least: int, most: int, width: int, height: int) -> Places:
    """A title of two rows, a column on the left and where there is room one on the right, and a footer of one row.

    Args:
        names: The ids of left and right.
        twentieths: How much of the width is the left one's.
        least: Columns that it has at least.
        most: And at most.
        width: Of the screen.
        height: Of the screen.
    """
    middle = max(height - 3, 1)
    share = min(max(width * twentieths // 20, least), most) if width >= ROOM else width
    places = {"title": Rect(0, 0, width, 2), names[0]: Rect(0, 2, share, middle)}
    if share < width:
        places[names[1]] = Rect(share, 2, width - share, middle)
    return {**places, "footer": Rect(0, height - 1, width, 1)}


class Columns:
    """The panels of a screen, each a `Cells` with an id, and what its footer says."""

    def __init__(self, screen: Screen[Any], places: Callable[[int, int], Places]) -> None:
        """Have panels where `places` says for a width and a height."""
        self._screen, self._places = screen, places
        self._size = 0, 0
        self._spots: Spots = ()
        self.said = ""
        """What was said last."""

    def arrange(self, size: tuple[int, int]) -> None:
        """Give the panels their places on a screen of another size; the first comes when everything has its place."""
        if size == self._size:
            return
        self._size = size
        places = self._places(*size)
        for cells in self._screen.query(Cells):
            cells.take_place(places.get(cells.id or ""))
            cells.redraw_whole()

    def size_of(self, name: str) -> tuple[int, int]:
        """Cells and rows of a panel; none where it has no room."""
        place = self._places(*self._size).get(name)
        return (place.width, place.height) if place is not None else (0, 0)

    def redraw(self) -> None:
        """Show what changed."""
        if self._screen.is_mounted:
            for cells in self._screen.query(Cells):
                cells.redraw()

    def redraw_whole(self) -> None:
        """Draw everything anew, as for another theme."""
        for cells in self._screen.query(Cells):
            cells.redraw_whole()

    def say(self, message: str) -> None:
        """Say something short in the footer, until something else is."""
        self.said = one_line(message)  # it may name a folder
        self.redraw()

    def footer(self, keys: Sequence[Hint], look: Look, width: int, lead: str = "") -> list[Row]:
        """The row of keys, behind what was said last, or `lead`."""
        row, self._spots = footer_row(keys, look, width, self.said or lead)
        return [row]

    async def press(self, event: Click) -> None:
        """Do what the footer says at a click."""
        if isinstance(event.widget, Cells) and event.widget.id == "footer":
            action = pressed(self._spots, event.x)
            if action:
                await self._screen.run_action(action)
