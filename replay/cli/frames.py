"""`frame`: the picture of a moment, as text."""

import shutil
import sys
from collections.abc import Mapping
from typing import NamedTuple

import click

from replay.cells.depth import Depth
from replay.cli.group import WELL, commands
from replay.cli.options import Given, at_option, followed, moment, packed, race_options
from replay.cli.seeing import (
    names_option,
    palette_option,
    preferred_unless,
    spoilers_option,
    theme_option,
    view_of,
    view_option,
)
from replay.cli.staging import Staged, read_staged, staged_options
from replay.cli.terminals import depth_of, environment_as_given, has_light_ground, shows_unicode
from replay.cli.watching import ascii_option, colours_option
from replay.race.problems import ReplayError

USUAL = 120, 40
"""Columns and rows of a picture that is not for a terminal."""
LARGEST = 1000, 500


class Sight(NamedTuple):
    """How a moment is to be seen."""

    at: str
    size: str | None
    theme: str | None
    palette: str | None
    names: str | None
    view: str | None
    follow: str | None
    color: str
    only_ascii: bool | None
    colours: str | None
    spoilers: bool | None


@commands.command()
@at_option
@click.option("--size", metavar="COLSxROWS", help="Of the picture; that of the terminal, else 120x40.")
@theme_option
@palette_option
@names_option
@view_option
@click.option("--follow", metavar="NAME", help="The runner who is chosen, and seen close up.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colours: on a terminal, or as said.",
)
@ascii_option
@colours_option
@spoilers_option
@packed("sight", Sight)
@staged_options
@race_options
def frame(race: tuple[str, ...], sight: Sight, staging: Staged, given: Given) -> int:
    """The picture of a moment, as text."""
    from replay.cells.ansi import rows_to_text
    from replay.cells.rows import plain
    from replay.commentary import call_race
    from replay.drawing.theme.look import look_of
    from replay.drawing.theme.themes import theme_of
    from replay.files.preferences import LAST
    from replay.race.race import WhenKind
    from replay.state import timeline_of
    from replay.viewing import picture_of
    from replay.viewing.frame import Size
    from replay.viewing.frame import frame as frame_at

    size = Size(*(_usual_size() if sight.size is None else parse_size(sight.size)))
    environment = environment_as_given()
    depth = _depth(sight.color, sight.colours, environment)
    timeline = timeline_of(read_staged(race, given, staging))
    when, t = moment(timeline, sight.at)
    chosen = followed(timeline.race, sight.follow) if sight.follow is not None else None
    held = preferred_unless(theme=sight.theme, palette=sight.palette, names=sight.names, spoilers=sight.spoilers)
    light = has_light_ground(environment) if held.theme == LAST else held.theme == "light"
    only_ascii = not shows_unicode(environment) if sight.only_ascii is None else sight.only_ascii
    look = look_of(theme_of(light, depth, held.palette), only_ascii, depth is not Depth.NONE)
    view = view_of(sight.view, chosen, held)._replace(
        ended=t >= timeline.over and when.kind is not WhenKind.WINNER  # the last one may be the winner
    )
    rows = frame_at(picture_of(timeline, look, call_race(timeline)), view, t, size).rows
    click.echo(plain(rows) if depth is Depth.NONE else rows_to_text(rows, depth), color=True)
    return WELL


def _usual_size() -> tuple[int, int]:
    """As large as the terminal is, or as COLUMNS and LINES say; they may say what cannot be drawn."""
    wide, high = shutil.get_terminal_size(USUAL) if _on_terminal() else USUAL
    return min(wide, LARGEST[0]), min(high, LARGEST[1])


def parse_size(text: str) -> tuple[int, int]:
    """Columns and rows, as `120x40`.

    Raises:
        ReplayError: It is no size, or one that cannot be drawn.
    """
    columns, _, rows = text.lower().partition("x")
    if not (columns.isdecimal() and rows.isdecimal() and columns.isascii() and rows.isascii()):
        raise ReplayError(f"--size: {text!r} is no size; write columns and rows, such as 120x40")
    size = int(columns[:9]), int(rows[:9])
    if not (0 < size[0] <= LARGEST[0] and 0 < size[1] <= LARGEST[1]):
        raise ReplayError(f"--size: {text!r} cannot be drawn; from 1x1 to {LARGEST[0]}x{LARGEST[1]} it can")
    return size


def _on_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _depth(color: str, colours: str | None, environment: Mapping[str, str]) -> Depth:
    """The colours that are written: none unless the text goes to a terminal, or somebody wants them."""
    if color == "never" or (color == "auto" and colours is None and not _on_terminal()):
        return Depth.NONE
    return Depth.TRUE if color == "always" and colours is None else depth_of(environment, colours)
