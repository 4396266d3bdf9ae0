"""Which splits can be true, row by row and column by column."""

from tests.files.table.test_reader import reading
from tests.together import together

SOUND = "B,15:10,27:00,30:10\nC,15:20,27:10,30:20\n"


@together(
    ("ada", "kept", "told"),
    [
        ("15:00,26:50,30:00", [5000.0, 9000.0], []),
        ("15:00,29:50,30:00", [5000.0], ["9000 m is left out: 29:50 would need 1000 m in 10.00"]),
        ("15:00,14:50,30:00", [5000.0], ["9000 m is left out: 14:50 is not later than 15:00.00 at 5000 m"]),
        ("31:00,26:50,30:00", [9000.0], ["5000 m is left out: 31:00 is not earlier than 26:50.00 at 9000 m"]),
        ("5:00,26:50,30:00", [9000.0], ["5000 m is left out: 5:00 would need 5000 m in 5:00.00"]),
        (",29:50,30:00", [], ["9000 m is left out: 29:50 would need 1000 m in 10.00"]),
        ("15:00,,", [5000.0], []),
    ],
)
def test_a_split_that_nobody_can_have_run_is_left_out(ada: str, kept: list[float], told: list[str]) -> None:
    found = reading(f"# distance_m: 10000\nname,5 km,9 km,finish\nA,{ada}\n{SOUND}")
    assert found.race is not None
    assert [split.distance for split in found.race.entries[0].splits] == kept
    assert [len(entry.splits) for entry in found.race.entries[1:]] == [2, 2]
    said = [str(problem).partition("A's split at ")[2] for problem in found.problems]
    assert [text.startswith(part) for text, part in zip(said, told, strict=True)] == [True] * len(told)


def test_legs_of_a_relay_are_together_faster_than_anybody_alone() -> None:
    found = reading("# event: 2x400m\nteam,200,finish\nA,30.0,1:37.8\nB,31.0,1:38.4\n")
    assert found.race is not None
    assert [[split.distance for split in entry.splits] for entry in found.race.entries] == [[200.0]] * 2


@together(
    ("wrong", "splits"),
    [(1, [1, 2, 2, 2, 2]), (3, [1, 1, 1, 2, 2]), (4, [1, 1, 1, 1, 1]), (5, [1, 1, 1, 1, 1])],
)
def test_a_column_that_fits_four_in_five_not_is_left_out_for_all(wrong: int, splits: list[int]) -> None:
    rows = [f"{name},15:00,{'14:00' if at < wrong else '27:00'},30:0{at}" for at, name in enumerate("ABCDE")]
    found = reading("\n".join(["# distance_m: 10000", "name,5 km,9 km,finish", *rows, ""]))
    assert found.race is not None
    assert [len(entry.splits) for entry in found.race.entries] == splits
    unused = [column.title for column in found.understood.columns if column.why == "its times fit nobody"]
    assert unused == (["9 km"] if wrong > 3 else [])
