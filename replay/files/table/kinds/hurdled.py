"""Times at hurdles in a table: `H1`, `H2` … of a race whose hurdles stand where the rules have them."""

from collections.abc import Sequence
from dataclasses import replace

from replay.files.table.meanings.timed import Timed
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import read_sex
from replay.files.table.wording.headings import Point
from replay.files.table.wording.words import Meaning
from replay.race.track.hurdles import places_of_hurdles, says_women


def at_hurdles(sheet: Sheet, timed: Sequence[Timed]) -> Sequence[Timed]:
    """The columns, those of hurdles at the metres where these stand; whose number no hurdle has stay as they are."""
    if not any(column.point.hurdle for column in timed):
        return timed
    places = places_of_hurdles(sheet.far, women=_women(sheet))
    return [
        replace(column, point=Point(metres=places[number - 1]))
        if column.point.hurdle and 0 < (number := column.point.number or 0) <= len(places)
        else column
        for column in timed
    ]


def _women(sheet: Sheet) -> bool:
    sexes = {read_sex(cell) for column in sheet.all(Meaning.SEX) for cell in column.sample}
    return sexes == {"F"} or says_women(f"{sheet.about.event} {sheet.about.title}")
