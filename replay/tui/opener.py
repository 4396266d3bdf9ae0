"""Opening files of the user's: from looking for one to the race in his menu."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from textual.screen import Screen

from replay.files.keeping import keep, left_out, suggested_name
from replay.files.library import Library
from replay.files.paths import absolute, here
from replay.files.source import Choices
from replay.race.problems import one_line
from replay.race.race import Race
from replay.tui.host import Dialogues
from replay.tui.line import Line
from replay.tui.picker_screen import PickerScreen
from replay.tui.preferring import Preferring
from replay.tui.understood_screen import UnderstoodScreen


class Stage(Protocol):
    """What opening asks of the application."""

    library: Library
    clock: Callable[[], float]

    @property
    def preferred(self) -> Preferring:
        """How it looks, as somebody has set it."""

    def show_screen(self, screen: Screen[Any], then: Callable[[Any], None] | None, replace: bool = False) -> None:
        """Show a screen over what is on top, or in its place."""

    @property
    def dialogues(self) -> Dialogues:
        """What opens over a screen."""

    def show_kept(self, path: Path) -> None:
        """Show in the menu a race that was kept."""


class Opener:
    """Looks for files, opens them and keeps their races."""

    def __init__(self, app: Stage) -> None:
        """Begin to look where the program was started."""
        self.app = app
        self.folder = here()

    def pick(self, instead: bool) -> None:
        """Look for a file; `instead` of the one that is open."""
        self.app.show_screen(PickerScreen(self.folder, self.app.preferred.look), partial(self._picked, instead))

    def _picked(self, instead: bool, paths: Sequence[Path] | None) -> None:
        if paths:
            self.folder = absolute(paths[0]).parent
            self.show(paths, instead=instead)

    def show(self, paths: Sequence[Path], choices: Choices | None = None, *, instead: bool = False) -> None:
        """Show what is understood of files that are of one race."""
        self.app.show_screen(self.screen(paths, choices), None, instead)

    def screen(self, paths: Sequence[Path], choices: Choices | None = None) -> UnderstoodScreen:
        """The screen of such files."""
        return UnderstoodScreen(paths, self.app.preferred.look, choices or Choices(), self.app.clock)

    def keep(self, race: Race, then: Callable[[Path | None], None]) -> None:
        """Ask for a name, and keep the race under it."""
        library = self.app.library
        folder, taken = library.folder, library.ids()
        name = suggested_name(race, folder, taken)
        where = f"In {one_line(str(folder))}. A .yaml is a race file to go on with by hand, a .csv a plain table."
        if left := left_out(race):
            where = f"{where} {left.capitalize()}."

        def kept(path: Path | None) -> None:
            if path is not None:
                self.app.show_kept(path)
            then(path)

        self.app.dialogues.ask(
            Line("Keep the race as", name, where, name), lambda text: keep(race, folder, text, taken), kept
        )
