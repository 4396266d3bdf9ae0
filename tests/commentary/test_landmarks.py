"""Landmarks, and what is told where nobody knows who leads."""

from dataclasses import replace

from replay.commentary import Call, call_race
from replay.race.race import Course, Evidence, Fact, Race, Record, Surface, Time
from replay.state.timeline import Timeline
from tests.builders import entry, race

RECORD = Record("World record", Time(470.0, Evidence.REPORTED, "7:50.00"), "Ida Iron")


def untold(record: Record = RECORD, **more: object) -> Race:
    """3000 m indoors of which only two results are known."""
    field = race(entry("Ann Ash", "7:55.00"), entry("Bea Birch", "7:56.00"), distance=3000.0)
    return replace(field, course=Course(Surface.INDOOR), records=(record,), **more)  # type: ignore[arg-type]


def told(given: Race) -> list[Call]:
    return [call for call in call_race(Timeline(given)) if call.form]


def forms(calls: list[Call]) -> list[str]:
    return [call.form.split("/")[0] for call in calls]


def test_it_is_said_once_that_nobody_tells_who_leads() -> None:
    assert forms(told(untold())).count("untold") == 1


def test_halfway_and_the_last_kilometre_are_told_with_the_time_of_the_record_there() -> None:
    halfway = next(call for call in told(untold()) if call.form.startswith("landmark halfway"))
    assert "3:55.0" in halfway.text


def test_the_clock_to_beat_is_told_near_the_end() -> None:
    calls = [call for call in told(untold()) if call.form.startswith("against the clock")]
    assert calls
    assert all("7:50.00" in call.text or "world record" in call.text.lower() for call in calls)
    assert all(call.time > 230 for call in calls)


def test_of_a_record_that_is_out_of_reach_nothing_more_is_said() -> None:
    slow = Fact(at=1000.0, leader_time=Time(175.0, Evidence.REPORTED, "2:55.0"))
    field = untold(facts=(slow,))
    late = [call for call in told(field) if call.time > 175 and call.form.startswith(("rate", "even", "against"))]
    assert late == []
    assert [call for call in told(untold()) if call.time > 175 and call.form.startswith(("rate", "even", "against"))]
