"""`list`: the library. It is asked for more often than any other, and its options are few: alone it begins sooner."""

from replay.cli.group import WELL, commands
from replay.cli.options import json_option, library_of, races_option
from replay.cli.printing import print_found


@commands.command("list")
@json_option
@races_option
def list_command(as_json: bool, races: str | None) -> int:
    """The library."""
    from replay.answers.listing import list_answer, list_text, listed

    found = listed(library_of(races))
    print_found(as_json, list_answer, list_text, found)
    return WELL
