"""Who runs together."""

from hypothesis import given
from hypothesis import strategies as st

from replay.drawing.panels.packs import Behind, packs_of


def test_groups_go_by_metres_whatever_the_order_on_the_board() -> None:
    packs = packs_of([Behind(0, 0.0), Behind(1, 3.0), Behind(2, 15.0), Behind(3, 9.0)])
    assert [[runner.entry for runner in pack.runners] for pack in packs] == [[0, 1, 3, 2]]


def test_runners_are_together_until_the_next_is_more_than_eight_metres_back() -> None:
    packs = packs_of([Behind(0, 0.0, 0.0), Behind(1, 7.0, 1.0), Behind(2, 20.0, 2.9), Behind(3, 28.0, 4.0)])
    assert [[runner.entry for runner in pack.runners] for pack in packs] == [[0, 1], [2, 3]]
    assert packs[0].gap == ()
    assert packs[1].gap == ("1.9 s, 13 m", "13 m")
    estimated = packs_of([Behind(0, 0.0, 0.0), Behind(1, 20.0, 2.9, estimated=True)])
    assert estimated[1].gap == ("~2.9 s, 20 m", "~20 m")


@given(st.lists(st.floats(0, 500), max_size=30))
def test_everybody_is_in_one_group_and_groups_keep_the_order(metres: list[float]) -> None:
    behind = [Behind(entry, gap) for entry, gap in enumerate(sorted(metres))]
    packs = packs_of(behind)
    assert [runner for pack in packs for runner in pack.runners] == behind
    assert all(pack.metres > 8 for pack in packs[1:])
