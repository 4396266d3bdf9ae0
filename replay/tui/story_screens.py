"""Playing a story: its races in turn, with a page to read between them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Protocol, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Click, Resize
from textual.screen import Screen

from replay.cells.canvas import Rect
from replay.cells.ink import Ink, Row
from replay.cells.rows import Lines, fill, over, spread
from replay.drawing.pages.story import Told, page_lines
from replay.drawing.theme.look import Look
from replay.files.library import Library
from replay.files.progress import part_reached, remember_part
from replay.files.story import Page, RacePart, Story
from replay.race.headtohead import HeadToHead, head_to_head
from replay.race.problems import ReplayError
from replay.race.race import Race
from replay.tui.cells import Cells
from replay.tui.columns import Columns, Places
from replay.tui.footer_keys import hints
from replay.tui.host import Host
from replay.tui.keys import STORY_KEYS, bindings
from replay.tui.leaving import leave
from replay.tui.preferring import Preferring


class Teller(Protocol):
    """What a story asks of the application."""

    library: Library

    @property
    def preferred(self) -> Preferring:
        """How it looks, as somebody has set it."""

    def open_page(self, page: "PageScreen", player: "StoryPlayer") -> None:
        """Show a page and tell the player how it was left."""

    def open_race(self, race: Race, player: "StoryPlayer") -> None:
        """Show a race and tell the player how it was left."""


class StoryPlayer:
    """Goes through a story's parts, and remembers how far somebody has come."""

    def __init__(self, app: Teller, story: Story) -> None:
        """Go on where this story was left."""
        self.app = app
        self.story = story
        self.part = min(part_reached(story.id), len(story.parts) - 1)
        self.resumed = self.part > 0

    def show(self) -> None:
        """Show the present part; a race that cannot be read is passed over, and its page says so."""
        part = self.story.parts[self.part]
        if isinstance(part, Page):
            page = PageScreen(self.story, self.part, self.score(), self.app.preferred.look, self.resumed)
            page.follows = self._follows()
            self.app.open_page(page, self)
        else:
            race = self._race(part)
            if race is None:
                missing = Page(
                    f"The race {part.race!r} cannot be read; `race-replay check` says why.", title="A race is missing"
                )
                self.app.open_page(
                    PageScreen(self.story, self.part, None, self.app.preferred.look, False, missing), self
                )
            else:
                self.app.open_race(race, self)
        self.resumed = False

    def _follows(self) -> str:
        following = self.story.parts[self.part + 1 : self.part + 2]
        race = self._race(following[0]) if following and isinstance(following[0], RacePart) else None
        return f"Next: {race.title}, {race.meeting}" if race is not None else ""

    def left(self, how: str | None) -> None:
        """Go on as the part was left: `next`, `previous`, `again` from the first part, or to the menu."""
        if how == "again":
            self.part = 0
        elif how == "next":
            self.part += 1
        elif how == "previous":
            self.part = max(self.part - 1, 0)
        over = self.part >= len(self.story.parts)
        remember_part(self.story.id, 0 if over else self.part)
        if how in ("next", "previous", "again") and not over:
            self.show()

    def score(self) -> HeadToHead | None:
        """Between the two the story is about, in the races that came before this part."""
        if len(self.story.between) != 2:
            return None
        told = [self._race(part) for part in self.story.parts[: self.part] if isinstance(part, RacePart)]
        return head_to_head(*self.story.between, (race for race in told if race is not None))

    def _race(self, part: RacePart) -> Race | None:
        try:
            race = self.app.library.load(part.race).race
        except ReplayError:
            return None
        return replace(race, regulars=self.story.cast) if race is not None else None


def _places(width: int, height: int) -> Places:
    rows = (("title", 0, 1), ("page", 1, max(height - 2, 1)), ("footer", height - 1, 1))
    return {name: Rect(0, y, width, high) for name, y, high in rows}


class PageScreen(Screen[str | None]):
    """A page of a story. Ends with `next`, `previous`, `again`, or None for the menu."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(STORY_KEYS)
    DEFAULT_CSS = """
    PageScreen { layout: vertical; overflow: hidden; }
    PageScreen > Cells { position: absolute; width: 1; height: 1; }
    """

    def __init__(
        self, story: Story, part: int, score: HeadToHead | None, look: Look, resumed: bool, page: Page | None = None
    ) -> None:
        """Show the page at `part` of a story, or another page in its place."""
        super().__init__()
        self.story = story
        self.part = part
        self.score = score
        self.look = look
        self.resumed = resumed
        self.page = page or cast(Page, story.parts[part])
        self.follows = ""
        """What comes after this page, in a line; empty where nothing does."""
        self._top = 0
        self.columns = Columns(self, _places)

    def compose(self) -> ComposeResult:
        """Title, page, footer."""
        yield Cells(self._draw_title, id="title")
        yield Cells(self._draw_page, id="page")
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

    def _draw_title(self, width: int, _height: int) -> list[Row]:
        theme = self.look.theme
        ground = Ink(fg=theme.muted, bg=theme.panel_raised)
        title = Ink(fg=theme.text, bg=theme.panel_raised, bold=True)
        where = f"{self.part + 1} of {len(self.story.parts)} "
        return [spread([(f" {self.story.title} ", title)], [(where, ground)], width, ground)]

    def _draw_page(self, width: int, height: int) -> list[Row]:
        inner = min(width - 4, 78)
        number = sum(isinstance(part, Page) for part in self.story.parts[: self.part]) + 1
        told = Told(number, self.story.sources, self.story.between, self.story.cast, self.score)
        lines: Lines = page_lines(self.page, told, self.look, inner)
        if self.follows:
            lines += [[], [(f"{self.look.glyph('▸', '>')} {self.follows}", self.look.strong)]]
        self._top = max(min(self._top, len(lines) - height + 2), 0)
        shown: Sequence[Sequence[tuple[str, Ink]]] = lines[self._top : self._top + height]
        above = max((height - len(lines)) // 3, 1) if len(lines) < height - 1 else 0
        left = " " * ((width - inner) // 2)
        blank = fill((), width, self.look.panel)
        rows = [fill([(left, self.look.panel), *line], width, self.look.panel) for line in shown]
        if self._top + height < len(lines):  # nobody looks for what he does not know of
            more = f"{self.look.glyph('↓', 'v')} more "
            rows[-1] = over(rows[-1], [(width - len(more), more, self.look.muted)])
        return [*[blank] * above, *rows, *[blank] * height][:height]

    def _draw_footer(self, width: int, _height: int) -> list[Row]:
        keys = hints(cast(Host, self.app).preferred.keys_of(STORY_KEYS))
        return self.columns.footer(keys, self.look, width, "where you left off" if self.resumed else "")

    def action_leave(self, how: str) -> None:
        """Leave the page."""
        leave(self, how or None)

    def action_scroll_by(self, lines: int) -> None:
        """Read further down or up."""
        before, self._top = self._top, max(self._top + lines, 0)
        for cells in self.query("#page").results(Cells):  # none any more, where the screen is being left
            cells.redraw()  # the page says how far it goes
        self.columns.say("" if self._top != before else f"the {'top' if lines < 0 else 'end'} of the page already")

    def action_theme(self) -> None:
        """Dark or light."""
        cast(Host, self.app).preferred.change_theme()

    def action_help(self) -> None:
        """The keys."""
        cast(Host, self.app).dialogues.show_help(STORY_KEYS, "Reading a story")

    def on_mouse_scroll_down(self) -> None:
        """Wheel down."""
        self.action_scroll_by(3)

    def on_mouse_scroll_up(self) -> None:
        """Wheel up."""
        self.action_scroll_by(-3)

    async def on_click(self, event: Click) -> None:
        """Press what the footer says."""
        await self.columns.press(event)
