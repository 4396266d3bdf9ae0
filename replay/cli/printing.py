"""What commands print: text that no terminal acts upon, and JSON for programs."""

from collections.abc import Callable
from typing import ParamSpec

import click

_P = ParamSpec("_P")


def print_text(text: str, instead: Callable[[str], str] | None = None) -> None:
    """Print lines: a character that a terminal would act upon, or that hides others, is shown as unknown.

    Args:
        text: The lines; what stands in a file is clean already, and what it is called need not be.
        instead: What is printed for such a character.
    """
    if not text.replace("\n", "").isprintable():
        text = "".join(char if char.isprintable() or char in _KEPT else (instead or _unknown)(char) for char in text)
    click.echo(text)


_KEPT = "\n\u200c\u200d"
"""Lines end; joiners belong to names of some scripts, and to emoji."""


def _unknown(char: str) -> str:
    return " " if char.isspace() else "\N{REPLACEMENT CHARACTER}"


def escaped(char: str) -> str:
    """As JSON may write it: to a program it is the same."""
    import json

    return json.dumps(char)[1:-1]


def print_json(answer: object) -> None:
    """Print an answer as JSON, in as few lines as it has many values."""
    import json  # most commands print none

    values = answer.values() if isinstance(answer, dict) else ()
    # What writes a line for each value is ten times slower, and nobody reads the lines of a field of thousands.
    large = any(isinstance(value, list) and len(value) > _LINED for value in values)
    print_text(json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=None if large else 2), escaped)


_LINED = 2000
"""Entries whose JSON is laid out in lines."""


def print_found(
    as_json: bool, answer: Callable[_P, object], text: Callable[_P, str], *found: _P.args, **how: _P.kwargs
) -> None:
    """Print what was found: as an answer in JSON, or as text."""
    if as_json:
        print_json(answer(*found, **how))
    else:
        print_text(text(*found, **how))
