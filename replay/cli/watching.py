"""What opens the program on the terminal: the menu, or a race."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from replay.cells.depth import Depth
from replay.cli.group import commands
from replay.cli.interrupting import leave_signals_alone
from replay.cli.openable import need_files
from replay.cli.options import (
    Given,
    asks,
    choices_of,
    filled,
    followed,
    given_options,
    library_of,
    moment,
    packed,
    races_completed,
    rate_of,
    reading,
    told,
    unit_of,
)
from replay.cli.seeing import (
    director_option,
    names_option,
    palette_option,
    preferred_unless,
    spoilers_option,
    theme_option,
)
from replay.cli.staging import Staged, staged, staged_options
from replay.cli.terminals import COLOURS, depth_of, environment_as_given, has_light_ground, may_show_more, shows_unicode
from replay.race.problems import ReplayError

if TYPE_CHECKING:
    from replay.files.library import Library, LibraryItem
    from replay.files.preferences import Preferences
    from replay.tui.app import ReplayApp
    from replay.tui.preferring import Terms


_SYSTEMS = {
    Depth.NONE: "standard",
    Depth.SIXTEEN: "standard",
    Depth.EIGHT_BIT: "256",
    Depth.TRUE: "truecolor",
}
"""What Textual calls them."""


class Wishes(NamedTuple):
    """How a race is to be watched."""

    at: str | None
    speed: str | None
    follow: str | None
    only_ascii: bool | None
    colours: str | None
    theme: str | None
    palette: str | None
    names: str | None
    director: bool | None
    spoilers: bool | None
    plain: bool


BARE = Wishes(None, None, None, None, None, None, None, None, None, None, plain=False)
"""Nothing is wished."""

ascii_option = click.option(
    "--ascii/--no-ascii", "only_ascii", default=None, help="Draw with ASCII characters only; as the terminal is."
)
colours_option = click.option(
    "--colors", "colours", type=click.Choice(list(COLOURS)), help="Of the terminal; as it says of itself."
)


@commands.command(hidden=True)
@click.argument("race", nargs=-1, metavar="[RACE]", shell_complete=races_completed)
@click.option("--at", metavar="WHEN", help="Opens there, paused.")
@click.option("--speed", metavar="N", help="1/8 to 64, 600 on roads; a road race takes about two minutes without.")
@click.option("--follow", metavar="NAME", help="The runner whose name is shown from the start.")
@ascii_option
@colours_option
@theme_option
@palette_option
@names_option
@director_option
@spoilers_option
@click.option("--plain", is_flag=True, help="As lines with their times, as where there is no terminal.")
@packed("wishes", Wishes)
@staged_options
@given_options
def watch(race: tuple[str, ...], wishes: Wishes, staging: Staged, given: Given) -> int:
    """Watch a race."""
    if not race:
        if (wishes._replace(only_ascii=None, colours=None, theme=None, palette=None), staging) != (BARE, Staged()):
            raise click.UsageError(
                "--at, --speed, --follow, --names, --director, --spoilers, --vs, --me, --what-if and --plain "
                "go with a race; name one"
            )
        return open_menu(given, wishes)
    if wishes.director and wishes.speed is not None:
        raise ReplayError("--speed: with --director the director turns the speed; leave one of them out")
    from replay.race.track import track_of
    from replay.race.track.road import in_units
    from replay.state import timeline_of

    library = library_of(given.races)
    story = library.story(race[0]) if len(race) == 1 and _on_terminal() else None
    if story is not None:
        return open_menu(given, wishes, story)
    seen = reading(library, race, given)
    if seen.race is None and asks(seen) and _on_terminal():
        return _ask(library, race, given, wishes)
    stage = staged(library, in_units(told(seen), unit_of(given.units)), staging)
    found = stage.race
    rate = None if wishes.speed is None else rate_of(wishes.speed, track_of(found).by_kilometres)
    chosen = followed(found, wishes.follow) if wishes.follow is not None else None
    if wishes.plain or not _on_terminal():
        from replay.cli.plain import say

        timeline = timeline_of(filled(found))
        return say(timeline, moment(timeline, wishes.at)[1] if wishes.at is not None else 0.0, rate)
    timeline = timeline_of(found)
    when, opens = moment(timeline, wishes.at) if wishes.at is not None else (None, None)
    terms = _terms(given, wishes)
    from replay.tui.app import ReplayApp
    from replay.tui.opening import Opening

    shown = stage.ghosts, stage.align, stage.as_run
    opening = Opening(opens, when, rate, chosen, bool(wishes.spoilers), *shown, out="quit")
    return _run(ReplayApp(library, terms, timeline=timeline, opening=opening))


def _run(app: "ReplayApp") -> int:
    """Show it until it is left; the exit code. The loop that it runs in answers signals by itself."""
    from replay.tui.running import run

    leave_signals_alone()
    need_files()
    return run(app)


def _ask(library: "Library", race: Sequence[str], given: Given, wishes: Wishes) -> int:
    """Show what was understood of files, and ask what they do not say; the exit code."""
    terms = _terms(given, wishes)
    from replay.tui.app import ReplayApp

    asked = [library.find(argument) for argument in race], choices_of(given)
    return _run(ReplayApp(library, terms, asked=asked))


def open_menu(given: Given, wishes: Wishes, story: "LibraryItem | None" = None) -> int:
    """Open the menu, and a story over it if one is given; the exit code."""
    library = library_of(given.races)
    _need_terminal()
    terms = _terms(given, wishes)
    from replay.tui.app import ReplayApp

    app = ReplayApp(library, terms)
    if story is not None:
        app.begin_with(story)
    return _run(app)


def _terms(given: Given, wishes: Wishes) -> "Terms":
    environment = environment_as_given()
    depth = depth_of(environment, wishes.colours)
    if environment.get("TEXTUAL_COLOR_SYSTEM") not in ("auto", *_SYSTEMS.values()) or wishes.colours is not None:
        # Textual looks at it when it is imported, takes greys for none, and ends at a name that it does not know.
        os.environ["TEXTUAL_COLOR_SYSTEM"] = _SYSTEMS[depth]
    from replay.files.preferences import THEMES, chosen_theme
    from replay.tui.preferring import Terms

    said = ("theme", "palette", "names", "director", "spoilers")
    held = _usable(preferred_unless(**{name: getattr(wishes, name) for name in said}))
    theme = held.theme if held.theme in THEMES else chosen_theme()
    return Terms(
        ascii=not shows_unicode(environment) if wishes.only_ascii is None else wishes.only_ascii,
        colour=depth is not Depth.NONE,
        light=has_light_ground(environment) if theme is None else theme == "light",
        races=given.races,
        unit=unit_of(given.units),
        asks=wishes.colours is None and may_show_more(environment, depth),
        preferences=held,
    )


def _usable(held: "Preferences") -> "Preferences":
    """Settings without keys that cannot be, which is told on stderr."""
    if not held.own_keys:
        return held
    from replay.tui.ownkeys import usable

    held, wrong = usable(held)
    if wrong:
        click.echo(f"race-replay: {wrong}; until then your own keys are left out", err=True)
    return held


def _on_terminal() -> bool:
    streams = sys.stdin, sys.stdout  # None where the shell has closed them
    return os.environ.get("TERM", "").lower() != "dumb" and all(s is not None and s.isatty() for s in streams)


def _need_terminal() -> None:
    if not _on_terminal():
        raise ReplayError("the menu needs a terminal; name a race, which is then told in lines: `list` has them")
