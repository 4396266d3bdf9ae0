"""Who is put beside a race before it is shown, and what is changed in it.

`--vs`, `--vs-winners`, `--me`, `--align` and `--what-if`.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from replay.cli.options import Given, files_completed, filled, followed, library_of, packed, races_completed, read
from replay.race.problems import ReplayError, UnreadableRace

if TYPE_CHECKING:
    from replay.analysis.ghosts import Align, Ghost
    from replay.files.library import Library
    from replay.race.race import Race

F = TypeVar("F", bound=Callable[..., Any])


class Staged(NamedTuple):
    """Who is to be put beside a race, and what is to be changed in it."""

    vs: tuple[str, ...] = ()
    vs_winners: str | None = None
    me: str | None = None
    align: str | None = None
    what_if: tuple[str, ...] = ()


def staged_options(command: F) -> F:
    """Ghosts, and what is changed: the command takes `staging`."""
    command = packed("staging", Staged)(command)
    command = click.option(
        "--vs",
        metavar="RACE:NAME",
        multiple=True,
        shell_complete=races_completed,
        help="A runner of another race beside these, as a ghost; several.",
    )(command)
    command = click.option(
        "--vs-winners", metavar="EVENT", help="All who won a race of the library over that distance: 1500m, mile."
    )(command)
    command = click.option(
        "--me",
        metavar="TIME|SPLITS|FILE",
        shell_complete=files_completed,
        help="You: 5:10 at an even pace, '400 75, 800 2:32, 5:10', lap times, or a FIT, GPX or TCX file.",
    )(command)
    command = click.option(
        "--what-if",
        metavar="CHANGE",
        multiple=True,
        help="A copy of the race with another lap or split: 'Kerr lap 3 = 55.0', 'Kerr 1200m = 2:48', 'without Kerr'.",
    )(command)
    return click.option(
        "--align", type=click.Choice(["gun", "finish"]), help="Ghosts start with the gun, or come home with the winner."
    )(command)


class AsStaged(NamedTuple):
    """A race as it is to be shown."""

    race: "Race"
    as_run: "Race | None" = None
    """As it was, where it was changed."""
    ghosts: "tuple[Ghost, ...]" = ()
    align: "Align | None" = None


def staged(library: "Library", race: "Race", wanted: Staged) -> AsStaged:
    """The race with what is changed of it, and with the ghosts that are wanted.

    Raises:
        ReplayError: Somebody is not known, has no times, or cannot be put beside this race; or a change cannot be.
    """
    as_run = None
    if wanted.what_if:
        from replay.analysis.whatif import what_if

        as_run = filled(race)
        try:
            race = what_if(as_run, wanted.what_if)
        except ReplayError as error:
            raise ReplayError(f"--what-if: {error}") from None
    if wanted == Staged(align=wanted.align, what_if=wanted.what_if):
        if wanted.align is not None:
            raise click.UsageError("--align goes with --vs, --vs-winners or --me")
        return AsStaged(race, as_run)
    from replay.analysis.ghosts import Align, beside

    ghosts, align = tuple(_ghosts(library, race, wanted)), Align(wanted.align or "gun")
    return AsStaged(beside(race, ghosts, align), as_run, ghosts, align)


def read_staged(race: "Sequence[str]", given: Given, staging: Staged) -> "Race":
    """The race an argument means, with who is put beside it, its gaps filled."""
    library = library_of(given.races)
    return filled(staged(library, read(library, race, given), staging).race)


def _ghosts(library: "Library", race: "Race", wanted: Staged) -> "list[Ghost]":
    found = [_named(library, vs) for vs in wanted.vs]
    if wanted.vs_winners is not None:
        found += _winners(library, race, wanted.vs_winners)
    if wanted.me is not None:
        from replay.analysis.yours import yours

        try:
            found.append(yours(race, wanted.me))
        except UnreadableRace:
            raise
        except ReplayError as error:
            raise ReplayError(f"--me: {error}") from None
    return list({ghost.entry.name: ghost for ghost in found}.values())


def _named(library: "Library", vs: str) -> "Ghost":
    from replay.analysis.ghosts import ghost_of

    other, _, name = vs.rpartition(":")
    if not other:
        raise ReplayError(f"--vs: {vs!r} names no race; write RACE:NAME, such as london-mile-2026:Kerr")
    ran = filled(read(library, [other]))
    return ghost_of(ran, followed(ran, name), f"--vs {vs}")


def _winners(library: "Library", race: "Race", event: str) -> "Sequence[Ghost]":
    from replay.analysis.ghosts import winners
    from replay.race.events import event_metres

    try:
        distance = event_metres(event)
    except ValueError as error:
        raise ReplayError(f"--vs-winners: {error}") from None
    items = (library.read(file) for file in library.files() if file.kind == "race" and not file.clash)
    found = winners([item.race for item in items if item.race is not None], distance, race.id)
    if not found:
        raise ReplayError(f"--vs-winners: the library has no winner over {event}; `race-replay list` names its races")
    return found
