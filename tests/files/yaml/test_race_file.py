"""Of two ways to read a race file that may be a list of others, that is taken which tells more."""

import pytest

from replay.files.source import Reading
from replay.files.understood import Understood
from replay.files.yaml.race_file import _told
from replay.race.race import Entry, Split, Status
from tests.builders import entry, race, time


@pytest.mark.parametrize(
    ("one", "much"),
    [
        (entry("Ada", 241.0, {400.0: 64.0, 800.0: 128.0}), 4),  # two splits, a result, and that she finished
        (Entry("Ada", status=Status.FINISHED, arrival=Split(1500.0, time(241.0))), 2),
        (Entry("Ada", status=Status.DNF), 1),
        (entry("Ada", None, {400.0: 64.0}), 1),
        (Entry("Ada"), 0),
    ],
)
def test_each_time_and_what_became_of_somebody_tell_something(one: Entry, much: int) -> None:
    assert _told(Reading(race(one, one), (), Understood(""))) == 2 * much


def test_without_a_race_nothing_is_told() -> None:
    assert _told(Reading(None, (), Understood(""))) == 0
