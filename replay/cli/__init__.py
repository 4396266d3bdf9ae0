"""The command line: arguments to files, files to answers, and the exit code.

Exit codes: 0 well; 1 `check` found errors; 2 wrong usage or an unreadable race, told in one line on stderr; 3 a fault
of the program's own, told there too; 130 interrupted; 128 and its number when a signal ended what was watched. Data
goes to stdout, words for people to stderr.

A command is a function in one of the modules here: another one needs a module, and a line in `group`'s table.
"""

import errno
import gc
import os
import sys
from contextlib import suppress

import click

from replay.cli.group import FAULT, INTERRUPTED, WELL, WRONG, commands
from replay.cli.interrupting import leave_when_interrupted
from replay.cli.openable import too_few_files
from replay.race.problems import ReplayError, one_line, shortened
from replay.streams import keep_own_output, leave_out_developers

_LONGEST = 2000
"""Characters of what is said of a mistake."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Without the program's name; None takes those of the process, and its output (`replay.streams`).

    Returns:
        The exit code.
    """
    if arguments is None:  # the process is ours
        try:
            keep_own_output()
            leave_when_interrupted()
        except OSError:  # what it begins with takes no file but for descriptors
            return _wrong(too_few_files())
        leave_out_developers()
        # Loading NumPy starts threads for large matrices, which takes as long as the rest of it: ours are small.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _write_what_can_be_written()
    if arguments is None and "_RACE_REPLAY_COMPLETE" in os.environ:
        from replay.cli.completing import complete

        return complete(commands)
    gc.disable()  # little garbage is made until the first frame, or the answer; see `ReplayApp`
    try:
        return _run(sys.argv[1:] if arguments is None else list(arguments))
    except Exception as error:
        if arguments is not None:
            raise
        from replay.files.fault import told  # it should never be wanted

        return _wrong(told(error), FAULT)
    finally:
        _collect_again(own=arguments is None)


def _run(words: list[str]) -> int:
    try:
        # Not `commands.main`, which ends the process itself, with 1, when whoever reads its answer has left.
        with commands.make_context("race-replay", words) as context:
            code = commands.invoke(context)
        if sys.stdout is not None:  # it is None where the shell has closed it
            sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        return _wrong(error.format_message())
    except ReplayError as error:
        return _wrong(str(error))
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except MemoryError:
        return _wrong("there is not enough memory for this; close other programs, or ask for less of it")
    except BrokenPipeError:
        # The reader has left (`race-replay list | head -1`): not our fault, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WELL
    except OSError as error:  # a full disk, say; what is left in the buffer cannot be written either
        return _wrong(_unanswered(error))
    return code if isinstance(code, int) else WELL


def _unanswered(error: OSError) -> str:
    """Why the system did not let it answer."""
    if error.errno in (errno.EMFILE, errno.ENFILE):
        return too_few_files()
    if error.filename is not None:  # it is of a path, and the answer is not in its way
        return f"{one_line(str(error.filename))[:200]}: {error.strerror}; name another"
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return f"the answer cannot be written: {error.strerror or error}; write it elsewhere"


def _collect_again(*, own: bool) -> None:
    """Have garbage collected again, unless the process is ours and ends: to look through a large field takes long."""
    if own:
        gc.freeze()
    else:  # whoever called us has an application's garbage collected, too
        gc.unfreeze()
        gc.enable()


def _write_what_can_be_written() -> None:
    """A character that the locale does not have is no reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _wrong(message: str, code: int = WRONG) -> int:
    text = shortened(one_line(message), _LONGEST)
    way_out = "" if ";" in text or "did you mean" in text.lower() else " (race-replay --help lists what there is)"
    try:
        print(f"race-replay: {text}{way_out}", file=sys.stderr, flush=True)  # noqa: T201
    except OSError:  # nor can this be said, and Python must not try again when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    return code
