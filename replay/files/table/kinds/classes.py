"""Classes that say which race they are of: they begin with it, as Swiss ones, `10-H40`, or are races: `HM`, `10K`."""

import re

from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import is_letters
from replay.files.table.wording.headings import Heading
from replay.files.table.wording.words import Meaning, phrases
from replay.race.events import event_in
from replay.race.names import fold

_CLASS = re.compile(r"(\d{1,3})[ ./_-]+[A-Z][a-z]{0,2}\d{2}\+?")
"""A number, and behind it a sex and an age: the number is neither of them."""
BY_CLASS = "the classes begin with it"
"""Why such a column is one of events."""
_MOSTLY = 0.6
_FEWEST = 2


BY_COURSE = "each course is a race of its own"
"""Why a column of courses is one of events."""
_COURSES = frozenset(
    phrases("course, course name, parcours, circuit, circuito, percorso, recorrido, strecke, bana, bane")
)


def take_races_of_classes(sheet: Sheet) -> None:
    """Add a column of events, where the classes of a table without one begin with theirs; spell out those that are.

    Where a column says who ran which course, its names are the races.
    """
    if sheet.all(Meaning.EVENT, Meaning.DISTANCE):
        return
    for column in sheet.columns:
        if column.heading is None and fold(column.title) in _COURSES and _are_courses(column):
            column.heading, column.why = Heading(Meaning.EVENT), BY_COURSE
            return
    for column in sheet.all(Meaning.CATEGORY):
        _spell_marathons(column)
        classes = set(filter(None, map(str.strip, column.cells)))
        numbers = {match[1] for one in classes if (match := _CLASS.fullmatch(one)) is not None}
        told = sum(_CLASS.fullmatch(one) is not None for one in classes)
        if len(numbers) >= _FEWEST and told >= _MOSTLY * len(classes):
            cells = [_race_of(cell) for cell in column.cells]
            races = Column(len(sheet.columns), f"{column.title}, its begin", cells, sample=list(filter(None, cells)))
            races.heading, races.why = Heading(Meaning.EVENT), BY_CLASS
            sheet.columns = [*sheet.columns, races]
            return


def _are_courses(column: Column) -> bool:
    """Whether a column names several courses, each of which several ran."""
    names = set(filter(None, map(str.strip, column.cells)))
    return _FEWEST <= len(names) <= len(column.cells) / _FEWEST and column.share(is_letters) == 1.0


def _spell_marathons(column: Column) -> None:
    """Spell out `FM` and `HM`, the marathons, where they stand among races: alone they may be women and men."""
    classes = {fold(cell) for cell in column.cells if cell.strip()}
    others = classes - _MARATHONS.keys()
    if others and others != classes and all(event_in(one) is not None for one in others):
        column.cells = [_MARATHONS.get(fold(cell), cell) for cell in column.cells]
        column.sample_anew()


_MARATHONS = {"fm": "Marathon", "full": "Marathon", "hm": "Half marathon"}


def _race_of(text: str) -> str:
    """What stands before the first sign that parts a class from its race: `10` of `10-H40`, `M` of `M-Girls 1`."""
    return re.split(r"[ ./_-]", text.strip(), maxsplit=1)[0]
