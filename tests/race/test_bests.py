"""What runners had run before."""

from dataclasses import replace

import pytest

from replay.race.bests import best_told
from replay.race.race import Entry, Evidence, Time

KNOWN = Time(219.5, Evidence.REPORTED, "3:39.50")


@pytest.mark.parametrize(("known", "others", "told"), [(1, 2, True), (1, 3, False), (3, 9, False), (4, 8, True)])
def test_of_few_it_would_tell_who_will_matter(known: int, others: int, *, told: bool) -> None:
    entries = [Entry(f"A{at}", pb=KNOWN) for at in range(known)] + [Entry(f"B{at}") for at in range(others)]
    assert best_told(entries[0], entries) == ("pb 3:39.50" if told else "")
    assert best_told(entries[-1], entries) == ""


def test_the_season_s_stands_in_for_that_of_all_years() -> None:
    entry = Entry("A", sb=KNOWN)
    assert best_told(entry, [entry]) == "sb 3:39.50"
    assert best_told(replace(entry, pb=KNOWN), [entry]) == "pb 3:39.50"
