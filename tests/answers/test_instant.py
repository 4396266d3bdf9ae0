"""The standings at an instant as text."""

from replay.answers.instant import state_text
from replay.race.course import Course, Surface
from replay.race.legs import Leg
from replay.race.race import Entry, Evidence, Race, Role, Split, Status
from replay.race.units import Unit
from replay.state.timeline import Timeline
from tests.builders import entry, race, time


def lines(one: Race, t: float) -> list[str]:
    """The cells of each line, parted by single blanks."""
    timeline = Timeline(one)
    return [" ".join(line.split()) for line in state_text(timeline, timeline.at(t)).splitlines()]


def test_at_the_end_each_has_his_time_or_what_became_of_him() -> None:
    entries = (
        entry("Ada", "4:01.10", {400.0: 64.0}),
        entry("Bea", 242.5, role=Role.GUEST),
        entry("Cia", None, {400.0: 66.0}, status=Status.DNF),
        Entry("Dot", status=Status.DNS),
        entry("Eva", status=Status.FINISHED, arrival=Split(1500.0, time(250.0, Evidence.ESTIMATED), 3.0)),
    )
    head, titles, *rows = lines(race(*entries), 300.0)
    assert head == "Test at 5:00.00: the leader has run 1500 m"
    assert titles == "runner run time or gap behind"
    assert rows == [
        "1 Ada 1500.0 m 4:01.10 finished",
        "Eva ~1500.0 m ~4:10.0 finished",
        "Bea (guest) 1500.0 m 4:02.50 finished",
        "Cia ~400.0 m DNF",
        "Dot DNS",
    ]


def test_whoever_is_laps_behind_at_the_end_has_these_for_a_time() -> None:
    late = entry("Bea", None, {1100.0: 290.0}, status=Status.FINISHED, note="-1 lap", place=2)
    assert lines(race(entry("Ada", 300.0), late), 500.0)[3].endswith(" -1 lap finished")


def test_of_a_relay_it_is_told_who_runs() -> None:
    legs = (Leg("Ada Alf", 0.0), Leg("Bea Bo", 400.0))
    team = race(entry("Oak", 130.0, legs=legs), distance=800.0)
    assert [lines(team, t)[2].partition(")")[0] for t in (20.0, 100.0)] == ["1 Oak (Ada Alf", "1 Oak (Bea Bo"]


def test_on_a_road_in_miles_it_is_told_in_miles_how_far_they_are() -> None:
    course = Course(Surface.ROAD, unit=Unit.MILES)
    head = lines(race(entry("Ada", 3000.0), distance=16_093.44, course=course), 1500.0)[0]
    assert head.startswith("Test at 25:00.00: the leader has run ")
    assert head.endswith(" mi")
