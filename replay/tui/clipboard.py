"""Copying: the terminal is asked to, tmux is given it, and what is said is no more than may be believed.

A terminal does not answer whether it took a text (OSC 52). Some are known to take it unless somebody forbade it; of
tmux the exit code tells.
"""

import os
import re
import shlex
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from textual.app import App

from replay.race.problems import one_line

_TAKES_IT = re.compile(r"(xterm-)?(alacritty|contour|foot|ghostty|kitty|rio|wezterm)([-+].*)?")
"""Terminals, by `TERM`, that take a text for the clipboard as they are installed."""
_PROGRAMS = ("WezTerm", "ghostty")
"""And by `TERM_PROGRAM`."""
_PATIENCE = 1.0
"""Seconds that tmux may take."""


def is_believed(environment: Mapping[str, str]) -> bool:
    """Whether a terminal may be believed to take a text for the clipboard: not what stands between it and us."""
    if "TMUX" in environment or "STY" in environment:
        return False
    term = environment.get("TERM", "").lower()
    named = environment.get("TERM_PROGRAM") in _PROGRAMS or "WT_SESSION" in environment
    return bool(_TAKES_IT.fullmatch(term)) or (named and not term.startswith(("screen", "tmux")))


def harmless(text: str) -> str:
    """A text of which nothing is a command, wherever it is pasted: a shell's line editor obeys controls, too."""
    return "\n".join(map(one_line, text.split("\n")))


def command_of(words: Iterable[str | Path]) -> str:
    """The command line of some words, for a shell into which it is pasted: each is a word there, and nothing else.

    A path that begins as an option does is named from the folder one is in.
    """
    return " ".join(_quoted(word if isinstance(word, str) else _named(str(word))) for word in words)


def _named(path: str) -> str:
    return os.path.join(os.curdir, path) if path.startswith("-") else path  # noqa: PTH118 - `Path` takes `.` away


def _quoted(word: str) -> str:
    if one_line(word) == word:
        return shlex.quote(word)
    plain = (chr(byte) if 32 <= byte < 127 and byte not in b"\\'" else f"\\x{byte:02x}" for byte in os.fsencode(word))
    return f"$'{''.join(plain)}'"  # of bytes that are no text, and of controls, shells know no other way


def copy(app: App[Any], text: str) -> str:
    """Copy a text by every way there is; where it may be believed to be, or nothing."""
    text = harmless(text)
    app.copy_to_clipboard(text)
    if "TMUX" in os.environ and _to_tmux(text):
        return "in tmux's buffer"
    return "copied" if is_believed(os.environ) else ""


def _to_tmux(text: str) -> bool:
    import subprocess

    for words in (["load-buffer", "-w", "-"], ["load-buffer", "-"]):  # before 3.2 there is no -w
        try:
            done = subprocess.run(
                ["tmux", *words],
                input=text.encode(),
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            return False
        if done.returncode == 0:
            return True
    return False
