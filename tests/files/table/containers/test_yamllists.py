"""Lists in YAML: what is said of a race beside them, and of two ways to read one that is taken which tells more."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Reading, Source
from replay.files.table.containers.yamllists import _told
from replay.files.understood import Understood
from replay.race.race import Entry, Race, Split, Status
from tests.builders import entry, race, time
from tests.together import together

LIST = "where: Oak Park\nathletes:\n  - {name: Ada, total: 9:01.5}\n  - {name: Bea, total: 9:11.5}\n"


def made(text: str) -> Race:
    found = read_source(Source(text.encode(), Path("a-list.yaml")), Choices()).race
    assert found is not None
    return found


@together(
    ("line", "title"),
    [
        ("# Oak Open 3000 m", "Oak Open 3000 m"),
        ("# time trial, on the 200 m track, watch on the line", "3000m test"),
    ],
)
def test_a_sentence_above_a_list_is_no_title(line: str, title: str) -> None:
    assert made(f"{line}\nsession: 3000m test\n{LIST}").title == title


def test_where_it_was_is_the_venue() -> None:
    assert str(made(f"distance: 3000\n{LIST}").venue) == "Oak Park"


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
