"""Headings in two rows, of which the upper one spans: `Athlete` over `First` and `Last`, `Splits` over `5 km`."""

import re
from collections import Counter
from collections.abc import Sequence

from replay.files.cleaning import clean_text
from replay.files.table.values.times import Form, read_cell
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.likeliest import is_heading
from replay.files.table.wording.words import phrases
from replay.race.names import fold

_FEWEST = 2
_MOSTLY = 0.75


def merged(rows: Sequence[Sequence[str]], at: int, titles: list[str]) -> tuple[list[str], int]:
    """Headings in two rows: `5 km` stands above `Time` and `Rank`. Also how many rows above belong to them."""
    named = [title for title in titles if title]
    if at == 0 or len(set(named)) == len(named):
        return titles, 0
    above = [clean_text(cell) for cell in rows[at - 1]]
    points = [heading for cell in above if cell for heading in read_heading(cell)[:1] if heading.point is not None]
    if len(points) < 1 or sum(map(bool, above)) < 2:
        return titles, 0
    twice = {title for title, count in Counter(named).items() if count > 1}
    over, made = "", []
    for index, title in enumerate(titles):
        over = (above[index] if index < len(above) else "") or over
        made.append(f"{over} {title}".strip() if (title in twice or not title) and over != title else title)
    return made, 1


def over_another(titles: Sequence[str], row: Sequence[str]) -> list[str] | None:
    """The headings of both rows as one; None where the row below is of a runner."""
    cells = [clean_text(cell) for cell in row]
    # A heading that reaches over both rows says in the second what it did in the first.
    filled = [cell for at, cell in enumerate(cells) if cell and [cell] != titles[at : at + 1]]
    if len(filled) < _FEWEST or len(cells) > len(titles) or (any(map(_is_value, filled)) and not _are_far(filled)):
        return None
    known = sum(is_heading(cell) or fold(cell) in _IN_AND_OUT for cell in filled)
    beside = [cell for at, cell in enumerate(cells) if cell and titles[at]]
    if len(beside) == len(filled) == known and all(
        _is_point(titles[at], cell) for at, cell in enumerate(cells) if cell
    ):
        return [
            f"{title} ({cell})" if cell and _ends(title) else cell or title
            for title, cell in zip(titles, cells, strict=False)
        ]
    if known < _MOSTLY * len(filled) or (len(beside) == len(filled) and "" not in titles):
        return None
    cells += [""] * (len(titles) - len(cells))
    found, over = [], ""
    for upper, lower in zip(titles, cells, strict=True):
        over = upper or (over if lower else "")
        found.append(_joined(over, lower))
    return found


_IN_AND_OUT = frozenset(
    phrases(
        """in, out, arrival, departure, arrive, depart, arrived, departed, arr, dep, left, leave, ankunft, abgang, an,
    ab, entree, sortie, entrada, salida, ingresso, uscita"""
    )
)
"""What stands below an aid station for the times at which runners came there, and went on."""


def _is_point(title: str, cell: str) -> bool:
    """Whether a heading counts a point, or is the finish, and the cell below it says where that is."""
    points = [heading.point for text in (title, cell) for heading in read_heading(text)[:1]]
    if len(points) < 2 or points[0] is None or points[1] is None:
        return False
    return points[0].metres is None and (points[1].metres is not None or points[1].half)


def _ends(title: str) -> bool:
    return any(heading.point is not None and heading.point.finish for heading in read_heading(title)[:1])


def _is_value(text: str) -> bool:
    """Whether a cell is a number or a time by itself, as runners have."""
    cell = read_cell(text)
    return _NUMBER.fullmatch(text) is not None or (cell is not None and cell.form is not Form.PLAIN)


_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def _are_far(cells: Sequence[str]) -> bool:
    """Whether cells are points in metres, each farther than the one before: `400`, `800`, `1200`."""
    far = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < _DIGITS]
    return len(far) == len(cells) and far[0] >= _NEAREST and far == sorted(set(far))


_NEAREST = 100
_DIGITS = 8
"""A number of so many is none of metres."""


def _joined(upper: str, lower: str) -> str:
    if not upper or not lower or upper == lower:
        return upper or lower
    point = any(heading.point is not None and heading.point.metres for heading in read_heading(upper)[:1])
    own = any(heading.point is not None and heading.point.metres for heading in read_heading(lower)[:1])
    return f"{upper} {lower}" if point and not own else lower
