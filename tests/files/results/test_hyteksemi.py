"""Hy-Tek's export with semicolons: records of a meeting by the place of their fields."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Reading, Source
from replay.race.race import Status
from tests.together import together

HEAD = "H;County Open;05/12/2024;05/12/2024;TFMM6;05/12/2024;"


def record(event: str, mark: str, place: str, names: str, sex: str = "F", first: str = "E;T") -> str:
    return f"{first};5;;{event};{sex};;;;F;{mark};M;;{place};{place};1;;10;;;{names}"


ROWS = (
    record("1500", "4:21.50", "1", "Alfa;Ada;;05/01/2001;NRT;North Harriers"),
    record("1500", "DNF", "", "Beta;Bea;;;STH;South"),
    record("3000S", "10:21.50", "1", "Gamma;Cia;;;STH;South"),
    record("4x400", "3:52.10", "1", "North A;NRT", first="R;T"),
    record("4x400", "3:55.10", "2", "South A;STH", first="R;T"),
    record("SP", "12.33", "1", "Kraft;Ida;;;NRT;North", first="E;F"),
)


def read(*rows: str, part: str | None = None) -> Reading:
    return read_source(Source("\r\n".join((HEAD, *rows)).encode(), Path("meet.csv")), Choices(part=part))


def test_an_event_is_a_race_of_its_runners_with_their_teams() -> None:
    race = read(*ROWS, part="Women 1500m final").race
    assert race is not None
    ada, bea = race.entries
    assert (race.distance, race.title, race.meeting) == (1500.0, "Women 1500m final", "County Open")
    assert (ada.name, ada.club, ada.sex, ada.place) == ("Ada Alfa", "North Harriers", "F", 1)
    assert bea.status is Status.DNF


@pytest.mark.parametrize(
    ("part", "metres", "name"), [("steeplechase", 3000.0, "Cia Gamma"), ("4x400m", 1600.0, "North A")]
)
def test_letters_behind_the_distance_say_what_was_run(part: str, metres: float, name: str) -> None:
    race = read(*ROWS, part=part).race
    assert race is not None
    assert (race.distance, race.entries[0].name) == (metres, name)


def test_a_meeting_of_field_events_is_refused() -> None:
    (problem,) = read(ROWS[-1]).problems
    assert "no results of a race; field events are not replayed" in str(problem)


@together(
    ("days", "day", "told"),
    [
        ("05/12/2024;05/12/2024", "2024-05-12", False),
        ("05/31/2024;06/01/2024", "2024-05-31", True),
        (";", "None", False),
    ],
)
def test_the_meetings_record_says_the_day(days: str, day: str, told: bool) -> None:
    text = "\r\n".join((f"H;County Open;{days};TFMM6;;", *ROWS[:2]))
    found = read_source(Source(text.encode(), Path("meet.csv")), Choices())
    assert found.race is not None
    assert str(found.race.date) == day
    assert any("first day of a meeting" in clause for clause in found.understood.assumed) is told
