"""The same frame drawn with other means: `python -m tests.benchmarks.peers MEANS RACE SPEED`.

Each is a Textual program with one widget, which draws the runners of a race on its track 30 times a second and nothing
else: no board, no clock. `text` is a Static with the painted stadium as rich Text. The others draw the lane lines as
dots, which is all that they can; those dots are worked out once, and what the library lets stand is left standing.
"""

import importlib
import importlib.util
import math
import sys
import time
from collections.abc import Callable

from rich.style import Style
from rich.text import Text
from textual.app import App, ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from replay.cells.rows import Ground
from replay.drawing.course.stadium import Stadium
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.files.library import Library
from replay.state.timeline import Timeline
from replay.viewing.course import CourseView
from replay.viewing.stage import Stage

NEEDS = {"text": "rich", "drawille": "drawille", "plotext": "plotext", "hires": "textual_hires_canvas"}
"""What each means needs to be imported."""


def missing(means: str) -> str:
    """Why a means cannot be measured here; empty when it can."""
    if importlib.util.find_spec(NEEDS[means]) is None:
        return f"{NEEDS[means].replace('_', '-')} is not installed"
    if means == "plotext" and not hasattr(importlib.import_module("plotext"), "clear_figure"):
        return "plotext 6 has another interface; install plotext<6"
    return ""


class Scene:
    """A race at the present time."""

    def __init__(self, race: str, speed: float) -> None:
        """Read it; it runs from a minute after the gun."""
        self.stage = Stage(Timeline(Library().race(race)[0]), look_of(DARK))
        self.course = CourseView(self.stage)
        self._speed = speed
        self._start = time.monotonic()

    def now(self) -> float:
        """Seconds from the gun."""
        return 60 + (time.monotonic() - self._start) * self._speed

    def lines(self, stadium: Stadium) -> list[tuple[float, float]]:
        """Cells of the lane lines, about two points a cell."""
        track = self.stage.timeline.track
        steps = stadium.width * 4
        return [
            stadium.cell(step * 400 / steps, lane * track.lane_width)
            for lane in range(track.lanes + 1)
            for step in range(steps)
        ]

    def runners(self, stadium: Stadium) -> list[tuple[float, float, int]]:
        """Cells and colours of the runners now."""
        t, stage = self.now(), self.stage
        outs = stage.placing.outs_at(t)
        alongs = stage.placing.alongs(stage.timeline.motion.distances_at(t))
        return [
            (*stadium.cell(along, out), colour)
            for along, out, colour in zip(alongs, outs, stage.cast.colours, strict=True)
            if math.isfinite(along)
        ]


Drawer = Callable[[], None]


def _text(scene: Scene, stadium: Stadium, show: Static) -> Drawer:
    grounds = [Ground(row) for row in stadium.rows]
    styles: dict[object, Style] = {}

    def style(ink: object) -> Style:
        if ink not in styles:
            fg, bg = getattr(ink, "fg", None), getattr(ink, "bg", None)
            colour = [f"#{value:06x}" if value is not None else None for value in (fg, bg)]
            styles[ink] = Style(color=colour[0], bgcolor=colour[1])
        return styles[ink]

    def draw() -> None:
        t = scene.now()
        order = range(len(scene.stage.race.entries))
        layer = scene.course.runners(t, stadium, order)
        text = Text(no_wrap=True, end="")
        for y, ground in enumerate(grounds):
            for run, ink in ground.over(layer.get(y, ())):
                text.append(run, style(ink))
            text.append("\n")
        show.update(text)

    return draw


def _drawille(scene: Scene, stadium: Stadium, show: Static) -> Drawer:
    import drawille  # type: ignore[import-untyped,import-not-found,unused-ignore]

    canvas = drawille.Canvas()
    lines = {(int(x * 2), int(y * 4)) for x, y in scene.lines(stadium)}
    for x, y in lines:
        canvas.set(x, y)
    drawn: set[tuple[int, int]] = set()

    def draw() -> None:
        nonlocal drawn
        for x, y in drawn - lines:
            canvas.unset(x, y)
        drawn = {(int(x * 2), int(y * 4)) for x, y, _ in scene.runners(stadium)}
        for x, y in drawn:
            canvas.set(x, y)
        show.update(Text("\n".join(canvas.rows(0, 0, stadium.width * 2, stadium.height * 4))))

    return draw


def _plotext(scene: Scene, stadium: Stadium, show: Static) -> Drawer:
    import plotext  # type: ignore[import-untyped,import-not-found,unused-ignore]

    lines = scene.lines(stadium)
    xs, ys = [x for x, _ in lines], [-y for _, y in lines]

    def draw() -> None:
        plotext.clear_figure()
        plotext.plot_size(stadium.width, stadium.height)
        plotext.scatter(xs, ys, marker="braille")
        runners = scene.runners(stadium)
        plotext.scatter([x for x, _, _ in runners], [-y for _, y, _ in runners], marker="dot")
        show.update(Text.from_ansi(plotext.build()))

    return draw


def _hires(scene: Scene, stadium: Stadium, show: Widget) -> Drawer:
    from textual_hires_canvas import Canvas  # type: ignore[import-not-found,unused-ignore]

    canvas = show
    assert isinstance(canvas, Canvas)
    canvas.reset(None)
    drawn: list[tuple[float, float, int]] = []
    lines = scene.lines(stadium)
    near: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for x, y in lines:
        near.setdefault((int(x), int(y)), []).append((x, y))
    canvas.set_hires_pixels(lines)

    def draw() -> None:
        nonlocal drawn
        with canvas.batch_refresh():
            for x, y, _ in drawn:
                canvas.set_pixel(int(x), int(y), " ")
                canvas.set_hires_pixels(near.get((int(x), int(y)), []))
            drawn = scene.runners(stadium)
            for x, y, colour in drawn:
                canvas.set_pixel(int(x), int(y), "●", f"#{colour:06x}")

    return draw


_MEANS: dict[str, Callable[[Scene, Stadium, "Static"], Drawer]] = {
    "text": _text,
    "drawille": _drawille,
    "plotext": _plotext,
    "hires": _hires,
}


class Peer(App[None]):
    """One widget and one timer."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen > * { width: 1fr; height: 1fr; }"

    def __init__(self, means: str, scene: Scene) -> None:
        """Draw a scene by some means."""
        super().__init__()
        self.means = means
        self.scene = scene

    def compose(self) -> ComposeResult:
        """The widget."""
        if self.means == "hires":
            from textual_hires_canvas import Canvas  # type: ignore[import-not-found,unused-ignore]

            yield Canvas(self.size.width, self.size.height)
        else:
            yield Static()

    def on_mount(self) -> None:
        """Start to draw."""
        stadium = self.scene.stage.stadium(self.size.width, self.size.height)
        show = self.query_one("Screen > *")
        self.call_after_refresh(self._start, stadium, show)

    def _start(self, stadium: Stadium, show: Static) -> None:
        self.set_interval(1 / 30, _MEANS[self.means](self.scene, stadium, show))


if __name__ == "__main__":
    Peer(sys.argv[1], Scene(sys.argv[2], float(sys.argv[3]))).run(mouse=False)
