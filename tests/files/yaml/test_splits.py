"""Splits given as lists of times and of laps."""

from replay.race.race import Entry
from tests.files.yaml.test_reading import parsed
from tests.together import together


def entry(fields: str, event: str = "1600m") -> tuple[Entry, list[str]]:
    race, problems = parsed(f"race: Club\nevent: {event}\nentries:\n  - {{name: Ada Alfa, {fields}}}\n")
    return race.entries[0], [str(problem) for problem in problems]


def points(found: Entry) -> list[tuple[float, float]]:
    return [(split.distance, split.time.seconds) for split in found.splits]


def test_a_list_of_times_lies_on_the_laps_and_says_so() -> None:
    found, problems = entry("result: 4:42.0, splits: [1:12, 2:19, 3:31]")
    assert points(found) == [(400.0, 72.0), (800.0, 139.0), (1200.0, 211.0)]
    assert "400, 800, 1200 m" in problems[0]


def test_laps_are_added_up_and_the_last_is_the_finish() -> None:
    found, problems = entry("result: 4:50.0, laps: [72, 71.5, 73, 73.5]")
    assert points(found) == [(400.0, 72.0), (800.0, 143.5), (1200.0, 216.5)]
    assert [split.time.text for split in found.splits] == ["72", "2:23.5", "3:36.5"]
    assert problems == []


def test_laps_alone_give_the_result() -> None:
    found, _ = entry("laps: [72, 71.5, 73, 73.5]")
    assert found.result is not None
    assert (found.result.seconds, found.result.text) == (290.0, "4:50.0")


def test_a_list_that_does_not_rise_is_of_laps() -> None:
    found, problems = entry("result: 4:14.5, splits: [62.1, 64.0, 63.2]")
    assert points(found) == [(400.0, 62.1), (800.0, 126.1), (1200.0, 189.3)]
    assert "laps to 400, 800, 1200 m" in problems[0]


def test_the_first_of_a_1500s_laps_is_short() -> None:
    found, _ = entry("result: 3:50.0, splits: [46.0, 1:48.0, 2:49.5]", "1500m")
    assert [metres for metres, _ in points(found)] == [300.0, 700.0, 1100.0]


@together(
    ("fields", "told"),
    [
        ("result: 4:50, splits: {400: 72}, laps: [72, 73]", "has splits and laps"),
        ("result: 4:50, laps: 72", "laps are not a list"),
        ("result: 4:50, splits: 72", "splits are not a map"),
        ("result: 4:50, splits: [1, 4:49]", "does not show where its times were taken"),
        ("result: 4:50, splits: [fast, 2:20]", "is not a time"),
    ],
)
def test_a_list_that_cannot_be_read_is_told(fields: str, told: str) -> None:
    _, problems = entry(fields)
    assert told in "\n".join(problems)
