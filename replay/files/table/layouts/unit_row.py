"""A row below the headings that says what each column is counted in: `km`, `h:mm:ss`, `min/km`."""

import re
from collections.abc import Sequence

_UNIT = re.compile(
    r"[(\[]?(?:km|k|m|mi|miles?|met(?:re|er)s?|yd|h{1,2}|min|mm?|s{1,2}|sec|seconds|(?:h{1,2}[:.])?m{1,2}[:.]s{1,2}(?:[.,][sftx0]{1,3})?"
    r"|(?:min|m{1,2}:s{1,2})/(?:km|mi|mile)|km/h|kph|mph|m/s|bpm|w|watts?|%|#|no|nr|years?|yrs?)[)\]]?",
    re.IGNORECASE,
)


def with_units(titles: Sequence[str], row: Sequence[str]) -> list[str] | None:
    """The headings with their units in brackets, where a row has nothing else; None for another row."""
    cells = [cell.strip() for cell in row]
    told = [cell for cell in cells if cell]
    if not told or not all(_UNIT.fullmatch(cell) for cell in told) or len(row) > len(titles):
        return None
    named = zip(titles, [*cells, *[""] * (len(titles) - len(cells))], strict=True)
    return [f"{title} ({unit.strip('()[]')})" if title and unit else title or unit for title, unit in named]
