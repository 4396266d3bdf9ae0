"""What the user says of a file, and the words of the command line that say the same."""

import pytest

from replay.cli.options import Given, choices_of
from replay.files.said import KINDS, flags, said
from replay.files.source import Choices
from tests.together import together

SAID = [
    ("distance", "1500", ["--distance", "1500"]),
    ("distance", "half", ["--distance", "21.0975km"]),
    ("track", "Indoor", ["--track", "indoor"]),
    ("times", "laps", ["--times", "laps"]),
    ("times", "cumulative", ["--times", "cumulative"]),
    ("clock", "gun", ["--clock", "gun"]),
    ("part", "Women", ["--part", "Women"]),
    ("start", "line", ["--start", "line"]),
    ("start", "9:05", ["--start", "09:05"]),
    ("start", "14:50:30", ["--start", "14:50:30"]),
    ("distance", "12 min", ["--distance", "12 min"]),
    ("title", "The mile", ["--title", "The mile"]),
    ("event", "3000m steeplechase", ["--event", "3000m steeplechase"]),
    ("encoding", "Latin1", ["--encoding", "iso8859-1"]),
    ("delimiter", "tab", ["--delimiter", "tab"]),
    ("delimiter", ";", ["--delimiter", ";"]),
    ("date order", "mdy", ["--date-order", "mdy"]),
    ("column", "result", ["--column", "Time=result"]),
]


@together(("kind", "text", "words"), SAID)
def test_what_is_said_is_a_word_of_the_command_line(kind: str, text: str, words: list[str]) -> None:
    choices = said(Choices(), kind, text, "Time")
    assert list(flags(choices)) == words
    assert said(choices, kind, "", "Time") == Choices()
    assert choices_of(_given(words)) == choices


def _given(words: list[str]) -> Given:
    """What the command line makes of these words."""
    option, value = words[0].removeprefix("--").replace("-", "_"), words[-1]
    if option == "times":
        return Given(counting=value)
    if option == "column":
        return Given(column=(value,))
    given: Given = Given._make(value if field == option else None for field in Given._fields)
    return given._replace(column=())


def test_everything_that_can_be_said_is_tried_here() -> None:
    assert {kind for kind, _, _ in SAID} == set(KINDS)


@together(
    ("kind", "text"),
    [
        ("distance", "far"),
        ("distance", "-5"),
        ("distance", "nan"),
        ("track", "grass"),
        ("times", "both"),
        ("clock", "sun"),
        ("start", "noon"),
        ("delimiter", "ab"),
        ("encoding", "utf-9"),
        ("encoding", "zlib"),
        ("date order", "ydm"),
    ],
)
def test_what_is_nothing_of_the_kind_is_told(kind: str, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        said(Choices(), kind, text)


@together(("text", "road"), [("10km", True), ("half", True), ("10000", False), ("mile", False), ("", False)])
def test_kilometres_are_of_the_road(text: str, road: bool) -> None:
    assert said(Choices(), "distance", text).road is road
