"""What opens the program on the terminal: the menu, or a race."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from replay.cli.group import commands
from replay.cli.options import (
    Given,
    asks,
    choices_of,
    followed,
    given_options,
    library_of,
    moment,
    packed,
    read,
    reading,
    told,
)
from replay.race.problems import ReplayError

if TYPE_CHECKING:
    from replay.files.library import Library
    from replay.race.race import Race
    from replay.tui.app import Terms


class Wishes(NamedTuple):
    """How a race is to be watched."""

    at: str | None
    speed: str
    follow: str | None
    vs: str | None
    only_ascii: bool
    spoilers: bool


ascii_option = click.option("--ascii", "only_ascii", is_flag=True, help="Draw with ASCII characters only.")


@commands.command(hidden=True)
@click.argument("race", nargs=-1, metavar="[RACE]")
@click.option("--at", metavar="WHEN", help="Opens there, paused.")
@click.option("--speed", metavar="N", default="1", help="1/8 to 64, 600 on roads.")
@click.option("--follow", metavar="NAME", help="The runner whose name is shown from the start.")
@click.option("--vs", metavar="RACE:NAME", help="A runner of another race beside these, as a guest.")
@ascii_option
@click.option("--spoilers", is_flag=True, help="Mark what is still to come.")
@packed("wishes", Wishes)
@given_options
def watch(race: tuple[str, ...], wishes: Wishes, given: Given) -> int:
    """Watch a race."""
    if not race:
        if wishes._replace(only_ascii=False) != Wishes(None, "1", None, None, False, False):
            raise click.UsageError("--at, --speed, --follow, --vs and --spoilers go with a race; name one")
        return open_menu(given.races, wishes.only_ascii)
    from replay.race.track import track_of
    from replay.state import timeline_of
    from replay.viewing.playback import parse_rate

    library = library_of(given.races)
    seen = reading(library, race, given)
    if seen.race is None and asks(seen) and _on_terminal():
        return _ask(library, race, given, wishes.only_ascii)
    found = told(seen)
    if wishes.vs is not None:
        found = _with_guest(library, found, wishes.vs)
    try:
        rate = parse_rate(wishes.speed, track_of(found).by_kilometres)
    except ValueError as error:
        raise ReplayError(f"--speed: {error}") from None
    chosen = followed(found, wishes.follow) if wishes.follow is not None else None
    timeline = timeline_of(found)
    when, opens = moment(timeline, wishes.at) if wishes.at is not None else (None, None)
    _need_terminal()
    from replay.tui.app import ReplayApp, run
    from replay.tui.opening import Opening

    opening = Opening(opens, when, rate, chosen, wishes.spoilers)
    terms = _terms(given.races, wishes.only_ascii)
    return run(ReplayApp(library, terms, timeline=timeline, opening=opening))


def _ask(library: "Library", race: Sequence[str], given: Given, only_ascii: bool) -> int:
    """Show what was understood of files, and ask what they do not say; the exit code."""
    from replay.tui.app import ReplayApp, run

    asked = [library.find(argument) for argument in race], choices_of(given)
    return run(ReplayApp(library, _terms(given.races, only_ascii), asked=asked))


def _with_guest(library: "Library", race: "Race", vs: str) -> "Race":
    from replay.reconstruction.guests import with_guest

    other, _, name = vs.rpartition(":")
    if not other:
        raise ReplayError(f"--vs: {vs!r} names no race; write RACE:NAME, such as london-mile-2026:Kerr")
    return with_guest(race, read(library, [other]), name)


def open_menu(races: str | None, only_ascii: bool) -> int:
    """Open the menu; the exit code."""
    library = library_of(races)
    _need_terminal()
    from replay.tui.app import ReplayApp, run

    return run(ReplayApp(library, _terms(races, only_ascii)))


def _terms(races: str | None, only_ascii: bool) -> "Terms":
    from replay.tui.app import Terms

    return Terms(
        ascii=only_ascii or not unicode_locale(),
        colour=not os.environ.get("NO_COLOR"),
        light=on_light_ground(),
        races=races,
    )


def on_light_ground() -> bool:
    """Whether the terminal says that its ground is light."""
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def unicode_locale() -> bool:
    """Whether the locale's characters are Unicode; where none is set the terminal is taken to be a modern one."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG")
    if not named:
        return os.environ.get("TERM") != "linux"
    return "utf" in named.lower()


def _on_terminal() -> bool:
    return os.environ.get("TERM") != "dumb" and sys.stdin.isatty() and sys.stdout.isatty()


def _need_terminal() -> None:
    if not _on_terminal():
        raise ReplayError("watching needs a terminal; `frame`, `state`, `show` and `calls` print the race as text")
