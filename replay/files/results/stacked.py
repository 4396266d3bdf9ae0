"""Lists that stand one cell below the other, as pages without a table are copied: place, name and time on own lines.

    1
    Ada Alfa
    F 34
    Bib 1201
    Denver, CO, USA
    5:39 min/mi
    35:10

A runner begins where the next place stands, else behind a blank line, else after as many lines as all have. The name is
the first line with words, the time the longest that stands alone: a pace is shorter.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from replay.files.cleaning import clean_text
from replay.files.missing import read_place
from replay.files.results.layout import Laid, without_blanks
from replay.files.table.values.cells import is_letters, is_sex, read_sex
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import Form, read_cell
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.likeliest import is_heading
from replay.files.table.wording.words import Meaning
from replay.race.names import fold
from replay.race.race import Status
from replay.race.statuses import read_status

_TITLES = ["Place", "Bib", "Name", "Nation", "Sex", "Category", "Club", "Time", "Pace"]
_BIB = re.compile(r"(?:bib|dossard|startnummer|start ?nr|stnr|no|nr|#)[.:# ]*(\w{1,6})|#(\d{1,6})", re.IGNORECASE)
_SEX = re.compile(r"(\w+)[ /,-]*\d{0,3}")
_NATION = re.compile(r"[A-Z]{3}")
_CATEGORY = re.compile(r"[A-Z]{1,3}[ -]?\d{2}(?:[-–/]\d{2}|\+)?|U ?\d\d")
"""A class of an age: `VM35-39`, `M40`."""
_NAME = re.compile(r"[^\W\d_][^\d@%:]*")
_FEWEST = 2
_LONGEST = 60
"""Characters of a name."""
MOST = 4_000_000
"""Bytes of such a list: people copy it from a page."""


class _Cell(NamedTuple):
    line: int
    text: str


def stacked(lines: Sequence[str]) -> Laid | None:
    """The runners of a list whose cells stand below one another; None where there is none.

    Args:
        lines: Of a text.
    """
    cells = _cells_of(lines)
    if (headed := _by_headings(cells)) is not None:
        return headed
    for parted in (_by_places(cells), _by_blanks(cells), _by_count(cells)):
        clubs = bool(parted) and _has_clubs(cells[: cells.index(parted[0][1][0])])
        spared: list[_Cell] = []
        runners = [_runner(own, place, spared, clubs=clubs) for place, own in parted]
        known = [(runner, own[0].line) for runner, (_, own) in zip(runners, parted, strict=True) if runner is not None]
        if len(known) >= _FEWEST and len(known) >= _MOSTLY * len(parted):
            rows, paced = _with_paces(_without_ranks([runner for runner, _ in known]))
            spare = sum(max(sum(_seconds(cell.text) is not None for cell in own) - 1, 0) for _, own in parted)
            said = f"{spare} times beside the results are not read, since nothing says what they are" if spare else ""
            said = "" if paced else said
            numbers = [max(known[0][1] - 1, 1), *(at for _, at in known)]
            return without_blanks(Laid([_TITLES, *rows], numbers, said, [cell.line for cell in spared]))
    return None


def _cells_of(lines: Sequence[str]) -> list[_Cell]:
    """The cells of a text, and its blank lines."""
    return [
        _Cell(number, clean_text(part))
        for number, line in enumerate(lines, 1)
        for part in (line.split("\t") if line.strip() else [""])
        if part.strip() or not line.strip()
    ]


def lists_begun(lines: Sequence[str]) -> list[int]:
    """The lines, counted from 1, at which lists begin, in each of which places count from 1; mostly one or none."""
    cells = _cells_of(lines)
    count = 0
    begun: list[int] = []
    for at, cell in enumerate(cells):
        place = read_place(cell.text.rstrip(".)")) if _PLAIN.fullmatch(cell.text) else None
        anew = place == 1 and (count >= _FEWEST or not begun)
        if anew and _counts_on(cells[at + 1 : at + 1 + _BLOCK]):
            begun.append(cell.line)
            count = 1
        elif place == count + 1:
            count += 1
    return begun


_PLAIN = re.compile(r"\d{1,5}[.)]?")


def _counts_on(cells: Sequence[_Cell]) -> bool:
    """Whether a second runner follows a first, who has a time."""
    told = [cell for cell in cells if cell.text]
    second = next((at for at, cell in enumerate(told) if cell.text.rstrip(".)") == "2"), 0)
    third = next((at for at, cell in enumerate(told) if cell.text.rstrip(".)") == "3"), 0)
    return 0 < second < third and _is_timed(told[:second]) and _is_timed(told[second:third])


_BLOCK = 60
"""Lines within which two more runners stand."""


def _with_paces(rows: list[list[str]]) -> tuple[list[list[str]], bool]:
    """The rows with paces where the other time of each is the same part of everybody's result, and whether it is."""
    both = [(_seconds(row[_AT_PACE - 1]), _seconds(row[_AT_PACE])) for row in rows]
    parts = [(far, pace) for far, pace in both if far is not None and pace]
    least = max((far / (pace + _ROUNDED) for far, pace in parts), default=0.0)
    most = min((far / (pace - _ROUNDED) for far, pace in parts), default=0.0)
    if len(parts) >= _FEWEST and len(parts) > _MOSTLY * len(rows) and _HALF < least <= most:
        return rows, True
    return [[*row[:_AT_PACE], ""] for row in rows], False


_AT_PACE = _TITLES.index("Pace")
_ROUNDED = 1.0
"""Seconds by which a pace is rounded."""
_HALF = 2.3
"""Of a result and a pace: less is the half of the way."""


def _has_clubs(above: Sequence[_Cell]) -> bool:
    """Whether the headings, which stand above, have clubs among them."""
    return any(heading.meaning is Meaning.CLUB for cell in above for heading in read_heading(cell.text)[:1])


def _by_headings(cells: Sequence[_Cell]) -> Laid | None:
    """The rows of a list that begins with its headings, and of which no cell is blank; None for any other."""
    told = [cell for cell in cells if cell.text]
    known = [not cell.text.isdigit() and is_heading(cell.text) for cell in told[:_MOST_HEADINGS]]
    first = next((at for at in range(len(known)) if all(known[at : at + _FEWEST_HEADINGS])), None)
    if first is None:
        return None
    width = next((at for at in range(first, len(known)) if not known[at]), len(known)) - first
    titles, below = told[first : first + width], told[first + width :]
    if width < _FEWEST_HEADINGS or len(below) < _FEWEST * width or len(below) % width:
        return None
    rows = [below[at : at + width] for at in range(0, len(below), width)]
    columns = list(zip(*rows, strict=True))
    timed = [all(_seconds(cell.text) is not None or read_status(cell.text) for cell in column) for column in columns]
    named = [all(_is_whole_name(cell.text) for cell in column) for column in columns]
    if not any(timed) or not any(named):
        return None
    return Laid([[cell.text for cell in row] for row in (titles, *rows)], [row[0].line for row in (titles, *rows)])


_FEWEST_HEADINGS = 3
_MOST_HEADINGS = 40


def _without_ranks(rows: list[list[str]]) -> list[list[str]]:
    """The rows without bibs that are ranks among men, or of an age: two are the same, or none is above its place."""
    bibs = [row[_AT_BIB] for row in rows if row[_AT_BIB]]
    ranked = [(read_place(row[0]), read_place(row[_AT_BIB])) for row in rows if row[_AT_BIB].isdecimal()]
    within = all(place is not None and rank is not None and place >= rank for place, rank in ranked)
    if len(set(bibs)) == len(bibs) and not within:
        return rows
    return [[*row[:_AT_BIB], "", *row[_AT_BIB + 1 :]] for row in rows]


_AT_BIB = _TITLES.index("Bib")


_MOSTLY = 0.8
_Parted = list[tuple[str, list[_Cell]]]
"""For each runner the place, where it is written, and the cells."""


def _by_places(cells: Sequence[_Cell]) -> _Parted:
    """A runner at each place, which count from 1; one may be missing where somebody has none."""
    told = [cell for cell in cells if cell.text]
    starts: list[int] = []
    for at, (_, text) in enumerate(told):
        if text.rstrip(".)") == str(len(starts) + 1) and (not starts or _is_timed(told[starts[-1] + 1 : at])):
            starts.append(at)
    ends = [*starts[1:], len(told)]
    made: _Parted = []
    for start, end in zip(starts, ends, strict=False):
        own, others = _without_place(told[start + 1 : end])
        made += [(told[start].text.rstrip(".)"), own), *(("", other) for other in others)]
    return [(place, own) for place, own in made if own]


def _without_place(cells: list[_Cell]) -> tuple[list[_Cell], list[list[_Cell]]]:
    """The cells of a runner, and those of others below him who have a status and no place."""
    begin = next((at + 1 for at, cell in enumerate(cells) if _seconds(cell.text) is not None), len(cells))
    others: list[list[_Cell]] = []
    end = len(cells)
    for at in range(begin, len(cells)):
        if read_status(cells[at].text) is None:
            continue
        name = next((named for named in range(at - 1, begin - 1, -1) if _is_whole_name(cells[named].text)), None)
        if name is not None:
            others.append(cells[name : at + 1])
            end, begin = min(end, name), at + 1
    return cells[:end], others


def _is_whole_name(text: str) -> bool:
    return _is_name(text) and not _NATION.fullmatch(text)


def _by_blanks(cells: Sequence[_Cell]) -> _Parted:
    blocks: list[list[_Cell]] = [[]]
    for cell in cells:
        if cell.text:
            blocks[-1].append(cell)
        elif blocks[-1]:
            blocks.append([])
    return [("", block) for block in blocks if len(block) > 1 and _is_timed(block)]


def _by_count(cells: Sequence[_Cell]) -> _Parted:
    """A runner every so many lines: as the times are apart."""
    told = [cell for cell in cells if cell.text]
    timed = [at for at, cell in enumerate(told) if _seconds(cell.text) is not None]
    steps = {two - one for one, two in pairwise(timed)}
    if len(steps) != 1 or (step := steps.pop()) < _FEWEST:
        return []
    named = next((at for at in range(max(timed[0] - step + 1, 0), timed[0]) if _is_name(told[at].text)), None)
    if named is None:
        return []
    return [("", told[max(at - step + 1, 0) : at + 1]) for at in timed]


def _is_timed(cells: Sequence[_Cell]) -> bool:
    return any(_seconds(cell.text) is not None or read_status(cell.text) is not None for cell in cells)


def _seconds(text: str) -> float | None:
    """Seconds of a cell that is nothing but a time with a colon; None for any other."""
    cell = read_cell(text) if ":" in text else None
    return PLAIN.seconds(cell) if cell is not None and cell.form in (Form.TWO, Form.THREE) else None


def _is_name(text: str) -> bool:
    if not _NAME.fullmatch(text) or len(text) > _LONGEST or read_status(text) is not None:
        return False
    headed = read_heading(text)
    return is_letters(text) and len(text) > _SHORT and not (headed and headed[0].sure)


_SHORT = 2
"""Letters of what is no name yet."""


_NOBODY = frozenset(("unknown", "unbekannt", "inconnu", "desconocido", "sconosciuto", "nieznany", "onbekend", "okand"))
"""How a parkrun calls who came without a barcode."""


def _runner(cells: Sequence[_Cell], place: str, spared: list[_Cell], *, clubs: bool) -> list[str] | None:
    """What is told of one runner, in the order of the titles; None for lines that are none.

    Args:
        cells: Those of the runner.
        place: The place that stands before them.
        spared: Added to: the cells of which nothing is read, but for times.
        clubs: Whether each has the club among them.
    """
    texts = [cell.text for cell in cells]
    names = [text for text in texts if _is_whole_name(text)]
    times = [text for text in texts if _seconds(text) is not None]
    status = next((text for text in texts if read_status(text) is not None), "")
    told = read_status(status) if status else None
    if told is not None and told.status in {Status.DNF, Status.DNS, Status.DQ}:
        times = []  # what stands beside it was on the way
    if place and not names and fold(texts[0]) in _NOBODY:
        return [place, "", texts[0], "", "", "", "", "", ""]  # who came without a barcode has a place
    if not names or not (times or status):
        return None
    name = next((text for text in names if " " in text), names[0])
    time = max(times, key=lambda text: _seconds(text) or 0.0, default=status)
    bib = next((found[1] or found[2] for text in texts if (found := _BIB.fullmatch(text)) is not None), "")
    number = next((text for text in texts if text.isdecimal() and text != place), "")
    nation = next((text for text in texts if _NATION.fullmatch(text) and read_status(text) is None), "")
    sexes = [text for text in texts if (found := _SEX.fullmatch(text)) is not None and is_sex(found[1])]
    sex = read_sex(re.split(r"[ /,-]", sexes[0])[0]) if sexes else ""
    category = next((text for text in texts if _CATEGORY.fullmatch(text) and text not in sexes), "")
    behind = names[names.index(name) + 1 :] if clubs else []
    club = next((text for text in behind if text not in sexes and _BADGES.search(fold(text)) is None), "")
    used = {name, nation, category, club, status, number, *sexes, *times}
    unread = [cell for cell in cells if cell.text not in used and _seconds(cell.text) is None]
    spared += [cell for cell in unread if _BIB.fullmatch(cell.text) is None]
    other = times[1 - times.index(time)] if len(times) == len(_TWO) else ""
    return [place, bib or number, name, nation, sex, category, club, time, other]


_TWO = ("result", "pace")


_BADGES = re.compile(r"\b(?:pb|first timer|parkruns?|member of|volunteer|age grade)\b")
"""What a page tells of somebody beside the club."""
