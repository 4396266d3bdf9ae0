"""What the screens ask of the application, so that they need not know it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual.screen import Screen

from replay.cells.ink import Ink
from replay.drawing.theme.look import Look
from replay.files.library import LibraryItem
from replay.tui.keys import Key
from replay.tui.piecemeal import Piecemeal
from replay.tui.preferring import Preferring
from replay.tui.rowstrip import Paper

if TYPE_CHECKING:
    from replay.cells.rows import Lines
    from replay.drawing.pages.runner_card import RunnerCard
    from replay.drawing.theme.lineup import Cast
    from replay.race.pacelights import PaceLight
    from replay.race.race import Race
    from replay.state.timeline import Timeline
    from replay.tui.line import Line
    from replay.viewing.finding import Found

Search = Callable[[str], "Sequence[Found]"]
"""What was typed so far to what fits it."""

Answer = TypeVar("Answer")


class Dialogues(Protocol):
    """What opens over a screen: cards and sheets to read, lines to type into, lists to pick from."""

    def show_start_card(
        self, race: "Race", cast: "Cast", said: str, then: Callable[[str | None], None], left: str
    ) -> None:
        """Show the card before the gun, with how the race is shown, and when it was left before.

        `then` is told `quit`, `on` to go on from there, or None to fire it.
        """

    def show_info(self, race: "Race", look: Look, told: bool) -> None:
        """Show what a race rests on; `told` says whether its result may be known."""

    def show_lines(self, title: str, write: "Callable[[Look, int], Lines]") -> None:
        """Show a page that `write` writes for a look and a width."""

    def show_runner(self, card: "RunnerCard", chip: Ink, then: Callable[[str | None], None]) -> None:
        """Show all about a runner; `then` is told `info` by who wants to know more of the race."""

    def show_table(self, title: str, lines: Callable[[int], Sequence[str]]) -> None:
        """Show lines of text, made for so many cells."""

    def show_help(self, keys: Sequence[Key], title: str) -> None:
        """Show keys."""

    def ask_where_to(self, timeline: "Timeline", then: Callable[[float | None], None]) -> None:
        """Ask for a moment; `then` is given its second, or None."""

    def pick(
        self, title: str, such: str, search: "Search", then: "Callable[[Found | None], None]", *, wide: bool = False
    ) -> None:
        """Ask for one of what is found as it is typed, in a `wide` list; `then` is given it, or None."""

    def copy(self, text: str, say: Callable[[str], None]) -> None:
        """Copy a text, and say so where that may be believed; else show it, to be copied by hand."""

    def ask_pace(self, then: "Callable[[PaceLight | None], None]") -> None:
        """Ask for a time for the whole distance; `then` is given its lights, or None."""

    def ask(self, line: "Line", read: Callable[[str], Answer], then: Callable[[Answer | None], None]) -> None:
        """Ask for a line that `read` makes something of; `then` is given that, or None."""


class Host(Protocol):
    """The application as a screen sees it."""

    @property
    def dialogues(self) -> Dialogues:
        """What opens over a screen."""

    @property
    def preferred(self) -> Preferring:
        """How it looks, and its keys, as somebody has set them."""

    @property
    def piecemeal(self) -> Piecemeal:
        """What writes to the terminal, and how fast that takes it."""

    @property
    def at_home(self) -> bool:
        """Whether the files here are those of whoever watches: they may be read and written for him."""

    @property
    def paper(self) -> Paper:
        """What the terminal can show."""

    def watch_item(self, item: LibraryItem) -> None:
        """Watch a race or a story of the library."""

    def leave_race(self, screen: Screen[Any], how: str, race: str = "") -> None:
        """Leave a replay of a race, for the `next` or the `previous` one or the `menu`, or `quit` it."""

    def show_settings(self) -> None:
        """Show what is set once for all."""

    def command_for(self, race: "Race", t: float) -> str:
        """The command line that opens a race at a time."""

    def other_races(self) -> "Sequence[Race]":
        """Races of the library, as many as can be read in an instant; more when asked again."""

    def open_file(self) -> None:
        """Look for a file of the user's, and open it."""

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files that are of one race; a bell for none."""

    def watch_race(self, race: "Race") -> None:
        """Watch a race that is in no library, and come back."""

    def keep(self, race: "Race", then: Callable[[Path | None], None]) -> None:
        """Keep a race among the user's own; `then` is given where it is, or None."""


def races_of(host: Host, looks: int) -> "Sequence[Race]":
    """The races of the library: all there are, or as many as can be read in so many looks of a tenth of a second."""
    races = host.other_races()
    for _ in range(looks - 1):
        before, races = len(races), host.other_races()
        if len(races) == before:
            break
    return races
