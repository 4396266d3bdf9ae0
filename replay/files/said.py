"""What the user says of a file, as people write it: on the command line, and in the program."""

import codecs
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from replay.files.cleaning import clean_text, short
from replay.files.source import Choices, DateOrder, Start
from replay.files.understood import Clock, Counting
from replay.race.events import FARTHEST, event_metres, event_seconds, is_road_event
from replay.race.race import Course, Surface

_DELIMITERS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "bar": "|"}

KINDS = (
    *("distance", "track", "title", "event", "times", "clock", "part", "start", "delimiter", "encoding", "date order"),
    "column",
)
"""Everything that can be said of a file."""


def said(choices: Choices, kind: str, text: str, title: str = "") -> Choices:
    """The choices with one thing more that the user says.

    Args:
        choices: What he said before.
        kind: One of `KINDS`.
        text: What he says; empty takes back what he said.
        title: The column's, where it is of a column.

    Raises:
        ValueError: It is nothing of the kind; the message says what it takes.
    """
    text = text.strip()
    if kind == "distance":
        seconds = event_seconds(text)
        far = metres(text) if text and seconds is None else None
        return replace(choices, distance=far, road=far is not None and is_road_event(text), duration=seconds)
    if kind == "column":
        others = {known: meaning for known, meaning in choices.columns.items() if known != title}
        return replace(choices, columns={**others, title: words(text)} if text else others)
    name, read = _READ[kind]
    value: Any = read(text) if text else None
    return replace(choices, **{name: value})


def metres(text: str) -> float:
    """A distance in metres: a number of them, or an event such as `mile` or `10km`.

    Raises:
        ValueError: It is none.
    """
    try:
        found = float(text)
    except ValueError:
        found = event_metres(text)
    if not 0 < found < FARTHEST:
        raise ValueError(f"{text!r} is no distance in metres; give something like 1500 or mile")
    return found


def course(text: str) -> Course:
    """A course of a kind of track.

    Raises:
        ValueError: There is no such kind.
    """
    try:
        return Course(surface=Surface(text.strip().lower()))
    except ValueError:
        raise ValueError(f"{text!r} is no track; it is one of {', '.join(Surface)}") from None


def words(text: str) -> str:
    """Words that are shown: they may have been copied from anywhere, and command no terminal."""
    return short(clean_text(text))


def delimiter(text: str) -> str:
    """The character that a name such as `tab` means, or the character itself.

    Raises:
        ValueError: It is not one character.
    """
    found = _DELIMITERS.get(text, text)
    if len(found) != 1:
        raise ValueError(f"{text!r} is not one character; write , ; | or tab")
    return found


def encoding(text: str) -> str:
    """An encoding of texts, as Python calls it.

    Raises:
        ValueError: There is none of that name.
    """
    try:
        found = codecs.lookup(text).name
        b"a".decode(found, "replace")  # which others than those of texts do not do
    except (LookupError, ValueError):
        raise ValueError(f"{text!r} is no encoding; it is one such as utf-8, cp1252 or mac_roman") from None
    return found


def start(text: str) -> Start:
    """When the race of recordings began.

    Raises:
        ValueError: It is neither `line` nor a time of day.
    """
    from replay.files.gps.starts import parse_start  # few files are recordings

    return parse_start(text)


def one_of(text: str, words: type[Counting] | type[Clock] | type[DateOrder]) -> str:
    """One of a few words.

    Raises:
        ValueError: It is another.
    """
    if text.lower() not in {str(word) for word in words}:
        raise ValueError(f"{text!r} is not one of {', '.join(words)}")
    return text.lower()


def how_far(choices: Choices) -> str | None:
    """What the user says of how far the race was, or how long; None where he says nothing."""
    if choices.duration is not None:
        whole = choices.duration % 3600 == 0
        return f"{choices.duration / 3600:g}h" if whole else f"{choices.duration / 60:g} min"
    if choices.distance is None:
        return None
    return f"{choices.distance / 1000:.10g}km" if choices.road else f"{choices.distance:.10g}"


def flags(choices: Choices) -> Iterator[str]:
    """The words of the command line that say the same."""
    told = {
        "--distance": how_far(choices),
        "--track": choices.course.surface.value if choices.course is not None else None,
        "--title": choices.title,
        "--event": choices.event,
        "--times": choices.counting,
        "--clock": choices.clock,
        "--part": choices.part,
        "--start": start_words(choices.start) if choices.start is not None else None,
        "--delimiter": delimiter_words(choices.delimiter) if choices.delimiter is not None else None,
        "--encoding": choices.encoding,
        "--date-order": choices.date_order,
    }
    for option, text in told.items():
        if text is not None:
            yield from (option, str(text))
    for title, meaning in choices.columns.items():
        yield from ("--column", f"{title}={meaning}")


def start_words(chosen: Start) -> str:
    """A start as it is written: `line`, or `14:50:30`."""
    if chosen.line or chosen.gun is None:
        return "line"
    minutes, seconds = divmod(round(chosen.gun, 3), 60)
    return (
        f"{int(minutes // 60):02}:{int(minutes % 60):02}:{seconds:02g}"
        if seconds
        else (f"{int(minutes // 60):02}:{int(minutes % 60):02}")
    )


def delimiter_words(chosen: str) -> str:
    """A delimiter as it is written: `tab` for what cannot be seen, and the character for others."""
    return "tab" if chosen == "\t" else chosen


_READ: dict[str, tuple[str, Callable[[str], Any]]] = {
    "track": ("course", course),
    "title": ("title", words),
    "event": ("event", words),
    "times": ("counting", lambda text: Counting(one_of(text, Counting))),
    "clock": ("clock", lambda text: Clock(one_of(text, Clock))),
    "part": ("part", words),
    "start": ("start", start),
    "delimiter": ("delimiter", delimiter),
    "encoding": ("encoding", encoding),
    "date order": ("date_order", lambda text: DateOrder(one_of(text, DateOrder))),
}
"""Of each kind the field of the choices, and what reads it."""
