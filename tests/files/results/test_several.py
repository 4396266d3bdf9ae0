"""Several runners in one line, each in one of his own."""

from replay.files.results.several import one_each
from tests.together import together


@together(
    ("line", "parts"),
    [
        (
            "Mile TT today Sam 4:31 Joe 4:35.2 Alex P 4:40 and Tom dnf",
            ["Mile TT today", "Sam 4:31", "Joe 4:35.2", "Alex P 4:40", "Tom DNF"],
        ),
        (
            "5k results: 1. Ada Alfa 17:01 2. Bo Beta 17:20",
            ["5k results", "1. Ada Alfa 17:01", "2. Bo Beta 17:20"],
        ),
        (
            "5k today Jenna 21.05, Kai 22.40, Lou 23.15 and Max 25.02!!",
            ["5k today", "Jenna 21:05", "Kai 22:40", "Lou 23:15", "Max 25:02"],
        ),
        ("Sam 9:31 Joe 9:35 Kim 9:58", ["Sam 9:31", "Joe 9:35", "Kim 9:58"]),
    ],
)
def test_blanks_alone_may_part_runners(line: str, parts: list[str]) -> None:
    assert one_each([line]) == parts


@together(
    "line",
    [
        "Ada Alfa 3:01 6:05 9:10",
        "Sam ran 4:31 and Joe 4:35 but Kim took 4:40",
        "Sam 4:31 Joe 4:35",
        "200s today Jenna 31.05, Kai 32.40, Lou 33.15",
        "1  Ada Alfa  3:01  Bo Beta  3:05  Cy Cee  3:10",
    ],
)
def test_other_lines_stay(line: str) -> None:
    assert one_each([line]) == [line]
