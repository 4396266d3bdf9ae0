"""Lists of several races that a column tells apart by where, or when, each was: places begin anew in each."""

from collections import Counter
from collections.abc import Sequence

from replay.files.missing import read_place
from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.wording.headings import Heading
from replay.files.table.wording.words import Meaning, phrases
from replay.race.names import fold

BY_MEETING = "each of them is a race"
_WHERE = frozenset(
    phrases("venue, meet, meeting, competition, race, race name, meet name, stadium, wettkampf, veranstaltung, stevne")
)
_WHEN = frozenset(phrases("year, season, jahr, saison, annee, ano, anno, rok, date, day"))
_FEWEST = 2
_MOST_TIED = 3
"""Who may have won a race together."""


def take_meetings(sheet: Sheet) -> None:
    """Make one column of events of those that say where and when, where they alone tell the races apart."""
    if any(column.sample for column in sheet.all(Meaning.EVENT)):
        return
    told = [column for column in sheet.columns if _tells(column, _WHERE) or _tells(column, _WHEN)]
    if not any(_tells(column, _WHERE) for column in told):
        return
    called = [" ".join(filter(None, map(str.strip, cells))) for cells in zip(*(one.cells for one in told), strict=True)]
    if places_begin_anew(sheet, called):
        made = Column(len(sheet.columns), "Event", called, Heading(Meaning.EVENT), BY_MEETING)
        made.sample_anew()
        sheet.columns.append(made)


def _tells(column: Column, words: frozenset[str]) -> bool:
    taken = column.heading is not None and column.meaning not in (Meaning.IGNORED, Meaning.DATE, Meaning.MEETING)
    return not taken and fold(column.title.replace("_", " ")) in words and len(set(column.sample)) > 0


def places_begin_anew(sheet: Sheet, called: Sequence[str]) -> bool:
    """Whether each race, of those that the rows are called by, has a winner of its own, and they are several."""
    place = sheet.one(Meaning.PLACE)
    races = Counter(called)
    if place is None or len(races) < _FEWEST or len(races) == len(called) or "" in races:
        return False
    won = Counter(race for race, cell in zip(called, place.cells, strict=True) if read_place(cell.strip()) == 1)
    return all(1 <= won[race] <= _MOST_TIED for race in races)
