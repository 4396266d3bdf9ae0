"""The terminal: what is typed on it, and how it is given back.

Textual's own driver ends on a byte that is no UTF-8 (a terminal in Latin-1 sends 0xe9 for é), reads for ever from a
terminal that is gone, and knows nothing of signals: killed, it would leave the terminal raw, in the alternate screen
and without a cursor.
"""

import os
import selectors
import signal
import sys
import termios
import time
from asyncio import get_running_loop
from codecs import getincrementaldecoder
from contextlib import suppress
from types import FrameType
from typing import Any

from textual import constants
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import InputEvent, Key, Resize
from textual.geometry import Size
from textual.message import Message

from replay.tui.handing import Handing
from replay.tui.keyboard import ALTERNATES
from replay.tui.owed import hand_all_over
from replay.tui.pace import ASK
from replay.tui.typed import ASKS_FOR_COLOUR, INTERRUPT, LARGEST, Answered, Typed
from replay.tui.writer import Writer, write_by_it, write_over

ENDING = (
    *(signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2),
    *(signal.SIGXCPU, signal.SIGVTALRM, signal.SIGPROF),
)
"""The signals that end a program, the limit of its time among them; at SIGINT it leaves in order, as with Ctrl+C."""

_LAST_ANSWER = 0.5
"""Seconds for which the last answer is waited for."""
_FIRST_QUESTIONS = 3
"""Questions after which a terminal that has answered none is not waited for."""

_AT_LAST = 2
"""Seconds in which the terminal is given back at a signal."""
_AT_ONCE = 0.5
"""Seconds in which Ctrl+C leaves in order; it leaves all the same after them."""
_LOOKS = 10
"""How often one looks within them whether the terminal takes anything: to leave in order is to wait for that."""

_CLEARED = "\x1b[0m\x1b[2J\x1b[H"
_GIVEN_BACK = (
    b"\x1b\\\x1b[?2026l\x1b[0m\x1b[2J\x1b[H"  # whatever was being written is over
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l"  # pasting, wrapping and sizes as usual
    b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # no mouse
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"  # plain keys, the screen as it was, a cursor, no word of the focus
)


class TerminalDriver(LinuxDriver):
    """Textual's driver for a terminal that may send any byte, vanish, or be taken away by a signal."""

    _taken = False
    carried = 0
    """Characters that were written, in all."""
    _asked = 0
    _answered = 0
    """How often the terminal was asked whether it has come so far, and has answered."""
    _looks = 0
    _unread = False
    """How often one has looked since Ctrl+C, and whether something waited to be taken then."""
    _raw: list[Any] | None = None
    """What the terminal was told of its input."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """Draw where Textual does, on the terminal behind standard error; behind standard output if it is elsewhere."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._handing = Handing(app)
        if self._file is None or not self._file.isatty():  # as with `2>errors.txt`
            self._file = sys.__stdout__
        if self._size is None:  # else Textual lays the first screen out as large as COLUMNS and LINES say
            self._size = self._get_terminal_size()

    def start_application_mode(self) -> None:
        """Take the terminal, and see to it that it is given back."""
        for number in ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` has it
                signal.signal(number, self._end)
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, lambda *_: self._leave_at_once())
        signal.signal(signal.SIGALRM, self._look)
        self._taken = True
        write_by_it()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        get_running_loop().add_signal_handler(signal.SIGWINCH, self._resized)
        # A loop that is flooded with keys is awake: Python would print a traceback that it cannot be woken by a signal.
        signal.set_wakeup_fd(signal.set_wakeup_fd(-1), warn_on_full_buffer=False)
        preferred = getattr(self._app, "preferred", None)
        if preferred is not None and preferred.terms.asks:
            self.write(ASKS_FOR_COLOUR)
        if not constants.DISABLE_KITTY_KEY:
            self.write(f"\x1b[={ALTERNATES};2u")  # beside what Textual asks for
        with suppress(termios.error):
            self._raw = termios.tcgetattr(self.fileno)

    def _get_terminal_size(self) -> tuple[int, int]:
        """Columns and rows as the terminal says; what COLUMNS and LINES say holds where it says nothing."""
        columns = lines = 0
        with suppress(OSError):
            columns, lines = os.get_terminal_size(self.fileno)
        if columns <= 0 or lines <= 0:
            columns, lines = super()._get_terminal_size()
        return min(columns, LARGEST[0]), min(lines, LARGEST[1])

    def _resized(self) -> None:
        """Tell the program of another size: in its loop, since a signal interrupts the handler of the one before."""
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(Resize(size, size))

    @property
    def _writer(self) -> Writer | None:
        """Who writes to it, once it is taken."""
        thread: object = getattr(self, "_writer_thread", None)
        return thread if isinstance(thread, Writer) else None

    def write(self, data: str) -> None:
        """Write, and count what the terminal will answer."""
        self._asked += data.count(ASK)
        self.carried += len(data)
        super().write(data)

    def disable_input(self) -> None:
        """Read no more, once what was asked is answered: a shell would take it for typed."""
        self._await_answers()
        super().disable_input()

    def _await_answers(self) -> None:
        until = time.monotonic() + _LAST_ANSWER
        answers = self._answered or self._asked <= _FIRST_QUESTIONS
        while answers and self._answered < self._asked and time.monotonic() < until:
            time.sleep(0.01)  # the thread that reads goes on meanwhile

    def stop_application_mode(self) -> None:
        """Leave nothing drawn: GNU screen and the console of Linux have no other screen to go back to."""
        self.write(_CLEARED)
        super().stop_application_mode()

    def close(self) -> None:
        """Give the terminal back, when everything has been written."""
        super().close()
        self._taken = False
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop: everything is drawn again, and no time has passed in a race."""
        getattr(self._app, "woke", lambda: None)()
        if self._must_signal_resume:  # stopped in order, by Ctrl+Z: the terminal was given back
            super()._sigcont_application()
        elif self._taken and self._in_front():
            self._loop.call_soon_threadsafe(self._take_again)  # a signal comes between the two halves of a frame
        else:
            return
        self._loop.call_soon_threadsafe(self._went_on)

    def _sigtstp_application(self, *_: object) -> None:
        """Stop in order, once what is being written is."""
        self._loop.call_soon_threadsafe(super()._sigtstp_application)

    def _went_on(self) -> None:
        went_on = getattr(self._app, "went_on", None)
        if went_on is not None:
            went_on()

    def _in_front(self) -> bool:
        """Whether what is typed goes to this program: in the background it must leave the terminal alone."""
        try:
            return os.tcgetpgrp(self.fileno) == os.getpgrp()
        except OSError:  # there is nobody to put it there
            return True

    def _take_again(self) -> None:
        """As at the start, for a stop that could not be prepared for: a shell may have changed the terminal."""
        if self._raw is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._raw)
        self.write("\x1b[?1049h\x1b[?25l\x1b[?1004h")
        self._enable_mouse_support()
        self._enable_bracketed_paste()
        self._disable_line_wrap()

    def _end(self, number: int, _frame: FrameType | None) -> None:
        """End now, whatever the program is about; its exit code is 128 and the signal's number."""
        if self._taken and self._file is not None:
            # Should nobody take what is written, this ends the program all the same.
            signal.signal(signal.SIGALRM, lambda *_: self._end_at_last(number))
            signal.alarm(_AT_LAST)
            with suppress(OSError, termios.error):
                self._give_back(self._file.fileno())
            signal.alarm(0)
            hand_all_over()
        os._exit(128 + number)

    def _end_at_last(self, number: int) -> None:
        """End though the terminal takes nothing: what is typed into it is shown and read by lines again."""
        if self.attrs_before is not None:
            with suppress(OSError, termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        os._exit(128 + number)

    def _give_back(self, out: int) -> None:
        """As the terminal was; frames that still wait to be written go nowhere."""
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # in the background, setting a terminal would stop the program
        terminal = out
        with suppress(OSError):  # who has no descriptors left writes behind what waits
            terminal = os.dup(out)
            os.dup2(os.open(os.devnull, os.O_WRONLY), out)
        if self._writer is not None:
            self._writer.let_go()
        if write_over(terminal, _GIVEN_BACK):
            self._await_answers()
        if self.attrs_before is not None:
            termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        termios.tcflush(self.fileno, termios.TCIFLUSH)

    def run_input_thread(self) -> None:
        """Read what is typed until the program is left; a terminal that is gone ends it."""
        typed = Typed(self._debug, flooded=lambda: self._handing.flooded)
        decoder = getincrementaldecoder("utf-8")(errors="replace")
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if not selector.select(typed.patience):
                    for event in typed.tick():
                        self._take_in(event)
                    continue  # as long as anything waits to be read, no sequence is over, however late it is taken up
                text = decoder.decode(self._read())
                for event in typed.feed(text) if text else ():  # half a character is none yet
                    self._answered += isinstance(event, Answered)
                    self._take_in(event)

    def _take_in(self, event: Message) -> None:
        """Hand over what was read; Ctrl+C goes before all that waits, and what waits for long is lost."""
        if isinstance(event, Key) and event.key == INTERRUPT:
            self._leave_at_once()
        elif not (isinstance(event, InputEvent) and self._handing.flooded):
            self.process_message(event)

    def _leave_at_once(self) -> None:
        """Leave in order; if that takes long, all the same."""
        self._looks, self._unread = 0, False
        signal.setitimer(signal.ITIMER_REAL, _AT_ONCE / _LOOKS, _AT_ONCE / _LOOKS)
        with suppress(RuntimeError):  # it has been left
            self._loop.call_soon_threadsafe(self._leave)

    def _look(self, _: int, frame: FrameType | None) -> None:
        """End at the last look, or where something waited at the look before and still does."""
        before, self._unread = self._unread, self._writer is not None and self._writer.waits
        self._looks += 1
        if (before and self._unread) or self._looks >= _LOOKS:
            self._end(signal.SIGINT, frame)

    def _leave(self) -> None:
        leave = getattr(self._app, "action_leave", None)
        if leave is not None:
            leave()

    def send_message(self, message: Message) -> None:
        """Hand a message over, in the order in which they come."""
        self._handing.send(self._loop, message)

    def _read(self) -> bytes:
        data = b""
        with suppress(OSError):
            data = os.read(self.fileno, 4096)
        if not data:
            os._exit(128 + signal.SIGHUP)  # nobody is there whom anything could be told
        return data
