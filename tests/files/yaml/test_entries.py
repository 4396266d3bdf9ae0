"""Entries of race files for distance: how far each came, and what is said that cannot be."""

from pathlib import Path

import pytest

from replay.files.yaml.reading import parse_race
from replay.race.problems import UnreadableRace
from replay.race.race import Status
from tests.together import together

HEAD = "race: An hour\nevent: 1h\n"


@together(
    ("far", "metres", "status"),
    [
        ("distance: 18517", 18_517.0, Status.FINISHED),
        ("distance: 18.517 km", 18_517.0, Status.FINISHED),
        ("distance: 18517 m, status: DQ", 18_517.0, Status.DQ),
        ("status: DNF, distance: 9000", None, Status.DNF),
    ],
)
def test_how_far_somebody_came_is_where_the_clock_found_him(far: str, metres: float | None, status: Status) -> None:
    race, problems = parse_race(
        f"{HEAD}entries: [{{name: B, distance: 17000}}, {{name: A, {far}}}]\n".encode(), Path("a")
    )
    arrival = race.entries[1].arrival
    assert (arrival and arrival.distance, arrival and arrival.time.seconds) == (metres, metres and 3600.0)
    assert (race.entries[1].status, problems) == (status, ())


@together(
    ("head", "own", "told"),
    [
        (HEAD, "distance: 18000, result: '59:00'", "A has a result in a race for distance; write how far:"),
        (HEAD, "distance: a lot", "A's distance is no number of metres: 'a lot'; write 18517, or 231.52 km"),
        ("race: A mile\nevent: mile\n", "distance: 1500", "A has a distance, and this is no race for distance; say"),
    ],
)
def test_what_does_not_belong_into_a_race_for_distance_or_only_there_is_told(head: str, own: str, told: str) -> None:
    b = "{name: B, distance: 17000}" if head == HEAD else "{name: B}"
    race, (problem,) = parse_race(f"{head}entries: [{b}, {{name: A, {own}}}]\n".encode(), Path("a.yaml"))
    assert str(problem).startswith(f"a.yaml:3: error: {told}")
    assert race.entries[1].result is None


def test_a_race_for_distance_in_which_nobody_came_anywhere_is_none() -> None:
    with pytest.raises(UnreadableRace, match="no entry says how far it came; write it as"):
        parse_race(f"{HEAD}entries: [{{name: A, distance: far}}]\n".encode(), Path("a.yaml"))


def test_an_official_place_without_a_time_is_kept() -> None:
    race, problems = parse_race(b"race: R\nevent: 800m\nentries: [{name: A, place: 1}, {name: B}]\n", Path("a.yaml"))
    assert [(entry.place, entry.status) for entry in race.entries] == [(1, Status.FINISHED), (None, Status.UNKNOWN)]
    assert problems == ()
