"""However the program ends, the terminal is as it was, and the exit code says how."""

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from replay.tui.pace import ASK
from tests.places import ROOT
from tests.terminal.noisy import SPARSE
from tests.terminal.pseudo import PATIENCE, Terminal, assert_restored, terminal

LONDON = ("london-mile-2026", "--at", "2:30")
ECHO = b"^[[?2026;2$y", b"^[[0n"
"""What a slow terminal answers when the program is gone that asked."""


def assert_ended_by(number: signal.Signals, shown: Terminal) -> None:
    shown.process.send_signal(number)
    assert shown.ended() == 128 + number
    assert_restored(shown)
    after = shown.raw.rpartition(b"\x1b[?1049l")[2]
    for answer in ECHO:
        after = after.replace(answer, b"")
    assert after == b"\x1b[?25h\x1b[?1004l", "nothing is drawn on what was there"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        *[((), signal.SIGTERM), ((), signal.SIGHUP), (LONDON, signal.SIGQUIT)],  # the others end a race below
        *[((), signal.SIGUSR1), (LONDON, signal.SIGXCPU)],
    ],
    ids=["menu-SIGTERM", "menu-SIGHUP", "race-SIGQUIT", "menu-SIGUSR1", "race-SIGXCPU"],
)
def test_a_signal_gives_the_terminal_back(words: tuple[str, ...], number: signal.Signals) -> None:
    with terminal(*words) as shown:
        shown.until("help")
        assert_ended_by(number, shown)


@pytest.mark.parametrize("text", ["\x1b[?1049h", "\x1b[?2026h", "Kerr"])
def test_a_signal_gives_it_back_however_early_it_comes(text: str) -> None:
    with terminal(*LONDON, size=(200, 60)) as shown:
        shown.until_holds(lambda: text.encode() in shown.raw, text)
        assert_ended_by(signal.SIGTERM, shown)


@pytest.mark.parametrize("frames", [1, 8])
def test_a_signal_gives_it_back_in_the_middle_of_frames(frames: int) -> None:
    with terminal("london-mile-2026", "--at", "start", size=(200, 60)) as shown:
        shown.until("help")
        shown.press(" f}}}}}}")
        written = shown.raw.count(b"\x1b[?2026h")
        shown.until_holds(lambda: shown.raw.count(b"\x1b[?2026h") >= written + frames, f"{frames} more frames")
        assert_ended_by(signal.SIGTERM, shown)


@pytest.mark.parametrize(("key", "text"), [("?", "Watching a race"), (":", "Go to"), ("\x10", "Search for commands")])
def test_a_signal_gives_it_back_whatever_is_open(key: str, text: str) -> None:
    with terminal(*LONDON) as shown:
        shown.until("Kerr")
        shown.press(key)
        shown.until(text)
        assert_ended_by(signal.SIGHUP, shown)


def test_a_signal_does_not_wait_for_what_is_being_worked_out(tmp_path: Path) -> None:
    path = tmp_path / "sparse.yaml"
    path.write_text(SPARSE, encoding="utf-8")
    with terminal(str(path), "--at", "half") as shown:
        shown.until("working out")
        assert_ended_by(signal.SIGTERM, shown)


EARLY = """
import asyncio, os, signal, sys
from replay.cli import main
from replay.tui.terminal import TerminalDriver
where = sys.argv.pop(1)
kind, name = {"loop": (asyncio.Runner, "run"), "driver": (TerminalDriver, "__init__")}.get(
    where, (TerminalDriver, "start_application_mode")
)
really = getattr(kind, name)
def interrupted(*words, **named):
    os.kill(os.getpid(), signal.SIGINT)
    return really(*words, **named)
setattr(kind, name, interrupted)
sys.exit(main())
"""


@pytest.mark.parametrize("where", ["loop", "driver", "terminal"])
def test_ctrl_c_is_not_lost_between_loading_and_the_first_frame(where: str) -> None:
    """On a busy machine that is seconds, in which the loop has heard of it and goes on."""
    master, slave = os.openpty()
    words = [sys.executable, "-c", EARLY, where, *LONDON]
    try:
        with subprocess.Popen(words, stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, preexec_fn=hears) as process:
            try:
                assert process.wait(PATIENCE) == 130
            finally:
                process.kill()
        if select.select([master], [], [], 0)[0]:
            assert b"\x1b[?1049h" not in os.read(master, 65536)
    finally:
        os.close(slave)
        os.close(master)


def hears() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("words", [(), ("london-mile-2026", "--at", "start")], ids=["menu", "race"])
@pytest.mark.parametrize("how", ["key", signal.SIGINT, signal.SIGTERM], ids=str)
def test_where_nobody_reads_what_is_written_it_ends_all_the_same(words: tuple[str, ...], how: str | int) -> None:
    """What waited is gone then, and who reads again finds the terminal given back."""
    with terminal(*words, size=(200, 60)) as shown:
        shown.until("help")
        for _ in range(100):  # until there are frames for more than the terminal keeps for who reads it
            shown.press("?\x1b[1;1R" if not words else "f}{")
            time.sleep(0.01)
        time.sleep(0.5)
        if isinstance(how, str):
            shown.press("\x03")
        else:
            shown.process.send_signal(how)
        assert shown.process.wait(PATIENCE) == 128 + (signal.SIGINT if isinstance(how, str) else how)
        assert b"\x1b[?1049l" not in shown.raw
        while shown.read(0.2):
            pass
        assert_restored(shown)


@pytest.mark.parametrize("words", [(), LONDON], ids=["menu", "race"])
def test_a_terminal_that_vanishes_ends_the_program(words: tuple[str, ...]) -> None:
    with terminal(*words) as shown:
        shown.until("help")
        shown.vanish()
        assert shown.process.wait(PATIENCE) == 128 + signal.SIGHUP


def test_a_byte_that_is_no_utf8_ends_nothing() -> None:
    with terminal(*LONDON) as shown:
        shown.until("Kerr")
        shown.press(b"\xe9")
        shown.press(b"\xff\xc3(?")
        shown.until("Watching a race")
        shown.press("\x1b")
        shown.until_gone("Watching a race")
        shown.press("m")
        shown.until("Golden Gala")
        shown.until_gone("reading the races")  # until then nobody knows that nothing matches
        shown.press(b"/\xe9")
        shown.press("\x7fzz")
        shown.until("Nothing matches")
        shown.press("\x03")
        assert shown.ended() == 130
        assert_restored(shown)


@pytest.mark.parametrize("how", ["q", "\x03", "SIGTERM"])
def test_nothing_is_left_drawn_where_there_is_no_other_screen(how: str) -> None:
    """As in GNU screen, and on the console of Linux."""
    with terminal(*LONDON) as shown:
        shown.until("help")
        if how == "SIGTERM":
            shown.process.send_signal(signal.SIGTERM)
        else:
            shown.press(how)
        shown.ended()
        assert shown.text.strip() == ""


@pytest.mark.parametrize("key", ["q", "\x03"])
def test_no_answer_of_the_terminal_is_left_for_the_shell(key: str) -> None:
    with terminal("london-mile-2026", "--at", "100", "--speed", "8", size=(120, 40)) as shown:
        shown.until("space play")
        shown.press("f ")
        shown.until("space pause")
        shown.until_holds(lambda: shown.raw.count(ASK.encode()) > 5, "questions")
        shown.press(key)
        shown.ended()
        assert b"^[[0n" not in shown.raw, "echoed, once the terminal is given back"


@pytest.mark.parametrize("typed", ["\x1b[200~" + "abc def\n" * 2500, "jk fv" * 100_000], ids=["unended", "keys"])
def test_ctrl_c_is_answered_whatever_is_pasted(typed: str) -> None:
    with terminal(*LONDON) as shown:
        shown.until("help")
        for at in range(0, len(typed), 4096):
            shown.press(typed[at : at + 4096])
        shown.press("\x03")
        assert shown.ended() == 128 + signal.SIGINT
        assert_restored(shown)
