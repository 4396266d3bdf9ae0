"""The manual page, made from commands, keys and settings: `python -m replay.cli.man > replay/cli/race-replay.1`."""

from collections.abc import Iterator
from inspect import cleandoc

import click

from replay import __version__
from replay.cli.group import commands
from replay.cli.manual import EXAMPLES, OF_A_FILE
from replay.files.preferences import PREFERENCES
from replay.tui.keys import GROUPS, help_rows

_FILES = (
    ("$XDG_CONFIG_HOME/race-replay/settings.toml", "What is set once for all; race-replay settings says where."),
    ("$XDG_DATA_HOME/race-replay/races", "Races of one's own, unless --races or RACE_REPLAY_RACES names a folder."),
    ("$XDG_CACHE_HOME/race-replay", "Large files as they were read; to be deleted at any time."),
    ("$XDG_STATE_HOME/race-replay", "The theme that was chosen last, and where stories were left."),
)  # fmt: skip
_VARIABLES = (
    ("RACE_REPLAY_RACES", "The folder of your own races; --races wins over it."),
    ("RACE_REPLAY_UNITS", "km or mi, of roads; --units wins over it."),
    ("NO_COLOR", "Where it is set no colour is written."),
    ("TEXTUAL_ANIMATIONS", "With none nothing flies or flashes."),
)
_CODES = (
    ("0", "All is well."),
    ("1", "check found errors."),
    ("2", "Wrong usage, or a race that cannot be read."),
    ("3", "A fault of the program's own; please report it."),
    ("130", "Interrupted."),
    ("128+N", "Ended by signal N."),
)


def man_page() -> str:
    """The page, for `man`."""
    lines = [f'.TH RACE-REPLAY 1 "" "race-replay {__version__}" "User Commands"', *_opening()]
    lines += _section("OPTIONS WITH A RACE", _options(_command("watch")))
    lines += _section("COMMANDS", _commands())
    lines += _section("WHAT A FILE DOES NOT SAY", _options(_command("show"), of_a_file=True))
    for title, keys in GROUPS.items():
        lines += _section(f"KEYS: {title.upper()}", _terms(help_rows(keys)))
    rows = [(preference.name, f"{preference.about} It takes {preference.takes}.") for preference in PREFERENCES]
    lines += _section("SETTINGS", _terms(rows))
    for name, terms in (("FILES", _FILES), ("ENVIRONMENT", _VARIABLES), ("EXIT STATUS", _CODES)):
        lines += _section(name, _terms(terms))
    lines += _section("EXAMPLES", (line for name in sorted(EXAMPLES) for line in _example(name)))
    return "\n".join(lines) + "\n"


def _opening() -> Iterator[str]:
    yield from (".SH NAME", r"race\-replay \- watch a running race again, in a terminal")
    yield from (".SH SYNOPSIS", r".B race\-replay", "[OPTIONS] [RACE ...]", ".br", r".B race\-replay", "COMMAND [ARGS]")
    yield ".SH DESCRIPTION"
    paragraphs = cleandoc(commands.help or "").replace("`", "").split("\n\n")
    for paragraph in paragraphs[1:]:
        yield from (".PP", _text(" ".join(paragraph.split())))


def _command(name: str) -> click.Command:
    found = commands.get_command(click.Context(commands), name)
    assert found is not None
    return found


def _section(title: str, lines: Iterator[str]) -> list[str]:
    return [f".SH {_text(title)}", *lines]


def _commands() -> Iterator[str]:
    for name in commands.list_commands(click.Context(commands)):
        command = _command(name)
        if not command.hidden:
            usage = [
                param.metavar or (param.name or "").upper()
                for param in command.params
                if isinstance(param, click.Argument)
            ]
            yield f".SS {_text(' '.join(['race-replay', name, '[OPTIONS]', *usage]))}"
            yield _text(cleandoc(command.help or "").replace("`", ""))
            yield from _options(command)


def _options(command: click.Command, *, of_a_file: bool = False) -> Iterator[str]:
    """Those of a command, or what is said with it of a file."""
    shared = {"races", "units"} if command.name != "watch" else set()
    for param in command.params:
        if isinstance(param, click.Option) and (param.name in OF_A_FILE) == of_a_file and param.name not in shared:
            yield from _term(_names(param), param.help or "")


def _names(option: click.Option) -> str:
    """An option as its help has it: `-o, --output FILE`. Click's own words for it change from version to version."""
    takes = "" if option.is_flag else option.metavar or ""
    if isinstance(option.type, click.Choice) and not option.is_flag:
        takes = f"[{'|'.join(option.type.choices)}]"
    names = " / ".join([", ".join(option.opts), *option.secondary_opts])
    return f"{names} {takes}".rstrip()


def _terms(rows: "list[tuple[str, str]] | tuple[tuple[str, str], ...]") -> Iterator[str]:
    for term, text in rows:
        yield from _term(term, text)


def _term(term: str, text: str) -> Iterator[str]:
    yield from (".TP", f".B {_text(term)}", _text(text.replace("`", "")))


def _example(name: str) -> Iterator[str]:
    for line in EXAMPLES[name]:
        yield from (".PP", ".EX", _text(line), ".EE")


_SIGNS = {
    "\\": r"\e",
    "-": r"\-",
    "…": "...",
    "←": r"\(<-",
    "→": r"\(->",
    "↑": r"\(ua",
    "↓": r"\(da",
    "‹": "<",
    "'": r"\(aq",
    "’": r"\(cq",
}


def _text(text: str) -> str:
    """Text as roff takes it: no line of it is taken for a request."""
    said = "".join(_SIGNS.get(char, char) for char in text)
    return f"\\&{said}" if said.startswith((".", "'")) else said


if __name__ == "__main__":
    print(man_page(), end="")  # noqa: T201
