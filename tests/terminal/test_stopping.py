"""Stopped and gone on with: the race stood still meanwhile, and the terminal is as it has to be."""

import os
import re
import signal
import sys
import termios
import time

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from tests.terminal.pseudo import Terminal, assert_restored, terminal

AWAY = 4.0
"""Seconds of a stop: far more than a race goes on between two frames."""


def playing(shown: Terminal) -> None:
    """Let a race run, at real time."""
    shown.until("any other key")
    shown.press("x")
    shown.until_gone("any other key")
    shown.until("1x")


def clock(shown: Terminal) -> float:
    """Seconds in the title, which has them where there is no room for a scoreboard."""
    found = re.search(r"(\d+):(\d\d\.\d)", shown.screen.display[0])
    assert found is not None, shown.text
    return int(found[1]) * 60 + float(found[2])


def stopped(shown: Terminal) -> bool:
    """Whether the program stands still: what is asked before goes to one that is still about to stop."""
    return os.WIFSTOPPED(os.waitpid(shown.process.pid, os.WUNTRACED | os.WNOHANG)[1])


def go_on(shown: Terminal, before: float, began: float) -> None:
    """Continue, and see that no more time passed in the race than it was shown for."""
    written = len(shown.raw)
    shown.process.send_signal(signal.SIGCONT)
    shown.until_holds(lambda: b"\x1b[?1049h" in shown.raw[written:], "the screen again")
    shown.until_holds(lambda: ":" in shown.screen.display[0], "its title")
    shown.until_holds(lambda: clock(shown) > before, "the race going on")
    assert clock(shown) - before < time.monotonic() - began - AWAY + 3.0  # what was shown may have been late


@pytest.mark.sampled(3)
@pytest.mark.parametrize("stop", ["\x1a", signal.SIGSTOP, signal.SIGTSTP], ids=["ctrl+z", "SIGSTOP", "SIGTSTP"])
def test_a_race_that_is_stopped_goes_on_where_it_was(stop: str | signal.Signals) -> None:
    with terminal("london-mile-2026", size=(40, 12), fresh=True) as shown:  # only its parent sees that it stopped
        playing(shown)
        raw = termios.tcgetattr(shown.slave)
        before, began = clock(shown), time.monotonic()
        if isinstance(stop, str):
            shown.press(stop)
        else:
            shown.process.send_signal(stop)
        shown.until_holds(lambda: stopped(shown), "the program stopped")
        end = time.monotonic() + AWAY
        while time.monotonic() < end:
            shown.read(0.05)
        if stop is signal.SIGSTOP:
            termios.tcsetattr(shown.slave, termios.TCSANOW, shown.before)  # as a shell does
        else:
            assert termios.tcgetattr(shown.slave) == shown.before
            assert_restored(shown)
        go_on(shown, before, began)
        shown.until_holds(lambda: termios.tcgetattr(shown.slave) == raw, "the terminal taken again")
        shown.press("\x03")
        assert shown.ended() == 130
        assert_restored(shown)


def test_control_l_draws_everything_again() -> None:
    with terminal("london-mile-2026", "--at", "2:30") as shown:
        for said in ("about 560 m to go", "◂lead", "◆"):  # what comes after the first picture, in any order
            shown.until(said)
        whole = shown.text
        shown.screen.reset()
        shown.spoil(b"rubbish from elsewhere")
        shown.press("\x0c")
        shown.until_gone("rubbish")
        shown.until_holds(lambda: not shown.drawing and shown.text == whole, whole)


def test_control_q_ends_nothing() -> None:
    with terminal("london-mile-2026", "--at", "2:30") as shown:
        shown.until("Kerr")
        shown.press("\x11")
        shown.press("?")
        shown.until("Watching a race")
