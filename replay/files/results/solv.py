"""Lists of Swiss orienteering: a line for each runner with his class, and behind the last heading controls with times.

    Kategorie;Laenge;Steigung;PoAnz;Rang;Name;Jahrgang;Ort;Club;Zeit;Startzeit;Zielzeit;Zwischenzeiten
    H40;5.3;120;3;1;Al Alfa;80;Ulm;OL Ulm;38:12;10:00:00;10:38:12;31;5:10;32;14:20;33;36:40

A row has more cells than there are headings: each control's code, and the time there since the start. `-----` is a
control without a punch, `0.00` one that did not work, and words in place of the time say why there is none.
"""

import re
from collections.abc import Sequence

from replay.files.cleaning import clean_text
from replay.files.missing import read_place
from replay.files.results.controls import FINISH, START, Punch
from replay.files.results.listed import Row, clock, seconds_of
from replay.files.results.orienteering import ClassResult, Run, Starter
from replay.files.results.punched import cells_of, kilometres, one_of
from replay.files.source import Choices, Reading, Source, need_few_lines
from replay.files.table.containers.sheets import text_of
from replay.files.table.values.people import joined
from replay.race.problems import Problem, UnreadableRace
from replay.race.race import Status
from replay.race.statuses import read_status

_HEADED = re.compile(r"\ufeff?Kategorie;Laenge;[^\r\n]*;Zwischenzeiten;*[ \t]*(?:[\r\n]|$)", re.IGNORECASE)
_ZERO = re.compile(r"0+[.:]00")


def is_solv(source: Source) -> bool:
    """Whether a file begins with the headings of such a list."""
    return _HEADED.match(source.start) is not None


def read_solv(source: Source, choices: Choices) -> Reading:
    """One class of such a list; see `replay.files.formats.Format.read`."""
    need_few_lines(source, "list")
    heading, *rows = [*cells_of(text_of(source, choices))] or [[]]
    titles = [title.casefold() for title in heading if title]
    if "name" not in titles or "zeit" not in titles:
        raise UnreadableRace([Problem(str(source.path), 1, "this list has no column 'Name', or none 'Zeit'")])
    starters: dict[str, list[Starter]] = {}
    lengths: dict[str, float | None] = {}
    for line, row in enumerate(rows, 2):
        told = dict(zip(titles, row, strict=False))
        if told.get("name"):
            lengths.setdefault(told.get("kategorie", ""), kilometres(told.get("laenge", "")))
            starters.setdefault(told.get("kategorie", ""), []).append(_starter(told, row[len(titles) - 1 :], line))
    classes = [ClassResult(name or "unnamed class", lengths[name], tuple(own)) for name, own in starters.items()]
    return one_of(source, choices, classes, "SOLV list")


def _starter(told: dict[str, str], behind: Sequence[str], line: int) -> Starter:
    """A runner, and what he punched.

    Args:
        told: His cells by their headings.
        behind: The controls and their times, one after the other.
        line: Of the file.
    """
    punches = [Punch(START, 0.0)]
    for code, time in zip(behind[::2], behind[1::2], strict=False):
        if code:
            punches.append(Punch(code, None if _ZERO.fullmatch(time) else seconds_of(time.replace(".", ":"))))
    total = seconds_of(told.get("zeit", ""))
    said = read_status(told.get("zeit", "")) if total is None else None
    status = Status.FINISHED if total is not None else said.status if said is not None else Status.DNF
    own = Row(
        name=joined("", told["name"]).name,
        line=line,
        club=clean_text(told.get("club", "")),
        note=said.note if said is not None else "",
        status=status,
        place=read_place(told.get("rang", "")),
        seconds=total,
        text=clock(total) if total is not None else "",
    )
    started = seconds_of(told.get("startzeit", ""))
    return Starter(own, (Run((*punches, Punch(FINISH, total)), kilometres(told.get("laenge", "")), start=started),))
