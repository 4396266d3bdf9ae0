"""Who runs alone is told against his own pace, and nothing empty is said of him."""

from itertools import accumulate, pairwise

from replay.commentary import Call, CallKind, call_race
from replay.race.race import Course, Race, Surface
from replay.state.timeline import Timeline
from tests import builders


def alone(
    laps: tuple[float, ...] = (),
    result: float = 900.0,
    distance: float = 5000.0,
    each: float = 400.0,
    course: Course | None = None,
) -> Race:
    at: dict[float, float | str] = {each * k: t for k, t in enumerate(accumulate(laps), start=1)}
    return builders.race(builders.entry("Ada Alfa", result, at), distance=distance, course=course)


def told(race: Race) -> tuple[Call, ...]:
    return call_race(Timeline(race))


def test_of_a_result_alone_it_is_told_once_that_the_way_is_drawn_and_then_lap_by_lap() -> None:
    calls = told(alone())
    assert sum("even pace is drawn" in call.text for call in calls) == 1
    assert not [call for call in calls if call.form.startswith("countdown")]
    laps = [call.text for call in calls if call.form.startswith("lone laps")]
    assert {"Lap 4 done, ~4:13.0: nine to go", "Nine laps to go, ~4:13.0 gone"}.intersection(laps)
    assert len(laps) == 11
    assert max(b.time - a.time for a, b in pairwise(calls)) <= 75
    assert "in front" not in " ".join(call.text for call in calls), "nobody is behind"


def test_laps_are_told_against_the_one_before_and_the_last_stretch_against_the_way_up_to_there() -> None:
    calls = told(alone((72.1, 72.9, 73.9, 74.1, 73.1, 73.8, 72.1), 546.3, 3000.0))
    text = "\n".join(call.text for call in calls)
    assert "Lap 3 in ~1:13.5, ~1.9 s slower" in text or "for lap 3, ~1.9 s slower" in text
    assert "s a kilometre slower" in text
    assert not [call for call in calls if call.form.startswith("countdown")]
    (bell,) = [call for call in calls if call.kind is CallKind.BELL]
    assert bell.text == "The bell at ~7:56.3: one lap to go"


def test_on_a_road_the_last_half_kilometre_is_told_where_it_was_timed() -> None:
    laps = (75.0, 75.0, 75.0, 75.0, 60.0, 60.0, 60.0, 60.0, 60.0, 60.0, 60.0, 60.0)
    calls = told(alone(laps, 960.0, 3600.0, 250.0, Course(Surface.ROAD)))
    assert any("s a kilometre quicker" in call.text for call in calls)
