"""Times whose hours, minutes and seconds are parted: by columns, or by blanks where others write colons.

Columns of their own are headed `Min` and `Sec`, or `5 km min` and `5 km sec`.
"""

import re
from collections.abc import Collection, Sequence
from functools import partial

from replay.files.table.meanings.column import Column
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.likeliest import means
from replay.files.table.wording.words import Meaning, phrases
from replay.race.names import fold

_WORDS = {
    word: part
    for part, words in enumerate(
        (
            "h, hh, hr, hrs, hour, hours, std, stunde, stunden, heure, heures, hora, horas, ora, ore, timer, час",
            """m, mm, min, mins, minute, minutes, minuten, minuto, minutos, minuti, minuty, minuter, minutter,
            мин""",
            """s, ss, sec, secs, second, seconds, sek, sekunden, segundo, segundos, secondi, seconde, sekundy,
            сек""",
            "cs, hs, hund, hundredth, hundredths, hundertstel, centesimi, centiemes, centesimas, setne",
        )
    )
    for word in phrases(words)
}
"""What a heading ends in, and which part of a time that is."""
_UNITS = ("h", "min", "sec", "1/100")
_WHOLE = re.compile(r"\d{1,4}")
_LAST = re.compile(r"\d{1,2}(?:[.,]\d{1,6})?")


def joined_times(columns: Sequence[Column], kept: Collection[str]) -> tuple[list[Column], list[str]]:
    """The columns with each time in one, as `14:32.5`, and the headings of those that were put together.

    Args:
        columns: Not yet understood.
        kept: The headings of those that stay as they are.
    """
    made: list[Column] = []
    told: list[str] = []
    at = 0
    while at < len(columns):
        run = _run(columns, at)
        if any(column.title in kept for column in columns[at : at + run]):
            run = 0
        if run < 2:
            made.append(columns[at])
        else:
            parts = columns[at : at + run]
            made.append(_joined(parts))
            told.append(" and ".join(repr(part.title) for part in parts))
        at += max(run, 1)
    return made, told


_PYTHONS_DAY = re.compile(r"1900-01-01[ T](?=\d\d:\d\d:\d\d)")


def without_days(columns: Sequence[Column]) -> None:
    """Take the day off times that all have the one which Python sets before a time without one."""
    for column in columns:
        if column.sample and column.share(_PYTHONS_DAY.match) == 1.0:
            column.rewrite(partial(_PYTHONS_DAY.sub, ""))


_BOTH = re.compile(r"(\d[\d:.,]*)\s*[/|]\s*(\d[\d:.,]*)")
"""A time since the start, and that of its lap, in either order: `6:03 / 3:02`."""


def larger_of_two(columns: Sequence[Column]) -> list[str]:
    """Of two times in the cells of splits keep the larger, that since the start, and tell which columns had two."""
    told: list[str] = []
    for column in columns:
        split = means(column.title, {Meaning.SPLIT})
        if split and column.share(_BOTH.fullmatch) >= _ALMOST:
            column.rewrite(_larger)
            told.append(repr(column.title))
    return told


def _larger(cell: str) -> str:
    match = _BOTH.fullmatch(cell.strip())
    if match is None:
        return cell
    return max(match.groups(), key=lambda text: plain_seconds(text) or 0.0)


_SPACED = re.compile(r"(\d{1,3})[ \u00a0\u202f-]([0-5]\d)(?:[ \u00a0\u202f-]([0-5]\d))?([.,]\d{1,3})?")
_TIMED = {Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT}
_ALMOST = 0.9


def spaced_times(columns: Sequence[Column], kept: Collection[str]) -> list[str]:
    """Write times whose parts are parted by a blank or a hyphen with colons: `35 10`, `1-05-02`.

    Args:
        columns: Not yet understood; the cells of those that are headed as times are changed.
        kept: The headings of those that stay as they are.

    Returns:
        The headings of those that were changed.
    """
    told: list[str] = []
    for column in columns:
        said = {heading.meaning for heading in read_heading(column.title)}
        timed = [text for text in column.sample if any(map(str.isdigit, text))]
        if column.title in kept or not timed or said.isdisjoint(_TIMED):
            continue
        if sum(map(bool, map(_SPACED.fullmatch, timed))) >= _ALMOST * len(timed):
            column.rewrite(_with_colons)
            told.append(repr(column.title))
    return told


def _with_colons(cell: str) -> str:
    match = _SPACED.fullmatch(cell.strip())
    return ":".join(filter(None, match.groups()[:3])) + (match[4] or "") if match is not None else cell


def _run(columns: Sequence[Column], at: int) -> int:
    """How many columns from one on are the parts of a time; 0 for one that is none."""
    known = _part(columns[at])
    if known is None:
        return 0
    parts = [known]
    for column in columns[at + 1 : at + 4]:
        part = _part(column)
        if part is None or part[0] != known[0] or part[1] != parts[-1][1] + 1:
            break
        parts.append(part)
    run = columns[at : at + len(parts)]
    if known[1] == _MINUTES and _is_one_distance(run[0]):
        return 0  # `split_1_m` says where `split_1_s` was taken
    numbers = all(_are_numbers(column, _WHOLE if column is not run[-1] else _LAST) for column in run)
    return len(parts) if numbers else 0


def _is_one_distance(column: Column) -> bool:
    """Whether all cells are one number of metres."""
    cells = set(column.sample)
    return len(cells) == 1 < len(column.sample) and all(map(_is_far, cells))


def _is_far(cell: str) -> bool:
    return cell.isdecimal() and len(cell) < _DIGITS and int(cell) >= _METRES


_MINUTES = 1
_DIGITS = 8
"""A number of so many is none of metres."""
_METRES = 100
"""From so many on a number is rather of metres."""


def _part(column: Column) -> tuple[str, int] | None:
    """What a time's part is of, and which part it is, by the heading: `Time (min)` is the minutes of `time`."""
    words = fold(re.sub(r"[()\[\]_./:-]", " ", column.title)).split()
    part = _WORDS.get(words[-1]) if words else None
    return (" ".join(words[:-1]), part) if part is not None else None


def _are_numbers(column: Column, numbers: re.Pattern[str]) -> bool:
    return column.share(numbers.fullmatch) > _MOSTLY


_MOSTLY = 0.5


def _joined(parts: Sequence[Column]) -> Column:
    """One column with the time; a cell in words, such as `DNF`, is all of it."""
    first = _part(parts[0])
    named, unit = first if first is not None else ("", 0)
    units = ":".join(_UNITS[unit : unit + len(parts)])
    cells = [_time(cells, unit) for cells in zip(*(part.cells for part in parts), strict=True)]
    title = re.sub(r"[\s(\[_./:-]*[^\W\d_]+[\s)\]_.]*$", "", parts[0].title) if named else ""
    return Column(parts[0].index, f"{title.strip() or 'Time'} ({units})", cells, sample=_sample(cells, parts[0]))


def _sample(cells: Sequence[str], column: Column) -> list[str]:
    return [cell for cell in cells if cell][: max(len(column.sample), 1)]


def _time(cells: Sequence[str], unit: int) -> str:
    said = [cell.strip() for cell in cells]
    numbers = [cell for cell in said if cell]
    if not numbers or not all(_LAST.fullmatch(cell) or _WHOLE.fullmatch(cell) for cell in numbers):
        return next((cell for cell in numbers if not _LAST.fullmatch(cell)), "")
    values = dict(zip(range(unit, unit + len(said)), said, strict=True))
    whole, _, part = (values.get(2) or "0").replace(",", ".").partition(".")
    part = part or (values.get(3) or "").zfill(2) * (3 in values)
    text = ":".join([*((values[one] or "0").zfill(2) for one in (0, 1) if one in values), whole.zfill(2)])
    return f"{text}.{part}" if part else text
