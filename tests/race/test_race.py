"""Values of a race."""

from dataclasses import replace

from replay.race.race import Course, Evidence, Race, Role, Split, Status, Surface
from replay.race.sources import Source
from tests.builders import entry, race, time
from tests.together import together


def test_evidence_has_an_order() -> None:
    assert Evidence.MEASURED.weakness < Evidence.REPORTED.weakness < Evidence.ESTIMATED.weakness
    assert [kind.mark for kind in (Evidence.MEASURED, Evidence.REPORTED, Evidence.ESTIMATED)] == ["", "", "~"]


GUESSED = time(120.0, Evidence.ESTIMATED)
SPLITS = Split(400.0, time(60.0)), Split(800.0, GUESSED, 10.0), Split(1200.0, time(180.0))


@together(
    ("metres", "margin"),
    [(-1, None), (0, 0), (400, 0), (500, 2.5), (800, 10), (1000, 5), (1200, 0), (1350, 0), (1500, 0), (1501, None)],
)
def test_between_two_points_the_range_of_an_estimate_is_read_off_a_line(metres: float, margin: float | None) -> None:
    runner = replace(entry("A", 240.0), splits=SPLITS)
    assert runner.margin_at(metres, 1500.0) == margin
    assert entry("A", 240.0, {800: 120.0}).margin_at(metres, 1500.0) is None
    came = Split(1500.0, time(240.0, Evidence.ESTIMATED), 4.0)
    assert replace(runner, arrival=came).margin_at(1350.0, 1500.0) == 2.0
    assert replace(runner, arrival=replace(came, margin=None)).margin_at(1350.0, 1500.0) == 0.0


FULL = entry("A", 210.0, {400: 56.0, 800: 112.0, 1200: 168.0})


@together(
    ("one", "documented"),
    [
        (race(FULL), "full"),
        (race(entry("A", 210.0, {450: 56.0, 900: 112.0, 1200: 168.0})), "full"),
        (race(entry("A", 210.0, {451: 56.0, 900: 112.0, 1200: 168.0})), "part"),
        (race(entry("A", 210.0, {400: 56.0, 800: 112.0, 1049: 150.0})), "part"),  # 451 m before the finish
        (race(*[FULL] * 9, entry("B", 211.0)), "full"),
        (race(*[FULL] * 8, entry("B", 211.0), entry("C", 212.0)), "part"),
        (race(FULL, entry("B", 211.0, role=Role.GUEST), entry("C", status=Status.DNF)), "full"),
        (race(entry("A", 1800.0, {k * 1001.0: k * 180.0 for k in range(1, 10)}), distance=10_000.0), "full"),
        (race(entry("A", 1800.0, {k * 1002.0: k * 180.0 for k in range(1, 10)}), distance=10_000.0), "part"),
        (race(entry("A", 50.0), distance=400.0), "results"),
        (race(entry("A", 50.0, {200: 24.0}), distance=400.0), "part"),
        (race(entry("A", 240.0, {800: 120.0}, evidence=Evidence.ESTIMATED)), "results"),
        (race(entry("A", 210.0)), "results"),
    ],
)
def test_how_well_a_race_is_documented_shows_in_its_largest_hole(one: Race, documented: str) -> None:
    assert one.documented == documented


@together(
    ("source", "publisher"),
    [
        (Source("a", "Races", "The Times"), "The Times"),
        (Source("a", "Races"), "Races"),
        (Source("a"), "a"),
    ],
)
def test_who_published_a_source_is_called_by_the_best_of_its_names(source: Source, publisher: str) -> None:
    one = race(sources={"a": source})
    assert [one.publisher(key) for key in ("a", "b", "", None)] == [publisher, "b", "", ""]


@together(
    ("event", "title", "barriers"),
    [
        ("3000m steeplechase", "", True),
        ("3000 m SC", "", True),
        ("2000mSC", "", True),
        ("3000m", "The steeplechase", False),
        ("", "The steeplechase", True),
        ("scratch mile", "", False),
    ],
)
def test_a_steeplechase_says_so(event: str, title: str, barriers: bool) -> None:
    assert replace(race(event=event), title=title).steeplechase == barriers


def test_the_bell_of_a_race_of_more_than_a_lap_rings_a_lap_before_the_end() -> None:
    assert [Course().bell(far) for far in (400.0, 400.5, 1500.0)] == [None, 0.5, 1100.0]
    assert [Course(kind).bell(1500.0) for kind in (Surface.INDOOR, Surface.ROAD, Surface.POOL)] == [1300.0, None, None]


def test_who_competes_started_and_is_no_guest() -> None:
    assert entry("A").competes
    assert entry("A", status=Status.DNF).competes
    assert not entry("A", status=Status.DNS).competes
    assert not entry("A", role=Role.GUEST).competes
    assert entry("A", role=Role.PACEMAKER).competes
