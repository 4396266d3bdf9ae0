"""Commands: the palette of all there are, and the command line that opens a moment."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from textual.screen import Screen

from replay.analysis.ghosts import ALIGNED
from replay.files.library import Library
from replay.race.clocks import clocks_of
from replay.race.names import has_all
from replay.race.race import Race
from replay.race.times import format_clock
from replay.race.units import Unit
from replay.tui.clipboard import command_of
from replay.tui.host import Host
from replay.tui.keys import Key
from replay.viewing.finding import Found


def commands_of(screen: Screen[Any]) -> tuple[Key, ...]:
    """The keys of a screen that are commands of their own."""
    keys: Sequence[Key] = getattr(screen, "KEYS", ())
    return tuple(key for key in keys if not key.action.startswith("tenth("))


def find_commands(keys: Sequence[Key], typed: str) -> list[Found]:
    """Those of some keys in whose words, or name in the footer, all that was typed stands; each by its number."""
    words = set(typed.casefold().split())
    return [
        Found(number, key.help, key.shown)
        for number, key in enumerate(keys)
        if has_all(f"{key.label} {key.help}".casefold(), words)
    ]


def ask_for_command(screen: Screen[Any], host: Host) -> None:
    """Let one of a screen's commands be picked, and run it; nothing where it has none."""
    keys = host.preferred.keys_of(commands_of(screen))

    def run(found: Found | None) -> None:
        if found is not None and isinstance(found.value, int):
            screen.call_later(screen.run_action, keys[found.value].action)

    if keys:
        host.dialogues.pick("Commands", "Search for commands", partial(find_commands, keys), run, wide=True)


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
    words: list[str | Path] = ["race-replay"]
    if races and path in ids:
        words += ["--races", races]
    named = ids.get(path, "-")
    words += [path if named.startswith("-") else named, "--at", format_clock(t, 2)]
    words += [word for change in race.what_if for word in ("--what-if", change)]
    words += [word for entry in race.entries if entry.ghost for word in entry.ghost.split(" ", 1)]
    words += ["--align", "finish"] if any(entry.ghost and entry.note == ALIGNED for entry in race.entries) else []
    words += ["--clock", str(race.clock)] if len(clocks_of(race)) > 1 else []
    words += ["--units", str(race.course.unit)] if race.course.unit is not Unit.KILOMETRES else []
    return command_of(words)
