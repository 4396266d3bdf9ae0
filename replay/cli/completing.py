"""What a shell completes: races by their ids, files, moments. Click's own scripts ask for it."""

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

VARIABLE = "_RACE_REPLAY_COMPLETE"
"""In which a shell says what it wants: `bash_source` for the script, and what the script asks."""


_WORD = re.compile(r"\w[\w.,+@%=:-]*")
"""What every shell takes as it stands."""
_QUOTING = ("zsh", "fish")
"""Shells that quote what they put in; others put `$(reboot)` in as it is, and obey it with the next Enter."""


def _is_offered(name: str) -> bool:
    """Whether the name of a file, which may be anybody's, can stand on a command line as nothing but a name."""
    quoted = os.environ.get(VARIABLE, "").startswith(_QUOTING) and name.isprintable() and not name.startswith("-")
    return quoted or _WORD.fullmatch(name) is not None


def race_ids(ctx: click.Context, incomplete: str) -> list[str]:
    """The ids of the library's races that begin so."""
    from replay.files.library import FOLDER_VARIABLE, Library
    from replay.files.paths import expanded

    named = ctx.params.get("races") or ctx.find_root().params.get("races") or os.environ.get(FOLDER_VARIABLE)
    with suppress(OSError):  # a shell is told of nothing that goes wrong
        files = Library(expanded(named) if named else None).files()
        ids = [file.id for file in files if file.kind == "race" and not file.clash]
        return [name for name in ids if name.startswith(incomplete) and _is_offered(name)]
    return []


def races(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Races; files where none begins so."""
    from click.shell_completion import CompletionItem

    found = [CompletionItem(name) for name in race_ids(ctx, incomplete)]
    return found or files(ctx, param, incomplete)


def in_place_of_a_command(found: "list[CompletionItem]", ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
    """What may stand where a command does: one of those found, or a race; files where nothing begins so."""
    from click.shell_completion import CompletionItem

    found = [*found, *(CompletionItem(name) for name in race_ids(ctx, incomplete))]
    return found or [CompletionItem(incomplete, type="file")]


def files(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Files and folders, which the shell knows."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def complete(commands: click.Command) -> int:
    """Answer a shell; the exit code."""
    from click.shell_completion import shell_complete

    with suppress(OSError, LookupError, ValueError):  # what was typed is no text, or is not told
        return shell_complete(commands, {}, "race-replay", VARIABLE, os.environ[VARIABLE])
    return 1
