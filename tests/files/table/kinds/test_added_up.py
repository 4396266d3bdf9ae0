"""Columns that nobody knows, and that lead to the result."""

from tests.files.table.test_reader import reading
from tests.together import together


@together(
    ("titles", "rows", "splits"),
    [
        ("R1,R2,R3,R4", "62.0,64.0,65.0,60.0", [62.0, 126.0, 191.0]),
        ("Foo 1,Foo 2,Foo 3,Foo 4", "62.0,2:06.0,3:11.0,4:11.0", [62.0, 126.0, 191.0]),
        ("R1,R2,R3,R4", "62.0,64.0,65.0,66.0", []),  # they make another time
        ("R1,R2,R4,R5", "62.0,64.0,65.0,60.0", []),
        ("R1,R2,S3,S4", "62.0,64.0,65.0,60.0", []),
        ("R1,R2,R3,R4", "1,2,1,2", []),
    ],
)
def test_what_adds_up_to_the_result_is_laps(titles: str, rows: str, splits: list[float]) -> None:
    found = reading(f"# event: 1600m\nname,{titles},time\nAda,{rows},4:11.0\nBea,{rows},4:11.0\n")
    assert found.race is not None
    assert [split.time.seconds for split in found.race.entries[0].splits] == splits
