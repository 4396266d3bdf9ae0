"""Rows to entries: status, place and result follow from one another where one of them is not given."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from itertools import compress, repeat
from typing import Any, NamedTuple

from replay.files.missing import read_place
from replay.files.source import Known
from replay.files.table.judging import sound_rows
from replay.files.table.laid import Splits
from replay.files.table.lapped import lap_between, rounds_missing, with_lapped
from replay.files.table.meanings.columns import flag_status
from replay.files.table.meanings.timed import Lapped, Read, Value
from replay.files.table.results import Results
from replay.files.table.rows import Rows
from replay.files.table.sheet import Sheet
from replay.files.table.values.behind import PENALTY, SAID
from replay.files.table.values.cells import read_lapped
from replay.files.table.wording.headings import read_point
from replay.files.table.wording.wheels import on_wheels
from replay.files.table.wording.words import Meaning
from replay.race.bulk import made
from replay.race.events import HALF_MARATHON
from replay.race.limits import QUICKEST, can_finish
from replay.race.nations import nation_code
from replay.race.race import Entry, Evidence, Role, Split, Status, Time
from replay.race.reactions import reacted
from replay.race.statuses import StatusNote, has_withdrawn, is_guest, is_pacing, read_status, status_in_cell

_MARK = re.compile(r"=?[A-Z]{2,3}")
_ADVANCED = frozenset({"Q", "q", "qR", "QR", "qJ"})
"""Marks of those who qualified: no mark of the time."""
_OF_CLASS = re.compile(r"[A-Z]{1,3}[- ]?\d{1,4}")
"""A place among wheelchairs, women or an age group: `W1`, `F3`."""
_MOST_TWINS = 200
"""In a larger field people have the same name, and nobody wonders."""


def entries_of(sheet: Sheet, results: Results, splits: Splits, known: Known) -> tuple[Entry, ...]:
    """The entries of a table.

    Args:
        sheet: The table, understood.
        results: Everybody's result.
        splits: Everybody's times on the way.
        known: How the times are known, and from where.
    """
    rows = Rows.of(sheet, results, splits, known)
    progress = sheet.choices.progress
    progress(0.65)
    by_point = rows.split_columns()
    progress(0.75)
    every: list[tuple[Split, ...]] = [()] * len(sheet.lines)
    if by_point:
        every = [row if all(row) else tuple(filter(None, row)) for row in zip(*by_point, strict=True)]
    finishes = _with_finish_columns(rows)
    sound = sound_rows(rows, _with_estimates(rows, every), finishes)
    progress(0.85)
    lap = lap_between(splits.points, sheet.far, sheet.lap)
    entries = with_lapped(_entries(rows, finishes, sound), sheet.far, lap)
    progress(0.95)
    _report_twins(sheet, entries)
    return entries


def _with_finish_columns(rows: Rows) -> list[Time | None]:
    """The results, and where there is none what a split column at the finish says."""
    found = rows.finishes()
    for column in rows.splits.finish:
        column.decide(rows.sheet.far)
        for row, value in enumerate(column.values()):
            if found[row] is None and isinstance(value, Value) and not _is_told(rows.results.values[row]):
                found[row] = rows.time(value)
            elif found[row] is None and _is_told(value) and not _is_told(rows.results.values[row]):
                rows.results.values[row] = value
    return found


def _is_told(value: Read) -> bool:
    return isinstance(value, StatusNote | Lapped)


def _with_estimates(rows: Rows, every: Sequence[tuple[Split, ...]]) -> list[tuple[Split, ...]]:
    """The splits, those marked as estimated that a column names: `35K 40K`."""
    named = rows.texts.get(Meaning.ESTIMATED)
    if named is None:
        return list(every)
    marked: dict[str, Callable[[Split], Split]] = {text: _estimates(text) for text in dict.fromkeys(named) if text}
    found = list(every)
    for row, text in enumerate(named):
        if text:
            found[row] = tuple(map(marked[text], every[row]))
    return found


def _estimates(text: str) -> Callable[[Split], Split]:
    """What gives a split back, as an estimate where it is at one of the points that a cell names."""
    points = [point for word in re.split(r"[\s;,|]+", text) if (point := read_point(word)) is not None]
    metres = {point.metres for point in points}
    halves = any(point.half for point in points)

    def estimated(split: Split) -> Split:
        if split.distance in metres or (halves and abs(split.distance - HALF_MARATHON) < 1):
            return replace(split, time=replace(split.time, evidence=Evidence.ESTIMATED))
        return split

    return estimated


def _entries(rows: Rows, finishes: Sequence[Time | None], every: Sequence[tuple[Split, ...]]) -> list[Entry]:
    """The entries of all rows that name somebody, field by field: of 50,000 one by one it would take a second."""
    people, blank = rows.people, [""] * len(rows.people)
    names, told = _names_and_fates(rows, finishes, every)
    nations = [
        of_list or person.nation for of_list, person in zip(rows.texts.get(Meaning.NATION, blank), people, strict=True)
    ]
    codes = {nation: nation_code(nation) for nation in dict.fromkeys(nations)}
    shorts = rows.texts.get(Meaning.SHORT, blank)
    columns: dict[str, Iterable[object]] = {one.name: repeat(one.default, len(names)) for one in fields(Entry)}
    columns |= {str(meaning): rows.texts.get(meaning, blank) for meaning in _PLAIN_TEXTS}
    columns |= told
    columns |= {
        "name": names,
        "short": [short or person.short for short, person in zip(shorts, people, strict=True)],
        "nation": map(codes.__getitem__, nations),
        "splits": every,
        "line": rows.sheet.lines,
    }
    if rows.members:
        columns["legs"] = map(rows.legs, range(len(names)))
    if rows.results.starts:
        columns["start"] = rows.results.starts
    if not all(names):
        columns = {field: compress(column, names) for field, column in columns.items()}
    return made(Entry, columns, sum(map(bool, names)))


_PLAIN_TEXTS = (Meaning.BIB, Meaning.CLUB, Meaning.SEX, Meaning.CATEGORY)
"""What an entry has as it stands in the list, under the same name."""


def _names_and_fates(
    rows: Rows, finishes: Sequence[Time | None], every: Sequence[tuple[Split, ...]]
) -> tuple[list[str], dict[str, list[Any]]]:
    """Everybody's name, empty in a row that names nobody, and what became of him: a column a field of `_Told`."""
    blank = [""] * len(rows.people)
    placed, values = rows.texts.get(Meaning.PLACE, blank), rows.results.values
    plain = rows.plain
    names = [person.name for person in rows.people]
    usual = [  # the quick answer for a plain row, as nearly all of a large field's are
        plain
        and finish is not None
        and finish.seconds >= rows.quickest
        and person.name != ""
        and (not place or place.isdecimal())
        and isinstance(value, Value)
        and not (value.marks or person.status)
        for finish, person, place, value in zip(finishes, rows.people, placed, values, strict=True)
    ]
    told = {field: [value] * len(names) for field, value in _Told(None, Status.FINISHED, None)._asdict().items()}
    told["result"] = list(finishes)
    if placed is not blank:
        told["place"] = [read_place(place) if place else None for place in placed]
    for row in (row for row, plainly in enumerate(usual) if not plainly):
        name = _name(rows, row, finishes[row], every[row])
        names[row] = name
        if name:
            for field, value in _told(rows, row, name, finishes[row], every[row])._asdict().items():
                told[field][row] = value
    told["result"] = [
        replace(result, evidence=rows.known.evidence) if result is not None and _is_noted(rows, row, result) else result
        for row, result in enumerate(told["result"])
    ]
    return names, told


def _is_noted(rows: Rows, row: int, result: Time) -> bool:
    """Whether the star behind a result leads to a footnote: nobody finishes in an estimated time."""
    return result.evidence is Evidence.ESTIMATED and rows.results.cell(row).endswith("*")


def _name(rows: Rows, row: int, finish: Time | None, splits: tuple[Split, ...]) -> str:
    """The name in a row, else its bib; empty, and told, for a row that names nobody."""
    bib = rows.text(Meaning.BIB, row)
    name = rows.people[row].name or (f"No. {bib}" if bib and (finish is not None or splits) else "")
    if not name:
        rows.sheet.findings.left_out.add("numbers that nobody wore", f"line {rows.sheet.lines[row]}")
    return name


class _Told(NamedTuple):
    """What a row says became of its runner, and beside it."""

    result: Time | None
    status: Status
    place: int | None
    lane: int | None = None
    marks: tuple[str, ...] = ()
    note: str = ""
    role: Role | None = None


def _told(rows: Rows, row: int, name: str, finish: Time | None, splits: tuple[Split, ...]) -> _Told:
    status, place, said = _status(rows, row, name)
    if status is Status.DNS and splits and any(map(has_withdrawn, _fates(rows, row))):
        status = Status.DNF
    claim = _Claim(name, finish, status, splits, placed=place is not None or "lap" in said)
    result, status = _outcome(rows, row, claim)
    marks, note, role = _notes(rows, row)
    role = Role.PACEMAKER if role is None and is_pacing(said) else role
    if status is Status.FINISHED and result is None and not said and not rows.results.cell(row):
        missing = rounds_missing(rows.sheet, rows.splits.points, splits)
        said = _down(missing) if missing else ""
    note = "; ".join(filter(None, (note, said, _reaction(rows.text(Meaning.REACTION, row)))))
    return _Told(result, status, place, _lane(rows, row, name), marks, note, role)


def _fates(rows: Rows, row: int) -> list[str]:
    """The cells that may say what became of somebody."""
    return [rows.results.cell(row), *(rows.text(one, row) for one in (Meaning.STATUS, Meaning.PLACE, Meaning.NOTE))]


def _reaction(text: str) -> str:
    """What is noted of a reaction time: of `-0.021` too, who moved before the gun, and of `.178` and `0,178`."""
    match = _REACTED.fullmatch(text.strip().replace("−", "-"))
    return reacted(float(match[0].replace(",", "."))) if match is not None else ""


_REACTED = re.compile(r"[+-]?\d?[.,]\d{1,4}")


def _status(rows: Rows, row: int, name: str) -> tuple[Status | None, int | None, str]:
    """The status, the official place, and what is said beside them; status None where nothing is said."""
    findings, line = rows.sheet.findings, rows.sheet.lines[row]
    text = flag_status(rows.flag, rows.text(Meaning.STATUS, row))
    told = status_in_cell(text) if text else None
    lapped = read_lapped(text) if text else None
    if text and told is None and lapped is None:
        known = ", ".join(status for status in Status)
        findings.error("unknown statuses", line, f"{name} has the unknown status {text!r}", f"it is one of {known}")
    placed = rows.text(Meaning.PLACE, row)
    place = read_place(placed) if placed else None
    if placed.strip("0") and place is None:
        told = told or status_in_cell(placed)
        lapped = read_lapped(placed) if lapped is None else lapped
        if told is None and lapped is None and _OF_CLASS.fullmatch(placed):
            findings.left_out.add("places within a class, such as 'W1'", f"line {line}")
        elif told is None and lapped is None:
            message = f"{name} has the place {placed!r}, which is neither a number nor DNF, DNS or DQ"
            findings.error("cells that are no place", line, message)
    value = rows.results.values[row]
    if isinstance(value, Lapped):
        lapped = value.laps
    told = told or (value if isinstance(value, StatusNote) else None) or rows.people[row].status
    told = told or _in_splits(rows, row) or _in_note(rows, row)
    told = told or (read_status(rows.text(Meaning.GAP, row)) if rows.gaps_tell else None)
    if lapped is not None:
        return Status.FINISHED, place, _down(lapped)
    if told is None:
        return None, place, ""
    kept = None if told.status in _NO_RESULT else place
    return told.status, kept, told.note


def _in_splits(rows: Rows, row: int) -> StatusNote | None:
    """A status that stands where a split should."""
    for index in rows.told:
        value = rows.splits.values[index][row]
        if isinstance(value, StatusNote) and value.status is not Status.FINISHED:
            return value
    return None


def _in_note(rows: Rows, row: int) -> StatusNote | None:
    """What a remark says became of somebody who has no time: `aufgegeben`; of one who has, that he was disqualified."""
    found = read_status(rows.text(Meaning.NOTE, row))
    if isinstance(rows.results.values[row], Value) and (found is None or found.status is not Status.DQ):
        return None
    return found if found is not None and found.status in _NO_RESULT else None


_NO_RESULT = frozenset({Status.DNF, Status.DNS, Status.DQ})


def _down(laps: int) -> str:
    return f"-{laps} lap{'s' if laps > 1 else ''}"


class _Claim(NamedTuple):
    """What a row says became of its runner."""

    name: str
    result: Time | None
    status: Status | None
    splits: Sequence[Split]
    placed: bool


def _outcome(rows: Rows, row: int, claim: _Claim) -> tuple[Time | None, Status]:
    """Result and status, each following from the other; a result that nobody can have is left out."""
    name, result, status, splits, placed = claim
    findings, line = rows.sheet.findings, rows.sheet.lines[row]
    if status is None:
        status = Status.FINISHED if result is not None or placed else Status.UNKNOWN
    if result is None or (status is Status.UNKNOWN and result.evidence is Evidence.ESTIMATED):
        return None, status
    if status in {Status.DNF, Status.DNS}:
        message = f"{name} has a result and the status {status.upper()}"
        findings.error("results of those who did not finish", line, message, "take one of the two out")
        return None, status
    if status is Status.UNKNOWN:
        status = Status.FINISHED
    if result.seconds >= rows.quickest * (QUICKEST if on_wheels(rows.text(Meaning.CATEGORY, row)) else 1.0):
        return result, status
    last = splits[-1] if splits else None
    if result.seconds < QUICKEST * rows.quickest:
        why = f"nothing on legs or wheels goes {rows.sheet.far:g} m in that"
    elif last is not None and rows.sheet.about.legs == 1 and not can_finish(last, result, rows.sheet.far):
        why = f"nobody runs that after {last.time.text} at {last.distance:g} m"
        if (
            last.time.seconds < result.seconds
            and last.time.seconds / last.distance < 1.33 * result.seconds / rows.sheet.far
        ):
            why = ""
    else:
        why = ""
    if why:
        message = f"{name}'s result {result.text} is left out: {why}"
        findings.error("results that cannot be true", line, message, "correct it")
        return None, status if placed or status is not Status.FINISHED else Status.UNKNOWN
    message = f"{name}'s result {result.text} is faster than any human, and left out of the estimates"
    findings.warn("results faster than any human", line, message)
    return result, status


def _lane(rows: Rows, row: int, name: str) -> int | None:
    text = rows.text(Meaning.LANE, row)
    lane = read_place(text) if text else None
    if text and (lane is None or lane > 999):
        message = f"{name} has the lane {text!r}, which is no number from 1"
        rows.sheet.findings.error("cells that are no lane", rows.sheet.lines[row], message)
        return None
    return lane


def _notes(rows: Rows, row: int) -> tuple[tuple[str, ...], str, Role | None]:
    """Marks such as `WR PB`, a note and a role, from their own columns, the notes and what stands behind the result."""
    value = rows.results.values[row]
    marks = value.marks if isinstance(value, Value) else ()
    own = rows.people[row].status
    guest = own is not None and own.status is Status.UNKNOWN  # behind the name
    if not (marks or guest) and not any(meaning in rows.texts for meaning in _TOLD):
        return (), "", None
    text, named = rows.text(Meaning.NOTE, row), rows.text(Meaning.ROLE, row).lower()
    role = next((known for known in Role if known in (named, text.lower())), None)
    if role is not None and text.lower() == role:
        text = ""
    if text and all(_MARK.fullmatch(word) for word in text.split()):
        marks, text = (*text.split(), *marks), ""
    if role is None and (guest or any(is_guest(said) for said in [rows.text(told, row) for told in _TOLD])):
        role = Role.GUEST
    if role is None and (is_pacing(text) or is_pacing(named) or is_pacing(rows.text(Meaning.STATUS, row))):
        role = Role.PACEMAKER
    added = [mark for mark in marks if mark.startswith((PENALTY, SAID))]
    text = "; ".join(filter(None, (*(mark.removeprefix(SAID) for mark in added), text)))
    marks = (*rows.text(Meaning.MARKS, row).split(), *(mark for mark in marks if mark not in added))
    return tuple(mark for mark in dict.fromkeys(marks) if mark not in _ADVANCED), text, role


_TOLD = (Meaning.NOTE, Meaning.MARKS, Meaning.ROLE, Meaning.STATUS, Meaning.PLACE)


def _report_twins(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Two entries of one bib, or in a small field of one name, cannot be told apart; a warning, for it may be so."""
    seen: dict[tuple[str, str], int | None] = {}
    large = len(entries) > _MOST_TWINS
    worn = Counter([entry.bib for entry in entries]) if large else Counter()
    for entry in [entry for entry in entries if worn[entry.bib] > 1] if large else entries:
        for what, value in (("bib", entry.bib), ("name", "" if large else entry.name)):
            if value and (what, value) in seen:
                message = f"the {what} {value!r} is also that of line {seen[what, value]}"
                sheet.findings.warn(f"{what}s that two have", entry.line, message)
            elif value:
                seen[what, value] = entry.line
