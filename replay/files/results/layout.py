"""Lists set in columns of blanks, as printers and PDF files have them: lines to rows of cells.

A line of `=====` or `-----` below the headings says where the columns are. Without one they are where hardly any line
has a letter: a gap of two blanks or more that goes all the way down. Columns that touch in some lines begin where their
headings do, and nations where all lines have three capitals.
"""

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from replay.files.cleaning import clean_text
from replay.files.results.lines import POINT
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.likeliest import is_heading, means
from replay.files.table.wording.words import Meaning
from replay.race.statuses import is_out, read_status

RULER = re.compile(r"(?=.*[=_–—-]{2})\s*[=_–—-]+(?:\s+[=_–—-]+)+\s*")
_TIME = re.compile(
    r"(?<![\d:.])(?:\d{1,3}[:.]\d{2}(?:[:.]\d{1,2})*(?![\d:])|\d{1,2}['’′]\d{2}(?:[\"”″]|''|’’)\d{0,2}(?!\d))"
)
_THIN = 0.02
"""Share of the lines that may have a letter in a gap all the same."""
_FEWEST = 3
"""Lines that make a list."""
_WIDEST = 400
"""Characters of a line."""


class Laid(NamedTuple):
    """A list set in columns."""

    rows: list[list[str]]
    """The headings first, if it has any."""
    lines: list[int]
    """The line of each row, counted from 1."""
    said: str = ""
    """What was decided though the list may mean something else, as a clause."""
    unread: Sequence[int] = ()
    """The line of each cell of which nothing is read."""


def without_blanks(laid: Laid) -> Laid:
    """The rows without the columns in which nothing stands below the heading, where the headings are not the list's."""
    kept = [at for at in range(len(laid.rows[0])) if any(row[at] for row in laid.rows[1:])]
    return laid._replace(rows=[[row[at] for at in kept] for row in laid.rows])


def laid_out(lines: Sequence[str]) -> Laid | None:
    """The rows of a list that is set in columns; None where there is none.

    Args:
        lines: Of a text, without tabs.
    """
    short = [line.rstrip()[:_WIDEST] for line in lines]
    plain = _ruled(short) or _gapped(short)
    if not any(_WIDE.search(line) for line in short):
        return plain
    wide = [_WIDE.sub(_as_wide, line) for line in short]  # as it was set: a sign of Japan is two columns wide
    made = _ruled(wide) or _gapped(wide)
    if made is not None:
        made = made._replace(rows=[[cell.replace(_FILLER, "") for cell in row] for row in made.rows])
    return max(filter(None, (made, plain)), key=_worth, default=None)


def _is_heading(text: str) -> bool:
    return is_heading(text.replace(_FILLER, ""))


_FILLER = "\u2060"
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\u3000]"
)
"""Signs that a terminal, and so whoever sets a text, counts as two (Unicode Standard Annex 11)."""


def _as_wide(match: re.Match[str]) -> str:
    return "  " if match[0] == "\u3000" else f"{match[0]}{_FILLER}"


def _worth(laid: Laid) -> tuple[int, int]:
    """How well rows are cut: the cells that are a time and nothing else, and those that have anything."""
    cells = [cell.strip() for row in laid.rows for cell in row]
    return sum(_TIME.fullmatch(cell) is not None for cell in cells), sum(map(bool, cells))


def _ruled(lines: Sequence[str]) -> Laid | None:
    """By a ruler: the line above it has the headings, those below are the rows."""
    for at, line in enumerate(lines):
        if at and lines[at - 1].strip() and RULER.fullmatch(line):
            starts = [match.start() for match in re.finditer(r"\S+", line)]
            above = frozenset(map(_numberless, lines[: at - 1]))  # they stand above each page
            below = [number for number in range(at + 1, len(lines)) if _numberless(lines[number]) not in above]
            kept = [number for number in below if lines[number].strip() and not RULER.fullmatch(lines[number])]
            numbers = [at - 1, *kept]
            return Laid([_cells(lines[number], starts) for number in numbers], [number + 1 for number in numbers])
    return None


def _numberless(line: str) -> str:
    """A line without its digits: pages are counted."""
    return " ".join(re.sub(r"\d", "", line).split())


def _gapped(lines: Sequence[str]) -> Laid | None:
    """By gaps: of the lines with a time, and the one above the first of them."""
    timed = [number for number, line in enumerate(lines) if _TIME.search(line) and len(_chunks(line)) >= _FEWEST]
    led = {number for number in timed if POINT.match(lines[number])}
    others = [number for number in timed if number not in led]
    apart = led and len(others) > 1 and (min(led) > others[-1] or max(led) < others[0])
    timed = others if apart or 2 * len(led) < len(timed) else timed
    timed = _below_headings(lines, timed) or _ranked(lines)
    above = [number for number in range(timed[0] if timed else 0) if len(_chunks(lines[number])) >= _FEWEST]
    if len(timed) < (_FEWEST - 1 if above else _FEWEST):
        return None
    numbers = [*above[-1:], *timed]
    among = frozenset(timed)
    stopped = [at for at in range(timed[0], len(lines)) if at not in among and _stopped(lines[at])]
    below = _below_statuses(lines, timed[0], among)
    stopped += sorted(set(below).difference(stopped))
    heading = aligned(lines[numbers[0]], [lines[number] for number in timed]) if above else ""
    lines = [*lines[: numbers[0]], heading, *lines[numbers[0] + 1 :]] if above else lines
    starts = _starts([lines[number] for number in numbers], [lines[number] for number in timed], heading)
    if len(starts) < _FEWEST:
        return None
    touching = _touching(heading, [lines[number] for number in timed], starts)
    starts = sorted((*starts, *touching))
    headings = _for_headings(heading, starts) if above else starts
    numbers = sorted((*numbers, *stopped))
    cut = {at: _cells(lines[at], headings if at in above else starts, touching) for at in numbers}
    cut |= {at: _whole_status(cut[at], lines[at]) for at in stopped}
    cut |= {at: _with_status(cut[at], below[at], [cut[row] for row in timed]) for at in below}
    rows = _places_apart([cut[at] for at in numbers])
    if above:
        rows[0] = [_named(title, _chunks(heading), [row[at] for row in rows[1:]]) for at, title in enumerate(rows[0])]
    return Laid(rows, [number + 1 for number in numbers])


def _below_headings(lines: Sequence[str], timed: list[int]) -> list[int]:
    """The lines with a time but a first one above the headings: when it was, `RESULTS  8 July 2022  19:42  24 °C`."""
    if len(timed) <= _FEWEST - 1:
        return timed
    for line in lines[timed[0] + 1 : timed[1]]:
        chunks = _chunks(line)
        if len(chunks) >= _FEWEST and sum(map(_is_heading, chunks)) > _BEGIN * len(chunks):
            return timed[1:]
    return timed


def aligned(heading: str, rows: Sequence[str]) -> str:
    """The headings, each that begins one blank before its column moved onto it: ` Rank Name` over `    1 Ada Alfa`."""
    width = max(map(len, (heading, *rows)))
    filled = [any(row[at : at + 1].strip() for row in rows) for at in range(width + 2)]
    made = heading
    for word in re.finditer(r"(?<= )\S+(?=  |$)", heading):
        at = word.start()
        if filled[at - 1] and not filled[at] and filled[at + 1] and heading[:at].strip() and _is_heading(word[0]):
            made = f"{made[:at]} {word[0]}{made[word.end() + 1 :]}"
    return made


def _named(title: str, chunks: Sequence[str], cells: Sequence[str]) -> str:
    """The title of a column; of two headings above one column of words that calls it which calls names."""
    within = [chunk for chunk in chunks if f" {chunk} " in f" {title} "]
    names = [chunk for chunk in within if _is_heading(chunk) and means(chunk, [Meaning.NAME])]
    worded = sum(cell[:1].isalpha() for cell in cells)
    glued = clean_text(" ".join(within)) == title and all(map(_is_heading, within))
    return names[0] if glued and len(names) == 1 < len(within) and worded > _BEGIN * len(cells) else title


def _ranked(lines: Sequence[str]) -> list[int]:
    """The lines below headings that are known, where none has a time: of a race for distance."""
    for at, line in enumerate(lines[:_HEADED]):
        known = [heading.meaning for chunk in _chunks(line) for heading in read_heading(chunk)[:1] if heading.sure]
        if _FAR_RUN.isdisjoint(known) or len(known) < _FEWEST:
            continue
        below = [number for number in range(at + 1, len(lines)) if len(_chunks(lines[number])) >= _FEWEST]
        return below if all(any(map(str.isdigit, lines[number])) for number in below) else []
    return []


_HEADED = 200
"""Lines among which a heading is."""
_FAR_RUN = frozenset((Meaning.DISTANCE, Meaning.LAP_COUNT))


def _touching(heading: str, rows: Sequence[str], starts: Sequence[int]) -> list[int]:
    """Where columns begin that no gap parts from the one before.

    That is where a known heading begins and most rows a word, and where all rows have a nation's three capitals.
    """
    known = [match.start() for match in re.finditer(r"\S+(?: \S+)*", heading) if _is_heading(match[0])]
    ends = {at: min((one for one in [*starts, *known] if one > at), default=max(map(len, rows))) for at in known}
    worded = {at: [row for row in rows if _begins(at)(row) and _LETTER.search(row, at, ends[at])] for at in known}
    parted = {at: sum(row[at - 2 : at] == "  " for row in worded[at]) for at in known}  # not so beside a right edge
    found = {at for at in known if len(worded[at]) > _BEGIN * len(rows) and parted[at] > len(worded[at]) / 4}
    found |= _all_begin(rows) | _behind_numbers(rows)
    for at in range(1, max(map(len, rows)) - _NATION):
        if all(row[at - 1 : at + _NATION + 1].isascii() and _CAPITALS.fullmatch(row, at - 1, at + 4) for row in rows):
            found |= {one for one in (at, at + _NATION + 1) if all(map(_begins(one), rows))}
    return sorted(at for at in found if all(abs(at - start) > 1 for start in starts))


def _all_begin(rows: Sequence[str]) -> set[int]:
    """Where a word begins in nearly every line, in most behind a gap: in a few the cell before fills its column."""
    if len(rows) < _MANY:
        return set()
    first, width = max(len(row) - len(row.lstrip()) for row in rows), max(map(len, rows))
    begun = [at for at in range(first + _GAP, width) if sum(map(_begins(at), rows)) >= _NEARLY * len(rows)]
    lettered = [at for at in begun if all(_LETTER.match(row, at) for row in rows if _begins(at)(row))]
    return {at for at in lettered if sum(row[at - _GAP : at] == "  " for row in rows) >= _MOSTLY * len(rows)}


def _behind_numbers(rows: Sequence[str]) -> set[int]:
    """Where in all lines a word begins behind numbers of several lengths that end in one place: `  7 Ada`, ` 61 Bo`."""
    found = set[int]()
    for at in range(2, min(map(len, rows))):
        if all(_NUMBERED.match(row, at - 2) for row in rows):
            long = {len(match[0]) for row in rows if (match := _DIGITS.search(row[: at - 1])) is not None}
            found |= {at} if len(long) > 1 else set()
    return found


_NUMBERED = re.compile(r"\d [^\W\d_]")
_DIGITS = re.compile(r"\d+$")


_MANY, _GAP = 6, 2
_NEARLY, _MOSTLY = 0.9, 0.75
_NATION = 3
_LETTER = re.compile(r"[^\W_]")
_BEGIN = 0.6
_CAPITALS = re.compile(r" [A-Z]{3} ")


def _begins(at: int) -> Callable[[str], bool]:
    return lambda row: row[at - 1 : at] == " " and row[at : at + 1].strip() != ""


def _stopped(line: str) -> bool:
    """Whether a line is somebody's who has no time, and says why: `DNF  Ada Alfa  GER`, `-- Bea Beta  DNF  15`."""
    if len(_chunks(line)) >= _FEWEST and is_out(_chunks(line)[-1]):
        return True
    chunks = line.split()
    told = (*chunks[:1], *chunks[-1:], *(chunk for chunk in _chunks(line) if chunk.isupper()))
    status = any(read_status(word) is not None and len(word) > 1 for word in told)
    return status and len(chunks) >= _FEWEST and any(map(str.isupper, chunks))


def _below_statuses(lines: Sequence[str], first: int, timed: Collection[int]) -> dict[int, str]:
    """The lines without a time below one that says why, `--- Aufgegeben ---`, each with those words."""
    found: dict[int, str] = {}
    said = ""
    for at in range(first, len(lines)):
        text = lines[at].strip(" -–—=*:.")
        told = read_status(text) if text and "  " not in text else None
        if told is not None:
            said = text if is_out(text) and not told.note else ""
        elif at in timed or not text:
            said = "" if at in timed else said
        elif said and len(_chunks(lines[at])) >= _FEWEST:
            found[at] = said
    return found


def _with_status(cells: list[str], said: str, rows: Sequence[Sequence[str]]) -> list[str]:
    """The cells of a line, why its runner has no time in the first column of the others' times."""
    timed = [sum(_TIME.search(row[at]) is not None for row in rows) for at in range(len(cells))]
    at = timed.index(max(timed))
    return cells if any(map(is_out, cells)) or cells[at] else [*cells[:at], said, *cells[at + 1 :]]


def _whole_status(cells: list[str], line: str) -> list[str]:
    """The cells of a line whose last words, why somebody has no time, are longer than a column is wide."""
    said = clean_text(_chunks(line)[-1])
    if is_out(said):
        for at in range(len(cells)):
            if cells[at] and " ".join(filter(None, cells[at:])) == said:
                return [*cells[:at], said, *[""] * (len(cells) - at - 1)]
    return cells


_PLACED = re.compile(r"(\d{1,5}[.)]|(?:\d{1,5}|DNF|DNS|DSQ|DQ|[-–—]+)(?= )) *(?=[^\W\d])(.*)")


def _places_apart(rows: list[list[str]]) -> list[list[str]]:
    """The rows with the places in a column of their own, where a single blank stands between them and the names."""
    found = [_PLACED.fullmatch(row[0]) for row in rows]
    placed = sum(match is not None for match in found)
    if placed < _FEWEST - 1 or placed < len(rows) / 2 or (found[0] is None) != (placed < len(rows)):
        return rows
    return [
        [match[1], match[2], *row[1:]] if match is not None else [*_heads(row[0]), *row[1:]]
        for row, match in zip(rows, found, strict=True)
    ]


def _heads(text: str) -> list[str]:
    """The heading of the places and that of the names: `Rang Name und Vorname`."""
    first, _, rest = text.partition(" ")
    named = any(heading.meaning is Meaning.PLACE for heading in read_heading(first))
    return [first, rest.strip()] if named and rest else ["", text]


def _chunks(line: str) -> list[str]:
    return re.split(r"\s{2,}", line.strip())


def _starts(lines: Sequence[str], rows: Sequence[str], heading: str) -> list[int]:
    """Where columns begin: behind the gaps that all lines have, and beside times behind those of the rows alone.

    Between two known headings, `RANK BIB`, a single blank is enough where the rows have a gap.
    """
    width = max(map(len, lines))
    free, free_below = _free(lines, width), _free(rows, width)
    beside, most_beside = _beside_times(rows, width), len(rows) / 3
    starts = [next((at for at in range(width) if not free[at]), 0)]
    gap = gap_below = 0
    for at in range(starts[0], width):
        timed = gap_below and not free_below[at] and beside[at - 1] > most_beside
        headed = gap and gap_below > 1 and not free[at] and _are_headings(heading, at)
        if (gap >= 2 and not free[at]) or headed or (timed and starts[-1] < at - 1):
            starts.append(at)
        gap = gap + 1 if free[at] else 0
        gap_below = gap_below + 1 if free_below[at] else 0
    return starts


def _are_headings(line: str, at: int) -> bool:
    """Whether the words on both sides of a place in the line of headings are each one that is known."""
    before, behind = line[:at].split(), line[at:].split()
    near = [*before[-1:], *behind[:1]]
    return len(near) > 1 and all(_is_heading(word) or all(map(_is_heading, word.split("/"))) for word in near)


def _free(lines: Sequence[str], width: int) -> list[bool]:
    """For each place whether hardly any line has anything there."""
    filled = [0] * (width + 1)
    for line in lines:
        for at, char in enumerate(line):
            filled[at] += char != " "
    return [count <= int(_THIN * len(lines)) for count in filled]


def _for_headings(line: str, starts: Sequence[int]) -> list[int]:
    """Where the columns begin in the line of headings: not within one that is known, as `5 km` may stand beside."""
    known = [match for match in re.finditer(r"\S+(?: \S+)*", line) if _is_heading(match[0])]
    return [next((match.start() for match in known if match.start() < at < match.end()), at) for at in starts]


def _beside_times(lines: Sequence[str], width: int) -> list[int]:
    """For each place how many lines have a time just before or just behind it: a single blank there parts columns."""
    beside = [0] * (width + 2)
    for line in lines:
        for match in _TIME.finditer(line):
            beside[max(match.start() - 1, 0)] += 1
            beside[match.end()] += 1
    return beside


def _cells(line: str, starts: Sequence[int], exact: Collection[int] = ()) -> list[str]:
    """A line cut where the columns begin; a word across a cut goes to where most of it is, unless the cut is exact."""
    edges = [0]
    for start in starts[1:]:
        at = start
        if at not in exact and 0 < at < len(line) and line[at - 1] != " " and line[at] != " ":
            begin = line.rfind(" ", 0, at) + 1
            end = (line.find(" ", at) + len(line) + 1) % (len(line) + 1)
            at = begin if at - begin <= end - at else end
        edges.append(max(at, edges[-1]))
    edges.append(max(len(line), edges[-1]))
    return [clean_text(line[a:b]) for a, b in pairwise(edges)]
