"""A page of a story: its number and title, the text, what was said in the colours of who said it, and the score."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from replay.cells.digits import PLAIN_SIZES, SIZES, big
from replay.cells.ink import Ink, Run
from replay.cells.rows import Lines
from replay.cells.text import cell_width
from replay.drawing.pages.lines import wrapped
from replay.drawing.pages.sheets import long_date, quote_lines
from replay.drawing.theme.lineup import Cast, cast_of
from replay.drawing.theme.look import Look
from replay.files.story import Page
from replay.race.headtohead import HeadToHead
from replay.race.race import Entry, Race, Regular
from replay.race.sources import Source


class Told(NamedTuple):
    """What a page has from its story."""

    number: int
    """Which of its pages it is, from 1."""
    sources: Mapping[str, Source]
    between: Sequence[str] = ()
    """The names of the two it is about, if it is about two."""
    cast: tuple[Regular, ...] = ()
    """Who has a colour in it."""
    score: HeadToHead | None = None
    """Between the two, in the races so far."""


def page_lines(page: Page, told: Told, look: Look, width: int) -> Lines:
    """The page in lines of at most `width` cells."""
    two = _two(told, look)
    lines: Lines = [*_head(page, told.number, look, width), []]
    for paragraph in page.text.split("\n"):
        lines += [*wrapped(paragraph, look.panel, width), []]
    for quote in page.quotes:
        colour = two.colours[told.between.index(quote.by)] if quote.by in told.between and two is not None else None
        ink = look.faint if colour is None else Ink(colour, look.theme.panel)
        said = quote_lines(quote, told.sources.get(quote.source or ""), look, width - 2)
        lines += [*([(look.glyph("▌ ", "| "), ink), *line] for line in said), []]
    if two is not None:
        lines += _score(told, two, look, width)
    return lines


def _two(told: Told, look: Look) -> Cast | None:
    """The two it is about, in the colours that they run in."""
    if len(told.between) != 2:
        return None
    people = tuple(Entry(name=name) for name in told.between)
    return cast_of(Race("", "", 1500.0, people, regulars=told.cast), look)


def _head(page: Page, number: int, look: Look, width: int) -> Lines:
    """The number in the smallest of large digits, and beside it the title and the day."""
    digits = big(str(number), look.ascii, (PLAIN_SIZES if look.ascii else SIZES)[-1])
    room = max(width - len(digits[0]) - 2, 8)
    beside: Lines = [*wrapped(page.title, look.accent, room), *wrapped(long_date(page.date), look.muted, room)]
    blank = " " * len(digits[0])
    high = max(len(digits), len(beside))
    return [
        [(f"{digits[at] if at < len(digits) else blank}  ", look.muted), *(beside[at] if at < len(beside) else [])]
        for at in range(high)
    ]


def _score(told: Told, two: Cast, look: Look, width: int) -> Lines:
    """The two on either side, and between them a bar that is parted as their races were; level before the first."""
    wins, losses = (told.score.wins, told.score.losses) if told.score is not None else (0, 0)
    ends: list[list[Run]] = [
        [(two.codes[0], two.chips[0]), (f" {two.names[0]} {wins} ", look.strong)],
        [(f" {losses} {two.names[1]} ", look.strong), (two.codes[1], two.chips[1])],
    ]
    room = width - sum(cell_width(text) for end in ends for text, _ in end)
    if room < _LEAST:
        return ends
    left = round(room * wins / (wins + losses)) if wins + losses else room // 2
    bar = look.glyph("▬", "=")
    parts = [
        (bar * left, Ink(two.colours[0], look.theme.panel)),
        (bar * (room - left), Ink(two.colours[1], look.theme.panel)),
    ]
    words = "in the races so far" if wins + losses else "before their first race here"
    return [[(words, look.muted)], [*ends[0], *parts, *ends[1]]]


_LEAST = 8
"""Cells of the bar, at least."""
