"""The program's own output: what it writes goes where it should, and what a library writes goes nowhere.

A compiled library writes to descriptors 1 and 2 past Python (HiGHS greets everybody on standard output): that would
stand in the middle of our JSON, or on the screen. Some of it waits in a buffer of C until the process ends, so leading
the descriptors elsewhere around a call is not enough: the program writes to descriptors of its own as long as it runs.

And processes of its own that it speaks with by their streams: what they run is its own, whatever lies where it was
started.
"""

import os
import re
import sys
from pathlib import Path
from typing import TextIO

_DEVELOPERS = re.compile(r"TEXTUAL(_(DEBUG|DEVTOOLS.*|DRIVER|FILTERS|LOG|PRESS|SCREENSHOT.*|SHOW_RETURN))?")
"""What Textual does for those who develop with it: with some it keeps what is typed in a file, presses keys or ends."""


def leave_out_developers() -> None:
    """Take from the environment what is meant for another program, of somebody who is writing it in the same shell."""
    for name in filter(_DEVELOPERS.fullmatch, [*os.environ]):
        del os.environ[name]


def process_of(module: str) -> tuple[list[str], dict[str, str]]:
    """What runs a module of ours in another process: the command, and its environment."""
    roots = str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")
    path = os.pathsep.join(root for root in roots if root)
    # -P: nothing in the folder it is in is taken for a module, such as a `yaml.py` that somebody downloaded.
    return [sys.executable, "-P", "-m", module], os.environ | {"PYTHONPATH": path}


def keep_own_output() -> None:
    """Give `sys.stdout` and `sys.stderr` descriptors of their own, and lead 1 and 2 nowhere, until the process ends.

    A stream that the shell has closed stays closed.
    """
    sys.stdout = sys.__stdout__ = _own(sys.stdout)  # type: ignore[assignment, misc]
    sys.stderr = sys.__stderr__ = _own(sys.stderr)  # type: ignore[assignment, misc]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
    if nowhere > 2:
        os.close(nowhere)


def _own(stream: TextIO | None) -> TextIO | None:
    """The same stream on another descriptor; None where there is none."""
    if stream is None:
        return None
    stream.flush()
    return open(
        os.dup(stream.fileno()), "w", encoding=stream.encoding, errors=stream.errors, closefd=False,
        buffering=1 if getattr(stream, "line_buffering", False) else -1,
    )  # fmt: skip
