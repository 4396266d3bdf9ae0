"""What a page says beside its table: in lines of text above it, and in tables of facts, a row each."""

import re
from collections.abc import Mapping, Sequence

from replay.files.table.about import says_of_race
from replay.files.table.days import SEVERAL_DAYS, is_day
from replay.files.table.kinds.named_beside import OF_RUNNER
from replay.files.table.layouts.sections import names_event
from replay.files.table.values.cells import is_clock
from replay.files.table.wording.headings import read_heading, read_point
from replay.files.table.wording.likeliest import is_heading
from replay.race.names import fold

_PAIR = 2
_MOSTLY = 0.6
_LONGEST = 120
_SAYS = re.compile(r"([^\W\d][\w .]{1,40}?)\s*:\s*(\S.*)")


def facts_in(rows: Sequence[Sequence[str]]) -> dict[str, str] | None:
    """What a table says of one runner or race, a heading and its text in each row; None for any other table."""
    filled = [[cell for cell in row if cell] for row in rows]
    pairs = [row for row in filled if len(row) == _PAIR]
    if not pairs or len(pairs) < _MOSTLY * len(filled) or max(map(len, filled)) > _PAIR:
        return None
    keys = [key.rstrip(": ") for key, _ in pairs]
    known = [any(one.sure and (one.point is None or one.point.finish) for one in read_heading(key)[:1]) for key in keys]
    if sum(known) < _MOSTLY * len(pairs) or len(set(keys)) < len(keys) or any(map(is_clock, keys)):
        return None
    if all(is_heading(text) and not text[0].isdigit() for text in pairs[0]):
        return None  # `Name`, `Time` are the headings of two columns
    return {key.lower(): text for key, (_, text) in zip(keys, pairs, strict=True)}


def heads_runners(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table begins with headings, as a list of runners does."""
    return any(sum(map(is_heading, row)) > 1 for row in rows[:_PAIR])


def points_in(rows: Sequence[Sequence[str]]) -> str:
    """The times at points that a small table has, below its headings or a row each: `1000m 2:59.8, 2000m 5:58.4`."""
    found: list[str] = []
    first, *below = rows or [[]]
    if below and len(first) > 1 and all(cell and read_point(cell) for cell in first):
        found = [f"{point} {time}" for point, cell in zip(first, below[0], strict=False) if (time := _time(cell))]
    elif len(rows) > 1:
        for point, *cells in filter(None, rows):
            time = next(filter(None, map(_time, cells)), "")
            if time and read_point(point):
                found.append(f"{point} {time}")
    return ", ".join(found)


def _time(cell: str) -> str:
    """The time in a cell, without its place and what stands below it; empty where there is none."""
    text = _BRACKETED.sub("", cell.split("\n")[0]).strip()
    return text if is_clock(text) else ""


_BRACKETED = re.compile(r"\s*[(\[][^)\]]{1,12}[)\]]")


def of_runner(facts: Mapping[str, str]) -> dict[str, str]:
    """Those of some facts that are of a runner, and not of the race."""
    return {
        key: text
        for key, text in facts.items()
        if any(one.sure and one.meaning in OF_RUNNER for one in read_heading(key)[:1])
    }


def named_by(headings: Sequence[str]) -> str:
    """The heading that calls the one runner of a page by his name: `Kim Berg`; empty where none does."""
    return next((text for text in headings if _PERSON.fullmatch(text) and not _says_else(text)), "")


def _says_else(text: str) -> bool:
    return names_event(text) or any(any(one.sure for one in read_heading(word)[:1]) for word in text.split())


_PERSON = re.compile(r"[^\W\d_a-z][\w'’.-]*(?: (?:[a-z]{2,3} )?[^\W\d_a-z][\w'’.-]*){1,3}")


def facts_of_lines(lines: Sequence[str]) -> dict[str, str]:
    """What lines say as `key: text` of a runner."""
    found = [match for line in lines if len(line) <= _LONGEST and (match := _SAYS.fullmatch(line)) is not None]
    return of_runner({match[1].lower(): match[2] for match in found})


def lines_beside(lines: Sequence[str], above: Sequence[str]) -> list[str]:
    """Of the lines above a table those that say something of the race: `Strecke: 7,5 km`, its day, an event.

    Of the last two only what no title says.

    Args:
        lines: As they come.
        above: The headings.
    """
    said = [
        line
        for line in lines
        if (match := _SAYS.fullmatch(line)) is not None and len(line) <= _LONGEST and says_of_race(fold(match[1]))
    ]
    if not any(is_day(line) and SEVERAL_DAYS.search(line) is None for line in (*above, *said)):
        said += [line for line in lines if is_day(line)][-1:]
    if any(map(names_event, above)):
        return said
    named = [line for line in lines if line not in said and names_event(line)]
    return [*named[-1:], *said]
