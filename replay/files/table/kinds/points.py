"""Tables that are no race: points of a series, points of a recording, and somebody's activities."""

import re
from collections.abc import Iterable
from itertools import pairwise

from replay.files.missing import read_place
from replay.files.table.about import MEETING_KEYS
from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.values.times import Form, read_cell, read_day
from replay.files.table.wording.words import Meaning, phrases
from replay.race.names import fold

_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST = 3
"""Runners by whom it is told."""


def refuse_points(sheet: Sheet) -> None:
    """Refuse a list in which the results of those who came first are the largest: they are points.

    Raises:
        UnreadableRace: They are.
    """
    results = sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN)
    place = sheet.one(Meaning.PLACE)
    if not results or place is None or not all(_falls(column, place) for column in results):
        return
    title = results[0].title
    message = f"the column {title!r} falls as places rise: these are points of a series, and no times of one race"
    raise sheet.findings.fail(None, message, f'if they are times, say so: --column "{title}=result"')


def refuse_scores(sheet: Sheet) -> None:
    """Refuse a table of teams by the places of their runners, which add up to a score, as in cross-country.

    Raises:
        UnreadableRace: It is one.
    """
    scored = next((column for column in sheet.columns if fold(column.title) in _SCORES), None)
    places = [column for column in sheet.columns if column is not scored and column.share(str.isdecimal) == 1]
    places = [column for column in places if column.meaning in (Meaning.SPLIT, Meaning.IGNORED, Meaning.MEMBER)]
    if scored is None or len(places) < _FEWEST:
        return
    rows = [
        [int(cell) for cell in cells if cell.strip().isdecimal() and len(cell) < _DIGITS]
        for cells in zip(*(column.cells for column in places), strict=True)
    ]
    every = [place for row in rows for place in row]
    if not every or len(set(every)) < len(every) or min(every) > _FIRST:
        return  # laps in seconds, which add up too
    scores = [int(cell) if cell.strip().isdecimal() and len(cell) < _DIGITS else 0 for cell in scored.cells]
    counted = range(_FEWEST, len(places) + 1)
    if any(all(sum(row[:count]) == score for row, score in zip(rows, scores, strict=True)) for count in counted):
        message = f"each row is a team, and {scored.title!r} the sum of its runners' places: there are no times"
        raise sheet.findings.fail(sheet.line, message, "open the results of the runners")


_SCORES = frozenset({"score", "points", "pts", "total", "team score", "total score", "punkte", "summe", "puntos"})
_DIGITS = 6
_FIRST = 10
"""The best place of a team's runner is at least this, and no lap is run in so few seconds."""


def refuse_recording(sheet: Sheet) -> None:
    """Refuse a table without names whose rows have places on earth: they are the points of somebody's recording.

    Raises:
        UnreadableRace: They are.
    """
    words = {word for column in sheet.columns for word in fold(column.title.replace("_", " ")).split()}
    if words & {"lat", "latitude"} and words & {"lon", "lng", "long", "longitude"}:
        message = "each row is a point of a recording, and nobody is named"
        raise sheet.findings.fail(sheet.line, message, "export the recording as GPX, TCX or FIT")


def refuse_activities(sheet: Sheet) -> None:
    """Refuse a list of somebody's activities, as services export them: each is a run of its own.

    Raises:
        UnreadableRace: It is one.
    """
    titles = {fold(column.title.replace("_", " ")) for column in sheet.columns}
    far = [column for column in sheet.columns if "distance" in fold(column.title) and len(set(column.sample)) > 1]
    told = titles & _ACTIVITIES or {"moving time", "elapsed time"} <= titles or _of_days(sheet)
    if told and far and not sheet.choices.columns:
        message = "each row is an activity, and no runner of a race"
        raise sheet.findings.fail(sheet.line, message, "export one of them as FIT, GPX or TCX, and open that")
    days, meetings = _days(sheet), _meetings(sheet)
    if ((days and meetings) or _has_races(sheet)) and not sheet.choices.columns:
        by = f", by {meetings!r} and {days!r}" if days and meetings else ""
        message = f"each row is of another race{by}: these are one runner's results, or a list of races"
        raise sheet.findings.fail(sheet.line, message, "open the results of one of these races")


def _has_races(sheet: Sheet) -> bool:
    """Whether no row names anybody, and nearly each is of a race of its own, by its name or by its day.

    By its name where several days or years are told; by its day where there were several events. What stands there as a
    bib is the number of the event then: `Run Date`, `Run Number`.
    """
    if sheet.all(Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY) or len(sheet.lines) < _FEWEST:
        return False
    nearly_all = _OWN * len(sheet.lines)
    events = max((len(set(column.sample)) for column in sheet.all(Meaning.EVENT)), default=0)
    dated = any(len(set(one.sample)) > 1 and one.share(_is_day_or_year) == 1.0 for one in sheet.columns)
    own_days = any(_count_days(column.sample) > nearly_all for column in sheet.all(Meaning.DATE))
    return (events > nearly_all and dated) or (events > 1 and own_days)


_OWN = 0.7


def _count_days(cells: Iterable[str]) -> int:
    """How many days cells are of; 0 where one of them is no day."""
    days = {read_day(cell) for cell in cells}
    return 0 if None in days else len(days)


def _is_day_or_year(text: str) -> bool:
    return read_day(text) is not None or _YEAR.fullmatch(text) is not None


def _days(sheet: Sheet) -> str:
    """The heading of a column of several days, where no heading says that the rows name anybody."""
    who = sheet.all(Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.BIB)
    if any(column.why != "by its cells" for column in who):
        return ""
    counted = ((column.title, _count_days(cell[:_DAY] for cell in column.sample)) for column in sheet.columns)
    return next((title for title, days in counted if days >= _FEWEST), "")


def _meetings(sheet: Sheet) -> str:
    """The heading of a column of several meetings."""
    named = (column for column in sheet.columns if fold(column.title.replace("_", " ")) in _MEETINGS)
    return next((column.title for column in named if len(set(column.sample)) >= _FEWEST), "")


_DAY = len("2025-02-22")
_MEETINGS = MEETING_KEYS | frozenset(
    phrases("""meeting name, meet name, competition name, race name, race, races, event name, wettkampf, veranstaltung,
    epreuve, carrera, competicion, gara, prova, zawody, wedstrijd, tavling, stevne, kilpailu, zavod""")
)


def _of_days(sheet: Sheet) -> bool:
    """Whether no row names anybody, and each is of another day, as in what a runner writes down of his training."""
    if sheet.all(Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.BIB):
        return False
    return any(_count_days(column.sample) > 1 for column in sheet.columns)


_ACTIVITIES = frozenset(
    phrases(
        """activity id, activity type, activity name, aktivitatstyp, type d activite, tipo de actividad,
    tipo di attivita,
    tipo de atividade, typ aktywnosci, activiteitstype, aktivitetstype, aktivitetstyp, activityid, activitytype"""
    )
)


def _falls(column: Column, place: Column) -> bool:
    """Whether plain numbers fall from the first to the last."""
    if column.why == "--column":
        return False
    found = []
    for text, at in zip(column.cells, map(read_place, place.cells), strict=True):
        cell = read_cell(text.strip()) if at is not None else None
        if at is not None and cell is not None:
            if cell.form is not Form.PLAIN:
                return False
            found.append((at, cell.numbers[0]))
    values = [value for _, value in sorted(found, key=lambda one: one[0])]
    return len(set(values)) >= _FEWEST and all(one >= two for one, two in pairwise(values))
