"""What track a race is run on, and what tracks say of themselves."""

from dataclasses import replace
from itertools import groupby, pairwise

import pytest

from replay.race.race import Course, Surface
from replay.race.track import Oval, Pool, Road, Straight, Track, track_of
from replay.race.units import Unit
from tests.builders import entry, race
from tests.together import together


@together(
    ("course", "lap"),
    [
        (Course(), 400.0),
        (Course(Surface.INDOOR), 200.0),
        (Course(lap=440.0), 440.0),
        (Course(lap=400.0, straight=98.0), 400.0),
        (Course(lap=400.0, straight=250.0), 400.0),
        (Course(Surface.ROAD), 1000.0),
        (Course(Surface.STRAIGHT), 1500.0),
    ],
)
def test_a_race_gets_the_track_its_course_names(course: Course, lap: float) -> None:
    track = track_of(race(entry("A", 200), course=course))
    assert track.lap == lap


def test_straights_too_long_for_the_lap_are_not_taken() -> None:
    track = track_of(race(entry("A", 200), course=Course(lap=400.0, straight=250.0)))
    assert isinstance(track, Oval)
    assert track.straight == pytest.approx(84.39)


@together(
    ("course", "distance", "lane", "width", "lanes", "straight"),
    [
        (Course(), 110.0, 1, 1.22, 8, None),
        (Course(), 110.5, 10, 1.22, 10, 84.39),
        (Course(), 1500.0, 20, 1.22, 12, 84.39),
        (Course(Surface.INDOOR), 66.0, 9, 1.0, 9, None),
        (Course(Surface.INDOOR), 67.0, 1, 1.0, 6, 45.0096),
        (Course(Surface.INDOOR, 160.0), 1500.0, 1, 1.0, 6, 36.0076),
        (Course(lap=300.0), 100.0, 1, 1.22, 8, None),
        (Course(lap=250.0), 1500.0, 1, 1.22, 9, 52.7438),
        (Course(lap=400.0, straight=179.0), 1500.0, 1, 1.22, 9, 179.0),
        (Course(lap=400.0, straight=181.0), 1500.0, 1, 1.22, 9, 84.39),
        (Course(lap=400.0, straight=0.5), 1500.0, 1, 1.22, 9, 0.5),
        (Course(lap=400.0, straight=0.0), 1500.0, 1, 1.22, 9, 84.39),
        (Course(Surface.STRAIGHT), 1500.0, 20, 1.22, 12, None),
    ],
)
def test_a_track_has_the_lanes_and_the_straights_that_fit_its_lap(
    course: Course, distance: float, lane: int, width: float, lanes: int, straight: float | None
) -> None:
    track = track_of(race(entry("A", 200, lane=lane), distance=distance, course=course))
    assert (track.lane_width, track.lanes) == (width, lanes)
    assert (track.straight if isinstance(track, Oval) else None) == pytest.approx(straight, abs=1e-4)


TRACKS = [track_of(race(entry("A", 200), course=Course(surface))) for surface in Surface]


@together("track", TRACKS)
def test_every_track_has_all_its_words(track: Track) -> None:
    assert track.on.startswith(("on the ", "in the "))
    assert track.whole.startswith("the whole ")
    assert track.described("1500 m").startswith("1500 m")
    assert track.label(1000.0) in {"1000 m", "1 km"}
    assert track.behind[:2] in {(0, 2), (0, 10)}
    assert all(5 / far in {5.0, 2.5, 1.0} or far % 10 == 0 for far in track.behind[1:])
    assert all(a < b for a, b in pairwise(track.behind))
    assert 0 < track.loop <= track.distance


@together("track", TRACKS)
def test_who_starts_further_out_is_ahead_by_the_line_and_never_at_the_finish(track: Track) -> None:
    outs = [lane * track.lane_width for lane in range(track.lanes)]
    starts = [track.ahead(out) for out in outs]
    assert starts[0] == 0
    assert starts == sorted(starts)
    assert not any(track.ahead(out, track.distance) for out in outs)


def test_kilometres_are_no_laps_and_the_longest_races_are_not_counted() -> None:
    assert [track.surface for track in TRACKS if track.by_kilometres] == [Surface.ROAD]
    assert Oval(1609.344).counted
    assert Oval(800.0).counted
    assert Oval(10_000.0).counted
    assert not Oval(400.0).counted
    assert not Oval(20_000.0).counted
    assert not Road(10_000.0).counted


@together("distance", [800.0, 1500.0, 1609.344])
def test_a_lap_of_an_oval_is_two_bends_and_two_straights(distance: float) -> None:
    track = Oval(distance)
    lap = [track.stretch(distance - 400 + metres + 0.01) for metres in range(400)]
    assert [name for name, _ in groupby(lap)] == ["first bend", "back straight", "top bend", "home straight"]
    assert lap.count("home straight") == pytest.approx(track.home_straight, abs=1)


def test_a_sprint_is_run_from_left_to_right_about_the_middle() -> None:
    assert [Straight(100.0).point(far, 1.0) for far in (0.0, 75.0, 100.0)] == [
        (-50.0, -1.0),
        (25.0, -1.0),
        (50.0, -1.0),
    ]


def test_a_sprint_and_a_road_have_no_bends_to_be_in() -> None:
    for track in (Straight(100.0), Road(5000.0), Pool(200.0)):
        assert track.stretch(50.0) == ""
        assert track.home_straight == 0


def test_a_road_is_as_wide_as_those_on_it_and_counted_in_its_unit() -> None:
    road = Road(10_000.0)
    assert [road.lane_out(lane) for lane in (1, 3)] == [0.0, 2.0]
    assert (road.point(3000.0, 1.5), road.heading(3000.0)) == ((3000.0, 1.5), 0.0)
    miles = replace(road, unit=Unit.MILES)
    assert (road.label(2500.0), miles.label(1609.344), miles.label(5000.0)) == ("2.5 km", "1 mi", "3.1 mi")
    assert miles.lines == pytest.approx([number * 1609.344 for number in range(1, 7)])


def test_a_road_has_lines_while_its_kilometres_are_few() -> None:
    assert Road(5000.0).lines == (1000.0, 2000.0, 3000.0, 4000.0)
    assert Road(42195.0).lines == ()
    assert (len(Road(12_000.0).lines), Road(13_000.0).lines) == (11, ())
    assert Oval(1500.0).lines == (1400.0, 1300.0, 1200.0)
