"""Command lines run in this process or in one of their own, and what they answer."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import pytest

from replay.cli import main
from replay.cli.group import commands
from tests.places import ROOT
from tests.warm import fits, start_warm

BOWERMAN, LONDON = "bowerman-mile-2024", "london-mile-2026"
TWINS = """
race: A mile
event: mile
entries:
  - {name: Ann Oak, nation: NO, result: 4:20.00}
  - {name: Bea Oak, nation: NO, result: 4:21.00}
  - {name: Cat Elm, nation: NO}
  - {name: Dot Ash, nation: NO, status: DNS}
"""


def every_command() -> dict[str, click.Command]:
    """All commands by name; `watch` too, which no help lists."""
    context = click.Context(commands)
    every = {name: commands.get_command(context, name) for name in commands.list_commands(context)}
    return {name: command for name, command in every.items() if command is not None}


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401
        def refuse(name: str) -> None:
            raise AssertionError(f"{name} is no JSON")

        return json.loads(self.out, parse_constant=refuse)


class Run:
    """Runs a command line in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *words: str) -> Said:
        self.capsys.readouterr()
        code = main(list(words))
        said = self.capsys.readouterr()
        return Said(code, said.out, said.err)

    def well(self, *words: str) -> Said:
        said = self(*words)
        assert (said.code, said.err) == (0, "")
        return said

    def wrong(self, *words: str) -> str:
        said = self(*words)
        assert (said.code, said.out) == (2, "")
        assert said.err.startswith("race-replay: ")
        assert said.err.endswith("\n")
        assert said.err.count("\n") == 1, "one line"
        return said.err


def python_m_replay(
    *words: str, env: Mapping[str, str] | None = None, fresh: bool = False
) -> "subprocess.CompletedProcess[str]":
    """Run it in a process of its own; in a fresh Python where that is asked for, or the only way (see `tests.warm`)."""
    environment = {**os.environ, **(env or {})}
    if sys.platform != "win32" and not fresh and fits(environment):
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, Path(os.devnull).open() as nothing:
            code = start_warm(words, (nothing.fileno(), out.fileno(), err.fileno()), environment).wait(60)
            said = [os.pread(file.fileno(), 1 << 24, 0).decode() for file in (out, err)]
        return subprocess.CompletedProcess(words, code, *said)
    return subprocess.run(
        [sys.executable, "-m", "replay", *words],
        capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL, timeout=60, env=environment,
        cwd=ROOT, check=False,
    )  # fmt: skip
