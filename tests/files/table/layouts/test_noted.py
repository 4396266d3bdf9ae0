"""What lines around a table say of the race."""

from replay.files.table.layouts.noted import note_around
from tests.together import together


def noted(above: list[list[str]], below: list[list[str]]) -> tuple[dict[str, str], list[list[str]]]:
    comments: dict[str, str] = {}
    other: list[list[str]] = []
    note_around(comments, other, above, below)
    return comments, other


@together(
    ("row", "comments", "other"),
    [
        (["Date: 23/09/2018", ""], {"date": "23/09/2018"}, []),
        (["Date: 23/09/2018", "x"], {}, [["Date: 23/09/2018", "x"]]),
        (["Gun", "10:00:05"], {"start": "10:00:05"}, []),
        (["Gun", "soon"], {}, [["Gun", "soon"]]),
        (["Gun", "10:00:05", "x"], {}, [["Gun", "10:00:05", "x"]]),
        (["Weather:", "rain"], {"weather": "rain"}, []),
        (["Venue", "Oak"], {"venue": "Oak"}, []),
        (["Venue", "", "Oak"], {}, [["Venue", "Oak"]]),
        (["Distance", "5 km"], {"distance": "5 km"}, []),
        (["5 km", "Oak"], {}, [["5 km", "Oak"]]),
        (["Spring", "mile"], {}, [["Spring", "mile"]]),
        (["", " "], {}, []),
    ],
)
def test_above_it_is_said_by_key_or_is_a_title(
    row: list[str], comments: dict[str, str], other: list[list[str]]
) -> None:
    assert noted([row], []) == (comments, other)


def test_what_is_said_first_holds() -> None:
    assert noted([["Date: 1 May"], ["Date: 2 May"]], [["Date: 3 May"]])[0] == {"date": "1 May"}


@together(
    ("row", "comments", "other"),
    [
        (["# event: 1500m"], {"event": "1500m"}, []),
        (["Event: 1500m", ""], {"event": "1500m"}, []),
        (["Weather: rain"], {}, []),
        (["Event: 1500m", "x"], {}, []),
        (["10 km Stadtlauf"], {}, [["10 km Stadtlauf"]]),
        (["# 10 km Stadtlauf"], {}, [["10 km Stadtlauf"]]),
        (["Stadtlauf 10 km"], {}, [["Stadtlauf 10 km"]]),
        (["Course was 10 km long"], {}, []),
        (["10 km" + " Lauf" * 11], {}, [["10 km" + " Lauf" * 11]]),  # of sixty letters
        (["10 km" + " Lauf" * 11 + "s"], {}, []),
        (["Ada Alfa"], {}, []),
        ([], {}, []),
    ],
)
def test_at_the_foot_only_what_the_race_was(row: list[str], comments: dict[str, str], other: list[list[str]]) -> None:
    rows = [["1", "Ada", "4:01"]]
    assert noted([], [*rows, row]) == (comments, other)
    assert noted([], [row, *rows * 2]) == (comments, other)
    assert noted([], [row, *rows * 3]) == ({}, [])  # too far up
    assert noted([["Oak 5 km"]], [*rows, row]) == (comments, [["Oak 5 km"]])
