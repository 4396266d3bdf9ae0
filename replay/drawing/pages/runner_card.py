"""All about one runner in a race, as known at a moment of it: a page."""

from collections.abc import Sequence
from typing import NamedTuple

from replay.cells.ink import Ink, Run
from replay.cells.rows import Lines
from replay.cells.text import cell_width, fit, fit_words
from replay.drawing.pages.lines import wrapped
from replay.drawing.pages.sheets import quote_lines
from replay.drawing.theme.look import Look
from replay.race.race import Quote
from replay.race.sources import Source


class Row(NamedTuple):
    """The runner at a mark."""

    where: str
    time: str
    place: str
    behind: str
    """To the first there, or to whom gaps are shown."""
    lap: str
    """What the lap to here is called: `400-800`."""
    lap_time: str
    best: bool = False
    worst: bool = False


class Other(NamedTuple):
    """Another race."""

    date: str
    title: str
    result: str
    """Empty where it is not told."""


class RunnerCard(NamedTuple):
    """What the page says."""

    name: str
    code: str
    who: str
    """Nation, club, bib."""
    now: str
    """The place and the result, or how the runner stands."""
    before: str
    """The bests before the race."""
    rows: tuple[Row, ...]
    behind: str
    """To whom the gaps are."""
    told: tuple[str, ...]
    """Sentences: halves, distance led, gaps, what a time would need."""
    others: tuple[Other, ...]
    quotes: tuple[tuple[Quote, Source | None], ...]


def runner_lines(card: RunnerCard, chip: Ink, look: Look, width: int) -> Lines:
    """The page in lines of at most `width` cells."""
    dot = f" {look.glyph('·', '-')} "
    lines: Lines = [
        [(card.code, chip), (f" {card.name}", look.strong), (dot + card.who if card.who else "", look.muted)]
    ]
    lines += wrapped(card.now, look.accent, width)
    lines += wrapped(card.before, look.muted, width)
    lines.append([])
    lines += _rows(card, look)
    for words in card.told:
        lines += wrapped(words, look.panel, width)
    if card.others:
        lines += [[], [("OTHER RACES IN THE LIBRARY", look.heading)], *_others(card.others, look, width)]
        if not all(other.result for other in card.others):
            lines += wrapped("Results of later races are not told.", look.muted, width)
    if card.quotes:
        lines += [[], [("WHAT WAS SAID", look.heading)]]
        for quote, source in card.quotes:
            lines += [*quote_lines(quote, source, look, width), []]
    return [*lines, [], [("i", look.accent), (" tells of the race", look.muted)]]


def _rows(card: RunnerCard, look: Look) -> Lines:
    if not card.rows:
        return []
    heads = ("at", "time", "place", card.behind, "lap", "")
    table = [heads, *((row.where, row.time, row.place, row.behind, row.lap, row.lap_time) for row in card.rows)]
    widths = [max(cell_width(cells[column]) for cells in table) for column in range(len(heads))]
    lines: Lines = [[(_joined(heads, widths), look.muted)]]
    for row, cells in zip(card.rows, table[1:], strict=True):
        words = "best" if row.best else "worst" if row.worst else ""
        ink = look.good if row.best else look.bad if row.worst else look.panel
        runs: list[Run] = [(_joined(cells[:-1], widths), look.panel), (f"  {cells[-1]:>{widths[-1]}} {words}", ink)]
        lines.append(runs)
    return [*lines, []]


def _joined(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(fit(cell, width, right=True) for cell, width in zip(cells, widths, strict=False))


def _others(others: Sequence[Other], look: Look, width: int) -> Lines:
    dates = max(cell_width(other.date) for other in others)
    lines: Lines = []
    for other in others:
        room = max(width - dates - cell_width(other.result) - 4, 8)
        lines.append(
            [
                (f"{fit(other.date, dates)}  ", look.muted),
                (fit_words(other.title, min(room, max(cell_width(one.title) for one in others))), look.panel),
                (f"  {other.result}", look.strong),
            ]
        )
    return lines
