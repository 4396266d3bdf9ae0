"""The gallery of exports, made anew by the commands that stand in it: `python -m tests.project.gallery`."""

import re
import shlex

from replay.cli import main
from tests.places import ROOT

GALLERY = ROOT / ".github" / "gallery.md"


def commands() -> list[list[str]]:
    """The command lines of the gallery, each in its words."""
    return [
        shlex.split(line) for line in re.findall(r"^race-replay .*", GALLERY.read_text(encoding="utf-8"), re.MULTILINE)
    ]


def output(words: list[str]) -> str:
    """The file that a command line writes."""
    return words[words.index("-o") + 1]


if __name__ == "__main__":
    for program, *words in commands():
        made = ROOT / output(words)
        if made.parent == GALLERY.parent:
            words[words.index("-o") + 1] = str(made)
            print(program, *words)
            main([*words, "--force"])
