"""Reactions as they are noted, and whose start was false."""

from dataclasses import replace

import pytest

from replay.race.race import Status, When, WhenKind
from replay.race.reactions import reacted, reaction_of, sent_off_at_the_gun, started_falsely
from tests import builders


@pytest.mark.parametrize("seconds", [0.145, -0.021, 0.1, 0.0])
def test_a_reaction_that_was_noted_is_read_again(seconds: float) -> None:
    runner = builders.entry("Ann Ash", 10.0, note=f"Q; {reacted(seconds)}")
    assert reaction_of(runner) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("note", "false"),
    [
        ("reaction 0.09 s", True),
        ("reaction -0.021 s", True),
        ("TR16.8", True),
        ("False start", True),
        ("reaction 0.131 s", False),
        ("TR17.3.1", False),
        ("", False),
    ],
)
def test_a_start_is_false_below_a_tenth_or_where_the_rule_is_named(note: str, false: bool) -> None:
    runner = builders.entry("Ann Ash", status=Status.DQ, note=note)
    assert started_falsely(runner) is false
    assert not started_falsely(replace(runner, status=Status.FINISHED))
    race = sent_off_at_the_gun(builders.race(runner, builders.entry("Bea Birch", 10.0), distance=100.0))
    assert (race.entries[0].decided == When(WhenKind.START)) is false


def test_where_a_file_says_when_it_was_decided_that_stands() -> None:
    later = When(WhenKind.FINISH)
    runner = builders.entry("Ann Ash", status=Status.DQ, note="false start", decided=later)
    race = builders.race(runner, distance=100.0)
    assert sent_off_at_the_gun(race) is race
