"""The sheets that open over a screen: the keys, what a race rests on, and the card before the gun."""

import math
from collections.abc import Iterable

from replay.cells.ink import Run
from replay.cells.rows import Lines
from replay.cells.text import cell_width, fit, wrap
from replay.drawing.pages.lines import in_columns, wrapped
from replay.drawing.pages.menu import DOCUMENTED, course_text
from replay.drawing.panels.bars import day, spelt
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.race.notes import notes_before
from replay.race.order import first_missing
from replay.race.race import Note, Quote, Race, Status, WhenKind
from replay.race.shortnames import role_note
from replay.race.sources import Source
from replay.race.times import MONTHS, format_time


def help_lines(rows: Iterable[tuple[str, str]], look: Look, width: int) -> Lines:
    """The keys, in two or three columns where there is room; a row without a key is a heading."""
    columns = 3 if width >= _THREE else 2 if width >= 92 else 1
    room = width // columns - 14
    told = [(shown, wrap(text, room - 2) or [""]) for shown, text in rows]  # else two columns read as one
    high = -(-sum(len(lines) for _, lines in told) // columns)
    columned: list[Lines] = [[] for _ in range(columns)]
    for shown, lines in told:
        least = high if shown else high - 1  # a heading has something below it
        column = next((column for column in columned if len(column) < least), columned[-1])
        if not shown:
            column.append([(fit(lines[0], room + 14), look.heading)])
            continue
        keys = [fit(spelt(shown, look), 11, right=True) + "  ", *[" " * 13] * len(lines)]
        column += [
            [(key, look.accent), (fit(line, room) + " ", look.panel)] for key, line in zip(keys, lines, strict=False)
        ]
    blank: list[Run] = [(" " * (room + 14), look.panel)]
    most = max(map(len, columned), default=0)
    return [[run for column in columned for run in (column[at] if at < len(column) else blank)] for at in range(most)]


_THREE = 156
"""Cells from which the keys have three columns."""


def by_hand_lines(text: str, look: Look, width: int) -> Lines:
    """A text that nobody knows to be copied, in one piece, and how to copy it."""
    told = "The terminal was asked to copy this, and does not say whether it did. Select it with Shift held down:"
    lines = [line for part in text.splitlines() for line in wrapped(part, look.strong, width)]
    return [*wrapped(told, look.muted, width), [], *lines]


def info_lines(race: Race, look: Look, width: int, told: bool) -> Lines:
    """What a race rests on: how it is documented, what the sources dispute, records, sources.

    Args:
        race: The race.
        look: Inks.
        width: Cells.
        told: Whether the result may be known: disputes and the titles of reports give it away.
    """
    _, _, words = DOCUMENTED[race.documented]
    where = ", ".join(part for part in (race.meeting, str(race.venue), day(race)) if part)
    lines = [*wrapped(where, look.panel, width), *wrapped(course_text(race), look.panel, width), []]
    said = f"Times are {race.evidence} unless a ~ says estimated; {words}.{_unknown(race)}"
    lines += wrapped(said, look.muted, width)
    lines += [*wrapped(race.conditions, look.muted, width), *wrapped(race.note, look.panel, width), []]
    if race.disputes and not told:
        count = f"{len(race.disputes)} thing{'s' if len(race.disputes) > 1 else ''}"
        lines += [*wrapped(f"Sources disagree on {count}: told here once the race is over.", look.muted, width), []]
    if race.disputes and told:
        lines.append([("WHERE SOURCES DISAGREE", look.heading)])
    for dispute in race.disputes if told else ():
        lines += wrapped(dispute.what, look.strong, width)
        for claim in dispute.claims:
            lines += wrapped(
                f"{claim.value} ({_publisher(race.sources.get(claim.source or ''))})", look.muted, width, 2
            )
        lines += [*wrapped(f"{look.glyph('→', '->')} {dispute.resolution}", look.panel, width, 2), []]
    if race.records:
        lines.append([("RECORDS BEFORE THIS RACE", look.heading)])
        for record in race.records:
            time = record.time.text or format_time(record.time.seconds)
            lines += wrapped(
                f"{record.label}: {time} {record.holder}, {long_date(record.date)}".rstrip(", "), look.panel, width
            )
        lines.append([])
    if race.sources:
        lines.append([("SOURCES", look.heading)])
    if not told:
        publishers = dict.fromkeys(_publisher(source) for source in race.sources.values())
        return [*lines, *wrapped(", ".join(publishers), look.panel, width)]
    for source in race.sources.values():
        lines += wrapped(_cited(source), look.panel, width)
        lines += wrapped(source.url, look.muted, width, 2)
    return lines


def _unknown(race: Race) -> str:
    """What a `?` on the board means, in races that may have one."""
    named = first_missing(race) == math.inf
    return "" if named else " A ? on the board is a place that nobody knows: not all who ran are named."


def is_long(race: Race) -> bool:
    """Whether the card before the gun has words to read, for which three seconds are too few."""
    return bool(notes_before(race)) or any(quote.show.kind is WhenKind.BEFORE for quote in race.quotes)


def card_lines(race: Race, cast: Cast, look: Look, width: int, height: int, said: str = "") -> Lines:
    """The card before the gun: the event, the field, what is at stake, and what was said before.

    Before the field is `said` how it is shown. What does not fit in `height` rows makes further pages of so many, on
    which each note and each quote is whole: none is parted from its speaker.
    """
    where = f" {look.glyph('·', '-')} ".join(part for part in (race.meeting, str(race.venue), day(race)) if part)
    lines = [*wrapped(where, look.panel, width), *wrapped(course_text(race), look.muted, width)]
    lines += [*wrapped(race.conditions, look.muted, width), *wrapped(said, look.strong, width), []]
    lines += _card_field(race, cast, look, width)
    notes = [_note_lines(note, race, look, width) for _, note in notes_before(race)]
    quotes = [
        [[], *quote_lines(quote, race.sources.get(quote.source or ""), look, width)]
        for quote in race.quotes
        if quote.show.kind is WhenKind.BEFORE
    ]
    if len(notes) > _NOTES:
        left = len(notes) - _NOTES
        words = f"{look.glyph('…', '...')} {left} more things are told on the way"
        notes = [*notes[:_NOTES], [[(words, look.muted)]]]
    if notes:
        lines.append([])
    for block in (*notes, *quotes):
        left = -len(lines) % height
        if len(lines) > height - len(block) and left < len(block) <= height:
            lines += [[]] * left
        lines += block if len(lines) % height else block[not block[0] :]  # no blank at a page's head
    return lines + [[]] * (-len(lines) % height if len(lines) > height else 0)


_NOTES = 8
"""Notes on the card, which are read before the gun: of more the rest is told while they run, as all of them are."""


def _note_lines(note: Note, race: Race, look: Look, width: int) -> Lines:
    """What a report told beforehand, with the report."""
    told = f" ({race.publisher(note.source)})" if note.source else ""
    lines = wrapped(f"{note.text}{told}", look.panel, width, 2)
    (first, ink), *rest = lines[0]
    return [[(f"{look.glyph('·', '-')} {first[2:]}", ink), *rest], *lines[1:]]


def quote_lines(quote: Quote, source: Source | None, look: Look, width: int) -> Lines:
    """A quote with who said it, when, and where it stands."""
    lines = wrapped(look.words(f"“{quote.text.strip('“”')}”"), look.quote, width)
    said = ", ".join(part for part in (quote.by, quote.when, _publisher(source) if source else "") if part)
    return [*lines, *wrapped(f"{look.glyph('—', '--')} {said}", look.muted, width, 2)]


def long_date(text: str) -> str:
    """A date of a file as people write it; what is no date stays as it is."""
    words = text.split("-")
    if not all(word.isdigit() for word in words) or not 2 <= len(words) <= 3 or not 1 <= int(words[1]) <= 12:
        return text
    month = MONTHS[int(words[1]) - 1]
    return f"{int(words[2])} {month} {words[0]}" if len(words) == 3 else f"{month} {words[0]}"


def _card_field(race: Race, cast: Cast, look: Look, width: int) -> Lines:
    listed = [index for index in cast.order if race.entries[index].status is not Status.DNS][:48]
    columns = max(min(width // 26, 3), 1)
    cells = []
    room = width // columns - 2
    for index in listed:
        entry = race.entries[index]
        name = fit(f" {cast.names[index]} ", min(cell_width(cast.names[index]) + 2, room - cast.code))
        free = max(room - cast.code - cell_width(name), 0)
        role, best = role_note(entry), f"PB {entry.pb.text}" if entry.pb is not None else ""
        wheres = ((entry.nation, role, best), (role, best), (role,) if role else (best,), (role,), (entry.nation,))
        words = (" ".join(filter(None, parts)) for parts in wheres)
        where = next((text for text in words if text and cell_width(text) <= free), "")
        cells.append([*cast.chip(index), (name, look.panel), (fit(where, free), look.muted)])
    return in_columns(cells, columns)


def _publisher(source: Source | None) -> str:
    return (source.publisher or source.title or source.key) if source else "no source named"


def _cited(source: Source) -> str:
    return (
        ", ".join(part for part in (source.author, source.title, source.publisher, long_date(source.date)) if part)
        or source.key
    )
