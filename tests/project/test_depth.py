"""Of a sweep a part is asked, the same one with the same seed, and in the end all of it."""

from collections.abc import Iterator

import pytest

from tests.depth import draw_with, drawn_with, some

CASES = [*range(19)]


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = drawn_with()
    yield
    draw_with(before)


def test_without_a_seed_all_is_asked() -> None:
    draw_with(None)
    assert some(CASES, 4) == CASES


def test_a_part_is_drawn_and_another_with_another_seed_until_all_were_asked() -> None:
    parts = []
    for seed in range(60):
        draw_with(seed)
        parts.append(some(CASES, 4))
        assert parts[-1] == some(CASES, 4), "within a test"
    assert {len(part) for part in parts} == {5}
    assert {case for part in parts for case in part} == {*CASES}


def test_something_is_asked_of_every_sweep_and_not_the_same_of_all() -> None:
    draw_with(1)
    assert some(["one"], 4) == ["one"]
    assert len({tuple(some(CASES, 4, f"sweep {number}")) for number in range(10)}) > 5


def test_some_of_a_sweep_are_in_its_order() -> None:
    draw_with(2)
    assert some(CASES, 3) == sorted(some(CASES, 3))
