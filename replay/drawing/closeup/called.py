"""Who is called by name in the close view, and who by three letters: as many as there is room for."""

from collections.abc import Collection, Sequence

from replay.cells.text import cell_width
from replay.drawing.closeup.inview import Runner
from replay.drawing.theme.lineup import Cast, without_year

LONGEST = 18
"""Cells of the longest name that is written whole."""


def name_of(cast: Cast, runner: Runner) -> str:
    """The name of a runner, with the place of one who is home; empty where its letters take more cells than one."""
    name = cast.names[runner.entry]
    place = f"{runner.place} " if runner.place is not None else ""
    name = name if len(name) <= LONGEST else without_year(name)[:LONGEST]
    return place + (name if cell_width(name) == len(name) else "")


def called_in(
    runners: Sequence[Runner], cast: Cast, width: int, chip: int = 1, terse: Collection[int] = ()
) -> list[str]:
    """The names of a row, each behind so many letters; from the last on empty, for letters alone, where not all fit.

    Those of the `terse` are empty, too.
    """
    names = ["" if runner.entry in terse else name_of(cast, runner) for runner in runners]
    named = len(names)
    while named and _room(names[:named], len(names) - named, cast.code, chip) > width:
        named -= 1
    bare = len(names) - named
    while bare and _room(names[:named], bare, cast.code, chip) > width:
        bare -= 1
    return [*names[:named], *[""] * bare]


def _room(names: Sequence[str], bare: int, code: int, chip: int) -> int:
    """Cells that names behind their letters, and so many three letters, take with a space between."""
    return sum(len(name) + chip + 3 for name in names) + bare * (code + 1) - 1
