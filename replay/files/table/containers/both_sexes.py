"""Lists of a file that are of the men and of the women of one race, as the one list that they are.

A text has them below lines such as `MEN` and `WOMEN`, and is one race (`layouts.sections.with_sexes`); a workbook has
sheets of these names, JSON keys, and a page headings.
"""

from collections.abc import Sequence

from replay.files.table.containers.workbook import SheetRows
from replay.files.table.layouts.sections import whose_list

_SEX = "sex"
_LETTERS = {"F": "F", "W": "F", "M": "M"}
"""Keys and sheets by a letter; a line of a text by itself is no letter."""


def of_both(sheets: Sequence[SheetRows]) -> SheetRows | None:
    """The lists of men and women of a file as one; None where not each of these is one of the two, or one is twice."""
    sexes = [whose_list(sheet.name) or _LETTERS.get(sheet.name.upper(), "") for sheet in sheets]
    if sorted(sexes) != ["F", "M"]:
        return None
    headed = [sheet.comments is not None and sheet.headed for sheet in sheets]
    first, second = sheets
    if all(headed):
        return _of_headed(sheets, sexes)
    if any(headed) or first.comments != second.comments or first.runner or second.runner:
        return None
    above = {tuple(row) for row in first.rows if not any(row[1:])}
    kept = [at for at, row in enumerate(second.rows) if tuple(row) not in above]
    rows = [[first.name], *first.rows, [second.name], *(second.rows[at] for at in kept)]
    lines = [first.lines[0], *first.lines, second.lines[0], *(second.lines[at] for at in kept)]
    return first._replace(name="", rows=rows, lines=lines)


def _of_headed(sheets: Sequence[SheetRows], sexes: Sequence[str]) -> SheetRows:
    titles = list(dict.fromkeys(title for sheet in sheets for title in sheet.rows[0]))
    if _SEX not in titles:
        titles.append(_SEX)
    rows: list[list[str]] = [titles]
    for sheet, sex in zip(sheets, sexes, strict=True):
        for row in sheet.rows[1:]:
            by = {_SEX: sex, **{title: cell for title, cell in zip(sheet.rows[0], row, strict=False) if cell}}
            rows.append([by.get(title, "") for title in titles])
    lines = [1, *(line for sheet in sheets for line in sheet.lines[1:])]
    first, second = (sheet.comments or {} for sheet in sheets)
    both = {key: text for key, text in first.items() if second.get(key) == text}
    above = tuple(text for text in sheets[0].above if text in sheets[1].above and not whose_list(text))
    return SheetRows("", rows, lines, both, above)
