"""What was understood of a file, before it is trusted: shown, changed with the keys, watched or kept.

The file is read by `replay.tui.reader`, again after each change. What is shown is drawn by
`replay.drawing.pages.understood`, the preview by `replay.viewing.preview`.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.events import Click, Paste, Resize
from textual.screen import Screen

from replay.cells.ink import Row
from replay.drawing.pages.picker import peek_rows
from replay.drawing.pages.understood import (
    Line,
    Progress,
    asked_of,
    asking_of,
    first_question,
    opened_title,
    reading_rows,
    seen,
    spaced,
    top_line,
    understood_lines,
    verdict,
)
from replay.drawing.theme.look import Look
from replay.files.dropped import no_paths_in, pasted_paths
from replay.files.folders import first_lines
from replay.files.said import flags
from replay.files.settings import Setting, changed, settings, stepped
from replay.files.source import Choices, Reading
from replay.tui.cells import Cells
from replay.tui.clipboard import command_of
from replay.tui.columns import Columns, two_columns
from replay.tui.footer_keys import hints
from replay.tui.host import Host
from replay.tui.keys import OPENED_KEYS, as_named, bindings
from replay.tui.line import Line as Typed
from replay.tui.reader import FilesRead, Reader

if TYPE_CHECKING:
    from replay.viewing.picture import Picture

Clock = Callable[[], float]

_BEAT = 0.1
"""Seconds between two pictures of the preview."""


class UnderstoodScreen(Screen[str | None]):
    """Shows what came of files that were opened, and lets it be changed."""

    KEYS = OPENED_KEYS
    BINDINGS = bindings(OPENED_KEYS)
    DEFAULT_CSS = """
    UnderstoodScreen { layout: vertical; overflow: hidden; }
    UnderstoodScreen > Cells { position: absolute; width: 1; height: 1; }
    """

    def __init__(self, paths: Sequence[Path], look: Look, choices: Choices, clock: Clock) -> None:
        """Open files that are of one race, with what is said of them already."""
        super().__init__()
        self.paths = tuple(paths)
        self.look = look
        self.choices = choices
        self.clock = clock
        self.reading: Reading | None = None
        self.settings: tuple[Setting, ...] = ()
        self.kept: Path | None = None
        self.picture: Picture | None = None
        self.reader = Reader(paths, clock, self.post_message)
        self._began = clock()
        self._chosen = 0
        self._scrolled = 0
        self._lines: list[Line] = []
        self.columns = Columns(self, partial(two_columns, ("page", "preview"), 11, 46, 84))

    @property
    def host(self) -> Host:
        """The application."""
        return cast(Host, self.app)

    @property
    def busy(self) -> bool:
        """Whether the files are being read."""
        return self.reader.wanted is not None

    @property
    def setting(self) -> Setting | None:
        """The one under the cursor."""
        return self.settings[self._chosen] if self._chosen < len(self.settings) else None

    # Making the screen

    def compose(self) -> ComposeResult:
        """Title, what was understood, preview, footer."""
        yield Cells(self._draw_title, id="title")
        yield Cells(self._draw_page, id="page")
        yield Cells(self._draw_preview, id="preview")
        yield Cells(self._draw_footer, id="footer")

    def on_mount(self) -> None:
        """Take the places, and read."""
        self.columns.arrange(self.app.size)
        self.set_interval(_BEAT, self.tick)
        self._read(self.choices)

    def on_resize(self, event: Resize) -> None:
        """Compose anew."""
        self.columns.arrange(event.size)

    def set_look(self, look: Look) -> None:
        """Change to another theme."""
        from replay.viewing.preview import preview_of

        self.look = look
        if self.picture is not None:
            self.picture = preview_of(self.picture.stage.race, look)
        self.columns.redraw_whole()

    # Reading

    def _read(self, choices: Choices) -> None:
        self.reader.read(choices, self.look)
        self.columns.redraw()

    def on_files_read(self, message: FilesRead) -> None:
        """Show what was read, unless something else is wanted by now."""
        came = message.came
        if not self.reader.takes(came):
            return
        before = self.setting
        self.choices, self.reading, self.picture = came.choices, came.reading, came.picture
        self.kept = None
        self.settings = settings(self.reading, self.choices)
        self._choose_again(before)
        self._began = self.clock()
        if self.picture is not None and self.picture.stage.look is not self.look:
            self.set_look(self.look)
        self.columns.redraw()

    def _choose_again(self, before: Setting | None) -> None:
        """Keep the cursor where it was, or put it where something is asked."""
        names = [(setting.kind, setting.title) for setting in self.settings]
        if before is not None and (before.kind, before.title) in names:
            self._chosen = names.index((before.kind, before.title))
            return
        self._chosen = names.index(asked) if (asked := asked_of(self.reading, self.settings)) in names else 0

    def tick(self) -> None:
        """Let the preview go on, or what is said of a reading that takes long."""
        if self.is_active and not self.host.piecemeal.owes:  # `is_current` is said of a screen behind another too
            shown = "#page" if self.busy and self.reading is None else "#preview"
            for cells in self.query(f"{shown}, #title" if self.busy else shown).results(Cells):
                cells.redraw()  # none any more, where the screen is being left

    # Drawing

    @property
    def progress(self) -> Progress | None:
        """How the reading goes; None while nothing is read."""
        return Progress(self.paths, self.reader.seconds, self.reader.share) if self.busy else None

    def _named(self, text: str) -> str:
        return as_named(text, OPENED_KEYS, self.host.preferred.keys_of(OPENED_KEYS))

    def _draw_title(self, width: int, _height: int) -> list[Row]:
        return opened_title(self.paths, self.progress, self.look, width, self._named)

    def _draw_page(self, width: int, height: int) -> list[Row]:
        if self.reading is None:
            return reading_rows(self.progress, self.look, width, height, self._named)
        found = verdict(self.reading, self.kept, self._named)
        lines = understood_lines(self.reading, self.settings, self._chosen, self.look, width, found)
        lines = spaced(lines, self.look, width, height)
        top = top_line(lines, self._chosen, height)
        self._scrolled = max(min(self._scrolled, len(lines) - height - top), -top)
        self._lines = seen(lines, top + self._scrolled, self.look, width, height)
        return [line.row for line in self._lines]

    def _draw_preview(self, width: int, height: int) -> Sequence[Row]:
        if self.picture is None:
            lines = list(first_lines(self.paths[0], height))
            return peek_rows(lines, "", self.look, width, height)
        from replay.viewing.frame import Size
        from replay.viewing.preview import preview_rows

        still = self.app.animation_level == "none"
        return preview_rows(self.picture, 0.0 if still else self.clock() - self._began, Size(width, height))

    def _draw_footer(self, width: int, _height: int) -> list[Row]:
        keys = [key for key in self.host.preferred.keys_of(OPENED_KEYS) if self._is_of_use(key.action)]
        shown = [key._replace(label=self._label(key.label, key.action)) for key in keys]
        return self.columns.footer(hints(shown), self.look, width)

    def _is_of_use(self, action: str) -> bool:
        """Whether a key does anything now."""
        if self.reading is None:
            return action in ("open", "help", "back")
        if action == "keep":
            return self.reading.race is not None
        if action.startswith("change"):
            return self.setting is not None and bool(self.setting.options)
        return bool(self.settings) or action in ("open", "help", "back")

    def _label(self, label: str, action: str) -> str:
        if action == "go" and self.reading is not None:
            return {"plays": "watch", "asks": "answer", "refused": "type it"}[verdict(self.reading).kind]
        return "stop" if action == "back" and self.busy else label

    # What the keys do

    def action_choose(self, way: int) -> None:
        """Up or down."""
        here, self._chosen = self._chosen, max(0, min(self._chosen + way, len(self.settings) - 1))
        self._scrolled = 0
        self.columns.say(f"the {'first' if way < 0 else 'last'} setting already" if here == self._chosen else "")

    def action_scroll(self, rows: int) -> None:
        """Further down or up the page."""
        before = self._lines
        self._scrolled += rows
        self.columns.say("")
        if self._lines == before:
            self.columns.say(f"the {'top' if rows < 0 else 'end'} of the page already")

    def action_change(self, way: int) -> None:
        """Another value of the setting."""
        if self.setting is not None and self.setting.options:
            self._say(self.setting, stepped(self.setting, way))
        else:
            self.columns.say("there is nothing to choose from here; type it" if self.setting else "nothing can be set")

    def action_forget(self) -> None:
        """What the file says, in place of what was said."""
        if self.setting is not None and self.setting.chosen:
            self._say(self.setting, "")
        else:
            self.columns.say("it is as the file says")

    def _say(self, setting: Setting, text: str) -> None:
        choices = changed(self.reader.wanted or self.choices, setting, text)
        if text:  # shown at once, until the file says what it makes of it
            at = self.settings.index(setting)
            said = setting._replace(value=text, why="you say so", chosen=True, said=text)
            self.settings = (*self.settings[:at], said, *self.settings[at + 1 :])
        self._take(choices)

    def _take(self, choices: Choices) -> None:
        self.columns.said = ""
        self._scrolled = 0
        self._read(choices)

    def action_type(self, kind: str = "") -> None:
        """Type a value: of the setting, or of the first of a kind."""
        setting = next((known for known in self.settings if known.kind == kind), None) if kind else self.setting
        if setting is None:
            return
        self._chosen = self.settings.index(setting)
        self.columns.redraw()
        question = first_question(self.reading) if self.reading is not None else None
        such = question.suggestion if question is not None and kind == "distance" else ""
        title, example = asking_of(setting)
        line = Typed(title, example, f"It takes {setting.takes}.", such, setting.options)
        self.host.dialogues.ask(line, partial(changed, self.reader.wanted or self.choices, setting), self._typed)

    def _typed(self, choices: Choices | None) -> None:
        if choices is not None:
            self._take(choices)

    def action_go(self) -> None:
        """Watch the race; or answer what is asked."""
        if self.reading is None or self.busy:
            return
        question = first_question(self.reading)
        if self.reading.race is not None:
            self.host.watch_race(self.reading.race)
        elif question is not None and question.suggestion and self.settings:
            asked = next((known for known in self.settings if known.kind == question.about), self.settings[0])
            self._say(asked, question.suggestion)
        else:
            self.action_type("distance" if question is not None and question.about == "distance" else "")

    def action_keep(self) -> None:
        """Keep the race among one's own."""
        if self.reading is not None and self.reading.race is not None and not self.busy:
            self.host.keep(self.reading.race, self._kept)
        else:
            self.columns.say("no race can be read of it yet")

    def _kept(self, path: Path | None) -> None:
        if path is not None:
            self.kept = path
            self.columns.redraw()

    def action_copy(self) -> None:
        """Copy the command that opens it like this."""
        command = command_of(["race-replay", *self.paths, *flags(self.choices)])
        self.host.dialogues.copy(command, self.columns.say)

    def action_open(self) -> None:
        """Another file."""
        self.host.open_file()

    def action_theme(self) -> None:
        """Dark or light."""
        self.host.preferred.change_theme()

    def action_help(self) -> None:
        """The keys."""
        self.host.dialogues.show_help(OPENED_KEYS, "Opening a file")

    def action_back(self) -> None:
        """Stop a reading, then leave."""
        if self.busy and self.reading is not None:
            self.reader.stop()
            self.settings = settings(self.reading, self.choices)
            self.columns.redraw()
        else:
            self.action_menu()

    def action_menu(self) -> None:
        """To the menu."""
        self.reader.stop()
        self.host.leave_race(self, "menu")

    def action_quit(self) -> None:
        """Leave."""
        self.reader.stop()
        self.host.leave_race(self, "quit")

    # The mouse

    async def on_click(self, event: Click) -> None:
        """Choose a setting, change it on the second click; press what the footer says."""
        name = event.widget.id if isinstance(event.widget, Cells) else None
        await self.columns.press(event)
        if name == "page" and event.y < len(self._lines):
            setting = self._lines[event.y].setting
            if setting == self._chosen:
                self.action_change(1)
            elif setting is not None:
                self.action_choose(setting - self._chosen)

    def on_mouse_scroll_down(self) -> None:
        """Down the page."""
        self.action_scroll(3)

    def on_mouse_scroll_up(self) -> None:
        """Up the page."""
        self.action_scroll(-3)

    def on_paste(self, event: Paste) -> None:
        """Open what was dropped, or a table that was pasted."""
        if paths := pasted_paths(event.text):
            self.host.open_paths(paths)
        else:
            self.columns.say(no_paths_in(event.text))
