"""What was made last."""

from replay.cells.memo import Few, Kept


def test_what_is_kept_is_the_same_object_until_its_key_changes() -> None:
    kept: Kept[list[int]] = Kept()
    first = kept.get(1, lambda: [1])
    assert kept.get(1, lambda: [2]) is first
    assert kept.get(2, lambda: [2]) == [2]


def test_of_many_sizes_the_last_few_are_kept() -> None:
    few: Few[object] = Few()
    first = few.get(0, object)
    assert few.get(0, object) is first
    made = [few.get(size, object) for size in range(1, 100)]
    assert few.get(99, object) is made[-1]
    assert few.get(0, object) is not first
    assert len(few._made) < 20


def test_that_there_is_none_is_kept_too() -> None:
    few: Few[int | None] = Few()
    asked: list[int] = []
    for _ in range(3):
        few.get("size", lambda: asked.append(1))
    assert asked == [1]
