"""Where every panel has its place."""

from hypothesis import given
from hypothesis import strategies as st

from replay.viewing.layout import LEAST_FOR_BOTH, Shows, layout


@given(st.integers(10, 260), st.integers(3, 90), st.integers(1, 60), st.tuples(*[st.booleans()] * 3))
def test_every_panel_lies_inside_the_screen_and_none_on_another(
    width: int, height: int, runners: int, ways: tuple[bool, bool, bool]
) -> None:
    taken: set[tuple[int, int]] = set()
    close, both, charted = ways
    for rect in layout(width, height, Shows(runners, close=close, both=both, charted=charted)).places.values():
        assert rect.x >= 0
        assert rect.y >= 0
        assert rect.x + rect.width <= width
        assert rect.y + rect.height <= height
        cells = {(x, y) for x in range(rect.x, rect.x + rect.width) for y in range(rect.y, rect.y + rect.height)}
        assert not cells & taken
        taken |= cells


def test_at_the_named_sizes_nothing_essential_is_left_out() -> None:
    for width, height in ((80, 24), (120, 40), (200, 60)):
        assert layout(width, height, Shows(14)).left_out == ()


def test_what_has_no_room_is_named() -> None:
    assert layout(40, 10, Shows(14)).left_out == ("pack strip", "commentary", "track")


@given(st.integers(1, 260), st.integers(1, 90), st.integers(1, 60), st.booleans())
def test_both_views_are_seen_wherever_there_is_room_for_both(width: int, height: int, runners: int, many: bool) -> None:
    places = layout(width, height, Shows(runners, many=many, both=True)).places
    columns, rows = LEAST_FOR_BOTH
    assert ("closeup" in places) == (width >= columns and height >= rows)
    if "closeup" in places:
        near, whole = places["closeup"], places["course"]
        assert (near.x, near.width, near.y) == (0, width, whole.y + whole.height)
        assert whole.height > near.height >= 10
    assert "closeup" not in layout(width, height, Shows(runners, many=many, both=True, close=True)).places


@given(st.integers(40, 260), st.integers(18, 90), st.integers(1, 60), st.booleans(), st.booleans())
def test_gaps_are_told_once(width: int, height: int, runners: int, close: bool, charted: bool) -> None:
    places = layout(width, height, Shows(runners, close=close, charted=charted)).places
    assert not {"strip", "chart"} <= places.keys()
    assert not (close and {"strip", "course"} <= places.keys())
    assert close or runners == 1 or "strip" in places or "chart" in places
    assert not (charted and {"chart", "course"} <= places.keys())
    assert not {"small", "closeup"} & places.keys() or charted


def test_a_chart_ends_before_the_board_begins() -> None:
    for width, height in ((80, 24), (120, 40), (200, 60)):
        places = layout(width, height, Shows(13, charted=True, close=True)).places
        assert places["course"].x + places["course"].width < places["board"].x
