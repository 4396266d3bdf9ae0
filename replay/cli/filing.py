"""The commands about files: `check`, `reconstruct`, `schema`."""

import sys
from pathlib import Path

import click

from replay.cli.group import FINDINGS, WELL, commands
from replay.cli.options import Given, choices_of, files_completed, given_options, library_of, races_completed, read
from replay.cli.printing import print_json, print_text
from replay.files.written import write_new
from replay.race.problems import ReplayError, Severity, told


@commands.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH ...", shell_complete=files_completed)
@given_options
def check(paths: tuple[str, ...], given: Given) -> int:
    """Every problem of race files, as `file:line: error: …`; one that a file has again and again, once with a count."""
    from replay.answers.check import check as find_problems

    problems = find_problems(paths, library_of(given.races), choices_of(given))
    for line in told(problems):
        click.echo(line)
    return FINDINGS if any(problem.severity is Severity.ERROR for problem in problems) else WELL


@commands.command()
@click.option(
    "-o", "--output", metavar="FILE", shell_complete=files_completed, help="Write there instead of to stdout."
)
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@click.argument("race", shell_complete=races_completed)
@given_options
def reconstruct(race: str, output: str | None, force: bool, given: Given) -> int:
    """Work out what the reports leave open: the race's file with estimated splits."""
    from replay.reconstruction.estimates import completed_text

    library = library_of(given.races)
    path = library.find(race)
    text = completed_text(path, read(library, [race], given, assuming=False))
    if output is not None and _kind(output) != _kind(path):
        raise ReplayError(f"{output}: what is written is a {_kind(path)} file, as {path.name} is; give it that ending")
    if output is None and sys.stdout is not None and sys.stdout.isatty():
        print_text(
            text.removesuffix("\n")
        )  # somebody reads it; what goes into a file or on to a program stays as it is
    elif output is None:
        click.echo(text, nl=False)
    else:
        write_new(output, text, force)
    return WELL


def _kind(path: str | Path) -> str:
    """The ending that says how a file is written."""
    ending = Path(path).suffix.lower()
    return ".yaml" if ending == ".yml" else ending


def _names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from replay.answers.schemas import NAMES

    return [name for name in ("race", *NAMES) if name.startswith(incomplete)]


@commands.command()
@click.argument("what", default="race", metavar="[COMMAND]", shell_complete=_names)
def schema(what: str) -> int:
    """The race file's JSON Schema, for editors; or that of the JSON which a command prints."""
    from replay.answers.schemas import NAMES, answer_schema
    from replay.files.yaml.schema import race_schema

    if what not in ("race", *NAMES):
        raise ReplayError(f"schema: {what!r} has none; name one of race, {', '.join(NAMES)}")
    print_json(race_schema() if what == "race" else answer_schema(what))
    return WELL
