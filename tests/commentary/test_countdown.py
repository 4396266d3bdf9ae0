"""How far it still is, and of a large field how many are home."""

import re

from replay.commentary import call_race
from replay.race.course import Course, Surface
from replay.race.race import Entry, Evidence, Race, Split, Status, Time
from replay.state import timeline_of

RUNNERS = 300


def entry(number: int) -> Entry:
    """The runners come home every four seconds, from half an hour on."""

    def at(seconds: float) -> Time:
        return Time(seconds, Evidence.MEASURED)

    home = 1800.0 + 4 * number
    return Entry(
        name=f"Runner {number}", status=Status.FINISHED, result=at(home), splits=(Split(5000.0, at(home * 0.49)),)
    )


def test_of_a_large_field_those_at_home_are_counted_and_nobody_is_no_metre_from_the_line() -> None:
    entries = tuple(map(entry, range(RUNNERS)))
    race = Race(id="test", title="Test", distance=10_000.0, course=Course(surface=Surface.ROAD), entries=entries)
    late = [call for call in call_race(timeline_of(race)) if call.time > 1900.0]
    said = "\n".join(call.text for call in late)
    assert not re.search(r"\b0 (?:m|yd)\b", said)
    told = [(call, int(found[1])) for call in late if (found := re.match(r"(\d+) are home", call.text))]
    assert told
    for call, home in told:
        assert home == sum(1800.0 + 4 * number <= call.time for number in range(RUNNERS))
