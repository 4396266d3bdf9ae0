"""What reports tell, and when it was known."""

from dataclasses import replace

from replay.race.notes import all_notes, notes_before
from replay.race.race import Note, When, WhenKind
from tests.builders import entry, race

KNOWN = Note("He has the record", show=When(WhenKind.BEFORE))
LATER = Note("He fell", show=When(WhenKind.TIME, 60.0))


def test_notes_of_the_race_come_first_and_those_known_before_the_gun_are_told_apart() -> None:
    one = race(entry("A"), replace(entry("B"), notes=(KNOWN, LATER)), notes=(replace(LATER, runner=0),))
    assert all_notes(one) == [(0, replace(LATER, runner=0)), (1, KNOWN), (1, LATER)]
    assert notes_before(one) == [(1, KNOWN)]
