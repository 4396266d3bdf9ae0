"""Places along the way."""

from pathlib import Path

from replay.analysis.positions import positions
from replay.files.formats import read_race
from replay.race.race import Evidence, Role, Status
from replay.state import timeline_of
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.places import RACES
from tests.together import together

FILES = sorted(RACES.glob("*.yaml"))
every_race = together("path", FILES)


def test_places_and_gaps_are_those_at_each_mark() -> None:
    ann, bea = entry("Ann", 110.0, {400: 54.0}), entry("Bea", 111.0, {400: 53.0})
    one = race(ann, bea, entry("Cat", None, {400: 53.0}), distance=800.0)
    found = positions(Timeline(one))
    assert found.marks == (400.0, 800.0)
    assert found.of[0][0] == (3, 1.0, Evidence.MEASURED)
    assert [position.place for at in (1, 2) if (position := found.of[at][0]) is not None] == [1, 1]
    assert found.of[0][1] == (1, 0.0, Evidence.MEASURED)
    assert found.of[2][1] is None


def test_a_guest_has_no_place() -> None:
    one = race(entry("Ann", 110.0), entry("Old", 100.0, role=Role.GUEST), distance=800.0)
    assert list(positions(Timeline(one)).of) == [0]


@every_race
def test_at_the_finish_everybody_has_the_place_of_the_result(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    state = timeline.at(timeline.duration)
    timed = [r for r in state.standings if r.status == "finished" and r.result is not None and r.place is not None]
    home = {runner.entry for runner in timed}
    found = positions(timeline)
    for runner in timed:
        last = found.of[runner.entry][-1]
        assert last is not None
        better = [other for other in found.of if other in home and (at := found.of[other][-1]) and at.gap < last.gap]
        assert len(better) <= (runner.place or 99) - 1


@every_race
def test_nobody_who_did_not_start_is_anywhere(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    for entry_number, row in positions(timeline).of.items():
        if timeline.race.entries[entry_number].status is Status.DNS:
            assert set(row) == {None}


def test_where_nothing_is_known_of_the_order_there_are_gaps_but_no_places() -> None:
    timeline = Timeline(race(entry("Ann", 240.0), entry("Bea", 241.0), distance=1500.0))
    timeline.order_since = 200.0
    assert [row[0].place for row in positions(timeline).of.values() if row[0] is not None] == [None, None]
    assert [row[-1].place for row in positions(timeline).of.values() if row[-1] is not None] == [1, 2]
