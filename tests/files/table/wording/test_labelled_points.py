"""Times in a text, each with its point."""

from replay.files.table.wording.labelled_points import labelled_splits
from tests.together import together

TWO = [("1000m", "2:55.0"), ("2000m", "5:50.1")]


@together(
    ("text", "splits"),
    [
        ("1000m 2:55.0, 2000m 5:50.1", TWO),
        (" 1000m: 2:55.0; 2000m = 5:50.1 ", TWO),
        ("(1000m) 2:55.0 / 2000m - (5:50.1)", TWO),
        ("1000m: 2:55.0 - 2000m: 5:50.1", TWO),
        ("1000m 2:55.0 – 2000m 5:50.1", TWO),
        ("1000m split 2:55.0 | 2000m time: 5:50.1", TWO),
        ("2:55.0 (1000m), 5:50.1 (2000m)", TWO),
        ("2:55.0 @ 1000m 5:50.1 @ 2000m", TWO),
        ("10 km 30:10, half 1:04:02 finish 2:10:11", [("10 km", "30:10"), ("half", "1:04:02"), ("finish", "2:10:11")]),
        ("Lap  1 61.2", [("Lap 1", "61.2")]),
        ("Lap  1 1:01.2", [("Lap 1", "1:01.2")]),
        ("5,5 km 16'10", [("5,5 km", "16'10")]),
        ("400=65.1 800=2:10.1", [("400", "65.1"), ("800", "2:10.1")]),
        ("400: 65.1, 800: 2:10", [("400", "65.1"), ("800", "2:10")]),
        ("400:65.1;800:2:10.1", [("400", "65.1"), ("800", "2:10.1")]),
        ("40=65.1", []),
        ("400 65.1", []),
    ],
)
def test_each_time_is_at_its_point(text: str, splits: list[tuple[str, str]]) -> None:
    assert labelled_splits(text) == splits


@together("text", ["1000m 2:55.0 in rain", "Ada 1000m 2:55.0", "2:55.0", "1000m", "400:65.1 and 800:2:10.1", "1:02:03"])
def test_where_anything_else_stands_too_there_are_none(text: str) -> None:
    assert labelled_splits(text) == []


def test_an_empty_text_has_none() -> None:
    assert labelled_splits("") == []
