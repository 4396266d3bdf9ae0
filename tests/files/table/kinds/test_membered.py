"""Teams beside a cell with all who ran for them."""

from replay.files.table.meanings.settling import TEAM
from tests.files.table.test_reader import reading
from tests.together import together

ALL = "A. Alfa / B. Beta / C. Gamma"


@together(
    ("clubs", "names", "are"),
    [
        (["North", "South"], [ALL, ALL.lower()], True),
        (["North", "North"], [ALL, ALL.lower()], False),
        (["North", "South"], ["A. Alfa / B. Beta", "C. Gam / D. Del"], False),
        ([f"T{at}" for at in "abcdefghij"], [ALL] * 9 + ["Ada"], True),
        ([f"T{at}" for at in "abcdefghi"], [ALL] * 8 + ["Ada"], False),
        ([f"T{at}" for at in "abcdefghii"], [ALL] * 10, True),
        ([f"T{at}" for at in "abcdefghh"], [ALL] * 9, False),
    ],
)
def test_the_team_is_the_entry_where_nearly_all_are_different(clubs: list[str], names: list[str], are: bool) -> None:
    rows = [f"{club};{name};3:3{at}.0" for at, (club, name) in enumerate(zip(clubs, names, strict=True))]
    found = reading("\n".join(["Club;Name;Time", *rows, ""]), distance=1200.0)
    assert any(column.why == TEAM for column in found.understood.columns) is are
    if are:
        assert found.race is not None
        assert [leg.name for leg in found.race.entries[0].legs] == ["A. Alfa", "B. Beta", "C. Gamma"]


def test_who_ran_a_leg_may_have_its_time_in_seconds_alone() -> None:
    rows = ("Oak;A. Alfa 56.1;B. Beta 55.4;C. Gamma 56.8;3:48.3", "Elm;D. Delta 58.2;E. Eps 57,7;;DQ (R170.19)")
    found = reading("\n".join(["3x400 m", "Team;Leg 1;Leg 2;Leg 3;Time", *rows, ""]), distance=1200.0)
    assert found.race is not None
    oak, elm = found.race.entries
    assert [leg.name for leg in oak.legs] == ["A. Alfa", "B. Beta", "C. Gamma"]
    assert [split.time.seconds for split in oak.splits] == [56.1, 111.5]
    assert [split.time.seconds for split in elm.splits] == [58.2, 115.9]
