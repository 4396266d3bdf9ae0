"""Runs a program in a terminal by a clock that moves on only when there is nothing left to do, and then at once.

    python virtually.py FROM TO KEYS SHARE GO FLOOR.PY [argument ...]
    python virtually.py FROM TO KEYS SHARE GO replay [argument ...]

So a program does in each of its seconds what it does in life, however slow the machine is, and the very same in each
run. What somebody has to do at that clock, it writes to the terminal as a mark, and waits until a byte comes from the
descriptor GO: to press the next of the `KEYS`, from second 2 on every half a second, and to begin counting at FROM; at
TO it ends. The threads that write and read are given a SHARE of the time for which the loop has nothing to do. At FROM
and at TO, and never else, `getpriority` is called: callgrind writes its counts when it comes there.
"""

import operator
import os
import time
from functools import partial

START, FIRST_KEY, NEXT_KEY = 1000.0, 2.0, 0.5
"""What the clock says at first, and seconds to the first key and from one to the next."""
_LONGEST = 0.1
"""Seconds for which the loop waits at most."""
_AT_MOST = 900
"""Seconds of real time after which it ends by itself."""
_now = [START]
# Without a function of Python's: to look at a clock is quick in life, too. Nothing else may be imported before.
time.monotonic = partial(operator.itemgetter(0), _now)

import asyncio  # noqa: E402
import runpy  # noqa: E402
import select  # noqa: E402
import selectors  # noqa: E402
import signal  # noqa: E402
import sys  # noqa: E402

Found = list[tuple[selectors.SelectorKey, int]]


class Loop(selectors.EpollSelector):
    """What an event loop waits by."""

    turns = 0
    """How often the program woke up."""

    def __init__(self, share: float, due: list[tuple[float, partial[None]]]) -> None:
        """Wait for that `share` of the time, and do what is `due`, in the order of its time."""
        super().__init__()
        self._share = share
        self._due = due

    def select(self, timeout: float | None = None) -> Found:
        """What has come; where nothing has, it is later."""
        Loop.turns += 1
        found = super().select(_LONGEST if timeout is None else min(timeout * self._share, _LONGEST))
        if not found and timeout != 0:
            until = _now[0] + timeout if timeout is not None else float("inf")
            _now[0] = min(until, self._due[0][0], Reader.until)
            if Reader.until <= _now[0]:
                Reader.wake()
            if self._due[0][0] <= _now[0]:
                self._due.pop(0)[1]()
        return found


class Reader(selectors.SelectSelector):
    """What the thread that reads the terminal waits by; now and then it looks up."""

    until = float("inf")
    _woken, _waker = os.pipe()

    @classmethod
    def wake(cls) -> None:
        """Let it look up."""
        cls.until = float("inf")
        os.write(cls._waker, b" ")

    def select(self, timeout: float | None = None) -> Found:
        """What has come, or nothing once so many seconds have passed."""
        Reader.until = _now[0] + (timeout or 0.0)
        keys = list(self.get_map().values())
        ready, _, _ = select.select([*(key.fd for key in keys), self._woken], [], [])
        if self._woken in ready:
            os.read(self._woken, 1)
        return [(key, selectors.EVENT_READ) for key in keys if key.fd in ready]


class Marks:
    """What somebody has to do."""

    def __init__(self, go: int) -> None:
        """Go on when a byte comes from a descriptor."""
        self._go = go
        self._terminal = os.dup(2)  # the program may lead elsewhere what is written to 2

    def say(self, what: str) -> None:
        """Say it past the thread that writes, which has nothing to do then; wait until it is done."""
        os.write(self._terminal, f"\x1b]9;{what} {time.process_time():.6f} {Loop.turns}\x07".encode())
        os.read(self._go, 1)

    def begin(self) -> None:
        """Begin to count."""
        self.say("from")
        os.getpriority(os.PRIO_PROCESS, 0)

    def end(self) -> None:
        """End all of it."""
        os.getpriority(os.PRIO_PROCESS, 0)
        self.say("to")
        os._exit(0)


def main() -> None:
    """Run it."""
    signal.alarm(_AT_MOST)  # whoever began it may be gone, and its clock never waits
    begin, end, keys, share, go, program, *arguments = sys.argv[1:]
    marks = Marks(int(go))
    due = [(FIRST_KEY + NEXT_KEY * at, partial(marks.say, f"key{at}")) for at in range(len(keys))]
    due += [(float(begin), partial(marks.begin)), (float(end), partial(marks.end))]
    loop = partial(Loop, float(share), [(START + at, what) for at, what in due])

    class Policy(asyncio.DefaultEventLoopPolicy):
        def new_event_loop(self) -> asyncio.AbstractEventLoop:
            return asyncio.SelectorEventLoop(loop())

    sys.setswitchinterval(10.0)  # a slow machine is not to change which thread works when
    selectors.SelectSelector = Reader  # type: ignore[misc]
    asyncio.set_event_loop_policy(Policy())
    sys.argv = [program, *arguments]
    if program.endswith(".py"):
        runpy.run_path(program, run_name="__main__")
    else:
        runpy.run_module(program, run_name="__main__", alter_sys=True)


main()
