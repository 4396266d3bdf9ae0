"""What is wrong with a file is told so that it can be read: once, with a count, and never at any length."""

from itertools import product

import pytest

from replay.race.problems import Problem, Severity, UnreadableRace, did_you_mean, shortened, told


def _lines(*messages: str, path: str = "a.yaml") -> list[str]:
    return list(told(Problem(path, at, message, "do so") for at, message in enumerate(messages, 1)))


def test_few_problems_are_all_told_in_their_order() -> None:
    messages = [f"unknown key 'k{at}'" for at in range(10)] + ["no entries"]
    assert _lines(*messages) == [f"a.yaml:{at}: error: {message}; do so" for at, message in enumerate(messages, 1)]


def test_the_same_again_and_again_is_told_once_with_how_often() -> None:
    assert _lines(*["the alias '*a' is not read"] * 5000) == [
        "a.yaml:1: error: the alias '*a' is not read; do so",
        "a.yaml:5000: error: the alias '*a' is not read; 4,998 more like it stand before this",
    ]


def test_many_that_differ_in_a_value_are_told_by_the_first_ten() -> None:
    lines = _lines(*[f"the result 4:{at:05d} of 'N{at}' is odd" for at in range(20_000)])
    assert len(lines) == 11
    assert (
        lines[-1] == "a.yaml:20000: error: the result 4:19999 of 'N19999' is odd; 19,989 more like it stand before this"
    )


def test_a_file_that_cannot_be_read_says_the_last_that_is_wrong_and_how_many_more_there_are() -> None:
    problems = [Problem("a", 1, "one"), Problem("a", 2, "two", severity=Severity.WARNING), Problem("a", 3, "three")]
    assert str(UnreadableRace(problems)) == "a:3: error: three (and 1 more: race-replay check)"
    assert str(UnreadableRace(problems[:2])) == "a:1: error: one"
    assert str(UnreadableRace([])) == "unreadable"


def test_a_text_is_shortened_where_it_is_longer() -> None:
    assert [shortened(text, 4) for text in ("abcd", "abcde")] == ["abcd", "ab … de"]


def test_the_nearest_word_is_asked_for_where_one_is_near() -> None:
    assert did_you_mean("spilts", ["splits", "result"]) == "did you mean 'splits'?"
    assert did_you_mean("rsult", ["results", "result"]) == "did you mean 'result'?"
    assert did_you_mean("x", ["splits"]) == did_you_mean("spilts", ["splits"], 0.9) == ""


def test_kinds_between_one_another_and_other_files_are_counted_apart() -> None:
    both = [Problem(path, at, text) for path in ("a", "b") for at in range(50) for text in ("one", "two")]
    both += [Problem("a", 50, "one", severity=Severity.WARNING)]
    assert list(told(both)) == [
        "a:0: error: one", "a:0: error: two",
        "a:49: error: one; 48 more like it stand before this", "a:49: error: two; 48 more like it stand before this",
        "a:50: warning: one",
        "b:0: error: one", "b:0: error: two",
        "b:49: error: one; 48 more like it stand before this", "b:49: error: two; 48 more like it stand before this",
    ]  # fmt: skip


def test_of_a_file_with_ever_other_problems_a_thousand_are_told() -> None:
    lines = _lines(*[f"{''.join(letters)} is odd" for letters in product("abcdefghijklmno", repeat=3)][:3000])
    assert len(lines) == 1001
    assert lines[-1] == "a.yaml: error: 2,000 more problems"


@pytest.mark.parametrize("place", ["message", "hint"])
def test_a_value_of_any_length_is_shortened_in_the_middle(place: str) -> None:
    words = {"message": "A's result is odd", "hint": "", place: f"begins {'9' * 50_000} ends"}
    problem = Problem("a.yaml", 3, words["message"], words["hint"])
    assert len(str(problem)) < 700
    assert "begins 9" in str(problem)
    assert "9 ends" in str(problem)
