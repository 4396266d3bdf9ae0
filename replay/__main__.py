"""`python -m replay`, and the command that is installed."""

import signal
import sys


def main() -> int:
    """Load the program, and run it; Ctrl+C ends what is still being loaded without a word."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from replay.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
