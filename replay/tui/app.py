"""The application: which screen is shown, in which look. What is shown is drawn elsewhere.

Screens are imported when they are shown: a menu needs nothing of a race, and its first frame should come soon.
"""

import gc
import sys
import time as wall
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.color import ColorSystem
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Resize
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import AwaitMount

from replay.cells.depth import Depth
from replay.drawing.theme.look import Look, look_of
from replay.drawing.theme.themes import theme_of
from replay.files.library import Library, LibraryFile, LibraryItem
from replay.race.problems import MissingExtra
from replay.tui.awake import AwakeClock
from replay.tui.colours import NoColour, OnlyAscii
from replay.tui.dialogues import Dialogues
from replay.tui.leaving import Leaving, leave
from replay.tui.piecemeal import Piecemeal
from replay.tui.preferring import Terms as Terms
from replay.tui.rowstrip import Paper
from replay.tui.typed import EveryColour

if TYPE_CHECKING:
    from replay.files.source import Choices
    from replay.race.race import Race
    from replay.state.timeline import Timeline
    from replay.tui.menu_screen import MenuScreen
    from replay.tui.opener import Opener
    from replay.tui.opening import Opening
    from replay.tui.replay_screen import ReplayScreen
    from replay.tui.story_screens import PageScreen, StoryPlayer

_AT_REST = 1.0
"""Seconds after the first frame at which there is time for what nobody waits for."""

_HELD = 0.05
"""Seconds without another size after which the terminal's is taken for settled."""

_FILMED = "The film of what was recorded is being made; it comes into this folder."

INTERRUPTED = 130
"""The exit code of a program that was interrupted."""

Asked = tuple[Sequence[Path], "Choices"]
"""Files that have something to be asked, and what is said of them already."""


class ReplayApp(Dialogues, Piecemeal, Leaving, inherit_bindings=False):
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
        super().__init__(terms or Terms())
        self.catalogue = library
        self.clock = clock or AwakeClock()
        self._opening = opening
        self._timeline = timeline
        self._asked = asked
        self._files: list[LibraryFile] = []
        self._drawn = False
        self._first: LibraryItem | None = None
        self._settling: Timer | None = None
        """Whether the terminal has said how large it is."""
        self._menu: MenuScreen | None = None
        self._onward: Callable[[], None] | None = None
        """What is done when every race of the menu is read: the next one is then known."""
        if not self.terms.colour:
            self._filters = [NoColour()]
        if self.terms.ascii:
            self._filters.append(OnlyAscii())
        self._take_palette()
        # No change of theme: that would parse all styles again, which takes a tenth of the start.
        self.set_reactive(ReplayApp.theme, "race-light" if self.terms.light else "race-dark")
        self.stylesheet.set_variables(self.get_css_variables())

    @property
    def look(self) -> Look:
        """The look of the present theme."""
        theme = theme_of(self.theme == "race-light", self.depth, self.terms.preferences.palette)
        return look_of(theme, self.terms.ascii, self.terms.colour)

    @property
    def depth(self) -> Depth:
        """The colours of the terminal."""
        few = {"standard": Depth.SIXTEEN, "windows": Depth.SIXTEEN, "truecolor": Depth.TRUE}
        return few.get(self.console.color_system or "", Depth.EIGHT_BIT)

    @cached_property
    def paper(self) -> Paper:
        """What the terminal can show."""
        return Paper(self.depth if self.terms.colour else Depth.NONE, self.terms.ascii)

    def on_every_colour(self, event: EveryColour) -> None:
        """The terminal says that it shows every colour: draw everything with them."""
        if self.terms.asks and self.depth is not Depth.TRUE:
            self.console._color_system = ColorSystem.TRUECOLOR  # Rich looks for itself only when it begins
            self.__dict__.pop("paper", None)
            self.set_look()

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
        self._menu = self._new_menu()
        return self._menu

    @cached_property
    def opener(self) -> "Opener":
        """Who opens the user's files."""
        from replay.tui.opener import Opener

        return Opener(self)

    def _replay(self, timeline: "Timeline", opening: "Opening | None") -> "ReplayScreen":
        from replay.tui.keys import REPLAY_KEYS
        from replay.tui.opening import Opening, as_preferred
        from replay.tui.replay_screen import ReplayScreen

        opening = as_preferred(opening or Opening(), self.terms.preferences, self.keys_of(REPLAY_KEYS))
        return ReplayScreen(timeline, self.look, opening, self.clock)

    def _new_menu(self) -> "MenuScreen":
        from replay.tui.menu_screen import MenuScreen

        return MenuScreen(self.look)

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
        if self._menu is not None:
            self._read_files()
        if self._first is not None:
            self.watch_item(self._first)

    def begin_with(self, item: LibraryItem) -> None:
        """Watch it as soon as the menu is there, to which it leads back."""
        self._first = item

    def _read_files(self) -> None:
        self._files = list(self.catalogue.files())
        self._read_some()

    def _read_some(self) -> None:
        """Read files for a tenth of a second, show them, and come back for more: keys are answered between."""
        menu = self._menu
        if menu is None:
            return
        until = wall.monotonic() + 0.1
        items = list(menu.items)
        while self._files and wall.monotonic() < until:
            items.append(self.catalogue.glance(self._files.pop(0)))
        menu.show_items(items, reading=bool(self._files))
        if self._files:
            self.set_timer(0.001, self._read_some)
        elif self._onward is not None:
            then, self._onward = self._onward, None
            if self.screen is menu:
                then()

    # What screens ask for

    def watch_item(self, item: LibraryItem) -> None:
        """Watch a race or a story of the library."""
        item = self.catalogue.read(LibraryFile(item.id, item.kind, item.path, item.shipped))
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
            timeline = timeline_of(in_units(race, self.terms.unit))
        except MissingExtra as error:
            after(None)
            if self._menu is not None:
                self._menu.say(str(error))
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
        if way is not None and self._menu is not None:
            item = self._menu.choose_beside(id, way)
            if item is not None:
                self.watch_item(item)
            else:
                self._menu.say(f"that was the {'last' if way > 0 else 'first'} race of the list")

    def leave_race(self, screen: Screen[Any], how: str, race: str = "") -> None:
        """Leave a replay for where it was opened from; what the command line named for the shell, or the menu."""
        self.set_timer(_AT_REST, gc.collect)  # it holds itself, and else stays until more has come
        if len(self.screen_stack) > 1:
            leave(screen, how)
        elif self.screen is screen and how == "quit":
            self.exit()
        elif self.screen is screen:
            self._leave_first(screen, partial(self._ended, race, how))

    def _leave_first(self, screen: Screen[Any], then: Callable[[], None]) -> None:
        self._onward = then
        menu = self._menu = self._new_menu()
        self.add_mode("menu", lambda: menu)  # the first screen cannot be switched, but it can be left for a mode
        self.switch_mode("menu")
        screen.remove()
        self.call_after_refresh(self._read_files)

    def command_for(self, race: "Race", t: float) -> str:
        """The command line that opens a race at a time."""
        from replay.tui.commands import command_line

        return command_line(race, t, self.catalogue, self.terms.races)

    def other_races(self) -> "Sequence[Race]":
        """Races of the library, as many as can be read in a tenth of a second; more when asked again."""
        until = wall.monotonic() + 0.1
        races: list[Race] = []
        for file in self.catalogue.files():
            if file.kind != "race" or file.path.suffix.lower() == ".csv":
                continue
            if wall.monotonic() > until:
                break
            race = self.catalogue.read(file).race
            races += [race] if race is not None else []
        return races

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
        self.catalogue.look_again()
        if self._menu is not None:
            self._menu.add(self.catalogue.glance(LibraryFile(path.stem, "race", path, False)))

    def on_resize(self, event: Resize) -> None:
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

    def action_leave(self) -> None:
        """Leave at once, as an interrupted program does; what was recorded is kept, as by whoever leaves a race."""
        for screen in self.screen_stack:
            if getattr(screen, "recording", False):
                cast("ReplayScreen", screen).end_recording()
                self.exit(return_code=INTERRUPTED, message=_FILMED)
                return
        self.exit(return_code=INTERRUPTED)


def run(app: ReplayApp) -> int:
    """Run the program until it is left; the exit code.

    Raises:
        Exception: What ended it, if anything did, once the terminal is given back.
    """
    try:
        app.run(mouse=True)
    finally:
        gc.enable()
    if (fault := app._exception) is not None:
        raise fault
    # Nobody left it, so it was interrupted from outside; Textual ends then without a word.
    return INTERRUPTED if app.return_code is None else app.return_code
