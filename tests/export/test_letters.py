"""Letters as pixels."""

import pytest

from replay.export.letters import Letters, Style
from replay.export.shapes import shapes_of

UPRIGHT = Style(bold=False, italic=False)
LETTERS = Letters(16)
OURS = "~·×»◆▲▼→↑↓‖▶❝’“”–—…°±≈éÅøŁžİßжΩ"
"""Signs of ours, and letters of names."""


def ink(text: str, style: Style = UPRIGHT) -> bytes:
    return LETTERS.mask(text, 1, style).tobytes()


def test_what_we_write_is_in_the_font_or_a_shape() -> None:
    unknown = ink("\U0010ffff")
    assert [char for char in OURS if shapes_of(char) is None and ink(char) == unknown] == []


def test_no_two_letters_look_alike() -> None:
    letters = [chr(code) for code in range(0x21, 0x7F)]
    assert len({ink(letter) for letter in letters}) == len(letters)


def test_an_accent_that_stands_for_itself_is_that_of_the_letter() -> None:
    assert ink("e\N{COMBINING ACUTE ACCENT}") == ink("é")


@pytest.mark.parametrize("style", [Style(bold=True, italic=False), Style(bold=False, italic=True)])
def test_styles_are_seen(style: Style) -> None:
    assert ink("a", style) != ink("a")


def test_bold_letters_are_heavier() -> None:
    assert sum(ink("H", Style(bold=True, italic=False))) > 1.2 * sum(ink("H"))


def test_a_wide_character_stands_in_the_middle_of_two_cells() -> None:
    box = LETTERS.mask("日", 2, UPRIGHT).getbbox()
    assert box is not None
    assert abs(box[0] - (32 - box[2])) <= 1
