"""Headings in two rows, of which the upper one spans: `Athlete` over `First` and `Last`, `Splits` over `5 km`."""

from collections.abc import Sequence

from replay.files.cleaning import clean_text
from replay.files.table.headings import read_heading
from replay.files.table.times import Form, read_cell

_FEWEST = 2
_MOSTLY = 0.75


def over_another(titles: Sequence[str], row: Sequence[str]) -> list[str] | None:
    """The headings of both rows as one; None where the row below is of a runner."""
    cells = [clean_text(cell) for cell in row]
    filled = [cell for cell in cells if cell]
    if len(filled) < _FEWEST or len(cells) > len(titles) or any(map(_is_value, filled)):
        return None
    known = sum(any(heading.sure for heading in read_heading(cell)[:1]) for cell in filled)
    beside = [cell for at, cell in enumerate(cells) if cell and titles[at]]
    if known < _MOSTLY * len(filled) or (len(beside) == len(filled) and "" not in titles):
        return None
    cells += [""] * (len(titles) - len(cells))
    found, over = [], ""
    for upper, lower in zip(titles, cells, strict=True):
        over = upper or (over if lower else "")
        found.append(_joined(over, lower))
    return found


def _is_value(text: str) -> bool:
    """Whether a cell is a number or a time by itself, as runners have."""
    cell = read_cell(text)
    return text.isdigit() or (cell is not None and cell.form is not Form.PLAIN)


def _joined(upper: str, lower: str) -> str:
    if not upper or not lower or upper == lower:
        return upper or lower
    point = any(heading.point is not None and heading.point.metres for heading in read_heading(upper)[:1])
    own = any(heading.point is not None and heading.point.metres for heading in read_heading(lower)[:1])
    return f"{upper} {lower}" if point and not own else lower
