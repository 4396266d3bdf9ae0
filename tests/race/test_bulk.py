"""Many frozen values at once are the values that their class makes one by one."""

from dataclasses import replace

from replay.race.bulk import changed, made
from replay.race.race import Entry, Evidence, Split, Time


def test_values_are_made_by_columns() -> None:
    times = [Time(60.0, Evidence.MEASURED), Time(61.0, Evidence.REPORTED)]
    columns: dict[str, list[object]] = {
        "distance": [400.0, 800.0],
        "time": [*times],
        "margin": [None, 1.0],
        "line": [3, None],
    }
    assert made(Split, columns, 2) == [Split(400.0, times[0], None, 3), Split(800.0, times[1], 1.0)]
    assert made(Split, columns, 0) == []


def test_some_fields_are_changed() -> None:
    entries = [Entry("Ada", place=1, bib="7"), Entry("Bea", place=2)]
    assert changed(entries, Entry, {"place": [None, 5]}) == [
        replace(entries[0], place=None),
        replace(entries[1], place=5),
    ]
    assert changed([], Entry, {"place": []}) == []
