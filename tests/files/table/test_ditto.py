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
