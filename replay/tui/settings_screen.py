"""The settings: each with what it does, changed with the keys, and written into the user's file at once."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import cast

from textual.app import ComposeResult
from textual.events import Click, Resize
from textual.screen import Screen

from replay.cells.canvas import Rect
from replay.cells.ink import Row
from replay.cells.rows import Lines, fill
from replay.drawing.pages.preferred import about_lines, key_lines, settings_rows, settings_title
from replay.drawing.theme.look import Look
from replay.drawing.view import View
from replay.files.preferences import PREFERENCES, Preference, Preferences, prefer, read_preferences, typed_value
from replay.race.problems import ReplayError
from replay.race.race import Race
from replay.tui.cells import Cells
from replay.tui.columns import ROOM, Columns, Places, two_columns
from replay.tui.footer_keys import hints
from replay.tui.host import Host
from replay.tui.keys import GROUPS, SETTINGS_KEYS, bindings, help_rows
from replay.tui.leaving import leave
from replay.tui.line import Line
from replay.tui.ownkeys import as_set, own_keys, usable

_SHOWN = 0.3
"""How much of a race has been run in its picture."""


def _places(width: int, height: int) -> Places:
    """Two columns, or both below one another."""
    places = dict(two_columns(("list", "effect"), 9, 0, 60, width, height))
    if width < ROOM:
        middle = places["list"].height
        rows = max(min(len(PREFERENCES), middle - 4), 1)
        places["list"], places["effect"] = Rect(0, 2, width, rows), Rect(0, 2 + rows, width, max(middle - rows, 1))
    return places


class SettingsScreen(Screen[None]):
    """Shows what is set once for all, and changes it."""

    KEYS = SETTINGS_KEYS
    BINDINGS = bindings(SETTINGS_KEYS)
    DEFAULT_CSS = """
    SettingsScreen { layout: vertical; overflow: hidden; }
    SettingsScreen > Cells { position: absolute; width: 1; height: 1; }
    """

    def __init__(self, look: Look) -> None:
        """Show what the file says now."""
        super().__init__()
        self.look = look
        self.preferred = read_preferences()
        self._chosen = 0
        self.columns = Columns(self, _places)

    @property
    def host(self) -> Host:
        """The application."""
        return cast(Host, self.app)

    @property
    def preference(self) -> Preference:
        """The setting under the cursor."""
        return PREFERENCES[self._chosen]

    # Making the screen

    def compose(self) -> ComposeResult:
        """Title, settings, what the chosen one does, footer."""
        yield Cells(self._draw_title, id="title")
        yield Cells(self._draw_list, id="list")
        yield Cells(self._draw_effect, id="effect")
        yield Cells(self._draw_footer, id="footer")

    def on_mount(self) -> None:
        """Take the places."""
        self.columns.arrange(self.app.size)

    def on_resize(self, event: Resize) -> None:
        """Compose anew."""
        self.columns.arrange(event.size)

    def set_look(self, look: Look) -> None:
        """Change to another theme."""
        self.look = look
        self.columns.redraw_whole()

    # Drawing

    def _draw_title(self, width: int, _height: int) -> list[Row]:
        return settings_title(self.preferred, self.look, width)

    def _draw_list(self, width: int, height: int) -> list[Row]:
        return settings_rows(self.preferred, self._chosen, self.look, width, height)

    def _draw_effect(self, width: int, height: int) -> list[Row]:
        look = self.look
        lines = about_lines(self.preference, self.preferred, look, width - 2)
        if self.preference.name in ("keys", "own_keys"):
            lines += [[], *key_lines(self._changed_keys(), look, width - 2)]
        rows = self._framed(lines, width)
        room = height - len(rows) - 1
        if room >= _LOWEST and self.preference.name in ("theme", "palette", "names", "spoilers"):
            rows += [fill((), width, look.panel), *self._picture(width, room)]
        return [*rows, *[fill((), width, look.panel)] * height][:height]

    def _framed(self, lines: Lines, width: int) -> list[Row]:
        return [fill([(" ", self.look.panel), *line], width, self.look.panel) for line in lines]

    def _changed_keys(self) -> list[tuple[str, str]]:
        """Keys of a race that are not as they come."""
        held, wrong = usable(self.preferred.held)
        own = own_keys(held)
        before = dict(help_rows(GROUPS["Watching a race"]))
        rows = help_rows(as_set(GROUPS["Watching a race"], own, Preferences()))
        changed = [(shown, text) for shown, text in rows if before.get(shown) != text]
        return [("!", wrong), *changed] if wrong else changed

    @cached_property
    def _race(self) -> Race | None:
        """The race whose picture shows what a setting does."""
        return next(iter(self.host.other_races()), None)

    def _picture(self, width: int, height: int) -> Sequence[Row]:
        """A moment of a race, as it is set."""
        from replay.viewing.frame import Size, frame
        from replay.viewing.preview import preview_of

        if self._race is None:
            return []
        held = self.preferred.held
        picture = preview_of(self._race, self.look)
        view = View(names=held.names, spoilers=held.spoilers, bare=self.preference.name != "spoilers")
        return frame(picture, view, picture.stage.timeline.duration * _SHOWN, Size(width, height)).rows

    def _draw_footer(self, width: int, _height: int) -> list[Row]:
        return self.columns.footer(hints(self.host.preferred.keys_of(SETTINGS_KEYS)), self.look, width)

    # What the keys do

    def action_choose(self, way: int) -> None:
        """Up or down."""
        here, self._chosen = self._chosen, max(0, min(self._chosen + way, len(PREFERENCES) - 1))
        self.columns.say(f"the {'first' if way < 0 else 'last'} setting already" if here == self._chosen else "")

    def action_change(self, way: int) -> None:
        """Another value."""
        options = list(self.preference.options)
        if not options:
            self.action_type()
            return
        here = getattr(self.preferred.held, self.preference.name)
        at = options.index(here) + way if here in options else 0
        self._set(options[at % len(options)])

    def action_forget(self) -> None:
        """As it comes: out of the file."""
        if self.preference.name in self.preferred.said:
            self._set(None)
        else:
            self.columns.say("the file does not set it")

    def _set(self, value: object | None) -> None:
        try:
            self.preferred = prefer(self.preference.name, value)
        except ReplayError as error:
            self.columns.say(str(error))
            return
        self.host.preferred.heed(self.preferred.held)
        self.columns.say("")

    def action_type(self) -> None:
        """Type a value."""
        preference, held = self.preference, self.preferred.held
        known = [str(option) for option in preference.options]
        line = Line(preference.name, "x = space" if not known else known[0], f"It takes {preference.takes}.", "", known)
        self.host.dialogues.ask(line, partial(_read_typed, preference, held), self._typed)

    def _typed(self, value: object | None) -> None:
        if value is not None:
            self._set(value)

    def action_copy(self) -> None:
        """Copy where the file lies."""
        self.host.dialogues.copy(str(self.preferred.path), self.columns.say)

    def action_help(self) -> None:
        """The keys."""
        self.host.dialogues.show_help(SETTINGS_KEYS, "Settings")

    def action_leave(self) -> None:
        """To the menu."""
        leave(self, None)

    # The mouse

    async def on_click(self, event: Click) -> None:
        """Choose a setting, change it on the second click; press what the footer says."""
        name = event.widget.id if isinstance(event.widget, Cells) else None
        await self.columns.press(event)
        if name == "list" and event.widget is not None and event.widget.size.height >= len(PREFERENCES) > event.y:
            if event.y == self._chosen:
                self.action_change(1)
            else:
                self.action_choose(event.y - self._chosen)

    def on_mouse_scroll_down(self) -> None:
        """Down the list."""
        self.action_choose(1)

    def on_mouse_scroll_up(self) -> None:
        """Up the list."""
        self.action_choose(-1)


def _read_typed(preference: Preference, held: Preferences, text: str) -> object:
    """What was typed; of a key also whether there is such a one."""
    value = typed_value(preference, held, text)
    if preference.name == "own_keys":
        own_keys(held._replace(own_keys=value))  # type: ignore[arg-type]
    return value


_LOWEST = 8
"""Rows of a picture, at least."""
