"""The program from its start to its exit code."""

import gc
import os
import sys
from collections.abc import Mapping
from contextlib import suppress

from replay.tui.app import INTERRUPTED, ReplayApp
from replay.tui.owed import hand_all_over
from replay.tui.private import fault_of

_MADE = "What was taken along is being made; it comes into this folder."


def has_mouse(environment: Mapping[str, str]) -> bool:
    """Whether to ask the terminal for its mouse: GNU screen, asked, keeps Esc to itself until another key follows."""
    in_screen = "STY" in environment or environment.get("TERM", "").startswith("screen.")
    return not in_screen or "TMUX" in environment


def run(app: ReplayApp) -> int:
    """Run the program until it is left; the exit code.

    Raises:
        Exception: What ended it, if anything did, once the terminal is given back.
    """
    try:
        app.run(mouse=has_mouse(os.environ))
    finally:
        gc.enable()
        if hand_all_over() and sys.stderr is not None:
            with suppress(OSError):
                sys.stderr.write(f"{_MADE}\n")
    if (fault := fault_of(app)) is not None:
        raise fault
    # Nobody left it, so it was interrupted from outside; Textual ends then without a word.
    return INTERRUPTED if app.return_code is None else app.return_code
