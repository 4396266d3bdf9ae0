"""What a text has beside the lines of its runners, set apart before the list is looked for: teams, records, heats."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from replay.files.results.around import Stopped, is_record, stopped_in
from replay.files.results.captioned import caption
from replay.files.results.furniture import feet, on_the_way
from replay.files.results.heat_lines import heats_in, winds_in
from replay.files.results.splits_below import splits_below
from replay.files.table.layouts.teams import team_lines


class Apart(NamedTuple):
    """The lines of a text, and what was taken out of them: a blank line stands in the place of each."""

    lines: list[str]
    shown: list[str]
    """The same with the lines of pages, which may say the day."""
    stopped: list[Stopped]
    below: dict[int, dict[str, str]]
    """The times on the way below runners' lines, by index."""
    heats: dict[int, str]
    """The lines that begin heats, counted from 1."""
    left: dict[str, list[int]]
    """Lines of nobody, counted from 1, by what they are."""

    @property
    def led(self) -> list[int]:
        """The lines of who led on the way."""
        return self.left[_LED]

    def told(self, first: int) -> Iterator[tuple[str, list[int]]]:
        """What is to be told of a list that begins in a line: of a page's lines only those from there on."""
        for what, found in self.left.items():
            yield what, [at for at in found if at >= first or what != _FEET]


_FEET = "lines at the foot of a page"
_LED = "lines of times on the way, which are not read"


def set_apart(lines: Sequence[str]) -> Apart:
    """The lines of a text without those that are no runner's, or say more of the runners above them."""
    teams = [at + 1 for at in team_lines([caption(line) for line in lines])]
    made = _without(lines, teams)
    records = [at for at, line in enumerate(made, 1) if is_record(line)]
    stopped = stopped_in(made)
    made = _without(made, {*records, *(person.line for person in stopped)})
    below = splits_below(made)
    made = _without(made, [at + 1 for at in below])
    heats = heats_in(made)
    winds = winds_in(made, heats)
    shown = _without(made, heats)
    printed, led = ([at + 1 for at in found(shown)] for found in (feet, on_the_way))
    left = {
        "lines of records": records,
        _FEET: printed,
        "winds in the lines of heats": winds,
        _LED: led,
        "lines of a table of teams": teams,
    }
    return Apart(_without(shown, {*printed, *led}), shown, stopped, below, heats, left)


def _without(lines: Sequence[str], numbers: Collection[int]) -> list[str]:
    gone = frozenset(numbers)
    return ["" if at in gone else line for at, line in enumerate(lines, 1)]
