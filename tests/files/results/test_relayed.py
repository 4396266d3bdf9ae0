"""Who ran for a team, in Hy-Tek's reports."""

from replay.files.results.relayed import members_in
from tests.together import together


@together(
    ("line", "members"),
    [
        ("     1) Alfa, Ada SR        2) Beta, Bea 12", ["Ada Alfa", "Bea Beta"]),
        ("1) Alfa, A (1200: 2:53.10)   2) Beta, B (400: 47.02)", ["A Alfa 2:53.10", "B Beta 47.02"]),
        ("1) Ada Alfa 57.9   2) Beta, Bea JR 58.8", ["Ada Alfa 57.9", "Bea Beta 58.8"]),
        ("1) Alfa, Ada (57.90)", ["Ada Alfa 57.90"]),
        ("1 Alfa, Ada", []),
        ("Oak 1) Alfa, Ada", []),
    ],
)
def test_the_time_of_a_leg_stands_behind_the_name_as_it_is_spoken(line: str, members: list[str]) -> None:
    assert members_in(line) == members
