"""Times as lists write them, and what they can mean.

A cell is taken apart into its numbers and its form (`a:b`, `a:b:c`, a plain number ...). What the numbers are is
decided for a whole column (`replay.files.table.values.notations`): `2:03` is two minutes or two hours, `132.50`
seconds, minutes or 2 h 12. A cell that leaves no choice (`1h02'03"`, `PT30M12S`, `0 days 00:30:12`) is seconds at once.
"""

import datetime
import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from replay.files.source import DateOrder
from replay.files.table.values.behind import MARK, NO_MARKS, PENALTY, SHOUTED, UNIT, said_in

DAY = 86_400.0


class Form(IntEnum):
    """How a time is written."""

    PLAIN = 1
    """`59.557`, `132,50`"""
    TWO = 2
    """`a:b`"""
    THREE = 3
    """`a:b:c`"""
    FOUR = 4
    """`a:b:c:d`"""
    DOTS = 5
    """`a.b.c`"""
    FIXED = 6
    """Seconds, whatever the column."""
    CLOCK = 7
    """A time of day, whatever the column: seconds since midnight, or since 1 January 1970 where the day is given."""


class Cell(NamedTuple):
    """A cell's time, taken apart."""

    form: Form
    numbers: tuple[float, ...]
    text: str
    """Its digits, without what stands around them."""
    digits: int
    """Digits behind the point."""
    marks: tuple[str, ...] = ()
    """Such as `PB` and `Q`."""
    estimated: bool = False
    """Marked as worked out: `35K *`, `~4:02`."""
    ahead: str = ""
    """`+` or `-` before it."""


_CLOCKLIKE = re.compile(r"(\d{1,4}):(\d{1,2})(?::(\d{1,2})(?::(\d{1,2}))?)?(?:[.,](\d{1,9}))?")
_PLAIN = re.compile(r"(\d{1,9})(?:[.,](\d{1,18}))?|[.,](\d{1,18})")
_DOTS = re.compile(r"(\d{1,3})\.(\d{2})\.(\d{2})(?:[.,](\d{1,3}))?")
_DOT_TENTH = re.compile(r"(\d{1,3})\.([0-5]\d)\.(\d)")
"""`2.41.3`: minutes, seconds and a tenth, as they are written by hand; no day has so short a year."""
_DOT_COMMA = re.compile(r"(?:(\d{1,2}):)?(\d{1,3})\.(\d{2}),(\d{1,3})")
"""`58.12,4`, and `1:00.01,2` of an hour and more, as Swiss lists have it."""
_DAYS = re.compile(
    r"(\d{1,3})\s*(?:d|days?|t(?=\W)(?!\W+\d+\W?m)|tage?n?|tg|jours?|j|dias?|días?|g(?=\W)|gg|giorn[io]|dni|dzie[nń]|dag(?:en|e|ar)?|dygn|pv|p[aä]iv[aä]\w*|den|dny|dn[ií]|nap|g[uü]n|д\.?|дн\w*|день|日|天|일)(?:\b|(?<=d)(?=\d))[.,]?"
    r"\s*(?:and|und|et|y|e|i|en|og|och|ja|a)?\s*(.*)",
    re.IGNORECASE,
)
_DAY_DOT = re.compile(r"(\d{1,2})\.(\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?)")
_H = (
    r"h(?:(?:ou)?rs?|eures?|r|oras?|odin\w*)?|std\.?|stunden?|st|uur|u|tim(?:er|mar)?|t|ore|godz(?:in\w*)?\.?|g|°"
    r"|час\w*|ч\.?|時間|小時|小时|시간"
)
_M = r"'|:|m(?:in(?:ut\w*)?\.?|n)?|мин\w*\.?|м|分鐘|分钟|分|분"
_S = r"\"|''|s(?:ec(?:ond\w*|s)?\.?|ek(?:und\w*)?\.?)?|сек\w*\.?|с|秒|초"
_UNITS = re.compile(
    rf"(?:(?P<h>\d{{1,3}})\s*(?:{_H})[\s:,.]*)?(?:(?P<m>\d{{1,4}}(?:[.,]\d+)?)\s*(?:{_M})[\s:,.]*)?"
    rf"(?:(?P<s>\d{{1,6}}(?:[.,]\d{{1,6}})?)\s*(?:(?:{_S})\s*(?P<f>\d{{1,3}})?)?)?",
    re.IGNORECASE,
)
_ISO = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?", re.IGNORECASE)
_TWELVE = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*([ap])\.?\s*m\.?", re.IGNORECASE)
_MOMENT = re.compile(
    r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?"
    r"\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_LONGEST = 60
"""Characters of the longest time that anybody writes."""
_QUOTES = str.maketrans(
    {
        "’": "'",
        "′": "'",
        "´": "'",
        "`": "'",
        "‘": "'",
        "”": '"',
        "″": '"',
        "“": '"',
        "：": ":",
        "∶": ":",
        "꞉": ":",
        "\xa0": " ",
        "−": "-",
        "–": "-",
    }
)


_THOUSANDS = re.compile(r"(\d)([,.])(\d{3})(?!\2)[,.](\d{1,3})")
"""Seconds with a sign for the thousands: `1,022.5`, `1.022,5`."""


@lru_cache(maxsize=1 << 17)
def read_cell(text: str, order: DateOrder | None = None) -> Cell | None:
    """The time in a cell; None where there is none.

    Args:
        text: The cell.
        order: How a day before a time of day is written; found out where it shows.
    """
    match = _CLOCKLIKE.fullmatch(text)
    if match is not None:
        return _clocklike(match, text)
    match = _PLAIN.fullmatch(text)
    if match is not None:
        return _plain(match, text)
    match = _TWELVE.fullmatch(text)
    if match is not None and (found := _twelve(match, text)) is not None:
        return found
    bare = text.translate(_QUOTES).strip()
    if bare[:1] == "'" and bare[1:].lstrip()[:1].isdigit():
        bare = bare[1:].lstrip()  # by which a spreadsheet keeps a text
    if (inside := _ENCLOSED.fullmatch(bare)) is not None:
        bare = inside[1]
    if bare != text:
        return read_cell(bare, order)
    if (match := _THOUSANDS.fullmatch(text)) is not None:
        return read_cell(f"{match[1]}{match[3]}.{match[4]}", order)
    return _decorated(text, order)


_ENCLOSED = re.compile(r"\[(\d[\d:.,]*:[\d:.,]*)\]")
"""A time in brackets by itself."""


def _clocklike(match: re.Match[str], text: str) -> Cell:
    a, b, c, d, part = match.groups()
    *whole, last = (number for number in (a, b, c, d) if number is not None)
    numbers = [*map(float, whole), float(f"{last}.{part or 0}")]
    digits = len(part or "")
    if digits > _MEASURED and not (part or "").strip("0"):  # a database writes seven, whatever was measured
        digits = 0
    return Cell((Form.TWO, Form.THREE, Form.FOUR)[len(numbers) - 2], tuple(numbers), text, digits)


_MEASURED = 3
"""Digits behind the point of the finest time that is measured."""


def _plain(match: re.Match[str], text: str) -> Cell:
    part = match[2] or match[3]
    return Cell(Form.PLAIN, (float(f"{match[1] or 0}.{part or 0}"),), text, len(part or ""))


def _part(digits: str | None) -> float:
    return float(f"0.{digits}") if digits else 0.0


def _decorated(text: str, order: DateOrder | None) -> Cell | None:
    """A cell with something around its digits, or with units."""
    if not any(map(str.isdigit, text)) or len(text) > _LONGEST:
        return None
    if (match := _SINCE_1970.fullmatch(text)) is not None:
        part = match[2] or match[3] or ""
        return Cell(Form.CLOCK, (float(f"{match[1]}.{part or 0}"),), text, len(part))
    return _penalized(text) or _moment(text, order) or _of_units(text, order) or _stripped(text, order)


def _penalized(text: str) -> Cell | None:
    """A time with a penalty behind it, as judges of walks and of relays write it: `1:22:37+1:00`; they are added."""
    match = _PENALTY.fullmatch(text)
    ran = _clocklike(clock, match[1]) if match is not None and (clock := _CLOCKLIKE.fullmatch(match[1])) else None
    if match is None or ran is None or ran.form not in (Form.TWO, Form.THREE):
        return None
    seconds = 0.0
    for number in ran.numbers:
        seconds = 60 * seconds + number
    penalty = 60.0 * int(match[2] or 0) + int(match[3])
    if not 0 < penalty <= seconds / 4:
        return None
    cell = _fixed(round(seconds + penalty, ran.digits), ran.digits)
    return cell._replace(marks=(f"{PENALTY}{int(penalty // 60)}:{penalty % 60:02.0f}",))


_PENALTY = re.compile(
    r"(\d[\d:]*:\d\d(?:[.,]\d+)?) ?\(?\+ ?(?:(\d{1,2}):)?(\d{1,2})(?: ?(?:s|sec|secs|seconds|\"))?"
    r"(?: ?(?:pen|penalty|pz|pz\d+|strafe|penalite|p)\.?)?\)?",
    re.IGNORECASE,
)

_SINCE_1970 = re.compile(r"(1[2-9]\d{8})(?:(\d{3})|\.(\d{1,6}))?")
"""A moment as programs count it, in seconds or milliseconds since 1970: from 2008 to 2033."""
_BELOW = re.compile(
    r"\(?[#(]?\d{1,5}[.)]?\)?|.*(?:/ ?(?:km|mi|h|mile)|km/h|mph|%|parkruns?|new pb!?|\bp\.?b\b.*|first timer!?)",
    re.IGNORECASE,
)
"""What stands below a time in its cell: a rank, a pace, a share."""


def _stripped(bare: str, order: DateOrder | None) -> Cell | None:
    first, *below = (line.strip() for line in bare.splitlines())
    if below and all(_BELOW.fullmatch(line) or not line for line in below):
        return read_cell(first, order)
    bare = f"+{bare[1:].strip()}" if (little := bare[0] == "<") else bare  # `<0.1` behind the winner, in a list of gaps
    estimated = little or bare[0] in "~≈" or bare.endswith("*") or bare.lower().startswith(("c.", "ca"))
    estimated = estimated or bare.lower().endswith(("est", "est."))
    ahead = bare[0] if bare[0] in "+-" else ""
    rest = re.sub(r"^(?:[~≈+-]|c\.|ca\.?)\s*", "", bare, flags=re.IGNORECASE).rstrip("* ")
    marks: list[str] = []
    shouted = SHOUTED.search(rest)
    if shouted is not None and shouted.start():
        marks = ["PB"] if "pb" in shouted[0].lower() and not any(map(str.isdigit, shouted[0])) else []
        rest = rest[: shouted.start()].rstrip(_BETWEEN)
    while True:
        mark = MARK.search(rest)
        if mark is None or mark.start() == 0 or mark["mark"] in NO_MARKS:
            break
        if said := mark["mark"] or said_in(mark["odd"]):
            marks.insert(0, said)
        rest = rest[: mark.start()].rstrip(_BETWEEN)
    if ":" in rest:
        rest = UNIT.sub("", rest)
    if rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1].strip()
    if rest == bare or not rest:
        return None
    found = read_cell(rest, order)
    if found is None:
        return None
    return found._replace(marks=(*marks, *found.marks), estimated=estimated or found.estimated, ahead=ahead)


_BETWEEN = "* ,;/"
"""Signs between marks behind a time: `NR, PB`, `PB/CR`."""


def _of_units(text: str, order: DateOrder | None) -> Cell | None:
    """A time whose numbers say what they are."""
    match = _DAYS.fullmatch(text)
    if match is not None:
        rest = read_cell(match[2].strip(), order) if match[2].strip() else Cell(Form.FIXED, (0.0,), "", 0)
        seconds = None if rest is None else _hours(rest)
        return None if rest is None or seconds is None else _fixed(float(match[1]) * DAY + seconds, rest.digits)
    match = _DAY_DOT.fullmatch(text)
    if match is not None:
        rest = read_cell(match[2])
        seconds = None if rest is None else _hours(rest)
        return None if rest is None or seconds is None else _fixed(float(match[1]) * DAY + seconds, rest.digits)
    match = _DOTS.fullmatch(text)
    if match is not None:
        a, b, c, part = match.groups()
        return Cell(Form.DOTS, (float(a), float(b), float(f"{c}.{part or 0}")), text, len(part or ""))
    match = _DOT_TENTH.fullmatch(text)
    if match is not None:
        return _fixed(int(match[1]) * 60 + int(match[2]) + _part(match[3]), 1)._replace(text=text)
    match = _DOT_COMMA.fullmatch(text)
    if match is not None and int(match[3]) < 60 and (not match[1] or int(match[2]) < 60):
        seconds = int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])
        return Cell(Form.FIXED, (seconds + _part(match[4]),), "", len(match[4]))
    return _iso(text) or _worded(text)


def _fixed(seconds: float, digits: int) -> Cell:
    return Cell(Form.FIXED, (seconds,), "", digits)


def _hours(cell: Cell) -> float | None:
    """Seconds of a time behind days: hours come first."""
    if cell.form is Form.FIXED:
        return cell.numbers[0]
    if cell.form not in (Form.TWO, Form.THREE):
        return None
    hours, minutes, seconds = (*cell.numbers, 0.0)[:3]
    return hours * 3600 + minutes * 60 + seconds if minutes < 60 and seconds < 60 else None


def _iso(text: str) -> Cell | None:
    match = _ISO.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    days, hours, minutes, seconds = (float((group or "0").replace(",", ".")) for group in match.groups())
    part = (match[4] or "").replace(",", ".").partition(".")[2]
    return _fixed(days * DAY + hours * 3600 + minutes * 60 + seconds, len(part))


def _worded(text: str) -> Cell | None:
    """`1h02'03"`, `15'02"35`, `2h05`, `29H 35M 20S`, `75 min`; None where no unit is named."""
    match = _UNITS.fullmatch(text)
    if match is None or not (match["h"] or match["m"] or (match["s"] and re.search(r"[^\d.,\s]", text))):
        return None
    hours, minutes = match["h"], match["m"]
    last = (match["s"] or "0").replace(",", ".")
    if hours and minutes is None and match["s"] and not re.search(rf"(?:{_S})\s*\d*$", text, re.IGNORECASE):
        minutes, last = last, "0"  # `2h05`
    elif hours is None and match["s"] is None and text.lower().endswith("h"):
        return None  # `13.4h` is a time taken by hand
    part = match["f"] or last.partition(".")[2]
    seconds = float(hours or 0) * 3600 + float((minutes or "0").replace(",", ".")) * 60 + float(last)
    return _fixed(seconds + (_part(match["f"]) if match["f"] else 0.0), len(part))


def _twelve(match: re.Match[str], text: str) -> Cell | None:
    """A time of day by the clock of twelve hours."""
    hours, minutes, seconds, part, half = match.groups()
    if int(hours) > 12 or int(minutes) > 59 or int(seconds or 0) > 59:
        return None
    of_day = int(hours) % 12 * 3600.0 + int(minutes) * 60 + int(seconds or 0) + _part(part)
    return Cell(Form.CLOCK, (of_day + (12 * 3600.0 if half in "pP" else 0.0),), text, len(part or ""))


_EXCEL = datetime.datetime(1899, 12, 30, tzinfo=datetime.UTC)
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


_NO_DAY = re.compile(r"(?:1900-01-00|1904-01-01|0?0[/.]0?1[/.](?:19)?00|0?1/0?0/(?:19)?00)[T ]+", re.IGNORECASE)
"""The day that a spreadsheet writes before a time that has none."""


def _moment(text: str, order: DateOrder | None) -> Cell | None:
    """A time of day, with its day or without."""
    text = _NO_DAY.sub("1899-12-30 ", text) if _NO_DAY.match(text) is not None else text
    match = _TWELVE.fullmatch(text)
    if match is not None:
        return _twelve(match, text)
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    day = read_day(f"{match[1]}-{match[2]}-{match[3]}", order)
    hours = int(match[4])
    if match[8]:
        hours = hours % 12 + (12 if match[8][0] in "pP" else 0)
    if day is None or hours > 24 or int(match[5]) > 59:
        return None
    of_day = hours * 3600.0 + int(match[5]) * 60 + int(match[6] or 0) + _part(match[7])
    midnight = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
    digits = len((match[7] or "").rstrip("0"))
    if day.year <= 1900:  # a duration of more than a day, as a spreadsheet writes it
        days = max((midnight - _EXCEL).days, 0)
        # Most spreadsheets count 29 February 1900, which never was, and so 1 January as day 1.
        return _fixed((days if day.year < 1900 else days - 1) * DAY + of_day, digits)
    return Cell(Form.CLOCK, ((midnight - _EPOCH).total_seconds() + of_day,), text, digits)


WORDED_DAY = re.compile(r"\d{1,2}(?:\.|st|nd|rd|th)?(?: de)? [^\W\d_]{3,10}\.?,?(?: de)? (?:19|20)?\d\d")
"""A day with its month in words: `12 June 2024`."""
_DAY = re.compile(r"(\d{4}([-/.])\d{1,2}\2\d{1,2}|\d{1,2}([-/.])\d{1,2}\3\d{4}|\d{1,2}/\d{1,2}/\d{2})(?!\d)")

_WITH_YEAR = re.compile(r"\d{4}")


def order_of_days(texts: Iterable[str]) -> DateOrder | None:
    """How days in digits are written: as all of them are days, with the day first where that leaves a choice."""
    days = [match[1] for text in texts if (match := _DAY.match(text.strip())) is not None]
    short = [day for day in days if not _WITH_YEAR.search(day)]  # `12/4/25` is hardly ever the 25th
    year, others = [DateOrder.YEAR_FIRST], [DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST]
    ways = [] if not days else [*others, *year] if short else [*year, *others]
    return next((way for way in ways if all(read_day(day, way) is not None for day in days)), None)


def read_day(text: str, order: DateOrder | None = None) -> datetime.date | None:
    """A day such as `2018-09-23`, `23/09/2018`, `9/23/18`; of two readings that are days, the day comes first."""
    match = re.fullmatch(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})\.?", text.strip())
    if match is None:
        return None
    a, b, c = (int(group) for group in match.groups())
    orders = {
        DateOrder.YEAR_FIRST: (a, b, c),
        DateOrder.DAY_FIRST: (c, b, a),
        DateOrder.MONTH_FIRST: (c, a, b),
    }
    wanted = [order] if order is not None else [DateOrder.YEAR_FIRST] if len(match[1]) == 4 else [*orders][1:]
    for one in wanted:
        year, month, day = orders[one]
        if one is DateOrder.YEAR_FIRST and len(match[1]) < 4:
            continue
        year += 2000 if year < 70 and len(match[1]) < 4 and len(match[3]) < 4 else 0
        try:
            if year > 1800:
                return datetime.date(year, month, day)
        except ValueError:
            continue
    return None
