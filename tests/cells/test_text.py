"""Widths of text, and text fitted, wrapped and in ASCII."""

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.text import asciified, cell_width, cut, fit, fit_words, wrap
from tests.together import together


@given(st.text(max_size=30), st.integers(0, 40))
def test_a_text_fits_exactly(text: str, width: int) -> None:
    assert cell_width(fit(text, width)) == width
    assert cell_width(cut(text, width)) <= width


@given(st.text(alphabet="ab cde漢字é", max_size=80), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_width(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(max_size=40))
def test_ascii_text_is_ascii_and_as_wide(text: str) -> None:
    assert asciified(text).isascii()
    assert cell_width(asciified(text)) == cell_width(text)


def test_ascii_keeps_names_readable() -> None:
    assert asciified("Žan Rudolf, Narve Gilje Nordås, Michał, “so’") == "Zan Rudolf, Narve Gilje Nordas, Michal, \"so'"
    assert asciified("Пётр Щукин, Νίκος") == "Petr Sukin, Nikos"


def test_a_number_and_its_unit_are_not_parted() -> None:
    assert wrap("Bosse and Berian passed in 150 m", 30) == ["Bosse and Berian passed in", "150 m"]
    assert wrap("Murphy 0.78 s, and then", 12) == ["Murphy", "0.78 s, and", "then"]


@together(
    ("width", "told"),
    [
        (40, "The gun, twelve starters                "),
        (20, "The gun, twelve …   "),
        (16, "The gun …       "),
        (10, "The gun … "),
        (9, "The gun …"),
        (8, "The …   "),
        (4, "The…"),
        (1, "…"),
    ],
)
def test_a_text_is_cut_between_words(width: int, told: str) -> None:
    assert fit_words("The gun, twelve starters", width) == told
