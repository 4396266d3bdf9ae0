"""`import`: another format's file, or another's table, kept as one of ours."""

from pathlib import Path

import click

from replay.cli.group import FINDINGS, WELL, commands
from replay.cli.options import Given, files_completed, library_of, race_options, reading, told
from replay.cli.printing import print_text
from replay.race.problems import ReplayError


@commands.command("import")
@click.option(
    "-o", "--output", metavar="FILE", shell_complete=files_completed, help="Keep the race there, as .yaml or .csv."
)
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@race_options
def import_command(race: tuple[str, ...], output: str | None, force: bool, given: Given) -> int:
    """Read a file of any format: say what was understood, or keep the race as one of ours."""
    from replay.answers.imported import understood_text
    from replay.files.keeping import left_out, write_race

    found = reading(library_of(given.races), race, given)
    if output is None:
        print_text(understood_text(found))
        return WELL if found.race is not None else FINDINGS
    kept = told(found)
    try:
        write_race(kept, Path(output), force=force)
    except ValueError as error:
        raise ReplayError(f"{output}: {error}") from None
    if left := left_out(kept):
        click.echo(f"race-replay: {left}", err=True)
    return WELL
