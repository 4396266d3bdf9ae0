"""What was made last."""

from replay.cells.memo import Kept


def test_what_is_kept_is_the_same_object_until_its_key_changes() -> None:
    kept: Kept[list[int]] = Kept()
    first = kept.get(1, lambda: [1])
    assert kept.get(1, lambda: [2]) is first
    assert kept.get(2, lambda: [2]) == [2]
