"""What opens over a screen: the start card, sheets to read, lines to type into, lists to pick from.

Each is imported when it opens: a menu needs none of them.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual.app import App

from replay.cells.ink import Ink
from replay.drawing.theme.look import Look
from replay.tui.host import Answer
from replay.tui.keys import Key, help_groups
from replay.tui.preferring import Preferring

if TYPE_CHECKING:
    from replay.cells.rows import Lines
    from replay.drawing.pages.runner_card import RunnerCard
    from replay.drawing.theme.lineup import Cast
    from replay.race.pacelights import PaceLight
    from replay.race.race import Race
    from replay.state.timeline import Timeline
    from replay.tui.host import Search
    from replay.tui.line import Line
    from replay.viewing.finding import Found


_WIDE, _USUAL = 176, 108
"""Cells of the keys: three columns of sentences where the screen is wider, else two at most."""


class Opens:
    """What opens them, in the look and with the keys that are set."""

    def __init__(self, app: App[Any], preferred: Preferring) -> None:
        """Nothing is open."""
        self._app = app
        self._preferred = preferred

    def show_start_card(
        self, race: "Race", cast: "Cast", said: str, then: Callable[[str | None], None], left: str
    ) -> None:
        """The card before the gun; `said` is how the race is shown, `left` the time at which it was left before."""
        from replay.drawing.pages.sheets import card_lines, is_long
        from replay.tui.sheet import StartCard, sheet_rows

        if left:
            said = f"{said} c goes on at {left}, where you left it; any other key begins it.".strip()
        card = StartCard(
            race.title,
            lambda look, width: card_lines(race, cast, look, width, sheet_rows(self._app.size.height), said),
            self._preferred.look,
            widest=92,
            any_key=True,
        )
        card.waits = is_long(race) or bool(left)
        if left:
            card.ends = {**card.ends, "c": "on"}
        self._app.push_screen(card, then)

    def show_info(self, race: "Race", look: Look, told: bool) -> None:
        """What a race rests on; `told` says whether its result may be known."""
        from replay.drawing.pages.sheets import info_lines
        from replay.tui.sheet import Sheet

        self._app.push_screen(Sheet(race.title, lambda look, width: info_lines(race, look, width, told), look))

    def show_lines(self, title: str, write: Callable[[Look, int], "Lines"]) -> None:
        """A page of lines."""
        from replay.tui.sheet import Sheet

        self._app.push_screen(Sheet(title, write, self._preferred.look))

    def show_runner(self, card: "RunnerCard", chip: Ink, then: Callable[[str | None], None]) -> None:
        """All about a runner; `then` is told `info` by who wants to know more of the race."""
        from replay.drawing.pages.runner_card import runner_lines
        from replay.tui.sheet import Sheet

        sheet = Sheet(card.name, lambda look, width: runner_lines(card, chip, look, width), self._preferred.look)
        sheet.leads_to = "info"
        self._app.push_screen(sheet, then)

    def show_table(self, title: str, lines: Callable[[int], Sequence[str]]) -> None:
        """Lines of text in the cells there are."""
        from replay.tui.sheet import Sheet

        self._app.push_screen(
            Sheet(title, lambda look, width: [[(line, look.panel)] for line in lines(width)], self._preferred.look)
        )

    def show_help(self, keys: Sequence[Key], title: str) -> None:
        """The keys, and what signs mean where a race is seen."""
        from replay.drawing.pages.sheets import help_lines
        from replay.drawing.pages.signs import sign_rows
        from replay.tui.sheet import Sheet

        rows = help_groups(self._preferred.keys_of(keys))
        if any(key.action == "play_pause" for key in keys):  # elsewhere no race is seen
            rows += sign_rows(self._preferred.look)
        widest = _WIDE if self._app.size.width > _WIDE else _USUAL
        sheet = Sheet(title, lambda look, width: help_lines(rows, look, width), self._preferred.look, widest=widest)
        self._app.push_screen(sheet)

    def ask_where_to(self, timeline: "Timeline", then: Callable[[float | None], None]) -> None:
        """Ask for a moment; `then` is given its second, or None."""
        from replay.race.when import FORMS, parse_when
        from replay.tui.line import Line
        from replay.viewing.seeking import time_within

        examples = f"It takes {FORMS}."
        self.ask(Line("Go to", "1200m", examples), lambda text: time_within(timeline, parse_when(text)), then)

    def pick(
        self, title: str, such: str, search: "Search", then: "Callable[[Found | None], None]", *, wide: bool = False
    ) -> None:
        """Ask for one of what is found as it is typed, in a `wide` list; `then` is given it, or None."""
        from replay.tui.pick import Pick

        if not isinstance(self._app.screen, Pick):  # of two keys at once the second would make the first list untrue
            self._app.push_screen(Pick(title, such, search, self._preferred.look, wide=wide), then)

    def copy(self, text: str, say: Callable[[str], None]) -> None:
        """Copy a text, and say so where that may be believed; else show it, to be copied by hand."""
        from replay.drawing.pages.sheets import by_hand_lines
        from replay.tui.clipboard import copy, harmless
        from replay.tui.sheet import Sheet

        text = harmless(text)
        done = copy(self._app, text)
        if done:
            say(f"{done}: {text.splitlines()[0]}")
        else:
            self._app.push_screen(
                Sheet("To copy by hand", lambda look, width: by_hand_lines(text, look, width), self._preferred.look)
            )

    def ask_pace(self, then: "Callable[[PaceLight | None], None]") -> None:
        """Ask for a time for the whole distance; `then` is given its lights, or None."""
        from replay.race.pacelights import target
        from replay.tui.line import Line

        examples = "A time for the whole distance; the lights run at an even pace to it."
        self.ask(Line("Pace lights for", "3:45", examples), target, then)

    def ask(self, line: "Line", read: Callable[[str], Answer], then: Callable[[Answer | None], None]) -> None:
        """Ask for a line that `read` makes something of."""
        from replay.tui.ask import Ask

        self._app.push_screen(Ask(line, read), then)
