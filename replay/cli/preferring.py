"""`settings`: what is set once for all, and where."""

import click

from replay.cli.group import WELL, commands
from replay.cli.printing import print_text


@commands.command()
def settings() -> int:
    """What is set once for all, and the file in which it is."""
    from replay.answers.preferred import settings_text
    from replay.files.preferences import read_preferences

    found = read_preferences()
    problems = [str(problem) for problem in found.problems]
    if found.held.own_keys:
        from replay.tui.ownkeys import usable

        held, wrong = usable(found.held)
        found = found._replace(held=held)
        problems += [f"{found.path}: {wrong}"] if wrong else []
    for problem in problems:
        click.echo(f"race-replay: {problem}", err=True)
    print_text(settings_text(found))
    return WELL
