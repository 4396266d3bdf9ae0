"""Rows with characters of two cells and of none: nothing that is written over them moves what stands beside it."""

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ink import Ink, Row
from replay.cells.rows import Ground, Painting, between, is_even, over, overlays_in, row_width
from replay.cells.text import cell_width
from replay.cells.uneven import cells_of, written_over

PANEL, BAR = Ink(fg=1, bg=2), Ink(fg=3, bg=4)
INKS = st.sampled_from([PANEL, BAR, Ink(fg=5)])
EVEN, ANY = "ab█ ", "ab█ 日本é\u0301\u0902"


def texts(letters: str) -> st.SearchStrategy[str]:
    return st.text(letters, min_size=1, max_size=8).filter(lambda text: cell_width(text[0]) > 0)


def rows(letters: str) -> st.SearchStrategy[Row]:
    run = st.tuples(texts(letters), st.sampled_from([PANEL, BAR]))
    return st.lists(run, min_size=1, max_size=5).map(tuple)


def overlays(letters: str) -> st.SearchStrategy[list[tuple[int, str, Ink]]]:
    one = st.tuples(st.integers(-2, 30), texts(letters), INKS)
    return st.lists(one, max_size=4).map(lambda found: sorted(found, key=lambda overlay: overlay[0]))


def celled(row: Row) -> list[tuple[str, Ink]]:
    return [(char, ink) for text, ink in row for char in cells_of(text)]


@given(rows(EVEN), overlays(EVEN))
def test_cell_by_cell_an_even_row_is_written_over_as_run_by_run(row: Row, texts: list[tuple[int, str, Ink]]) -> None:
    assert celled(written_over(row, texts)) == celled(over(row, texts))


@given(rows(ANY), overlays(ANY))
def test_whatever_is_written_over_a_row_it_has_as_many_cells(row: Row, texts: list[tuple[int, str, Ink]]) -> None:
    assert Ground(row).width == row_width(row)
    assert row_width(over(row, texts)) == row_width(row)
    (shown,) = Painting([row]).over({0: texts})
    assert celled(tuple(shown)) == celled(over(row, texts))


@given(rows(ANY), st.integers(0, 40), st.integers(0, 40))
def test_a_part_of_a_row_has_as_many_cells_as_were_asked_for(row: Row, start: int, end: int) -> None:
    width = row_width(row)
    start, end = sorted((min(start, width), min(end, width)))
    assert row_width(between(row, start, end)) == end - start


def test_what_stands_behind_a_name_stays_where_it_is() -> None:
    row = ((".........#", PANEL),)
    assert over(row, [(2, "田中", BAR)]) == (("..", PANEL), ("田中", BAR), ("...#", PANEL))
    assert over(row, [(2, "e\u0301a", BAR)]) == (("..", PANEL), ("e\u0301a", BAR), (".....#", PANEL))


def test_of_a_character_that_is_written_over_in_half_a_blank_is_left() -> None:
    row = (("田中", PANEL),)
    assert over(row, [(1, "x", PANEL)]) == ((" x中", PANEL),)
    assert over(row, [(2, "x", PANEL)]) == (("田x ", PANEL),)
    assert between(row, 1, 3) == (("  ", PANEL),)


def test_a_row_over_another_keeps_its_cells() -> None:
    row = (("1 ", PANEL), ("田中", BAR), (" JPN", PANEL))
    assert over(((" " * 10, PANEL),), overlays_in(row)) == row
    assert not is_even(row)
