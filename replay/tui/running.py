"""The program from its start to its exit code."""

import gc

from replay.tui.app import INTERRUPTED, ReplayApp


def run(app: ReplayApp) -> int:
    """Run the program until it is left; the exit code.

    Raises:
        Exception: What ended it, if anything did, once the terminal is given back.
    """
    try:
        app.run(mouse=True)
    finally:
        gc.enable()
    if (fault := app._exception) is not None:
        raise fault
    # Nobody left it, so it was interrupted from outside; Textual ends then without a word.
    return INTERRUPTED if app.return_code is None else app.return_code
