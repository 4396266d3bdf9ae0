"""What a second of the stadium costs, in instructions of the processor, against the floor's. From the root:

    python -m tests.benchmarks.counting [--seconds S] [--sizes 80x24 ...] [--speeds 1 4] [--views stadium ...]
                                        [--clock N]

Counted by valgrind (callgrind), over some seconds of a clock that moves on by itself (`virtually.py`): to some
thousandths the same in each run, however busy the machine is. Beside it stand frames, wakings and bytes of a second,
which are those of `speed.py`.

`--views` counts others too: `both` (the close view in a band below), `split` (the close view in two shots), `follow`
and `trace`; both and split have the band and the chase from 200 columns on only.

`--clock` runs the same without valgrind, floor and program in turn, N times, and prints the ratio of their processor
times. These are noisy, and in them counts what a count of instructions does not know: what is not in the caches any
more when a program wakes up. `speed.py` measures them with both at the same time.

On 30 November 2026, two seconds, millions of instructions a second, and of the floor's:

    size     floor   1x            4x
    80x24    192.6   124.7  0.65   118.5  0.62
    120x40   206.9   129.5  0.63   125.7  0.61
    200x50   205.5   139.2  0.68   147.3  0.72
    300x80   274.5   150.8  0.55   182.0  0.66

Earlier that day, when board and chart were drawn twice as often:

    200x60 (209)     both 2.96, 3.02   split 3.46, 3.87   follow 2.58, 2.83
    trace            120x40 0.98, 0.93  200x60 1.93 (1x)

From 120x40 on the runners stand beside the trace, close up, and at 200x60 there are three charts. Of processor time
floor and program side by side have other ratios, and other ones from hour to hour: see `speed.py`.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.benchmarks.speed import ALONE, FLOOR, HERE, RACE, SIZES, replay
from tests.benchmarks.terminal import FRAME, Terminal

BEGIN = 6.0
"""Seconds of the program's clock at which counting begins: all that it does once is done."""
_MARK = re.compile(rb"\x1b\]9;(key|from|to)(\d*) ([\d.]+) (\d+)\x07")
_PATIENCE = 300.0
"""Seconds for a mark to come, of a program that is counted."""


VIEWS = {
    "stadium": ("1:00", ALONE + " "),
    "both": ("1:00", " "),
    "split": ("2:45", "f "),
    "follow": ("1:00", "f "),
    "trace": ("1:00", "v "),
}
"""Where the race is opened, and what is pressed then, as in `speed.py`."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a program does in a second."""

    instructions: float
    """Millions; 0 where they were not counted."""
    cpu: float
    """Seconds of processor."""
    wakings: float
    frames: float
    written: float
    """Bytes."""


def count(program: Sequence[str], size: tuple[int, int], seconds: float, keys: str = "", grind: bool = True) -> Counted:
    """Run a program, given as to Python, for so many seconds of its clock.

    Raises:
        RuntimeError: It ended before.
    """
    take, give = os.pipe()
    words = [BEGIN, BEGIN + seconds, keys, 1.0 if grind else 0.2, take, *program]
    with tempfile.TemporaryDirectory() as folder:
        argv = [sys.executable, str(HERE / "virtually.py"), *map(str, words)]
        if grind:
            counts = f"--callgrind-out-file={folder}/counts"
            argv = ["valgrind", "--tool=callgrind", "--instr-atstart=no", "--dump-before=getpriority", counts, *argv]
        terminal = Terminal(argv, *size, passed=[take])
        found: list[re.Match[bytes]] = []
        try:
            while not found or found[-1][1] != b"to":
                at = found[-1].end() if found else 0
                if terminal.read(_PATIENCE, _MARK, at) is None or (mark := _MARK.search(terminal.data, at)) is None:
                    raise RuntimeError(f"{program} ended: {bytes(terminal.data[-300:])!r}")
                found.append(mark)
                if mark[1] == b"key":
                    terminal.press(keys[int(mark[2])])
                elif mark[1] == b"from" and grind:
                    subprocess.run(
                        ["vgdb", f"--pid={terminal.pid}", "instrumentation", "on"], check=True, capture_output=True
                    )
                os.write(give, b" ")
            terminal.wait()
        finally:
            terminal.close()
            os.close(take)
            os.close(give)
        instructions = _instructions(Path(folder, "counts.2")) if grind else 0
    first, last = found[-2:]
    written = bytes(terminal.data[first.end() : last.start()])
    cpu, wakings = float(last[3]) - float(first[3]), int(last[4]) - int(first[4])
    counted = instructions / 1e6, cpu, wakings, written.count(FRAME), len(written)
    return Counted(*(number / seconds for number in counted))


def _instructions(path: Path) -> int:
    found = re.search(r"^totals: (\d+)", path.read_text(), re.MULTILINE)
    assert found is not None
    return int(found[1])


def ours(speed: str, at: str = "1:00") -> list[str]:
    """The replay at a speed, from a time on, as arguments of Python's."""
    return replay(RACE, "--speed", speed, at=at)[2:]


def _ratios(found: Sequence[float]) -> str:
    return f"{statistics.median(found):.2f} ({min(found):.2f} to {max(found):.2f}, {len(found)})"


def _size(text: str) -> tuple[int, int]:
    columns, rows = map(int, text.split("x"))
    return columns, rows


def main() -> None:
    """Count, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=8.0, help="of the program's clock")
    parser.add_argument("--sizes", nargs="+", type=_size, default=list(SIZES))
    parser.add_argument("--speeds", nargs="+", default=["1", "4"])
    parser.add_argument("--views", nargs="+", choices=VIEWS, default=["stadium"])
    parser.add_argument("--clock", type=int, default=0, metavar="ROUNDS")
    options = parser.parse_args()
    say = partial(print, flush=True)
    floor_py, seconds = FLOOR[1:], options.seconds
    if shutil.which("valgrind") is None:
        say("Instructions are not counted: valgrind is not there.")
    else:
        say("a second of           M instr.  frames  wakings    bytes  ratio")
        for size in options.sizes:
            floor = count(floor_py, size, seconds)
            say(_row(f"{size[0]}x{size[1]} floor", floor))
            for speed in options.speeds:
                for view in options.views:
                    at, keys = VIEWS[view]
                    own = count(ours(speed, at), size, seconds, keys)
                    what = f"{size[0]}x{size[1]} {speed}x {view}"
                    say(f"{_row(what, own)}   {own.instructions / floor.instructions:.3f}")
    for size in options.sizes if options.clock else ():
        for speed in options.speeds:
            found = []
            for _ in range(options.clock):
                floor = count(floor_py, size, seconds, grind=False)
                found.append(count(ours(speed), size, seconds, ALONE + " ", grind=False).cpu / floor.cpu)
            say(f"processor time {size[0]}x{size[1]} {speed}x: {_ratios(found)}")


def _row(what: str, of: Counted) -> str:
    return f"{what:20} {of.instructions:9.2f} {of.frames:7.1f} {of.wakings:8.1f} {of.written:8.0f}"


if __name__ == "__main__":
    main()
