"""The races of the menu: they are read while it is shown, a little at a time, so that keys are answered between."""

import time as wall
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App

from replay.files.library import Library, LibraryFile, LibraryItem
from replay.tui.menu_screen import MenuScreen

_AT_ONCE = 0.1
"""Seconds for which files are read before keys are answered again."""


class Shelf:
    """Reads them, and shows them in a menu."""

    def __init__(self, app: App[Any], library: Library, menu: MenuScreen) -> None:
        """Nothing is read yet."""
        self.menu = menu
        self._app, self._library = app, library
        self._files: list[LibraryFile] = []
        self._then: Callable[[], None] | None = None

    def read(self, then: Callable[[], None] | None = None) -> None:
        """Read every race; do something then, if the menu is on top: who is beside whom is known."""
        self._files, self._then = list(self._library.files()), then
        self._read_some()

    def _read_some(self) -> None:
        """Read files for a tenth of a second, show them, and come back for more."""
        until = wall.monotonic() + _AT_ONCE
        items = list(self.menu.items)
        while self._files and wall.monotonic() < until:
            items.append(self._library.glance(self._files.pop(0)))
        self.menu.show_items(items, reading=bool(self._files))
        if self._files:
            self._app.set_timer(0.001, self._read_some)
        elif self._then is not None:
            then, self._then = self._then, None
            if self._app.screen_stack[-1:] == [self.menu]:  # none is there, where the program is being left
                then()

    def beside(self, id: str, way: int) -> LibraryItem | None:  # noqa: A002
        """Choose the race before another (-1) or after it (1); say so where there is none."""
        item = self.menu.choose_beside(id, way)
        if item is None:
            self.menu.say(f"that was the {'last' if way > 0 else 'first'} race of the list")
        return item

    def add(self, path: Path) -> None:
        """Show a race that was kept, and choose it."""
        self.menu.add(self._library.glance(LibraryFile(path.stem, "race", path, False)))
