"""The replay: one screen that owns the playback, one timer that draws it, and the keys that move it."""

import time as wall
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

from textual.app import ComposeResult
from textual.events import Click, MouseMove, MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Size

from replay.cells.ink import Row
from replay.cells.memo import Kept
from replay.cells.rows import Overlay, fill
from replay.drawing.panels.bars import Hint, footer_row, title_row, transport_text
from replay.drawing.panels.board import BoardView, runner_at
from replay.drawing.theme.look import Look
from replay.drawing.view import Extras, Eye
from replay.motion import LARGE
from replay.race.race import Race
from replay.race.times import format_clock
from replay.state.timeline import RaceState, Timeline
from replay.tui.cells import Backdrop, Cells
from replay.tui.choosing import Choosing
from replay.tui.host import Host
from replay.tui.keys import REPLAY_KEYS, bindings
from replay.tui.opening import Opening
from replay.tui.track_view import TrackView
from replay.tui.transport import FRAME
from replay.viewing.layout import Layout, layout
from replay.viewing.playback import RATES, ROAD_RATES, Playback
from replay.viewing.stage import stage_of

PANELS = 0.1
"""Seconds of wall clock between changes of board, clock and commentary: more often nobody can read them.

Twice as many in a large field, where every row changes every time.
"""

_LISTED = 60
"""Runners of a large field whose states are worked out, where the board does not say how many it shows."""

Clock = Callable[[], float]


class ReplayScreen(Choosing, Backdrop[str | None]):
    """Shows a race and lets it be played. Ends with `next` or `menu`."""

    KEYS = REPLAY_KEYS
    BINDINGS = bindings(REPLAY_KEYS)
    DEFAULT_CSS = """
    ReplayScreen { layout: vertical; overflow: hidden; }
    ReplayScreen > Cells { position: absolute; width: 1; height: 1; }
    """

    def __init__(
        self, timeline: Timeline, look: Look, opening: Opening | None = None, clock: Clock = wall.monotonic
    ) -> None:
        """Show a timeline from its opening on, by a clock that gives seconds."""
        super().__init__()
        opening = opening or Opening()
        self.clock = clock
        self.stage = stage_of(timeline, look)
        self.opening = opening
        duration = timeline.duration
        rates = ROAD_RATES if self.stage.road else RATES
        self.playback = Playback(duration, rates=rates).at_rate(opening.rate, clock())
        if opening.at is not None:
            self.playback = self.playback.sought(opening.at, clock())
        self.view = BoardView(chosen=opening.follow)
        self.bare = False
        self.extras = Extras()
        self._large = len(timeline.race.entries) > LARGE
        self._listed = _LISTED if self._large else LARGE
        self.state: RaceState = timeline.top(self.now, self._listed)
        self._layout: Layout | None = None
        self._arranged = Size(0, 0)
        self._title: Kept[list[Row]] = Kept()
        self._ready = False
        self._shown_at = -1.0
        self._shown_eye = Eye()
        self._panels_at = -1.0
        self._order: list[int] = []
        self._scores: dict[int, tuple[Overlay, ...]] = {}
        self._spots: tuple[tuple[int, int, str], ...] = ()
        self._message = ""
        self._message_until = 0.0

    @property
    def host(self) -> Host:
        """The application."""
        return cast(Host, self.app)

    @property
    def flies(self) -> bool:
        """Whether cameras fly: not where motion is not wanted, nor in plain characters."""
        return self.app.animation_level != "none" and not self.stage.look.drawn

    # Making and measuring the screen

    def compose(self) -> ComposeResult:
        """One widget for each panel; `_arrange` gives them their places."""
        yield Cells(self._draw_title, id="title")
        yield TrackView(id="track")
        yield Cells(self._draw_board, id="board")
        yield Cells(self._draw_chart, id="chart")
        yield Cells(self._draw_strip, id="strip")
        yield Cells(self._draw_feed, id="feed")
        yield Cells(self._draw_scrubber, id="scrubber")
        yield Cells(self._draw_footer, id="footer")

    def on_mount(self) -> None:
        """Take the places, start the timer; what is not needed for the first frame comes after it."""
        self._panels = [
            self.query_one(f"#{name}", Cells)
            for name in ("title", "board", "chart", "strip", "feed", "scrubber", "footer")
        ]
        self._track = self.query_one("#track", TrackView)
        self._timer = self.set_interval(FRAME, self.tick)
        self._arrange(self.app.size.width, self.app.size.height)
        # Asked of the application: a screen that the program starts with would be called before its frame is written.
        self.app.call_after_refresh(self.set_timer, FRAME, self._prepare)

    def _prepare(self) -> None:
        """Work out the commentary, then show the start card or go; a sparse race is worked out meanwhile."""
        from replay.reconstruction import is_sparse

        self._ready = True
        self._pack()
        if is_sparse(self.stage.race):
            self.say("working out what the reports leave open …")
            self.run_worker(self._complete, thread=True, exit_on_error=False)
        self._call()
        if self.opening.at is None:
            self.host.show_start_card(self)

    def _call(self) -> None:
        from replay.commentary import call_race, moments

        calls = call_race(self.stage.timeline)
        self.stage.with_calls(calls)
        self.moments = moments(calls)
        self.show_now()

    def _complete(self) -> None:
        """In a thread of its own: fill the race's gaps."""
        from replay.reconstruction.completion import completed

        race, conflicts = completed(self.stage.race)
        self.app.call_from_thread(self._completed, race, len(conflicts))

    def _completed(self, race: Race, conflicts: int) -> None:
        """Go on with the race as it was worked out, at the same time of it."""
        if conflicts:
            self.say("facts contradict one another: race-replay reconstruct names them")
            return
        clock = self.clock()
        timeline = Timeline(race)
        if self.opening.moment is not None and not self.playback.playing and self.now == self.opening.at:
            self.playback = self.playback.sought(timeline.time_of(self.opening.moment), clock)
        self.stage = stage_of(timeline, self.stage.look)
        self.playback = replace(self.playback.sought(self.now, clock), duration=timeline.duration)
        self._paint()
        self._call()

    def _pack(self) -> None:
        """Work out the whole race's places across the track, a little at a time: a first seek need not wait for it."""
        if not self.stage.placing.pack_on(0.008):
            self.set_timer(0.02, self._pack)

    def start(self) -> None:
        """Fire the gun."""
        self.playback = self.playback.played(self.clock())
        self._timer.resume()

    def on_resize(self, event: Resize) -> None:
        """Compose anew for another size."""
        if event.size != self._arranged:  # the first comes when everything has its place already
            self._arrange(event.size.width, event.size.height)

    def _arrange(self, width: int, height: int) -> None:
        self._arranged = Size(width, height)
        places = layout(width, height, len(self.stage.race.entries), self.bare)
        self._layout = places
        rects = {
            "title": places.title,
            "track": places.stadium,
            "board": places.board,
            "chart": places.chart,
            "strip": places.strip,
            "feed": places.feed,
            "scrubber": places.scrubber,
            "footer": places.footer,
        }
        for name, rect in rects.items():
            widget = self.query_one(f"#{name}", Cells)
            widget.display = rect is not None
            if rect is not None:
                widget.styles.offset = (rect.x, rect.y)
                widget.styles.width = rect.width
                widget.styles.height = rect.height
        self._paint()

    def _paint(self) -> None:
        rect = self._layout.stadium if self._layout else None
        if rect is not None:
            self._track.set_painting(self.stage.stadium(rect.width, rect.height).rows)
        for panel in self._panels:
            panel.redraw_whole()
        self._shown_at = -1.0
        self.show_now()

    def set_look(self, look: Look) -> None:
        """Change to another theme."""
        calls = self.stage.calls
        self.stage = stage_of(self.stage.timeline, look, calls)
        self._paint()

    # Drawing

    def tick(self) -> None:
        """One frame: runners each time, panels ten times a second, nothing when nothing moved."""
        clock = self.clock()
        t = self.playback.time(clock)
        if self._message and clock > self._message_until:
            self._message = ""
            self._panels[-1].redraw()
        if t == self._shown_at and self.eye == self._shown_eye:
            if not self.playback.playing and not self._message:
                self._timer.pause()  # until something is shown again
            return
        self.direct(t, clock)
        if self.host.lags:  # the line is slower than the picture: leave frames out, so that keys are answered
            return
        if clock - self._panels_at >= PANELS * (2 if self._large else 1) or t < self._shown_at:
            self._show_panels(t, clock, self._panels[:-1])
        self._show_runners(t)
        if self.playback.playing and t >= self.playback.duration:
            self.playback = self.playback.paused(clock)
            self.show_now()

    def show_now(self) -> None:
        """Draw the present instant in full, whatever was drawn when."""
        clock = self.clock()
        t = self.playback.time(clock)
        self.direct(t, clock)
        self._show_panels(t, clock)
        self._show_runners(t)
        self._timer.resume()

    def _show_panels(self, t: float, clock: float, panels: Sequence[Cells] | None = None) -> None:
        """Draw panels, or all of them; the footer changes with what is pressed and not with time."""
        self._panels_at = clock
        self.state = self.stage.timeline.top(t, self._listed, self._wanted())
        self._order = [runner.entry for runner in self.state.standings]
        if self._layout is not None and self._layout.stadium is not None:
            rect = self._layout.stadium
            stadium = self.stage.stadium(rect.width, rect.height)
            scores = self.stage.scores(self.state, stadium.infield, self.extras.light)
            self._scores = scores | self.stage.on_profile(self.state, stadium)
        for panel in self._panels if panels is None else panels:
            panel.redraw()

    def _show_runners(self, t: float) -> None:
        self._shown_at = t
        rect = self._layout.stadium if self._layout else None
        if rect is None:
            return
        eye = self._shown_eye = self.eye
        if eye.near > 0:
            self._track.set_rows(self.stage.close_up(t, eye, rect.width, rect.height, self.extras))
            return
        stadium = self.stage.stadium(rect.width, rect.height)
        first = self._priority()
        chosen = {self.view.chosen, self.view.pinned}
        pairs = self.extras.names == "initials"
        layer = dict(self.stage.runners(t, stadium, first, self.named().__contains__, chosen, pairs))
        for y, overlays in self._scores.items():
            layer[y] = tuple(sorted((*layer.get(y, ()), *overlays), key=lambda overlay: overlay[0]))
        self._track.set_layer(self.with_extras(layer, t, stadium))

    def _priority(self) -> list[int]:
        """Who may take a cell that two want: the chosen, then as they stand."""
        return list(dict.fromkeys([*self._wanted(), *self._order]))

    def _wanted(self) -> list[int]:
        return [index for index in (self.view.chosen, self.view.pinned) if index is not None]

    def _draw_title(self, width: int, height: int) -> list[Row]:
        clock = self.clock()
        text = transport_text(self.playback.playing, self.playback.rate, self.playback.ended(clock), self.stage.look)
        if self.shot is not None:
            text = f"director: {self.shot.reason}  {text}"
        if self._layout is not None and self._layout.stadium is None:  # the scoreboard is not there to say it
            to_go = max(self.stage.race.distance - self.state.leader_distance, 0.0)
            text = f"{to_go:.0f} m to go  {text}" if width >= 36 else text
            text = f"{format_clock(self.state.time)}  {text}"
        look = self.stage.look
        return self._title.get((text, width, look), lambda: [title_row(self.stage.race, text, look, width)])

    def _draw_board(self, width: int, height: int) -> list[Row]:
        return self.stage.board(self.state, self.view, width, height)

    def _draw_chart(self, width: int, height: int) -> list[Row]:
        if not self._ready:  # it takes as long as all the rest, and the first frame should come soon
            return [fill((), width, self.stage.look.panel)] * height
        return self.stage.chart(self.state, self.view, width, height)

    def _draw_strip(self, width: int, height: int) -> list[Row]:
        return self.stage.strip(self.state, width, height, self.extras.light, self.view.chosen)

    def _draw_feed(self, width: int, height: int) -> list[Row]:
        return self.stage.feed(self.state.time, width, height, self.read_back)

    def _draw_scrubber(self, width: int, height: int) -> list[Row]:
        look = self.stage.look
        return [
            fill([(" ", look.page), *row], width, look.page)
            for row in self.stage.scrubber(self.state, width - 2, self.opening.spoilers)
        ]

    def _draw_footer(self, width: int, height: int) -> list[Row]:
        ended = self.playback.ended(self.clock())
        if ended:
            hints = [
                Hint("r", "again", "restart", 1),
                Hint("N", self.opening.onward, "next_race", 1),
                Hint("q", "menu", "back", 1),
            ]
        else:
            names = {"play_pause": "pause" if self.playback.playing else "play"}
            hints = [
                Hint(key.shown, names.get(key.action, key.label), key.action, key.footer)
                for key in REPLAY_KEYS
                if key.footer
            ]
        left_out = self._layout.left_out if self._layout else ()
        lead = self._message or (f"no room: {', '.join(left_out)}" if left_out else "")
        row, self._spots = footer_row(hints, self.stage.look, width, lead)
        return [row]

    def show_rate(self) -> None:
        """Draw the title, where the speed stands."""
        self._panels[0].redraw()

    def say(self, message: str) -> None:
        """Show a short message in the footer for a few seconds."""
        self._message, self._message_until = message, self.clock() + 4
        self._panels[-1].redraw()
        self._timer.resume()

    # What the keys do

    def action_read(self, rows: int) -> None:
        """Scroll the commentary back (positive) or forward."""
        self.read_back = max(self.read_back + rows, 0)
        self.query_one("#feed", Cells).redraw()

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Wheel up: back in the commentary."""
        self.action_read(2)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Wheel down: forward again."""
        self.action_read(-2)

    def action_bare(self) -> None:
        """The track and nothing else, and back."""
        self.bare = not self.bare
        self._arrange(self.app.size.width, self.app.size.height)

    def action_copy(self) -> None:
        """Copy the command that opens this moment."""
        command = self.host.command_for(self.stage.race, self.now)
        self.app.copy_to_clipboard(command)
        self.say(f"copied: {command}")

    def action_go_to(self) -> None:
        """Ask where to."""
        self.host.ask_where_to(self)

    def action_info(self) -> None:
        """About this race."""
        winner = self.stage.timeline.winner_time
        told = self.opening.spoilers or winner is None or self.now >= winner
        self.host.show_info(self.stage.race, self.stage.look, told)

    def action_help(self) -> None:
        """The keys."""
        self.host.show_help(REPLAY_KEYS, "Watching a race")

    def action_theme(self) -> None:
        """Dark or light."""
        self.host.change_theme()

    def action_next_race(self) -> None:
        """On to the next race."""
        self.host.leave_race(self, "next")

    def action_back(self) -> None:
        """Close what is on top, then leave."""
        if self.bare:
            self.action_bare()
        elif self.view.pinned is not None:
            self.action_pin() if self.view.pinned == self.view.chosen else self.unpin()
        else:
            self.host.leave_race(self, "menu")

    # The mouse

    async def on_click(self, event: Click) -> None:
        """Seek on the scrubber, choose on the board, press what is written in the footer, pause on the track."""
        widget = event.widget
        if not isinstance(widget, Cells):
            return
        name = widget.id
        if name == "scrubber":
            self.scrub_to(event.x - 1, widget.size.width - 2)
        elif name == "board":
            entry = runner_at(self.state, widget.size.height, self.view, event.y)
            if entry is not None and entry == self.view.chosen:
                self.action_pin()
            else:
                self.choose(entry)
        elif name == "track":
            self.action_play_pause()
        elif name == "footer":
            action = next((action for start, end, action in self._spots if start <= event.x < end), None)
            if action:
                await self.run_action(action)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Drag on the scrubber."""
        if event.button and isinstance(event.widget, Cells) and event.widget.id == "scrubber":
            self.scrub_to(event.x - 1, event.widget.size.width - 2)
