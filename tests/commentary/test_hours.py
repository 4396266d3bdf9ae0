"""What is said of a race for distance."""

import pytest

from replay.commentary import call_race
from replay.commentary.hours import in_words
from replay.race.race import Course, Entry, Evidence, Race, Split, Status, Surface, Time
from replay.state import timeline_of
from tests.builders import entry, race
from tests.together import together


def race_of(*entries: Entry, duration: float = 3600.0) -> Race:
    return Race(id="test", title="Test", distance=20_000.0, entries=entries, duration=duration)


def runner(name: str, metres: float, *splits: tuple[float, float]) -> Entry:
    def at(distance: float, seconds: float) -> Split:
        return Split(distance, Time(seconds, Evidence.MEASURED))

    arrival = at(metres, 3600.0)
    return Entry(name=name, status=Status.FINISHED, splits=tuple(at(*split) for split in splits), arrival=arrival)


def said(*entries: Entry) -> list[str]:
    return [call.text for call in call_race(timeline_of(race_of(*entries)))]


@together(
    ("seconds", "words"),
    [
        (3600.0, "one hour"),
        (86_400.0, "24 hours"),
        (600.0, "ten minutes"),
        (60.0, "one minute"),
        (5400.0, "90 minutes"),
    ],
)
def test_a_time_in_words(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


def test_where_nothing_is_known_of_the_way_nobody_is_said_to_lead() -> None:
    lines = said(runner("Ada Alfa", 18_517.0), runner("Bea Beta", 18_341.0))
    assert lines[0] == "The gun! One hour to run: who comes farthest has won"
    assert not any("lead" in line for line in lines)
    assert lines[-2:] == ["Time! Alfa wins with 18517 m", "Beta second with 18341 m"]


def test_the_lead_changes_where_somebody_was_timed() -> None:
    ada = runner("Ada Alfa", 18_517.0, (9000.0, 1800.0), (14_000.0, 2700.0))
    bea = runner("Bea Beta", 18_341.0, (9100.0, 1800.0), (13_900.0, 2700.0))
    lines = said(ada, bea)
    assert "Alfa goes past Beta into the lead" in lines
    assert "Half the time is gone: Beta leads with 9100 m, Alfa is 100 m behind" in lines


def test_two_who_came_as_far_share_the_first_place() -> None:
    lines = said(runner("Ada Alfa", 18_000.0), runner("Bea Beta", 18_000.0), runner("Cia Gamma", 17_000.0))
    assert lines[-2:] == ["Time! Alfa and Beta share the first place with 18000 m", "Gamma third with 17000 m"]


def test_the_calls_are_in_order_and_the_result_stays() -> None:
    calls = call_race(timeline_of(race_of(runner("Ada Alfa", 18_517.0), runner("Bea Beta", 18_341.0))))
    times = [call.time for call in calls]
    assert times == sorted(times)
    assert [call.pinned for call in calls[-2:]] == [True, True]


def test_a_race_that_lasts_for_days_has_longer_silences_and_no_more_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    runners = entry("Ann", 9000.0), entry("Bea", 9900.0)
    days = timeline_of(race(*runners, distance=42195.0, course=Course(Surface.ROAD)))
    usual = len(call_race(days))
    monkeypatch.setattr("replay.commentary.script.MOST_SILENCES", 20)
    assert len(call_race(days)) < min(usual, 20 * 5)
