"""What a race's field is called."""

import pytest

from replay.race.legs import legs_of
from replay.race.race import Entry, Race
from replay.race.teams import contestants, is_relay
from tests.together import together


@together(
    ("race", "relay"),
    [
        (Race("a", "Sprint", 1600.0, (Entry("Oak", legs=legs_of(("Al", "Bo"), 1600.0, 2)),)), True),
        (Race("a", "Women 4x400 m", 1600.0, (Entry("Oak"),)), True),
        (Race("a", "Sprint", 1600.0, (Entry("Oak"),), event="4 x 400 m"), True),
        (Race("a", "1600 m", 1600.0, (Entry("Al Alfa"),)), False),
    ],
)
def test_a_relay_is_known_by_its_legs_or_its_name(race: Race, relay: bool) -> None:
    assert is_relay(race) is relay


@pytest.mark.parametrize("count", [1, 2])
def test_who_contests_it_is_counted_in_words(count: int) -> None:
    race = Race("a", "4x400 m", 1600.0, ())
    assert contestants(count, race) == ("1 team" if count == 1 else "2 teams")
    assert contestants(count, None) == ("1 runner" if count == 1 else "2 runners")
