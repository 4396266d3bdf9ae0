"""The middle of some numbers."""

import random
from statistics import median as known

import pytest

from replay.files.middle import median


def test_it_is_that_of_the_standard_library() -> None:
    some = random.Random(1)
    for count in range(1, 12):
        numbers = [some.choice([some.random(), float(some.randint(0, 3))]) for _ in range(count)]
        assert median(iter(numbers)) == known(numbers)


def test_there_must_be_one() -> None:
    with pytest.raises(IndexError):
        median([])
