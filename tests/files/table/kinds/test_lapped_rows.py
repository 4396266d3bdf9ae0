"""Lists that count everybody's laps."""

from tests.files.table.test_reader import reading
from tests.together import together


@together(
    ("text", "notes", "placed"),
    [
        (
            "name,laps,time\nA,10,31:02\nB,10,31:40\nC,9,31:50\nD,8.0,31:55\nE,x,31:56\nF,0,31:57\nG,1,31:58\n",
            "/ / -1 lap/ -2 laps/ / / -9 laps",
            3,
        ),
        ("name,time,gap\nA,31:02,\nB,31:40,+0:38\nC,31:50,-1 lap\n", "/ / -1 lap", 1),
        ("name,laps,time,gap\nA,10,31:02,\nB,10,31:40,-3 laps\nC,9,DNF,\n", "/ -3 laps/ ", 1),
        ("name,laps,time\nA,10,31:02\nB,10,31:40\n", "/ ", 0),
    ],
)
def test_a_time_of_fewer_laps_is_none_and_the_laps_are(text: str, notes: str, placed: int) -> None:
    found = reading(text, distance=10_000.0)
    assert found.race is not None
    assert "/ ".join(entry.note for entry in found.race.entries) == notes
    assert sum(tally.count for tally in found.understood.repaired) == placed
