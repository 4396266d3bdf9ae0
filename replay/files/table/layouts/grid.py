"""Text to a table: what parts the cells, where the heading is, and what stands above.

All of it is told by content. Of the ways to part the cells that one is right by which a line becomes the most headings
that are known; above that line stand the title, the day and the like, below it the rows.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from replay.files.cleaning import clean_text
from replay.files.missing import is_missing
from replay.files.table.layouts.below import with_splits_below
from replay.files.table.layouts.beside import below_one_another, names_over, unheaded_below_one_another
from replay.files.table.layouts.blocks import in_blocks
from replay.files.table.layouts.broken import whole_rows
from replay.files.table.layouts.cards import one_row_each
from replay.files.table.layouts.class_lines import CLASS_TITLES, names_class, with_classes
from replay.files.table.layouts.commented import comments_of
from replay.files.table.layouts.cutting import (
    DELIMITERS,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_LINES,
    NoTable,
    Row,
    has_markup,
    parted_rows,
    too_wide,
    without_blank_columns,
)
from replay.files.table.layouts.even import EvenRows, even_rows
from replay.files.table.layouts.heats import between_heats, with_heats
from replay.files.table.layouts.markup import unmarked
from replay.files.table.layouts.noted import note_above, note_around, said_below
from replay.files.table.layouts.number_row import heads_days, heads_points
from replay.files.table.layouts.row_beside import with_distances, with_words
from replay.files.table.layouts.sections import in_sections, with_sexes, with_statuses
from replay.files.table.layouts.teams import team_lines
from replay.files.table.layouts.transposed import are_laps, is_of_point, names_across, on_its_side, transposed
from replay.files.table.layouts.two_headings import merged, over_another
from replay.files.table.layouts.unit_row import with_units
from replay.files.table.values.cells import is_clock
from replay.files.table.values.guarded import has_guards, unguarded_rows
from replay.files.table.values.months import day_in
from replay.files.table.values.times import WORDED_DAY, Form, read_cell
from replay.files.table.wording.headings import Heading, read_heading
from replay.files.table.wording.likeliest import means
from replay.files.table.wording.words import Meaning
from replay.race.events import event_seconds
from replay.race.statuses import is_out, read_status

_ABOVE = 40
"""Lines among which the heading is looked for."""


@dataclass(slots=True)
class Grid:
    """The rows of a table below its heading, and what stands above."""

    titles: list[str]
    """The headings; `column 3` where there is none."""
    rows: Sequence[Row]
    """Cells as they stand in the file, a list for each row; they may be fewer or more than the titles."""
    lines: Sequence[int]
    """The line of each row."""
    line: int = 1
    """The line of the heading."""
    headed: bool = True
    """Whether there is a heading; else the titles are numbers."""
    comments: dict[str, str] = field(default_factory=dict)
    """What lines above the heading say as `key: value`, by key in lower case."""
    above: list[Row] = field(default_factory=list)
    """The other lines above the heading."""
    runner: dict[str, str] = field(default_factory=dict)
    """What is said of the one runner of whom it tells, by the headings of columns."""
    teams: tuple[int, ...] = ()
    """The lines of a table of teams below that of the runners, which are left out."""
    delimiter: str = ""
    """What parts the cells."""
    encoding: str = ""
    """Of the text."""

    @property
    def parted_by(self) -> str:
        """The same in words."""
        return DELIMITERS.get(self.delimiter, repr(self.delimiter))


def read_grid(text: str, delimiter: str | None = None) -> Grid:
    """The rows of a text.

    Args:
        text: The whole text.
        delimiter: What parts the cells, where the user says so.

    Raises:
        NoTable: There is no table in it, or one that is too large.
    """
    if (count := text.count("\n")) > MOST_LINES:
        raise NoTable(f"the table has {count:,} lines, and at most {MOST_LINES:,} are read")
    text = unmarked(text)
    comments, start, named, remarks = comments_of(text, _known)
    body = text[start:]
    first = text.count("\n", 0, start) + 1
    parted = delimiter or named or _delimiter(body)
    if (count := body.count(parted)) > MOST_CELLS:
        raise NoTable(f"the table has {count:,} cells, and at most {MOST_CELLS:,} are read", first)
    guarded = has_guards(body)
    even = even_rows(body, parted) if not guarded and not has_markup(body) else None
    if even is not None:
        grid = grid_of(even, range(first, first + len(even)))
    else:
        rows, lines = parted_rows(body, parted, first)
        grid = grid_of(unguarded_rows(rows) if guarded else rows, lines)
    grid.comments = {**comments, **grid.comments}
    grid.above = [*([remark] for remark in remarks), *grid.above]
    grid.delimiter = parted
    return grid


def grid_of(rows: Sequence[Row], lines: Sequence[int]) -> Grid:
    """The table in rows of cells, as a text or a workbook has them.

    Raises:
        NoTable: There is none.
    """
    if not rows:
        raise NoTable("there is no row in it")
    rows, lines = one_row_each(without_blank_columns(rows), lines)
    at = _heading(rows)
    first = next((number for number, row in enumerate(rows[:_ABOVE]) if _filled(row) > 1), 0)
    if at is None and (_is_foreign(rows[first:]) or names_across(rows[first:])):
        at = first
    if at is None and (turned := transposed(rows)) is not None:
        rows, lines, at = turned, [lines[0]] * len(turned), 0
    elif at is not None and len(rows) < _CITY and (turned := on_its_side(rows)) is not None:
        rows, at = [*rows[:first], *turned], first
        lines = [*lines[:first], *[lines[first]] * len(turned)]
    if at is None:
        return _unheaded(rows, lines)
    even = isinstance(rows, EvenRows)  # no row of it is a caption, or broken
    teams = () if even or len(rows) >= _CITY else tuple(team_lines([_caption(row) for row in rows[at:]]))
    if teams:
        kept = [number for number in range(len(rows)) if number - at not in teams]
        teams = tuple(lines[at + number] for number in teams)
        rows, lines = [rows[number] for number in kept], [lines[number] for number in kept]
    rows, lines, at = (rows, lines, at) if even else _with_captions(rows, lines, at)
    titles = [clean_text(title) for title in rows[at]]
    over = names_over(titles, rows[max(at - 1, 0)])
    titles, count = (titles, 1) if over else merged(rows, at, titles)
    titles, count, below = _with_rows_beside(rows, at, titles, count, over)
    rows_below: tuple[Sequence[Row], Sequence[int]] = (rows[below:], lines[below:])
    if stacked := below_one_another(titles, *rows_below, over) or with_splits_below(titles, *rows_below):
        even, titles, rows_below = False, stacked[0], stacked[1:]
    said = 0 if even else said_below(rows_below[0])
    rows_below = (rows_below[0][said:], rows_below[1][said:]) if said else rows_below
    grid = Grid(titles, *(rows_below if even else whole_rows(*rows_below, len(titles))), lines[at])
    for row in rows[below : below + said]:
        note_above(grid.comments, grid.above, row)
    note_around(grid.comments, grid.above, rows[: at - count], () if even else rows_below[0])
    grid.teams = teams
    if len(titles) > MOST_COLUMNS:
        raise too_wide(len(titles), lines[at])
    _set_index_apart(grid)
    return grid


def _with_rows_beside(
    rows: Sequence[Row], at: int, titles: list[str], count: int, over: Sequence[str]
) -> tuple[list[str], int, int]:
    """The headings with what the rows above and below say of them; how many above do, and where the runners begin."""
    below = at + 1
    if not count and at and (told := with_distances(titles, rows[at - 1])) is not None:
        return told, 1, below
    if below == len(rows):
        return titles, count, below
    row = rows[below]
    told = (None if over else over_another(titles, row)) or with_units(titles, row)
    told = told or with_words(titles, row) or with_distances(titles, row)
    return (told, count, below + 1) if told else (titles, count, below)


_CITY = 20_000
"""Rows of a race so large that no teams are scored below it."""


def _caption(row: Row) -> str | None:
    """What a row says that has one cell with anything in it; None for any other."""
    filled = [cell for cell in row if cell.strip()]
    return clean_text(filled[0]) if len(filled) == 1 else None


def _with_captions(rows: Sequence[Row], lines: Sequence[int], at: int) -> tuple[Sequence[Row], Sequence[int], int]:
    """The rows with what lines between them say of those below in columns of its own, and which is the heading."""
    if (blocks := in_blocks(rows, lines, at, _known)) is not None:
        at = blocks[0]
        return [*rows[:at], *blocks[1]], [*lines[:at], *blocks[2]], at
    for parted in (_by_status, _by_section, with_heats):
        if (made := parted(rows, lines, at)) is not None:
            of_classes = made[0][0][-1] in CLASS_TITLES  # what stands above the first list names no event
            above = [[""] if of_classes and names_class(_caption(row) or "") else row for row in rows[:at]]
            rows, lines = [*above, *made[0]], [*lines[:at], *made[1]]
    return rows, lines, at


def _by_status(rows: Sequence[Row], lines: Sequence[int], at: int) -> tuple[list[Row], list[int]] | None:
    """The rows with a column of statuses, where lines between them say who did not finish, and no column does."""
    told = any([heading.meaning for heading in found] == [Meaning.STATUS] for found in _read(rows[at]))
    return None if told else with_statuses(rows, lines, at)


def _by_section(rows: Sequence[Row], lines: Sequence[int], at: int) -> tuple[list[Row], list[int]] | None:
    """The rows with a column of events, or of sexes, where lines between them begin another list."""
    return in_sections(rows, lines, at, _known) or _by_class(rows, lines, at) or _by_sex(rows, lines, at)


def _by_class(rows: Sequence[Row], lines: Sequence[int], at: int) -> tuple[list[Row], list[int]] | None:
    """The rows with a column of classes, where lines between them name these, and no column does."""
    told = {found[0].meaning for found in _read(rows[at]) if found}
    return None if Meaning.CATEGORY in told else with_classes(rows, lines, at, sexes=Meaning.SEX not in told)


def _by_sex(rows: Sequence[Row], lines: Sequence[int], at: int) -> tuple[list[Row], list[int]] | None:
    """The rows with a column of sexes, where lines between them say whose they are, and no column does."""
    told = any(heading.meaning is Meaning.SEX for found in _read(rows[at]) for heading in found[:1])
    return None if told else with_sexes(rows, lines, at)


def _read(titles: Row) -> list[tuple[Heading, ...]]:
    return [read_heading(clean_text(cell)) for cell in titles]


def _unheaded(rows: Sequence[Row], lines: Sequence[int]) -> Grid:
    """The table without headings; lines of one cell ahead of the others are titles."""
    if (stacked := unheaded_below_one_another(rows, lines)) is not None:
        rows, lines = stacked
    first = next((at for at, row in enumerate(rows[:_ABOVE]) if _filled(row) > 1 and not _is_dated(row)), 0)
    if first and (sided := with_sexes(rows, lines, first - 1)) is not None:
        rows, lines = [*rows[:first], *sided[0][1:]], [*lines[:first], *sided[1][1:]]
    width = rows.width if isinstance(rows, EvenRows) else max(map(len, rows))
    titles = [f"column {number}" for number in range(1, width + 1)]
    parted = None if isinstance(rows, EvenRows) else _in_events(titles, rows, lines, first)
    if parted is not None:
        return parted
    if not isinstance(rows, EvenRows) and (heats := between_heats(rows, lines, first)) is not None:
        titles = heats[0][0]
        rows, lines = [*rows[:first], *heats[0][1:]], [*lines[:first], *heats[1][1:]]
    grid = Grid(list(titles), rows[first:], lines[first:], headed=False)
    for row in rows[:first]:
        note_above(grid.comments, grid.above, row)
    return grid


def _in_events(titles: list[str], rows: Sequence[Row], lines: Sequence[int], first: int) -> Grid | None:
    """The table without headings of several events, each below its name, with a column of events; None for others."""
    whole, numbers = [*rows[:first], titles, *rows[first:]], [*lines[:first], lines[first], *lines[first:]]
    sections = in_sections(whole, numbers, first, lambda _: 0.0)
    if sections is None:
        return None
    (titles, *made), (_, *numbers) = sections
    return Grid(list(titles), made, numbers, headed=False)


def _delimiter(body: str) -> str:
    """What parts the cells: as which the most headings are known, else which parts the lines most evenly."""
    head = body[:60_000]
    found: list[tuple[tuple[float, float], str]] = []
    wide = ","
    for sign in DELIMITERS:
        try:
            rows = parted_rows(head, sign, 1, most=_ABOVE * 3)[0] if sign in head else []
        except NoTable:
            wide = sign  # of too many columns
            continue
        widths = [len(row) for row in rows]
        heads = [(_known(row), at) for at, row in enumerate(rows[:_ABOVE]) if widths[at] > 1]
        heads = [(worth, at) for worth, at in heads if _is_enough(worth, rows[at])]  # `Bo Beta, Jr., 81` has 1.0
        known = max([0.0, *(worth for worth, at in heads if worth >= _SEVERAL or _is_above_cells(widths[at:]))])
        often = max(Counter(width for width in widths if width > 1).values(), default=0)
        found += [((known, often / len(rows)), sign)] if rows else []
    return max(found)[1] if found else wide


def _is_above_cells(widths: Sequence[int]) -> bool:
    """Whether most lines below one have several cells too, as they do not below a title that has a comma."""
    below = widths[1:_NEXT]
    return 2 * sum(width > 1 for width in below) >= len(below)


_NEXT = 6
_SEVERAL = 2.0
"""Of headings, more than a title has by chance."""


def _known(row: Sequence[str]) -> float:
    """How much a row looks like a heading: cells that are known words, less those that are values."""
    worth = 0.0 if not is_of_point(row) and not are_laps(row) else -float(len(row))
    bare: list[float] = []
    for cell in row if len(row) <= _LOOKED else (*row[: _LOOKED // 2], *row[-_LOOKED // 2 :]):
        headings = read_heading(clean_text(cell)) if len(cell) < 60 else ()
        if headings and not is_out(cell):  # `Giles,DNF` is no heading
            point = headings[0].point
            worth += 1.0 if headings[0].sure and (point is None or point.sure) else 0.3
            bare += [point.metres] if point is not None and point.metres and not point.sure else []
        elif _is_value(cell):
            worth -= 0.7
    falls = sum(after < before for before, after in pairwise(bare))
    return worth - len(bare) if falls > len(bare) / 2 else worth  # points lie farther on, each of them


_LOOKED = 200
"""Cells of a row that are looked at: the names come first, and the results last."""


def _is_value(cell: str) -> bool:
    text = cell.strip()
    if WORDED_DAY.fullmatch(text) is not None:
        return True
    if text[-1:].lower() in "hd." and event_seconds(text) is not None:
        return False  # `6h` heads a column with how far everybody was by then
    found = read_cell(text) if text else None
    return found is not None and (found.form is not Form.PLAIN or not text.isdigit())


def _heading(rows: Sequence[Row]) -> int | None:
    """Which row is the heading; None where none is."""
    several = [_filled(row) > 1 for row in rows[:_ABOVE]]
    below = several[(*several, True).index(True) :]
    wide = len(below) > 1 and 2 * sum(below) > len(below)
    worth = [_known(row) if not wide or _filled(row) > 1 else 0.0 for row in rows[:_ABOVE]]
    for at, row in enumerate(rows[: len(worth)]):
        if heads_days(row) or heads_points(row, rows[at + 1 :]):
            worth[at] = max(worth[at], _SEVERAL)
    if len(rows) > 1 and worth[0] >= 1.0 and _filled(rows[0]) < _filled(rows[1]) and _is_dated(rows[0]):
        worth[0] = 0.0  # `Spring Open 5000m, 12/4/25`
    best = max(worth)
    if best < 1.0:
        return None
    named = (number for number, row in enumerate(rows[: len(worth)]) if worth[number] == best and _names_runners(row))
    at = next(named, worth.index(best))  # `Half marathon 21,1 km` is known by two words, too
    return at if _is_enough(best, rows[at]) else None


def _names_runners(row: Row) -> bool:
    return any(found[0].sure and found[0].meaning is Meaning.NAME for found in _read(row) if found)


def _is_enough(worth: float, row: Row) -> bool:
    """Whether what is known of a row makes it a heading: `Name,400,800,1200` has 1.9."""
    return worth >= min(1.75, 0.45 * _filled(row))


def _is_dated(row: Row) -> bool:
    """Whether a row has a day and no time, and begins with no place: a title, `Mile, 12 June 2024`."""
    if row[0].strip().isdecimal() or any(is_clock(cell.strip()) for cell in row):
        return False
    return any(day_in(cell) for cell in (*row, ", ".join(row)))


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def _is_foreign(rows: Sequence[Row]) -> bool:
    """Whether the first row is a heading in words that are not known: none is a time, while times stand below."""
    first = [cell.strip() for cell in rows[0]]
    worded = all(any(map(str.isalpha, cell)) and not _is_value(cell) for cell in first if cell)
    if len(rows) < 2 or sum(map(bool, first)) < _FEWEST or not worded:
        return False
    timed = [at for at, cell in enumerate(rows[1]) if set(cell) & set(":.,") and _is_value(cell)]
    heads = [first[at] for at in timed if at < len(first) and first[at]]
    return any(not is_missing(head) and read_status(head) is None for head in heads)


_FEWEST = 3
"""Cells of a row that may be a heading."""


def _set_index_apart(grid: Grid) -> None:
    """Rows of one cell more than the heading, whose first counts them: as R writes tables."""
    few = grid.rows[:50]
    width = len(grid.titles)
    if len(few) < 2 or any(len(row) != width + 1 for row in few) or not few[0][0].strip().isdigit():
        return
    if means(grid.titles[0], (Meaning.BIB, Meaning.PLACE)):
        return
    start = int(few[0][0])
    if [row[0].strip() for row in few] == [str(number) for number in range(start, start + len(few))]:
        grid.titles.insert(0, "")
