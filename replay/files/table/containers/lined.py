"""Cells of a page with several lines: a club below the name, a chip time below the gun's. Each line is a column.

What the lines are, says the heading where it has as many (`Name`, below it `Club`); any other is headed by what it
stands below, and told by its cells or left out with a word.
"""

import re
from collections.abc import Collection, Sequence

from replay.files.missing import is_missing
from replay.files.table.values.cells import is_clock
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.labelled_points import labelled_splits
from replay.files.table.wording.likeliest import is_heading
from replay.files.table.wording.lines_below import below
from replay.files.table.wording.words import Meaning, phrases
from replay.race.names import fold
from replay.race.statuses import is_out

_OFTEN = 0.3
"""The share of cells with a line that makes it a column."""
_MOSTLY = 0.6
_MOST_LINES = 8
_MARK = re.compile(r"(?:=?[A-Z]{1,3}R?|[qQ]|\(?(?:PB|SB|NR|CR|WL)\)?)(?: [A-Z]{2,3})?")
_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.MEMBER}
_KEPT = {Meaning.LAPS}
"""What stays one cell, its lines parted by blanks."""


def lines_apart(rows: Sequence[list[str]], heads: Collection[int]) -> list[list[str]]:
    r"""The rows with a column for each line of their cells.

    Args:
        rows: Cells, their lines parted by `\\n`.
        heads: Which of the rows have headings, where the page says it.
    """
    head = _head(rows, heads)
    rows = [[_parted(cell) for cell in row] for row in rows]
    if head is not None:
        rows = _without_labels(rows, head)
    if not any("\n" in cell for row in rows for cell in row):
        return list(rows)
    rows = _with_members(rows, head) if head is not None else rows
    titles = rows[head] if head is not None else []
    body = [row for at, row in enumerate(rows) if at not in heads and row != titles and _filled(row) > 1]
    made: list[list[str]] = [[] for _ in rows]
    for at in range(max(map(len, rows))):
        cells = [row[at] for row in body if at < len(row) and row[at]]
        named = _columns(titles[at] if at < len(titles) else "", cells)
        turned = len(named) == _PAIR and named[1].endswith(_LAP) and _grow(cells)
        for number, (row, new) in enumerate(zip(rows, made, strict=True)):
            if at < len(row):
                found = named if row == titles and head is not None else _lines(row[at], len(named))
                if number in heads and row != titles and [row[at]] != titles[at : at + 1]:
                    found = found[::-1]  # a second row of headings is of the second lines
                new += found[::-1] if turned and found is not named else found
    return made


def _with_members(rows: Sequence[list[str]], head: int) -> Sequence[list[str]]:
    """The rows of teams with all who ran in one cell, or with who ran each leg, and his time, in cells."""
    body = [row for row in rows[head + 1 :] if _filled(row) > 1]
    for at, title in enumerate(rows[head]):
        if not {heading.meaning for heading in read_heading(title)[:1]} & _NAMES:
            continue
        lined = [row[at].split("\n") for row in body if at < len(row) and row[at]]
        several = [lines for lines in lined if len(lines) >= _TEAM]
        if len(several) <= _MOSTLY * len(lined) or len({len(lines) for lines in several}) > 1:
            continue
        count = len(several[0])
        timed = all(_RAN.fullmatch(line) for lines in several for line in lines)
        if not timed and fold(title) not in _SEVERAL:
            continue
        heads = [f"{what} {leg}" for leg in range(1, count + 1) for what in ("runner", "leg")] if timed else [title]
        return [
            [*row[:at], *(heads if row is rows[head] else _members(row[at], timed, len(heads))), *row[at + 1 :]]
            if at < len(row)
            else row
            for row in rows
        ]
    return rows


def _parted(cell: str) -> str:
    """A cell with a team, and below it who ran for it: `1) Ann Ray 11 2) Bea Lo 12` as `Ann Ray / Bea Lo`."""
    first, _, rest = cell.partition("\n")
    if len(_NUMBERED.findall(rest)) < _TEAM or "\n" in rest:
        return cell
    names = (re.sub(r"[\s,]*(?:\d{1,2}|FR|SO|JR|SR)?[\s,;]*$", "", name) for name in _NUMBERED.split(rest))
    return f"{first}\n{_SIGN.join(filter(None, names))}"


_SIGN = " / "


def _members(cell: str, timed: bool, width: int) -> list[str]:
    found = [_RAN.fullmatch(line) for line in cell.split("\n")] if timed else []
    cells = [text for match in found if match is not None for text in (match[1], match[2])]
    return [*cells, *[""] * (width - len(cells))][:width] if timed else [cell.replace("\n", _SIGN)]


_NUMBERED = re.compile(r"(?:^|(?<=\s))\d[.)] ?")
"""Where the next of a team begins: `1) Ann Ray 11 2) Bea Lo 12`."""
_RAN = re.compile(r"([^\W\d].*?)[\s,(]+(\d[\d:.,]*)\)?")
"""Who ran a leg, and in what time."""
_SEVERAL = frozenset(
    phrases(
        "athletes, runners, competitors, members, team members, names, swimmers, relay members, laufer, athleten,"
        "coureurs, relayeurs, atleti, atletas, corredores, zawodnicy, lopers, lopare, utovere, juoksijat"
    )
)
"""Headings of all who ran for a team."""
_TEAM = 3
"""Lines with names: so many run for a team at least."""


def _without_labels(rows: Sequence[list[str]], head: int) -> Sequence[list[str]]:
    """The rows without the headings in their cells, which pages show on small screens: `TIME` ahead of the time."""
    below = [row for row in rows[head + 1 :] if _filled(row) > 1]
    told = {
        at
        for at, title in enumerate(rows[head])
        if below and all(_labels(title, row[at]) for row in below if at < len(row) and row[at])
    }
    if len(told) < _PAIR:
        return rows
    titles = rows[head]
    return [
        [
            cell[len(titles[at]) :].lstrip(": \n") if at in told and _labels(titles[at], cell) else cell
            for at, cell in enumerate(row)
        ]
        if number > head
        else row
        for number, row in enumerate(rows)
    ]


def _labels(title: str, cell: str) -> bool:
    return bool(title) and len(cell) > len(title) and cell.casefold().startswith(title.casefold())


_PAIR = 2
_LAP = " lap"


def _grow(cells: Sequence[str]) -> bool:
    """Whether the second lines are the times since the start: none is less than that of the lap above it."""
    pairs = [tuple(map(_seconds, cell.split("\n")[:_PAIR])) for cell in cells if "\n" in cell]
    known = [(one, two) for one, two in pairs if one is not None and two is not None]
    return all(one <= two for one, two in known) and any(one < two for one, two in known)


def _seconds(text: str) -> float | None:
    return plain_seconds(_bare(text))


def _bare(text: str) -> str:
    """A time without its place in brackets."""
    return re.sub(r"\s*[(\[]\d+\.?[)\]]\s*", "", text)


def _head(rows: Sequence[list[str]], heads: Collection[int]) -> int | None:
    """Which row has the headings."""
    for at, row in enumerate(rows):
        known = sum(is_heading(cell.split("\n")[0]) for cell in row if cell)
        if _filled(row) > 1 and (at in heads or (known > 1 and not any(map(is_clock, row)))):
            return at
    return None


def _filled(row: Sequence[str]) -> int:
    return sum(map(bool, row))


def _lines(cell: str, count: int) -> list[str]:
    """The lines of a cell as so many columns; what is too much stays in the last."""
    lines = cell.split("\n") if count > 1 else [cell.replace("\n", " ")]
    if len(lines) > count:
        lines[count - 1 :] = [" ".join(lines[count - 1 :])]
    return [*lines, *[""] * (count - len(lines))]


def _columns(title: str, cells: Sequence[str]) -> list[str]:
    """The headings of the columns that one becomes."""
    said = title.split("\n")
    whole = " ".join(said)
    lined = [cell.split("\n") for cell in cells]
    depth = 1
    while depth < _MOST_LINES and sum(len(lines) > depth for lines in lined) > _OFTEN * len(lined):
        depth += 1
    if depth == 1 or _is_one(whole, lined):
        return [whole]
    said = (
        [*said[: depth - 1], " ".join(said[depth - 1 :])] if len(said) > 1 and not _is_known(said, whole) else [whole]
    )
    return [*said, *(_below(whole, lined, at) for at in range(len(said), depth))]


def _is_known(said: Sequence[str], whole: str) -> bool:
    """Whether the lines of a heading are together one that is known, as `Finish` and `Time` are."""
    own = [next(iter(read_heading(line)), None) for line in said]
    apart = {one.meaning for one in own if one is not None and one.sure}
    return len(apart) < len(said) and is_heading(whole)


def _below(title: str, lined: Sequence[list[str]], at: int) -> str:
    """The heading of a line without one: below a split that is the lap's time, where it is one."""
    told = next(iter(read_heading(title)), None)
    lines = [lines[at] for lines in lined if len(lines) > at]
    if lines and sum(line.count(_SIGN) > 1 for line in lines) > _MOSTLY * len(lines):
        return "runners"
    if (
        told is not None
        and told.meaning is Meaning.SPLIT
        and sum(is_clock(_bare(line)) for line in lines) > _MOSTLY * len(lines)
    ):
        return f"{title}{_LAP}"
    return below(title, at)


def _is_one(title: str, lined: Sequence[list[str]]) -> bool:
    """Whether the lines of cells belong together: a name's parts, a time and its mark, times with their points."""
    meanings = {heading.meaning for heading in read_heading(title)[:1]}
    several = [lines for lines in lined if len(lines) > 1]
    if meanings & _KEPT or sum(bool(labelled_splits(" ".join(lines))) for lines in several) > _MOSTLY * len(several):
        return True
    firsts = [lines[0] for lines in lined]
    rest = [line for lines in several for line in lines[1:]]
    if sum(is_clock(first) or is_out(first) or is_missing(first) for first in firsts) > _MOSTLY * len(firsts):
        return all(map(_MARK.fullmatch, rest))
    named = not title or bool(meanings & _NAMES)
    alone = sum(" " not in first and first.isalpha() for first in firsts) > _MOSTLY * len(firsts)
    return named and alone and not any(any(map(str.isdigit, line)) for line in rest)
