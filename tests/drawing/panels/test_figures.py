"""How figures beside the runners are written."""

from replay.drawing.panels.figures import behind


def test_a_gap_has_its_plus_also_where_no_digit_is_left_of_it() -> None:
    assert [behind(gap, 1, "~") for gap in (0.3, 0.04)] == ["~+0.3", "+<0.1"]
