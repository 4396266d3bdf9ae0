"""The application: which screen is shown, in which look. What is shown is drawn elsewhere.

Screens are imported when they are shown: a menu needs nothing of a race, and its first frame should come soon.
"""

import gc
import sys
import time as wall
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.events import Event
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import AwaitMount

from replay.cells.depth import Depth
from replay.files.library import Library, LibraryFile, LibraryItem
from replay.race.problems import MissingExtra
from replay.tui.awake import AwakeClock
from replay.tui.colours import NoColour, OnlyAscii
from replay.tui.dialogues import Opens
from replay.tui.leaving import leave
from replay.tui.piecemeal import Piecemeal
from replay.tui.preferring import Preferring
from replay.tui.preferring import Terms as Terms
from replay.tui.private import is_left, take_every_colour
from replay.tui.rowstrip import Paper
from replay.tui.strays import Strays
from replay.tui.typed import Answered

if TYPE_CHECKING:
    from rich.console import RenderableType

    from replay.files.source import Choices
    from replay.race.race import Race
    from replay.state.timeline import Timeline
    from replay.tui.opener import Opener
    from replay.tui.opening import Opening
    from replay.tui.replay_screen import ReplayScreen
    from replay.tui.shelf import Shelf
    from replay.tui.story_screens import PageScreen, StoryPlayer

_AT_REST = 1.0
"""Seconds after the first frame at which there is time for what nobody waits for."""

_HELD = 0.05
"""Seconds without another size after which the terminal's is taken for settled."""


INTERRUPTED = 130
"""The exit code of a program that was interrupted."""

Asked = tuple[Sequence[Path], "Choices"]
"""Files that have something to be asked, and what is said of them already."""


class ReplayApp(App[None], inherit_bindings=False):
    """Menu, replays and what opens over them; of Textual's own keys none: Ctrl+Q would quit unasked."""

    TITLE = "Race Replay"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "leave", "Leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "Stop", show=False, priority=True),
        Binding("ctrl+p", "command_palette", "Commands", show=False),
        Binding("ctrl+l", "redraw", "Redraw", show=False, priority=True),
    ]

    def __init__(
        self,
        library: Library,
        terms: Terms | None = None,
        *,
        timeline: "Timeline | None" = None,
        opening: "Opening | None" = None,
        asked: "Asked | None" = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        """Open the menu, a race where a timeline is given, or files that have something to be asked."""
        super().__init__()
        self.preferred = Preferring(self, terms or Terms())
        self.dialogues = Opens(self, self.preferred)
        self.piecemeal = Piecemeal(self, lambda: self.paper)
        self.strays = Strays(self)
        self.library = library
        self.clock = clock or AwakeClock()
        self._opening = opening
        self._timeline = timeline
        self._asked = asked
        self._drawn = False
        self._first: LibraryItem | None = None
        self._settling: Timer | None = None
        """What is waited for until the terminal has said how large it is."""
        self._shelf: Shelf | None = None
        """The menu and its races; None where a race was named."""
        if not self.preferred.terms.colour:
            self._filters = [NoColour()]
        if self.preferred.terms.ascii:
            self._filters.append(OnlyAscii())
        # No change of theme: that would parse all styles again, which takes a tenth of the start.
        self.set_reactive(ReplayApp.theme, "race-light" if self.preferred.terms.light else "race-dark")
        self.stylesheet.set_variables(self.get_css_variables())

    @property
    def at_home(self) -> bool:
        """Whether the files here are those of whoever watches: the program is his own."""
        return True

    @cached_property
    def paper(self) -> Paper:
        """What the terminal can show."""
        return Paper(self.preferred.depth if self.preferred.terms.colour else Depth.NONE, self.preferred.terms.ascii)

    def on_every_colour(self) -> None:
        """The terminal says that it shows every colour: draw everything with them."""
        if self.preferred.terms.asks and self.preferred.depth is not Depth.TRUE:
            take_every_colour(self.console)
            self.__dict__.pop("paper", None)
            self.preferred.set_look()

    def on_answered(self, event: Answered) -> None:
        """The terminal has come so far."""
        self.piecemeal.answered(event)

    async def on_event(self, event: Event) -> None:
        """Heed what happens, and no strays."""
        if not self.strays.has(event):
            await super().on_event(event)

    def push_screen(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - Textual has a form for each
        """Show a screen over what is on top, while the program is not left.

        What was asked for just before that would else come when every screen is closed, as the only one: a story goes
        on when its page has been left, a start card comes by a timer.
        """
        return super().push_screen(*arguments, **named) if self.is_running else AwaitComplete()

    def _display(self, screen: Screen[Any], renderable: "RenderableType | None") -> None:
        self.piecemeal.write(screen, renderable, super()._display)

    def get_driver_class(self) -> type[Driver]:
        """Ours in a terminal; Textual's elsewhere, and what its tools ask for."""
        try:
            found = super().get_driver_class()
        except Exception:  # `TEXTUAL_DRIVER` names what there is not
            if sys.platform == "win32":
                raise
        else:
            if found.__name__ != "LinuxDriver":
                return found
        from replay.tui.terminal import TerminalDriver

        return TerminalDriver

    def get_default_screen(self) -> Screen[Any]:
        """The first screen, race or menu. For the first screen of a mode all styles would be parsed twice."""
        if self._timeline is not None:
            return self._replay(self._timeline, self._opening)
        if self._asked is not None:
            return self.opener.screen(*self._asked)
        self._shelf = self._new_shelf()
        return self._shelf.menu

    @cached_property
    def opener(self) -> "Opener":
        """Who opens the user's files."""
        from replay.tui.opener import Opener

        return Opener(self)

    def _replay(self, timeline: "Timeline", opening: "Opening | None") -> "ReplayScreen":
        from replay.tui.keys import REPLAY_KEYS
        from replay.tui.opening import Opening, as_preferred
        from replay.tui.replay_screen import ReplayScreen

        opening = as_preferred(
            opening or Opening(), self.preferred.terms.preferences, self.preferred.keys_of(REPLAY_KEYS)
        )
        return ReplayScreen(timeline, self.preferred.look, opening, self.clock)

    def _new_shelf(self) -> "Shelf":
        from replay.tui.menu_screen import MenuScreen
        from replay.tui.shelf import Shelf

        return Shelf(self, self.library, MenuScreen(self.preferred.look))

    async def on_mount(self) -> None:
        """Once the first frame is out: read the library, and collect garbage again."""
        # Nothing is drawn before this returns; while widgets take their places the screen would be drawn three times.
        await AwaitMount(self.screen, [self.screen])
        self.call_after_refresh(self._after_first_frame)

    def _after_first_frame(self) -> None:
        self._drawn = True
        if not gc.isenabled():  # the process is ours, and nothing of it is garbage yet
            gc.freeze()
            gc.enable()
        kept = sys.modules.get("replay.files.compiled.folder")
        if kept is not None:  # a large file was read
            self.set_timer(_AT_REST, partial(self.run_worker, kept.keep_now, thread=True, exit_on_error=False))
        if self._shelf is not None:
            self._shelf.read()
        if self._first is not None:
            self.watch_item(self._first)

    def begin_with(self, item: LibraryItem) -> None:
        """Watch it as soon as the menu is there, to which it leads back."""
        self._first = item

    # What screens ask for

    def watch_item(self, item: LibraryItem) -> None:
        """Watch a race or a story of the library."""
        item = self.library.read(LibraryFile(item.id, item.kind, item.path, item.shipped))
        if item.story is not None:
            from replay.tui.story_screens import StoryPlayer

            StoryPlayer(self, item.story).show()
        elif item.race is not None:
            self.play(item.race, partial(self._ended, item.id))

    def play(
        self, race: "Race", after: Callable[[str | None], None], onward: str = "next race", out: str = "menu"
    ) -> None:
        """Watch a race from its start card on.

        Args:
            race: The race.
            after: Is told how it ended.
            onward: What follows it.
            out: Where `q` leads.
        """
        from replay.race.track.road import in_units
        from replay.state import timeline_of
        from replay.tui.opening import Opening

        try:
            timeline = timeline_of(in_units(race, self.preferred.terms.unit))
        except MissingExtra as error:
            after(None)
            if self._shelf is not None:
                self._shelf.menu.say(str(error))
            return
        self.push_screen(self._replay(timeline, Opening(onward=onward, out=out)), after)

    def open_page(self, page: "PageScreen", player: "StoryPlayer") -> None:
        """Show a page of a story."""
        self.push_screen(page, player.left)

    def open_race(self, race: "Race", player: "StoryPlayer") -> None:
        """Show a race of a story; it goes on with the next part."""
        self.play(race, player.left, "go on with the story")

    def _ended(self, id: str, how: str | None) -> None:  # noqa: A002
        way = {"next": 1, "previous": -1}.get(how or "")
        item = self._shelf.beside(id, way) if way is not None and self._shelf is not None else None
        if item is not None:
            self.watch_item(item)

    def leave_race(self, screen: Screen[Any], how: str, race: str = "") -> None:
        """Leave a replay for where it was opened from; what the command line named for the shell, or the menu."""
        self.set_timer(_AT_REST, gc.collect)  # what it held goes round in circles, and two more races were beside it
        if len(self.screen_stack) > 1:
            leave(screen, how)
        elif self.screen is screen and how == "quit":
            self.exit()
        elif self.screen is screen:
            self._leave_first(screen, partial(self._ended, race, how))

    def _leave_first(self, screen: Screen[Any], then: Callable[[], None]) -> None:
        shelf = self._shelf = self._new_shelf()
        self.add_mode("menu", lambda: shelf.menu)  # the first screen cannot be switched, but it can be left for a mode
        self.switch_mode("menu")
        screen.remove()
        self.call_after_refresh(shelf.read, then)

    def command_for(self, race: "Race", t: float) -> str:
        """The command line that opens a race at a time."""
        from replay.tui.commands import command_line

        return command_line(race, t, self.library, self.preferred.terms.races)

    def other_races(self) -> "Sequence[Race]":
        """Races of the library, as many as can be read in a tenth of a second; more when asked again."""
        until = wall.monotonic() + 0.1
        races: list[Race] = []
        for file in self.library.files():
            if file.kind != "race" or file.path.suffix.lower() == ".csv":
                continue
            if wall.monotonic() > until:
                break
            race = self.library.read(file).race
            races += [race] if race is not None else []
        return races

    def show_settings(self) -> None:
        """What is set once for all."""
        from replay.tui.settings_screen import SettingsScreen

        self.push_screen(SettingsScreen(self.preferred.look))

    def open_file(self) -> None:
        """Look for a file, and open it in place of one that is open."""
        self.opener.pick(instead=len(self.screen_stack) > 1)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files that are of one race."""
        if paths:
            self.opener.show(paths, instead=len(self.screen_stack) > 1)
        else:
            self.bell()

    def show_screen(self, screen: Screen[Any], then: Callable[[Any], None] | None, replace: bool = False) -> None:
        """Show a screen over what is on top, or in its place."""
        if replace and len(self.screen_stack) > 1:  # else it has gone meanwhile, by two keys at once
            self.switch_screen(screen)
        else:
            self.push_screen(screen, then)

    def watch_race(self, race: "Race") -> None:
        """Watch a race that is in no library."""
        self.play(race, lambda _: None, "back", "back")

    def keep(self, race: "Race", then: Callable[[Path | None], None]) -> None:
        """Keep a race among the user's own."""
        self.opener.keep(race, then)

    def show_kept(self, path: Path) -> None:
        """Show in the menu a race that was kept, and choose it."""
        self.library.look_again()
        if self._shelf is not None:
            self._shelf.add(path)

    def on_resize(self) -> None:
        """Write everything once a size has held: sizes that come as one may lead back to the first, and lose all."""
        if self._settling is not None:
            self._settling.stop()
        if self._drawn:
            self._settling = self.set_timer(_HELD, self.action_redraw)

    def action_redraw(self) -> None:
        """Write the whole screen again, whatever the terminal shows."""
        self.refresh(repaint=True, layout=True)

    def woke(self) -> None:
        """As soon as the program goes on after a stop, in a signal's handler: no time has passed."""
        if isinstance(self.clock, AwakeClock):
            self.clock.went_on()

    def went_on(self) -> None:
        """Go on after the program was stopped, from the picture that was last seen."""
        for screen in self.screen_stack:
            getattr(screen, "went_on", lambda: None)()
        self.action_redraw()

    def action_command_palette(self) -> None:
        """Ours: every key of the screen on top. Textual's ends the program on terminals of no height."""
        from replay.tui.commands import ask_for_command

        ask_for_command(self.screen, self)

    def _fatal_error(self) -> None:
        """End, as Textual does, but without its picture of a fault, which shows whole races: `run` tells it."""
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        """What is missed on a screen that was still being made when the program was left is no fault."""
        if not (is_left(self) and isinstance(error, NoMatches)):
            super()._handle_exception(error)

    def action_leave(self) -> None:
        """Leave at once, as an interrupted program does; what was recorded is kept, as by whoever leaves a race."""
        for screen in self.screen_stack:
            taking = getattr(screen, "taking", None)
            if taking is not None and taking.recording:
                taking.end_recording(leaving=True)
        self.exit(return_code=INTERRUPTED)
