"""Tables on their side."""

from replay.files.table.layouts.transposed import on_its_side, transposed
from tests.together import together

SIDE = [["Name", "Ada", "Bea"], ["Club", "Oak", "Elm"], ["Time", "4:01", "4:02"]]
UPRIGHT = [["Name", "Club", "Time"], ["Ada", "Oak", "4:01"], ["Bea", "Elm", "4:02"]]


@together(
    ("rows", "made"),
    [
        (SIDE, UPRIGHT),
        (SIDE[:2], None),
        ([SIDE[0], SIDE[2]], None),
        ([*SIDE[1:], ["Bib", "1", "2"]], None),  # nobody is named
        ([*SIDE[:2], ["Time", "4:01", "fast"]], None),
        ([*SIDE[:2], ["Time"]], None),
        (
            [*SIDE[:2], ["Time", "65.1", "66.2"]],
            [["Name", "Club", "Time"], ["Ada", "Oak", "65.1"], ["Bea", "Elm", "66.2"]],
        ),
        ([*SIDE[:2], ["Lane", "1", "2"]], None),
        ([*SIDE, ["Zxq", "1", "2"]], None),
        ([*SIDE, []], None),
        ([*SIDE[:2], *[["Time", "4:01", "4:02"]] * 199], None),
    ],
)
def test_headings_stand_in_the_first_column(rows: list[list[str]], made: list[list[str]] | None) -> None:
    assert transposed(rows) == made


def test_two_hundred_headings_are_as_many_as_there_may_be() -> None:
    assert transposed([*SIDE[:2], *[["Time", "4:01", "4:02"]] * 198]) is not None


@together(
    ("rows", "made"),
    [
        (SIDE, UPRIGHT),
        ([["Spring mile", ""], ["", ""], *SIDE], UPRIGHT),
        ([*SIDE, SIDE[2]], None),  # one heading is twice
        ([["Name", "Club", "Time"], ["Ada", "Oak", "4:01"], ["Time", "x", "4:02"]], None),
        ([["Spring mile", ""], *SIDE[:2]], None),
        ([["Name", ""], ["x", ""]], None),
    ],
)
def test_below_captions_it_stands_too(rows: list[list[str]], made: list[list[str]] | None) -> None:
    assert on_its_side(rows) == made
