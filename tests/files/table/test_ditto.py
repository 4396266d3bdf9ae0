"""Times that are those of the runner above."""

from tests.files.table.test_reader import reading
from tests.together import together


@together("same", ["s.t.", "same time", "m.t.", "idem", '""""'])
def test_the_same_time_is_that_of_the_runner_above(same: str) -> None:
    rows = f"1,Ada Alfa,30:10\n2,Bea Beta,{same}\n3,Cia Gamma,{same}\n4,Dot Delta,31:02\n"
    found = reading(f"# distance_m: 10000\nPlace,Name,Time\n{rows}")
    race = found.race
    assert race is not None
    assert [str(tally) for tally in found.understood.repaired] == ["2 times said to be the same as the one above"]
    assert [entry.result and entry.result.seconds for entry in race.entries] == [1810.0, 1810.0, 1810.0, 1862.0]


@together(
    ("times", "seconds"),
    [
        ("s.t. 30:10 s.t.", [None, 1810.0, 1810.0]),
        ("30:10 DNF s.t.", [1810.0, None, 1810.0]),
        ("30:10 - s.t. 30:20", [1810.0, None, 1810.0, 1820.0]),
    ],
)
def test_what_stands_above_is_the_last_time(times: str, seconds: list[float | None]) -> None:
    rows = [f"R{at},{time}" for at, time in enumerate(times.split())]
    race = reading("\n".join(["Name,Time", *rows, ""]), distance=10_000.0).race
    assert race is not None
    assert [entry.result and entry.result.seconds for entry in race.entries] == seconds


@together(
    ("places", "told"),
    [("1 = 3", [1, 1, 3]), ("1 2 ex-aequo", [1, 2, 2]), ("1 ″ =", [1, 1, 1]), ("= 2 3", [None, 2, 3])],
)
def test_a_place_may_be_that_of_the_runner_above(places: str, told: list[int | None]) -> None:
    rows = [f"{place},R{at},30:1{at}" for at, place in enumerate(places.split())]
    race = reading("\n".join(["Place,Name,Time", *rows, ""]), distance=10_000.0).race
    assert race is not None
    assert [entry.place for entry in race.entries] == told
