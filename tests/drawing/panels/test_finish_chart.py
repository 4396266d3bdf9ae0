import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.cells.rows import plain, row_width
from replay.drawing.panels.finish_chart import STEPS, finish_rows, finishes_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK

LOOK = look_of(DARK)
HOMES = np.sort(np.array([7235.0, 7442.0, *(9000.0 + 7 * i for i in range(500))]))


def text(t: float, width: int = 44, height: int = 8, chosen: float | None = None, words: str = "") -> list[str]:
    rows = finish_rows(finishes_of(HOMES, t, width, chosen, words), LOOK, width, height)
    assert len(rows) == height
    assert {row_width(row) for row in rows} == {width}
    return plain(rows).splitlines()


def test_it_says_how_many_are_home_and_of_whom() -> None:
    assert text(99999.0)[0].startswith(" finishes: 502, at most ")
    assert text(99999.0, words="women")[0].startswith(" finishes women: 502, ")


@given(st.floats(0, 20000), st.integers(10, 200))
def test_everybody_home_is_in_one_bar_and_nobody_else_is(t: float, width: int) -> None:
    finishes = finishes_of(HOMES, t, width)
    assert sum(finishes.counts) == finishes.home == int((t >= HOMES).sum())
    assert len(finishes.counts) <= width - 2
    assert finishes.step in STEPS


@pytest.mark.parametrize("t", [9100.0, 12000.0])
def test_what_is_to_come_changes_nothing(t: float) -> None:
    assert finishes_of(HOMES[t >= HOMES], t, 44) == finishes_of(HOMES, t, 44)


def test_the_bar_of_the_chosen_stands_out_once_he_is_home() -> None:
    own = [ink for row in finish_rows(finishes_of(HOMES, 9600.0, 44, 9300.0), LOOK, 44, 8) for _, ink in row]
    assert any(ink.fg == DARK.lights for ink in own)
    before = [ink for row in finish_rows(finishes_of(HOMES, 9200.0, 44, 9300.0), LOOK, 44, 8) for _, ink in row]
    assert not any(ink.fg == DARK.lights for ink in before)
