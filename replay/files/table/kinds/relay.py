"""Relays with a row for each leg: the team stands in each of them, beside the leg's number, its runner and its time.

Such a table becomes a row for each team: who runs which leg, and the times at which they hand over.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from replay.files.missing import read_place
from replay.files.table.kinds.amounts import metres_in
from replay.files.table.kinds.filled_down import fill_from
from replay.files.table.meanings.column import Column, columns_of
from replay.files.table.meanings.settling import TEAM
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import is_time
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import FINISH, Heading, Point, plain_title
from replay.files.table.wording.words import Meaning, phrases
from replay.race.events import event_in, is_workout, relay_legs
from replay.race.names import fold
from replay.race.statuses import read_status

_LEGS = frozenset(
    phrases(
        """leg, legs, leg no, leg number, leg nr, leg order, relay leg, etappe, etappen nr, strecke, relais, relai,
    poste, frazione, posta, frazioni, zmiana, sztafeta zmiana, streckenr, stracka, etape, etapp, osuus, usek, 区間, 区,
    stafettstrecka"""
    )
)
_TEAMS = (Meaning.CLUB, Meaning.NAME, Meaning.NATION, Meaning.BIB, Meaning.CATEGORY)
_RUNNERS = (Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.MEMBER)
_MOST_LEGS = 60
_TIMED = (Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT, Meaning.SPLIT_TIME, Meaning.IGNORED, Meaning.LABEL)
_MOSTLY = 0.9


class _Teams(NamedTuple):
    """The rows of each team, in the order of its legs."""

    key: Column
    rows: list[list[int]]
    legs: int


def take_relay(sheet: Sheet) -> None:
    """Make it a row for each team, where each row is a leg of one."""
    legs = next((column for column in sheet.columns if _numbers_legs(column)), None) or _unnumbered(sheet)
    if legs is not None:
        for column in sheet.all(*_TEAMS):
            fill_from(column, [read_place(cell.strip()) == 1 for cell in legs.cells])
    teams = _teams(sheet, legs) if legs is not None else None
    if legs is None or teams is None:
        _tell_legs(sheet)
        return
    runner = next((column for column in sheet.all(*_RUNNERS) if column is not teams.key), None)
    timed = [column for column in sheet.columns if _is_timed(column, legs, runner, teams)]
    times = next((column for column in timed if _rises(column, teams)), timed[0] if timed else None)
    by = f"by {legs.title!r}" if legs in sheet.columns else "as many as its title says"
    said = f"each row is a leg of a team, {by}, and the team stands in {teams.key.title!r}"
    sheet.findings.assume(said + (f", with the time in {times.title!r}" if times is not None else ""), "--column")
    ends = _ends(sheet, legs, teams)
    if ends and sheet.choices.distance is None and not sheet.about.metres:
        sheet.about.metres, sheet.about.metres_from = ends[-1], "the lengths of the legs"
    _gather(sheet, teams, runner, times, ends)


def _unnumbered(sheet: Sheet) -> Column | None:
    """The numbers of the legs, where each team has as many rows as the title says that it ran; None for others."""
    said = event_in(sheet.about.event) or event_in(sheet.about.title)
    count = relay_legs(said) if said is not None and not is_workout(sheet.about.title) else 1
    runner = sheet.one(Meaning.NAME)
    if count < _FEWEST or runner is None or len(sheet.lines) % count or not all(map(str.strip, runner.cells)):
        return None
    for team in (column for column in sheet.all(*_TEAMS) if column is not runner):
        blocks = [team.cells[at : at + count] for at in range(0, len(team.cells), count)]
        first = [block[0].strip() for block in blocks]
        once = all(not any(map(str.strip, block[1:])) or len(set(block)) == 1 for block in blocks)
        if all(first) and len(set(first)) == len(blocks) >= _FEWEST and once:
            numbers = [str(row % count + 1) for row in range(len(team.cells))]
            return Column(len(sheet.columns), "leg", numbers, sample=numbers)
    return None


_FEWEST = 2
"""Legs of a relay, and its teams."""


def _tell_legs(sheet: Sheet) -> None:
    """Say that rows are legs of teams, where a column says so in its cells, `Relais 3`, and none has the teams."""
    for column in sheet.columns:
        found = [_LEG.fullmatch(fold(cell)) for cell in column.sample if cell != column.title]
        numbers = [int(match[2]) for match in found if match is not None and match[1] in _LEGS]
        if len(numbers) >= max(_MOSTLY * len(found), 1) and numbers.count(1) > 1 and max(numbers) > 1:
            of_which = "no column says of which: all are read as runners"
            said = f"each row is a leg of a team, by {column.title!r}, and {of_which}"
            sheet.findings.assume(said, "--column")
            return


_LEG = re.compile(r"(\D+?) ?(\d{1,2})")


def _numbers_legs(column: Column) -> bool:
    if fold(plain_title(column.title)) not in _LEGS or not column.sample:
        return False
    numbers = [read_place(cell) for cell in column.sample]
    return None not in numbers and min(filter(None, numbers)) == 1 and 1 < max(filter(None, numbers)) <= _MOST_LEGS


def _teams(sheet: Sheet, legs: Column) -> _Teams | None:
    """The teams, by the first column that has each of them once for every leg."""
    numbers = [read_place(cell.strip()) or 0 for cell in legs.cells]
    for key in sheet.all(*_TEAMS):
        rows: dict[str, list[int]] = {}
        for row, cell in enumerate(key.cells):
            if cell.strip() and numbers[row]:
                rows.setdefault(cell.strip(), []).append(row)
        once = all(len({numbers[row] for row in own}) == len(own) for own in rows.values())
        if once and len(rows) < _MOSTLY * sum(map(len, rows.values())):
            ordered = [sorted(own, key=numbers.__getitem__) for own in rows.values()]
            return _Teams(key, ordered, max(numbers))
    return None


def _is_timed(column: Column, legs: Column, runner: Column | None, teams: _Teams) -> bool:
    if column in (legs, runner, teams.key) or column.meaning not in _TIMED or _counts_rows(column):
        return False
    told = column.share(lambda text: is_time(text) or read_status(text) is not None)
    return told > _MOSTLY and column.share(is_time) > _MOSTLY / 2 and not _is_constant(column, teams)


def _counts_rows(column: Column) -> bool:
    """Whether a column has the numbers of the rows: 0, 1, 2 or 1, 2, 3."""
    first = column.cells[0].strip() if column.cells else ""
    return first in ("0", "1") and all(cell.strip() == str(at) for at, cell in enumerate(column.cells, int(first)))


def _is_constant(column: Column, teams: _Teams) -> bool:
    """Whether a column says the same, or nothing more, in all rows of a team."""
    told = [{column.cells[row].strip() for row in own} - {""} for own in teams.rows]
    return sum(len(cells) <= 1 for cells in told) >= _MOSTLY * len(told)


def _rises(column: Column, teams: _Teams) -> bool:
    """Whether the times count from the start: each is more than the one before, the last far more than the first."""
    rising = 0
    for own in teams.rows:
        cells = [read_cell(column.cells[row].strip()) for row in own]
        seconds = [PLAIN.seconds(cell) or 0.0 for cell in cells if cell is not None]
        rising += len(seconds) < _PAIR or (all(a < b for a, b in pairwise(seconds)) and seconds[-1] > 1.5 * seconds[0])
    return rising >= _MOSTLY * len(teams.rows)


_PAIR = 2


def _ends(sheet: Sheet, legs: Column, teams: _Teams) -> list[float]:
    """Metres at the end of each leg, where a column says how long each is; none where nobody does."""
    for column in (other for other in sheet.all(Meaning.DISTANCE) if other is not legs):
        far = metres_in(column.cells, column.title)
        numbers = [read_place(cell.strip()) or 0 for cell in legs.cells]
        known = {numbers[row]: metres for own in teams.rows for row in own if (metres := far[row])}
        if len(known) == teams.legs:
            return list(accumulate(known[number] for number in range(1, teams.legs + 1)))
    return []


def _gather(sheet: Sheet, teams: _Teams, runner: Column | None, times: Column | None, ends: Sequence[float]) -> None:
    """Put a row for each team in the place of the legs'."""
    kept = [
        column
        for column in sheet.columns
        if column not in (teams.key, runner, times) and column.heading is not None and _is_constant(column, teams)
    ]
    kept = [column for column in kept if column.meaning not in (Meaning.NAME, Meaning.DISTANCE)]
    numbers = range(1, teams.legs + 1)
    titles = [teams.key.title, *(column.title for column in kept)]
    titles += [f"runner {number}" for number in numbers] if runner is not None else []
    titles += [f"leg {number}" for number in numbers] if times is not None else []
    made: list[list[str]] = []
    for own in teams.rows:
        cells = [teams.key.cells[own[0]], *(_first(column, own) for column in kept)]
        for column in filter(None, (runner, times)):
            cells += [*(column.cells[row] for row in own), *[""] * (teams.legs - len(own))]
        made.append(cells)
    wide = columns_of(titles, made)
    whole = any(column.meaning is Meaning.RESULT for column in kept) or times is None or not _rises(times, teams)
    for column in wide:
        at = column.index - 1 - len(kept)
        if column.index == 0:
            column.heading, column.why = Heading(Meaning.NAME), TEAM
        elif at < 0:
            column.heading, column.why = kept[column.index - 1].heading, kept[column.index - 1].why
        elif runner is not None and at < teams.legs:
            column.heading, column.why = Heading(Meaning.MEMBER), "a row for each leg"
        else:
            column.heading, column.why = _end(at % teams.legs + 1, teams.legs, ends, whole), "a row for each leg"
    sheet.columns, sheet.lines = wide, [sheet.lines[own[0]] for own in teams.rows]
    sheet.about.leg_ends = tuple(ends)


def _first(column: Column, rows: Sequence[int]) -> str:
    return next((column.cells[row] for row in rows if column.cells[row].strip()), "")


def _end(number: int, legs: int, ends: Sequence[float], whole: bool) -> Heading:
    """What the time of a leg's end is: of the last the result, where it counts from the start and no other has it."""
    if number == legs and not whole:
        return Heading(Meaning.RESULT, FINISH)
    return Heading(Meaning.SPLIT, Point(ends[number - 1]) if ends else Point(number=number, lap=True))
