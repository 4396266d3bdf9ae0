"""Events of a table that are points of one race."""

from tests.files.table.test_reader import reading
from tests.together import together

RUNNERS = {"Ada": (61.2, 123.2, 185.0, 229.9), "Bea": (61.4, 123.1, 185.5, 230.6)}


def table(events: str, times: dict[str, tuple[float, ...]]) -> str:
    rows = [
        f"{name},{event},{at}" for name, own in times.items() for event, at in zip(events.split(), own, strict=True)
    ]
    return "\n".join(["Runner,Event,Time", *rows, ""])


@together(
    ("events", "times", "far"),
    [
        ("400m 800m 1200m 1500m", RUNNERS, [400.0, 800.0, 1200.0]),
        ("400m 800m 1200m finish", RUNNERS, [400.0, 800.0, 1200.0]),
        ("start 800m 1200m finish", RUNNERS | {"Cia": (0.0, 125.0, 188.0, 240.0)}, [800.0, 1200.0]),
    ],
)
def test_the_same_runners_at_an_even_pace_ran_one_race(
    events: str, times: dict[str, tuple[float, ...]], far: list[float]
) -> None:
    race = reading(table(events, times), distance=1500.0).race
    assert race is not None
    assert [entry.name for entry in race.entries] == list(times)
    assert [split.distance for split in race.entries[0].splits] == far


@together(
    ("events", "times"),
    [
        ("400m 800m 1500m", {"Ada": (50.2, 110.1, 225.0), "Bea": (51.4, 112.0, 228.0)}),  # bests
        ("400m 800m", {"Ada": (61.0, 122.0), "Bea": (61.4, 123.0)}),  # two say too little
        ("heat final", {"Ada": (61.2, 61.0), "Bea": (61.4, 61.3)}),
    ],
)
def test_others_are_races_of_their_own(events: str, times: dict[str, tuple[float, ...]]) -> None:
    race = reading(table(events, times), distance=1500.0).race
    assert race is None or not any(entry.splits for entry in race.entries)
