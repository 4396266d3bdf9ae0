"""Colours in linear light."""

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ink import from_linear, linear, mix


@given(st.integers(0, 0xFFFFFF))
def test_a_colour_comes_back_from_linear_light(colour: int) -> None:
    assert from_linear(linear(colour)) == colour


def test_a_mixture_lies_between_its_colours() -> None:
    assert mix(0x000000, 0xFFFFFF, 0.5) == 0xBCBCBC
    assert mix(0x123456, 0xFFFFFF, 0) == 0x123456
    assert mix(0x123456, 0xFFFFFF, 1) == 0xFFFFFF
