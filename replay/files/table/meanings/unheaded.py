"""What the columns of a table without headings are, by their cells alone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from replay.files.missing import read_place
from replay.files.table.meanings.column import Column, columns_of
from replay.files.table.meanings.placing import OF_SOME, counts, is_of_some
from replay.files.table.meanings.settling import looks_like_names
from replay.files.table.values.cells import is_clock, is_letters, is_number, is_sex, read_laps
from replay.files.table.values.months import is_day_of_year
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import FINISH, START, Heading, Point
from replay.files.table.wording.words import Meaning
from replay.race.events import events_in
from replay.race.statuses import is_out, read_status


def understand_unheaded(columns: Sequence[Column]) -> None:
    """What the columns of a table without headings are, by their cells alone: place or bib, name, nation, result."""
    _splits_first(columns)
    for column in columns:
        if column.heading is not None or not column.sample or column.share(_is_day) > 0.6:
            continue
        if is_of_some(column):
            column.heading, column.why = Heading(Meaning.IGNORED), OF_SOME
            continue
        if _has_times(column) and not any(other.meaning is Meaning.RESULT for other in columns):
            column.heading = Heading(Meaning.RESULT, FINISH)
        elif column.share(lambda text: len(read_laps(text)) > 1) > _WORDS and column is not columns[0]:
            column.heading = Heading(Meaning.LAPS)
        elif looks_like_names(column) > 0.4 and not any(other.meaning is Meaning.NAME for other in columns):
            column.heading = Heading(Meaning.NAME)
        elif _is_numbered(column) and not any(other.meaning in (Meaning.BIB, Meaning.PLACE) for other in columns):
            started = any(other.meaning is Meaning.START for other in columns)  # who goes first is 1 then
            column.heading = Heading(Meaning.PLACE if _counts_from_one(column) and not started else Meaning.BIB)
        elif _is_bib_behind(column, columns):
            column.heading = Heading(Meaning.BIB)
        else:
            column.heading = next(
                (Heading(meaning) for meaning, test, most in _ALIKE if column.share(test) > most), None
            )
        if column.heading is not None:
            column.why = "by its cells"
    _seconds_last(columns)
    _points_beside(columns)
    _paces(columns)
    _name_in_parts(columns)
    _club_behind(columns)


def _points_beside(columns: Sequence[Column]) -> None:
    """A column that says the same of all, `800`, is where the times behind it were taken."""
    for column, times in pairwise(columns):
        same = set(column.sample) if column.heading is None and len(column.sample) >= _SEVERAL else set[str]()
        match = _POINT.fullmatch(next(iter(same)).strip()) if len(same) == 1 else None
        metres = float(match[1]) * (1000 if match[2] else 1) if match is not None else 0.0
        if metres >= _LEAST and times.meaning is Meaning.SPLIT and times.heading is not None:
            times.heading = replace(times.heading, point=Point(metres))
            column.heading, column.why = Heading(Meaning.IGNORED), "it is where the times behind it were taken"


_POINT = re.compile(r"(\d{1,5}) ?(?:(km?)|m)?", re.IGNORECASE)
_LEAST = 100
"""Metres of a point: fewer are bibs or ages."""


def _splits_first(columns: Sequence[Column]) -> None:
    """Of several columns of times behind the names the last is the result, where the others lead up to it.

    They are times since the start, of which each is later than the one before, or laps that make up the result.
    """
    free = [one for one in columns if one.heading is None or (one.meaning is Meaning.RESULT and one.why != "--column")]
    timed, again = _result_last([column for column in free if _may_be_laps(column)])
    rows = [[plain_seconds(cell) for cell in row] for row in zip(*(column.cells for column in timed), strict=True)]
    whole = [[one for one in row if one is not None] for row in rows if None not in row]
    if len(whole) * 2 < len(rows) or len(whole) < 1 or timed[-1].share(is_clock) < 0.5:
        return
    if len(timed) == 2 and _are_starts(timed[0], [row[0] for row in whole]):
        timed[0].heading, timed[0].why = Heading(Meaning.START, START), "by its cells"
        timed[1].heading, timed[1].why = Heading(Meaning.RESULT, FINISH), "by its cells"
    elif len(timed) == 2:
        _split_and_result(timed[0], timed[1], [(row[0], row[1]) for row in whole])
    if len(timed) < _POINTS:
        return
    rising = all(a < b for row in whole for a, b in pairwise(row))
    if not rising and any(abs(sum(row[:-1]) - row[-1]) > _ROUNDED * len(row) for row in whole):
        return
    if again is not None and not _are_even(whole):
        return
    for number, column in enumerate(timed[:-1], 1):
        column.heading, column.why = Heading(Meaning.SPLIT, Point(number=number, lap=True)), "by its cells"
    timed[-1].heading, timed[-1].why = Heading(Meaning.RESULT, FINISH), "by its cells"
    if again is not None and again is not timed[-1]:
        again.heading, again.why = Heading(Meaning.IGNORED), "it is the result once more"


def _are_even(rows: Sequence[Sequence[float]]) -> bool:
    """Whether times since the start are about as far apart everywhere, but for the first and last stretch."""
    inner = [[two - one for one, two in pairwise(row)][:-1] for row in rows]
    middle = [median(stretch) for stretch in zip(*inner, strict=True)]
    return bool(max(middle) < _UNEVEN * min(middle))


_UNEVEN = 1.8


def _are_starts(column: Column, times: Sequence[float]) -> bool:
    """Whether times are those of the day at which each was started: in whole minutes all of them, from five o'clock on.

    Behind them stands when each came in.
    """
    whole = all(_DAYTIME <= seconds < _MIDNIGHT and seconds % 60 == 0 for seconds in times)
    return whole and len(times) >= _POINTS and column.share(_CLOCK.fullmatch) == 1.0


_CLOCK = re.compile(r"\d{1,2}:\d\d:\d\d")
_DAYTIME, _MIDNIGHT = 5 * 3600.0, 86_400.0


def _split_and_result(first: Column, last: Column, rows: Sequence[tuple[float, float]]) -> None:
    """Of two columns of times the later is the result where all first ones are well before it.

    The first is a split, at the half where it is nearly half of all; where it is the same part of everybody's result it
    is a pace.
    """
    parts = [one / other for one, other in rows if other]
    if len(parts) < _SEVERAL or max(parts) > _WELL_BEFORE:
        return
    last.heading, last.why = Heading(Meaning.RESULT, FINISH), "by its cells"
    if max(abs(one - other * parts[0]) for one, other in rows) > _ROUNDED_PACE:
        half = all(_HALF[0] < part < _HALF[1] for part in parts)
        first.heading, first.why = Heading(Meaning.SPLIT, Point(half=half)), "by its cells"


def _paces(columns: Sequence[Column]) -> None:
    """Times that are the same part of everybody's result are paces: `58:22` and `4:52`, `1:02:01` and `5:10`."""
    result = next((one for one in columns if one.meaning is Meaning.RESULT), None)
    for column in columns if result is not None else ():
        if result is None or column.heading is not None or column.share(is_clock) < _WORDS:
            continue
        both = zip(map(plain_seconds, result.cells), map(plain_seconds, column.cells), strict=True)
        rows = [(far, pace) for far, pace in both if far and pace and pace > _ROUNDED_PACE]
        least = max((far / (pace + _ROUNDED_PACE) for far, pace in rows), default=0.0)
        most = min((far / (pace - _ROUNDED_PACE) for far, pace in rows), default=0.0)
        spread = max((far for far, _ in rows), default=0.0) / min((far for far, _ in rows), default=1.0)
        if len(rows) > _SEVERAL and _OTHERS < least <= most and spread > _SPREAD:
            column.heading, column.why = Heading(Meaning.IGNORED), A_PACE


A_PACE = "it is a pace, by its cells"
_OTHERS = 2.3
"""Of a result and a pace: less is the half of the way, or the time of another clock."""
_SPREAD = 1.03
"""Of the slowest result and the first: where all are alike a part of them tells nothing."""
_WELL_BEFORE = 0.95
"""Of a result: nearer to it a time is that of another clock."""
_HALF = (0.44, 0.53)
"""The part of a result that half of the way takes."""
_ROUNDED_PACE = 1.5
"""Seconds by which a pace may miss its part of a result, as it is rounded."""
_POINTS = 3
"""Columns of times of which the others can be told to lead up to the last."""
_ROUNDED = 0.15
"""Seconds a lap by which laps, taken by hand, may miss the result."""


def _result_last(timed: list[Column]) -> tuple[list[Column], Column | None]:
    """Columns of times, the result last, and the one in front of them that had it, where it is before those on the way.

    Where the last of them is the result once more it is that one which is kept.
    """
    if len(timed) <= _POINTS:
        return timed, None
    rows = [[plain_seconds(cell) for cell in row] for row in zip(*(column.cells for column in timed), strict=True)]
    whole = [[one for one in row if one is not None] for row in rows if None not in row]
    leads = all(row[0] >= row[-1] and all(a < b for a, b in pairwise(row[1:])) for row in whole)
    if not leads or len(whole) * 2 < len(rows):
        return timed, None
    again = all(row[0] == row[-1] for row in whole)
    return (timed[1:] if again else [*timed[1:], timed[0]]), timed[0]


def _may_be_laps(column: Column) -> bool:
    """Whether the cells may be times on the way, some of which may be whole seconds: `15`, `15.4`."""
    return column.share(_may_be_lap) > _WORDS or (
        column.share(_may_be_lap) > _HALF[0]
        and column.share(lambda text: _may_be_lap(text) or _is_whole(text)) > _WORDS
    )


def _may_be_lap(text: str) -> bool:
    return is_clock(text) or is_out(text) or _LAP.fullmatch(text) is not None


def _is_whole(text: str) -> bool:
    return re.fullmatch(r"\d{2,3}", text) is not None


_LAP = re.compile(r"\d{2,3}[.,]\d{1,3}")


def places_apart(columns: Sequence[Column]) -> list[Column]:
    """The columns, one of names that begin with their places, `1. Ada Alfa`, as two."""
    made: list[Column] = []
    for column in columns:
        if made or column.share(_PLACED.fullmatch) < _WORDS or len(column.sample) < _SEVERAL:
            made.append(column)
            continue
        rows = [match.groups() if (match := _PLACED.fullmatch(cell)) else ("", cell) for cell in column.cells]
        made += columns_of(["column 1", "column 1, the name"], rows)
    for index, column in enumerate(made if len(made) > len(columns) else ()):
        column.index = index
    return made


_PLACED = re.compile(r"\s*(=?\d{1,4}=?)\s*[.)]\s*([^\W\d_].*)")
_SEVERAL = 2


def _has_times(column: Column) -> bool:
    """Whether most cells are times, or say why there is none."""
    times = column.share(is_clock)
    told = column.share(lambda text: is_clock(text) or is_out(text))
    seconds = column.share(_SECONDS.fullmatch)  # as of a sprint, in a list of several events
    return times > 0.6 or (times > 0.2 and (told > 0.6 or told + seconds > 0.9))


def _seconds_last(columns: Sequence[Column]) -> None:
    """Where no column has clocks, the last one that has seconds with their parts is the result, as of a sprint."""
    if any(column.meaning is Meaning.RESULT for column in columns):
        return
    for column in reversed(columns):
        if column.heading is None and column.sample and column.share(_SECONDS.fullmatch) > 0.6:
            column.heading, column.why = Heading(Meaning.RESULT, FINISH), "by its cells"
            return


_SECONDS = re.compile(r"\d{1,2}[.,]\d{1,3}")
_DAY = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:\d{2}|(?:19|20)\d{2})|(?:19|20)\d{2}-\d{2}-\d{2}"
)


def _is_day(text: str) -> bool:
    """Whether a cell may be a day, as of birth, `12.03.99`, or one of a year: such are no times, and no names."""
    return _DAY.fullmatch(text) is not None or is_day_of_year(text)


def _name_in_parts(columns: Sequence[Column]) -> None:
    """Where no column has whole names, they are in two of words, the family's in capitals or behind, or in one."""
    words = [
        column
        for column in columns
        if column.heading is None
        and column.share(is_letters) > _WORDS
        and column.share(lambda text: _is_day(text) or next(events_in(text), None) is not None) <= _RACES
        and len(set(column.sample)) > len(column.sample) / 2
    ]
    if any(column.meaning is Meaning.NAME for column in columns) or not words:
        return
    parted = len(words) > 1 and words[1].index == words[0].index + 1 and words[0].share(_is_whole_name) <= _RACES
    named = words[:2] if parted else words[:1]  # behind whole names stand clubs
    meanings = [Meaning.NAME]
    if len(named) > 1:
        first = named[0].share(str.isupper) > _WORDS
        meanings = [Meaning.FAMILY, Meaning.GIVEN] if first else [Meaning.GIVEN, Meaning.FAMILY]
    for column, meaning in zip(named, meanings, strict=True):
        column.heading, column.why = Heading(meaning), "by its cells"


def _is_whole_name(text: str) -> bool:
    return len(text.split()) > 1


_WORDS = 0.9
_RACES = 0.6
"""Of the cells: more that are days, or name races, are of somebody's diary."""
_CLASS = re.compile(
    r"SEN|JUN|MAS|VET|ESP|CAD|MIN|OPEN|U ?\d\d[MFWHD]?|[MFWHDK][ -]?(?:SEN|JUN|[UV]?\d\d)"
    r"|[SVJ]?[MW]\d\d(?:[-–]\d\d)?|V\d\d|SE[MF]|ES[MF]|JU[MF]|CA[MF]|M\d[MF]|V\d[MF]|[MFW] ?\d\d[-–]?\d\d"
)
"""A class of an age, as federations write it: `U23`, `VM40-44`, `M35`, `SEM`."""


_NEARLY_ALL = 0.999
_ALIKE: tuple[tuple[Meaning, Callable[[str], object], float], ...] = (
    (Meaning.NATION, re.compile("[A-Z]{3}").fullmatch, _NEARLY_ALL),
    (Meaning.SEX, is_sex, _NEARLY_ALL),
    (Meaning.CATEGORY, _CLASS.fullmatch, _WORDS),
)
"""What a column has whose cells are alike, the share of them from which on it has."""


def _club_behind(columns: Sequence[Column]) -> None:
    """The first words behind the name that nothing else is: a club, a school or a town, and no year at school."""
    named = [column.index for column in columns if column.meaning in (Meaning.NAME, Meaning.FAMILY, Meaning.GIVEN)]
    for column in columns:
        if named and column.heading is None and column.index > max(named) and column.share(_is_club) > _CLUBS:
            column.heading, column.why = Heading(Meaning.CLUB), "by its cells"
            return


_CLUBS = 0.7


def _is_club(text: str) -> bool:
    return is_letters(text) and sum(map(str.isalpha, text)) >= _LETTERS and read_status(text) is None


_LETTERS = 3
"""Of a club: `SR` is a year at school."""


def _is_counted(text: str) -> bool:
    return is_number(text) or re.fullmatch(r"\d{1,5}\.", text) is not None


def _is_numbered(column: Column) -> bool:
    """Whether all cells are numbers, as of places and bibs, but for those that say why somebody has no place."""
    out = column.share(is_out)
    return column.share(lambda text: _is_counted(text) or is_out(text)) == 1.0 and (not out or _counts_from_one(column))


def _is_bib_behind(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column right behind the places has numbers of which each is once and which do not count."""
    placed = any(other.meaning is Meaning.PLACE and other.index == column.index - 1 for other in columns)
    single = len(set(column.sample)) == len(column.sample) > 1 and column.share(is_number) == 1.0
    high = single and max(map(float, (cell.replace(",", ".") for cell in column.sample))) > _GRADES
    return placed and high and not any(one.meaning is Meaning.BIB for one in columns)


_GRADES = 12
"""Years at school, of which lists of American schools have everybody's behind the place."""


def _counts_from_one(column: Column) -> bool:
    return counts(column) and read_place(column.sample[0]) == 1 and len(column.sample) > 1
