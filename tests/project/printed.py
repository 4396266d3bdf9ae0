"""What commands print, as the README shows it: `python -m tests.project.printed` puts in what they print now."""

import io
import os
import re
import shlex
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from replay.cli import main
from replay.files.preferences import preferences_file
from replay.streams import keep_own_output
from tests.places import ROOT

README = ROOT / "README.md"
_SHOWN = re.compile(r"(?<=<!-- what they print -->\n```console\n).*?(?=^```)", re.MULTILINE | re.DOTALL)
_MORE = "…"


def shown(text: str) -> str:
    """The block of a README that shows what commands print."""
    found = _SHOWN.search(text)
    assert found is not None
    return found[0]


def commands(block: str) -> Iterator[tuple[str, list[str]]]:
    """The command lines of a block, each with the lines shown below it."""
    lines = iter(block.splitlines())
    command = ""
    for is_command, group in groupby(lines, key=lambda line: line.startswith("$ ")):
        if is_command:
            *silent, command = group
            yield from ((line, []) for line in silent)
        else:
            yield command, list(group)
            command = ""
    if command:
        yield command, []


def printed(block: str) -> str:
    """The block as it is now: of each command as many lines as it shows, one of which says that there are more."""
    made = []
    for command, lines in commands(block):
        now = _output(shlex.split(command)[2:])
        count = len(lines) - (lines[-1:] == [_MORE])
        made += [command, *now[:count], *([_MORE] if len(now) > count > 0 else [])]
    return "\n".join([*made, ""])


def _output(words: list[str]) -> list[str]:
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(words) == 0, words
    text = out.getvalue().replace(str(preferences_file()), "~/.config/race-replay/settings.toml")
    return [line.rstrip() for line in text.splitlines()]


if __name__ == "__main__":
    keep_own_output()
    before = README.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder, chdir(Path(folder)):
        os.environ.update(XDG_CONFIG_HOME=folder, COLUMNS="120")
        block = printed(shown(before))
    README.write_text(_SHOWN.sub(lambda _: block, before), encoding="utf-8")
