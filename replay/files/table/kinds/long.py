"""Long tables: a row for each runner and point, as timing databases have them, turned into a row for each runner."""

import math
import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from replay.files.missing import is_missing
from replay.files.table.about import About
from replay.files.table.kinds.amounts import metres_in
from replay.files.table.meanings.column import Column, columns_of
from replay.files.table.values.cells import is_clock, is_distance
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import Form, read_cell, read_day
from replay.files.table.wording.headings import FINISH, Heading, Point, Told, read_heading, read_point
from replay.files.table.wording.words import Meaning
from replay.race.events import read_amount
from replay.race.names import fold
from replay.race.race import MILE, Course, Surface

EXPORTED = frozenset({"distance_m", "time_s", "evidence", "range_m"})
"""Headings of the table that `export` writes."""
_REPEATED = 0.75
"""A table in which there are fewer runners than this share of its rows may be a long one."""
_ALIKE = 0.9
_CLOCKS = 0.6


def is_repeated(columns: Sequence[Column]) -> bool:
    """Whether runners stand in several rows each; not so where all are called alike, as in a list without names.

    They may in what `export` writes, also where nobody has more than one time.
    """
    if (exported := _exported(columns)) and len(set(exported["distance_m"].sample)) > 1:
        return True
    counts = Counter(_runners(columns))
    rows = counts.total()
    if len(counts) >= _REPEATED * rows:  # as nearly always
        return False
    alike = len(counts) < 2 or max(counts.values()) > 0.5 * rows
    return not alike or label_column(columns) is not None


def _exported(columns: Sequence[Column]) -> dict[str, Column]:
    """The columns by title, where they are those that `export` writes; else none."""
    by = {column.title: column for column in columns}
    return by if by.keys() >= EXPORTED else {}


def take_race(about: About, columns: Sequence[Column]) -> None:
    """What race it is of which every row of such a table says it is."""
    said = {column.title: column.sample[0] for column in columns if len(set(column.sample)) == 1}
    about.title, about.meeting = said.get("race", about.title), said.get("meeting", about.meeting)
    about.date = read_day(said.get("date", "")) or about.date
    if (track := said.get("track", "")) in set(Surface):
        about.course = Course(Surface(track))


def runner_keys(columns: Sequence[Column]) -> list[int]:
    """A number of its own for each runner, for each row: runners are told apart by bib and name."""
    met: dict[tuple[str, ...], int] = {}
    return [met.setdefault(cells, len(met)) for cells in _runners(columns)]


def _runners(columns: Sequence[Column]) -> Iterator[tuple[str, ...]]:
    parts = [
        column.cells
        for column in columns
        if column.meaning in (Meaning.BIB, Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY)
    ]
    return zip(*parts, strict=True)


def label_column(columns: Sequence[Column]) -> Column | None:
    """The column that says which point a row's time is of: by a name, else by how far it is."""
    if exported := _exported(columns):
        return exported["distance_m"]
    keys = runner_keys(columns)
    differs = [column for column in columns if not _is_constant(column, keys)]  # else it says something of the runner
    found = [column for column in differs if _is_label(column)]
    found = found or [column for column in differs if _says_distance(column) and _is_pointed(column)]
    found = found or [column for column in differs if _is_pointed(column) and column.share(_names_point) > _ALIKE]
    return max(found, key=lambda column: (column.meaning is Meaning.LABEL, column.share(read_point)), default=None)


def _names_point(text: str) -> bool:
    """Whether a cell plainly names a point, whatever heads it: `2.5 km`, `finish`."""
    point = None if is_clock(text) and not is_distance(text) else read_point(text)
    return point is not None and (point.sure or point.finish or point.start) and any(map(str.isalpha, text))


def point_of(text: str, label: Column) -> Point | None:
    """The point that a cell names; a bare number is what the heading counts in: `Lap`, `km`."""
    point = read_point(text)
    if point is None or point.sure:
        return point
    if text.strip() == _AT_FINISH:
        return FINISH
    unit = next((word for word in re.split(r"[\W_]+", label.title.lower()) if word in _UNITS), "")
    if unit and _says_distance(label) and re.fullmatch(r"[\d.,]+", text):
        return Point(read_amount(text, whole=False) * _UNITS[unit])
    named = read_point(label.title)  # `1600m time trial` heads points, and is none of them
    both = filter(None, (read_point(f"{label.title} {text}"), read_point(f"{text} {label.title}")))
    return next((one for one in both if named is None or one.metres != named.metres), point)


_UNITS = {"m": 1.0, "metres": 1.0, "meters": 1.0, "km": 1000.0, "kilometers": 1000.0, "mi": MILE, "miles": MILE}
_AT_FINISH = "9999"
"""The lap that Omega's timing calls the finish."""


def _is_label(column: Column) -> bool:
    may = column.meaning is Meaning.LABEL and column.heading is not None
    may = may or any(heading.meaning is Meaning.LABEL for heading in read_heading(column.title))
    # `400 m` could be minutes, but not where it is a point.
    return (
        may
        and column.share(lambda text: is_clock(text) and not is_distance(text.rstrip("* "))) <= _CLOCKED
        and _is_pointed(column)
    )


_CLOCKED = 0.1


def _is_pointed(column: Column) -> bool:
    """Whether its cells are points."""
    return column.share(lambda text: read_point(text) is not None) >= 0.7 and len(set(column.sample)) > 1


def time_column(columns: Sequence[Column], label: Column) -> Column | None:
    """The column with the time at that point: one that says so, else one whose times differ within a runner's rows."""
    if (exported := _exported(columns)) and "time" in exported:
        return exported["time"]
    said = [column for column in columns if column.meaning is Meaning.SPLIT_TIME]
    others = [
        column
        for column in columns
        if column is not label
        and any(heading.meaning in _MAY_BE_TIMES for heading in read_heading(column.title))
        and (not _says_distance(column) or column.share(is_clock) > 0)  # `km` beside a point's name is how far it is
        and column.share(lambda text: read_cell(text) is not None) > 0.5
    ]
    # Beside when a message came, in which a point's time is told, that has a column of its own.
    may = [*said, *others] if all(column.share(_is_moment) > _CLOCKS for column in said) else said
    keys = runner_keys(columns)
    vary = [column for column in may if not _is_constant(column, keys)]
    vary = [column for column in vary if not any(_is_later(column, other) for other in vary)] or vary
    if not vary:  # as where a passing is told by the time of day alone
        return next((column for column in columns if _is_of_day(column) and not _is_constant(column, keys)), None)
    # Beside `2:48.28` a column may have the same in parts of a second.
    return max(vary, key=lambda column: column.share(is_clock) > _CLOCKS, default=None)


_MAY_BE_TIMES = (Meaning.SPLIT_TIME, Meaning.RESULT, Meaning.LABEL, Meaning.LAPS)
"""`split` and `lap` name points or have their times."""


def _is_of_day(column: Column) -> bool:
    return column.heading is not None and column.heading.told is Told.CLOCK


def _is_later(column: Column, other: Column) -> bool:
    """Whether a column has times of day, and another times since the gun or of laps: hours less in every row."""
    later = [
        seconds - least
        for cell, beside in zip(column.cells[:_ROWS], other.cells, strict=False)
        if (seconds := _seconds(cell)) is not None and (least := _seconds(beside)) is not None
    ]
    return bool(later) and min(later) >= _AN_HOUR


def _seconds(text: str) -> float | None:
    cell = read_cell(text)
    if cell is None:
        return None
    return cell.numbers[0] if cell.form is Form.CLOCK else PLAIN.seconds(cell)


_ROWS = 60
_AN_HOUR = 3600.0


def _is_constant(column: Column, keys: Sequence[int]) -> bool:
    """Whether a column says the same in nearly all rows of a runner."""
    missing = set(filter(is_missing, set(column.cells)))
    first: dict[int, str] = {}
    vary = {
        key
        for key, cell in zip(keys, column.cells, strict=False)
        if cell not in missing and first.setdefault(key, cell) != cell
    }
    return len(first) - len(vary) >= _ALIKE * max(len(first), 1)


def widened(
    columns: Sequence[Column], lines: Sequence[int], label: Column, time: Column
) -> tuple[list[Column], list[int], dict[str, float]]:
    """A row for each runner, in the order in which they are first met, and a column for each point.

    Returns:
        The columns, those of the points understood, the line of each runner's first row, and where another column
        tells how far each point is, the metres by its name.
    """
    keys = runner_keys(columns)
    rows: dict[int, array[int]] = {}  # lists would take as much memory as the table
    for row, key in enumerate(keys):
        if key not in rows:
            rows[key] = array("i")
        rows[key].append(row)
    kept = [column for column in columns if column not in (label, time) and _is_constant(column, keys)]
    of_day = next((c for c in columns if _is_of_day(c) and c is not time and c not in kept), None)
    labels = [text.strip() for text in label.cells]
    points = points_of(labels)
    places = _places(columns, label, labels)
    titles = [column.title for column in kept] + points + ([f"{text} of day" for text in points] if of_day else [])
    evidence = next((column for column in columns if fold(column.title) == "evidence"), None)
    guessed = {row for row, cell in enumerate(evidence.cells) if cell == "estimated"} if evidence is not None else set()
    end = max(points, key=lambda text: _metres_of(text, label), default="") if guessed else None
    ranges = next((column.cells for column in columns if column.title == "range_m"), None)
    # Nobody finished in a time that was worked out, which has a range.
    worked = guessed if ranges is None else {row for row in guessed if ranges[row].strip()}
    labels = ["" if row in worked and text.rstrip("* ") == end else text for row, text in enumerate(labels)]
    made: list[list[str]] = []
    for own in rows.values():
        cells = [next((column.cells[row] for row in own if column.cells[row].strip()), "") for column in kept]
        at = {labels[row].rstrip("* "): row for row in reversed(own)}
        cells += [_marked(time, labels, at.get(text), guessed) for text in points]
        if of_day is not None:
            cells += [of_day.cells[at[text]] if text in at else "" for text in points]
        made.append(cells)
    wide = columns_of(titles, made)
    named = [(text, point_of(text, label) or Point(), places.get(text)) for text in points]
    _take_over(wide, kept, named, of_day=_is_of_day(time))
    return wide, [lines[own[0]] for own in rows.values()], places


def points_of(labels: Iterable[str]) -> list[str]:
    """The points that the rows are of, in the order in which they are first met, without the stars of estimates."""
    named = dict.fromkeys(map(str.strip, labels))
    return list(dict.fromkeys(text.rstrip("* ") for text in named if text and read_point(text) is not None))


def _is_moment(text: str) -> bool:
    cell = read_cell(text)
    return cell is not None and cell.form is Form.CLOCK


def _metres_of(text: str, label: Column) -> float:
    point = point_of(text, label)
    if point is None:
        return 0.0
    return math.inf if point.finish else point.metres or 0.0


def _places(columns: Sequence[Column], label: Column, labels: Sequence[str]) -> dict[str, float]:
    """Metres of each point by its name, where a column beside it says them: the same in every row, and no two alike."""
    for column in columns:
        if column is label or column.share(is_clock) or not _says_distance(column):
            continue
        found: dict[str, set[float]] = {}
        for text, metres in zip(labels, metres_in(column.cells, column.title), strict=True):
            if metres is not None:
                found.setdefault(text.rstrip("* "), set()).add(metres)
        every = [next(iter(metres)) for metres in found.values() if len(metres) == 1]
        if len(every) == len(found) > 1 and len(set(every)) == len(every):
            return {text: next(iter(metres)) for text, metres in found.items()}
    return {}


def _says_distance(column: Column) -> bool:
    return any(heading.meaning is Meaning.DISTANCE for heading in read_heading(column.title))


def _marked(time: Column, labels: Sequence[str], row: int | None, guessed: Collection[int]) -> str:
    """A cell of a point's column; a point with a star has an estimated time, and so has a row that says so."""
    if row is None:
        return ""
    cell = time.cells[row].strip()
    if cell.startswith("~"):
        return cell
    return f"{cell}*" if (labels[row].endswith("*") or row in guessed) and cell and not is_missing(cell) else cell


def _take_over(
    wide: Sequence[Column],
    kept: Sequence[Column],
    points: Sequence[tuple[str, Point, float | None]],
    *,
    of_day: bool,
) -> None:
    """What the columns of a wide table mean: those of the runner as before, those of the points by their labels.

    Args:
        wide: The columns of the wide table.
        kept: The columns of the long table that are in it.
        points: Each point's name, with its metres where another column says them.
        of_day: Whether the times at them are known to be times of day.
    """
    for column in wide:
        if column.index < len(kept):
            column.heading, column.why = kept[column.index].heading, kept[column.index].why
            continue
        number = column.index - len(kept)
        _, point, metres = points[number % len(points)]
        if metres is not None and not point.finish:
            point = Point(metres)
        if number >= len(points):
            column.heading = Heading(Meaning.SPLIT, point, Told.CLOCK)
        elif point.finish:
            column.heading = Heading(Meaning.RESULT, point)
        elif point.start and (of_day or column.share(_is_moment) > _CLOCKS):
            column.heading = Heading(Meaning.START)
        else:
            column.heading = Heading(Meaning.SPLIT, point, Told.CLOCK if of_day else Told.TIME)
        column.why = "a row for each point"
