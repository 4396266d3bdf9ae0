"""Heats one below the other, each under a line with its number: `Heat 1`, and mostly with the headings anew."""

import re
from collections.abc import Sequence

from replay.files.cleaning import clean_text
from replay.files.table.layouts.cutting import Row
from replay.race.names import fold

HEAT = "Heat"
"""How the column is headed that says in which heat somebody ran."""
_COUNTED = (
    r"(?:first|second|third|fourth|fifth|erste[rs]?|zweite[rs]?|dritte[rs]?|vierte[rs]?|premiere|deuxieme|troisieme"
    r"|quatrieme|primera|segunda|tercera|cuarta|prima|seconda|terza|quarta|primeira|terceira|eerste|tweede|derde"
    r"|forsta|andra|tredje|forste|annet|anden)"
)
_NAMED = re.compile(
    rf"{_COUNTED} (?:heat|race|section|semi ?final|lauf|vorlauf|zeitlauf|halbfinale|serie|demi finale|course|batteria"
    r"|manche|semi ?finale?|reeks|halve finale|forsok|heatet)|"
    r"(?:heat|race|section|series?|serie|lauf|vorlauf|zeitlauf|course|batteria|manche|semi ?final|semi|demi finale"
    r"|halbfinale|ronda|bieg|eräs?|era|forsok|rozbeh|futam|elofutam"
    r"|heat no|race no|flight|pool)\.? (?:no |nr )?(?:\d{1,2}|[a-h]|i{1,3}|iv|v)"
    r"|\d{1,2}(?:st|nd|rd|th|e|eme|er)? (?:heat|race|section|serie|lauf|batteria|bieg)"
    r"|final|finale|[ab] final|final [ab]"
)
_OF = re.compile(r"(?<=\d) (?:(?:of|von|sur|de|di|van|z|av|af) )?\d{1,2}$")
"""How many there are, behind the number of one: `Zeitlauf 1/2`."""
_WIND = re.compile(r" (?:wind|vent|viento|vento|wiatr|tuuli)\b.*")
_FEWEST = 2
_LONGEST = 40


def with_heats(rows: Sequence[Row], lines: Sequence[int], at: int) -> tuple[list[Row], list[int]] | None:
    """The rows from the heading on with a column of heats, where lines by themselves say which begins.

    None where fewer than two lines do, or the first rows are of none.

    Args:
        rows: Of the whole text.
        lines: The line of each.
        at: Which of them is the heading.
    """
    named = {number: text for number, row in enumerate(rows) if (text := _heat(row))}
    first = min((number for number in named), default=len(rows))
    if len(set(named.values())) < _FEWEST or first > at + 1 or any(fold(cell) == "heat" for cell in rows[at]):
        return None
    width = max(map(len, rows[at:]))
    made, kept, heat = [[*rows[at], *[""] * (width - len(rows[at])), HEAT]], [lines[at]], ""
    for number in range(first, len(rows)):
        row = rows[number]
        if number in named:
            heat = named[number]
        elif number > at and row != rows[at]:
            made.append([*row, *[""] * (width - len(row)), heat if any(map(str.strip, row)) else ""])
            kept.append(lines[number])
    return made, kept


def _heat(row: Row) -> str:
    """Which heat a row by itself begins; empty for any other row."""
    return heat_of(row[0]) if row and not any(map(str.strip, row[1:])) else ""


def heat_of(line: str) -> str:
    """Which heat a line by itself begins; empty for any other line."""
    text = clean_text(line).rstrip(":")
    plain = _OF.sub("", _WIND.sub("", fold(text))) if len(text) <= _LONGEST else ""
    return text if _NAMED.fullmatch(plain) is not None else ""


def between_heats(rows: Sequence[Row], lines: Sequence[int], first: int) -> tuple[list[Row], list[int]] | None:
    """The same of a table without headings, whose first row is given: the columns are numbered."""
    titles = [f"column {number}" for number in range(1, max(map(len, rows)) + 1)]
    return with_heats([*rows[:first], titles, *rows[first:]], [*lines[:first], lines[first], *lines[first:]], first)
