"""A test of many cases asks each of them, and tells of each that fails."""

import pytest

from tests.together import together


def test_every_case_is_asked_and_each_that_fails_is_told() -> None:
    asked = []

    @together("ending", ["s", pytest.param("m")])
    @together("number, word", [(1, "lap"), (2, "metre")])
    def case(number: int, word: str, ending: str, *, fixture: int) -> None:
        asked.append((number, f"{word}{ending}", fixture))
        assert (number, ending) != (2, "m")

    with pytest.raises(AssertionError) as failed:
        case(fixture=7)
    assert asked == [(1, "laps", 7), (2, "metres", 7), (1, "lapm", 7), (2, "metrem", 7)]
    assert failed.value.__notes__ == ["where number, word = 2, 'metre'", "where ending = 'm'"]


def test_of_several_that_fail_all_are_told() -> None:
    @together("number", range(4))
    def case(number: int) -> None:
        if number == 1:
            with pytest.raises(ValueError, match="never"):
                pass
        assert number != 2

    with pytest.raises(BaseExceptionGroup) as failed:
        case()
    assert [error.__notes__ for error in failed.value.exceptions] == [["where number = 1"], ["where number = 2"]]


@together("number", [1, 2])
def test_the_fixtures_of_a_case_are_those_of_the_test(request: pytest.FixtureRequest, number: int) -> None:
    assert number in (1, 2)
    assert "number" not in request.fixturenames
    assert "request" in request.fixturenames
