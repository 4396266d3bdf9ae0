"""Commands: the palette of all there are, and the command line that opens a moment."""

import shlex
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import SystemCommand
from textual.command import CommandList, CommandPalette
from textual.screen import Screen

from replay.files.library import Library
from replay.race.clocks import clocks_of
from replay.race.race import Race
from replay.race.times import format_clock
from replay.race.units import Unit
from replay.tui.keys import Key


class Palette(CommandPalette):
    """Textual's palette, which ends the program when a list without a row is to be paged through."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region.height > 0:
            super()._action_command_list(action)


def commands_of(screen: Screen[Any]) -> list[SystemCommand]:
    """Every key of a screen, for the palette."""
    keys: Sequence[Key] = getattr(screen, "KEYS", ())
    return [
        SystemCommand(f"{key.label} ({key.shown})", key.help, partial(screen.run_action, key.action))
        for key in keys
        if not key.action.startswith("tenth(")
    ]


def command_line(race: Race, t: float, library: Library, races: str | None) -> str:
    """The command line that opens a race at a time.

    Args:
        race: A race of the library, or of a file.
        t: Seconds.
        library: Where it may be from.
        races: The folder that `--races` named, if any.
    """
    ids = {file.path: file.id for file in library.files() if not file.clash}
    path = Path(race.path)
    words = ["race-replay"]
    if races and path in ids:
        words += ["--races", races]
    words += [ids.get(path, str(path)), "--at", format_clock(t, 2)]
    words += ["--clock", str(race.clock)] if len(clocks_of(race)) > 1 else []
    words += ["--units", str(race.course.unit)] if race.course.unit is not Unit.KILOMETRES else []
    return shlex.join(words)
