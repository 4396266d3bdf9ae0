"""How far it still is, and of a large field how many are home."""

import re

from replay.commentary import call_race
from replay.race.course import Course, Surface
from replay.race.race import Entry, Evidence, Race, Split, Status, Time
from replay.state import timeline_of
from tests import builders

RUNNERS = 1200


def home_of(number: int) -> float:
    return 1800.0 + number + 9 * max(number - RUNNERS + 30, 0)


def entry(number: int) -> Entry:
    """The runners come home every second, from half an hour on, and the last of them every ten."""

    def at(seconds: float) -> Time:
        return Time(seconds, Evidence.MEASURED)

    home = home_of(number)
    return Entry(
        name=f"Runner {number}", status=Status.FINISHED, result=at(home), splits=(Split(5000.0, at(home * 0.49)),)
    )


def test_who_is_still_on_the_way_is_not_all_of_them_where_some_are_too_far_back_to_have_a_place() -> None:
    runners = [builders.entry(f"A Runner{chr(97 + at)}", 110.0 + at + 20 * max(at - 14, 0)) for at in range(17)]
    calls = call_race(timeline_of(builders.race(*runners, distance=800.0)))
    assert any("Runnerp and one more" in call.text for call in calls)
    assert not any("Runnerp are " in call.text for call in calls)


def test_of_a_large_field_those_at_home_are_counted_and_nobody_is_no_metre_from_the_line() -> None:
    entries = tuple(map(entry, range(RUNNERS)))
    race = Race(id="test", title="Test", distance=10_000.0, course=Course(surface=Surface.ROAD), entries=entries)
    late = [call for call in call_race(timeline_of(race)) if call.time > 1900.0]
    said = "\n".join(call.text for call in late)
    assert not re.search(r"\b0 (?:m|yd)\b", said)
    told = [(call, found[1]) for call in late if (found := re.match(r"([\d,]+) are home", call.text))]
    assert any("," in home for _, home in told)  # 1,012, as the board has it
    for call, home in told:
        assert home == f"{sum(home_of(number) <= call.time for number in range(RUNNERS)):,}"
    last = [call for call in late if home_of(RUNNERS - 29) < call.time < home_of(RUNNERS - 2)]
    assert last
    for call in last:  # each time another is the next, so that metres alone would go up and down
        out = sum(home_of(number) > call.time for number in range(RUNNERS))
        assert re.search(rf"\b{out} (?:are still out|has)|next of {out}\b|All but {out}\b", call.text), call.text


def test_what_the_lap_counter_shows_is_how_the_race_stands_and_no_fact_of_long_ago() -> None:
    every = {400.0 * lap: 70.0 * lap for lap in range(1, 8)}
    calls = call_race(timeline_of(builders.race(builders.entry("Ann Ash", 525.0, {**every}), distance=3000.0)))
    counted = [call for call in calls if "laps" in call.text or "times round" in call.text]
    assert counted
    assert all(call.of_race and not call.news for call in counted if call.time > 0)
