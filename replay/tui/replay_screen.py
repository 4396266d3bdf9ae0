"""The replay: one screen that has a viewer and shows what he sees.

Keys and clicks are the viewer's verbs (`replay.viewing.viewer`), each an action of this screen; what is drawn, and what
a click on it means, is said by the table of `replay.viewing.panels`. What remains here is Textual's: widgets in their
places, one timer, and what opens over the race.
"""

import threading
import time as wall
from collections.abc import Callable, Iterable, Sequence
from functools import partial, wraps
from typing import Any

from textual.app import App, ComposeResult
from textual.events import Resize

from replay.cells.ansi import Change
from replay.cells.canvas import Rect
from replay.cells.ink import Row
from replay.drawing.theme.look import Look
from replay.drawing.view import Doing, Hint, Listing
from replay.motion import is_large
from replay.race.clocks import by_clock
from replay.race.problems import MissingExtra
from replay.race.race import Clock, Race
from replay.race.times import format_clock
from replay.state import timeline_of
from replay.state.timeline import Timeline
from replay.tui.cells import Cells
from replay.tui.host import hand_over
from replay.tui.keys import REPLAY_KEYS, Ways, as_named, bindings, replay_hints
from replay.tui.opening import Opening
from replay.tui.straight import goes_straight, write
from replay.tui.taking import Taking
from replay.tui.ticker import Ticker
from replay.tui.working_out import meanwhile
from replay.viewing.clocks import Told, clock_words, one_clock_words, other_clock, told
from replay.viewing.frame import Size, piece
from replay.viewing.ghosts import see_last_ghost
from replay.viewing.panels import PANELS, Panel
from replay.viewing.picture import Moment
from replay.viewing.playback import speed_words
from replay.viewing.player import FRAME
from replay.viewing.verbs import verbs_of
from replay.viewing.viewer import Viewer

Seconds = Callable[[], float]


class ReplayScreen(Taking):
    """Shows a race and lets it be played. Ends with `next` or `menu`."""

    KEYS = REPLAY_KEYS
    BINDINGS = bindings(REPLAY_KEYS)
    DEFAULT_CSS = """
    ReplayScreen { layout: vertical; overflow: hidden; }
    ReplayScreen > Cells { position: absolute; width: 1; height: 1; }
    """

    def __init__(
        self, timeline: Timeline, look: Look, opening: Opening | None = None, clock: Seconds = wall.monotonic
    ) -> None:
        """Show a timeline from its opening on, by a clock that gives seconds."""
        super().__init__()
        opening = opening or Opening()
        self.opening = opening
        self.viewer = viewer = Viewer(timeline, look, clock, lambda: self.flies)
        if opening.rate is not None:
            viewer.at_rate(opening.rate)
        if opening.at is not None:
            viewer.stay(opening.at)
        viewer.view = viewer.view._replace(chosen=opening.follow, spoilers=opening.spoilers, names=opening.names)
        see_last_ghost(viewer)
        viewer.steps = opening.steps
        viewer.hints, viewer.named = self._hints, lambda text: as_named(text, REPLAY_KEYS, self.opening.keys)
        self._extent = Size(0, 0)
        self._moving: list[Cells] = []
        """Those that change with every frame."""
        self._ticker: Ticker | None = None
        """None until the screen is there to be drawn on."""
        self._held = False
        """Whether it was paused for what covers it."""
        self._covered = False
        """Whether it is, or was just now, and has yet to be drawn whole."""
        self._left_at = 0.0
        """The second at which the race was left another time."""
        self._clocks: dict[Clock, Told] = {}
        """The race on each clock that was looked at."""

    @property
    def flies(self) -> bool:
        """Whether cameras fly: not where motion is not wanted, nor in plain characters."""
        return self.app.animation_level != "none" and not self.viewer.stage.look.drawn

    def _hints(self, doing: Doing) -> tuple[Hint, ...]:
        ways = Ways(self.opening.onward, self.opening.out, self.recording)
        return replay_hints(self.opening.keys, ways, self.viewer.stage.many, doing)

    # Making and measuring the screen

    def compose(self) -> ComposeResult:
        """One widget for each panel; `_arrange` gives them their places."""
        for panel in PANELS:
            widget = self.widgets[panel.name] = Cells(partial(self._rows, panel), id=panel.name)
            if panel.moves:
                self._moving.append(widget)
            yield widget

    def on_mount(self) -> None:
        """Take the places, start the timer; what is not needed for the first frame comes after it."""
        self._ticker = Ticker(self, FRAME, self.tick)
        self._arrange(Size(*self.app.size))
        # Asked of the application: a screen that the program starts with would be called before its frame is written.
        self.app.call_after_refresh(self.set_timer, FRAME, self._prepare)

    def _prepare(self) -> None:
        """Work out the commentary, then show the start card or go; a sparse race is worked out meanwhile."""
        from replay.reconstruction import is_sparse

        viewer = self.viewer
        viewer.view = viewer.view._replace(sketch=False)
        self._pack()
        if is_sparse(viewer.stage.race):
            viewer.say("working out what the reports leave open …")
            self.left_open = "what the reports leave open is being worked out: a moment, please"
            # A thread of ours: Textual's are waited for when the program is left, and hold their screen when it is.
            given = viewer.stage.timeline.given
            threading.Thread(target=self._complete, args=(self.app, given), daemon=True).start()
        self._call()
        if self.opening.directed:
            viewer.director()
        if self.opening.at is None:
            from replay.files.progress import left_at

            said, self._left_at = speed_words(viewer.playback), left_at(viewer.stage.race)
            left = format_clock(self._left_at, 0) if 0 < self._left_at < viewer.playback.duration else ""
            self.host.show_start_card(viewer.stage.race, viewer.stage.cast, said, self._card_left, left)

    def _card_left(self, how: str | None) -> None:
        """Fire the gun, go on where it was left, or do what else was asked for: then the card has to be gone."""
        if how == "on":
            self.viewer.stay(self._left_at)
        if how != "quit":
            self.start()
        if how not in (None, "on"):
            self.call_later(self.run_action, how)

    def _call(self) -> None:
        """Work out what is said: of tens of thousands meanwhile, since that takes seconds."""
        timeline = self.viewer.stage.timeline
        if self.viewer.stage.many:
            self.run_worker(partial(self._tell, timeline), thread=True, group="told", exclusive=True)
        else:
            self._told(timeline, told(timeline))

    def _tell(self, timeline: Timeline) -> None:
        """In a thread of its own, on a timeline of its own: what moves a large field is not to be shared."""
        hand_over(self.app, self._told, timeline, told(timeline_of(timeline.given)))

    def _told(self, timeline: Timeline, found: Told) -> None:
        self._clocks[timeline.race.clock] = found._replace(timeline=timeline)
        if timeline is self.viewer.stage.timeline:
            self.viewer.with_calls(found.calls, found.moments)
            self.show_now()

    def _complete(self, app: App[Any], given: Race) -> None:
        """In a thread of its own: fill the race's gaps."""
        from replay.reconstruction.completion import completed

        try:
            race, conflicts = completed(given)
            why = "facts contradict one another: race-replay reconstruct names them" if conflicts else ""
            why = next((conflict.text for conflict in conflicts if conflict.unsolved), why)
        except MissingExtra as error:
            race, why = given, str(error)
        hand_over(app, self._completed, race, why)

    def _completed(self, race: Race, why: str) -> None:
        """Say why nothing was worked out, or go on with the race as it was worked out, at the same time of it."""
        viewer, opening = self.viewer, self.opening
        self.stays_open(why)
        if why or viewer.stage.timeline.given.what_if:
            return
        from replay.analysis.ghosts import ghosts_of

        race = ghosts_of(race, viewer.stage.timeline.given)  # who was chosen meanwhile stays
        self._clocks = {race.clock: told(timeline_of(race))}
        timeline = timeline_of(by_clock(race, viewer.stage.race.clock))
        named = opening.moment if not viewer.playback.playing and viewer.now == opening.at else None
        viewer.with_timeline(timeline, timeline.time_of(named) if named is not None else None)
        self._call()

    def change_race(self, race: Race | None) -> None:
        """Go on at the same second with a race that differs from the one that was shown; with that one for None."""
        if race is self.viewer.stage.timeline.given:
            return  # nothing was typed
        if race is not None and is_large(race):
            self.say("working out the race …")
            meanwhile(self, self._change_to, race, race.clock)
        elif race is not None:
            self._change_to(timeline_of(race))

    def _change_to(self, timeline: Timeline) -> None:
        self._clocks.clear()
        self.viewer.with_timeline(timeline)
        see_last_ghost(self.viewer)
        self._call()
        self._pack()
        self._paint()

    def _pack(self) -> None:
        """Work out the whole race's places across the track, a little at a time: a first seek need not wait for it."""
        if not self.viewer.stage.placing.pack_on(0.008):
            self.set_timer(0.02, self._pack)

    def start(self) -> None:
        """Fire the gun."""
        self.viewer.play()
        self.show_now()

    def on_screen_suspend(self) -> None:
        """Pause what is covered."""
        self._covered = True
        self.let_go()
        self._held = self.viewer.playback.playing
        if self._held:
            self.viewer.pause()
            self.show_now()

    def on_screen_resume(self) -> None:
        """Go on, if it was paused for what covered it."""
        self.call_after_refresh(setattr, self, "_covered", False)
        if self._held:
            self._held = False
            self.viewer.play()
            self.show_now()

    def went_on(self) -> None:
        """After the program was stopped: as if no time had passed."""
        if self.moment is not None:
            self.viewer.stay(self.moment.t)
            self.show_now()

    def on_resize(self, event: Resize) -> None:
        """Compose anew for another size."""
        size = Size(*event.size)
        if size != self._extent:  # the first comes when everything has its place already
            self._arrange(size)

    def _arrange(self, size: Size) -> None:
        self._extent = size
        self._place(self.viewer.seen(size))
        self._paint()

    def _place(self, seen: Moment) -> None:
        """Give each panel's widget its place, or none."""
        for name, widget in self.widgets.items():
            widget.take_place(seen.layout.places.get(name))

    def _paint(self) -> None:
        """Draw everything anew, as after a change of size or theme."""
        for widget in self.widgets.values():
            widget.redraw_whole()
        self.show_now()

    def set_look(self, look: Look) -> None:
        """Change to another theme."""
        self.viewer.with_look(look)
        self._paint()

    # Drawing

    def tick(self) -> None:
        """One frame; nothing when nothing moved."""
        viewer, before = self.viewer, self.moment
        seen = viewer.seen(self._extent)
        waits = any(widget.waits for widget in self.widgets.values())
        if not waits and before is not None and seen.t == before.t and seen.view == before.view:
            if not viewer.moves and self._ticker is not None:
                self._ticker.pause()  # until something is shown again
            return
        if self.host.lags:  # the line is slower than the picture: leave frames out, so that keys are answered
            return
        if viewer.playback.playing and seen.view.ended:
            viewer.pause()
            seen = viewer.seen(self._extent)
        still = before is not None and seen.told == before.told and seen.view == before.view
        self._show(seen, self._moving if still and not waits else self.widgets.values())

    def show_now(self) -> None:
        """Draw the present instant, whatever was drawn when."""
        if self._ticker is not None:  # else it is drawn once it is there
            self._show(self.viewer.seen(self._extent), self.widgets.values())
            self._ticker.resume()

    def _show(self, seen: Moment, panels: Iterable[Cells]) -> None:
        """Show a moment in these panels; in the others it looks as the one before."""
        before, self.moment = self.moment, seen
        self.saw(seen)
        if before is not None and before.layout.places != seen.layout.places:
            self._place(seen)
            for widget in self.widgets.values():
                widget.redraw_whole()
        whole = not self._covered and goes_straight(self.app, self, self.widgets.values())
        straight: list[Change] | None = [] if whole else None
        depth = self.host.paper.depth
        room = self.host.pace.room(depth) if straight is not None else None
        if room is not None:  # what is said comes first
            panels = sorted(panels, key=lambda widget: widget.id not in ("footer", "title"))
        for widget in panels:
            widget.redraw(straight, room)
        if straight:
            write(self.app, straight, depth, self.host.pace)

    def _rows(self, panel: Panel, width: int, height: int) -> Sequence[Row]:
        """The rows of a panel at present: the very same list while they do not change."""
        seen = self.moment or self.viewer.seen(self._extent)
        return piece(panel, seen, Rect(0, 0, width, height)).rows

    # What opens over the race, and what is asked of others

    def action_clock(self) -> None:
        """From gun to chip, or back: worked out meanwhile, the first time."""
        race = self.viewer.stage.timeline.given
        clock = other_clock(race)
        if clock is None:
            self.say(one_clock_words(race))
        elif clock in self._clocks:
            self._change_clock(self._clocks[clock].timeline)
        else:
            self.say(f"working out the times by the {clock} …")
            meanwhile(self, self._change_clock, race, clock)

    def _change_clock(self, timeline: Timeline) -> None:
        found = self._clocks.get(timeline.race.clock)
        self.viewer.with_timeline(timeline)
        self.viewer.with_calls(*((found.calls, found.moments) if found is not None else ((), ())))
        self.say(clock_words(timeline.race.clock))
        self._paint()
        if found is None:  # it is seen before it is told
            self._call()

    def _leave(self, how: str) -> None:
        from replay.files.progress import leave_at

        self.let_go()
        self.end_recording()
        ended = self.viewer.playback.ended(self.viewer.clock())
        leave_at(self.viewer.stage.race, None if ended else self.viewer.now)
        self.host.leave_race(self, how, self.viewer.stage.race.id)

    def action_next_race(self) -> None:
        """On to the next race."""
        self._leave("next")

    def action_previous_race(self) -> None:
        """Back to the race before."""
        self._leave("previous")

    def action_menu(self) -> None:
        """To the menu."""
        self._leave("menu")

    def action_quit(self) -> None:
        """Leave."""
        self._leave("quit")

    def action_back(self) -> None:
        """Close what is on top, then leave for the menu."""
        viewer = self.viewer
        if viewer.view.bare:
            viewer.bare()
        elif viewer.view.reading:
            viewer.stop_reading()
        elif viewer.view.board_keys:
            viewer.board_keys()
        elif viewer.view.listing != Listing():
            viewer.view = viewer.view._replace(listing=Listing())
        elif viewer.view.pinned is not None:
            viewer.unpin()
        else:
            self.action_menu()
            return
        self.show_now()


def _performed(name: str) -> Callable[..., None]:
    """The action that tells the viewer a verb, and shows what comes of it."""

    @wraps(getattr(Viewer, name))  # Textual counts the parameters
    def action(screen: ReplayScreen, *arguments: Any) -> None:  # noqa: ANN401 - whatever the verb takes
        getattr(screen.viewer, name)(*arguments)
        screen.show_now()

    return action


for _name in verbs_of(Viewer):
    setattr(ReplayScreen, f"action_{_name}", _performed(_name))
