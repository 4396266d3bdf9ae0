"""What the headings of points mean beside one another, where each by itself says less than all of them.

`K5`, `K10`, `K15` are kilometres and no controls; `Last 300m` is the end of the race; `Split 1 Distance` says in its
cells where `Split 1 Time` was taken.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from replay.files.missing import is_missing
from replay.files.table.meanings.column import Column
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import Heading, Point, plain_title
from replay.files.table.wording.words import Meaning, phrases
from replay.race.events import event_metres

_KILOMETRES = re.compile(r"k\W?(\d{1,3})")
_LAST = frozenset(
    phrases(
        """last, final, letzte, letzten, letzter, dernier, derniers, derniere, ultimo, ultimos, ultima, ultimi,
        ostatnie,
    laatste, sista, siste, sidste, viimeiset, viimeinen, posledni, ostatni, utolso, son, ultimul, τελευταια,
    последние, последнии, останні, ラスト, 最后, 마지막"""
    )
)
"""What is said of a stretch that ends where the race does."""


def settle_points(columns: Sequence[Column]) -> None:
    """Set what the headings of points mean where other headings, or the cells beside, tell more."""
    _settle_years(columns)
    _settle_halves(columns)
    _settle_counted(columns)
    _settle_kilometres(columns)
    _settle_metres(columns)
    _settle_last(columns)
    _settle_beside(columns)
    _settle_results(columns)


def _settle_years(columns: Sequence[Column]) -> None:
    """`2023`, `2024`, `2025` are years, of each of which a race is told."""
    years = {column.index: int(column.title) for column in columns if _YEAR.fullmatch(column.title.strip())}
    if not any(year + 1 in years.values() for year in years.values()):
        return
    for column in columns:
        if column.index in years:
            column.heading, column.why = None, "it is a year"


def _settle_halves(columns: Sequence[Column]) -> None:
    """`H1` and `H2` are the halves of a race where hurdles would take minutes; the second is no time on the way."""
    found = {_plain(column): column for column in columns if _HALF.fullmatch(_plain(column))}
    first, second = found.get("h1"), found.get("h2")
    if len(found) > 2 or first is None or first.share(_takes_minutes) < _ALL:
        return
    first.heading = Heading(Meaning.SPLIT, Point(half=True))
    if second is not None:
        second.heading, second.why = None, "it is the second half"


def _settle_metres(columns: Sequence[Column]) -> None:
    """`lap50` beside `lap100`, `lap150` is at 50 m, and no fiftieth lap."""
    found = {match[1]: column for column in columns if (match := _METRES.fullmatch(_plain(column)))}
    for word, column in found.items():
        series = {f"{word}{metres}" for metres in (100, 150)} | {f"{word} {metres}" for metres in (100, 150)}
        if len(series & {_plain(one) for one in columns}) == _BESIDE:
            column.heading = Heading(Meaning.SPLIT, Point(50.0, sure=False))


_METRES = re.compile(r"([a-z]+) ?50")
_BESIDE = 2


def _takes_minutes(text: str) -> bool:
    cell = read_cell(text)
    return is_missing(text) or (cell is not None and (PLAIN.seconds(cell) or 0.0) >= _MINUTES)


_HALF = re.compile(r"h\d{1,2}")
_ALL = 1.0
_MINUTES = 90.0


_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")


def _settle_kilometres(columns: Sequence[Column]) -> None:
    found = {column.index: int(match[1]) for column in columns if (match := _KILOMETRES.fullmatch(_plain(column)))}
    if not found or any(number % _FIFTH for number in found.values()):
        return
    for column in columns:
        if column.index in found and column.meaning is Meaning.SPLIT:
            _place(column, found[column.index] * 1000.0)


_FIFTH = 5


def _settle_counted(columns: Sequence[Column]) -> None:
    """`1` … `12` beside `200` are the numbers of laps, and the other one is in metres."""
    bare = {int(column.title): column for column in columns if _is_bare_point(column)}
    laps = [number for number in sorted(bare) if number < _TOO_MANY]
    if len(laps) < _FEWEST_LAPS or laps != list(range(1, len(laps) + 1)) or len(laps) == len(bare):
        return
    for number in laps:
        bare[number].heading = Heading(Meaning.SPLIT, Point(number=number, lap=True))


def _is_bare_point(column: Column) -> bool:
    return column.meaning is Meaning.SPLIT and column.title.strip().isdecimal() and column.why != "--column"


_FEWEST_LAPS = 3
_TOO_MANY = 100
"""A number that is none of laps beside others, but of metres."""


def _settle_last(columns: Sequence[Column]) -> None:
    for column in columns:
        point = column.heading.point if column.heading is not None and column.meaning is Meaning.SPLIT else None
        if point is not None and point.metres is not None and not _LAST.isdisjoint(_plain(column).split()):
            column.heading, column.why = None, "it is the end of the race"


def _settle_beside(columns: Sequence[Column]) -> None:
    """Columns of distances, each the same in all its rows, beside columns of times of the same number."""
    points = (column.heading.point for column in columns if column.heading is not None)
    timed = {point.number for point in points if point is not None and point.metres is None}
    far: dict[int, float] = {}
    for column in columns:
        says = _number(column) in timed and _IN_METRES.search(_plain(column)) is not None  # `400 m` is a point itself
        says = says or column.meaning in (Meaning.DISTANCE, Meaning.LABEL)
        if says and (number := _number(column)) and (metres := _one_distance(column)):
            far[number] = metres
            column.heading, column.why = None, "it says where a time was taken"
    for column in columns:
        point = column.heading.point if column.heading is not None and column.meaning is Meaning.SPLIT else None
        if point is not None and point.metres is None and point.number in far and len(far) > 1:
            _place(column, far[point.number])


_IN_METRES = re.compile(r"\d (?:m|km|metres|meters|dist|distance)$")
"""How a heading ends whose cells may be distances: `split_1_m`."""


def _settle_results(columns: Sequence[Column]) -> None:
    """Of several `Time`, each with how far it was of, the farthest is the result, and the others were on the way."""
    told = [
        (column, point.metres)
        for column in columns
        if column.meaning is Meaning.RESULT and column.heading is not None
        if (point := column.heading.point) is not None and point.metres is not None
    ]
    farthest = max((metres for _, metres in told), default=0.0)
    for column, metres in told:
        if metres < farthest:
            column.heading = Heading(Meaning.SPLIT, Point(metres=metres))


def _number(column: Column) -> int:
    match = re.search(r"\d{1,3}", column.title)
    return int(match[0]) if match is not None else 0


def _one_distance(column: Column) -> float | None:
    cells = set(column.sample)
    if len(cells) != 1:
        return None
    text = cells.pop()
    bare = _BARE.fullmatch(text)
    if bare is not None:
        amount = float(text.replace(",", "."))
        return amount if amount >= _METRES_FROM else amount * 1000.0
    try:
        return event_metres(text)
    except ValueError:
        return None


_BARE = re.compile(r"\d{1,6}(?:[.,]\d{1,3})?")
_METRES_FROM = 100.0
"""From so many on a number without a unit is of metres, below it of kilometres."""


def _place(column: Column, metres: float) -> None:
    if column.heading is not None and column.heading.point is not None:
        point = replace(column.heading.point, metres=metres, number=None, lap=False, sure=True)
        column.heading = replace(column.heading, point=point)


def _plain(column: Column) -> str:
    return plain_title(column.title)
