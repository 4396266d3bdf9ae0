"""The gallery of exports is made of commands that can be run, and what they make is there and small."""

import re

import click

from replay.cli.group import commands as program
from tests.places import ROOT
from tests.project.gallery import GALLERY, commands, output
from tests.together import together

TEXT = GALLERY.read_text(encoding="utf-8")
LARGEST = 1_500_000
"""Bytes of a picture that is fetched by whoever looks at the page."""


@together("words", commands())
def test_a_command_of_the_gallery_is_one_of_the_program(words: list[str]) -> None:
    name, *rest = words[1:]
    assert words[0] == "race-replay"
    command = program.get_command(click.Context(program), name)
    assert command is not None
    command.make_context(name, rest)


def test_each_picture_is_there_and_made_by_a_command() -> None:
    shown = re.findall(r"!\[[^]]+\]\(([^)]+)\)", TEXT)
    assert shown
    assert shown == [made.removeprefix(".github/") for made in map(output, commands()) if made.startswith(".github/")]
    assert {name: size for name in shown if (size := (ROOT / ".github" / name).stat().st_size) > LARGEST} == {}


def test_the_readme_opens_with_one_that_moves() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (first,) = re.findall(r"!\[[^]]+\]\(([^)]+)\)", readme.splitlines()[2])
    assert first.endswith(".gif")
    assert first in map(output, commands())
