"""Text that a spreadsheet would take for a formula: an apostrophe before it says that it is text.

A name may be anything, and `=HYPERLINK("http://…")` in a table does something when a spreadsheet opens it. Source:
OWASP's page on CSV injection. Text that has apostrophes there already gets one more, so that taking one off gives it
back.
"""

import re
from collections.abc import Iterable

_SIGNS = "[=+\\-@\uff1d\uff0b\uff0d\uff20]"
"""What a formula begins with; the wide ones are taken for the others where Japanese is written."""
_FORMULA = re.compile(f"'*{_SIGNS}")


def guarded(text: str) -> str:
    """Text as a cell that no spreadsheet works out."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """What is meant by a cell that may have been guarded, by us or by others."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def has_guards(text: str) -> bool:
    """Whether any cell of a whole text may have been guarded."""
    return _GUARD.search(text) is not None


_GUARD = re.compile(f"'{_SIGNS}")


def unguarded_rows(rows: Iterable[list[str]]) -> list[list[str]]:
    """The same for whole rows."""
    return [[unguarded(cell) for cell in row] for row in rows]
