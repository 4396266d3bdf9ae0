"""The replay: one screen that has a viewer and shows what he sees.

Keys and clicks are verbs of its parts, each an action of this screen: of the viewer (`replay.viewing.viewer`), of what
asks (`asking`, `supposing`), takes along (`taking`) and works out (`backstage`). What is drawn, and what a click on it
means, stands in the table of `replay.viewing.panels`. What remains here is Textual's: widgets in their places, a timer.
"""

import time as wall
from collections.abc import Callable, Iterable, Sequence
from functools import partial, wraps
from operator import attrgetter
from typing import Any, cast

from textual.app import ComposeResult
from textual.events import Event, Resize
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from replay.cells.ansi import Change
from replay.cells.canvas import Rect
from replay.cells.ink import Row
from replay.drawing.theme.look import Look
from replay.drawing.view import Doing, Hint, Listing
from replay.race.times import format_clock
from replay.state.timeline import Timeline
from replay.tui.asking import Asking
from replay.tui.backstage import Backstage
from replay.tui.beforehand import Beforehand
from replay.tui.cells import Cells
from replay.tui.footer_keys import Ways, replay_hints
from replay.tui.host import Host
from replay.tui.keys import REPLAY_KEYS, as_named, bindings
from replay.tui.opening import Opening
from replay.tui.pointed import Pointed, of_mouse
from replay.tui.straight import goes_straight, write
from replay.tui.supposing import Supposing
from replay.tui.taking import Taking
from replay.tui.ticker import Ticker
from replay.viewing.frame import Size, piece
from replay.viewing.ghosts import see_last_ghost
from replay.viewing.lister import Lister
from replay.viewing.panels import PANELS, Panel
from replay.viewing.picture import Moment
from replay.viewing.playback import speed_words
from replay.viewing.player import FRAME, Player
from replay.viewing.reading import Reading
from replay.viewing.verbs import verbs_of
from replay.viewing.viewer import Viewer

Seconds = Callable[[], float]


class ReplayScreen(Screen[str | None]):
    """Shows a race and lets it be played. Ends with `next` or `menu`."""

    KEYS = REPLAY_KEYS
    BINDINGS = bindings(REPLAY_KEYS)
    DEFAULT_CSS = """
    ReplayScreen { layout: vertical; overflow: hidden; }
    ReplayScreen > Cells { position: absolute; width: 1; height: 1; }
    """
    drawn: Moment | None = None
    """What the panels have drawn, which may be for some frames later."""

    def __init__(
        self, timeline: Timeline, look: Look, opening: Opening | None = None, clock: Seconds = wall.monotonic
    ) -> None:
        """Show a timeline from its opening on, by a clock that gives seconds."""
        super().__init__()
        self.opening = opening = opening or Opening()
        self.viewer = viewer = Viewer(timeline, look, clock, lambda: self.flies)
        if opening.rate is not None:
            viewer.player.at_rate(opening.rate)
        if opening.at is not None:
            viewer.player.stay(opening.at)
        viewer.view = viewer.view._replace(chosen=opening.follow, spoilers=opening.spoilers, names=opening.names)
        see_last_ghost(viewer)
        viewer.player.steps = opening.steps
        viewer.hints, viewer.named = self._hints, lambda text: as_named(text, REPLAY_KEYS, self.opening.keys)
        self.widgets: dict[str, Cells] = {}
        """By the panel's name."""
        self._own: set[Widget] = {self}
        """What is seen of the screen where nothing lies over it: itself and the panels."""
        self.moment: Moment | None = None
        """What is shown."""
        self.backstage = Backstage(self)
        self.asking = Asking(self)
        self.supposing = Supposing(self, self.backstage)
        self.taking = Taking(self)
        self.pointed = Pointed(self)
        self.extent = Size(0, 0)
        """Of the screen."""
        self._moving: list[Cells] = []
        """Those that change with every frame."""
        self.beforehand = Beforehand(self)
        self._ticker: Ticker | None = None
        """None until the screen is there to be drawn on."""
        self._waits = False
        """Whether there was no room for something that has changed."""
        self._held = False
        """Whether it was paused for what covers it."""
        self._covered = False
        """Whether it is, or was just now, and has yet to be drawn whole."""
        self._left_at = 0.0
        """The second at which the race was left another time."""
        self._bare: Strip | None = None
        """The row behind the panels: made once, not in every frame."""

    @property
    def flies(self) -> bool:
        """Whether cameras fly: not where motion is not wanted, nor in plain characters."""
        return self.app.animation_level != "none" and not self.viewer.stage.look.drawn

    @property
    def host(self) -> Host:
        """The application."""
        return cast(Host, self.app)

    def _hints(self, doing: Doing) -> tuple[Hint, ...]:
        ways = Ways(self.opening.onward, self.opening.out, self.taking.recording)
        return replay_hints(self.opening.keys, ways, self.viewer.stage.many, doing)

    # Making and measuring the screen

    def compose(self) -> ComposeResult:
        """One widget for each panel; `_arrange` gives them their places."""
        for panel in PANELS:
            widget = self.widgets[panel.name] = Cells(
                partial(self._rows, panel), self.beforehand.take_back, id=panel.name
            )
            self._own.add(widget)
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
        """Work out the commentary, then show the start card or go."""
        viewer = self.viewer
        viewer.view = viewer.view._replace(sketch=False)
        self.backstage.begin()
        if self.opening.directed:
            viewer.director()
        if self.opening.at is None:
            from replay.files.progress import left_at

            said, self._left_at = speed_words(viewer.playback), left_at(viewer.stage.race)
            left = format_clock(self._left_at, 0) if 0 < self._left_at < viewer.playback.duration else ""
            self.host.dialogues.show_start_card(viewer.stage.race, viewer.stage.cast, said, self._card_left, left)

    def _card_left(self, how: str | None) -> None:
        """Fire the gun, go on where it was left, or do what else was asked for: then the card has to be gone."""
        if how == "on":
            self.viewer.player.stay(self._left_at)
        if how != "quit":
            self.start()
        if how not in (None, "on"):
            self.call_later(self.run_action, how)

    def start(self) -> None:
        """Fire the gun."""
        self.viewer.player.play()
        self.show_now()

    def on_screen_suspend(self) -> None:
        """Pause what is covered."""
        self._covered = True
        self.pointed.let_go()
        self._held = self.viewer.playback.playing
        if self._held:
            self.viewer.player.pause()
            self.show_now()

    def on_screen_resume(self) -> None:
        """Go on, if it was paused for what covered it."""
        self.call_after_refresh(setattr, self, "_covered", False)
        if self._held:
            self._held = False
            self.viewer.player.play()
            self.show_now()

    def went_on(self) -> None:
        """After the program was stopped: as if no time had passed."""
        if self.moment is not None:
            self.viewer.player.stay(self.moment.t)
            self.show_now()

    def on_resize(self, event: Resize) -> None:
        """Compose anew for another size."""
        size = Size(*event.size)
        if size != self.extent:  # the first comes when everything has its place already
            self._arrange(size)

    def _arrange(self, size: Size) -> None:
        self.extent = size
        self._place(self.viewer.seen(size))
        self.paint()

    def _place(self, seen: Moment) -> None:
        """Give each panel's widget its place, or none."""
        for name, widget in self.widgets.items():
            widget.take_place(seen.layout.places.get(name))

    def paint(self) -> None:
        """Draw everything anew, as after a change of size or theme."""
        self.beforehand.forget()
        for widget in self.widgets.values():
            widget.redraw_whole()
        self.show_now()

    def set_look(self, look: Look) -> None:
        """Change to another theme."""
        self.viewer.with_look(look)
        self.paint()

    # Drawing

    def notify_style_update(self) -> None:
        """Another theme: another blank row."""
        super().notify_style_update()
        self._bare = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blank rows, behind the panels."""
        if self._bare is None or self._bare.cell_length != crop.width:
            self._bare = Strip.blank(crop.width, self.rich_style)
        return [self._bare] * crop.height

    def say(self, message: str) -> None:
        """Show a short message in the footer for a few seconds."""
        self.viewer.say(message)
        self.show_now()

    def tick(self) -> None:
        """One frame; nothing when nothing moved."""
        viewer, before, waits = self.viewer, self.drawn, self._waits
        if self.host.piecemeal.lags:  # the line is slower than the picture: leave frames out, so that keys are answered
            return
        if self.beforehand.shows():
            return
        now = viewer.clock()
        goes_on = viewer.goes_on(self.extent)
        seen = goes_on or viewer.seen(self.extent)
        if not waits and before is not None and seen.t == before.t and seen.view == before.view:
            if not viewer.moves and self._ticker is not None:
                self._ticker.pause()  # until something is shown again
            return
        if viewer.playback.playing and seen.view.ended:
            viewer.player.pause()
            seen = viewer.seen(self.extent)
        self._show(seen, self.changing(seen, before) if not waits else self.widgets.values())
        if goes_on is not None and not self.taking.recording:
            self.beforehand.draw(now)

    def show_now(self) -> None:
        """Draw the present instant, whatever was drawn when."""
        if self._ticker is not None:  # else it is drawn once it is there
            self._show(self.viewer.seen(self.extent), self.widgets.values())
            self._ticker.resume()

    def changing(self, seen: Moment, before: Moment | None) -> Iterable[Cells]:
        """The panels that may look otherwise than a moment before."""
        still = before is not None and seen.told == before.told and seen.view == before.view
        return self._moving if still else self.widgets.values()

    @property
    def is_straight(self) -> bool:
        """Whether what changes is written past Textual."""
        return not self._covered and goes_straight(self.app, self, self._own)

    def _show(self, seen: Moment, panels: Iterable[Cells]) -> None:
        """Show a moment in these panels; in the others it looks as the one before."""
        before, self.drawn, self.moment = self.drawn, seen, seen
        self.taking.saw(seen)
        if before is not None and before.layout is not seen.layout and before.layout.places != seen.layout.places:
            self._place(seen)
            for widget in self.widgets.values():
                widget.redraw_whole()
        straight: list[Change] | None = [] if self.is_straight else None
        depth = self.host.paper.depth
        room = self.host.piecemeal.pace.room(depth) if straight is not None else None
        if room is not None:  # what is said comes first
            panels = sorted(panels, key=lambda widget: widget.id not in ("footer", "title"))
        for widget in panels:
            widget.redraw(straight, room)
        self._waits = room is not None and any(widget.waits for widget in self.widgets.values())
        if straight := self.beforehand.merged(straight):
            write(self.app, straight, depth, self.host.piecemeal.pace)

    def _rows(self, panel: Panel, width: int, height: int) -> Sequence[Row]:
        """The rows of a panel at present: the very same list while they do not change."""
        seen = self.drawn or self.viewer.seen(self.extent)
        return piece(panel, seen, Rect(0, 0, width, height)).rows

    # The mouse, and leaving

    @of_mouse
    async def _mouse(self, event: Event) -> None:
        """What the mouse does."""
        await self.pointed.told(event)

    def _leave(self, how: str) -> None:
        from replay.files.progress import leave_at

        self.pointed.let_go()
        self.taking.end_recording()
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
            viewer.charts.stop_reading()
        elif viewer.view.board_keys:
            viewer.board.board_keys()
        elif viewer.view.listing != Listing():
            viewer.view = viewer.view._replace(listing=Listing())
        elif viewer.view.pinned is not None:
            viewer.board.unpin()
        else:
            self.action_menu()
            return
        self.show_now()


TOLD = {"viewer": Viewer, "viewer.board": Lister, "viewer.charts": Reading, "viewer.player": Player}
"""Whose verbs are what keys and clicks can do, each by where the screen has it: what comes of one is shown at once."""
ASKED = {"asking": Asking, "supposing": Supposing, "taking": Taking, "backstage": Backstage}
"""And those who show what comes of it themselves: it may take a while."""


def _performed(part: str, method: Callable[..., None], shown: bool) -> Callable[..., None]:
    """The action that tells a part of the screen a verb."""
    of = attrgetter(part)

    @wraps(method)  # Textual counts the parameters
    def action(screen: ReplayScreen, *arguments: Any) -> None:  # noqa: ANN401 - whatever the verb takes
        method(of(screen), *arguments)
        if shown:
            screen.show_now()

    return action


for _part, _kind in (TOLD | ASKED).items():
    for _name in verbs_of(_kind):
        setattr(ReplayScreen, f"action_{_name}", _performed(_part, getattr(_kind, _name), _part in TOLD))
