"""The speed of the whole program under a real pseudo-terminal, against a floor in the same run. From the root:

    python -m tests.benchmarks.speed [--quick] [--only NAME ...] [--rounds N] [--seconds S]

Prints a row for each thing measured: what, how much it may be, how much it was. The floor is `floor.py`, a bare Textual
program that moves twelve cells 30 times a second; floor and program run at the same time, each on a processor, and
ratios are medians over the rounds. Names: cpu, both, split, follow, chart, frames, bytes, paused, keys, start, line,
peers, large. `--quick` takes one round and one size. The peers that are not installed (drawille, plotext<6,
textual-hires-canvas) are skipped and named.

Processor times are noisy, and differ by the hour: on 30 November 2026 the stadium had 0.72 to 0.82 of the floor's at
15:35, beside other work, and 0.75 to 1.00 at 17:42 and 18:00 on a quiet machine, and 0.57 to 0.76 of its instructions
in either (`counting.py`). Look at ratios, and run twice.
"""

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from replay.drawing.view import CHARTS
from replay.tui.keys import REPLAY_KEYS
from tests.benchmarks import peers
from tests.benchmarks.bigrace import write_big_race
from tests.benchmarks.sidebyside import together
from tests.benchmarks.terminal import Terminal

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FLOOR = [sys.executable, str(HERE / "floor.py")]
EMPTY = [sys.executable, str(HERE / "empty.py")]
RACE = "london-mile-2026"
SIZES = ((80, 24), (120, 40), (200, 50), (300, 80))
ALONE = "B"
"""The key that takes away the close view below the stadium, where there is room for both."""
FRAME = 1 / 30
STADIUM = re.compile(rb"FINISH")
"""Painted beside the track."""
RUNNERS = re.compile(rb"(\x1b\[[\d;]+m[A-Z]){2}\x1b")
"""Letters side by side, each in colours of its own: runners who wait on the line, and nothing else."""
PAUSED = "‖".encode()
PLAYING = "▶".encode()


@dataclass(frozen=True, slots=True)
class Plan:
    """How thoroughly to measure."""

    rounds: int
    seconds: float
    sizes: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    goal: str
    got: str
    met: bool | None
    """None where nothing was measured."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a program did while it was watched."""

    cpu: float
    """Share of one processor."""
    frames: float
    """A second."""
    sizes: list[int]
    """Bytes of each frame."""
    written: int
    """Bytes in all."""


def replay(race: str = RACE, *more: str, at: str = "1:00") -> list[str]:
    """The command that opens a race, paused."""
    return [sys.executable, "-m", "replay", race, "--at", at, *more]


def watch(argv: Sequence[str], size: tuple[int, int], seconds: float, keys: str = "", line: float = 0.0) -> Run:
    """Start a program, press keys, let it settle, watch it."""
    terminal = Terminal(argv, *size, line=line)
    try:
        terminal.read(3.0)
        for key in keys:
            terminal.press(key)
            terminal.read(0.4)
        terminal.read(0.8)
        cpu, since, start = terminal.cpu(), len(terminal.data), terminal.clock()
        terminal.read(seconds)
        took = terminal.clock() - start
        sizes = terminal.frames(since)
        if not terminal.alive:
            raise RuntimeError(f"{' '.join(argv)} ended: {bytes(terminal.data[-300:])!r}")
        return Run((terminal.cpu() - cpu) / took, len(sizes) / took, sizes, len(terminal.data) - since)
    finally:
        terminal.close()


def ratios(argv: Sequence[str], size: tuple[int, int], plan: Plan, keys: str = "") -> list[float]:
    """The processor time of a program over the floor's, for each round: both run at the same time.

    Each has a processor of its own, and they change places: what disturbs one disturbs the other. Where there is one
    processor only they run in turn.
    """
    cores = sorted(os.sched_getaffinity(0))[:2]
    found = []
    for number in range(plan.rounds):
        if len(cores) < 2 or shutil.which("taskset") is None:
            floor = watch(FLOOR, size, plan.seconds)
            found.append(watch(argv, size, plan.seconds, keys).cpu / floor.cpu)
        else:
            found.append(together((argv, FLOOR), size, plan.seconds, keys, cores if number % 2 else cores[::-1]))
    return found


def _ratio_row(what: str, goal: float, found: Sequence[float]) -> Row:
    middle = statistics.median(found)
    spread = f" ({min(found):.2f} to {max(found):.2f})" if len(found) > 1 else ""
    return Row(what, f"<= {goal}x", f"{middle:.2f}x{spread}", middle <= goal)


def measure_cpu(plan: Plan) -> Iterator[Row]:
    """The whole replay screen, the stadium alone."""
    for speed in ("1", "4"):
        for size in plan.sizes:
            found = ratios(replay(RACE, "--speed", speed), size, plan, ALONE + " ")
            yield _ratio_row(f"CPU, stadium, {speed}x, {size[0]}x{size[1]}", 0.8, found)


def measure_both(plan: Plan) -> list[Row]:
    """The stadium with the close view in a band below it."""
    return [
        _ratio_row(
            f"CPU, both views, {speed}x, 200x60", 4.0, ratios(replay(RACE, "--speed", speed), (200, 60), plan, " ")
        )
        for speed in ("1", "4")
    ]


def measure_split(plan: Plan) -> list[Row]:
    """The close view in two shots: the leaders, and the chase behind them."""
    return [
        _ratio_row(
            f"CPU, split screen, {speed}x, 200x60",
            4.0,
            ratios(replay(RACE, "--speed", speed, at="2:45"), (200, 60), plan, "f "),
        )
        for speed in ("1", "4")
    ]


def measure_follow(plan: Plan) -> list[Row]:
    """The same in the follow view."""
    if not any(key.shown == "f" for key in REPLAY_KEYS):
        return [Row("CPU, follow view", "<= 4x", "there is no follow view yet", None)]
    return [
        _ratio_row(
            f"CPU, follow, {speed}x, {size[0]}x{size[1]}",
            4.0,
            ratios(replay(RACE, "--speed", speed), size, plan, "f "),
        )
        for speed in ("1", "4")
        for size in plan.sizes
    ]


def measure_chart(plan: Plan) -> list[Row]:
    """The same with the race trace in place of the track, and with each other chart and table.

    Where there is room the runners are beside it close up, as in `measure_follow`, and there are more charts than one.
    """
    charts = list(CHARTS)
    ways = [("trace", speed, size) for speed in ("1", "4") for size in plan.sizes]
    ways += [(chart, "4", (120, 40)) for chart in charts[1:]]
    return [
        _ratio_row(
            f"CPU, {chart}, {speed}x, {size[0]}x{size[1]}",
            1.0 if size[0] < 180 else 2.5,
            ratios(replay(RACE, "--speed", speed), size, plan, "v" * (charts.index(chart) + 1) + " "),
        )
        for chart, speed, size in ways
    ]


def measure_frames(plan: Plan) -> list[Row]:
    """Frames shown of the 30 asked for."""
    rows = []
    for race, at, speed in ((RACE, "1:00", "4"), ("glasgow-2024-3000m", "start", "64")):  # 7 s of 64x
        argv, seconds = replay(race, "--speed", speed, at=at), min(plan.seconds, 4.0)
        shown = statistics.median(watch(argv, (120, 40), seconds, " ").frames for _ in range(plan.rounds))
        rows.append(Row(f"frames a second, 120x40, {speed}x", ">= 29", f"{shown:.1f}", shown >= 29))
    return rows


def measure_bytes(plan: Plan) -> list[Row]:
    """Bytes of a frame at 1x."""
    run = watch(replay(), (120, 40), plan.seconds * 2, " ")
    middle = statistics.median(run.sizes)
    return [Row("bytes a frame, stadium, 120x40, 1x, median", "<= 1500", f"{middle:.0f}", middle <= 1500)]


def measure_paused(plan: Plan) -> list[Row]:
    """Nothing is drawn while nothing moves."""
    run = watch(replay(), (120, 40), plan.seconds)
    floor = watch([*FLOOR, "still"], (120, 40), plan.seconds)
    idle = f"CPU {100 * run.cpu:.2f} %, the floor's {100 * floor.cpu:.2f} %"
    said = f"{len(run.sizes)} frames, {run.written} bytes ({idle})"
    return [Row("paused", "0 frames, 0 bytes", said, run.written == 0)]


def measure_keys(plan: Plan) -> list[Row]:
    """From a key to the frame that answers it, in thirtieths of a second; the first seeks are the hardest."""
    rows = []
    for race in (RACE, "bowerman-mile-2024", "san-diego-half-2023"):
        took: list[float] = []
        terminal = Terminal(replay(race, at="start"), 120, 40)
        try:
            terminal.read(3.0)
            for key in ["9", "1", "5", "\x1b[F", "\x1b[H", "\x1b[6~", "\x1b[C"] * 2:
                since, pressed = len(terminal.data), terminal.clock()
                terminal.press(key)
                shown = terminal.read(2.0, b"\x1b[?2026l", since)
                if shown is not None:  # a key that changes nothing, such as home at the start, draws nothing
                    took.append((shown - pressed) / FRAME)
                terminal.read(0.3)
        finally:
            terminal.close()
        middle, worst = statistics.median(took), max(took)
        said = f"median {middle:.1f}, worst {worst:.1f}"
        rows.append(Row(f"key to screen, frames, {race}", "<= 2", said, worst <= 2))
    return rows


def _appears(argv: Sequence[str], size: tuple[int, int], signs: Sequence[re.Pattern[bytes]]) -> list[float]:
    """Seconds from the start of a process to each sign on its screen."""
    terminal = Terminal(argv, *size)
    try:
        found = [terminal.read(20.0, sign) for sign in signs]
        return [at - terminal.started if at is not None else float("nan") for at in found]
    finally:
        terminal.close()


def measure_start(plan: Plan) -> list[Row]:
    """From the start of the process to what is on the first frames, against an empty Textual program."""
    size = (120, 40)
    menu: list[list[float]] = []
    race: list[list[float]] = []
    for argv in (EMPTY, [sys.executable, "-m", "replay"], replay()):
        watch(argv, size, 0.1)  # the first start compiles
    for _ in range(plan.rounds * 2 + 1):
        (empty,) = _appears(EMPTY, size, [re.compile(rb"ready")])
        signs = [re.compile(b"RACE REPLAY"), re.compile(b"Kerr and Ingebrigtsen")]  # the story is the last to be read
        menu.append([at / empty for at in _appears([sys.executable, "-m", "replay"], size, signs)])
        race.append([at / empty for at in _appears(replay(at="start"), size, [STADIUM, RUNNERS])])
    return [
        _ratio_row("start to the menu's frame", 1.3, [found[0] for found in menu]),
        _ratio_row("start to the whole list", 1.8, [found[1] for found in menu]),
        _ratio_row("start to the stadium", 1.6, [found[0] for found in race]),
        _ratio_row("start to the runners on the line", 2.0, [found[1] for found in race]),
    ]


def measure_line(plan: Plan) -> list[Row]:
    """Over a line of 100 kB a second."""
    rows = []
    views = [("stadium", " ")]
    if any(key.shown == "f" for key in REPLAY_KEYS):
        views.append(("follow", "f "))
    for view, keys in views:
        terminal = Terminal(replay(RACE, "--speed", "4"), 200, 50, line=100_000)
        try:
            terminal.read(4.0)
            for key in keys:
                terminal.press(key)
                terminal.read(1.0)
            since, start = len(terminal.data), terminal.clock()
            terminal.read(plan.seconds)
            shown = len(terminal.frames(since)) / (terminal.clock() - start)
            took = []
            for sign in (PAUSED, PLAYING) * 3:
                since, pressed = len(terminal.data), terminal.clock()
                terminal.press(" ")
                at = terminal.read(3.0, sign, since)
                took.append((at - pressed) / FRAME if at is not None else float("inf"))
                terminal.read(0.4)
        finally:
            terminal.close()
        rows.append(Row(f"100 kB/s, 200x50, {view}: frames a second", ">= 24", f"{shown:.1f}", shown >= 24))
        said = f"median {statistics.median(took):.1f}, worst {max(took):.1f}"
        rows.append(Row(f"100 kB/s, 200x50, {view}: key to screen, frames", "at once", said, max(took) <= 6))
    return rows


def measure_peers(plan: Plan) -> list[Row]:
    """The processor time of others that draw the same race, over ours."""
    rows = []
    for size in plan.sizes[1:] or plan.sizes:
        costs: dict[str, list[float]] = {}
        for _ in range(plan.rounds):
            own = watch(replay(RACE, "--speed", "4"), size, plan.seconds, " ").cpu
            for means in peers.NEEDS:
                if not peers.missing(means):
                    argv = [sys.executable, "-m", "tests.benchmarks.peers", means, RACE, "4"]
                    costs.setdefault(means, []).append(watch(argv, size, plan.seconds).cpu / own)
        for means, found in costs.items():
            middle = statistics.median(found)
            rows.append(Row(f"{means} over ours, {size[0]}x{size[1]}", ">= 3x", f"{middle:.1f}x", middle >= 3))
    absent = [Row(f"{means} over ours", ">= 3x", why, None) for means in peers.NEEDS if (why := peers.missing(means))]
    return [*rows, *absent]


def measure_large(plan: Plan) -> list[Row]:
    """A marathon with 48,000 runners."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        path = write_big_race(Path(folder) / "big.csv", 48_000)
        for speed in ("1", "60", "600"):
            argv = replay(str(path), "--speed", speed, at="1:00:00")
            found = []
            for _ in range(plan.rounds):
                floor = watch(FLOOR, (120, 40), plan.seconds)
                found.append(_large(argv, plan.seconds) / floor.cpu)
            rows.append(_ratio_row(f"CPU, 48,000 runners, {speed}x, 120x40", 2.5, found))
    return rows


def _large(argv: Sequence[str], seconds: float) -> float:
    terminal = Terminal(argv, 120, 40)
    try:
        if terminal.read(60.0, PAUSED) is None:
            raise RuntimeError(f"the large race did not open: {bytes(terminal.data[-300:])!r}")
        terminal.read(3.0)
        terminal.press(" ")
        terminal.read(2.0)
        cpu, start = terminal.cpu(), terminal.clock()
        terminal.read(seconds)
        return (terminal.cpu() - cpu) / (terminal.clock() - start)
    finally:
        terminal.close()


MEASURES: dict[str, Callable[[Plan], Iterable[Row]]] = {
    "cpu": measure_cpu,
    "both": measure_both,
    "split": measure_split,
    "follow": measure_follow,
    "chart": measure_chart,
    "frames": measure_frames,
    "bytes": measure_bytes,
    "paused": measure_paused,
    "keys": measure_keys,
    "start": measure_start,
    "line": measure_line,
    "peers": measure_peers,
    "large": measure_large,
}


def main() -> int:
    """Measure what is asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="one round, 120x40 only")
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=list(MEASURES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4.0)
    options = parser.parse_args()
    plan = Plan(1 if options.quick else options.rounds, options.seconds, SIZES[1:2] if options.quick else SIZES)
    say = partial(print, flush=True)
    say(f"{'what':50} {'to reach':18} measured")
    missed = 0
    for name in options.only:
        for row in MEASURES[name](plan):
            mark = {True: "", False: "  MISSED", None: "  skipped"}[row.met]
            missed += row.met is False
            say(f"{row.what:50} {row.goal:18} {row.got}{mark}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
