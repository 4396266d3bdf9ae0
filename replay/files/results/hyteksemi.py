"""Hy-Tek Meet Manager's export of results parted by semicolons: a record a line, the first letter says of what.

`H` is the meeting, `E` a result of one runner in one round of an event, `R` that of a relay's team. Fields go by their
place; the documented ones end with the twentieth, behind which stand family and given name, and further on the team.
No times on the way are among them. Source: hytek.active.com/User_Guides_HTML/TFMM6/exportresultsinsemi.htm.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from replay.files.cleaning import clean_text
from replay.files.results.layout import Laid
from replay.files.results.tabled import read_laid
from replay.files.source import Choices, DateOrder, Reading, Source, need_few_lines
from replay.files.table.containers.sheets import text_of
from replay.files.table.values.times import read_day
from replay.race.problems import Problem, UnreadableRace

_FORM = "Hy-Tek export with semicolons"
_NAMED = 20
"""Where the fields of the name begin, counted from 0."""
_TITLES = ["Event", "Place", "Last Name", "First Name", "Sex", "Division", "Team", "Note", "Result"]
_SIDES = {"M": "Men", "F": "Women", "W": "Women", "B": "Boys", "G": "Girls", "X": "Mixed"}
_ROUNDS = {"P": "prelims", "Q": "quarter-finals", "S": "semi-finals", "F": "final"}
_KINDS = {"S": " steeplechase", "W": " walk", "H": " hurdles"}
_CODE = re.compile(r"(\d{2,5}|\d{1,2}x\d{2,4})(M|Y|K)?([SWHR])?", re.IGNORECASE)


def is_hytek_export(source: Source) -> bool:
    """Whether a file begins with the meeting's record, and a result's below it."""
    return re.match(r"\s*H;[^\n]*\n\s*[ER];(?:T|F|M|TM|FM);", source.start) is not None


def read(source: Source, choices: Choices) -> Reading:
    """One event of a meeting; see `replay.files.formats.Format.read`."""
    need_few_lines(source, "report")
    text = text_of(source, choices)
    records = [(line, [clean_text(cell) for cell in row.split(";")]) for line, row in enumerate(text.splitlines(), 1)]
    rows, lines = [_TITLES], [1]
    for line, cells in records:
        if len(cells) > _NAMED and cells[0] in ("E", "R") and cells[1] in ("T", "TM"):
            rows.append(_row(cells))
            lines.append(line)
    if len(rows) == 1:
        hint = "field events are not replayed"
        raise UnreadableRace([Problem(str(source.path), None, "this export has no results of a race", hint)])
    reading = read_laid(Laid(rows, lines), source, choices, "", _FORM)
    head = next((cells for _, cells in records if cells[0] == "H" and len(cells) > 1), ["", ""])
    days = [day for cell in head[2:4] if (day := read_day(cell, DateOrder.MONTH_FIRST)) is not None]
    if reading.race is None:
        return reading
    event = next((row[0] for row, line in zip(rows, lines, strict=True) if line == reading.race.entries[0].line), "")
    title = event or reading.race.title
    race = replace(reading.race, title=title, event=event, meeting=head[1], date=next(iter(days), None))
    assumed = reading.understood.assumed
    if len(set(days)) > 1:
        assumed = (*assumed, f"the race was on {days[0]}, the first day of a meeting until {days[1]}")
    told = replace(reading.understood, title=title, event=event, assumed=assumed)
    return replace(reading, race=race, understood=told)


def _row(cells: Sequence[str]) -> list[str]:
    named = cells[_NAMED:]
    words = [cell for cell in named[2:] if re.search(r"[^\W\d_]{3}", cell)]
    team = max(words, key=len, default="")
    relay = cells[0] == "R"
    if relay:
        family, given, team = next((cell for cell in named if re.search(r"[^\W\d_]{3}", cell)), team), "", ""
    else:
        family, given = named[0], named[1] if len(named) > 1 else ""
    exhibition = "exhibition" if cells[16].upper() == "X" else ""
    return [_event(cells), cells[13], family, given, cells[5], cells[8], team, exhibition, cells[10]]


def _event(cells: Sequence[str]) -> str:
    """The event of a record in words: `Women 1500m final`; field events have no metres, and none are asked for."""
    match = _CODE.fullmatch(cells[4])
    unit = {"Y": "y", "K": "km"}.get((match[2] or "").upper(), "m") if match is not None else ""
    far = f"{match[1]}{unit}{_KINDS.get((match[3] or '').upper(), '')}" if match is not None else cells[4]
    words = (_SIDES.get(cells[5], ""), cells[8] or cells[6], far, _ROUNDS.get(cells[9], ""))
    return " ".join(filter(None, words))
