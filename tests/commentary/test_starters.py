"""How many are in the race, and when that is not known."""

from replay.commentary.starters import Starters, starters_of
from replay.race.race import Entry, Status
from tests.builders import entry, race

TEN = [entry(f"Runner {k}", 210.0 + k, place=k) for k in range(1, 11)]


def test_a_field_with_nobody_missing_is_the_whole_field() -> None:
    assert starters_of(race(*TEN)) == Starters(10, least=False)
    assert starters_of(race(TEN[0])) == Starters(1, least=False)


def test_of_who_is_known_only_to_have_run_there_may_be_more() -> None:
    assert starters_of(race(*TEN, Entry("Somebody", status=Status.UNKNOWN))) == Starters(11, least=True)


def test_where_places_are_missing_no_number_is_given() -> None:
    assert starters_of(race(*TEN[:7], TEN[9])) is None
    assert starters_of(race(*TEN[:3])) is None
