"""The menu: the library's races in groups, searched as you type, with a preview of the chosen one."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.events import Click, Key, Paste, Resize
from textual.screen import Screen

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import Lines, fill, spread
from replay.cells.text import wrap
from replay.drawing.theme.look import Look
from replay.drawing.view import Hint
from replay.files.library import LibraryItem
from replay.race.problems import one_line
from replay.tui.cells import Cells
from replay.tui.columns import Columns, two_columns
from replay.tui.footer_keys import hints
from replay.tui.host import Host
from replay.tui.keys import MENU_KEYS, as_named, bindings

if TYPE_CHECKING:
    from replay.drawing.pages.menu import MenuLine


_SHORTER: Mapping[str, Callable[[str], str]] = {
    "backspace": lambda text: text[:-1],
    "ctrl+h": lambda text: text[:-1],
    "ctrl+w": lambda text: text.rstrip()[: text.rstrip().rfind(" ") + 1],
    "ctrl+u": lambda text: "",
}
"""Keys that take away of what was typed, as in a shell."""


_WIDE = 96
"""Cells of the races of a story, at most: dates stand near what they are of."""


class MenuScreen(Screen[None]):
    """Choose a race."""

    KEYS = MENU_KEYS
    BINDINGS = bindings(MENU_KEYS)
    DEFAULT_CSS = """
    MenuScreen { layout: vertical; overflow: hidden; }
    MenuScreen > Cells { position: absolute; width: 1; height: 1; }
    """

    @property
    def host(self) -> Host:
        """The application."""
        return cast(Host, self.app)

    def __init__(self, look: Look) -> None:
        """Start with an empty list; `add` fills it."""
        super().__init__()
        self.look = look
        self.items: list[LibraryItem] = []
        self.reading = True
        self.search: str | None = None
        self._typing = False
        self._texts: dict[str, str] = {}
        self._lines: list[tuple[MenuLine, LibraryItem | None]] = []
        self._chosen = 0
        self._wanted: str | None = None
        self.columns = Columns(self, partial(two_columns, ("list", "preview"), 9, 36, 66))

    # Making the screen

    def compose(self) -> ComposeResult:
        """Title, list, preview, footer."""
        yield Cells(self._draw_title, id="title")
        yield Cells(self._draw_list, id="list")
        yield Cells(self._draw_preview, id="preview")
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

    def show_items(self, items: Sequence[LibraryItem], reading: bool) -> None:
        """List these races; the chosen one stays chosen."""
        self.items = list(items)
        self.reading = reading
        self._list()

    def add(self, item: LibraryItem) -> None:
        """List one race more, and choose it."""
        self._wanted = item.id
        self.search = None
        self.show_items([*self.items, item], self.reading)

    def _list(self) -> None:
        from replay.drawing.pages.races import listed

        wanted = self._wanted
        self._lines = listed(item for item in self.items if self._found(item))
        places = [at for at, (_, item) in enumerate(self._lines) if item is not None]
        kept = [at for at in places if (self._lines[at][1] or self.items[0]).id == wanted]
        self._chosen = kept[0] if kept else (places[0] if places else 0)
        self.columns.redraw()

    def _found(self, item: LibraryItem) -> bool:
        if not self.search:
            return True
        from replay.drawing.pages.races import search_text
        from replay.race.names import fold, has_all

        text = self._texts.get(item.id)
        if text is None:
            text = self._texts[item.id] = search_text(item)

        return has_all(text, fold(self.search).split())

    @property
    def chosen(self) -> LibraryItem | None:
        """The race under the cursor."""
        return self._lines[self._chosen][1] if self._chosen < len(self._lines) else None

    # Drawing

    def _draw_title(self, width: int, _height: int) -> list[Row]:
        theme = self.look.theme
        ground = Ink(fg=theme.text, bg=theme.panel_raised, bold=True)
        soft = Ink(fg=theme.muted, bg=theme.panel_raised)
        accent = Ink(fg=theme.accent, bg=theme.panel_raised, bold=True)
        left: list[Run] = [(" RACE REPLAY ", accent), (" watch it run again", soft)]
        right: list[Run] = []
        if self.search is not None:
            left = [(" / ", accent), (self.search, ground), (self.look.glyph("▏", "_"), accent)]
            found = sum(item is not None for _, item in self._lines)
            right = [(f"{found} found ", soft)]
        elif self.reading:
            right = [("reading the races … " if not self.look.ascii else "reading the races ... ", soft)]
        return [spread(left, right, width, soft), fill((), width, self.look.panel)]

    def _draw_list(self, width: int, height: int) -> list[Row]:
        if not self._lines:
            words = (
                "" if self.reading else "Nothing matches; Esc shows all." if self.search else "There is no race here."
            )
            blank = fill((), width, self.look.panel)
            return [fill([("  " + words, self.look.muted)], width, self.look.panel), *[blank] * (height - 1)]
        from replay.drawing.pages.menu import menu_rows

        below = self._below(width, height)
        return [
            *menu_rows([line for line, _ in self._lines], self._chosen, self.look, width, height - len(below)),
            *below,
        ]

    def _below(self, width: int, height: int) -> list[Row]:
        """Who runs in the chosen race, or who is in the story, in rows that the list leaves free."""
        item, room = self.chosen, height - len(self._lines)
        if item is None or self.reading or not self.columns.size_of("preview")[0]:
            return []
        from replay.drawing.pages.menu import field_rows
        from replay.drawing.pages.races import people

        race = item.race or people(item)
        title = "the field" if item.race is not None else "who is in it"
        return field_rows(race, self.look, width, room, title) if race is not None else []

    def _draw_preview(self, width: int, height: int) -> list[Row]:
        item = self.chosen
        look = self.look
        blank = fill((), width, look.panel)
        if item is None or self.reading:  # which race is chosen may change with each that is read
            return [blank] * height
        if item.race is not None:
            from replay.drawing.pages.menu import preview_rows

            listed = bool(self._below(*self.columns.size_of("list")))
            return preview_rows(item.race, look, width, height, listed=listed)
        from replay.drawing.pages.menu import picture_rows
        from replay.drawing.pages.races import contents, first_race, summary

        lines: Lines = [[(item.title, look.accent)], []]
        lines += [
            [(text, look.bad if item.error else look.panel)] for text in wrap(item.error or summary(item), width - 4)
        ]
        lines += [[], *contents(item, self.items, look, min(width - 4, _WIDE))]
        rows = [fill([("  ", look.panel), *line], width, look.panel) for line in lines[:height]]
        begins = first_race(item, self.items)
        rows += picture_rows(begins, look, width, height - len(rows) - 1) if begins is not None else []
        return [*rows, *[blank] * (height - len(rows))]

    def _draw_footer(self, width: int, _height: int) -> list[Row]:
        keys = hints(self.host.preferred.keys_of(MENU_KEYS))
        if self.search is not None:
            keys = [Hint("Enter", "watch", "watch", 1), Hint("Esc", "all races", "clear", 1)]
        return self.columns.footer(keys, self.look, width)

    # What the keys do

    def on_key(self, event: Key) -> None:
        """While searching, what can be printed goes into the search; `/` begins it before the next key is looked at."""
        if self.search is None:
            if event.key != "slash":
                return
            self.search = ""
        elif event.key in _SHORTER:
            self.search = _SHORTER[event.key](self.search)
        elif event.is_printable and event.character and (self._typing or event.character != "q"):
            self.search += event.character
        else:
            self._typing = False  # an arrow, Enter: from now on q is no letter of the search
            return
        self._typing = True
        self.columns.said = ""
        event.stop()
        event.prevent_default()
        self._list()

    def action_search(self) -> None:
        """Start to search."""
        self.search = ""
        self._typing = True
        self._list()

    def action_choose(self, way: int) -> None:
        """Up or down, over headings."""
        places = [at for at, (_, item) in enumerate(self._lines) if item is not None]
        if not places:
            self.say("nothing is listed")
            return
        here = min(range(len(places)), key=lambda at: abs(places[at] - self._chosen))
        there = max(0, min(here + way, len(places) - 1))
        self._choose(places[there])
        if there == here:
            self.say(f"the {'first' if way < 0 else 'last'} of the list already")

    def say(self, message: str) -> None:
        """Show a short message in the footer until something else is chosen."""
        self.columns.say(message)

    def _choose(self, line: int) -> None:
        self.columns.said = ""
        self._chosen = line
        item = self.chosen
        self._wanted = item.id if item else None
        self.columns.redraw()

    def choose_beside(self, id: str, way: int) -> LibraryItem | None:  # noqa: A002
        """Choose the race that follows this one in the list, or is before it, and give it; None where there is none."""
        items = [(at, item) for at, (_, item) in enumerate(self._lines) if item is not None and item.error is None]
        here = next((number for number, (_, item) in enumerate(items) if item.id == id), -1)
        if not 0 <= here + way < len(items):
            return None
        at, item = items[here + way]
        self._choose(at)
        return item

    def action_watch(self) -> None:
        """Watch the chosen race."""
        item = self.chosen
        if item is None or item.error is not None:
            self.say("there is nothing to watch" if item is None else "this file cannot be read; it says why beside it")
            return
        self.host.watch_item(item)

    def action_info(self) -> None:
        """About the chosen race."""
        item = self.chosen
        if item is not None and item.race is not None:
            self.host.dialogues.show_info(item.race, self.look, told=False)
        elif item is not None and item.story is not None:
            self.host.dialogues.show_lines(item.title, lambda look, width: self._about(item, look, width))
        else:
            self.say("nothing more is known about it")

    def _about(self, item: LibraryItem, look: Look, width: int) -> Lines:
        """What a story is, and its races in their order."""
        from replay.drawing.pages.lines import wrapped  # few ask for it
        from replay.drawing.pages.races import contents, summary

        return [*wrapped(summary(item), look.panel, width), [], *contents(item, self.items, look, width)]

    def action_open(self) -> None:
        """Look for a file of one's own."""
        self.host.open_file()

    def on_paste(self, event: Paste) -> None:
        """Open the files that were dropped or whose paths were pasted, or a table; other text is searched for."""
        from replay.files.dropped import no_paths_in, pasted_paths

        paths = pasted_paths(event.text)
        if paths or self.search is None:
            self.say("" if paths else no_paths_in(event.text))
            self.host.open_paths(paths)
        else:
            self.search += one_line(" ".join(event.text.split()))
            self._list()

    def action_help(self) -> None:
        """The keys."""
        self.host.dialogues.show_help(MENU_KEYS, "Choosing a race")

    def action_settings(self) -> None:
        """What is set once for all."""
        self.host.show_settings()

    def action_theme(self) -> None:
        """Dark or light."""
        self.host.preferred.change_theme()

    def action_clear(self) -> None:
        """Clear the search; nothing else is on top."""
        if self.search is not None:
            self.search = None
            self._list()
        else:
            self.say(as_named("`q` quits", MENU_KEYS, self.host.preferred.keys_of(MENU_KEYS)))

    def action_back(self) -> None:
        """Clear the search, then quit."""
        if self.search is not None:
            self.action_clear()
        else:
            self.app.exit()

    # The mouse

    async def on_click(self, event: Click) -> None:
        """Choose a race, watch it on the second click; press what the footer says."""
        name = event.widget.id if isinstance(event.widget, Cells) else None
        if name == "list" and event.widget is not None:
            from replay.drawing.pages.menu import first_line

            line = first_line(len(self._lines), self._chosen, event.widget.size.height) + event.y
            if line < len(self._lines) and self._lines[line][1] is not None:
                if line == self._chosen:
                    self.action_watch()
                else:
                    self._choose(line)
        else:
            await self.columns.press(event)

    def on_mouse_scroll_down(self) -> None:
        """Down the list."""
        self.action_choose(1)

    def on_mouse_scroll_up(self) -> None:
        """Up the list."""
        self.action_choose(-1)
