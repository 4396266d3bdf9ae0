"""A race trace by us, by plotext and by textual-plot: `python -m tests.benchmarks.plotting [SIZE ...] [--show BY]`.

Same race, same lines, same size: the time behind the first of everybody in the London mile, in braille, at twenty
moments, as it is drawn anew while the race runs. Milliseconds are medians of what it takes from the values to coloured
characters: of plotext the text with its control sequences, of textual-plot the strips of its canvases, of ours rows and
the text of them. `the whole chart` is ours with all that comes before: who is drawn, the lines as known then, cursor.

`--show race-replay`, `plotext` or `textual-plot` draws the last moment in the terminal instead, to be looked at.

The others are no part of the test extra: `pip install 'plotext<6' textual-plot`. What is missing is named.
"""

import argparse
import asyncio
import importlib.util
import math
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from replay.analysis.reference import LEADER
from replay.analysis.traces import Samples
from replay.cells.ansi import rows_to_text
from replay.cells.depth import Depth
from replay.drawing.panels.plot import AXIS, Drawn, Plot, plot_rows, room_for
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import View
from replay.files.library import Library
from replay.state.timeline import Timeline
from replay.viewing.stage import Stage

RACE = "london-mile-2026"
NEEDS = {"plotext": "plotext", "textual-plot": "textual_plot"}
MOMENTS = 20


class Line(NamedTuple):
    """One runner's."""

    entry: int
    name: str
    colour: int
    values: tuple[float, ...]


class Moment(NamedTuple):
    """What is to be drawn at a time."""

    t: float
    distances: tuple[float, ...]
    lines: tuple[Line, ...]


def moments(stage: Stage, width: int) -> list[Moment]:
    """The race at so many times, in two samples a cell."""
    timeline, cast = stage.timeline, stage.cast
    samples = Samples(timeline, 2 * (width - AXIS - room_for(width)))
    entries = range(len(timeline.race.entries))
    times = [timeline.duration * (number + 1) / MOMENTS for number in range(MOMENTS)]
    return [
        Moment(
            t,
            samples.distances,
            tuple(
                Line(trace.entry, cast.names[trace.entry], cast.colours[trace.entry], trace.values)
                for trace in samples.behind(entries, t, LEADER)
            ),
        )
        for t in times
    ]


def points(line: Line, at: Moment) -> tuple[list[float], list[float]]:
    """Where a line is known: distances, and seconds behind."""
    known = [(far, value) for far, value in zip(at.distances, line.values, strict=True) if not math.isnan(value)]
    return [far for far, _ in known], [value for _, value in known]


def ours(stage: Stage, at: Moment, size: tuple[int, int]) -> str:
    """By the program."""
    lines = tuple(Drawn(line.entry, line.values, line.entry < 3) for line in at.lines)
    plot = Plot("seconds behind the first", lines, len(at.distances), ((1.0, "finish"),), least=1.0)
    return rows_to_text(plot_rows(plot, stage.cast, stage.look, *size), Depth.TRUE)


def whole(stage: Stage, at: Moment, size: tuple[int, int]) -> str:
    """By the program, from the race on."""
    shown = stage.sights.charts.shown(at.t, View(chart="trace", both=False), *size)
    return rows_to_text(shown.draw(), Depth.TRUE)


def by_plotext(stage: Stage, at: Moment, size: tuple[int, int]) -> str:
    """By plotext."""
    import plotext  # type: ignore[import-untyped,import-not-found,unused-ignore]

    plotext.clear_figure()
    plotext.plot_size(*size)
    plotext.theme("clear")
    plotext.title("seconds behind the first")
    plotext.yreverse(True)
    for line in at.lines:
        xs, ys = points(line, at)
        if xs:
            colour = line.colour >> 16, line.colour >> 8 & 255, line.colour & 255
            plotext.plot(xs, ys, marker="braille", color=colour, label=line.name)
    return str(plotext.build())


def timed(draw: Callable[[Stage, Moment, tuple[int, int]], object], stage: Stage, size: tuple[int, int]) -> float:
    """Milliseconds of the middle one."""
    took = []
    for at in moments(stage, size[0]):
        begun = time.perf_counter()
        draw(stage, at, size)
        took.append(1000 * (time.perf_counter() - begun))
    return statistics.median(took)


def plot_app(stage: Stage, size: tuple[int, int]) -> Any:  # noqa: ANN401 - its widget is no part of the test extra
    """A program with textual-plot's widget alone."""
    from textual.app import App, ComposeResult
    from textual_plot import HiResMode, PlotWidget  # type: ignore[import-not-found,unused-ignore]

    class Plotted(App[None]):
        """One widget."""

        def compose(self) -> ComposeResult:
            """It."""
            yield PlotWidget()

        def on_mount(self) -> None:
            """The last moment."""
            self.call_after_refresh(self.draw, moments(stage, size[0])[-1])

        def draw(self, at: Moment) -> None:
            """Its lines, as strips."""
            plot = self.query_one(PlotWidget)
            plot.clear()
            plot.set_xlabel("seconds behind the first")
            for line in at.lines:
                xs, ys = points(line, at)
                if xs:
                    behind = [-value for value in ys]
                    plot.plot(xs, behind, f"#{line.colour:06x}", hires_mode=HiResMode.BRAILLE, label=line.name)
            plot.refresh(layout=False)
            plot.render()
            for canvas in plot.query("Canvas"):
                for y in range(canvas.size.height):
                    canvas.render_line(y)

    return Plotted()


async def by_textual_plot(stage: Stage, size: tuple[int, int]) -> float:
    """Milliseconds of the middle one, in a program without a terminal."""
    app = plot_app(stage, size)
    took = []
    async with app.run_test(size=size) as pilot:
        for at in moments(stage, size[0]):
            await pilot.pause()
            begun = time.perf_counter()
            app.draw(at)
            took.append(1000 * (time.perf_counter() - begun))
    return statistics.median(took)


def measured(by: str, stage: Stage, size: tuple[int, int]) -> str:
    """A cell of the table."""
    if by in NEEDS and importlib.util.find_spec(NEEDS[by]) is None:
        return "not installed"
    if by == "textual-plot":
        return f"{asyncio.run(by_textual_plot(stage, size)):.1f} ms"
    draw = {"race-replay": ours, "the whole chart": whole, "plotext": by_plotext}[by]
    return f"{timed(draw, stage, size):.1f} ms"


def main(words: Sequence[str] | None = None) -> None:
    """Print the table, or show one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", default=["50x12", "74x21", "138x40"])
    parser.add_argument("--show", choices=["race-replay", "plotext", "textual-plot"])
    given = parser.parse_args(words)
    stage = Stage(Timeline(Library().race(RACE)[0]), look_of(DARK))
    sizes = [(int(wide), int(high)) for wide, high in (size.split("x") for size in given.sizes)]
    if given.show == "textual-plot":
        plot_app(stage, sizes[-1]).run()
    elif given.show:
        draw = by_plotext if given.show == "plotext" else whole
        print(draw(stage, moments(stage, sizes[-1][0])[-1], sizes[-1]))
    else:
        print(f"{'':16}" + "".join(f"{size:>16}" for size in given.sizes))
        for by in ("race-replay", "the whole chart", "plotext", "textual-plot"):
            print(f"{by:16}" + "".join(f"{measured(by, stage, size):>16}" for size in sizes))


if __name__ == "__main__":
    main()
