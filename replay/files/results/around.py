"""What stands around a list in a text: records above or below it, and below it in one line who did not finish.

WR  3:26.00  Hicham EL GUERROUJ  MAR  Rome  14 JUL 1998
DNF: Dot Delta (NOR), Eva Eps
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from replay.files.cleaning import clean_text
from replay.files.results.inline import plain_line
from replay.files.results.layout import Laid
from replay.files.results.lines import TIME
from replay.files.table.layouts.sections import names_event
from replay.files.table.values.months import day_in
from replay.files.table.wording.club_words import is_club
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.spoken import is_sentence, is_spoken, is_stamped
from replay.files.table.wording.words import Meaning
from replay.race.nations import is_nation_code
from replay.race.race import Status
from replay.race.statuses import read_status

_RECORD = re.compile(
    r"\s*(?:(?:[WOCAENMPSUJG]|SR|[WEAN]?J|[WEAN]?U\d\d|W?[MW]\d\d|DL|GL|SH|BE|ER|OL)[RBLP]|W?IR|[^\W\d_][^\d:;]{0,40}\b"
    r"(?i:records?|rekord[es]?|record du \w+|recordes?|primato|rekordy|best|leads?|leading))\b[\s:.–-]*(.*)"
)
"""A line of a record or of the best of the year, by its abbreviation or in words."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TIME = re.compile(r"(?:\d{1,3}:)?\d{1,2}[:.]\d{2}(?:[.,]\d{1,3})?|\d{1,2}[.,]\d\d")


def is_record(line: str) -> bool:
    """Whether a line tells a record, and no runner of the list: its time comes first, or it has a year."""
    match = _RECORD.fullmatch(line[:_LONGEST])
    if match is None or _TIME.search(match[1]) is None:
        return False
    return _TIME.match(match[1]) is not None or _YEAR.search(match[1]) is not None


_LONGEST = 300


class Stopped(NamedTuple):
    """Somebody of whom a line below the list says that he has no time."""

    line: int
    """Counted from 1."""
    name: str
    nation: str
    status: str
    club: str = ""


_SAID = re.compile(r"\s*([^\W\d_][^:\d]{1,30}?)\s*(?::|\s[-–—]\s)\s*(.+)|\s*(DNF|DNS|DSQ|DQ) ((?!.*  )[^\W\d_].*)")
_NATION = re.compile(r"\s*[(\[]([A-Z]{3})[)\]]$|(?<=[a-z])\s+([A-Z]{3})$")
_BIB = re.compile(r"^#?\d{1,5}[.)]?\s+")
_AGE = re.compile(r"\s*[(\[]\d{1,2}[)\]]")
_NAMED = re.compile(r"[^\W\d_][^\d:;]*")
_NO_TIME = frozenset({Status.DNF, Status.DNS, Status.DQ})


def stopped_in(lines: Sequence[str]) -> list[Stopped]:
    """Who is named in lines such as `DNF: Dot Delta (NOR), Eva Eps`, in any language known."""
    found: list[Stopped] = []
    several = [(at, part) for at, line in enumerate(lines) for part in _NEXT.split(line)]
    for at, line in several:
        match = _SAID.fullmatch(line[:_LONGEST]) if line[:1] != "\t" else None
        told = read_status(match[1] or match[3]) if match is not None else None
        if match is None or told is None or told.status not in _NO_TIME or told.note:
            continue
        people = [_person(text) for text in _parted(match[2] or match[4])]
        if all(_NAMED.fullmatch(name) and len(name.split()) <= _WORDS for name, _, _ in people):
            status = str(told.status).upper()
            found += [Stopped(at + 1, name, nation, status, club) for name, nation, club in people]
    return found


_NEXT = re.compile(r"(?<=[.;)])\s+(?=[^\W\d_]{2,20}:\s)")
"""Where one line tells of others, too: `DNF: Di Dale. DNS: Ed East`."""
_WORDS = 6


def _parted(text: str) -> list[str]:
    """The people of a line: parted by semicolons, else by commas, unless one stands between the parts of a name."""
    parts = re.split(r"\s*;\s*" if ";" in text else r",\s*|\s+/\s+|\s+(?:and|und|et|y|e|i)\s+", text)
    if ";" not in text and len(parts) > 1 and all(len(part.split()) == 1 for part in parts) and len(parts) % 2 == 0:
        parts = [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    kept = [part for part in (part.strip(" .") for part in parts) if part]
    return [part for at, part in enumerate(kept) if not at or not is_club(part)]


def _person(text: str) -> tuple[str, str, str]:
    """A name, and the nation or the club behind it."""
    text = _AGE.sub("", _BIB.sub("", text))
    if (match := _NATION.search(text)) is not None:
        return clean_text(text[: match.start()]), match[1] or match[2], ""
    club = _CLUB.search(text)
    return (clean_text(text), "", "") if club is None else (clean_text(text[: club.start()]), "", clean_text(club[1]))


_CLUB = re.compile(r"\s*[(\[](?!(?:[PS]B|DN[FS])[)\]])([^\W\d_][^()\[\]\d]{2,40})[)\]]$")


def with_stopped(laid: Laid, stopped: Sequence[Stopped]) -> Laid:
    """The rows with one for each of those people, where the headings say where names and results stand."""
    heads = [read_heading(title)[:1] for title in laid.rows[0]]
    meanings = [head[0].meaning if head else None for head in heads]
    if Meaning.NAME not in meanings:
        meanings = list(map(_by_cells, zip(*laid.rows, strict=False)))
    name = next((at for at, one in enumerate(meanings) if one is Meaning.NAME), None)
    time = next((at for at, one in enumerate(meanings) if one in _TIMES), None)
    if name is None or time is None:
        return laid
    nation = meanings.index(Meaning.NATION) if Meaning.NATION in meanings else None
    club = meanings.index(Meaning.CLUB) if Meaning.CLUB in meanings else None
    rows, lines = list(laid.rows), list(laid.lines)
    for person in stopped:
        row = [""] * len(laid.rows[0])
        row[name], row[time] = person.name, person.status
        if nation is not None:
            row[nation] = person.nation
        if club is not None:
            row[club] = person.club
        rows.append(row)
        lines.append(person.line)
    return laid._replace(rows=rows, lines=lines)


def _by_cells(cells: Sequence[str]) -> Meaning | None:
    """What a column of a list without headings has, if all its cells are alike."""
    if all(_TIME.search(cell) for cell in cells):
        return Meaning.RESULT
    if all(map(is_nation_code, cells)):
        return Meaning.NATION
    return Meaning.NAME if all(_NAMED.fullmatch(cell) and " " in cell for cell in cells) else None


_TIMES = (Meaning.NET, Meaning.RESULT, Meaning.GUN)


def spoken_above(lines: Sequence[str]) -> list[int]:
    """The lines above a list, counted from 1, in which a letter tells a time: `They went through 800 in 2:06`."""
    found = ((at, TIME.search(plain_line(line))) for at, line in enumerate(lines, 1))
    return [at for at, match in found if match is not None and is_spoken(match.string, match.string[: match.start()])]


def titles_above(above: Sequence[str], lines: Sequence[str]) -> list[str]:
    """What may be titles of what stands above a list; paragraphs and stamps tell no more than their day.

    Where no event is left among them, the first line of the text is one that names it.

    Args:
        above: What stands above the list.
        lines: Of the text.
    """
    found = [_day_alone(text) if _is_paragraph(text) or _is_stamp(text) else text for text in above]
    first = next((line.strip() for line in lines if line.strip()), "")
    if (
        found != list(above)
        and not any(map(names_event, found))
        and len(first) <= _PARAGRAPH
        and names_event(first)
        and first not in found
    ):
        found.insert(0, first)
    return found


_PARAGRAPH, _SENTENCE = 130, 80
"""Characters of a title, at most, and of one that ends in a full stop or is a quotation."""


def _is_paragraph(text: str) -> bool:
    said = text.rstrip("\"”“»'").endswith((".", "!", "?")) or text[:1] in "„“«»"
    return len(text) > (_SENTENCE if said else _PARAGRAPH) and not is_sentence(text)  # which is no title


def _day_alone(text: str) -> str:
    day = day_in(text)
    return f"{day.day}.{day.month}.{day.year}" if day is not None else ""


def _is_stamp(text: str) -> bool:
    time = TIME.search(text)
    return time is not None and is_stamped(text[: time.start()])
