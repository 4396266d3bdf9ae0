"""Times that are those of the runner above."""

from tests.files.table.test_reader import parsed
from tests.together import together


@together("same", ["s.t.", "same time", "m.t.", "idem", '""""'])
def test_the_same_time_is_that_of_the_runner_above(same: str) -> None:
    race, _ = parsed(
        f"Place,Name,Time\n1,Ada Alfa,30:10\n2,Bea Beta,{same}\n3,Cia Gamma,{same}\n4,Dot Delta,31:02\n", 10_000.0
    )
    assert [entry.result and entry.result.seconds for entry in race.entries] == [1810.0, 1810.0, 1810.0, 1862.0]
