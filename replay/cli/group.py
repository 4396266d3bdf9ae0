"""The command line's root: the commands by name, and a race in place of one."""

from importlib import import_module
from typing import TYPE_CHECKING

import click

from replay import __version__
from replay.cli.options import races_option

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

WELL, FINDINGS, WRONG, FAULT, INTERRUPTED = 0, 1, 2, 3, 130


_MODULES = {
    "calls": "asking",
    "check": "filing",
    "compare": "analysing",
    "export": "exporting",
    "frame": "frames",
    "import": "importing",
    "laps": "analysing",
    "list": "listing",
    "positions": "analysing",
    "project": "analysing",
    "reconstruct": "filing",
    "runner": "analysing",
    "schema": "filing",
    "serve": "serving",
    "settings": "preferring",
    "show": "asking",
    "splits": "analysing",
    "state": "asking",
    "trace": "analysing",
    "watch": "watching",
}
"""Where each command is written. Only the module of the one that is asked for is imported: the menu needs few."""


class _Command(click.Command):
    """A command whose help has its options in groups, and examples."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options in groups."""
        from replay.cli.manual import write_options

        write_options(self, ctx, formatter, "Options")

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples."""
        from replay.cli.manual import write_examples, write_meanings

        write_meanings(self.name or "", formatter)
        write_examples(self.name or "", formatter)


class _Commands(click.Group):
    """A group whose first argument may be a race instead of a command."""

    command_class = _Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, which its module adds here; None where there is none."""
        if cmd_name in _MODULES:
            import_module(f"replay.cli.{_MODULES[cmd_name]}")
        return super().get_command(ctx, cmd_name)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options and commands, each in groups."""
        from replay.cli.manual import write_root

        write_root(self, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples."""
        from replay.cli.manual import write_examples

        write_examples("race-replay", formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Commands, options and races; files where nothing begins so."""
        from replay.cli.completing import in_place_of_a_command

        return in_place_of_a_command(super().shell_complete(ctx, incomplete), ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take `race-replay RACE …` for `race-replay watch RACE …`."""
        if args and self.get_command(ctx, args[0]) is None:
            args = ["watch", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let options of `watch` stand before the race, as in `race-replay --ascii RACE`."""
        own = {"--races", "--version", "--help", "-h"}
        if args and args[0].startswith("-") and args[0].split("=")[0] not in own:
            args = ["watch", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    subcommand_metavar="[RACE | COMMAND] ...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@races_option
@click.version_option(__version__, prog_name="race-replay")
@click.pass_context
def commands(ctx: click.Context, races: str | None) -> int:
    """Watch a running race again, in a terminal.

    Without anything: the menu. With RACE, the id of a race of the library or a file, that race. With a command what it
    answers; `race-replay COMMAND --help` tells of each.

    WHEN is a time from the gun (3:30), a distance (1200m, half, 600 to go, bell), lap 3, start, winner or finish.
    """
    ctx.obj = races
    if ctx.invoked_subcommand is None:
        watch = commands.get_command(ctx, "watch")
        assert watch is not None
        code: int = ctx.invoke(watch, races=races)
        return code
    return WELL
