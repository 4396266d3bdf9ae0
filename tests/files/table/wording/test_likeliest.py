"""What a heading most likely means."""

from replay.files.table.wording.likeliest import is_heading, means
from replay.files.table.wording.words import Meaning
from tests.together import together


@together(
    ("text", "whole", "meaning"),
    [
        ("Time", True, Meaning.RESULT),
        ("Athlete", True, Meaning.NAME),
        ("1000m", True, Meaning.SPLIT),
        ("Ada's club", False, Meaning.CLUB),
        ("Ada Alfa", False, None),
        ("", False, None),
    ],
)
def test_a_word_that_is_known_is_a_heading_as_a_whole(text: str, whole: bool, meaning: Meaning | None) -> None:
    assert is_heading(text) is whole
    assert [one for one in Meaning if means(text, {one})] == ([meaning] if meaning is not None else [])
