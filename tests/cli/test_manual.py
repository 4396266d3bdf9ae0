"""The help is a manual: commands and options in groups, and examples that are command lines."""

import shlex

import click
import pytest

from replay.cli.group import commands
from replay.cli.manual import EXAMPLES, OF_A_FILE, SECTIONS
from replay.cli.options import Given
from replay.files.table.wording.words import Meaning
from tests.cli.running import Run, every_command
from tests.together import together

LINES = [(name, line) for name, lines in EXAMPLES.items() for line in lines]


def test_every_command_has_its_section_and_examples() -> None:
    for name, command in every_command().items():
        assert name in EXAMPLES
        assert command.callback is not None
        assert command.hidden or command.callback.__module__.rpartition(".")[2] in SECTIONS
    assert set(EXAMPLES) == {"race-replay", *every_command()}


@together(("name", "line"), LINES)
def test_an_example_is_a_command_line(name: str, line: str) -> None:
    program, *words = shlex.split(line)
    assert program == "race-replay"
    known = every_command()
    command = known[words[0] if words and words[0] in known else "watch"]
    assert name in (command.name, "race-replay")
    command.make_context(name, words[1:] if words and words[0] in known else words, parent=click.Context(commands))


_OWN = {"forest-cup", "my-race", "races/", "results", "bea", "serve", "export", "--speed"}
"""What is in examples with files that nobody has, that take their time, or that write."""


@pytest.mark.parametrize(
    "line",
    [line for name, line in LINES if name not in ("race-replay", "watch") and not any(one in line for one in _OWN)],
)
def test_an_example_of_our_own_races_does_what_it_is_an_example_of(run: Run, line: str) -> None:
    """It named somebody who was not in the race."""
    assert run.well(*shlex.split(line)[1:]).out.strip()


def test_the_roots_help_has_all_that_there_is(run: Run) -> None:
    said = run.well("--help").out
    places = [said.index(f"\n{title}:\n") for title in dict.fromkeys(SECTIONS.values())]
    assert places == sorted(places)
    assert all(f"\n  {name} " in said for name, command in every_command().items() if not command.hidden)
    assert all(option in said for option in ("--at WHEN", "--vs RACE:NAME", "--version", "--distance METRES"))
    assert said.rstrip().endswith(EXAMPLES["race-replay"][-1])


@pytest.mark.parametrize("name", sorted(every_command()))
def test_every_option_of_a_command_is_in_its_help_once(run: Run, name: str) -> None:
    said = run.well(name, "--help").out
    for param in every_command()[name].params:
        if isinstance(param, click.Option) and not param.hidden:
            assert len([line for line in said.splitlines() if line.split()[:1] == [param.opts[0].rstrip(",")]]) <= 1
            assert param.opts[-1] in said


def test_what_is_said_of_a_file_is_among_what_is_given() -> None:
    assert set(Given._fields) >= OF_A_FILE


def test_import_says_all_that_a_column_can_be(run: Run) -> None:
    said = " ".join(run.well("import", "--help").out.split())
    assert "a time such as 6h" in said
    assert all(str(meaning) in said for meaning in Meaning if meaning is not Meaning.SPLIT)
