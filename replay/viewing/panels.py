"""The panels: one table that says what each shows, how often it may change, and what a click on it means.

To add one, write what draws it in `replay.drawing.panels`, give it a place in `replay.viewing.layout` and a line here.
Nothing is drawn again while what a panel shows stays equal, so no key of a memo is kept by hand.
"""

from collections.abc import Callable
from typing import NamedTuple

from replay.cells.ink import Row
from replay.cells.memo import Shown
from replay.cells.rows import fill
from replay.cells.text import cell_width, fit
from replay.drawing.panels.bars import footer_row, pressed, title_row, transport_text
from replay.drawing.panels.before import with_before
from replay.drawing.panels.board import runner_at
from replay.drawing.panels.feed import feed_of, feed_rows
from replay.drawing.panels.figures import clock_digits
from replay.drawing.panels.scrubber import column, scrubber_rows, share_at
from replay.drawing.view import REPLAY, Eye
from replay.race.race import Clock
from replay.race.times import format_clock, format_distance, format_time_left, format_to_go
from replay.viewing.picture import Moment
from replay.viewing.seeking import scrubbed


class Panel(NamedTuple):
    """A part of the picture."""

    name: str
    """By which the layout has its place."""
    show: Callable[[Moment, int, int], Shown]
    """What it shows of a moment in so many cells and rows."""
    click: Callable[[Moment, int, int, int, int], str] = lambda moment, x, y, width, height: ""
    """The action that a click means, from its column and row and the panel's width and height; empty for none."""
    moves: bool = False
    """Whether it changes with every frame; all others change in steps of the stage's `beat`."""
    beats: tuple[int, int] = (1, 1)
    """How many of these steps it takes at a time, and how many fast forward, where a step is longer."""


_SPELT = 24
"""Cells of a title that has more than a clock beside the race's name."""


def _title(moment: Moment, width: int, _height: int) -> Shown:
    view, stage = moment.view, moment.stage
    text = transport_text(view.playing, view.eye.rate, view.ended, stage.look) if view.transport else ""
    if stage.race.clock is Clock.NET:
        text = f"chip times  {text}"
    if view.director:
        text = f"director: {view.director}  {text}"
    places = moment.layout.places
    if "course" not in places or (view.chart and "small" not in places):  # the scoreboard is not there to say it
        to_go = format_to_go(moment.state.leader_distance, stage.race.distance, unit=stage.race.course.unit)
        if stage.race.duration is not None:
            to_go = format_time_left(stage.race.duration - moment.state.time)
        clock = format_clock(moment.state.time, clock_digits(stage.timeline.track))
        if (band := stage.band(moment.state)) is not None:
            clock, to_go = band.time, "finish"
        elif stage.many and any(runner.status == "finished" for runner in moment.state.standings[:1]):
            to_go = f"{stage.timeline.tally(moment.state.time).home:,} home"
        text = f"{to_go}  {text}" if width >= 36 else text
        text = f"{clock}  {text}" if width >= _SPELT else clock
    if view.message and "footer" not in moment.layout.places:  # nowhere else is room for it
        text = f"{fit(view.message, max(min(cell_width(view.message), width - cell_width(text) - 4), 0))}  {text}"
    text, hot = text.strip(), "REPLAY" if view.director == REPLAY else stage.hot(moment.state)
    return Shown((text, hot), lambda: [title_row(stage.race, text, stage.look, width, hot)])


def _course(moment: Moment, width: int, height: int) -> Shown:
    if moment.view.chart:
        return moment.stage.sights.of(moment.view).shown(moment.told, moment.view, width, height)
    what = moment.t, moment.told, moment.view, moment.stage.calls
    return Shown(what, lambda: list(moment.picture.course.rows(moment.t, moment.state, moment.view, width, height)))


def _point_out(moment: Moment, x: int, y: int, width: int, height: int) -> str:
    """Whoever is there is chosen; elsewhere it is a pause. In place of the track a chart or a table says what it is."""
    if moment.view.chart:
        return moment.stage.sights.of(moment.view).clicked(moment.told, moment.view, (x, y), (width, height))
    who = moment.picture.course.who(moment.t, moment.state, moment.view, (width, height), (x, y))
    return "play_pause" if who is None else f"pick({who})"


def _small(moment: Moment, width: int, height: int) -> Shown:
    """The track beside what stands in its place."""
    view = moment.view._replace(chart="", eye=Eye(rate=moment.view.eye.rate), ended=False)
    course = moment.picture.course
    what = moment.t, moment.told, view, moment.stage.calls
    return Shown(what, lambda: list(course.rows(moment.t, moment.state, view, width, height)))


def _point_small(moment: Moment, x: int, y: int, width: int, height: int) -> str:
    view = moment.view._replace(chart="", eye=Eye())
    who = moment.picture.course.who(moment.t, moment.state, view, (width, height), (x, y))
    return "play_pause" if who is None else f"pick({who})"


def _closeup(moment: Moment, width: int, height: int) -> Shown:
    if moment.view.sketch:
        return Shown("a sketch", lambda: [fill((), width, moment.stage.look.page)] * height)
    what = moment.t, moment.told, moment.view
    course = moment.picture.course
    return Shown(what, lambda: list(course.close_rows(moment.t, moment.state, moment.view, width, height)))


def _point_close(moment: Moment, x: int, y: int, width: int, height: int) -> str:
    who = moment.picture.course.who_close(moment.t, moment.view, (width, height), (x, y))
    return "play_pause" if who is None else f"pick({who})"


def _photo(moment: Moment, width: int, height: int) -> Shown:
    from replay.drawing.panels.photo import photo_rows  # no race begins with its end
    from replay.viewing.photo import photo_of

    photo, scene = photo_of(moment.stage.timeline), moment.stage.scene
    assert photo is not None  # else it has no place
    return Shown(photo, lambda: photo_rows(photo, scene, width, height))


def _board(moment: Moment, width: int, height: int) -> Shown:
    return moment.stage.board(moment.state, moment.view, width, height)


def _chart(moment: Moment, width: int, height: int) -> Shown:
    stage = moment.stage
    if moment.view.sketch:  # it takes as long as all the rest
        return Shown("a sketch", lambda: [fill((), width, stage.look.panel)] * height)
    if _is_posted(moment):
        return stage.sights.charts.shown(
            moment.told, moment.view._replace(chart="positions", both=False), width, height
        )
    return stage.charted(moment.told, moment.view, width, height)


def _is_posted(moment: Moment) -> bool:
    """Whether the card at the end has the race trace on it, so that a chart of gaps would tell it again."""
    place = moment.layout.places.get("course")
    if not moment.view.ended or moment.view.chart or moment.stage.many or place is None:
        return False
    return moment.picture.course.closing(place.width, place.height).posted


def _strip(moment: Moment, width: int, height: int) -> Shown:
    return moment.stage.strip(moment.state, moment.view, width, height)


def _feed(moment: Moment, width: int, height: int) -> Shown:
    stage = moment.stage
    feed = feed_of(stage.calls, moment.told, moment.view.read_back, moment.view.ended)
    place = moment.layout.places.get("board")
    listed = place is not None and place.height > len(stage.race.entries)  # the board has them all, by whole names

    def draw() -> list[Row]:
        return with_before(feed_rows(feed, stage.race, stage.look, width, height), stage.scene, width, listed=listed)

    return Shown((feed, listed), draw)


def _scrubber(moment: Moment, width: int, _height: int) -> Shown:
    stage, wide = moment.stage, width - 2
    scrub = stage.scrub(moment.state, moment.view)
    page = stage.look.page
    pointed = _pointed(moment, wide)

    def draw() -> list[Row]:
        return [fill([(" ", page), *row], width, page) for row in scrubber_rows(scrub, stage.look, wide, pointed)]

    return Shown((column(scrub, wide), scrub.moments, scrub.bookmarks, pointed, stage.hot(moment.state)), draw)


def _pointed(moment: Moment, wide: int) -> tuple[int, str] | None:
    """The cell that is pointed at and what it stands for; the time of what is to come would tell how the race goes."""
    x, stage = moment.view.pointed, moment.stage
    if x is None or not 0 <= x < wide:
        return None
    share, _ = share_at(x, wide)
    words = format_distance(round(stage.race.distance * share))
    t = scrubbed(stage.timeline, x, wide)
    known = moment.view.spoilers or t <= moment.t
    return x, f"{format_clock(t, 0)}, {words}" if known else words


def _footer(moment: Moment, width: int, _height: int) -> Shown:
    lead, look = _lead(moment), moment.stage.look
    hints = moment.view.hints
    return Shown((lead, hints), lambda: [footer_row(hints, look, width, lead)[0]])


def _lead(moment: Moment) -> str:
    left_out = moment.layout.left_out
    return moment.view.message or (f"no room: {', '.join(left_out)}" if left_out else "")


def _press(moment: Moment, x: int, _y: int, width: int, _height: int) -> str:
    return pressed(footer_row(moment.view.hints, moment.stage.look, width, _lead(moment))[1], x)


def _pick(moment: Moment, _x: int, y: int, _width: int, height: int) -> str:
    return f"pick({runner_at(moment.stage.on_board(moment.state, moment.view, height), y)})"


PANELS = (
    Panel("title", _title),
    Panel("course", _course, _point_out, moves=True),
    Panel("closeup", _closeup, _point_close, moves=True),
    Panel("small", _small, _point_small, moves=True),
    Panel("photo", _photo),
    Panel("board", _board, _pick, beats=(2, 1)),
    Panel("chart", _chart, beats=(2, 2)),  # of what it costs to draw, little is new
    Panel("strip", _strip),
    Panel("feed", _feed),
    Panel("scrubber", _scrubber),  # a press moves it, before it is a click
    Panel("footer", _footer, _press),
)
"""From the top of the screen to its foot."""
