"""What stands behind a time in its cell."""

from tests.files.table.test_reader import reading
from tests.together import together


@together(
    ("cell", "note", "marks"),
    [
        ("41:02 (lapped 7 times)", "lapped 7 times", ()),
        ("41:02 (fell with Bo at three laps to go)", "fell with Bo at three laps to go", ()),
        ("41:02 PB", "", ("PB",)),
        ("41:02 (12)", "", ()),
        ("41:02 (4:06/km)", "", ()),
    ],
)
def test_words_in_brackets_behind_a_result_are_a_note(cell: str, note: str, marks: tuple[str, ...]) -> None:
    race = reading(f"name,time\nAda,33:01\nBo,34:01\nCy,{cell}\n", distance=10_000.0).race
    assert race is not None
    last = race.entries[2]
    assert last.result is not None
    assert (last.result.seconds, last.note, last.marks) == (2462.0, note, marks)


@together(
    ("rows", "last", "note"),
    [
        ("B,34:01 (+1:00)\nC,35:02 (+2:01)\nD,35:12 (+2:11)\n", 2112.0, ""),  # behind the winner
        ("B,34:01 (+1:00)\nC,35:02 (+1:01)\nD,35:12 (+0:10)\n", 2112.0, ""),  # behind the one before
        ("B,34:01\nC,35:02 (+1:00)\nD,35:12 (+1:00)\n", 2172.0, "penalty of 1:00"),
    ],
)
def test_what_stands_behind_a_plus_is_a_gap_where_it_is_the_one_to_somebody(rows: str, last: float, note: str) -> None:
    race = reading(f"name,time\nA,33:01\n{rows}", distance=10_000.0).race
    assert race is not None
    entry = race.entries[3]
    assert entry.result is not None
    assert (entry.result.seconds, entry.note) == (last, note)
