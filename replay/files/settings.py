"""What can be changed of how a file was understood: each setting with its value, who says so, and what it may be."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from replay.files.said import delimiter_words, metres, said, start_words
from replay.files.source import Choices, DateOrder, Reading
from replay.files.table.wording.words import Meaning
from replay.files.understood import Clock, Column, Counting
from replay.race.events import EXAMPLES, event_seconds
from replay.race.race import Surface
from replay.race.times import format_distance


class Setting(NamedTuple):
    """One thing that can be changed."""

    kind: str
    """Of `replay.files.said.KINDS`."""
    title: str
    """What it is called: the kind, or the column's title."""
    value: str
    """As it is taken, in words; empty where nobody knows."""
    why: str
    """Who says so, where that is not plain."""
    options: tuple[str, ...]
    """What one goes through with two keys."""
    takes: str
    """What can be typed."""
    chosen: bool = False
    """Whether the user said so."""
    example: str = ""
    """The first cell of a column."""
    said: str = ""
    """What the user said a column is; what came of it is the value."""


_DISTANCES = (
    *("60", "100", "200", "400", "600", "800", "1000", "1500", "mile", "2000", "3000", "5000", "8000", "10000"),
    *("15km", "half", "25km", "30km", "marathon", "50km", "100km"),
)
_MEANINGS = tuple(str(meaning) for meaning in Meaning if meaning is not Meaning.SPLIT)
"""What a column can be in a word; a split says where: `5 km`."""
_NOT_READ = str(Meaning.IGNORED)
_DATE_ORDERS = {
    DateOrder.DAY_FIRST: "day first",
    DateOrder.MONTH_FIRST: "month first",
    DateOrder.YEAR_FIRST: "year first",
}
_DATED = ("date", "start", "time of day")
"""Meanings of columns in which days may stand."""


def settings(reading: Reading, choices: Choices) -> tuple[Setting, ...]:
    """What can be changed of a reading that was made with these choices; of the race first, then of each column."""
    rows: list[Setting] = []
    for kind in reading.takes:
        rows += _MADE[kind](reading, choices)
    return tuple(rows)


def stepped(setting: Setting, way: int) -> str:
    """The option after (`way` 1) or before (-1) the present value, as it is said; empty where there is none."""
    options = setting.options
    if not options:
        return ""
    if setting.kind == "distance":
        return _next_distance(setting, way)
    here = setting.said or setting.value  # said to be a second name, a column may be not read
    if here not in options:
        return options[0 if way > 0 else -1]
    return options[(options.index(here) + way) % len(options)]


def _next_distance(setting: Setting, way: int) -> str:
    lengths = [round(metres(option), 1) for option in setting.options]
    here = round(_length(setting.value), 1)
    at = bisect_right(lengths, here) if way > 0 else bisect_left(lengths, here) - 1
    return setting.options[at % len(lengths)]


def _length(value: str) -> float:
    """Metres of a value; 0 for one that is not known, and for hours."""
    try:
        return float(value[:-2]) if value.endswith(" m") else metres(value)
    except ValueError:
        return 0.0


def changed(choices: Choices, setting: Setting, text: str) -> Choices:
    """The choices with another value of a setting; an empty one leaves it to the file again.

    Raises:
        ValueError: The value is none; the message says what it takes.
    """
    words = {words: str(order) for order, words in _DATE_ORDERS.items()}
    if setting.kind == "column" and text and text not in _MEANINGS:
        _need_meaning(text)
    return said(choices, setting.kind, words.get(text, text), setting.title)


def _need_meaning(text: str) -> None:
    from replay.files.table.wording.headings import read_heading  # it makes its tables of words first

    headings = read_heading(text)
    if (not headings or not headings[0].sure) and event_seconds(text) is None:
        raise ValueError(f"{text!r} is nothing that a column can be; {COLUMN_TAKES}")


COLUMN_TAKES = f"a point such as 5 km or lap 2, a time such as 6h, or one of {', '.join(_MEANINGS)}"
"""What a column can be, in words: a time heads how far everybody was by then in a race for distance."""


def _distance(reading: Reading, choices: Choices) -> Iterator[Setting]:
    found = reading.understood
    far = found.distance if found.distance is not None else choices.distance
    said_so = choices.distance is not None or choices.duration is not None
    why = "you say so" if said_so and found.distance_from in ("", "--distance") else found.distance_from
    value = format_distance(far) if far is not None else ""
    if found.duration is not None:
        hours = found.duration % 3600 == 0
        value = f"{found.duration / 3600:g} h" if hours else f"{found.duration / 60:g} min"
    takes = f"metres, or an event: {EXAMPLES}"
    yield Setting("distance", "distance", value, why, _DISTANCES, takes, said_so)


def _track(reading: Reading, choices: Choices) -> Iterator[Setting]:
    race = reading.race
    if race is None and choices.course is None:
        return
    course = race.course if race is not None else choices.course
    value = course.surface.value if course is not None else ""
    yield _words("track", value, tuple(map(str, Surface)), choices.course is not None)


def _title(reading: Reading, choices: Choices) -> Iterator[Setting]:
    yield _free("title", choices.title or reading.understood.title, choices.title is not None)


def _event(reading: Reading, choices: Choices) -> Iterator[Setting]:
    value = choices.event or reading.understood.event
    if value:
        yield _free("event", value, choices.event is not None)


def _free(kind: str, value: str, chosen: bool) -> Setting:
    """What can be any words."""
    return Setting(kind, kind, value, "you say so" if chosen else "", (), "any words", chosen)


def _times(reading: Reading, choices: Choices) -> Iterator[Setting]:
    value = choices.counting or reading.understood.counting
    if value is not None:
        yield _words("times", value, tuple(map(str, Counting)), choices.counting is not None)


def _clock(reading: Reading, choices: Choices) -> Iterator[Setting]:
    value = choices.clock or reading.understood.clock
    if value is not None:
        yield _words("clock", value, tuple(map(str, Clock)), choices.clock is not None)


def _part(reading: Reading, choices: Choices) -> Iterator[Setting]:
    parts = reading.understood.parts
    if not parts and choices.part is None:
        return
    value = choices.part or next((part for part in parts if part in reading.understood.title), "")
    yield _words("part", value or ("the largest" if parts else ""), parts, choices.part is not None)


_OF_DAY = "times of day"


def _start(reading: Reading, choices: Choices) -> Iterator[Setting]:
    if "clock" in reading.takes:  # a table, of which most have no times of day
        if (
            choices.start is None
            and reading.race is not None
            and not any(_OF_DAY in one for one in reading.understood.assumed)
        ):
            return
        value = start_words(choices.start) if choices.start is not None else "as the file says"
        takes = "the time of day at which the race began, such as 14:50"
        yield Setting("start", "start", value, "", (), takes, choices.start is not None)
        return
    value = start_words(choices.start) if choices.start is not None else "the last to begin"
    takes = "`line` for each from the start line, or the gun's time of day in UTC such as 14:50"
    yield Setting("start", "start", value, "", ("line",), takes, choices.start is not None)


def _delimiter(reading: Reading, choices: Choices) -> Iterator[Setting]:
    chosen = choices.delimiter is not None
    value = delimiter_words(choices.delimiter or reading.understood.delimiter)
    why = "you say so" if chosen else ""
    yield Setting("delimiter", "delimiter", value, why, (",", ";", "tab", "|"), "one character, or tab", chosen)


def _encoding(reading: Reading, choices: Choices) -> Iterator[Setting]:
    chosen = choices.encoding is not None
    value = choices.encoding or reading.understood.encoding
    takes = f"one such as {', '.join(_ENCODINGS[:3])}"
    # That UTF-8 is UTF-8 shows in every byte; of the others the likeliest is taken.
    why = "you say so" if chosen else "" if value.startswith("utf") else "by its letters"
    yield Setting("encoding", "encoding", value, why, _ENCODINGS, takes, chosen)


_ENCODINGS = ("utf-8", "cp1252", "cp1250", "mac-roman", "cp850", "cp1251", "utf-16")


def _date_order(reading: Reading, choices: Choices) -> Iterator[Setting]:
    found = choices.date_order or reading.understood.date_order
    if not found and not any(column.meaning in _DATED for column in reading.understood.columns):
        return
    value = _DATE_ORDERS[DateOrder(found)] if found else "as each day shows"
    yield _words("date order", value, tuple(_DATE_ORDERS.values()), choices.date_order is not None)


def _columns(reading: Reading, choices: Choices) -> Iterator[Setting]:
    for column in reading.understood.columns:
        yield _column(column, choices)


def _column(column: Column, choices: Choices) -> Setting:
    said_so = choices.columns.get(column.title, "")
    # Said to be a nation, the only name there is stays the name: the table has the last word, and says why.
    why = "you say so" if column.why == "--column" else column.why
    value = column.meaning or _NOT_READ
    return Setting("column", column.title, value, why, _MEANINGS, COLUMN_TAKES, bool(said_so), column.example, said_so)


def _words(kind: str, value: str, options: Sequence[str], chosen: bool) -> Setting:
    takes = "one of " + ", ".join(options)
    return Setting(kind, kind, value, "you say so" if chosen else "", tuple(options), takes, chosen)


_MADE: dict[str, Callable[[Reading, Choices], Iterator[Setting]]] = {
    "distance": _distance,
    "track": _track,
    "title": _title,
    "event": _event,
    "times": _times,
    "clock": _clock,
    "part": _part,
    "start": _start,
    "delimiter": _delimiter,
    "encoding": _encoding,
    "date order": _date_order,
    "column": _columns,
}
