"""What columns mean beside one another: names in parts, teams, points with places, rounds before the final."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from replay.files.table.meanings.column import Column
from replay.files.table.meanings.nations import settle_nations
from replay.files.table.meanings.placing import ROWS, place_by_cells, settle_places, settle_ranks
from replay.files.table.values.cells import is_clock, is_letters, is_number
from replay.files.table.values.notations import plain_seconds, read_as
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import FINISH, Heading, Point, read_heading, read_point
from replay.files.table.wording.words import Meaning
from replay.race.events import HALF_MARATHON, MARATHON
from replay.race.names import fold
from replay.race.race import MILE

TEAM = "a team is the entry"
"""Why a column of clubs or nations is taken for the names."""
RESULTS = frozenset({Meaning.RESULT, Meaning.NET, Meaning.GUN})
TIMED = RESULTS | {Meaning.SPLIT, Meaning.SPLIT_TIME}


def settle(columns: Sequence[Column]) -> None:
    """What columns mean beside one another: names, teams, and what is left where no heading told."""
    _settle_only_time(columns)
    _settle_metres(columns)
    _settle_decimals(columns)
    settle_ranks(columns)
    settle_places(columns)
    _settle_paces(columns)
    _settle_rounds(columns)
    _settle_halves(columns)
    _settle_distances(columns)
    settle_nations(columns)
    by = _by_meaning(columns)
    if Meaning.PLACE not in by:
        place_by_cells(columns, next((column for column in columns if column.meaning in RESULTS), None))
    _settle_names(by)
    by = _by_meaning(columns)
    if not (Meaning.NAME in by or Meaning.FAMILY in by or Meaning.GIVEN in by):
        _name_by_cells(columns, by)
    if not any(_is_measured(column) for column in columns):
        _time_by_gaps(columns)
        _time_by_cells(columns)
    elif not any(column.meaning in RESULTS for column in columns):
        _time_by_gaps(columns)
        if not any(column.meaning in RESULTS for column in columns):
            _result_by_cells(columns)


def _settle_only_time(columns: Sequence[Column]) -> None:
    """A time that a program has numbered, `TIME1`, is the result where no other time is beside it."""
    timed = [column for column in columns if column.meaning in TIMED]
    if len(timed) == 1 and timed[0].why != "--column" and _FIRST_TIME.fullmatch(fold(timed[0].title)) is not None:
        timed[0].heading, timed[0].why = read_heading("Time")[0], "it is the only time"


_FIRST_TIME = re.compile(r"(?:time|zeit|temps|tiempo|tempo) ?0?1")


def _settle_metres(columns: Sequence[Column]) -> None:
    """`10m`, `20m` … are metres or miles, and all of them are the same: as which somebody runs them so fast."""
    small = {
        column.index: float(match[1])
        for column in columns
        if column.meaning is Meaning.SPLIT and (match := _LETTER_M.search(column.title.casefold())) is not None
    }
    told = [column for column in columns if column.index in small]
    if not small or min(small.values()) >= _MILES_BELOW:
        return
    worth = {
        unit: sum(
            read_as(filter(None, map(read_cell, column.sample[:ROWS])), small[column.index] * unit)[1]
            for column in told
        )
        for unit in (1.0, MILE)
    }
    if max(small.values()) < _MILES_BELOW and worth[MILE] > 0:
        return  # as headings are read by themselves
    unit = 1.0 if worth[1.0] > _LIKELY * len(told) else MILE
    for column in told:
        point = column.heading.point if column.heading is not None else None
        if column.heading is not None and point is not None:
            metres = {13.1: HALF_MARATHON, 26.2: MARATHON}.get(small[column.index], small[column.index] * unit)
            column.heading = replace(column.heading, point=replace(point, metres=metres))


def _settle_decimals(columns: Sequence[Column]) -> None:
    """`0.4`, `0.8`, `1.2` are kilometres, where so many are run as fast as people run, and as many miles are not."""
    told = {
        column.index: float(column.title.strip().replace(",", "."))
        for column in columns
        if column.meaning is Meaning.SPLIT and column.why != "--column" and _DECIMAL.fullmatch(column.title.strip())
    }
    known = [column for column in columns if column.index in told]
    if any(column.meaning is Meaning.SPLIT and column.title.strip().isdecimal() for column in columns):
        return  # all of them together tell their unit later
    if len(known) < _FEWEST_POINTS or any(round(10 * far) % 31 == 0 or far in _IN_MILES for far in told.values()):
        return
    worth = {
        unit: [
            read_as(filter(None, map(read_cell, column.sample[:ROWS])), told[column.index] * unit)[1]
            for column in known
        ]
        for unit in (1000.0, MILE)
    }
    if min(worth[1000.0]) <= _LIKELY or max(worth[MILE]) > _LIKELY:
        return
    for column in known:
        if column.heading is not None and column.heading.point is not None:
            point = replace(column.heading.point, metres=round(told[column.index] * 1000.0, 3), sure=True)
            column.heading = replace(column.heading, point=point)


_DECIMAL = re.compile(r"\d{1,2}[.,]\d{1,3}")
_IN_MILES = frozenset({6.2, 9.3, 13.1, 26.2})
_FEWEST_POINTS = 2
_LETTER_M = re.compile(r"(?<![\w.,])(\d{1,3}(?:\.\d)?) ?m\b(?![/.]?h)")
_MILES_BELOW = 50.0
"""From so many on an `m` by itself is a metre."""
_LIKELY = 0.5


def _settle_paces(columns: Sequence[Column]) -> None:
    """Of two times at a point one may be the pace until there: `5 km Tempo` beside `5 km`."""
    by: dict[float, list[Column]] = {}
    for column in columns:
        point = column.heading.point if column.heading is not None and column.meaning is Meaning.SPLIT else None
        if point is not None and point.metres is not None and point.sure and column.why != "--column":
            by.setdefault(point.metres, []).append(column)
    for metres, beside in by.items():
        for column in beside:
            if any(_is_pace(column, other, metres) for other in beside if other is not column):
                column.heading, column.why = None, "its cells are paces"


def _is_pace(column: Column, other: Column, metres: float) -> bool:
    """Whether the cells of a column are about the other's times for each kilometre, or each mile."""
    pairs = [
        (pace, seconds)
        for cell, beside in zip(column.cells[:ROWS], other.cells[:ROWS], strict=True)
        if (pace := plain_seconds(cell)) and (seconds := plain_seconds(beside)) and pace < seconds / _PACES_FROM
    ]
    for unit in (1000.0, MILE):
        near = [abs(pace * metres / unit / seconds - 1) < _AS_ON_AVERAGE for pace, seconds in pairs]
        if near and sum(near) > _MOST * len(near):
            return True
    return False


_PACES_FROM = 1.8
_AS_ON_AVERAGE = 0.25
"""The share by which the pace of a stretch differs from that until its end."""
_MOST = 0.8


def _settle_halves(columns: Sequence[Column]) -> None:
    """`Media` is a mean, or half of the race where its times are about half of the results."""
    results = [column for column in columns if column.meaning in RESULTS]
    for column in columns if results else ():
        if fold(column.title) in _HALVES and column.meaning is Meaning.IGNORED and column.share(is_clock) > _CLOCKS:
            pairs = zip(column.cells[:ROWS], results[0].cells, strict=False)
            shares = [one / two for a, b in pairs if (one := plain_seconds(a)) and (two := plain_seconds(b))]
            if shares and sum(_LEAST_HALF < share < 1 - _LEAST_HALF for share in shares) > _MOST * len(shares):
                column.heading, column.why = Heading(Meaning.SPLIT, Point(half=True)), "its times are of half the race"


_HALVES = frozenset(("media", "meia", "mitad", "demi", "moyenne", "medio"))
_LEAST_HALF = 0.4


def _settle_rounds(columns: Sequence[Column]) -> None:
    """A `Semi` beside `Heat` or `Final` is no half of the race but another one."""
    rounds = [column for column in columns if fold(column.title) in _ROUNDS]
    semis = [column for column in columns if fold(column.title) == "semi" and column.meaning is Meaning.SPLIT]
    for column in semis if rounds else ():
        column.heading, column.why = None, "it is of another round"


_ROUNDS = frozenset({"heat", "heats", "final", "prelim", "prelims", "round 1", "quarter", "quarterfinal"})


def _settle_distances(columns: Sequence[Column]) -> None:
    """A result that is `231.520 km` is how far somebody came."""
    for column in columns:
        if column.meaning is Meaning.RESULT and column.share(_THOUSANDS.fullmatch) > _MOSTLY_FAR:
            column.heading, column.why = Heading(Meaning.DISTANCE), "its cells are distances"
        elif column.heading is None and column.share(lambda text: _AS_FAR.fullmatch(text)) > 0.6:
            said = read_heading(column.title)
            if said and said[0].meaning in TIMED:
                column.heading, column.why = Heading(Meaning.DISTANCE), "its cells are distances"


_THOUSANDS = re.compile(r"\d{1,3}[.,' ]\d{3} ?m\.?")
"""Metres, and no minutes with three decimals: `17.842 m`."""
_MOSTLY_FAR = 0.9
_AS_FAR = re.compile(r"\d[\d.,' ]*(?:km|mi|miles?|m|k)\.?", re.IGNORECASE)


def _by_meaning(columns: Sequence[Column]) -> dict[Meaning, list[Column]]:
    by: dict[Meaning, list[Column]] = {}
    for column in columns:
        if column.heading is not None:
            by.setdefault(column.meaning, []).append(column)
    return by


def _settle_names(by: Mapping[Meaning, Sequence[Column]]) -> None:
    """`Name` beside `Vorname` is the family's, beside `Surname` the given one, unless it holds both."""
    names = by.get(Meaning.NAME, ())
    given, family = by.get(Meaning.GIVEN, ()), by.get(Meaning.FAMILY, ())
    if not names or bool(given) == bool(family):
        if names and given:
            _settle_wholes(names, given, family)
        return
    part = (*given, *family)[0]
    name = names[0]
    whole = sum(1 for one, two in zip(name.cells, part.cells, strict=True) if two.strip() and two.strip() in one)
    if whole > 0.5 * len(name.cells):
        part.heading, part.why = None, "the name is there as a whole"
    else:
        name.heading = Heading(Meaning.FAMILY if given else Meaning.GIVEN)
        name.why = f"beside {part.title!r}"


def _settle_wholes(names: Sequence[Column], given: Sequence[Column], family: Sequence[Column]) -> None:
    """Of names that are there as a whole and in parts the whole one is taken, if the parts are in it."""
    for name in names:
        rows = [
            (whole, parts)
            for whole, *parts in zip(name.cells[:ROWS], given[0].cells, family[0].cells, strict=False)
            if all(part.strip() for part in parts)
        ]
        if sum(all(part.strip() in whole for part in parts) for whole, parts in rows) >= 0.5 * len(rows):
            if sum(whole.strip() == f"{last.strip()} {first.strip()}" for whole, (first, last) in rows) * 2 > len(rows):
                break  # the parts say which name is which
            for column in (*given, *family):
                column.heading, column.why = None, "the name is there as a whole"
            return
    for name in names:
        name.heading, name.why = None, f"the name is in {given[0].title!r} and {family[0].title!r}"


def _name_by_cells(columns: Sequence[Column], by: Mapping[Meaning, Sequence[Column]]) -> None:
    """Where no heading names the runner: the team is the entry, else the column whose cells look like names."""
    if Meaning.BIB not in by and (ident := next(filter(_identifies, columns), None)) is not None:
        ident.heading, ident.why = Heading(Meaning.BIB), "nothing else says who it is"
        return
    if Meaning.CLUB in by or Meaning.NATION in by:
        unknown = [column for column in columns if column.heading is None and looks_like_names(column) > 0.5]
        team = (by.get(Meaning.CLUB) or by[Meaning.NATION])[0]
        if not unknown and len(set(team.sample)) > 0.9 * len(team.sample):
            team.heading, team.why = Heading(Meaning.NAME), TEAM
            return
    free = [column for column in columns if column.heading is None and not _labels(column)]
    best = max(free, key=looks_like_names, default=None)
    if best is not None and looks_like_names(best) > 0.4:
        best.heading, best.why = Heading(Meaning.NAME), "by its cells"
        return
    # `Distance,400,800` in a corner says what the headings are, and below it are names.
    cornered = len(by.get(Meaning.SPLIT, ())) == len(columns) - 1 > 1 and columns[0].heading is not None
    words = [column for column in (*free, *columns[:cornered]) if _are_words(column)]
    if len(words) == 1 and len(columns) > 1 and all(one is words[0] or _is_measured(one) for one in columns):
        words[0].heading, words[0].why = Heading(Meaning.NAME), "by its cells"


def _labels(column: Column) -> bool:
    """Whether a column says what another's numbers are: `result_tally_label`."""
    return fold(column.title.replace("_", " ")).split()[-1:] in (["label"], ["unit"], ["units"], ["type"])


def _identifies(column: Column) -> bool:
    """Whether a column has another number for each athlete, as data sets have whose names were taken out."""
    words = fold(column.title.replace("_", " ")).split()
    numbered = column.heading is None and column.share(is_number) == 1.0 and len(column.sample) == len(column.cells)
    return words[-1:] == ["id"] and not _PEOPLE.isdisjoint(words) and numbered and len(set(column.sample)) > 1


_PEOPLE = frozenset(("athlete", "runner", "participant", "competitor", "person", "user"))


def _are_words(column: Column) -> bool:
    """Whether a column has in each row another word, and none that is a point of the race."""
    different = len(set(column.sample)) == len(column.sample) > 0
    return different and all(is_letters(cell) and read_point(cell) is None for cell in column.sample)


def looks_like_names(column: Column) -> float:
    """How much a column looks like one of names, 0 to 1: words, and seldom the same."""
    words = column.share(lambda text: re.fullmatch(r"[^\d:;]{2,30}[ ,][^\d:;]{1,40}", text))
    return words * len(set(column.sample)) / max(len(column.sample), 1)


def _is_measured(column: Column) -> bool:
    return column.meaning in TIMED or column.meaning is Meaning.LAPS


def _time_by_cells(columns: Sequence[Column]) -> None:
    """Where no heading names a time: the one column whose cells are times."""
    clocks = [column for column in columns if column.heading is None and column.share(is_clock) > _CLOCKS]
    if len(clocks) == 1 and not any(_is_measured(column) for column in columns):
        clocks[0].heading, clocks[0].why = Heading(Meaning.RESULT, FINISH), "by its cells"


def _time_by_gaps(columns: Sequence[Column]) -> None:
    """Where only gaps are told, the column of these has the winner's time: `36:10`, `+0:22`, `+1:45`."""
    for column in columns:
        if column.meaning is Meaning.GAP and len(column.sample) > 1:
            first, *others = column.sample
            if is_clock(first) and first[0] != "+" and all(cell[0] == "+" or not is_clock(cell) for cell in others):
                column.heading, column.why = Heading(Meaning.RESULT, FINISH), "the first has a time"
                return


def _result_by_cells(columns: Sequence[Column]) -> None:
    """Where only times on the way are known: the one column whose times come behind all of those."""
    splits = [column for column in columns if column.meaning is Meaning.SPLIT]
    unknown = [column for column in columns if column.heading is None and column.share(is_clock) > _CLOCKS]
    last = [column for column in unknown if splits and _comes_behind(column, splits)]
    if len(last) == 1:
        last[0].heading, last[0].why = Heading(Meaning.RESULT, FINISH), "by its cells"


_CLOCKS = 0.6


def _comes_behind(column: Column, splits: Sequence[Column]) -> bool:
    """Whether a column's times are nearly always later than those on the way."""
    later = []
    for at, text in enumerate(column.cells[:ROWS]):
        before = [seconds for split in splits if (seconds := plain_seconds(split.cells[at])) is not None]
        seconds = plain_seconds(text)
        if seconds is not None and before:
            later.append(seconds > max(before))
    return bool(later) and sum(later) >= 0.9 * len(later)
